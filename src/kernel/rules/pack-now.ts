/** The country pack as this installation keeps it now: the pack's own data, with rule sets and code lists as they were edited here. */
import { sql } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import type { Code, Pack } from "#kernel/pack/pack.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Text } from "#platform/i18n/text.ts";
import { ruleSetOf, type RuleSetRow } from "./rules.ts";

interface CodeRow {
  readonly list: string;
  readonly code: string;
  readonly names: unknown;
  readonly flags: unknown;
  readonly from_day: Day;
  readonly to_day: Day | null;
}

function codeOf(row: CodeRow): Code {
  return {
    list: row.list,
    code: row.code,
    names: row.names as Text,
    flags: row.flags as Record<string, string | true>,
    validFrom: row.from_day,
    validTo: row.to_day,
  };
}

async function readPack(db: Db<any>, base: Pack): Promise<Pack> {
  const codes =
    await sql<CodeRow>`select list, code, names, flags, from_day, to_day from rules.code order by list, position, code, from_day`.execute(
      db,
    );
  const sets = await sql<RuleSetRow>`select * from rules.rule_set order by code, from_day`.execute(db);
  const lists = Object.fromEntries(Map.groupBy(codes.rows.map(codeOf), (code) => code.list));
  return { ...base, codeLists: { ...base.codeLists, ...lists }, ruleSets: sets.rows.map(ruleSetOf) };
}

interface Kept {
  readonly version: number;
  readonly pack: Pack;
}

/** What was read last, by database handle and pack: only a copy, checked against the version at every use. */
const kept = new WeakMap<object, WeakMap<Pack, Kept>>();

/**
 * The pack of this moment. One small query each time; the lists and rules are read anew only when a trigger has given them
 * a new version, so that a change made by another process shows with the next request.
 */
export async function packNow(db: Db<any>, base: Pack): Promise<Pack> {
  const { rows } = await sql<{ version: number }>`select (value)::bigint as version from setting.fact where name = 'rules_version'`.execute(
    db,
  );
  const version = rows[0]?.version ?? 0;
  const known = kept.get(db)?.get(base);
  if (known?.version === version) return known.pack;
  const pack = await readPack(db, base);
  const byPack = kept.get(db) ?? new WeakMap<Pack, Kept>();
  byPack.set(base, { version, pack });
  kept.set(db, byPack);
  return pack;
}
