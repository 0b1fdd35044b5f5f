/** The chain over the demonstration’s real records: page, file and command agree, both ends find each other, and nothing foreign stands in it. */
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { makeDemonstration } from "#app/demo.ts";
import { modules } from "#app/modules.ts";
import { houseOf } from "#kernel/access/house.ts";
import type { CommandContext } from "#kernel/access/module.ts";
import { fiscalYearAfter, fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import { planLinesOf, planProgressOf } from "#modules/plans";
import { enrolmentsOf, sessionsWhere } from "#modules/sessions";
import { NOW, ROOT, TODAY } from "#test/support/fixed.ts";
import { useWorld, type Browser } from "#test/support/world.ts";
import { traceCommand } from "./commands.ts";

const world = useWorld();
let claudine: Browser;

/** What the chain is made from; the modules behind add nothing to it. */
const BEHIND = new Set(["profiles", "messages", "privacy", "operations", "today", "journal", "portal"]);

interface Data {
  readonly places: readonly {
    readonly stage: string;
    readonly records: readonly { readonly kind: string; readonly id: string; readonly title: string; readonly value?: string }[];
  }[];
}

interface Through {
  readonly need: string;
  readonly line: string;
  readonly session: string;
  readonly indicator: string;
  readonly enrolment: string;
  readonly person: string;
  readonly task: string;
}

const through = {} as { -readonly [K in keyof Through]: Through[K] };

/** A record of each kind on one chain of the cycle that is over, filled from the need to what residents were told. */
async function fullest(): Promise<Through> {
  const { rows } = await sql<Through>`
    select n.from_id as need, n.to_id as line, s.to_id as session, m.to_id as indicator, t.enrolment, coalesce(h.merged_into, h.id) as person, t.id as task
    from trace.link n
    join trace.link s on s.relation = 'delivered_by' and s.from_id = n.to_id
    join sessions.session z on z.id = s.to_id and z.state = 'closed'
    join trace.link m on m.relation = 'measured_by' and m.from_id = n.from_id
    join followups.task t on t.session = s.to_id and t.written_at is not null
    join commitment.commitment c on c.id = t.id and c.state = 'verified'
    join registry.person h on h.id = t.person
    join portfolio.entry e on e.id = t.enrolment
    join publication.release r on r.state = 'released' and e.to_day between r.period_from and r.period_to
    where n.relation = 'planned_in' and n.from_kind = 'needs.need' order by s.to_id, n.from_id, t.id limit 1`.execute(world.db);
  const [found] = rows;
  if (found === undefined) throw new Error("The demonstration has no chain that is filled from need to what was told.");
  return found;
}

beforeAll(async () => {
  await makeDemonstration(
    world.db,
    world.pack,
    modules.filter((module) => !BEHIND.has(module.name)),
    NOW,
  );
  Object.assign(through, await fullest());
  claudine = await world.browser("claudine");
}, 300_000);

const KINDS = {
  need: "needs.need",
  line: "plans.line",
  session: "sessions.session",
  person: "person",
  enrolment: "sessions.enrolment",
  task: "followups.task",
  indicator: "measure.indicator",
} as const satisfies Record<keyof Through, string>;

const NAMES = Object.keys(KINDS) as (keyof Through)[];

async function chainOf(kind: string, id: string): Promise<Data> {
  const answer = await claudine.get(`/chain/${kind}/${id}/data`);
  expect(answer.status).toBe(200);
  return JSON.parse(answer.text) as Data;
}

const idsIn = (data: Data, ...stages: string[]): string[] =>
  data.places.flatMap((place) => (stages.length === 0 || stages.includes(place.stage) ? place.records.map((record) => record.id) : []));

async function traced(kind: string, id: string): Promise<unknown> {
  const printed: string[] = [];
  const context = { args: [kind, id], json: true, pack: world.pack, now: NOW, db: world.db, house: houseOf(modules), root: ROOT };
  const status = await traceCommand.run({
    ...context,
    print: (text: string) => printed.push(text),
    complain: (text: string) => printed.push(text),
  } as unknown as CommandContext);
  expect(`${status}`).toBe("0");
  return JSON.parse(printed.join(""));
}

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
const readable = (html: string): string =>
  html.replaceAll(/<[^>]+>/g, "").replaceAll(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);

/** The titles of each place as the table beneath a page’s drawing tells them. */
function placesOn(page: string): string[][] {
  const from = page.indexOf('class="in-chain ');
  const [, table = ""] = /<tbody[^>]*>(.*?)<\/tbody>/s.exec(page.slice(from)) ?? [];
  return [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) => readable(cell)),
  );
}

const hrefsOn = (page: string): Set<string> =>
  new Set(
    [...(/<main.*<\/main>/s.exec(page)?.[0] ?? "").matchAll(/ href="([^"#]+)/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&")),
  );

/** The status at the end of a link; a response is shown on the page of its need. */
async function opens(path: string): Promise<number> {
  const answer = await claudine.get(path);
  return answer.status === 303 && answer.location !== null ? (await claudine.get(answer.location)).status : answer.status;
}

const house = houseOf(modules);
const pageOf = (name: keyof Through): string => house.records.get(KINDS[name])?.href(through[name]) ?? "";
/** Places and tasks have their chain on its own page alone. */
const drawnOn = (name: keyof Through): string =>
  name === "enrolment" || name === "task" ? `/chain/${KINDS[name]}/${through[name]}` : pageOf(name);

describe("one chain, seen from each of its records", () => {
  it.each(NAMES)("from the %s, the terminal prints what Claudine’s file says", async (name) => {
    const data = await chainOf(KINDS[name], through[name]);
    expect(await traced(KINDS[name], through[name])).toEqual(data);
    expect(idsIn(data).length).toBeGreaterThan(2);
  });

  it.each(NAMES)("the page of the %s draws the same places", async (name) => {
    const data = await chainOf(KINDS[name], through[name]);
    const page = await claudine.get(drawnOn(name));
    expect(page.status).toBe(200);
    const told = data.places.map((place) => place.records.map((record) => record.title).join("; ") || "Nothing yet");
    expect(placesOn(page.text).map(([, titles]) => titles)).toEqual(told);
  });

  it.each(NAMES)("from the page of the %s, Claudine opens any record of its chain within three clicks", async (name) => {
    const wanted = new Map(
      (await chainOf(KINDS[name], through[name])).places
        .flatMap((place) => place.records)
        .filter((record) => record.id !== through[name])
        .map((record) => [house.records.get(record.kind)?.href(record.id) ?? "", record.title]),
    );
    const seen = new Set<string>();
    let edge = [drawnOn(name)];
    for (let click = 1; click <= 3 && [...wanted.keys()].some((href) => !seen.has(href)); click += 1) {
      const pages = await Promise.all(edge.map((path) => claudine.get(path)));
      const found = new Set(pages.flatMap((page) => [...hrefsOn(page.text)]));
      edge = [...found].filter((href) => href.startsWith("/chain/") && !href.endsWith("/picture") && !seen.has(href));
      for (const href of found) seen.add(href);
    }
    expect([...wanted].filter(([href]) => !seen.has(href))).toEqual([]);
    for (const href of [...wanted.keys()].slice(0, 8)) expect(await opens(href)).toBe(200);
  });
});

describe("what stands in a chain", () => {
  it("fills every place from the need to what residents were told", async () => {
    const { places } = await chainOf("needs.need", through.need);
    expect(places.filter((place) => place.records.length === 0).map((place) => place.stage)).toEqual([]);
  });

  it("keeps every other session out of the chain of a session", async () => {
    const { rows } = await sql<{ id: string }>`select id from sessions.session where plan_line is not null order by id limit 12`.execute(
      world.db,
    );
    for (const { id } of rows) expect(idsIn(await chainOf("sessions.session", id), "session")).toEqual([id]);
    expect(rows).toHaveLength(12);
  });

  it("keeps the tasks of everybody else out of the chain of a person", async () => {
    const { rows } = await sql<{ person: string }>`
      select distinct coalesce(h.merged_into, h.id) as person from followups.task t join registry.person h on h.id = t.person
      where t.session = ${through.session} and t.written_at is not null order by 1 limit 6`.execute(world.db);
    for (const { person } of rows) {
      const tasks = idsIn(await chainOf("person", person), "work");
      const own = await sql<{ id: string }>`
        select t.id from followups.task t join registry.person h on h.id = t.person
        where coalesce(h.merged_into, h.id) = ${person} and t.written_at is not null order by t.id`.execute(world.db);
      expect(tasks).toEqual(own.rows.map((row) => row.id));
    }
    expect(rows).toHaveLength(6);
  });

  it("finds the indicator from the need, and the need from the indicator, with the same sessions and what was told between them", async () => {
    const { rows } = await sql<{ need: string; indicator: string }>`
      select from_id as need, to_id as indicator from trace.link where relation = 'measured_by' order by 1 limit 12`.execute(world.db);
    for (const { need, indicator } of rows) {
      const [ahead, back] = [await chainOf("needs.need", need), await chainOf("measure.indicator", indicator)];
      expect(idsIn(ahead, "result")).toContain(indicator);
      expect(idsIn(back, "need")).toContain(need);
      const both = new Set(idsIn(back));
      expect(idsIn(ahead, "plan", "session", "work", "told").filter((id) => !both.has(id))).toEqual([]);
    }
    expect(rows.length).toBeGreaterThan(5);
  });

  it("finds the need and the indicator from whatever stands between them", async () => {
    for (const name of ["line", "session", "person", "enrolment", "task"] as const) {
      const found = idsIn(await chainOf(KINDS[name], through[name]));
      expect([name, found.includes(through.need), found.includes(through.indicator)]).toEqual([name, true, true]);
    }
  });
});

describe("what was told", () => {
  const toldOf = async (session: string) =>
    (await chainOf("sessions.session", session)).places.find((place) => place.stage === "told")?.records ?? [];

  it("names the released copy that counts a session’s participants, with the day of its release", async () => {
    const [copy, ...more] = await toldOf(through.session);
    const { rows } = await sql<{ id: string; day: string }>`
      select r.id, to_char(r.released_at, 'DD/MM/YYYY') as day from publication.release r join sessions.session s on s.to_day between r.period_from and r.period_to
      where s.id = ${through.session} and r.state = 'released'`.execute(world.db);
    expect([copy?.id, copy?.value]).toEqual([rows[0]?.id, rows[0]?.day]);
    expect(more).toEqual([]);
  });

  it("says nothing of a session that was held after the copy’s period", async () => {
    const { rows } = await sql<{ id: string }>`
      select id from sessions.session s where not exists (
        select from publication.release r where r.state = 'released' and s.to_day between r.period_from and r.period_to) order by id limit 5`.execute(
      world.db,
    );
    for (const { id } of rows) expect(await toldOf(id)).toEqual([]);
    expect(rows).toHaveLength(5);
  });

  it("no longer names a copy that was withdrawn", async () => {
    const before = await toldOf(through.session);
    await sql`update publication.release set state = 'withdrawn', withdrawn_why = 'Counted twice' where id = ${before[0]?.id ?? ""}`.execute(
      world.db,
    );
    expect(before).toHaveLength(1);
    expect(await toldOf(through.session)).toEqual([]);
  });
});

describe("the portfolio behind it", () => {
  it("holds exactly the rows that can be made again from the places people had in sessions", async () => {
    const { rows } = await sql<{ made: number; kept: number; differ: number }>`
      with made as (
        select e.id, e.person, 'sessions.enrolment' as kind, 'sessions.session' as about_kind, s.id as about, s.title, s.language, c.code as course,
          s.modality, s.domain, s.programme, e.post, e.post_type, e.organisation, e.tier, e.age_band, s.from_day, s.to_day,
          case when e.outcome = 'competent' then 'competent' else 'attended' end as outcome, 'verified' as certainty, s.reference as source
        from sessions.enrolment e join sessions.session s on s.id = e.session join courses.course c on c.id = s.course where e.state in ('attended', 'competent', 'attended_only', 'applied')
      ), kept as (
        select id, person, kind, about_kind, about, title, language, course, modality, domain, programme, post, post_type, organisation, tier, age_band,
          from_day, to_day, outcome, certainty, source
        from portfolio.entry where kind = 'sessions.enrolment'
      )
      select (select count(*) from made)::int as made, (select count(*) from kept)::int as kept,
        (select count(*) from (select * from made except select * from kept union all select * from kept except select * from made) x)::int as differ`.execute(
      world.db,
    );
    expect(rows[0]).toEqual({ made: rows[0]?.kept, kept: rows[0]?.made, differ: 0 });
    expect(rows[0]?.made).toBeGreaterThan(1000);
  });
});

describe("the cycle that is over", () => {
  const lastYear = () => fiscalYearAfter(world.pack.calendar, fiscalYearOf(world.pack.calendar, TODAY), -1);

  it("every session of last year stands on a line of the plan that is closed, and the line counts the people who were there", async () => {
    const year = lastYear();
    const states = ["closed", "follow_up"] as const;
    const sessions = await sessionsWhere(world.db, { states, from: year.start, to: year.end, limit: 500, offset: 0 });
    expect(sessions.length).toBeGreaterThan(60);
    expect(sessions.filter((session) => session.state === "closed").length).toBeGreaterThan(50);
    const lines = new Map((await planLinesOf(world.db, { fiscalYearStart: year.start })).map((line) => [line.id, line]));
    expect(new Set([...lines.values()].map((line) => line.state))).toEqual(new Set(["closed"]));
    const progress = await planProgressOf(world.db, [...lines.keys()]);
    const came = new Set(["attended", "competent", "attended_only", "applied"]);
    const bySession = Map.groupBy(
      await enrolmentsOf(
        world.db,
        sessions.map((session) => session.id),
      ),
      (one) => one.session,
    );
    for (const session of sessions) {
      const line = lines.get(session.planLine ?? "");
      const people = (bySession.get(session.id) ?? []).filter((one) => came.has(one.state)).length;
      expect(line).toMatchObject({ course: session.course, from: session.from, to: session.to });
      expect(progress.get(line?.id ?? "")).toEqual({ events: 1, held: 1, people });
      expect(people).toBeGreaterThan(0);
      expect(people).toBeLessThanOrEqual(line?.places ?? 0);
    }
  });

  it("one walks from a need of the finished round to what residents were told without leaving it", async () => {
    const { rows } = await sql<{ round: string; year: string; plan: string; session: string }>`
      select r.state as round, p.fiscal_year_start as year, p.state as plan, s.state as session
      from needs.need n join needs.round r on r.id = n.round
      join plans.line l on l.id = ${through.line} join plans.plan p on p.id = l.plan
      join sessions.session s on s.id = ${through.session} and s.plan_line = l.id where n.id = ${through.need}`.execute(world.db);
    expect(rows).toEqual([{ round: "closed", year: lastYear().start, plan: "closed", session: "closed" }]);
    const { places } = await chainOf("needs.need", through.need);
    const ids = new Set(places.flatMap((place) => place.records.map((record) => record.id)));
    for (const name of ["line", "session", "indicator"] as const) expect(ids.has(through[name])).toBe(true);
    const back = await chainOf("followups.task", through.task);
    expect(idsIn(back)).toEqual(expect.arrayContaining([through.need, through.line, through.session]));
  });
});
