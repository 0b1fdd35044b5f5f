/** Requests and breaches as records that others name and link to. */
import { sql } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import type { RecordKind } from "#kernel/access/module.ts";
import type { Verb } from "#kernel/access/verb.ts";
import { reachOf } from "#kernel/access/verb.ts";
import { referenceOf } from "#platform/db/ids.ts";
import type { Db } from "#platform/db/handle.ts";
import { speak, type Language, type Text } from "#platform/i18n/text.ts";
import { paths } from "./paths.ts";
import { verbs } from "./rules.ts";
import { w } from "./words-duties.ts";

/** Visible to the officer of the record's organisation and to the association's. */
async function visibleTo(
  db: Db<any>,
  table: string,
  actor: Actor | null,
  verb: Verb,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (actor === null || reachOf(actor, verb) === null || ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select r.id from ${sql.table(table)} r where r.id = any(${[...ids]}::uuid[])
      and (r.organisation = ${actor.organisation}
        or exists (select 1 from registry.organisation o where o.id = ${actor.organisation} and o.kind = 'association'))`.execute(db);
  return new Set(rows.map((row) => row.id));
}

function recordOf(title: Text, one: Text, table: string, verb: Verb, href: (id: string) => string): RecordKind {
  return {
    title,
    href,
    titles: (_, ids, language: Language) =>
      Promise.resolve(new Map(ids.map((id) => [id, speak(language)(one, { reference: referenceOf(id) })]))),
    visible: (db, actor, ids) => visibleTo(db, table, actor, verb, ids),
  };
}

/** An exceptional access: for the association's officer and head, who read the reasons. */
const access: RecordKind = {
  title: w.accessKind,
  href: () => paths.glass,
  titles: (_, ids, language) =>
    Promise.resolve(new Map(ids.map((id) => [id, speak(language)(w.accessTitle, { reference: referenceOf(id) })]))),
  visible: async (db, actor, ids) => {
    if (actor === null || reachOf(actor, verbs.readAccesses) === null) return new Set();
    const { rows } = await sql<{
      yes: boolean;
    }>`select exists (select 1 from registry.organisation where id = ${actor.organisation} and kind = 'association') as yes`.execute(db);
    return new Set(rows[0]?.yes === true ? ids : []);
  },
};

export const records = {
  "privacy.break_glass": access,
  "privacy.subject_request": recordOf(w.requests, w.requestTitle, "privacy.subject_request", verbs.oversee, paths.request),
  "privacy.breach": recordOf(w.breaches, w.breachTitle, "privacy.breach", verbs.breach, paths.breach),
} satisfies Readonly<Record<string, RecordKind>>;
