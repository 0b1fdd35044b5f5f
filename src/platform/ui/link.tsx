/** The one link component: it refuses an address that would run as script. */
import type { VNode } from "preact";
import type { Attributes, Content } from "./markup.ts";

const ALLOWED = new Set(["http:", "https:", "mailto:", "tel:", "sms:"]);

/** The address when a browser would only navigate to it, else `#`. Control characters are removed first, as browsers do. */
export function safeHref(href: string): string {
  // oxlint-disable-next-line no-control-regex -- browsers skip exactly these characters when they read a scheme
  const cleaned = href.replaceAll(/[\u0000-\u0020\u007f-\u009f]/g, "");
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(cleaned)?.[1]?.toLowerCase();
  return scheme === undefined || ALLOWED.has(scheme) ? href : "#";
}

export interface LinkProps {
  readonly href: string;
  readonly class?: string;
  /** Marks the link as the page or item being shown. */
  readonly current?: boolean | "page" | "true" | "step";
  readonly attributes?: Attributes;
  readonly children?: Content;
}

/** A link. External addresses carry `rel="noreferrer"` so that no record's address leaks to another site. */
export function Link({ href, class: className, current, attributes, children }: LinkProps): VNode {
  const safe = safeHref(href);
  const away = /^https?:/i.test(safe);
  return (
    <a
      class={className}
      href={safe}
      rel={away ? "noreferrer" : undefined}
      aria-current={current === true ? "page" : current || undefined}
      {...attributes}
    >
      {children}
    </a>
  );
}
