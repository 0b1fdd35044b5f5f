/** Names that pages need beside a list: of the body that issues it, of posts that noted something. */
import { sql } from "kysely";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Language, Say } from "#platform/i18n/text.ts";

/** The whole name of an organisation in a language, as letters and lists bear it. */
export async function issuerName(db: Db<any>, organisation: string, language: Language): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select coalesce(names ->> ${language}, name) as name from registry.organisation where id = ${organisation}`.execute(db);
  return rows[0]?.name ?? "";
}

/** The posts that noted some rows, as people call them. One query. */
export async function postNames(
  db: Db<any>,
  pack: Pack,
  say: Say,
  rows: readonly { readonly post: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => row.post ?? []))];
  if (ids.length === 0) return new Map();
  const found = await sql<{ id: string; type: string; organisation: string }>`
    select p.id, p.post_type as type, coalesce(o.short_name, o.name) as organisation
    from registry.post p join registry.organisation o on o.id = p.organisation where p.id = any(${ids}::uuid[])`.execute(db);
  return new Map(found.rows.map((row) => [row.id, `${say(postTypeOf(pack, row.type).names)}, ${row.organisation}`]));
}
