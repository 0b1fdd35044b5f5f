/** What outlasts a session: a seat that follows its post, and what came of it in the portfolio of each person. */
import { afterEach, describe, expect, it } from "vitest";
import { assign, endHolding } from "#kernel/registry/holders.ts";
import { entriesOf, keepEntries } from "#kernel/portfolio/portfolio.ts";
import { speak } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { useWorld } from "#test/support/world.ts";
import { addPerson } from "#kernel/registry/people.ts";
import { decideNames, nominate } from "./actions-names.ts";
import { inviteApproved } from "./invite.ts";
import { decideOutcomes, enrolmentApplied, markAttendance } from "./outcomes.ts";
import { enrolmentsOf } from "./public.ts";
import { assignmentOf, MODULES, ORIGIN, sceneOf, tick, type Scene } from "./sessions.fixture.ts";

const world = useWorld(MODULES);

afterEach(() => {
  world.now = NAMED;
});

/** What somebody is told when she is refused, in English. */
async function refusalOf(asked: Promise<unknown>): Promise<string> {
  const error: unknown = await asked.then(
    () => null,
    (refused: unknown) => refused,
  );
  if (error === null) return "(not refused)";
  if (!(error instanceof Problem)) throw error;
  return speak("en")(error.kind.text, error.values);
}

const NAMED = new Date("2025-11-17T08:00:00Z");

/** Béata named by Jean-Bosco, approved by Vestine, invited by Solange; returns her enrolment. */
async function invited(scene: Scene): Promise<{ id: string; token: string; person: string }> {
  const beata = await assignmentOf(world, "beata");
  await world.act("jeanbosco", (act) => nominate(act, scene.session, scene.huye, [beata.assignment]));
  const row = (await enrolmentsOf(world.db, [scene.session])).find((one) => one.person === beata.person);
  await world.act("vestine", (act) => decideNames(act, scene.session, [row?.id ?? ""], { approve: true }));
  await world.act("solange", (act) => inviteApproved(act, scene.session, ORIGIN));
  const kept = await world.db
    .selectFrom("sessions.enrolment")
    .select(["id", "token", "person"])
    .where("id", "=", row?.id ?? "")
    .executeTakeFirstOrThrow();
  return kept as { id: string; token: string; person: string };
}

const stateOf = async (id: string): Promise<string> =>
  (await world.db.selectFrom("sessions.enrolment").select("state").where("id", "=", id).executeTakeFirstOrThrow()).state as string;

describe("a post that changes hands between nomination and session", () => {
  it("Béata leaves: her seat is offered to her successor, and she keeps what she attended before", async () => {
    const scene = await sceneOf(world);
    const beata = await invited(scene);
    const { post, person } = await assignmentOf(world, "beata");
    await world.act(null, async (act) => {
      await keepEntries(act, [
        {
          id: crypto.randomUUID(),
          person,
          kind: "list.row",
          about: { kind: "list", id: scene.session },
          course: null,
          title: "Land law",
          language: "en",
          modality: "short_course",
          domain: null,
          programme: null,
          post,
          postType: "SES",
          organisation: scene.huye,
          tier: "SEC",
          ageBand: null,
          from: "2024-05-06",
          to: "2024-05-07",
          minutes: 780,
          outcome: "attended",
          certainty: "imported",
          source: "test",
        },
      ]);
      await act.journal({ kind: "test.entry", subject: { kind: "person", id: person }, payload: {} });
    });
    await world.act("vestine", async (act) => {
      await endHolding(act, { post, acting: false, on: "2025-12-01", reason: "transfer" });
      const next = await addPerson(act, { fullName: "Marie Louise Uwase", sex: "F", email: "marie@inteko.example" }, "test");
      await assign(act, { post, person: next, acting: false, from: "2025-12-01" });
    });
    world.now = new Date("2025-12-02T08:00:00Z");
    await tick(world);
    await tick(world);
    const rows = await enrolmentsOf(world.db, [scene.session]);
    expect(rows.map((row) => [row.personName, row.state]).sort()).toEqual([
      ["Béata Kamikazi", "replaced"],
      ["Marie Louise Uwase", "invited"],
    ]);
    const successor = rows.find((row) => row.state === "invited");
    const told = await world.db
      .selectFrom("conversation.message")
      .select(["template"])
      .where("person", "=", successor?.person ?? "")
      .where("subject", "=", scene.session)
      .execute();
    expect(told).toEqual([{ template: "sessions.seat_offered" }]);
    expect((await entriesOf(world.db, [beata.person])).map((entry) => entry.title)).toEqual(["Land law"]);
  });
});

describe("what came of it", () => {
  it("Attendance makes an entry in the portfolio, a passed test makes it competent, an error takes it back", async () => {
    const scene = await sceneOf(world, { groups: ["procurement_officers"] });
    const { assignment, person } = await assignmentOf(world, "pacifique");
    await world.act("jeanbosco", (act) => nominate(act, scene.session, scene.huye, [assignment]));
    const [row] = await enrolmentsOf(world.db, [scene.session]);
    const id = row?.id ?? "";
    await world.act("vestine", (act) => decideNames(act, scene.session, [id], { approve: true }));
    await world.act("solange", (act) => inviteApproved(act, scene.session, ORIGIN));
    expect(
      await refusalOf(world.act("solange", (act) => decideOutcomes(act, scene.session, [{ enrolment: id, outcome: "competent" }]))),
    ).toMatch(/not been held/);
    await world.db.updateTable("sessions.session").set({ state: "delivered" }).where("id", "=", scene.session).execute();
    await world.act("solange", (act) => markAttendance(act, scene.session, [{ enrolment: id, attended: true, minutes: 700 }]));
    const entry = async () => (await entriesOf(world.db, [person])).find((one) => one.id === id);
    expect(await entry()).toMatchObject({ outcome: "attended", minutes: 700, certainty: "verified" });
    await world.act("solange", (act) => decideOutcomes(act, scene.session, [{ enrolment: id, outcome: "competent", minutes: 700 }]));
    expect((await entry())?.outcome).toBe("competent");
    await world.act("vestine", (act) => enrolmentApplied(act, id));
    expect(await stateOf(id)).toBe("applied");
    await world.act("solange", (act) => decideOutcomes(act, scene.session, [{ enrolment: id, outcome: "absent", minutes: 0 }]));
    expect(await stateOf(id)).toBe("absent");
    expect(await entry()).toBeUndefined();
    expect(
      await refusalOf(
        world.act("solange", (act) => decideOutcomes(act, scene.session, [{ enrolment: crypto.randomUUID(), outcome: "absent" }])),
      ),
    ).toMatch(/not expected/);
  });
});
