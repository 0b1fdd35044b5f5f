/** Achievements over 120,000 people and 300,000 portfolio entries: the page just after a change and unchanged, and the list behind its largest number. */
import { sql } from "kysely";
import { today } from "#kernel/calendar/day.ts";
import { loadPack } from "#kernel/pack/load.ts";
import { figuresOf, planOn, reachedPeople, wholeOf } from "#modules/achievements";
import { ROOT } from "#test/support/fixed.ts";
import { join } from "node:path";
import { quantile } from "./check-in-page.ts";
import { installation, type Installation } from "./installation.ts";
import { learningData } from "./learning-data.ts";
import { figure, timed, type Bench, type Line } from "./measure.ts";

/** Wanted of the page, in milliseconds at the 95th percentile. */
const MOST = 1000;

/** As when somebody’s entry changes: everything is counted anew by whoever asks next. */
const move = (db: Installation["db"]): Promise<unknown> =>
  sql`update portfolio.entry set minutes = minutes where id = (select min(id::text)::uuid from portfolio.entry)`.execute(db);

async function spread(
  what: string,
  runs: number,
  work: () => Promise<unknown>,
  before?: () => Promise<unknown>,
  wanted?: { readonly most: number },
): Promise<Line> {
  await work();
  const times: number[] = [];
  for (let turn = 0; turn < runs; turn += 1) {
    await before?.();
    times.push(await timed(work));
  }
  return { what, figures: [figure("p50", "ms", [quantile(times, 0.5)]), figure("p95", "ms", [quantile(times, 0.95)], wanted)] };
}

async function run(): Promise<readonly Line[]> {
  const place = await installation();
  await learningData(place.db);
  const { db, server } = place;
  const pack = loadPack(join(ROOT, "packs/rwanda"));
  const day = today(new Date(), pack.timeZone);
  const scope = wholeOf((await planOn(db, day)).begins, day);
  const { cookie } = await place.as("CBM");
  const open = async (path: string): Promise<void> => {
    const answer = await fetch(server.address + path, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
    await answer.arrayBuffer();
  };
  const figures = () => figuresOf(db, pack, scope, "all", day);
  const change = () => move(db);
  return [
    await spread("page, first after a change", 12, () => open("/achievements"), change, { most: MOST }),
    await spread("page, nothing changed", 20, () => open("/achievements"), undefined, { most: MOST }),
    await spread("its figures alone, first after a change", 8, figures, change),
    await spread("its figures alone, nothing changed", 20, figures),
    await spread("the list behind the largest number", 20, () => open("/achievements/people"), undefined, { most: MOST }),
    await spread("the same alone", 10, () => reachedPeople(db, scope, "all", day, { order: "name", limit: 50, offset: 0 })),
    await spread("its tenth page of names", 10, () => open("/achievements/people?page=10"), undefined, { most: MOST }),
    await spread("sessions behind it", 10, () => open("/achievements/sessions"), undefined, { most: MOST }),
  ];
}

export const achievements: Bench = { name: "achievements", about: "people reached over 120,000 people and 300,000 portfolio entries", run };
