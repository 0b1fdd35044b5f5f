/** A module's manifest: everything the rest of the house draws from it. */
import type { VNode } from "preact";
import type { Db, Tx } from "#platform/db/handle.ts";
import type { Language, Text, Values } from "#platform/i18n/text.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { ChainKind, DerivedLink } from "#kernel/trace/chain.ts";
import type { Role } from "#kernel/pack/roles.ts";
import type { Act } from "./act.ts";
import type { Actor } from "./actor.ts";
import type { House } from "./house.ts";
import type { Asked, Route } from "./route.ts";
import type { Verb } from "./verb.ts";

/** A kind of record that others link to, search and print: trace, morning page, handover, search and the journal page draw from these. */
export interface RecordKind {
  readonly title: Text;
  readonly href: (id: string) => string;
  /** Titles of many records in one query; an id without a record is left out. */
  titles(db: Db<any>, ids: readonly string[], language: Language): Promise<ReadonlyMap<string, string>>;
  /** Which of these records the actor may see (null: a visitor). Set in, set out, a fixed number of queries. */
  visible(db: Db<any>, actor: Actor | null, ids: readonly string[], today: Day): Promise<ReadonlySet<string>>;
  /** Records whose title answers a search, best first, already limited to what the actor may see. Absent: not searched. */
  search?(db: Db<any>, actor: Actor | null, words: string, limit: number, today: Day): Promise<readonly string[]>;
  /** How it stands in the chain from need to what was told. Absent: it is not part of it. */
  readonly chain?: ChainKind;
}

/** A part of a record’s page that a later module adds: a session’s page shows tests and certificates without knowing them. */
export interface Panel {
  /** Kind of the record on whose page it stands. */
  readonly on: string;
  /** Panels stand in this order. */
  readonly position: number;
  /** The part for one record, with its own heading of level 2; null: nothing to show this reader. It checks what the reader may see. */
  show(r: Asked<any, Actor | null>, id: string): Promise<VNode | null>;
}

/** Something a post owes: the morning page, reminders and the handover pack are lists of these. */
export interface Duty {
  /** Stable over days: kind and record, so that a reminder is sent once a step. */
  readonly key: string;
  readonly post: string;
  readonly title: { readonly text: Text; readonly values?: Values };
  readonly why?: { readonly text: Text; readonly values?: Values };
  readonly record: { readonly kind: string; readonly id: string };
  readonly href: string;
  readonly due: Day;
  readonly action?: Text;
  /** The post to call about it. */
  readonly call?: string;
  /** What more than three of the same kind are called in one row, with `n`: “Five lines have no event yet”; and the page that lists them. */
  readonly many?: { readonly text: Text; readonly href?: string };
}

/** Whose duties are asked for: posts with their organisation and roles, and the day. */
export interface DutyQuestion {
  readonly posts: readonly {
    readonly post: string;
    readonly postType: string;
    readonly organisation: string;
    readonly roles: readonly Role[];
  }[];
  readonly today: Day;
  readonly pack: Pack;
  readonly association: string;
}

/** An entry of the workspace menu; shown to those whose acting post has the verb, or to everyone signed in. */
export interface MenuEntry {
  readonly text: Text;
  readonly href: string;
  readonly position: number;
  /** Address of the entry it belongs to: it stands on the pages of that entry, not in the bar. */
  readonly under?: string;
  /** The person’s own, such as her answers: on a desk it stands beside her account, not among the work. */
  readonly own?: true;
  readonly for: Verb | "signed-in" | "public";
}

/** A background job by name, and what it does with its payload. It may run twice: it must notice. */
export type JobHandler = (job: JobContext, payload: Readonly<Record<string, unknown>>) => Promise<void>;

/** What a job is given: `act` opens a journaled transaction as the system. */
export interface JobContext {
  readonly db: Db<any>;
  readonly pack: Pack;
  readonly now: Date;
  readonly origin: string;
  readonly association: string;
  readonly house: House;
  act<R>(work: (act: Act) => Promise<R>): Promise<R>;
}

/** A job that runs by the clock: crontab fields in UTC. */
export interface Timer {
  readonly job: string;
  readonly cron: string;
}

/** Personal data a module holds: the inventory, subject requests, erasure and retention runs are drawn from these. */
export interface PersonalData {
  readonly table: string;
  readonly columns: readonly string[];
  /** A purpose of the pack's retention list: basis and retention stand there. */
  readonly purpose: string;
  readonly title: Text;
  /** The rows about one person, ready to hand to her. */
  collect(db: Db<any>, person: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Erases or anonymises one person's rows; returns how many. Absent: kept by law, and the page says so. */
  erase?(tx: Tx<any>, person: string): Promise<number>;
  /** Erases what the retention rule no longer allows before a day; returns how many. */
  expire?(tx: Tx<any>, before: Day): Promise<number>;
}

/** What a module shows to everyone on the portal as open data. */
export interface Dataset {
  readonly name: string;
  readonly title: Text;
  readonly columns: readonly { readonly name: string; readonly title: Text }[];
  rows(db: Db<any>, pack: Pack, today: Day): Promise<readonly Readonly<Record<string, string | number | null>>[]>;
}

/** A command of `inteko`: reads arguments, prints text or with `--json` canonical JSON; returns the exit status. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  /** True when the command needs the database. */
  readonly database: boolean;
  run(command: CommandContext): Promise<0 | 1 | 2>;
}

/** What a command is given. `open` joins or starts the database, for commands that need it. */
export interface CommandContext {
  readonly args: readonly string[];
  readonly json: boolean;
  readonly pack: Pack;
  readonly now: Date;
  readonly db: Db<any>;
  readonly house: House;
  readonly root: string;
  readonly dataFolder: string;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  act<R>(work: (act: Act) => Promise<R>): Promise<R>;
}

/** What demonstration data is made with: deterministic, as named demo people. */
export interface DemoContext {
  readonly db: Db<any>;
  readonly pack: Pack;
  readonly today: Day;
  readonly now: Date;
  readonly association: string;
  /** Acts as a demo person at a moment, inside the one transaction of the module's demonstration. */
  act<R>(by: Actor | null, at: Date, work: (act: Act) => Promise<R>): Promise<R>;
}

/** One business capability. */
export interface Module {
  readonly name: string;
  readonly title: Text;
  readonly needs: readonly string[];
  readonly routes: readonly Route[];
  readonly verbs: Readonly<Record<string, Verb>>;
  readonly menu: readonly MenuEntry[];
  readonly records: Readonly<Record<string, RecordKind>>;
  /** What happened, by kind of journal entry, as a sentence; `{post}` is the post that acted and `{what}` the record's title. */
  readonly stories?: Readonly<Record<string, Text>>;
  /** Parts that this module adds to other modules’ pages. */
  readonly panels?: readonly Panel[];
  /** Links of the chain that follow from this module’s records and are not kept as rows. */
  readonly derived?: readonly DerivedLink[];
  readonly jobs: Readonly<Record<string, JobHandler>>;
  readonly timers: readonly Timer[];
  readonly personalData: readonly PersonalData[];
  readonly datasets: readonly Dataset[];
  readonly commands: readonly Command[];
  /** What these posts owe, in a fixed number of queries. */
  duties(db: Db<any>, question: DutyQuestion): Promise<readonly Duty[]>;
  /** What a person owes herself, whatever post she holds or has left; absent: nothing. */
  ownDuties?(db: Db<any>, question: { readonly person: string; readonly today: Day; readonly pack: Pack }): Promise<readonly Duty[]>;
  /** Demonstration data, after the modules it needs. */
  demo?(demo: DemoContext): Promise<void>;
}

const NOTHING = {
  needs: [],
  verbs: {},
  menu: [],
  records: {},
  jobs: {},
  timers: [],
  personalData: [],
  datasets: [],
  commands: [],
  duties: () => Promise.resolve([]),
} satisfies Partial<Module>;

/** What a module’s file gives: its name, its title, its routes, and of the rest what it has. */
export type Manifest = Pick<Module, "name" | "title" | "routes"> & Partial<Module>;

/** A whole manifest: what a module has not is empty. */
export function moduleOf(manifest: Manifest): Module {
  return { ...NOTHING, ...manifest };
}
