/** A thousand people at one door: one phone six times slower than this machine, without signal, then everything is sent. */
import { sql } from "kysely";
import { perform } from "#kernel/access/act.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import { changeGathering } from "#kernel/gathering/gatherings.ts";
import { expectParticipants } from "#kernel/gathering/participants.ts";
import { loadPack } from "#kernel/pack/load.ts";
import { newId } from "#platform/db/ids.ts";
import { launchChromium } from "#platform/ui/testing/browser.ts";
import { ROOT } from "#test/support/fixed.ts";
import { join } from "node:path";
import { checkIn, quantile, slowDown } from "./check-in-page.ts";
import { installation, type Installation } from "./installation.ts";
import { figure, skipped, type Bench, type Line } from "./measure.ts";

const PEOPLE = 1000;
/** A thousand in an hour leave this long for each. */
const MOST_MS = 3600;

/** Makes one gathering of the demonstration one of today with a thousand people, and returns it. */
async function fill({ db }: Installation): Promise<{ readonly id: string; readonly codes: readonly string[] } | null> {
  const pack = await loadPack(join(ROOT, "packs/rwanda"));
  const now = new Date();
  const day = dayOf(now, pack.timeZone);
  const { rows } = await sql<{ id: string; organisation: string }>`
    select g.id, g.organisation from gathering.gathering g
    where g.mode <> 'online' and g.last_day < ${day} and exists (select from gathering.presence r where r.gathering = g.id)
      and not exists (select from attendance.evidence v where v.gathering = g.id)
    order by g.last_day desc limit 1`.execute(db);
  const found = rows[0];
  if (found === undefined) return null;
  await sql`update gathering.gathering set closed_at = null where id = ${found.id}`.execute(db);
  const people = Array.from({ length: PEOPLE }, (_, index) => ({
    id: newId(),
    full_name: `Umuntu wa ${index + 1}`,
    sort_name: `umuntu wa ${index + 1}`,
  }));
  const codes = await perform(db, { actor: null, now, pack }, async (act) => {
    await sql`delete from gathering.presence where gathering = ${found.id} and voids is not null`.execute(act.tx);
    await sql`delete from gathering.presence where gathering = ${found.id}`.execute(act.tx);
    const hour = 3_600_000;
    await changeGathering(act as never, found.id, {
      parts: [{ day, half: "morning", startsAt: new Date(now.getTime() - hour), endsAt: new Date(now.getTime() + 3 * hour) }],
    });
    await sql`insert into registry.person (id, full_name, sort_name)
      select id, full_name, sort_name from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as p(id uuid, full_name text, sort_name text)`.execute(
      act.tx,
    );
    const made = await expectParticipants(
      act as never,
      found.id,
      people.map(({ id }) => ({ id: newId(), person: id, post: null, organisation: found.organisation, mode: "physical" as const })),
    );
    await act.journal({ kind: "attendance.noted", subject: { kind: "attendance.list", id: found.id }, payload: { rows: 0 } });
    return [...made.values()].map((each) => each.code);
  });
  return { id: found.id, codes };
}

async function run(): Promise<readonly Line[]> {
  const place = await installation();
  const gathering = await fill(place);
  if (gathering === null) return [skipped("check-ins", "the demonstration has no meeting with presence")];
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, baseURL: place.server.address });
    const { cookie } = await place.as("TRC");
    await context.addCookies(
      cookie
        .split("; ")
        .map((pair) => ({ name: pair.split("=")[0] ?? "", value: pair.slice(pair.indexOf("=") + 1), url: place.server.address })),
    );
    const page = await context.newPage();
    await page.goto(`/offline/app#/door/${gathering.id}`);
    await page.waitForSelector("#find");
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await slowDown(page);
    await context.setOffline(true);
    const times = await checkIn(page, gathering.codes);
    await slowDown(page, 1);
    const began = performance.now();
    await context.setOffline(false);
    await page.evaluate(() => dispatchEvent(new Event("online")));
    const kept = async (): Promise<{ rows: number; people: number }> =>
      (
        await sql<{ rows: number; people: number }>`
        select count(*)::int as rows, count(distinct participant)::int as people from gathering.presence where gathering = ${gathering.id}`.execute(
          place.db,
        )
      ).rows[0] ?? { rows: 0, people: 0 };
    let there = await kept();
    while (there.rows < PEOPLE && performance.now() - began < 60_000) {
      await new Promise((done) => setTimeout(done, 100));
      there = await kept();
    }
    const sent = performance.now() - began;
    return [
      {
        what: `${PEOPLE} check-ins without signal, processor six times slower`,
        figures: [
          figure("p50", "ms", [quantile(times, 0.5)]),
          figure("p95", "ms", [quantile(times, 0.95)], { most: MOST_MS }),
          figure("all of them", "s", [times.reduce((sum, each) => sum + each, 0) / 1000], { most: 3600 }),
        ],
      },
      {
        what: "sent when the signal returns",
        figures: [
          figure("took", "s", [sent / 1000]),
          figure("lost", "rows", [PEOPLE - there.people]),
          figure("doubled", "rows", [there.rows - there.people]),
        ],
      },
    ];
  } finally {
    await browser.close();
  }
}

export const checkin: Bench = { name: "checkin", about: "a thousand people at one door, on one phone without signal", run };
