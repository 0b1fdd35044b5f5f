/** One indicator: where it stands, what changed, the figures behind, each organisation beside the others, what helped, and the chain. */
import type { ComponentChildren, VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import { ChainCard, type ShownChain } from "#kernel/trace/chain-view.tsx";
import type { Figure } from "#kernel/measure/schema.ts";
import { Trend, type TrendProps } from "#platform/ui/charts/trend.tsx";
import { Filters } from "#platform/ui/lists.tsx";
import { Button } from "#platform/ui/forms.tsx";
import { Certainty } from "#platform/ui/marks.tsx";
import { Link } from "#platform/ui/link.tsx";
import { Columns, EmptyState, Notice, Section, Timeline, type TimelineEntry } from "#platform/ui/parts.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { PrintHead } from "#platform/ui/print.tsx";
import { periodText, valueText } from "../format.ts";
import type { IndicatorPage } from "../page.ts";
import { paths } from "../paths.ts";
import type { Period } from "../rules.ts";
import { w } from "../words.ts";
import { AboutPart, type AboutProps } from "./about.tsx";
import { ProgressTag, type ViewProps } from "./common.tsx";
import { eachText } from "./each.tsx";
import { FigureTable } from "./figure-table.tsx";
import { ImpactPart, type Done } from "./impact.tsx";

export interface OneProps extends ViewProps, Pick<AboutProps, "aliases" | "changes"> {
  readonly page: IndicatorPage;
  readonly placeName: string;
  readonly trends: readonly { readonly name: string | null; readonly trend: TrendProps | null }[];
  readonly done: readonly Done[];
  readonly chain: ShownChain;
  readonly panels: readonly VNode[];
  readonly history: readonly TimelineEntry[];
  readonly owed: readonly Period[] | null;
  readonly verifiable: (figure: Figure) => boolean;
  readonly correctable: (figure: Figure) => boolean;
  readonly waiting: number;
  readonly printed: { readonly issuer: string; readonly day: string; readonly language: string };
}

/** The one sentence of the page: where from, where to, better or worse, the target; and how sure that is. */
function leadOf({ shell, page, placeName }: OneProps): string {
  const { say, language } = shell;
  const { indicator, standing, newest } = page;
  const { baseline, latest, target } = standing;
  if (baseline === null || latest === null || baseline.value === null || latest.value === null)
    return say(w.leadEmpty, { place: placeName });
  const [from, now] = [valueText(indicator, baseline.value, language), valueText(indicator, latest.value, language)];
  const way = from === now ? "none" : latest.value > baseline.value === (indicator.better === "up") ? "better" : "worse";
  const lead = say(w.lead, {
    place: placeName,
    from,
    now,
    way,
    began: periodText(baseline),
    latest: periodText(latest),
    // Several organisations may have begun in different months: their mean belongs to none of them.
    each: baseline.parts > 1 ? "yes" : "no",
    target: target === null ? "none" : valueText(indicator, target.value, language),
    by: target === null ? "" : formatDate(target.to),
  });
  return page.place.organisation === null ? `${lead} ${say(w.leadSure, newest)}` : lead;
}

/** What the owner owes, or what waits to be verified: the one thing to do now. */
function ToDo({ shell, page, owed, waiting }: OneProps): VNode | null {
  const { say } = shell;
  const [next] = owed ?? [];
  if (next !== undefined)
    return (
      <p>
        <Button href={paths.record(page.indicator.id)}>{say(w.recordNow, { period: periodText(next) })}</Button>
      </p>
    );
  if (waiting > 0) return <Notice tone="watch">{say(w.waits, { n: waiting })}</Notice>;
  return owed === null ? null : <p class="in-small">{say(w.nothingOwed)}</p>;
}

/** Links between everybody, women and men, and tiers, where such figures were recorded. */
function Groups({ shell, page }: OneProps): VNode | null {
  const { say } = shell;
  if (page.groups.length < 2) return null;
  const words = { together: w.together, sex: w.bySex, tier: w.byTier };
  const place = page.place.organisation?.id ?? null;
  return (
    <p class="in-more">
      {page.groups.map((by) =>
        by === page.by ? (
          <b aria-current="true">{say(words[by])}</b>
        ) : (
          <Link href={paths.ofPlace(page.indicator.id, place, by === "together" ? null : by)}>{say(words[by])}</Link>
        ),
      )}
    </p>
  );
}

function Lines({ props, children }: { readonly props: OneProps; readonly children?: ComponentChildren }): VNode {
  const { shell, trends, page } = props;
  const { say } = shell;
  return (
    <Section id="changed" title={say(w.whatChanged)}>
      <Groups {...props} />
      {trends.map(({ name, trend }) => (
        <>
          {name !== null && <h3 class="govuk-heading-s">{name}</h3>}
          {trend === null ? <EmptyState>{say(w.tooFewPoints)}</EmptyState> : <Trend {...trend} heading={name === null ? "none" : 4} />}
        </>
      ))}
      {page.by !== "together" && <p class="in-small">{say(w.hiddenFew, { n: page.smallest })}</p>}
      {children}
    </Section>
  );
}

/** How the organisations stand, and the way to their lines. */
function Each({ shell, page }: OneProps): VNode | null {
  const { say } = shell;
  if (page.each.size === 0) return null;
  const n = [...page.each.values()].reduce((sum, count) => sum + count, 0);
  return (
    <Section id="each" title={say(w.byPlace)} count={n}>
      <p>{eachText({ shell }, page.each)}</p>
      <p class="in-noprint">
        <Link href={paths.each(page.indicator.id)}>{say(w.eachOpen, { n })}</Link>
      </p>
    </Section>
  );
}

/** A choice of organisation for those who read more than one. */
function Choose({ shell, page }: OneProps): VNode | null {
  const { say } = shell;
  if (page.place.places.length < 2) return null;
  return (
    <Filters
      say={say}
      action={paths.one(page.indicator.id)}
      fields={[
        {
          name: "place",
          label: say(w.choosePlace),
          value: page.place.organisation?.id ?? "",
          options: [{ value: "", text: say(w.everywhere) }, ...page.place.places.map((one) => ({ value: one.id, text: one.name }))],
        },
      ]}
      keep={{ by: page.by === "together" ? undefined : page.by }}
    />
  );
}

export function OneView(props: OneProps): VNode {
  const { shell, page, placeName, done, chain, panels, history, printed } = props;
  const { say } = shell;
  const { indicator } = page;
  return (
    <Frame
      shell={shell}
      title={say(indicator.names)}
      caption={indicator.code}
      lead={leadOf(props)}
      current={paths.indicators}
      notice={
        <PrintHead
          say={say}
          issuer={printed.issuer}
          title={say(indicator.names)}
          reference={indicator.code}
          date={printed.day}
          language={printed.language}
        />
      }
      breadcrumbs={[
        { text: say(w.module), href: paths.indicators },
        ...(page.place.organisation === null ? [] : [{ text: say(w.everywhere), href: paths.ofPlace(indicator.id, "all") }]),
        { text: placeName },
      ]}
    >
      <p>
        <ProgressTag say={say} progress={page.standing.progress} />{" "}
        {page.standing.latest !== null && page.place.organisation !== null && <Certainty say={say} of={page.standing.latest.certainty} />}
      </p>
      <p>{say(indicator.definition)}</p>
      <ToDo {...props} />
      <Choose {...props} />
      <Columns>
        <Lines props={props} />
        <ImpactPart shell={shell} indicator={indicator} placeName={placeName} impact={page.impact} done={done} />
      </Columns>
      <Each {...props} />
      <FigureTable {...props} />
      <div class="in-sec">
        <ChainCard say={say} shown={chain} />
      </div>
      {panels}
      <Columns>
        <AboutPart shell={shell} page={page} aliases={props.aliases} changes={props.changes} />
        <Section id="history" title={say(w.history)}>
          <Timeline entries={history} />
        </Section>
      </Columns>
    </Frame>
  );
}
