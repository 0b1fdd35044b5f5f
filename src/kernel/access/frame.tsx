/** The page around every module's content: the shell's facts put into the product's one page layout. */
import { OWN_NAMES } from "#platform/i18n/own-names.ts";
import type { VNode } from "preact";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { formatDate, formatDateTime, formatNumber } from "#platform/ui/format.ts";
import { LANGUAGES } from "#platform/i18n/text.ts";
import { Link } from "#platform/ui/link.tsx";
import { Page, type ActingAs, type LanguageChoice, type NavItem, type PageProps } from "#platform/ui/page.tsx";
import type { Holding } from "#kernel/registry/posts.ts";
import type { MenuLink, Shell } from "./shell.ts";
import { w } from "./words.ts";

/** A page's own part: everything of the layout that the shell does not know. `current` is the path of the menu entry it stands under. */
export type FrameProps = Omit<
  PageProps,
  "lang" | "assets" | "nav" | "actingAs" | "languages" | "footer" | "ribbon" | "area" | "home" | "strapline"
> & {
  readonly shell: Shell;
  readonly area?: "portal" | "workspace";
  readonly current?: string;
  /** Behind a personal link: the association’s name, the languages and the page, without a menu. Whoever is signed in gets the same. */
  readonly bare?: boolean;
  /** The id of a form that changing the language sends along, so that nothing typed is lost; its handler shows it again (`LANGUAGE_FIELD`). */
  readonly typing?: string;
};

/** This page's address in another language: the same path and filters. */
function languageChoices(shell: Shell, form: string | undefined): LanguageChoice[] {
  return LANGUAGES.map((lang) => {
    const url = new URL(shell.here, "http://here");
    url.searchParams.set("lang", lang);
    return {
      lang,
      text: OWN_NAMES[lang],
      href: url.pathname + url.search,
      current: lang === shell.language,
      ...(form !== undefined && { form }),
    };
  });
}

function detailOf(shell: Shell, holding: Holding): string {
  const { say } = shell;
  if (!holding.acting) return say(w.since, { day: formatDate(holding.from) });
  return holding.to === null ? say(w.actingSince, { day: formatDate(holding.from) }) : say(w.actingUntil, { day: formatDate(holding.to) });
}

function actingAs(shell: Shell): ActingAs | undefined {
  const { actor, say, pack } = shell;
  if (actor === null) return undefined;
  const nameOf = (postType: string): string => say(postTypeOf(pack, postType).names);
  const posts = shell.holdings.map((holding) => ({
    label: nameOf(holding.postType),
    entity: holding.organisationName,
    detail: detailOf(shell, holding),
    name: "assignment",
    value: holding.assignment,
    current: holding.assignment === actor.assignment,
  }));
  const self = { label: actor.name, detail: say(w.myself), name: "assignment", value: "self", current: actor.assignment === null };
  return {
    post: actor.postType === null ? actor.name : nameOf(actor.postType),
    entity: actor.organisationName ?? undefined,
    choices: [...posts, self],
    action: `/acting-as?back=${encodeURIComponent(shell.here)}`,
    csrf: shell.formToken,
    links: [...shell.menu.filter((link) => link.own), { href: "/account", text: say(w.account) }],
    signOut: { action: "/sign-out", text: say(w.signOut) },
  };
}

/** The section that a page stands in: its menu entry, and those that belong to it. None for an entry that stands alone. */
function sectionOf(menu: readonly MenuLink[], current: string | undefined): NavItem[] {
  const here = menu.find((link) => link.href === current);
  const head = here?.under ?? here?.href;
  const inside = menu.filter((link) => link.under === head && head !== undefined);
  const first = menu.find((link) => link.href === head);
  if (first === undefined || inside.length === 0) return [];
  return [first, ...inside].map(({ href, text }) => ({ href, text, current: href === current }));
}

/** A whole page. Signed-in people get the workspace unless `area` says portal. */
export function Frame({ shell, area, current, bare = false, typing, ...own }: FrameProps): VNode {
  const { say, language, actor, pack } = shell;
  const where = bare ? "portal" : (area ?? (actor === null ? "portal" : "workspace"));
  const door = actor === null ? { href: "/sign-in", text: say(w.signIn) } : { href: "/today", text: say(w.today) };
  const menu: readonly MenuLink[] = bare ? [] : where === "workspace" ? shell.menu : [...shell.portalMenu, door];
  const sealed = bare ? null : shell.sealed;
  const strapline = bare ? say(pack.association.names) : say(w.strapline, { country: say(pack.country.names) });
  return (
    <Page
      {...own}
      breadcrumbs={own.breadcrumbs?.filter((crumb) => crumb.href === undefined || !shell.closed.has(crumb.href))}
      lang={language}
      area={where}
      assets={{ href: shell.asset }}
      home={where === "workspace" ? "/today" : "/"}
      strapline={where === "portal" ? strapline : undefined}
      ribbon={shell.demonstration ? say(w.demonstration) : undefined}
      nav={menu.map(({ under, ...link }) => ({
        ...link,
        current: link.href === current || menu.some((one) => one.href === current && one.under === link.href),
        inside: under !== undefined && menu.some((one) => one.href === under),
      }))}
      section={sectionOf(menu, current)}
      actingAs={where === "workspace" ? actingAs(shell) : undefined}
      languages={languageChoices(shell, typing)}
      footer={{
        links: [
          { href: "/accessibility", text: say(w.accessibility) },
          { href: "/privacy", text: say(w.privacy) },
          ...(bare
            ? []
            : [
                { href: "/journal", text: say(w.checked) },
                { href: "/data", text: say(w.openData) },
              ]),
        ],
        note: sealed && (
          <>
            {say(w.sealed, { at: formatDateTime(sealed.at, pack.timeZone), entry: formatNumber(sealed.size, language) })}{" "}
            <Link href="/journal">{say(w.checkIt)}</Link>
          </>
        ),
      }}
    />
  );
}
