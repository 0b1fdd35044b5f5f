/** Two demonstration handovers of ordinary departures: one running, one closed with reservations. */
import { sql } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { actorFor } from "#kernel/access/session.ts";
import { addDays, startOfDay, type Day } from "#kernel/calendar/day.ts";
import { acceptHandover, checkHandover, completeFile, setMeeting, signHandover, writeGaps } from "./handover-actions.ts";
import { replaceHolder } from "./handover-begin.ts";

interface Held {
  post: string;
  assignment: string;
  person: string;
}

/** Whoever holds a type of post at a body now; null when nobody does. */
async function holderOf(demo: DemoContext, postType: string, organisation: string): Promise<Held | null> {
  const { rows } = await sql<Held>`
    select p.id as post, a.id as assignment, a.person from registry.post p join registry.organisation o on o.id = p.organisation
    join registry.assignment a on a.post = p.id and a.to_day is null and not a.acting
    where p.post_type = ${postType} and o.name = ${organisation} and o.kind = 'local_government' order by o.code, p.seat limit 1`.execute(
    demo.db,
  );
  return rows[0] ?? null;
}

async function as(demo: DemoContext, held: Held, day: Day): Promise<{ readonly actor: Actor; readonly at: Date }> {
  const at = new Date(startOfDay(day, demo.pack.timeZone).getTime() + 9 * 3_600_000);
  return { actor: await actorFor(demo.db, demo.pack, held.person, day, held.post), at };
}

/** Makes sure that a holder was in post long enough before a day for the story to be possible. */
async function seated(demo: DemoContext, held: Held, before: Day): Promise<void> {
  await sql`update registry.assignment set from_day = least(from_day, ${addDays(before, -700)}::date) where id = ${held.assignment}`.execute(
    demo.db,
  );
}

/** A retirement five days ago; the interim is named, the file waits for what only the leaver knows. */
async function running(demo: DemoContext): Promise<void> {
  const [leaver, interim, personnel] = [
    await holderOf(demo, "DPL", "Huye"),
    await holderOf(demo, "DFN", "Huye"),
    await holderOf(demo, "DHR", "Huye"),
  ];
  if (leaver === null || interim === null || personnel === null) return;
  const day = addDays(demo.today, -5);
  await seated(demo, leaver, day);
  await seated(demo, interim, day);
  const { actor, at } = await as(demo, personnel, day);
  await demo.act(actor, at, (act) =>
    replaceHolder(act, {
      post: leaver.post,
      assignment: leaver.assignment,
      reason: "retirement",
      day,
      note: "",
      outgoingAbsent: false,
      successor: { kind: "known", person: interim.person, acting: true },
    }),
  );
}

const WRITTEN = {
  five: [
    "The asset register is in the second cabinet; the inventory of June is the last complete one.",
    "Two service contracts end on the last day of the quarter and need a decision a month before.",
    "The records officer knows the archive; ask before anything is moved.",
    "The generator is serviced by the supplier, not by us; the contract is in the blue folder.",
    "Monday mornings the customer care desk needs a second person.",
  ],
  risks: "One service contract may lapse if its renewal is not requested this month.",
  promises: "The waiting area is to have benches and shade before the rains; residents were told so at the last assembly.",
  assets: "Office keys (3), stamp, laptop with charger. Accounts were closed on the last day.",
  induction: "Meet the directors one by one in the first week; sit with records and customer care for a morning each.",
};

/** A transfer ten weeks ago, carried through to the check after a month. */
async function closed(demo: DemoContext): Promise<void> {
  const [leaver, successor, personnel, supervisor] = [
    await holderOf(demo, "DCS", "Musanze"),
    await holderOf(demo, "DGG", "Musanze"),
    await holderOf(demo, "DHR", "Musanze"),
    await holderOf(demo, "DES", "Musanze"),
  ];
  if (leaver === null || successor === null || personnel === null || supervisor === null) return;
  const day = addDays(demo.today, -70);
  for (const one of [leaver, successor]) await seated(demo, one, day);
  const begin = await as(demo, personnel, day);
  const id = await demo.act(begin.actor, begin.at, (act) =>
    replaceHolder(act, {
      post: leaver.post,
      assignment: leaver.assignment,
      reason: "transfer",
      day,
      note: "",
      outgoingAbsent: true,
      successor: { kind: "known", person: successor.person, acting: true },
    }),
  );
  const des = await as(demo, supervisor, addDays(day, 3));
  await demo.act(des.actor, des.at, (act) => writeGaps(act, id, WRITTEN, "Already at work in another district; dictated by telephone"));
  await demo.act(des.actor, des.at, (act) => completeFile(act, id));
  await demo.act(des.actor, des.at, (act) => setMeeting(act, id, { day: addDays(day, 8), place: "District office" }));
  const met = addDays(day, 8);
  const signer = await as(demo, supervisor, met);
  await demo.act(signer.actor, signer.at, (act) =>
    signHandover(act, id, 1, { by: "instead", because: "The outgoing person works in another district and agreed by telephone" }),
  );
  const incoming = await as(demo, { ...successor, post: leaver.post }, met);
  await demo.act(incoming.actor, incoming.at, (act) => signHandover(act, id, 2, { by: "oneself" }));
  const witness = await as(demo, personnel, met);
  await demo.act(witness.actor, witness.at, (act) => signHandover(act, id, 3, { by: "oneself" }));
  await demo.act(incoming.actor, incoming.at, (act) =>
    acceptHandover(act, id, "Two keys of the three were handed over; the third is looked for."),
  );
  const checked = await as(demo, supervisor, addDays(met, 31));
  await demo.act(checked.actor, checked.at, (act) =>
    checkHandover(act, id, { tasks: "yes", reservations: "yes", note: "The third key was found; both contracts were renewed." }),
  );
}

/** Makes the two handovers, when the posts they are about exist and are held. */
export async function demoHandovers(demo: DemoContext): Promise<void> {
  await running(demo);
  await closed(demo);
}
