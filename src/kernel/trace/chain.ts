/** What a module says of its records when they stand in the chain: their stage, their figure, and links that follow from other records. */
import type { Db } from "#platform/db/handle.ts";
import type { Language, Say } from "#platform/i18n/text.ts";
import type { Sureness, Tone } from "#platform/ui/marks.tsx";
import type { Actor } from "#kernel/access/actor.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Pack } from "#kernel/pack/pack.ts";

/** The places of the chain, in order: what is lacking, what is planned, what is held, what is done at work, what moved, what was told. */
export const STAGES = ["need", "plan", "session", "work", "result", "told"] as const;
export type Stage = (typeof STAGES)[number];

/** Who reads the chain, and when. A null actor is a visitor; `everything` reads on behalf of the operator. */
export interface ChainAsk {
  readonly db: Db<any>;
  readonly actor: Actor | null;
  readonly pack: Pack;
  readonly language: Language;
  readonly say: Say;
  readonly today: Day;
  /** Organisations of the needs in this chain: an indicator answers with their figure, not everyone’s. Empty: everyone’s. */
  readonly organisations: readonly string[];
  /** The record that the walk began at: a person’s chain shows her own share. */
  readonly start: { readonly kind: string; readonly id: string };
}

/** What a record says in the chain. Texts are spoken already. */
export interface ChainFact {
  /** “2.1 levels”, “26 of 28”, “21 → 9”. */
  readonly value?: string;
  /** A part of a whole, summed where several records share the place; printed as “26 of 28” when `value` is absent. */
  readonly count?: { readonly part: number; readonly whole: number };
  /** What the figure counts, in a few words. */
  readonly detail?: string;
  readonly of: Sureness;
  readonly tag?: { readonly tone: Tone; readonly text: string };
  /** What the next place says while nothing stands there: how long the need has waited, or why nothing follows. */
  readonly next?: string;
  /** Stands in another place than its kind: a response that is no course stands where the session would. */
  readonly stage?: Stage;
  /** The organisation it belongs to; those of needs scope the figures behind them. */
  readonly organisation?: string;
}

/** How a kind of record stands in the chain. */
export interface ChainKind {
  readonly stage: Stage;
  /** Set in, set out, a fixed number of queries; a record without a fact is drawn with its title alone. */
  facts(ask: ChainAsk, ids: readonly string[]): Promise<ReadonlyMap<string, ChainFact>>;
}

/** Links that follow from records and are not kept as rows: a session has an application behind it, a person her sessions. */
export interface DerivedLink {
  readonly relation: string;
  readonly from: string;
  readonly to: string;
  /** Walked only when the chain begins at the person, enrolment or task itself; else thousands would be drawn one by one. */
  readonly personal?: true;
  /** Pairs `[from, to]` that begin at these ids. */
  onwards(db: Db<any>, from: readonly string[]): Promise<readonly (readonly [string, string])[]>;
  /** Pairs `[from, to]` that end at these ids. */
  back(db: Db<any>, to: readonly string[]): Promise<readonly (readonly [string, string])[]>;
}
