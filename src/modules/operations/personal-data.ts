/** What this module holds about people: who proposed, decided and asked. Kept for accountability. */
import { sql } from "kysely";
import type { PersonalData } from "#kernel/access/module.ts";
import type { Text } from "#platform/i18n/text.ts";
import { w } from "./words-run.ts";

function kept(
  table: string,
  columns: readonly string[],
  title: Text,
  people: readonly [string, string],
  shown: readonly string[],
): PersonalData {
  return {
    table,
    columns,
    purpose: "author",
    title,
    collect: async (db, person) => {
      const { rows } = await sql<Record<string, unknown>>`
        select ${sql.join(shown.map((column) => sql.ref(column)))} from ${sql.table(table)} where ${sql.ref(people[0])} = ${person} or ${sql.ref(people[1])} = ${person}`.execute(
        db,
      );
      return rows;
    },
  };
}

export const personalData: readonly PersonalData[] = [
  kept(
    "operations.rule_change",
    ["rule_set", "from_day", "value", "source", "unconfirmed", "reason", "state", "proposed_at", "decided_at", "decision_reason"],
    w.ownChanges,
    ["proposed_by", "decided_by"],
    ["rule_set", "from_day", "state", "proposed_at", "decided_at"],
  ),
  kept(
    "operations.export",
    ["asked_at", "purpose", "with_personal", "state", "decided_at", "decision_reason", "done", "total", "size", "failure", "finished_at"],
    w.ownExports,
    ["asked_by", "decided_by"],
    ["asked_at", "purpose", "with_personal", "state"],
  ),
];
