/** What a person took part in: kept once, renewed when it is better known, taken back, and read under the one person she is. */
import { beforeAll, expect, test } from "vitest";
import type { Act } from "#kernel/access/act.ts";
import { addPerson, mergePeople, partPeople } from "#kernel/registry/people.ts";
import { newId } from "#platform/db/ids.ts";
import { useWorld } from "#test/support/world.ts";
import { dropEntries, entriesOf, keepEntries, type NewEntry } from "./portfolio.ts";

const world = useWorld([]);

const as = <R>(work: (act: Act) => Promise<R>): Promise<R> =>
  world.act("claudine", async (act) => {
    const answer = await work(act);
    await act.journal({ kind: "test.portfolio", subject: { kind: "test", id: newId() }, payload: {} });
    return answer;
  });

const named = (fullName: string): Promise<string> => as((act) => addPerson(act, { fullName }, "test"));

let immaculee = "";
beforeAll(async () => {
  immaculee = await named("Immaculée Nyirahabimana");
});

const entry = (person: string, change: Partial<NewEntry> = {}): NewEntry => ({
  id: newId(),
  person,
  kind: "list.row",
  about: { kind: "list", id: newId() },
  title: "Handling complaints",
  language: "en",
  course: null,
  modality: "short_course",
  domain: null,
  programme: null,
  post: null,
  postType: "SES",
  organisation: null,
  tier: "SEC",
  ageBand: null,
  from: "2025-03-03",
  to: "2025-03-05",
  minutes: 900,
  outcome: "attended",
  certainty: "imported",
  source: "list of March",
  ...change,
});

test("Immaculée’s course is read back as it was written", async () => {
  const written = entry(immaculee, { fromPrecision: "month", ageBand: "30-39", programme: "GIZ", domain: "CIT" });
  await as((act) => keepEntries(act, [written]));
  const [read] = await entriesOf(world.db, [immaculee]);
  expect(read).toEqual({ ...written, recordedAt: world.now });
});

test("the same list brought again writes nothing twice, and a test passed later makes the entry competent", async () => {
  const person = await named("Théoneste Habimana");
  const written = entry(person);
  await as((act) => keepEntries(act, [written]));
  await as((act) => keepEntries(act, [written]));
  await as((act) => keepEntries(act, [{ ...written, outcome: "competent", certainty: "verified", minutes: 960 }]));
  const read = await entriesOf(world.db, [person]);
  expect(read.map(({ id, outcome, certainty, minutes }) => ({ id, outcome, certainty, minutes }))).toEqual([
    { id: written.id, outcome: "competent", certainty: "verified", minutes: 960 },
  ]);
});

test("renewing an entry never moves it to another person, another course or another day", async () => {
  const [person, other] = [await named("Odette Mukandori"), await named("Odette Mukandoli")];
  const written = entry(person);
  await as((act) => keepEntries(act, [written]));
  await as((act) => keepEntries(act, [{ ...written, person: other, title: "Another course", to: "2025-12-31" }]));
  expect(await entriesOf(world.db, [other])).toEqual([]);
  expect((await entriesOf(world.db, [person]))[0]).toMatchObject({ title: "Handling complaints", to: "2025-03-05" });
});

test("a renewed entry keeps the moment it was first recorded: what was published then had counted it", async () => {
  const person = await named("Jeannette Ingabire");
  const written = entry(person);
  await as((act) => keepEntries(act, [written]));
  const first = world.now;
  world.now = new Date(first.getTime() + 86_400_000);
  await as((act) => keepEntries(act, [{ ...written, outcome: "competent" }]));
  world.now = first;
  expect((await entriesOf(world.db, [person]))[0]).toMatchObject({ outcome: "competent", recordedAt: first });
});

test("an entry that rested on a mistake is taken back, and the others stay", async () => {
  const person = await named("Fidèle Nsabimana");
  const [wrong, right] = [entry(person), entry(person, { title: "Minutes of council" })];
  await as((act) => keepEntries(act, [wrong, right]));
  expect(await as((act) => dropEntries(act, [wrong.id, newId()]))).toBe(1);
  expect((await entriesOf(world.db, [person])).map((one) => one.title)).toEqual(["Minutes of council"]);
});

test("writing or taking back nothing is no error", async () => {
  await as((act) => keepEntries(act, []));
  expect(await as((act) => dropEntries(act, []))).toBe(0);
});

test("what stands under a double is read under the person she is, and parts with her again", async () => {
  const [kept, double] = [await named("Vénérande Uwamahoro"), await named("UWAMAHORO Venerande")];
  await as((act) =>
    keepEntries(act, [entry(kept, { title: "Budget", to: "2025-05-02" }), entry(double, { title: "Land", to: "2025-06-02" })]),
  );
  const titles = async (person: string): Promise<string[]> => (await entriesOf(world.db, [person])).map((one) => one.title);
  expect(await titles(kept)).toEqual(["Budget"]);
  await as((act) => mergePeople(act, kept, double, ["name-same"]));
  expect(await titles(kept)).toEqual(["Land", "Budget"]);
  expect(await titles(double)).toEqual([]);
  await as((act) => partPeople(act, double));
  expect([await titles(kept), await titles(double)]).toEqual([["Budget"], ["Land"]]);
});

test("the newest come first, and no more than asked for", async () => {
  const person = await named("Célestin Bizimana");
  const days = ["2024-02-01", "2025-08-01", "2023-11-01"];
  await as((act) =>
    keepEntries(
      act,
      days.map((day) => entry(person, { title: day, from: day, to: day })),
    ),
  );
  expect((await entriesOf(world.db, [person], 2)).map((one) => one.title)).toEqual(["2025-08-01", "2024-02-01"]);
});

test("an entry of nobody is refused by the database", async () => {
  await expect(as((act) => keepEntries(act, [entry(newId())]))).rejects.toThrow(/foreign key/);
});
