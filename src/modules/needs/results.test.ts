/** The pictures of a round as the people see them: figures checked by hand, and files equal to pages. */
import pg from "pg";
import { SaxesParser } from "saxes";
import { beforeAll, expect, test } from "vitest";
import { readWorkbook } from "#platform/tabular/workbook.ts";
import { useWorld } from "#test/support/world.ts";
import { addResults, resultsAlone } from "./results.fixture.ts";
import { cookieOf, RURAL, sceneIn, tableAt, type Scene } from "./results-scene.fixture.ts";
import { publicNeeds } from "./results.ts";

const world = useWorld([resultsAlone]);

let scene: Scene;
beforeAll(async () => {
  scene = await sceneIn(world);
});

const idOf = (name: string): string => scene.idOf(name);
const at = (rest = ""): string => `/needs/rounds/${scene.round}/results${rest}`;

/** Figures by hand. CMP: 12 districts × (8 × 2 + 6 × 1) = 264 over 168 answers = 1.571; sector secretaries 2.0, procurement officers 1.0. */
test("Claudine reads the figures that a calculation by hand gives", async () => {
  const claudine = await world.browser("claudine");
  const page = await claudine.get(at());
  expect(page.status).toBe(200);
  expect(page.text).toContain("168 answers from 12 organisations, 01/09/2025 to 31/10/2025");
  const rows = await tableAt(claudine, at("/files/heat.csv"));
  const cell = (who: string, code: string) => rows.find((row) => row["Post"] === who && row["Code"] === code);
  expect(cell("All together", "CMP")).toMatchObject({
    Answers: "168",
    Gap: "1.6",
    "Level now": "2.4",
    "Level wanted": "4",
    Importance: "2.6",
  });
  expect(cell("Sector Executive Secretary", "CMP")).toMatchObject({ Answers: "96", Gap: "2" });
  expect(cell("Procurement officer", "CMP")).toMatchObject({ Answers: "72", Gap: "1" });
  expect(cell("Procurement officer", "DIG")).toMatchObject({ Answers: "", Note: "not asked, or nobody answered" });
  expect(cell("Sector Executive Secretary", "DIG")).toMatchObject({
    "Main cause": "Tools or system",
    Note: "mostly not a skill gap: a course will not close it",
  });
  expect(page.text).toContain(">2.0<");
});

test("the file holds exactly the figures of the page, cell by cell", async () => {
  const claudine = await world.browser("claudine");
  for (const view of ["posts", "organisations"]) {
    const page = await claudine.get(at(`?view=${view}`));
    const rows = await tableAt(claudine, at(`/files/heat.csv?view=${view}`));
    const drawn = [...page.text.matchAll(/<td class="in-h[0-4][^"]*" role="cell"><a[^>]*>([−\d.]+)/g)].map((match) => Number(match[1]));
    const filed = rows.flatMap((row) => (row["Gap"] === "" ? [] : [Number(row["Gap"])]));
    expect(drawn.length).toBeGreaterThan(5);
    expect(filed.toSorted((a, b) => a - b)).toEqual(drawn.toSorted((a, b) => a - b));
  }
});

test("the workbook opens with the same figures as numbers", async () => {
  const claudine = await world.browser("claudine");
  const answer = await world.app.request(`http://localhost:8080${at("/files/heat.xlsx")}`, {
    headers: { cookie: await cookieOf(world, "claudine") },
  });
  const book = await readWorkbook(new Uint8Array(await answer.arrayBuffer()));
  if (!book.ok) throw new Error("no workbook");
  const rows = book.sheets[0]?.rows ?? [];
  expect(rows.find((row) => row[0] === "Sector Executive Secretary" && row[1] === "CMP")?.slice(3, 5)).toEqual([96, 2]);
  expect(rows).toHaveLength((await tableAt(claudine, at("/files/heat.csv"))).length + 1);
});

test("every drawing is a well-formed SVG that stands alone, in all three languages", async () => {
  const claudine = await world.browser("claudine");
  const names = ["heat", "ranked", "spread", "estimates", "turnout", "change", "trend", "map"];
  for (const name of names)
    for (const lang of ["en", "fr", "rw"]) {
      const answer = await claudine.get(at(`/files/${name}.svg?domain=CMP&lang=${lang}`));
      expect(answer.status, name).toBe(200);
      expect(answer.headers.get("content-type")).toBe("image/svg+xml");
      const parser = new SaxesParser({ xmlns: true });
      const problems: string[] = [];
      const tags: string[] = [];
      parser.on("error", (error) => problems.push(error.message));
      parser.on("opentag", (tag) => {
        tags.push(tag.local);
        if ("style" in tag.attributes) problems.push("a style attribute");
      });
      parser.write(answer.text).close();
      expect(problems, name).toEqual([]);
      expect(tags[0]).toBe("svg");
      expect(tags).not.toContain("script");
    }
});

test("three answers of Nyanza are hidden with a second district, and the total minus the others gives neither away", async () => {
  const organisations = RURAL.map(idOf);
  const small = await addResults(world.db, {
    title: "A small round",
    organisations,
    lines: organisations.map((organisation, index) => ({
      organisation,
      post: "SES",
      domain: "PLN",
      n: [9, 3, 7, 12, 6, 10][index] ?? 0,
      current: 2,
      desired: [4, 5, 3, 4, 3, 5][index] ?? 4,
    })),
  });
  const claudine = await world.browser("claudine");
  const rows = await tableAt(claudine, `/needs/rounds/${small}/results/files/heat.csv?view=organisations`);
  const shown = rows.filter((row) => row["Answers"] !== "");
  const total = shown.find((row) => row["Organisation"] === "All together");
  const rest = rows.filter((row) => RURAL.includes(row["Organisation"] as (typeof RURAL)[number]));
  const away = rest.filter((row) => row["Answers"] === "").map((row) => row["Organisation"]);
  expect(total?.["Answers"]).toBe("47");
  expect(away.toSorted()).toEqual(["Gicumbi", "Nyanza"]);
  const left = 47 - rest.reduce((sum, row) => sum + Number(row["Answers"] ?? 0), 0);
  // The attack finds both together, nine people, and no more.
  expect(left).toBe(9);
  const page = await claudine.get(`/needs/rounds/${small}/results/evidence?domain=PLN&organisation=${idOf("Nyanza")}`);
  expect(page.text).toContain("This figure is hidden: fewer than 5 people answered.");
  expect(page.text).not.toContain("Sources side by side");
  const sheet = await claudine.get(`/needs/rounds/${small}/results/${idOf("Nyanza")}`);
  expect(sheet.text).toContain("&lt;5");
  const program = JSON.parse((await claudine.get(`/needs/rounds/${small}/results.json`)).text) as {
    domains: { organisations: { organisation: string; gap: number | null; suppressed: boolean }[] }[];
  };
  expect(
    program.domains[0]?.organisations
      .filter((one) => one.suppressed)
      .map((one) => one.organisation)
      .toSorted(),
  ).toEqual(["Gicumbi", "Nyanza"]);
});

test("the page of gaps asks the database at most eight times, for Claudine and for Jean-Bosco", async () => {
  for (const name of ["claudine", "jeanbosco"] as const) {
    const browser = await world.browser(name);
    await browser.get(at());
    const asked: string[] = [];
    const note = (event: unknown): void => void asked.push(JSON.stringify(event));
    const { Client } = pg;
    const original = Client.prototype.query;
    Client.prototype.query = function query(this: unknown, ...args: unknown[]) {
      note(args[0]);
      return (original as (...all: unknown[]) => unknown).apply(this, args);
    } as never;
    try {
      await browser.get(at());
    } finally {
      Client.prototype.query = original;
    }
    expect(asked.length, asked.join("\n")).toBeLessThanOrEqual(8);
    expect(asked.length).toBeGreaterThan(3);
  }
});

test("when Claudine lets only reach count, the need that was first is third, and the page says so", async () => {
  const claudine = await world.browser("claudine");
  const plain = await claudine.get(at("/ranked?list=needs"));
  expect(plain.text).toMatch(/Managing a contract after signature[\s\S]*Handling complaints/);
  const places = await tableAt(claudine, at("/files/ranked.csv?list=needs&gap=0&importance=0&reach=1&cost=0"));
  const contract = places.find((row) => row["Need"] === "Managing a contract after signature");
  expect(contract).toMatchObject({ Place: "3", "Place in the round": "1" });
  const moved = await claudine.get(at("/ranked?list=needs&gap=0&importance=0&reach=1&cost=0"));
  expect(moved.text).toContain("Was 1, now 3.");
  expect(moved.text).toContain("3 places change under these weights.");
  expect(moved.text).toContain("Not a course: Tools or system 61%");
  expect(moved.text).toContain('<option value="0" selected>');
});

test("the change since the last round is minus one level in complaints, counted on twelve districts in both", async () => {
  const claudine = await world.browser("claudine");
  const rows = await tableAt(claudine, at("/files/change.csv"));
  const complaints = rows.find((row) => row["Subject"] === "Complaints and mediation");
  expect(complaints).toMatchObject({
    "Gap before": "2.6",
    "Gap now": "1.6",
    Change: "-1",
    "Interval from": "-1",
    "Interval to": "-1",
    "Organisations in both": "12",
    "Only before": "0",
  });
  const page = await claudine.get(at("/change"));
  expect(page.text).toContain("Gaps closed for certain in one subject, opened in none");
  expect(page.text).toContain("cannot be compared");
});

test("levels, causes and sources stand behind a figure, with its kinds of district beside it", async () => {
  const claudine = await world.browser("claudine");
  const page = await claudine.get(at("/evidence?domain=DIG&post=SES"));
  expect(page.text).toContain("Sector Executive Secretary: wanted 4.0, now 2.0, a gap of 2.0 levels. 96 answers.");
  expect(page.text).toContain("Tools or system is named most often");
  expect(page.text).toContain("Own statement");
  expect(page.text).toContain("Secondary city");
});

test("everyone may know one mean a field with its interval; a small round before sharing changes nothing", async () => {
  const found = await publicNeeds(world.db, world.pack, "2025-11-17");
  const complaints = found?.domains.find((one) => one.domain === "CMP");
  expect(found?.round.fiscalYear).toBe("2025/2026");
  // The latest shared round is one of those above; all carry figures only where five organisations and people agreed.
  expect(found?.domains.every((one) => one.suppressed || (one.organisations ?? 0) >= 5)).toBe(true);
  if (complaints !== undefined) expect(complaints).toMatchObject({ gap: 1.6, low: 1.6, high: 1.6, respondents: 168, organisations: 12 });
});

test("a round without an answer says so and offers the next step", async () => {
  const empty = await addResults(world.db, {
    title: "Just opened",
    state: "open",
    closes: "2025-12-15",
    organisations: [idOf("Huye")],
    lines: [],
  }).catch(() => "");
  expect(empty).not.toBe("");
  const page = await (await world.browser("claudine")).get(`/needs/rounds/${empty}/results`);
  expect(page.status).toBe(200);
  expect(page.text).toContain("answers are taken until 15/12/2025");
});
