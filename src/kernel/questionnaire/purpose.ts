/** Why somebody answers a questionnaire: the purpose decides who may, until when, and what happens with the answers. */
import type { Act } from "#kernel/access/act.ts";
import type { Actor } from "#kernel/access/actor.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Text, Values } from "#platform/i18n/text.ts";
import type { Answered, Sitting } from "./sitting.ts";

/** This actor may answer. */
export interface Opening {
  readonly allowed: true;
  /** The published version to be answered; a sitting begun with an older one keeps it. */
  readonly version: string;
  /** In the purpose’s own language. */
  readonly title: string;
  /** One or two sentences before the first page; empty for none. */
  readonly intro: string;
  /** The last day on which answers are taken; null: no end is set. */
  readonly closes: Day | null;
  /** The organisation that the answers belong to. */
  readonly organisation: string;
  /** The language that a new sitting begins in. */
  readonly language?: string;
  /** Where to go on to after submitting; the list of one’s own answers when absent. */
  readonly back?: string;
}

/** This actor may not answer (any more); the sentence says what is allowed instead. */
export interface NoOpening {
  readonly allowed: false;
  readonly text: Text;
  readonly values?: Values;
}

/** What lists show of a purpose. */
export interface PurposeFacts {
  readonly title: string;
  readonly closes: Day | null;
  readonly open: boolean;
}

/** A kind of purpose, such as a round of needs assessment. */
export interface SittingPurpose {
  /** Also the kind of record that sittings belong to. */
  readonly kind: string;
  readonly title: Text;
  open(db: Db<any>, actor: Actor, purpose: string, today: Day): Promise<Opening | NoOpening>;
  /** Titles and closing days of many purposes in a fixed number of queries; one that does not exist is left out. */
  describe(db: Db<any>, purposes: readonly string[], today: Day): Promise<ReadonlyMap<string, PurposeFacts>>;
  /** Takes the answers over, in the transaction that submits them. */
  submitted(act: Act<any>, sitting: Sitting, answered: Answered): Promise<void>;
  /** The purposes of this kind that ask for a version, for typing papers in; absent: only those already answered are offered. */
  asking?(db: Db<any>, version: string, today: Day): Promise<readonly string[]>;
  /** The versions that a person is asked or will be asked: whoever else may read a key does not read these. Absent: none. */
  awaits?(db: Db<any>, person: string, today: Day): Promise<readonly string[]>;
  /** The respondent took submitted answers back before the end. */
  withdrawn?(act: Act<any>, sitting: Sitting): Promise<void>;
}

const purposes = new Map<string, SittingPurpose>();

/** Makes a kind of purpose known; modules call it when they load. Throws when another one has the same kind. */
export function registerPurpose(purpose: SittingPurpose): void {
  const known = purposes.get(purpose.kind);
  if (known !== undefined && known !== purpose) throw new Error(`Two purposes are of kind "${purpose.kind}".`);
  purposes.set(purpose.kind, purpose);
}

/** The purpose of a kind, or undefined when no module has registered it. */
export function purposeOf(kind: string): SittingPurpose | undefined {
  return purposes.get(kind);
}

/** The facts of many sittings’ purposes, by purpose: one `describe` for each kind that occurs. */
export async function purposeFacts(
  db: Db<any>,
  sittings: readonly { readonly purposeKind: string; readonly purpose: string }[],
  today: Day,
): Promise<ReadonlyMap<string, PurposeFacts>> {
  const kinds = Map.groupBy(sittings, (sitting) => sitting.purposeKind);
  const found = await Promise.all(
    [...kinds].map(async ([kind, list]) => {
      const ids = [...new Set(list.map((sitting) => sitting.purpose))];
      return (await purposes.get(kind)?.describe(db, ids, today)) ?? new Map<string, PurposeFacts>();
    }),
  );
  return new Map(found.flatMap((facts) => [...facts]));
}

/** The versions that a person is asked or will be asked, for purposes of every kind. */
export async function versionsAwaiting(db: Db<any>, person: string, today: Day): Promise<readonly string[]> {
  const found = await Promise.all([...purposes.values()].map(async ({ awaits }) => (await awaits?.(db, person, today)) ?? []));
  return [...new Set(found.flat())];
}

/** The purposes of every kind that ask for a version. */
export async function purposesFor(
  db: Db<any>,
  version: string,
  today: Day,
): Promise<{ readonly purposeKind: string; readonly purpose: string }[]> {
  const found = await Promise.all(
    [...purposes.values()].map(async ({ kind, asking }) =>
      ((await asking?.(db, version, today)) ?? []).map((purpose) => ({ purposeKind: kind, purpose })),
    ),
  );
  return found.flat();
}
