/** What surrounds every page's content: menu, acting-as, language, ribbon, the last sealed checkpoint. */
import type { Language, Say } from "#platform/i18n/text.ts";
import type { Holding } from "#kernel/registry/posts.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Actor } from "./actor.ts";

/** One link of a menu, in the reader's language. */
export interface MenuLink {
  readonly text: string;
  readonly href: string;
  /** Address of the entry it belongs to. */
  readonly under?: string;
  /** Stands beside the account on a desk. */
  readonly own?: true;
}

/** Built once per request, before the handler runs. */
export interface Shell {
  readonly language: Language;
  readonly say: Say;
  readonly pack: Pack;
  readonly actor: Actor | null;
  readonly holdings: readonly Holding[];
  readonly formToken: string;
  /** The menu of the workspace, for the post acted as; empty for a visitor. */
  readonly menu: readonly MenuLink[];
  /** Addresses of menu entries that are not open to this reader: no trail of hers leads there. */
  readonly closed: ReadonlySet<string>;
  /** The menu of the public portal. */
  readonly portalMenu: readonly MenuLink[];
  /** Path and query of this page, for the language links and for coming back. */
  readonly here: string;
  readonly demonstration: boolean;
  readonly sealed: { readonly size: number; readonly at: Date } | null;
  readonly asset: (name: string) => string;
}
