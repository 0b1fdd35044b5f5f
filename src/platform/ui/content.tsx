/** Smaller govuk-frontend parts around the text of a page. */
import type { VNode } from "preact";
import type { Say } from "#platform/i18n/text.ts";
import { Button, type ButtonProps } from "./buttons.tsx";
import { Link } from "./link.tsx";
import { type Attributes, type Content, classes, present } from "./markup.ts";
import { w } from "./words.ts";

interface BoxProps {
  readonly id?: string;
  readonly class?: string;
  readonly attributes?: Attributes;
  readonly children?: Content;
}

export interface DetailsProps extends BoxProps {
  readonly summary: Content;
  readonly open?: boolean;
}

/** Text that opens on demand. */
export function Details({ summary, open, id, class: className, attributes, children }: DetailsProps): VNode {
  return (
    <details id={id} class={classes("govuk-details", className)} open={open} {...attributes}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}

/** Text set apart from the rest. */
export function InsetText({ id, class: className, attributes, children }: BoxProps): VNode {
  return (
    <div id={id} class={classes("govuk-inset-text", className)} {...attributes}>
      {children}
    </div>
  );
}

export interface WarningTextProps extends BoxProps {
  readonly say: Say;
  readonly prefix?: string;
}

/** A consequence to know before acting. */
export function WarningText({ say, prefix, id, class: className, attributes, children }: WarningTextProps): VNode {
  return (
    <div id={id} class={classes("govuk-warning-text", className)} {...attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{prefix ?? say(w.warning)}</span> {children}
      </strong>
    </div>
  );
}

export interface NotificationBannerProps {
  readonly say: Say;
  readonly success?: boolean;
  readonly title?: Content;
  readonly titleId?: string;
  readonly headingLevel?: 2 | 3 | 4;
  readonly role?: "region" | "alert";
  readonly class?: string;
  readonly attributes?: Attributes;
  /** A sentence becomes the banner's heading; markup is printed as it is. */
  readonly children?: Content;
}

/** News about the page: what was just done, or what to know. One a page. */
export function NotificationBanner(props: NotificationBannerProps): VNode {
  const { say, success, titleId = "govuk-notification-banner-title", role, attributes, children } = props;
  const Heading = `h${props.headingLevel ?? 2}` as "h2";
  return (
    <div
      class={classes("govuk-notification-banner", success && "govuk-notification-banner--success", props.class)}
      role={role ?? (success ? "alert" : "region")}
      aria-labelledby={titleId}
      {...attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.title ?? say(success ? w.success : w.important)}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {typeof children === "string" ? <p class="govuk-notification-banner__heading">{children}</p> : children}
      </div>
    </div>
  );
}

/** A step of the trail; the last one has no address, it is the page itself. */
export interface Crumb {
  readonly text: Content;
  readonly href?: string;
  readonly attributes?: Attributes;
}

export interface BreadcrumbsProps {
  readonly items: readonly Crumb[];
  readonly label?: string;
  readonly say: Say;
  readonly class?: string;
  readonly attributes?: Attributes;
}

/** Where the page stands; never collapsed, also on phones. */
export function Breadcrumbs({ items, label, say, class: className, attributes }: BreadcrumbsProps): VNode {
  return (
    <nav class={classes("govuk-breadcrumbs", className)} {...attributes} aria-label={label ?? say(w.trail)}>
      <ol class="govuk-breadcrumbs__list">
        {items.map((item, index) =>
          item.href === undefined ? (
            <li class="govuk-breadcrumbs__list-item" {...(index === items.length - 1 && { "aria-current": "page" })}>
              {item.text}
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item">
              <Link class="govuk-breadcrumbs__link" href={item.href} attributes={item.attributes}>
                {item.text}
              </Link>
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}

export interface BackLinkProps {
  readonly href: string;
  readonly say: Say;
  readonly class?: string;
  readonly attributes?: Attributes;
  /** “Back” when absent. */
  readonly children?: Content;
}

/** To the step before. */
export function BackLink({ href, say, class: className, attributes, children }: BackLinkProps): VNode {
  return (
    <Link class={classes("govuk-back-link", className)} href={href} attributes={attributes}>
      {present(children) ? children : say(w.back)}
    </Link>
  );
}

export interface SkipLinkProps {
  readonly href?: string;
  readonly class?: string;
  readonly attributes?: Attributes;
  readonly children: Content;
}

/** First on the page: past the header for keyboards. */
export function SkipLink({ href = "#main", class: className, attributes, children }: SkipLinkProps): VNode {
  return (
    <Link class={classes("govuk-skip-link", className)} href={href} attributes={attributes}>
      {children}
    </Link>
  );
}

/** A button of an interrupting panel; a link when it has an address, unless its type is `button`. */
export type PanelAction = ButtonProps;

export interface PanelProps {
  readonly title: Content;
  readonly headingLevel?: 1 | 2 | 3;
  /** Asks to confirm something unusual instead of saying that it is done. */
  readonly interruption?: boolean;
  readonly actions?: readonly PanelAction[];
  readonly class?: string;
  readonly attributes?: Attributes;
  readonly children?: Content;
}

/** It is done: what, and its reference. */
export function Panel({ title, headingLevel = 1, interruption, actions, class: className, attributes, children }: PanelProps): VNode {
  const Heading = `h${headingLevel}` as "h1";
  return (
    <div class={classes("govuk-panel", `govuk-panel--${interruption ? "interruption" : "confirmation"}`, className)} {...attributes}>
      <Heading class="govuk-panel__title">{title}</Heading>
      {present(children) && <div class="govuk-panel__body">{children}</div>}
      {interruption && actions && (
        <div class="govuk-panel__actions">
          <div class="govuk-button-group">
            {actions.map((action) =>
              action.href === undefined || action.type === "button" ? (
                <Button {...action} class={classes("govuk-button--inverse", action.class)} />
              ) : (
                <Link class={classes("govuk-link govuk-link--inverse", action.class)} href={action.href} attributes={action.attributes}>
                  {action.children}
                </Link>
              ),
            )}
          </div>
        </div>
      )}
    </div>
  );
}

export interface Tab {
  readonly id?: string;
  readonly label: Content;
  readonly attributes?: Attributes;
  readonly panelAttributes?: Attributes;
  readonly content: Content;
}

export interface TabsProps {
  readonly say: Say;
  readonly tabs: readonly (Tab | null | false | "")[];
  readonly id?: string;
  readonly idPrefix?: string;
  readonly title?: Content;
  readonly class?: string;
  readonly attributes?: Attributes;
}

/** Sections with a table of contents: the form that tabs take without script. */
export function Tabs({ say, tabs, id, idPrefix, title, class: className, attributes }: TabsProps): VNode {
  const shown = tabs.flatMap((tab, index) => (tab ? [{ ...tab, id: tab.id ?? `${idPrefix}-${index + 1}` }] : []));
  return (
    <div id={id} class={classes("govuk-tabs", className)} {...attributes}>
      <h2 class="govuk-tabs__title">{title ?? say(w.contents)}</h2>
      {shown.length > 0 && (
        <ul class="govuk-tabs__list">
          {shown.map((tab) => (
            <li class="govuk-tabs__list-item">
              <Link class="govuk-tabs__tab" href={`#${tab.id}`} attributes={tab.attributes}>
                {tab.label}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {shown.map((tab) => (
        <div class="govuk-tabs__panel" id={tab.id} {...tab.panelAttributes}>
          {typeof tab.content === "string" ? <p class="govuk-body">{tab.content}</p> : tab.content}
        </div>
      ))}
    </div>
  );
}
