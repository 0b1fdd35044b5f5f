/** Demonstration: some people were asked whether their telephone is theirs; one agreed, one wrote something else. */
import { sql } from "kysely";
import type { DemoContext } from "#kernel/access/module.ts";
import { receiveMessage } from "#kernel/conversation/receive.ts";
import { addWorkingDays } from "#kernel/calendar/calendar.ts";
import { startOfDay } from "#kernel/calendar/day.ts";
import { addressOf } from "#kernel/conversation/address.ts";
import { askAddresses } from "./addresses.ts";

const HOUR = 3_600_000;
const ASKED = 5;

/** What the first of them write back: yes, something for a human, and no more messages. */
const ANSWERS = ["yego", "Ese amahugurwa azaba ku wa kangahe?", "HAGARIKA"];

interface Contact {
  readonly person: string;
  readonly value: string;
}

/** The first people with an address of their own of a kind: those who sign in before the others, by name. */
async function firstWith(demo: DemoContext, kind: "phone" | "email"): Promise<Contact[]> {
  const { rows } = await sql<Contact>`
    select p.id as person, c.value from registry.person p
    join lateral (
      select value from registry.contact c where c.person = p.id and c.kind = ${kind} and not c.shared and c.to_day is null
      order by c.from_day desc, c.id limit 1) c on true
    where p.merged_into is null
    order by exists (select 1 from access.account a where a.person = p.id) desc, p.sort_name, p.id limit ${ASKED}`.execute(demo.db);
  return rows;
}

/** Asks some by telephone and some by e-mail whether the address is theirs. Without such people it does nothing. */
export async function makeDemo(demo: DemoContext): Promise<void> {
  const day = addWorkingDays(demo.pack.calendar, demo.today, -1);
  const nine = startOfDay(day, demo.pack.timeZone).getTime() + 9 * HOUR;
  const phones = await firstWith(demo, "phone");
  const mails = await firstWith(demo, "email");
  if (mails.length > 0)
    await demo.act(null, new Date(nine), (act) =>
      askAddresses(
        act,
        mails.map(({ person }) => person),
        "email",
      ),
    );
  if (phones.length > 0)
    await demo.act(null, new Date(nine), (act) =>
      askAddresses(
        act,
        phones.map(({ person }) => person),
        "sms",
      ),
    );
  await sql`update conversation.message set state = 'kept', settled_at = recorded_at where state = 'queued'`.execute(demo.db);
  for (const [index, text] of ANSWERS.entries()) {
    const from = addressOf(demo.pack, "sms", phones[index]?.value ?? "");
    if (from === null) continue;
    const at = new Date(nine + ((index + 1) / 4) * HOUR);
    await demo.act(null, at, (act) => receiveMessage(act, { channel: "sms", from, text, providerId: `demonstration:${index}` }));
  }
}
