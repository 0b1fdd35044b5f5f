/** What this module is told by the composition root: what posts owe over all modules, and what kinds of record there are. */
import type { Duty, DutyQuestion, RecordKind } from "#kernel/access/module.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Text, Values } from "#platform/i18n/text.ts";

/** What posts owe, over all modules, in a fixed number of queries. */
export type DutiesOf = (db: Db<any>, question: DutyQuestion) => Promise<readonly Duty[]>;

/** One thing a person has learned: what and when. */
export interface Learned {
  readonly text: Text;
  readonly values?: Values;
  readonly on: string;
}

/** The sources of a handover file that lie outside this module. */
export interface PeopleSources {
  readonly dutiesOf: DutiesOf;
  /** Every kind of record by its name. */
  readonly recordsOf: () => Readonly<Record<string, RecordKind>>;
  /** The country pack, for what types of post are called in titles of records; without it their codes stand. */
  readonly pack?: Pack;
  /** A person’s finished training, newest first; without it the part is left out. */
  readonly trainingOf?: (db: Db<any>, person: string) => Promise<readonly Learned[]>;
}

let configured: PeopleSources = { dutiesOf: () => Promise.resolve([]), recordsOf: () => ({}) };

/** Called once by the composition root before the first request. */
export function configurePeople(sources: PeopleSources): void {
  configured = sources;
}

/** The sources as configured. */
export function sources(): PeopleSources {
  return configured;
}
