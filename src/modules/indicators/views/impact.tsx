/** What was done, what else happened, and what a comparison tells: “contributed”, with its assumption and limits in words. */
import { nameOf } from "#kernel/pack/shown.ts";
import type { VNode } from "preact";
import type { Indicator } from "#kernel/measure/schema.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { Table } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { Section } from "#platform/ui/parts.tsx";
import { changeText } from "../format.ts";
import { isCompared, type Comparison, type Uncompared } from "../impact.ts";
import type { Impact } from "../page.ts";
import { w } from "../words-impact.ts";
import type { ViewProps } from "./common.tsx";

/** A session in the chain of this indicator. */
export interface Done {
  readonly title: string;
  readonly href: string | null;
  /** Its first day, and where it was; empty where that is not known. */
  readonly when: string;
  readonly value: string;
}

/** The sentence of the finding. Better is what the indicator calls better, whatever the sign. */
export function findingOf({ shell, indicator }: ViewProps & { readonly indicator: Indicator }, { difference }: Comparison): string {
  const { say, language } = shell;
  const clearly = difference.low > 0 || difference.high < 0;
  // A clear finding says the direction in words and needs no signs; an unclear one has an interval over zero.
  const said = (value: number): string =>
    clearly ? changeText(indicator, Math.abs(value), language).slice(1) : changeText(indicator, value, language);
  const ends = [difference.low, difference.high].toSorted((one, other) => (clearly ? Math.abs(one) - Math.abs(other) : one - other));
  const values = { difference: said(difference.estimate), low: said(ends[0] ?? 0), high: said(ends[1] ?? 0) };
  if (!clearly) return say(w.noDifference, values);
  return say(difference.estimate > 0 === (indicator.better === "up") ? w.contributed : w.worse, values);
}

/** Why nothing is set beside it, with the numbers, and what there is instead: before and after alone. */
export function whyNotOf({ shell, indicator }: ViewProps & { readonly indicator: Indicator }, found: Uncompared): string {
  const { say, language } = shell;
  const { why, alone, horizon, ...numbers } = found;
  const reason = say(w[why], { ...numbers, until: horizon === null ? "" : formatDate(horizon) });
  if (alone === null) return reason;
  const moved = (value: number): string => changeText(indicator, value, language);
  const [change, low, high] = [alone.change.estimate, alone.change.low, alone.change.high].map(moved);
  return `${reason} ${say(w.alone, { n: alone.organisations, change: change ?? "", low: low ?? "", high: high ?? "" })}`;
}

/** Why it is not called the cause: what else happened, or that nobody drew lots. */
export function cautionOf({ shell }: ViewProps, impact: Pick<Impact, "events">): string {
  const events = impact.events.map((event) => event.text).join(", ");
  return events === "" ? shell.say(w.notCauseQuiet) : shell.say(w.notCause, { events });
}

function Groups({ shell, indicator, comparison }: ViewProps & { readonly indicator: Indicator; readonly comparison: Comparison }): VNode {
  const { say, language } = shell;
  const change = (value: number): string => changeText(indicator, value, language);
  const { difference, change: mean, treated, compared } = comparison;
  return (
    <Table
      head={[{ text: say(w.group) }, { text: say(w.change), numeric: true }]}
      firstCellIsHeader
      rows={[
        [{ text: say(w.came, { n: treated.length }) }, { text: change(mean.treated), numeric: true }],
        [{ text: say(w.didNot, { n: compared.length }) }, { text: change(mean.compared), numeric: true }],
        [
          { text: say(w.differenceRow) },
          { text: `${change(difference.estimate)} (${change(difference.low)}\u00a0… ${change(difference.high)})`, numeric: true },
        ],
      ]}
    />
  );
}

function Compared({
  shell,
  indicator,
  comparison,
  impact,
}: ViewProps & { readonly indicator: Indicator; readonly comparison: Comparison; readonly impact: Impact }): VNode {
  const { say } = shell;
  const trend = comparison.parallel === null ? w.untold : comparison.parallel.alike ? w.alike : w.apart;
  const { span, horizon, leftOut, unmatched, verified, figures } = comparison;
  return (
    <>
      <p>
        <b>{findingOf({ shell, indicator }, comparison)}</b> {cautionOf({ shell }, impact)}
      </p>
      <Groups shell={shell} indicator={indicator} comparison={comparison} />
      <p class="in-small">{say(w.assumption, { trend: say(trend) })}</p>
      <p class="in-small">
        {say(w.limits, {
          from: formatDate(span.from),
          to: formatDate(span.to),
          until: formatDate(horizon),
          leftOut,
          unmatched,
          verified,
          figures,
        })}
      </p>
    </>
  );
}

/** So many sessions are named here; the chain beneath names all. */
const DONE_SHOWN = 3;

/** The whole part. */
export function ImpactPart({
  shell,
  indicator,
  placeName,
  impact,
  done,
}: ViewProps & {
  readonly indicator: Indicator;
  readonly placeName: string;
  readonly impact: Impact;
  readonly done: readonly Done[];
}): VNode {
  const { say, pack, language } = shell;
  const { comparison, own, grade, courseTitle } = impact;
  const change = (value: number): string => changeText(indicator, value, language);
  // What has no day of its own is told once by its title.
  const once = done.filter((one, index) => one.value !== "" || done.findIndex(({ title }) => title === one.title) === index);
  const newest = once.toSorted((one, other) => (one.when < other.when ? 1 : -1));
  return (
    <Section id="impact" title={say(w.title)} {...(courseTitle !== null && { note: say(w.course, { course: courseTitle }) })}>
      <p>
        <StatusTag tone={grade === "A" || grade === "B" ? "info" : "rest"}>
          {say(w.grade, { grade, name: nameOf(say, pack, "evidence_grade", grade) })}
        </StatusTag>
      </p>
      {isCompared(comparison) ? (
        <Compared shell={shell} indicator={indicator} comparison={comparison} impact={impact} />
      ) : (
        <p>{whyNotOf({ shell, indicator }, comparison)}</p>
      )}
      {own !== null && (
        <p>{say(w.own, { place: placeName, change: change(own.estimate), low: change(own.low), high: change(own.high) })}</p>
      )}
      <h3 class="govuk-heading-s">{say(w.done)}</h3>
      {done.length === 0 ? (
        <p class="in-small">{say(w.doneNone)}</p>
      ) : (
        <ul class="govuk-list">
          {newest.slice(0, DONE_SHOWN).map((one) => (
            <li>
              {one.href === null ? one.title : <Link href={one.href}>{one.title}</Link>}
              {one.value !== "" && <div class="in-small">{one.value}</div>}
            </li>
          ))}
          {newest.length > DONE_SHOWN && <li class="in-small">{say(w.doneMore, { n: newest.length - DONE_SHOWN })}</li>}
        </ul>
      )}
      {impact.events.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{say(w.alsoHappened)}</h3>
          <ul class="govuk-list">
            {impact.events.map((event) => (
              <li lang={event.language === language ? undefined : event.language}>
                {formatDate(event.day)} · {event.text}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
