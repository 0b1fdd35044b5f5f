/** Imports on pages: checked and kept first, confirmed by a person, taken by a job; then doubles are told apart and can be parted again. */
import { describe, expect, it } from "vitest";
import { sql } from "kysely";
import type { JobContext } from "#kernel/access/module.ts";
import { queueName } from "#platform/jobs/enqueue.ts";
import { useWorld } from "#test/support/world.ts";
import { IMPORT_JOB, takeRun } from "./import-runs.ts";
import { module } from "./module.ts";

const world = useWorld([module]);

const context = (): JobContext =>
  ({ db: world.db, pack: world.pack, now: world.now, origin: world.origin, act: (work) => world.act(null, work) }) as JobContext;
const idOf = (location: string | null): string => location?.split("/").at(-1) ?? "";

const PEOPLE = `Full name,Sex,Telephone,Organisation,Post,From,Qualification
Aline Uwase,F,0788 000 801,Huye,Director of health,2022,masters
Paul Mugabo,M,0788 000 802,Huye,Director of education,06/2023,
Eric Gasana,M,12,Huye,Director of finance,,
Jeanne Mutesi,F,,Musanze,Director of finance,2022,
Alexis Ganza,M,,Huye,Mayor,2022,
`;

async function bring(login: "jeanbosco" | "claudine" | "gilbert", kind: string, name: string, text: string): Promise<string> {
  const answer = await (await world.browser(login)).post(`/people/imports/new/${kind}`, { file: new File([text], name) });
  expect(answer.status).toBe(303);
  return idOf(answer.location);
}

describe("Jean-Bosco brings a list of staff", () => {
  let run = "";

  it("the page counts what would be taken and explains every row that cannot be, before anything is written", async () => {
    run = await bring("jeanbosco", "people", "staff.csv", PEOPLE);
    const page = await (await world.browser("jeanbosco")).get(`/people/imports/${run}`);
    for (const words of ["Take 2 rows", "is not a telephone number", "lies outside the reach", "Innocent Rugamba holds this post since"])
      expect(page.text).toContain(words);
    expect(await world.db.selectFrom("registry.person").select("id").where("full_name", "=", "Aline Uwase").execute()).toEqual([]);
  });

  it("the rejected rows download with their reasons, ready to be corrected and brought again", async () => {
    const file = await (await world.browser("jeanbosco")).get(`/people/imports/${run}/rejected.csv`);
    expect(file.text.split("\r\n").filter((line) => line !== "")).toHaveLength(4);
    expect(file.text).toContain("Eric Gasana");
  });

  it("nobody else finds his run", async () => {
    expect((await (await world.browser("olivier")).get(`/people/imports/${run}`)).status).toBe(404);
    expect((await (await world.browser("olivier")).post(`/people/imports/${run}/confirm`)).status).toBe(404);
    expect((await (await world.browser("pacifique")).get("/people/imports/new/people")).status).toBe(404);
  });

  it("confirmed, the job takes the good rows; run a second time it adds nobody twice", async () => {
    const browser = await world.browser("jeanbosco");
    expect((await browser.post(`/people/imports/${run}/confirm`)).status).toBe(303);
    expect((await browser.post(`/people/imports/${run}/confirm`)).status).toBe(409);
    const queued = await sql<{
      n: number;
    }>`select count(*)::int as n from graphile_worker.jobs where task_identifier = ${queueName(IMPORT_JOB)}`.execute(world.db);
    expect(queued.rows[0]?.n).toBe(1);
    expect((await browser.get(`/people/imports/${run}`)).text).toContain("0 of 2 rows taken. You can close this page.");
    await takeRun(context(), { run });
    await takeRun(context(), { run });
    const page = await browser.get(`/people/imports/${run}`);
    expect(page.text).toContain("Done");
    const { rows } = await sql<{ full_name: string; from_precision: string; level: string | null }>`
      select h.full_name, a.from_precision, q.level from registry.person h join registry.assignment a on a.person = h.id left join registry.qualification q on q.person = h.id
      where h.full_name in ('Aline Uwase', 'Paul Mugabo') order by 1`.execute(world.db);
    expect(rows).toEqual([
      { full_name: "Aline Uwase", from_precision: "year", level: "masters" },
      { full_name: "Paul Mugabo", from_precision: "month", level: null },
    ]);
  });

  it("a run that died halfway goes on: rows that are in already count as unchanged", async () => {
    await sql`update people.import_run set state = 'running' where id = ${run}`.execute(world.db);
    await takeRun(context(), { run });
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from registry.person where full_name = 'Aline Uwase'`.execute(
      world.db,
    );
    expect(rows[0]?.n).toBe(1);
  });
});

describe("the same person on two lists", () => {
  const second = "Full name,Sex,Telephone,Organisation,Post,From\nUWASE Aline,F,0788 000 801,Huye,Director of social development,2024\n";
  let match = "";
  const aline = async (): Promise<{ id: string; merged_into: string | null }[]> =>
    (
      await sql<{
        id: string;
        merged_into: string | null;
      }>`select id, merged_into from registry.person where sort_name like '%uwase%' order by full_name`.execute(world.db)
    ).rows;

  it("a second list brings the suggestion, with its reasons in words", async () => {
    const run = await bring("jeanbosco", "people", "second.csv", second);
    await (await world.browser("jeanbosco")).post(`/people/imports/${run}/confirm`);
    await takeRun(context(), { run });
    const browser = await world.browser("jeanbosco");
    expect((await browser.get(`/people/imports/${run}`)).text).toContain("One pair may be the same person");
    const list = await browser.get("/people/matches");
    match = /\/people\/matches\/([0-9a-f-]{36})/.exec(list.text)?.[1] ?? "";
    const page = await browser.get(`/people/matches/${match}`);
    for (const words of ["the same name: aline", "the same telephone: +250788000801", "speaks for it", "Not the same person"])
      expect(page.text).toContain(words);
  });

  it("Olivier, whose people they are not, finds neither the pair nor a way to decide it; Vestine has no such right", async () => {
    expect((await (await world.browser("olivier")).get(`/people/matches/${match}`)).status).toBe(404);
    expect((await (await world.browser("olivier")).post(`/people/matches/${match}`, { decision: "later" })).status).toBe(404);
    expect((await (await world.browser("vestine")).get("/people/matches")).status).toBe(403);
  });

  it("Jean-Bosco merges them, her page then shows both posts; parted again, each stands alone and the pair waits anew", async () => {
    const browser = await world.browser("jeanbosco");
    const [one] = await aline();
    expect((await browser.post(`/people/matches/${match}`, { decision: "merge", keep: one?.id ?? "" })).status).toBe(303);
    const double = (await aline()).find((row) => row.merged_into !== null);
    expect(double?.merged_into).toBe(one?.id);
    const page = await browser.get(`/people/persons/${one?.id}`);
    for (const words of ["Director of health", "Director of social development", "Part again"]) expect(page.text).toContain(words);
    expect((await browser.post(`/people/matches/${match}`, { decision: "not_same" })).status).toBe(409);
    expect((await browser.post(`/people/persons/${one?.id}/part`, { double: double?.id ?? "" })).status).toBe(303);
    expect((await aline()).every((row) => row.merged_into === null)).toBe(true);
    expect((await browser.get("/people/matches")).text).toContain(match);
  });

  it("“not the same” stays decided when the lists are compared again", async () => {
    const browser = await world.browser("jeanbosco");
    await browser.post(`/people/matches/${match}`, { decision: "not_same" });
    expect((await browser.get("/people/matches")).text).not.toContain(match);
    expect((await browser.get("/people/matches?state=not_same")).text).toContain(match);
  });
});

describe("Gilbert loads the country", () => {
  it("units are his to bring, people are not; a file can be set aside", async () => {
    const browser = await world.browser("gilbert");
    expect((await browser.get("/people/imports/new/people")).status).toBe(404);
    const run = await bring(
      "gilbert",
      "units",
      "units.csv",
      "level,code,name,parent_code\ncell,240901,Butare,2409\ncell,999901,Nowhere,9999\n",
    );
    expect((await browser.get(`/people/imports/${run}`)).text).toContain("There is no unit with the code 9999");
    expect((await browser.post(`/people/imports/${run}/drop`)).status).toBe(303);
    expect((await browser.post(`/people/imports/${run}/confirm`)).status).toBe(409);
    expect(await world.db.selectFrom("registry.organisation").select("id").where("tier", "=", "CEL").execute()).toEqual([]);
  });

  it("confirmed, cells and villages come with their posts and the run ends with all rows", async () => {
    const run = await bring(
      "gilbert",
      "units",
      "units.csv",
      "level,code,name,parent_code\ncell,240901,Butare,2409\nvillage,24090101,Taba,240901\n",
    );
    const browser = await world.browser("gilbert");
    await browser.post(`/people/imports/${run}/confirm`);
    await takeRun(context(), { run });
    const { rows } = await sql<{
      state: string;
      done: number;
      total: number;
    }>`select state, done, total from people.import_run where id = ${run}`.execute(world.db);
    expect(rows[0]).toEqual({ state: "done", done: 2, total: 2 });
  });

  it("an empty form and a picture are refused on the same page", async () => {
    const browser = await world.browser("gilbert");
    expect((await browser.post("/people/imports/new/units", {})).status).toBe(422);
    const picture = await browser.post("/people/imports/new/units", {
      file: new File([new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10])], "x.png"),
    });
    expect([picture.status, picture.text.includes("error-summary")]).toEqual([422, true]);
  });
});
