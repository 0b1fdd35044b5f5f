/** A figure that is hidden to protect another never looks like one about too few people, and no list brings its levels back. */
import { expect, test } from "vitest";
import { speak } from "#platform/i18n/text.ts";
import { readWorkbook } from "#platform/tabular/workbook.ts";
import { useWorld } from "#test/support/world.ts";
import { module } from "./module.ts";
import { paths } from "./paths.ts";
import { tagOf } from "./picture-ranked.tsx";
import { addNeed, addResults } from "./results.fixture.ts";
import { cookieOf, RURAL, tableAt } from "./results-scene.fixture.ts";
import type { RankUnit } from "./results-ranked.ts";

const world = useWorld([module]);

/** Six rural districts; three people of Nyanza answered, so Gicumbi, the next smallest with six, is hidden beside it. */
async function smallRound(title: string) {
  const ids = new Map<string, string>();
  for (const name of RURAL) ids.set(name, await world.organisation(name));
  const answers = [9, 3, 7, 12, 6, 10];
  const gaps = [2, 2.9, 1.1, 2.2, 1.3, 2.8];
  const lines = RURAL.map((name, index) => ({
    organisation: ids.get(name) ?? "",
    post: "SES",
    domain: "PLN",
    n: answers[index] ?? 0,
    current: 2,
    desired: 4,
  }));
  const round = await addResults(world.db, { title, organisations: [...ids.values()], lines });
  const needs = new Map<string, string>();
  for (const [index, line] of lines.entries())
    needs.set(
      RURAL[index] ?? "",
      await addNeed(world.db, {
        ...line,
        desired: 2 + (gaps[index] ?? 0),
        round,
        statement: "Planning",
        importance: 3,
        reach: 5,
        respondents: line.n,
        cost: 100_000,
      }),
    );
  return { round, ids, needs };
}

const HIDDEN_FEW = "Hidden: fewer than 5 answers";
const HIDDEN_PROTECTS = "Hidden to protect a figure about fewer people";

test("Claudine sees <5 for Nyanza and a star for Gicumbi: in the cell, in words, in the key, in every file, and behind the figure", async () => {
  const { round, ids } = await smallRound("Marks");
  const claudine = await world.browser("claudine");
  const map = (await claudine.get(`/needs/rounds/${round}/results?view=organisations&lang=en`)).text;
  const cellOf = (name: string): string => new RegExp(`>${name}</th>(<td.*?</td>)`).exec(map)?.[1] ?? "";
  expect(cellOf("Nyanza")).toMatch(/class="in-hs".*&lt;5.*hidden: fewer than 5 answers/);
  expect(cellOf("Gicumbi")).toMatch(/class="in-hp".*>\*<.*hidden to protect such a figure/);
  expect(cellOf("Gicumbi")).not.toContain("&lt;5");
  for (const key of ["in-sw in-hs", "in-sw in-hp"]) expect(map).toContain(key);
  const rows = await tableAt(claudine, `/needs/rounds/${round}/results/files/heat.csv?view=organisations`);
  const note = (name: string): unknown => rows.find((row) => row["Organisation"] === name)?.["Note"];
  expect([note("Nyanza"), note("Gicumbi")]).toEqual([HIDDEN_FEW, HIDDEN_PROTECTS]);
  const json = JSON.parse((await claudine.get(`/needs/rounds/${round}/results.json`)).text) as {
    domains: { organisations: { organisation: string; suppressed: boolean; suppressedBecause: string | null }[] }[];
  };
  const because = Object.fromEntries(
    json.domains.flatMap((one) => one.organisations.map((each) => [each.organisation, each.suppressedBecause])),
  );
  expect(because).toMatchObject({ Nyanza: "few", Gicumbi: "protects", Kamonyi: null });
  const svg = (await claudine.get(`/needs/rounds/${round}/results/files/heat.svg?view=organisations&lang=en`)).text;
  expect(svg).toContain("* hidden to protect such a figure");
  expect(svg).toContain("&lt;5 hidden: fewer than 5 answers");
  const evidence = async (name: string): Promise<string> =>
    (await claudine.get(`/needs/rounds/${round}/results/evidence?domain=PLN&organisation=${ids.get(name)}&lang=en`)).text;
  expect(await evidence("Nyanza")).toContain("fewer than 5 people answered");
  expect(await evidence("Gicumbi")).toContain("hidden to protect another one");
  const sheet = (await claudine.get(`/needs/rounds/${round}/results/${ids.get("Gicumbi")}?lang=en`)).text;
  expect(sheet).toContain(`* ${HIDDEN_PROTECTS}`);
  expect((await tableAt(claudine, `/needs/rounds/${round}/results/files/entity.csv?organisation=${ids.get("Nyanza")}`))[0]?.["Note"]).toBe(
    HIDDEN_FEW,
  );
});

test("the workbook of the map says why each figure is missing", async () => {
  const { round } = await smallRound("Workbook");
  const answer = await world.app.request(`http://localhost:8080/needs/rounds/${round}/results/files/heat.xlsx?view=organisations&lang=en`, {
    headers: { cookie: await cookieOf(world, "claudine") },
  });
  const book = await readWorkbook(new Uint8Array(await answer.arrayBuffer()));
  const notes = book.ok ? (book.sheets[0]?.rows ?? []).map((row) => row.at(-1)) : [];
  expect(notes).toEqual(expect.arrayContaining([HIDDEN_FEW, HIDDEN_PROTECTS]));
});

test("the list of needs, its order by gap, its file and the page of a need hold back the levels of Nyanza and of Gicumbi alike", async () => {
  const { round, ids, needs } = await smallRound("Held back");
  const claudine = await world.browser("claudine");
  const page = (await claudine.get(`/needs?round=${round}&sort=gap-down&lang=en`)).text;
  expect(page).toContain(`* ${HIDDEN_PROTECTS}`);
  expect(page).toContain(`&lt;5 ${HIDDEN_FEW}`);
  // By gap Nyanza would be first and Gicumbi fifth: both stand at the end instead.
  const order = [...RURAL].sort((a, b) => page.indexOf(`<span>${a}</span>`) - page.indexOf(`<span>${b}</span>`));
  expect(order.slice(0, 4)).toEqual(["Burera", "Kamonyi", "Gisagara", "Ruhango"]);
  const rows = await tableAt(claudine, `${paths.needs}?format=csv&round=${round}&lang=en`);
  const line = (name: string) => rows.find((row) => row["Organisation"] === name);
  expect(line("Gicumbi")).toMatchObject({ Gap: "", Note: HIDDEN_PROTECTS });
  expect(line("Nyanza")).toMatchObject({ Gap: "", Note: HIDDEN_FEW });
  expect(line("Burera")?.["Gap"]).toBe("2.8");
  for (const name of ["Gicumbi", "Nyanza"]) {
    const own = (await claudine.get(`${paths.ofOrganisation(ids.get(name) ?? "")}?lang=en`)).text;
    const one = (await claudine.get(`${paths.need(needs.get(name) ?? "")}?lang=en`)).text;
    expect(one).toContain(name === "Nyanza" ? HIDDEN_FEW : HIDDEN_PROTECTS);
    for (const text of [own, one]) expect(text).not.toMatch(/\b(3\.3|4\.9|1\.3|2\.9)\b/);
  }
  expect((await claudine.get(`/needs/rounds/${round}/results/ranked?list=needs&lang=en`)).text).toContain(HIDDEN_PROTECTS);
});

test("Claudine sees what is done about a gap that no course closes by the name of the response, and “Not a course” only while there is none", () => {
  const voice = { say: speak("en"), language: "en" as const, pack: world.pack };
  const unit: RankUnit = {
    id: "one",
    domain: "SVC",
    need: null,
    desired: 4,
    current: 2,
    importance: 3,
    reach: 5,
    cost: null,
    respondents: 9,
    needs: 1,
    answered: 0,
    cause: "tools_system",
    causeShare: 0.5,
    types: [],
  };
  expect(tagOf(voice, unit)).toEqual({ tone: "watch", text: "Not a course: Tools or system 50%" });
  expect(tagOf(voice, { ...unit, answered: 1, types: ["advocacy"] })).toEqual({ tone: "good", text: "Advocacy" });
  expect(tagOf(voice, { ...unit, cause: "knowledge_skill" })).toMatchObject({ tone: "info" });
});

test("Claudine reads which weight belongs to which part", async () => {
  const { round } = await smallRound("Weights");
  const claudine = await world.browser("claudine");
  expect((await claudine.get(`/needs/rounds/${round}/results/ranked?lang=en`)).text).toContain(
    "This round uses gap 1 · importance 1 · posts reached 1 · cost 1.",
  );
});

test("Claudine takes the levels and causes behind a figure along as drawings; behind a hidden one there is none", async () => {
  const { round, ids } = await smallRound("Drawings");
  const claudine = await world.browser("claudine");
  const at = `/needs/rounds/${round}/results`;
  const page = (await claudine.get(`${at}/evidence?domain=PLN&lang=en`)).text;
  for (const name of ["levels", "causes"]) {
    const href = new RegExp(`href="([^"]*/files/${name}\\.svg[^"]*)"`).exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const drawing = await claudine.get(href);
    expect([drawing.status, drawing.headers.get("content-type")], name).toEqual([200, "image/svg+xml"]);
    expect((await claudine.get(`${at}/files/${name}.svg?domain=PLN&organisation=${ids.get("Gicumbi")}`)).status).toBe(404);
  }
  const sheet = (await claudine.get(`${at}/${ids.get("Burera")}?lang=en`)).text;
  expect(sheet).toContain(`files/entity-causes.svg?organisation=${ids.get("Burera")}`);
  expect((await claudine.get(`${at}/files/entity-causes.svg?organisation=${ids.get("Burera")}`)).status).toBe(200);
});
