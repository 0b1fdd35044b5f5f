/** What a post has to do: rows by urgency, each with its reason, its date, one action and whom to call. */
import type { VNode } from "preact";
import { Details } from "./content.tsx";
import { Link } from "./link.tsx";
import { Mark } from "./marks.tsx";
import type { Content } from "./markup.ts";
import { Section } from "./section.tsx";

/** Somebody to call. `phone` is in international form, such as `+250788000143`. */
export interface Contact {
  /** “Solange U., coordinator”. */
  readonly name: string;
  readonly phone: string;
}

/** A telephone link with its mark. */
export function PhoneLink({ name, phone }: Contact): VNode {
  return (
    <Link class="in-tel" href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`}>
      <Mark name="phone" />
      {name}
    </Link>
  );
}

export interface MorningRowProps {
  readonly tone: "late" | "watch" | "info" | "good" | "rest";
  readonly title: Content;
  readonly href: string;
  /** Why it is here, in one sentence. */
  readonly why: Content;
  /** “Late by 2 working days”, “Today, 17:00”. */
  readonly when: Content;
  /** The one thing to do: a link, or a form from `ActionForm`. */
  readonly action?: { readonly href: string; readonly text: string } | { readonly form: Content };
  readonly call?: Contact;
  /** Others of the same kind, folded into this row. */
  readonly more?: {
    /** “14 more like it”. */
    readonly summary: string;
    readonly rows: readonly { readonly title: Content; readonly href: string; readonly when: Content }[];
  };
}

/** One thing due: mark, title, why, when, one action, whom to call. */
export function MorningRow({ tone, title, href, why, when, action, call, more }: MorningRowProps): VNode {
  const colour = tone === "info" ? "lake" : tone;
  return (
    <li class="in-row">
      <Mark name={tone} colour={colour} />
      <h3>
        <Link href={href}>{title}</Link>
      </h3>
      <p>{why}</p>
      <p class={`in-when in-c-${colour}`}>{when}</p>
      {(action || call) && (
        <div class="in-row__do">
          {action && "href" in action && (
            <Link class="govuk-button govuk-button--secondary govuk-button--small" href={action.href}>
              {action.text}
            </Link>
          )}
          {action && "form" in action && action.form}
          {call && <PhoneLink {...call} />}
        </div>
      )}
      {more && (
        <Details summary={more.summary} class="in-row__more">
          <ul>
            {more.rows.map((row) => (
              <li>
                <Link href={row.href}>{row.title}</Link> <span class="in-small">{row.when}</span>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </li>
  );
}

export interface MorningGroupProps {
  readonly id: string;
  /** “Late”, “Due today”, “This week”. */
  readonly title: string;
  /** How many things, when one row can stand for several; the number of rows when absent. */
  readonly count?: number;
  readonly rows: readonly MorningRowProps[];
}

/** Rows of one urgency with their number; an empty group vanishes. */
export function MorningGroup({ id, title, count, rows }: MorningGroupProps): VNode | null {
  if (rows.length === 0) return null;
  return (
    <Section id={id} title={title} count={count ?? rows.length}>
      <ul class="in-rows">
        {rows.map((row) => (
          <MorningRow {...row} />
        ))}
      </ul>
    </Section>
  );
}
