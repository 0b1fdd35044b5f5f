/** Which questionnaires somebody may read: a test with its key only who runs tests, so that nobody knows it before she is tested. */
import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import { organisationsFor, reachOf, type Organisations } from "#kernel/access/verb.ts";
import { versionsAwaiting } from "#kernel/questionnaire/purpose.ts";
import type { Db } from "#platform/db/handle.ts";
import { verbs } from "./rules.ts";

/** Of which organisations questionnaires without a key are read, and of which those with one. */
export interface Reading {
  readonly plain: Organisations;
  readonly keyed: Organisations;
  /** Versions that she will answer herself: their key is kept from her until she has. */
  readonly awaited: readonly string[];
}

/** What an actor reads of the library on a day. Two queries at most, and what she will answer for those who read keys. */
export async function readingOf(db: Db<any>, actor: Actor, today: string): Promise<Reading> {
  return {
    plain: await organisationsFor(db, actor, verbs.read, today),
    keyed: await organisationsFor(db, actor, verbs.read_key, today),
    awaited: reachOf(actor, verbs.read_key) === null ? [] : await versionsAwaiting(db, actor.person, today),
  };
}

/** True for an instrument `i` of which a version says what is right: the column `correct` as `#kernel/questionnaire/score.ts` reads it. */
const KEYED = sql`exists (select from questionnaire.version k where k.instrument = i.id
  and jsonb_path_exists(k.model, '$.**.extra.keyvalue() ? (@.key like_regex "^ *correct *$" flag "i" && @.value != "")'))`;

const within = (set: Organisations): RawBuilder<unknown> => (set === "all" ? sql`true` : sql`i.organisation = any(${[...set]}::uuid[])`);

/** True for an instrument `i` of which no version awaits the reader’s own answers. */
const notAwaited = (awaited: readonly string[]): RawBuilder<unknown> =>
  awaited.length === 0
    ? sql`true`
    : sql`not exists (select from questionnaire.version x where x.instrument = i.id and x.id = any(${[...awaited]}::uuid[]))`;

/** The condition on instruments `i`. */
export const readable = ({ plain, keyed, awaited }: Reading): RawBuilder<unknown> =>
  plain === "all" && keyed === "all" && awaited.length === 0
    ? sql`true`
    : sql`((${within(keyed)} and ${notAwaited(awaited)}) or (${within(plain)} and not ${KEYED}))`;

/** Which of some instruments may be read. One query. */
export async function readableInstruments(db: Db<any>, reading: Reading, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select i.id from questionnaire.instrument i where i.id = any(${[...ids]}::uuid[]) and ${readable(reading)}`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** Which of some versions may be read. What a workbook with errors holds nobody can say: it counts as one with a key. One query. */
export async function readableVersions(db: Db<any>, reading: Reading, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select v.id from questionnaire.version v join questionnaire.instrument i on i.id = v.instrument
    where v.id = any(${[...ids]}::uuid[]) and ${readable(reading)} and (v.model is not null or ${within(reading.keyed)})`.execute(db);
  return new Set(rows.map((row) => row.id));
}
