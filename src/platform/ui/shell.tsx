/** The parts around a page's content: ribbon, header, menus, acting-as bar, languages and footer. */
import type { VNode } from "preact";
import type { Say } from "#platform/i18n/text.ts";
import { CsrfField } from "./buttons.tsx";
import { Link, safeHref } from "./link.tsx";
import { classes, type Content } from "./markup.ts";
import { w } from "./words.ts";

/** One link of a menu. */
export interface NavItem {
  readonly href: string;
  readonly text: Content;
  readonly current?: boolean;
  /** Belongs to the entry before it: only in the menu of a phone, and in the line beneath the band. */
  readonly inside?: boolean;
  /** The person’s own: in the bar beneath on a desk, in the menu on a phone. */
  readonly own?: true;
}

/** What a form brings when it was sent to change the language: nothing of it is checked or kept yet. */
export const LANGUAGE_FIELD = "other_language";

/** One language, in its own name; the one in force has no link. */
export interface LanguageChoice {
  readonly lang: string;
  readonly text: string;
  readonly href: string;
  readonly current?: boolean;
  /** The id of a form on the page: changing the language sends it to the address, so that what is typed comes back in the other language. */
  readonly form?: string;
}

/** One post that the person may act as; the last entry is the person herself. */
export interface ActingChoice {
  readonly label: string;
  /** Behind the label, such as the organisation. */
  readonly entity?: string;
  /** “since 03/02/2024”, “acting until 30/11/2025”. */
  readonly detail?: string;
  readonly name: string;
  readonly value: string;
  readonly current?: boolean;
}

/** Who the person acts as, and may change to. */
export interface ActingAs {
  readonly post: string;
  readonly entity?: string;
  readonly choices: readonly ActingChoice[];
  /** Where the choice is posted to, with the token of the session. */
  readonly action: string;
  readonly csrf: string;
  /** Links in the same bar, such as the account page. */
  readonly links?: readonly NavItem[];
  readonly signOut?: { readonly action: string; readonly text: string };
}

/** The product's name, drawn: its dot and its o are the lozenge. */
export function Wordmark(): VNode {
  return (
    <svg viewBox="0 0 96 32" width="96" height="30" fill="none" stroke="currentColor" stroke-width="4" role="img" aria-label="Inteko">
      <path d="M5 12v16M13 28V12M13 20.5a6.5 6.5 0 0 1 13 0V28M33 6v16.5q0 5.5 5.5 5.5h1M28.5 14H40M45 20.5h13a6.6 6.6 0 1 0-2.5 5M64.5 3v25M74.5 12.5l-9 8M68.5 18l7.5 10" />
      <path d="m86.5 13.2 7 7-7 7-7-7z" stroke-width="3.8" />
      <path d="M5 2.2 8.4 5.6 5 9 1.6 5.6z" fill="#c4622d" stroke="none" />
    </svg>
  );
}

/** Says on every page, also on paper, that people and figures are invented. */
export function Ribbon({ say, text }: { readonly say: Say; readonly text: string }): VNode {
  return (
    <aside class="in-ribbon" aria-label={say(w.demonstration)}>
      <div class="in-w">{text}</div>
    </aside>
  );
}

function Language({ choice: { lang, text, href, current, form } }: { readonly choice: LanguageChoice }): VNode {
  if (current)
    return (
      <span lang={lang} aria-current="true">
        {text}
      </span>
    );
  if (form !== undefined)
    return (
      <button form={form} formaction={safeHref(href)} name={LANGUAGE_FIELD} value={lang} lang={lang}>
        {text}
      </button>
    );
  return (
    <Link href={href} attributes={{ lang, hreflang: lang }}>
      {text}
    </Link>
  );
}

/** The languages in their own names. */
export function Languages({ say, choices }: { readonly say: Say; readonly choices: readonly LanguageChoice[] }): VNode {
  const form = choices.find((choice) => choice.form !== undefined)?.form;
  return (
    <nav class="in-lang" aria-label={say(w.language)}>
      {/* Enter in a field presses the first button of its form, which must not be a language. */}
      {form !== undefined && <button form={form} class="govuk-visually-hidden" tabIndex={-1} aria-hidden="true" />}
      {choices.map((choice) => (
        <Language choice={choice} />
      ))}
    </nav>
  );
}

function NavLinks({ items }: { readonly items: readonly NavItem[] }): VNode {
  return (
    <>
      {items.map((item) => (
        <Link href={item.href} current={item.current}>
          {item.text}
        </Link>
      ))}
    </>
  );
}

export interface HeaderProps {
  readonly say: Say;
  readonly area: "portal" | "workspace";
  readonly home: string;
  readonly strapline?: string;
  readonly nav: readonly NavItem[];
  readonly languages: readonly LanguageChoice[];
}

/** Portal: white, languages and links always visible. Workspace: forest, links in the bar or behind “Menu”. */
export function Header({ say, area, home, strapline, nav, languages }: HeaderProps): VNode {
  const mark = (
    <Link class="in-mark" href={home}>
      <Wordmark />
      {strapline && <span>{strapline}</span>}
    </Link>
  );
  if (area === "portal") {
    return (
      <header class="in-head">
        <div class="in-w">
          {mark}
          {languages.length > 0 && <Languages say={say} choices={languages} />}
        </div>
        {nav.length > 0 && (
          <div class="in-w">
            <nav class="in-nav" aria-label={say(w.mainMenu)}>
              <NavLinks items={nav.filter((item) => !item.inside)} />
            </nav>
          </div>
        )}
      </header>
    );
  }
  return (
    <header class="in-head">
      <div class="in-w">
        {mark}
        {nav.length > 0 && <Menus say={say} nav={nav} />}
      </div>
    </header>
  );
}

/** The same links twice, one copy hidden by the width: in the bar, and as rows that open. */
function Menus({ say, nav }: { readonly say: Say; readonly nav: readonly NavItem[] }): VNode {
  return (
    <>
      <nav class="in-nav in-nav--wide" aria-label={say(w.mainMenu)}>
        <NavLinks items={nav.filter((item) => !item.own && !item.inside)} />
      </nav>
      <details class="in-menu">
        <summary>{say(w.menu)}</summary>
        <nav aria-label={say(w.mainMenu)}>
          <ul>
            {nav.map((item) => (
              <li class={classes(item.inside && "in-inside")}>
                <Link href={item.href} current={item.current}>
                  {item.text}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </details>
    </>
  );
}

/** Who acts, in a bar of its own; opening it shows one button for each post. */
export function ActingAsBar({ say, acting }: { readonly say: Say; readonly acting: ActingAs }): VNode {
  return (
    <div class="in-bar">
      <div class="in-w">
        <details class="in-as">
          <summary>
            <span>
              <span class="in-mint">{say(w.actingAs)}</span> <b>{acting.post}</b>
              {acting.entity && <span class="in-mint">, {acting.entity}</span>}
            </span>
          </summary>
          <form method="post" action={safeHref(acting.action)}>
            <CsrfField token={acting.csrf} />
            <ul>
              {acting.choices.map((choice) => (
                <li>
                  <button name={choice.name} value={choice.value} aria-current={choice.current ? "true" : undefined}>
                    <b>{choice.label}</b>
                    {choice.entity && `, ${choice.entity}`}
                    {choice.detail && (
                      <>
                        <br />
                        <span class="in-mint">{choice.detail}</span>
                      </>
                    )}
                  </button>
                </li>
              ))}
            </ul>
          </form>
        </details>
        <AccountLinks say={say} acting={acting} />
      </div>
    </div>
  );
}

function AccountLinks({ say, acting }: { readonly say: Say; readonly acting: ActingAs }): VNode | null {
  const { links = [], signOut } = acting;
  if (links.length === 0 && signOut === undefined) return null;
  return (
    <nav class="in-account" aria-label={say(w.account)}>
      <NavLinks items={links} />
      {signOut && (
        <form method="post" action={safeHref(signOut.action)}>
          <CsrfField token={acting.csrf} />
          <button class="in-plain">{signOut.text}</button>
        </form>
      )}
    </nav>
  );
}

/** The links and the note beneath every page. */
export interface FooterContent {
  readonly links?: readonly NavItem[];
  /** A sentence or two: whose site it is, up to where the record is sealed. */
  readonly note?: Content;
}

export interface FooterProps extends FooterContent {
  readonly say: Say;
  readonly languages: readonly LanguageChoice[];
}

/** Forest in both areas. */
export function Footer({ say, links = [], note, languages }: FooterProps): VNode {
  return (
    <footer class="in-foot">
      <div class="in-w">
        {links.length > 0 && (
          <nav aria-label={say(w.footer)}>
            <ul>
              {links.map((item) => (
                <li>
                  <Link href={item.href} current={item.current}>
                    {item.text}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {languages.length > 0 && <Languages say={say} choices={languages} />}
        {note && <div class="in-foot__note">{note}</div>}
      </div>
    </footer>
  );
}
