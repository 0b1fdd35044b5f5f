/** Builds what surrounds every page: one query for the installation's facts and the last checkpoint. */
import type { Context } from "hono";
import { sql, type Kysely } from "kysely";
import type { MenuEntry, Module } from "#kernel/access/module.ts";
import type { MenuLink, Shell } from "#kernel/access/shell.ts";
import type { Session } from "#kernel/access/session.ts";
import { reachOf } from "#kernel/access/verb.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { speak, type Language } from "#platform/i18n/text.ts";

/** What the shell is built from. */
export interface ShellSource {
  readonly db: Kysely<any>;
  readonly modules: readonly Module[];
  readonly assets: { href(name: string): string; serve(c: Context): Response };
}

function linksFor(
  entries: readonly MenuEntry[],
  session: Session | null,
  language: Language,
): { menu: MenuLink[]; portalMenu: MenuLink[]; closed: ReadonlySet<string> } {
  const say = speak(language);
  const places = new Map(entries.filter((entry) => entry.under === undefined).map((entry) => [entry.href, entry.position]));
  // What belongs to an entry follows it, in its own order.
  const placeOf = (entry: MenuEntry): number =>
    entry.under === undefined ? entry.position : (places.get(entry.under) ?? entry.position) + entry.position / 1000;
  const ordered = [...entries].sort((a, b) => placeOf(a) - placeOf(b));
  const linkOf = (entry: MenuEntry): MenuLink => ({
    text: say(entry.text),
    href: entry.href,
    ...(entry.own && { own: true }),
    ...(entry.under !== undefined && { under: entry.under }),
  });
  const open = (entry: MenuEntry): boolean =>
    entry.for === "signed-in" || (entry.for !== "public" && reachOf(session?.actor ?? null, entry.for) !== null);
  const openTo = new Set(entries.filter((entry) => entry.for === "public" || open(entry)).map((entry) => entry.href));
  return {
    closed: new Set(entries.map((entry) => entry.href).filter((href) => !openTo.has(href))),
    menu: session === null ? [] : ordered.filter((entry) => entry.for !== "public" && open(entry)).map(linkOf),
    portalMenu: ordered.filter((entry) => entry.for === "public").map(linkOf),
  };
}

/** The shell of one request. */
export async function shellOf(
  source: ShellSource,
  request: { readonly session: Session | null; readonly language: Language; readonly url: URL; readonly now: Date; readonly pack: Pack },
): Promise<Shell> {
  const { rows } = await sql<{ demonstration: boolean; size: number | null; signed_at: Date | null }>`
    select exists (select 1 from setting.fact where name = 'demonstration') as demonstration, c.size, c.signed_at
    from (select 1) one left join lateral (select size, signed_at from journal.checkpoint order by size desc limit 1) c on true`.execute(
    source.db,
  );
  const facts = rows[0];
  const { session, language, url } = request;
  const here = new URL(url);
  here.searchParams.delete("lang");
  return {
    language,
    say: speak(language),
    pack: request.pack,
    actor: session?.actor ?? null,
    holdings: session?.holdings ?? [],
    formToken: session?.formToken ?? "",
    ...linksFor(
      source.modules.flatMap((module) => module.menu),
      session,
      language,
    ),
    here: here.pathname + here.search,
    demonstration: facts?.demonstration ?? false,
    sealed: facts?.size == null || facts.signed_at === null ? null : { size: facts.size, at: facts.signed_at },
    asset: (name) => source.assets.href(name),
  };
}
