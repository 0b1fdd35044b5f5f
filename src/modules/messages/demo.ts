/** Demonstration: some people were asked whether their telephone is theirs; one agreed, one wrote something else. */
import { sql } from "kysely";
import type { DemoContext } from "#kernel/access/module.ts";
import { receiveMessage } from "#kernel/conversation/receive.ts";
import { addWorkingDays } from "#kernel/calendar/calendar.ts";
import { startOfDay } from "#kernel/calendar/day.ts";
import { addressOf } from "#kernel/conversation/address.ts";
import { askAddresses } from "./addresses.ts";

const HOUR = 3_600_000;
const ASKED = 6;

/** What the first of them write back: yes, something for a human, and no more messages. */
const ANSWERS = ["yego", "Ese amahugurwa azaba ku wa kangahe?", "HAGARIKA"];

/** Asks the first people with a telephone of their own, by name. Without such people it does nothing. */
export async function makeDemo(demo: DemoContext): Promise<void> {
  const { rows } = await sql<{ person: string; phone: string }>`
    select distinct on (p.sort_name, p.id) p.id as person, c.value as phone
    from registry.person p join registry.contact c on c.person = p.id and c.kind = 'phone' and not c.shared and c.to_day is null
    where p.merged_into is null order by p.sort_name, p.id, c.from_day desc limit ${ASKED}`.execute(demo.db);
  if (rows.length === 0) return;
  const day = addWorkingDays(demo.pack.calendar, demo.today, -1);
  const morning = startOfDay(day, demo.pack.timeZone).getTime();
  await demo.act(null, new Date(morning + 9 * HOUR), (act) =>
    askAddresses(
      act,
      rows.map((row) => row.person),
      "sms",
    ),
  );
  for (const [index, text] of ANSWERS.entries()) {
    const from = addressOf(demo.pack, "sms", rows[index]?.phone ?? "");
    if (from === null) continue;
    const at = new Date(morning + (9 + (index + 1) / 4) * HOUR);
    await demo.act(null, at, (act) => receiveMessage(act, { channel: "sms", from, text, providerId: `demonstration:${index}` }));
  }
}
