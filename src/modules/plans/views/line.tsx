/** One line of a plan: why, for whom, when, what it changes, who pays, and how far it is. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import { ChainCard, type ShownChain } from "#kernel/trace/chain-view.tsx";
import type { NeedFacts } from "#modules/needs";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { Button, Form, Textarea } from "#platform/ui/forms.tsx";
import { Details } from "#platform/ui/content.tsx";
import { Link } from "#platform/ui/link.tsx";
import { DataTable, SummaryList } from "#platform/ui/lists.tsx";
import { Certainty } from "#platform/ui/marks.tsx";
import { EmptyState, MoreLinks, Notice, Section, Timeline, type TimelineEntry } from "#platform/ui/parts.tsx";
import type { Clash } from "../clashes.ts";
import { paths } from "../paths.ts";
import { lacksOf, lineReference } from "../rules.ts";
import type { Plan, Progress } from "../schema.ts";
import { w as planWords } from "../words-plan.ts";
import { w } from "../words-line.ts";
import { groupNames, nameOf } from "#kernel/pack/shown.ts";
import { langOf, wrongOf } from "#platform/ui/wrong.ts";
import { daysText, lacksText, LineTag, regionName } from "./common.tsx";
import { Clashes } from "./clashes.tsx";
import { Money, type MoneyProps } from "./line-money.tsx";
import { needName } from "./need.tsx";

export interface LineProps extends MoneyProps {
  /** The chain through the record, and what other modules show of it. */
  readonly chain: ShownChain;
  readonly panels: readonly VNode[];
  readonly plan: Plan;
  readonly needs: readonly (NeedFacts & { readonly href: string | null })[];
  readonly organisations: ReadonlyMap<string, string>;
  readonly responsible: string | null;
  readonly course: string | null;
  readonly indicator: string | null;
  readonly clashes: readonly Clash[];
  readonly progress: Progress | undefined;
  readonly events: readonly { readonly title: string; readonly href: string | null }[];
  readonly mayEdit: boolean;
  readonly mayDrop: boolean;
  readonly maySettle: boolean;
  readonly history: { readonly entries: readonly TimelineEntry[]; readonly total: number };
}

function Basis({ shell, line, needs }: LineProps): VNode {
  const { say, language } = shell;
  return (
    <Section id="basis" title={say(w.basis)}>
      {line.mandate !== null && <p lang={langOf(line.language, language)}>{line.mandate}</p>}
      {needs.length > 0 && (
        <DataTable
          say={say}
          caption={say(w.needs)}
          rows={needs}
          columns={[
            {
              key: "need",
              head: say(w.need),
              cell: (need: LineProps["needs"][number]) =>
                need.href === null ? needName(shell, need) : <Link href={need.href}>{needName(shell, need)}</Link>,
            },
            { key: "organisation", head: say(w.organisation), cell: (need: NeedFacts) => need.organisationName },
            {
              key: "reach",
              head: say(w.reach),
              numeric: true,
              cell: (need: NeedFacts) => (need.reach === null ? "–" : formatNumber(need.reach, language)),
            },
            { key: "sure", head: say(w.sure), headHidden: true, cell: (need: NeedFacts) => <Certainty say={say} of={need.certainty} /> },
          ]}
        />
      )}
    </Section>
  );
}

function Facts({ shell, line, responsible, course, indicator }: LineProps): VNode {
  const { say, pack, language } = shell;
  const lang = langOf(line.language, language);
  return (
    <SummaryList
      rows={[
        { key: say(w.modality), value: nameOf(say, pack, "modality", line.modality) },
        { key: say(w.mode), value: nameOf(say, pack, "delivery_mode", line.mode) },
        { key: say(w.groups), value: groupNames(say, pack, line.groups) || "–" },
        line.domain !== null && { key: say(w.domain), value: nameOf(say, pack, "capacity_domain", line.domain) },
        { key: say(w.when), value: daysText(say, line) },
        (line.region !== null || line.venue !== null) && {
          key: say(w.venue),
          value: [line.venue, regionName(say, pack, line.region)].filter((text) => text !== null && text !== "").join(", "),
        },
        line.provider !== null && { key: say(w.provider), value: line.provider },
        course !== null && { key: say(w.course), value: course },
        { key: say(w.change), value: <span lang={lang}>{line.change === "" ? "–" : line.change}</span> },
        { key: say(w.indicator), value: indicator ?? line.indicatorWords ?? "–" },
        { key: say(w.responsible), value: responsible ?? say(w.nobody) },
      ]}
    />
  );
}

function Seats({ shell, line, organisations }: LineProps): VNode {
  const { say, language } = shell;
  const rows = [...line.seats]
    .map(([id, places]) => ({ name: organisations.get(id) ?? "", places }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <Section id="seats" title={say(w.seats)} count={formatNumber(line.places, language)}>
      {rows.length === 0 ? (
        <EmptyState>{say(w.noPlaces)}</EmptyState>
      ) : (
        <Details summary={say(w.organisations, { count: rows.length })}>
          <DataTable
            say={say}
            caption={say(w.seats)}
            rows={rows}
            columns={[
              { key: "name", head: say(w.organisation), cell: (row: (typeof rows)[number]) => row.name },
              {
                key: "places",
                head: say(w.places),
                numeric: true,
                cell: (row: (typeof rows)[number]) => formatNumber(row.places, language),
              },
            ]}
          />
        </Details>
      )}
    </Section>
  );
}

function Delivered({ shell, line, progress, events, maySettle }: LineProps): VNode | null {
  const { say, language } = shell;
  if (progress === undefined && !maySettle && line.settlement === null) return null;
  return (
    <Section id="progress" title={say(planWords.execution)}>
      {progress !== undefined && (
        <p>
          {say(w.progressOf, {
            people: formatNumber(progress.people, language),
            places: formatNumber(line.places, language),
            events: progress.events,
          })}{" "}
          <Certainty say={say} of={progress.people > 0 ? "verified" : "nothing"} />
        </p>
      )}
      {events.length > 0 && (
        <ul class="govuk-list">
          {events.map((event) => (
            <li>{event.href === null ? event.title : <Link href={event.href}>{event.title}</Link>}</li>
          ))}
        </ul>
      )}
      {line.settlement !== null && (
        <p>
          {line.settledOn === null ? line.settlement : say(w.told, { what: formatDate(line.settledOn), value: line.settlement })}{" "}
          {line.state === "done" && <Certainty say={say} of="claimed" />}
        </p>
      )}
      {maySettle && (
        <Details summary={say(w.settleTitle)}>
          <Form action={paths.settle(line.id)} csrf={shell.formToken}>
            <Textarea say={say} name="note" label={say(w.settleNote)} rows={2} />
            <Button variant="secondary">{say(w.settleTitle)}</Button>
          </Form>
        </Details>
      )}
    </Section>
  );
}

const PARTS = { what: w.partWhat, when: w.partWhen, seats: w.partSeats, money: w.partMoney } as const;

export function LineView(props: LineProps): VNode {
  const { shell, plan, line, clashes, progress, mayEdit, mayDrop, problems, history } = props;
  const { say, language } = shell;
  const lacks = line.state === "planned" ? lacksOf(line) : [];
  return (
    <Frame
      shell={shell}
      title={line.title}
      heading={<span lang={langOf(line.language, language)}>{line.title}</span>}
      caption={`${say(w.printLine, { number: lineReference(line.number) })}, ${plan.title}`}
      lead={line.change === "" ? undefined : <span lang={langOf(line.language, language)}>{line.change}</span>}
      current={paths.plans}
      errors={wrongOf(say, problems).errors}
      wide={<ChainCard say={say} shown={props.chain} />}
      breadcrumbs={[
        { text: say(planWords.module), href: paths.plans },
        { text: plan.title, href: paths.plan(plan.id) },
        { text: say(w.linesTitle), href: paths.lines(plan.id) },
        { text: lineReference(line.number) },
      ]}
      actions={<LineTag say={say} line={line} progress={progress} />}
      notice={
        lacks.length > 0 ? <Notice tone="watch">{say(w.told, { what: say(w.lacks), value: lacksText(say, lacks) })}</Notice> : undefined
      }
      aside={
        history.entries.length === 0
          ? undefined
          : {
              label: say(planWords.whatHappened),
              content: (
                <Section id="history" title={say(planWords.whatHappened)}>
                  <Timeline entries={history.entries} />
                </Section>
              ),
            }
      }
    >
      {mayEdit && (
        <MoreLinks>
          {Object.entries(PARTS).map(([part, text]) => (
            <Link href={paths.edit(plan.id, line.id, part)}>{say(w.told, { what: say(w.edit), value: say(text) })}</Link>
          ))}
          {mayDrop && (
            <Link href={paths.removeLine(plan.id, line.id)}>{say(plan.state === "revision" ? planWords.dropLine : w.remove)}</Link>
          )}
        </MoreLinks>
      )}
      <Facts {...props} />
      <Basis {...props} />
      <Clashes shell={shell} clashes={clashes} reason={line.clashReason} />
      <Delivered {...props} />
      <Seats {...props} />
      <Money {...props} />
      {props.panels}
    </Frame>
  );
}
