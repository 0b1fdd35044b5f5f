/** Kinds of gatherings: a training session now, a forum or a tour later. The kind says who takes attendance and what follows. */
import type { Act } from "#kernel/access/act.ts";
import type { Actor } from "#kernel/access/actor.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Text, Values } from "#platform/i18n/text.ts";

/** What pages about attendance show of the record that meets. */
export interface GatheringFacts {
  /** In the record’s own language. */
  readonly title: string;
  readonly language: string;
  /** The short reference that people print and read aloud. */
  readonly reference: string;
  /** Percent of the minutes offered that its certificate needs; null: the rule set `training`. */
  readonly minimum: number | null;
  /** The posts that owe the attendance list. */
  readonly owners: readonly string[];
  /** False when it is not held (any more): cancelled, or still being planned. */
  readonly held: boolean;
}

/** A kind of record that people meet for. Sets in, sets out; each method a fixed number of queries. */
export interface GatheringKind {
  /** Kind of the record, such as `sessions.session`. */
  readonly kind: string;
  readonly title: Text;
  href(about: string): string;
  /** Facts by id of the record; one that does not exist is left out. */
  describe(db: Db<any>, abouts: readonly string[], today: Day): Promise<ReadonlyMap<string, GatheringFacts>>;
  /** Of which of these records the actor may take attendance: its trainers and those who run it. */
  mayRecord(db: Db<any>, actor: Actor, abouts: readonly string[], today: Day): Promise<ReadonlySet<string>>;
  /** Of which of these records the actor may read names and minutes. */
  mayRead(db: Db<any>, actor: Actor, abouts: readonly string[], today: Day): Promise<ReadonlySet<string>>;
  /** Why attendance cannot be closed yet, or null. */
  refusesClosing?(db: Db<any>, about: string): Promise<{ readonly text: Text; readonly values?: Values } | null>;
  /** Runs in the transaction that closes the attendance list. */
  closed?(act: Act<any>, about: string): Promise<void>;
  /** Runs in the transaction that opens it again. */
  reopened?(act: Act<any>, about: string): Promise<void>;
}

const kinds = new Map<string, GatheringKind>();

/** Makes a kind of gathering known; modules call it when they load. Throws when another one has the same kind. */
export function registerGathering(kind: GatheringKind): void {
  const known = kinds.get(kind.kind);
  if (known !== undefined && known !== kind) throw new Error(`Two gatherings are of kind "${kind.kind}".`);
  kinds.set(kind.kind, kind);
}

/** The kind by its name, or undefined when no module has registered it. */
export function gatheringKind(kind: string): GatheringKind | undefined {
  return kinds.get(kind);
}

/** Gatherings by the id of their record, asked kind by kind: one call for each kind that occurs. */
export async function byKind<R>(
  gatherings: readonly { readonly kind: string; readonly about: string }[],
  ask: (kind: GatheringKind, abouts: readonly string[]) => Promise<R>,
): Promise<readonly R[]> {
  const groups = Map.groupBy(gatherings, (gathering) => gathering.kind);
  return Promise.all(
    [...groups].flatMap(([name, list]) => {
      const kind = kinds.get(name);
      return kind === undefined ? [] : [ask(kind, [...new Set(list.map((each) => each.about))])];
    }),
  );
}

/** The facts of many gatherings, by id of their record. */
export async function gatheringFacts(
  db: Db<any>,
  gatherings: readonly { readonly kind: string; readonly about: string }[],
  today: Day,
): Promise<ReadonlyMap<string, GatheringFacts>> {
  const found = await byKind(gatherings, (kind, abouts) => kind.describe(db, abouts, today));
  return new Map(found.flatMap((facts) => [...facts]));
}

/** The records of these gatherings whose attendance the actor may take (`mayRecord`) or read (`mayRead`). */
export async function allowedGatherings(
  db: Db<any>,
  actor: Actor,
  gatherings: readonly { readonly kind: string; readonly about: string }[],
  right: "mayRecord" | "mayRead",
  today: Day,
): Promise<ReadonlySet<string>> {
  const found = await byKind(gatherings, (kind, abouts) => kind[right](db, actor, abouts, today));
  return new Set(found.flatMap((ids) => [...ids]));
}
