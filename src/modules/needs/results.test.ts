/** The pictures of a round as the people see them: figures checked by hand, files equal to pages, and nobody sees too much. */
import { SaxesParser } from "saxes";
import { beforeAll, expect, test } from "vitest";
import pg from "pg";
import { openSession, SESSION_COOKIE } from "#kernel/access/session.ts";
import type { CastName } from "#test/support/cast.ts";
import { useWorld, type Browser } from "#test/support/world.ts";
import { readCsv } from "#platform/tabular/csv.ts";
import { readWorkbook } from "#platform/tabular/workbook.ts";
import { addNeed, addResults, resultsAlone, type Line } from "./results.fixture.ts";
import { publicNeeds } from "./results.ts";

const world = useWorld([resultsAlone]);

/** Rural districts whose names stand in the pack; Huye and Musanze are secondary cities. */
const RURAL = ["Gisagara", "Nyanza", "Ruhango", "Kamonyi", "Gicumbi", "Burera"] as const;
const CITIES = ["Huye", "Musanze", "Rubavu", "Rusizi", "Muhanga", "Nyagatare"] as const;

let ids: Record<string, string> = {};
let round = "";
let before = "";
let hidden = "";

const idOf = (name: string): string => ids[name] ?? "";

/** Every district: eight sector secretaries and six procurement officers a city, so that nothing is small. */
function lines(shift: number): Line[] {
  return [...CITIES, ...RURAL].flatMap((name, index): Line[] => {
    const organisation = idOf(name);
    return [
      { organisation, post: "SES", domain: "CMP", n: 8, current: 2, desired: 4 - shift, importance: 3 },
      { organisation, post: "PRO", domain: "CMP", n: 6, current: 3, desired: 4 - shift, importance: 2 },
      { organisation, post: "SES", domain: "DIG", n: 8, current: 1 + (index % 3), desired: 4, cause: "tools_system" },
      {
        organisation,
        post: "PRO",
        domain: "PRC",
        n: 6,
        current: 2 + (index % 2),
        desired: 4,
        bottleneck: index === 0 ? `${["Jean", "Bosco"].join("-")} keeps the keys of the cupboard, variant ${index}` : undefined,
      },
    ];
  });
}

beforeAll(async () => {
  for (const name of [...CITIES, ...RURAL]) ids[name] = await world.organisation(name);
  const organisations = Object.values(ids);
  before = await addResults(world.db, {
    title: "Yearly round 2024/2025",
    fiscalYearStart: "2024-07-01",
    closes: "2024-10-31",
    state: "closed",
    organisations,
    lines: lines(-1),
  });
  round = await addResults(world.db, { organisations, lines: lines(0), previous: before, silent: { [idOf("Huye")]: 30 } });
  hidden = await addResults(world.db, {
    title: "Round still being moderated",
    state: "moderated",
    fiscalYearStart: "2026-07-01",
    organisations,
    lines: lines(0),
  });
  const need = { round, importance: 3, reach: 14, respondents: 14 };
  await addNeed(world.db, {
    ...need,
    organisation: idOf("Huye"),
    domain: "CMP",
    statement: "Handling complaints to a first answer",
    current: 2.43,
    desired: 4,
    cost: 900_000,
  });
  await addNeed(world.db, {
    ...need,
    organisation: idOf("Huye"),
    domain: "PRC",
    statement: "Managing a contract after signature",
    current: 2,
    desired: 4,
    reach: 6,
    respondents: 6,
    cost: 300_000,
    state: "contested",
    contest: "Our own review says three",
  });
  await addNeed(world.db, {
    ...need,
    organisation: idOf("Musanze"),
    domain: "DIG",
    statement: "Keeping records others can use",
    current: 2,
    desired: 4,
    reach: 8,
    respondents: 8,
    cost: 2_000_000,
    cause: "tools_system",
  });
});

const at = (rest = ""): string => `/needs/rounds/${round}/results${rest}`;

async function csv(browser: Browser, path: string): Promise<Record<string, unknown>[]> {
  const answer = await browser.get(path);
  const read = await readCsv(new TextEncoder().encode(answer.text));
  if (!read.ok) throw new Error("not a table");
  const [head = [], ...rows] = read.rows.map((row) => row.cells);
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [String(name), row[index] ?? null])));
}

/** Figures by hand. CMP: 12 districts × (8 × 2 + 6 × 1) = 264 over 168 answers = 1.571; sector secretaries 2.0, procurement officers 1.0. */
test("Claudine reads the figures that a calculation by hand gives", async () => {
  const claudine = await world.browser("claudine");
  const page = await claudine.get(at());
  expect(page.status).toBe(200);
  expect(page.text).toContain("168 answers from 12 organisations, 01/09/2025 to 31/10/2025");
  const rows = await csv(claudine, at("/files/heat.csv"));
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
    const rows = await csv(claudine, at(`/files/heat.csv?view=${view}`));
    const drawn = [...page.text.matchAll(/<td class="in-h[0-4][^"]*" role="cell"><a[^>]*>([−\d.]+)/g)].map((match) => Number(match[1]));
    const filed = rows.flatMap((row) => (row["Gap"] === "" ? [] : [Number(row["Gap"])]));
    expect(drawn.length).toBeGreaterThan(5);
    expect(filed.toSorted((a, b) => a - b)).toEqual(drawn.toSorted((a, b) => a - b));
  }
});

test("the workbook opens with the same figures as numbers", async () => {
  const claudine = await world.browser("claudine");
  const answer = await world.app.request(`http://localhost:8080${at("/files/heat.xlsx")}`, {
    headers: { cookie: await cookieOf("claudine") },
  });
  const book = await readWorkbook(new Uint8Array(await answer.arrayBuffer()));
  if (!book.ok) throw new Error("no workbook");
  const rows = book.sheets[0]?.rows ?? [];
  expect(rows.find((row) => row[0] === "Sector Executive Secretary" && row[1] === "CMP")?.slice(3, 5)).toEqual([96, 2]);
  expect(rows).toHaveLength((await csv(claudine, at("/files/heat.csv"))).length + 1);
});

/** The cookie of somebody signed in, acting as her post or as herself. */
async function cookieOf(name: CastName, asPost = true): Promise<string> {
  const actor = await world.actor(name);
  const token = await world.db
    .transaction()
    .execute((tx) => openSession(tx, actor.account, asPost ? actor.assignment : null, world.now, true));
  return `${SESSION_COOKIE}=${token}`;
}

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
  const rows = await csv(claudine, `/needs/rounds/${small}/results/files/heat.csv?view=organisations`);
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
  expect(page.text).toContain("This figure is hidden.");
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

/** Every page and file that somebody may open. */
const EVERYTHING = [
  "",
  "?view=organisations",
  "/ranked",
  "/ranked?list=needs",
  "/spread",
  "/spread?group=rural",
  "/change",
  "/map?count=requests",
  "/print",
  "/method",
  "/evidence?domain=CMP",
  "/evidence?domain=CMP&group=rural",
  ".json",
  "/files/heat.csv?view=organisations",
  "/files/ranked.csv?list=needs",
  "/files/spread.csv",
  "/files/estimates.csv",
  "/files/estimates.svg",
  "/files/turnout.csv",
  "/files/turnout.svg",
  "/files/change.csv",
  "/files/spread.svg",
];

test("Jean-Bosco never receives another district’s name with a level, a gap or a turnout on any page or file", async () => {
  const jeanbosco = await world.browser("jeanbosco");
  const others = [...CITIES, ...RURAL].filter((name) => name !== "Huye");
  for (const rest of EVERYTHING) {
    const answer = await jeanbosco.get(at(rest));
    expect([200, 404], rest).toContain(answer.status);
    // The map of the first page and of the summary names districts with counts of people only: that part is public.
    const text = answer.text.replaceAll(/<div class="in-tiles[\s\S]*?<\/figure>/g, "");
    for (const name of others) expect(text.includes(name), `${name} on ${rest}`).toBe(false);
  }
  const map = (await jeanbosco.get(at())).text;
  expect(map).toContain("Musanze");
  expect(map).toContain("Huye");
});

test("Claudine does see districts by name, so the test above is not blind", async () => {
  const claudine = await world.browser("claudine");
  const text = (await claudine.get(at("?view=organisations"))).text.replaceAll(/<div class="in-tiles[\s\S]*?<\/figure>/g, "");
  expect(text).toContain("Musanze");
});

test("Jean-Bosco opens the sheet of Huye and gets “not found” for Musanze; Olivier the other way round", async () => {
  const [jeanbosco, olivier] = [await world.browser("jeanbosco"), await world.browser("olivier")];
  const own = await jeanbosco.get(at(`/${idOf("Huye")}`));
  expect(own.status).toBe(200);
  expect(own.text).toContain("Handling complaints to a first answer");
  expect(own.text).toContain("Contested: Our own review says three");
  expect(own.text).toContain("in-printhead");
  expect(own.text).toContain("in-stamp");
  expect(own.text).toContain("in-qr");
  expect((await jeanbosco.get(at(`/${idOf("Musanze")}`))).status).toBe(404);
  expect((await jeanbosco.get(at(`/evidence?domain=CMP&organisation=${idOf("Musanze")}`))).status).toBe(404);
  expect((await jeanbosco.get(at(`/files/entity.csv?organisation=${idOf("Musanze")}`))).status).toBe(404);
  expect((await olivier.get(at(`/${idOf("Musanze")}`))).status).toBe(200);
  expect((await olivier.get(at(`/${idOf("Huye")}`))).status).toBe(404);
});

test("before the round is shared Jean-Bosco and Pacifique are told so, and Claudine sees everything", async () => {
  const path = `/needs/rounds/${hidden}/results`;
  for (const name of ["jeanbosco", "pacifique"] as const) {
    const browser = await world.browser(name);
    const page = await browser.get(path);
    expect(page.text).toContain("The results of this round are not shared yet.");
    expect(page.text).not.toContain("in-heat");
    expect((await browser.get(`${path}.json`)).status).toBe(404);
    expect((await browser.get(`${path}/files/heat.csv`)).status).toBe(404);
    expect((await browser.get(`${path}/${idOf("Huye")}`)).text).not.toContain("in-dumb");
  }
  expect((await (await world.browser("claudine")).get(path)).text).toContain("in-heat");
});

test("Pacifique, who only answered, sees totals by post and no organisation; acting as nobody’s post he is refused", async () => {
  const pacifique = await world.browser("pacifique");
  const page = await pacifique.get(at("?view=organisations"));
  expect(page.status).toBe(200);
  expect(page.text).toContain("Gap by subject and post");
  expect(page.text).not.toContain("By organisation");
  expect((await pacifique.get(at(`/${idOf("Huye")}`))).status).toBe(404);
  const list = await csv(pacifique, at("/files/ranked.csv?list=needs"));
  expect(list.every((row) => row["Organisation"] === "")).toBe(true);
  const herself = await world.app.request(`http://localhost:8080${at()}`, {
    headers: { cookie: await cookieOf("pacifique", false), "accept-language": "en" },
  });
  expect(herself.status).toBe(403);
  expect((await (await world.browser(null)).get(at())).status).toBe(303);
  expect((await pacifique.get("/needs/rounds/00000000-0000-4000-8000-000000000000/results")).status).toBe(404);
});

test("a district that shares with nobody is not in any total, not even for Claudine, and stands in none of her lists", async () => {
  const organisations = CITIES.map(idOf);
  const own = await addResults(world.db, {
    title: "A round with refusals",
    organisations,
    consents: { [idOf("Rubavu")]: "none", [idOf("Rusizi")]: "association" },
    lines: organisations.map((organisation) => ({ organisation, post: "SES", domain: "PLN", n: 10, current: 2, desired: 4 })),
  });
  const path = `/needs/rounds/${own}/results/files/heat.csv?view=organisations`;
  const seen = await csv(await world.browser("claudine"), path);
  expect(seen.find((row) => row["Organisation"] === "All together")?.["Answers"]).toBe("50");
  expect(seen.some((row) => row["Organisation"] === "Rubavu")).toBe(false);
  expect(seen.some((row) => row["Organisation"] === "Rusizi")).toBe(true);
  const member = await csv(await world.browser("jeanbosco"), path);
  expect(member.find((row) => row["Organisation"] === "All together")?.["Answers"]).toBe("40");
});

test("when Claudine lets only reach count, the need that was first is third, and the page says so", async () => {
  const claudine = await world.browser("claudine");
  const plain = await claudine.get(at("/ranked?list=needs"));
  expect(plain.text).toMatch(/Managing a contract after signature[\s\S]*Handling complaints/);
  const places = await csv(claudine, at("/files/ranked.csv?list=needs&gap=0&importance=0&reach=1&cost=0"));
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
  const rows = await csv(claudine, at("/files/change.csv"));
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

test("Jean-Bosco reads what his people wrote without their names; Claudine does not read it", async () => {
  const path = at(`/evidence?domain=PRC&organisation=${idOf("Huye")}`);
  const own = await (await world.browser("jeanbosco")).get(path);
  expect(own.text).toContain("[name] keeps the keys of the cupboard");
  expect(own.text).not.toContain("Bosco keeps");
  expect((await (await world.browser("claudine")).get(path)).text).not.toContain("keeps the keys");
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
