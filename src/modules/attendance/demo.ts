/** Demonstration presence: of gatherings that are over, about 93 % of the minutes, noted in every way there is. */
import { sql } from "kysely";
import type { DemoContext } from "#kernel/access/module.ts";
import { addDays, startOfDay } from "#kernel/calendar/day.ts";
import { gatheringsBetween, partsOf, type Gathering, type Part } from "#kernel/gathering/gatherings.ts";
import { gatheringFacts, gatheringKind } from "#kernel/gathering/kinds.ts";
import { participantsOf, type Participant } from "#kernel/gathering/participants.ts";
import type { PresenceMethod } from "#kernel/gathering/presence.ts";
import { seeded } from "#methods/draw/random.ts";
import { newId } from "#platform/db/ids.ts";
import { LIST } from "./schema.ts";

/** Rows inserted by one statement. */
const BATCH = 4000;
const MINUTE = 60_000;

interface Row {
  readonly id: string;
  readonly gathering: string;
  readonly part: string;
  readonly participant: string;
  readonly kind: "arrived" | "left" | "stayed" | "absent";
  readonly method: PresenceMethod;
  readonly mode: "physical" | "online";
  readonly from_at: Date;
  readonly to_at: Date | null;
  readonly certainty: "imported" | "claimed" | "verified";
  readonly source: string;
  readonly post: string | null;
  readonly recorded_at: Date;
}

const DOOR: readonly PresenceMethod[] = ["qr", "qr", "qr", "code", "name", "pin", "sms"];

/** What one person’s half-day looks like. `whole`: she is away from all of it. */
function rowsOf(
  chance: () => number,
  of: {
    readonly gathering: Gathering;
    readonly part: Part;
    readonly who: Participant;
    readonly whole: boolean;
    readonly paper: string | null;
    readonly log: string | null;
    readonly post: string | null;
  },
): Row[] {
  const { gathering, part, who, whole, paper, log, post } = of;
  const base = {
    gathering: gathering.id,
    part: part.id,
    participant: who.id,
    source: "",
    to_at: null,
    post,
    recorded_at: part.endsAt,
  } as const;
  const at = (minutes: number): Date => new Date(part.startsAt.getTime() + minutes * MINUTE);
  const absent = whole || chance() < 0.02;
  if (absent)
    return [{ ...base, id: newId(), kind: "absent", method: "decision", mode: who.mode, from_at: part.startsAt, certainty: "verified" }];
  const late = chance() < 0.22 ? Math.floor(chance() * 35) : -Math.floor(chance() * 20);
  const early = chance() < 0.07 ? Math.floor(20 + chance() * 60) : 0;
  const length = Math.floor((part.endsAt.getTime() - part.startsAt.getTime()) / MINUTE);
  if (who.mode === "online" && log !== null)
    return [
      {
        ...base,
        id: newId(),
        kind: "stayed",
        method: "call_log",
        mode: "online",
        from_at: at(Math.max(late, -15)),
        to_at: at(length - early),
        certainty: "imported",
        source: log,
      },
    ];
  if (who.mode === "online")
    return [{ ...base, id: newId(), kind: "arrived", method: "link", mode: "online", from_at: at(late), certainty: "claimed" }];
  if (paper !== null)
    return [
      {
        ...base,
        id: newId(),
        kind: "stayed",
        method: "paper",
        mode: "physical",
        from_at: at(Math.max(0, late)),
        to_at: part.endsAt,
        certainty: "verified",
        source: paper,
      },
    ];
  const method = DOOR[Math.floor(chance() * DOOR.length)] ?? "qr";
  const own = method === "pin" || method === "sms";
  const came: Row = {
    ...base,
    id: newId(),
    kind: "arrived",
    method,
    mode: "physical",
    from_at: at(late),
    certainty: own ? "claimed" : "verified",
    ...(own && { post: null }),
  };
  if (early === 0) return [came];
  return [
    came,
    { ...base, id: newId(), kind: "left", method: "name", mode: "physical", from_at: at(length - early), certainty: "verified" },
  ];
}

/** Presence of one gathering that is over; the last one stays open, with a few names to decide. */
function presenceFor(
  chance: () => number,
  gathering: Gathering,
  parts: readonly Part[],
  people: readonly Participant[],
  sources: { readonly paper: string | null; readonly log: string | null },
  open: { readonly names: number },
  post: string | null,
): Row[] {
  return people.flatMap((who, index) => {
    if (index < open.names) return [];
    const whole = chance() < 0.022;
    return parts.flatMap((part, number) => {
      // The first half-day of every third meeting is kept on paper.
      const paper = number === 0 ? sources.paper : null;
      return rowsOf(chance, { gathering, part, who, whole, paper, log: sources.log, post });
    });
  });
}

/** Gatherings of the two years behind us whose record says that they were held. */
async function heldBefore(demo: DemoContext): Promise<readonly Gathering[]> {
  const all = await gatheringsBetween(demo.db, { from: addDays(demo.today, -900), to: addDays(demo.today, -1), open: true, limit: 1000 });
  const facts = await gatheringFacts(demo.db, all, demo.today);
  return all.filter((each) => each.lastDay < demo.today && facts.get(each.about)?.held === true);
}

/** Closes lists on the day after, each in an act of its own: what a close brings is the kind’s own affair, also here. */
async function closeAll(context: DemoContext, held: readonly Gathering[]): Promise<void> {
  await sql`
    update gathering.gathering g set closed_at = (select max(ends_at) from gathering.part where gathering = g.id) + interval '20 hours'
    where g.id = any(${held.map((each) => each.id)}::uuid[])`.execute(context.db);
  for (const gathering of held) {
    const at = new Date(startOfDay(addDays(gathering.lastDay, 1), context.pack.timeZone).getTime() + 10 * 3_600_000);
    await context.act(null, at < context.now ? at : context.now, async (act) => {
      await gatheringKind(gathering.kind)?.closed?.(act, gathering.about);
    });
  }
}

export async function demo(context: DemoContext): Promise<void> {
  await closeAll(context, (await notePresence(context)).slice(1));
}

/** Presence of all that was held, and how it was told. Returns what was held, newest first. */
async function notePresence(context: DemoContext): Promise<readonly Gathering[]> {
  const random = seeded("attendance");
  const chance = (): number => random.uniform();
  const noted = startOfDay(addDays(context.today, -8), context.pack.timeZone);
  return context.act(null, noted, async (act) => {
    const within = { ...context, db: act.tx };
    const held = await heldBefore(within);
    if (held.length === 0) {
      await act.journal({
        kind: "attendance.noted",
        subject: { kind: LIST, id: newId() },
        member: null,
        payload: { rows: 0, methods: [], known: 0, refused: 0 },
      });
      return held;
    }
    const ids = held.map((each) => each.id);
    const parts = Map.groupBy(await partsOf(act.tx, ids), (part) => part.gathering);
    const people = Map.groupBy(await participantsOf(act.tx, ids), (who) => who.gathering);
    const facts = await gatheringFacts(act.tx, held, context.today);
    const rows: Row[] = [];
    const evidence: object[] = [];
    for (const [index, gathering] of held.entries()) {
      const own = parts.get(gathering.id) ?? [];
      const keep = (kind: "paper" | "call_log", name: string): string => {
        const id = newId();
        const part = kind === "paper" ? (own[0]?.id ?? null) : null;
        evidence.push({
          id,
          gathering: gathering.id,
          part,
          kind,
          name,
          file: null,
          signed_on: gathering.firstDay,
          state: "taken",
          post: null,
          recorded_at: own.at(-1)?.endsAt ?? context.now,
        });
        return id;
      };
      const paper = index % 3 === 0 && gathering.mode !== "online" ? keep("paper", "") : null;
      const log = gathering.mode === "physical" || index % 2 === 0 ? null : keep("call_log", `attendance-${gathering.firstDay}.csv`);
      const post = facts.get(gathering.about)?.owners[0] ?? null;
      // The newest one waits to be closed, with four names undecided.
      rows.push(
        ...presenceFor(chance, gathering, own, people.get(gathering.id) ?? [], { paper, log }, { names: index === 0 ? 4 : 0 }, post),
      );
    }
    await sql`insert into attendance.evidence select * from jsonb_populate_recordset(null::attendance.evidence, ${JSON.stringify(evidence)}::jsonb)`.execute(
      act.tx,
    );
    for (let from = 0; from < rows.length; from += BATCH)
      await sql`insert into gathering.presence
        select * from jsonb_populate_recordset(null::gathering.presence, ${JSON.stringify(rows.slice(from, from + BATCH))}::jsonb)`.execute(
        act.tx,
      );
    const methods = [...new Set(rows.map((row) => row.method))].sort();
    await act.journal({
      kind: "attendance.noted",
      subject: { kind: LIST, id: held[0]?.id ?? "" },
      member: held[0]?.organisation ?? null,
      payload: { rows: rows.length, methods, known: 0, refused: 0 },
    });
    return held;
  });
}
