/** The page shell: ribbon, header, acting-as, band, title, lead, content, footer, in that order on every page. */
import type { VNode } from "preact";
import { render } from "preact-render-to-string";
import { type Language, type Say, speak } from "#platform/i18n/text.ts";
import { BackLink, Breadcrumbs, type Crumb, SkipLink } from "./content.tsx";
import { ErrorSummary, type SummaryError } from "./fields.tsx";
import { Link, safeHref } from "./link.tsx";
import { type MarkName, MARKS, Sprite, SYMBOL } from "./marks.tsx";
import { type Content, classes, present } from "./markup.ts";
import {
  type ActingAs,
  ActingAsBar,
  type ActingChoice,
  Footer,
  type FooterContent,
  Header,
  type LanguageChoice,
  type NavItem,
  Ribbon,
} from "./shell.tsx";
import { w } from "./words.ts";

export type { ActingAs, ActingChoice, Crumb, FooterContent, LanguageChoice, NavItem, SummaryError };

/** The woven panel with title, lead and search; on the home page only. */
export interface Hero {
  readonly search?: {
    readonly action: string;
    readonly name: string;
    /** For screen readers; the placeholder repeats its gist. */
    readonly label: string;
    readonly placeholder?: string;
    readonly button: string;
    readonly value?: string;
  };
}

export interface PageProps {
  readonly lang: Language;
  /** The page's one `<h1>` and, with the product's name, the window's title. */
  readonly title: string;
  /** Replaces the title's text in the `<h1>` when it needs markup, such as another language; `false` when a legend or label is the `<h1>`. */
  readonly heading?: Content | false;
  /** A small line above the title, such as the kind of record. */
  readonly caption?: Content;
  /** One sentence: what is on this page. */
  readonly lead?: Content;
  readonly area: "portal" | "workspace";
  /** Where the stylesheet is: `href("styles.css")`. */
  readonly assets: { href(name: string): string };
  readonly home?: string;
  readonly strapline?: string;
  readonly ribbon?: string;
  readonly nav?: readonly NavItem[];
  readonly actingAs?: ActingAs;
  readonly languages?: readonly LanguageChoice[];
  readonly footer?: FooterContent;
  /** The pages of the same section, in a line beneath the band. */
  readonly section?: readonly NavItem[];
  readonly breadcrumbs?: readonly Crumb[];
  readonly back?: { readonly href: string; readonly text?: string };
  /** The form's problems; printed first, and the window's title says so. */
  readonly errors?: readonly SummaryError[];
  /** What was just done, or what to know; use `Notice` or `NotificationBanner`. */
  readonly notice?: Content;
  /** Between the notice and the title: the step bar of a form in several pages. */
  readonly before?: Content;
  /** Links and buttons beside the title: print, calendar, edit. */
  readonly actions?: Content;
  /** Over both columns, beneath the title: the one drawing that the page is about. */
  readonly wide?: Content;
  /** The narrow column; on a phone it follows the content. */
  readonly aside?: { readonly label?: string; readonly content: Content };
  readonly hero?: Hero;
  /** `reading` keeps lines short: forms and texts. */
  readonly width?: "reading" | "wide";
  /** Addresses of module scripts. */
  readonly scripts?: readonly string[];
  readonly feeds?: readonly { readonly href: string; readonly title: string; readonly type: string }[];
  /** Reloads the page after so many seconds, for the progress of long work. */
  readonly refreshSeconds?: number;
  /** Goes on at once to an address elsewhere, such as a call; the page itself keeps a button for whoever stays. */
  readonly onwards?: string;
  /** Address of the offline app's manifest. */
  readonly manifest?: string;
  readonly children?: Content;
}

function Head(props: PageProps & { readonly say: Say }): VNode {
  const { say, title, assets, errors = [], scripts = [], feeds = [], refreshSeconds, onwards, manifest } = props;
  const named = errors.length > 0 ? say(w.errorTitle, { title }) : title;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${named} – Inteko`}</title>
      {onwards !== undefined && <meta http-equiv="refresh" content={`0; url=${safeHref(onwards)}`} />}
      {refreshSeconds !== undefined && <meta http-equiv="refresh" content={String(refreshSeconds)} />}
      <meta name="theme-color" content={props.area === "workspace" ? "#0c3537" : "#ffffff"} />
      <link rel="stylesheet" href={assets.href("styles.css")} />
      <link rel="icon" href={assets.href("icon.svg")} type="image/svg+xml" />
      {manifest && <link rel="manifest" href={safeHref(manifest)} />}
      {feeds.map((feed) => (
        <link rel="alternate" type={feed.type} title={feed.title} href={safeHref(feed.href)} />
      ))}
      {scripts.map((src) => (
        <script type="module" src={safeHref(src)} />
      ))}
    </head>
  );
}

/** Everything between the band and the content. */
function Top(props: PageProps & { readonly say: Say }): VNode {
  const { say, title, heading, caption, lead, section = [], breadcrumbs, back, errors = [], notice, before, actions } = props;
  return (
    <>
      {section.length > 0 && (
        <nav class="in-section" aria-label={say(w.section)}>
          {section.map((item) => (
            <Link href={item.href} current={item.current}>
              {item.text}
            </Link>
          ))}
        </nav>
      )}
      {breadcrumbs && <Breadcrumbs say={say} items={breadcrumbs} />}
      {back && (
        <BackLink say={say} href={back.href}>
          {back.text}
        </BackLink>
      )}
      {errors.length > 0 && <ErrorSummary say={say} errors={errors} />}
      {notice}
      {before}
      {present(caption) && <p class="in-caption">{caption}</p>}
      {heading !== false && <h1>{present(heading) ? heading : title}</h1>}
      {present(lead) && <p class="in-lead">{lead}</p>}
      {present(actions) && <div class="in-actions">{actions}</div>}
    </>
  );
}

function HeroTop(props: PageProps & { readonly hero: Hero }): VNode {
  const { title, heading, lead, hero } = props;
  const { search } = hero;
  return (
    <div class="in-hero">
      <div class="in-weave" aria-hidden="true" />
      <div class="in-w">
        <h1>{present(heading) ? heading : title}</h1>
        {present(lead) && <p class="in-lead">{lead}</p>}
        {search && (
          <form class="in-find" role="search" action={safeHref(search.action)}>
            <label class="govuk-visually-hidden" for="find">
              {search.label}
            </label>
            <input class="govuk-input" id="find" name={search.name} placeholder={search.placeholder} value={search.value} />
            <button class="govuk-button">{search.button}</button>
          </form>
        )}
      </div>
    </div>
  );
}

function Main(props: PageProps & { readonly say: Say }): VNode {
  const { say, hero, aside, width, wide, children } = props;
  const body = aside ? (
    <div class="in-two in-two--aside">
      <div>{children}</div>
      <aside aria-label={aside.label ?? say(w.more)}>{aside.content}</aside>
    </div>
  ) : (
    children
  );
  if (hero) {
    return (
      <main id="main" class="in-main--hero">
        <HeroTop {...props} hero={hero} />
        <div class="in-w in-body">
          {props.notice}
          {body}
        </div>
      </main>
    );
  }
  const content = (
    <>
      <Top {...props} />
      {present(wide) && <div class="in-wide">{wide}</div>}
      {body}
    </>
  );
  return (
    <main id="main" class="in-w">
      {width === "reading" ? <div class="in-read">{content}</div> : content}
    </main>
  );
}

/** A whole page. Portal pages are white at the top; a dark header always means “I am signed in and acting”. */
export function Page(props: PageProps): VNode {
  const { lang, area, ribbon, actingAs, nav = [], languages = [], footer = {}, home = "/", strapline } = props;
  const say = speak(lang);
  return (
    <html lang={lang}>
      <Head {...props} say={say} />
      <body class={classes(area === "workspace" && "in-ws")}>
        <svg id={SPRITE_PLACE} />
        <SkipLink>{say(w.skip)}</SkipLink>
        {ribbon && <Ribbon say={say} text={ribbon} />}
        <Header say={say} area={area} home={home} strapline={strapline} nav={nav} languages={languages} />
        {actingAs && <ActingAsBar say={say} acting={actingAs} />}
        <div class="in-band" />
        <Main {...props} say={say} />
        <Footer say={say} {...footer} languages={area === "workspace" ? languages : []} />
      </body>
    </html>
  );
}

const SPRITE_PLACE = "in-marks";

/** The marks that a page's markup refers to. */
export function marksIn(html: string): MarkName[] {
  const names = Object.keys(MARKS) as MarkName[];
  return names.filter((name) => html.includes(`"#${SYMBOL}${name}"`));
}

/** A page as text: doctype, markup, and the drawings of exactly the marks it uses. */
export function renderPage(page: VNode): string {
  const html = render(page);
  const sprite = render(<Sprite names={marksIn(html)} />);
  return `<!doctype html>${html.replace(`<svg id="${SPRITE_PLACE}"></svg>`, () => sprite)}`;
}
