/** The chain over 300,000 places in sessions: its page and its function alone, from a need, a session, a person and an indicator. */
import { sql } from "kysely";
import { modules } from "#app/modules.ts";
import { houseOf } from "#kernel/access/house.ts";
import { actorFor } from "#kernel/access/session.ts";
import { today } from "#kernel/calendar/day.ts";
import { loadPack } from "#kernel/pack/load.ts";
import { drawChain } from "#kernel/trace/drawn.ts";
import { speak } from "#platform/i18n/text.ts";
import { ROOT } from "#test/support/fixed.ts";
import { join } from "node:path";
import { installation, type Installation } from "./installation.ts";
import { learningData } from "./learning-data.ts";
import { figure, timed, type Bench, type Line } from "./measure.ts";
import { quantile } from "./check-in-page.ts";

/** Wanted of every page, in milliseconds at the 95th percentile. */
const MOST = 200;
/** Records of a kind that are looked at, and how often all of them. */
const RECORDS = 20;
const ROUNDS = 2;

/** Records that are spread over everything, in the order of their ids, which are random. */
async function someOf({ db }: Installation): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ kind: string; id: string }>`
    (select 'needs.need' as kind, from_id as id from trace.link where relation = 'planned_in' and from_kind = 'needs.need' group by from_id order by from_id limit ${RECORDS})
    union all (select 'sessions.session', id from sessions.session where reference like 'BENCH-%' order by id limit ${RECORDS})
    union all (select 'person', person from sessions.enrolment where token like 'bench-%' group by person order by person limit ${RECORDS})
    union all (select 'measure.indicator', to_id from trace.link where relation = 'measured_by' group by to_id order by to_id limit ${RECORDS})`.execute(
    db,
  );
  return new Map([...Map.groupBy(rows, (row) => row.kind)].map(([kind, list]) => [kind, list.map((row) => row.id)]));
}

async function each(
  what: string,
  ids: readonly string[],
  work: (id: string) => Promise<unknown>,
  wanted?: { readonly most: number },
): Promise<Line> {
  await work(ids[0] ?? "");
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) for (const id of ids) times.push(await timed(() => work(id)));
  return { what, figures: [figure("p50", "ms", [quantile(times, 0.5)]), figure("p95", "ms", [quantile(times, 0.95)], wanted)] };
}

async function run(): Promise<readonly Line[]> {
  const place = await installation();
  await learningData(place.db);
  const { db, server } = place;
  const pack = loadPack(join(ROOT, "packs/rwanda"));
  const day = today(new Date(), pack.timeZone);
  const house = houseOf(modules);
  const { rows } = await sql<{ person: string }>`
    select c.person from access.account c join registry.assignment a on a.person = c.person and a.to_day is null join registry.post p on p.id = a.post
    where c.demonstration and p.post_type = 'CBM' limit 1`.execute(db);
  const actor = await actorFor(db, pack, rows[0]?.person ?? "", day);
  const { cookie } = await place.as("CBM");
  const open = async (path: string): Promise<void> => {
    const answer = await fetch(server.address + path, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
    await answer.arrayBuffer();
  };
  const lines: Line[] = [];
  for (const [kind, ids] of await someOf(place)) {
    let records = 0;
    const alone = async (id: string): Promise<void> => {
      const drawn = await drawChain({ db, actor, pack, language: "en", say: speak("en"), today: day, start: { kind, id } }, house);
      records = Math.max(
        records,
        drawn.places.reduce((sum, one) => sum + one.records.length, 0),
      );
    };
    const drawn = await each(`${kind}, drawn`, ids, alone);
    lines.push({ ...drawn, what: `${kind}, drawn (up to ${records} records)` });
    lines.push(await each(`${kind}, its page of the chain`, ids, (id) => open(`/chain/${kind}/${id}`), { most: MOST }));
    lines.push(await each(`${kind}, the record’s own page`, ids, (id) => open(house.records.get(kind)?.href(id) ?? "")));
  }
  return lines;
}

export const chain: Bench = { name: "chain", about: "the chain over 120,000 people and 300,000 places in sessions", run };
