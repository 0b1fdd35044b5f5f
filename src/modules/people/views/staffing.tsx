/** The staffing profile of a body: one number a card, then drawings with their tables. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { Frame } from "#kernel/access/frame.tsx";
import { fileLinks, FORMATS } from "#platform/http/list-file.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { Bars } from "#platform/ui/charts/bars.tsx";
import { Strip } from "#platform/ui/charts/strip.tsx";
import { formatDate, formatNumber, formatPercent } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { DataTable, Downloads, Filters, Table } from "#platform/ui/lists.tsx";
import { Details } from "#platform/ui/content.tsx";
import { Card, Columns, EmptyState, Figure, MoreLinks, Notice, Section } from "#platform/ui/parts.tsx";
import { PrintHead } from "#platform/ui/print.tsx";
import { paths } from "../paths.ts";
import type { OrganisationFacts } from "../queries.ts";
import type { Breakdown, Profile } from "../staffing.ts";
import { w } from "../words-staffing.ts";
import { w as people } from "../words.ts";
import { BREAKDOWNS, brokenBars, brokenRows, choicesOf, peersStrip, vacancyBars, type BreakdownKind } from "./staffing-drawings.tsx";

/** An interim that lasts too long, with names for those who may see them. */
export interface ActingRow {
  readonly post: string;
  readonly title: string;
  readonly person: string;
  readonly days: number;
}

export interface StaffingProps {
  readonly shell: Shell;
  readonly on: Day;
  readonly today: Day;
  readonly facts: OrganisationFacts;
  readonly below: boolean;
  readonly everyone: boolean;
  readonly exact: boolean;
  readonly smallest: number;
  readonly actingDays: number;
  readonly profile: Profile;
  readonly acting: readonly ActingRow[];
  readonly peers: readonly { readonly organisation: string; readonly rate: number }[];
  readonly print: boolean;
}

/** A breakdown as bars, with women and men in the table beneath; hidden rows say so instead of a bar. */
function Broken({
  props,
  kind,
  title,
  parts,
}: {
  readonly props: StaffingProps;
  readonly kind: BreakdownKind;
  readonly title: string;
  readonly parts: Breakdown;
}): VNode {
  const { say, language } = props.shell;
  const number = (value: number | null): string => (value === null ? say(w.hiddenRow) : formatNumber(value, language));
  const rows = brokenRows(props.shell, kind, parts);
  const hidden = rows.filter((row) => row.total === null);
  if (rows.length === 0) return <EmptyState>{say(people.historyEmpty)}</EmptyState>;
  return (
    <Bars {...brokenBars(props, kind, title, rows)}>
      {hidden.length > 0 && <p class="in-small">{say(w.hiddenRows, { rows: hidden.map((row) => row.label).join(", ") })}</p>}
      <Details summary={say(w.sexTitle)}>
        <Table
          head={[{ text: say(w.category) }, { text: say(people.women), numeric: true }, { text: say(w.number), numeric: true }]}
          rows={rows.map((row) => [
            { text: row.label },
            { text: number(row.cells[0] ?? null), numeric: true },
            { text: number(row.total), numeric: true },
          ])}
          firstCellIsHeader
        />
      </Details>
    </Bars>
  );
}

function Cards({ props }: { readonly props: StaffingProps }): VNode {
  const { shell, profile, smallest, actingDays } = props;
  const { say, language } = shell;
  const { fill, turnover } = profile;
  const number = (value: number): string => formatNumber(value, language);
  const share = (value: number | null): string => (value === null ? "–" : formatPercent(value, language));
  const women = (of: {
    readonly women: number | null;
    readonly known: number | null;
  }): { value: string; note: string; share: number | undefined } =>
    of.women === null || of.known === null
      ? { value: "–", note: say(w.hiddenN, { n: smallest }), share: undefined }
      : {
          value: of.known === 0 ? "–" : share(of.women / of.known),
          note: say(w.ofN, { count: of.women, total: of.known }),
          share: of.known === 0 ? undefined : of.women / of.known,
        };
  const all = women(profile);
  const managers = women(profile.managers);
  const longest = props.acting[0]?.days;
  return (
    <Columns kind="thirds">
      <Card>
        <Figure
          value={share(fill.rate)}
          label={say(w.fillRate)}
          share={fill.rate ?? undefined}
          note={say(w.fillNote, { held: fill.substantive, acting: fill.actingOnly, vacant: fill.vacant, posts: fill.posts })}
        />
        <Figure
          value={share(turnover.rate)}
          label={say(w.turnover)}
          note={say(w.turnoverNote, { leavers: turnover.leavers, joiners: turnover.joiners })}
        />
      </Card>
      <Card>
        <Figure
          value={number(profile.vacantDays)}
          label={say(w.vacancyDays)}
          note={say(w.vacancyNote, {
            share: share(profile.postDays === 0 ? null : profile.vacantDays / profile.postDays),
            acted: profile.actedDays,
          })}
        />
        <Figure
          value={number(profile.acting.length)}
          label={say(w.actingOver, { days: actingDays })}
          note={longest === undefined ? say(w.actingNone) : say(w.actingNote, { days: longest })}
        />
      </Card>
      <Card>
        <Figure value={all.value} label={say(w.women)} share={all.share} note={all.note} />
        <Figure value={managers.value} label={say(w.womenManagement)} share={managers.share} note={managers.note} />
      </Card>
    </Columns>
  );
}

function Vacancies({ props }: { readonly props: StaffingProps }): VNode | null {
  const bars = vacancyBars(props);
  return bars === null ? null : (
    <Section id="empty" title={props.shell.say(w.byTypeTitle)}>
      <Bars {...bars} />
    </Section>
  );
}

function Peers({ props }: { readonly props: StaffingProps }): VNode | null {
  const strip = peersStrip(props);
  return strip === null ? null : (
    <Section id="peers" title={props.shell.say(w.peersTitle)}>
      <Strip {...strip} />
    </Section>
  );
}

function LongActing({ props }: { readonly props: StaffingProps }): VNode {
  const { shell, acting, actingDays } = props;
  const { say, language } = shell;
  return (
    <Section id="acting" title={say(w.longActingTitle)} count={acting.length}>
      <DataTable
        say={say}
        caption={say(w.longActingTitle)}
        rows={acting.slice(0, 40)}
        columns={[
          { key: "post", head: say(people.post), cell: (row) => <Link href={paths.post(row.post)}>{row.title}</Link> },
          { key: "person", head: say(people.holder), cell: (row) => row.person },
          { key: "days", head: say(w.days), numeric: true, cell: (row) => formatNumber(row.days, language) },
        ]}
        empty={<EmptyState>{say(w.longActingNone, { days: actingDays })}</EmptyState>}
      />
    </Section>
  );
}

export function StaffingPage(props: StaffingProps): VNode {
  const { shell, facts, profile, on, below, everyone, print } = props;
  const { say } = shell;
  const { fill } = profile;
  const asked = choicesOf(props);
  const title = say(w.title, { organisation: facts.name });
  return (
    <Frame
      shell={shell}
      title={title}
      lead={
        fill.posts === 0
          ? say(w.leadNone, { day: formatDate(on) })
          : say(w.lead, { held: fill.substantive, posts: fill.posts, day: formatDate(on), acting: fill.actingOnly, vacant: fill.vacant })
      }
      current="/people"
      breadcrumbs={
        print
          ? undefined
          : [
              { text: say(people.module), href: paths.people() },
              { text: facts.name, href: paths.organisation(facts.id) },
              { text: say(people.staffingLink) },
            ]
      }
    >
      {print && (
        <PrintHead say={say} issuer={facts.name} title={title} reference={facts.code} date={formatDate(on)} language={shell.language} />
      )}
      {!print && (
        <Filters
          say={say}
          action={paths.staffing(facts.id)}
          fields={[
            {
              name: "below",
              label: say(w.scope),
              value: below ? "1" : "",
              options: [
                { value: "", text: say(w.own) },
                { value: "1", text: say(w.below) },
              ],
            },
            {
              name: "everyone",
              label: say(w.who),
              value: everyone ? "1" : "",
              options: [
                { value: "", text: say(w.appointedOnly) },
                { value: "1", text: say(w.everyone) },
              ],
            },
            { name: "on", label: say(w.on), type: "date", value: on },
          ]}
        />
      )}
      <Cards props={props} />
      <p class="in-small">{say(w.unfunded, { n: profile.unfunded })}</p>
      {!print && <Notice tone="info">{props.exact ? say(w.exact) : say(w.suppressed, { n: props.smallest })}</Notice>}
      <Columns>
        {BREAKDOWNS.map(({ kind, title: text, of }) => (
          <Broken props={props} kind={kind} title={say(text)} parts={of(profile)} />
        ))}
      </Columns>
      <Vacancies props={props} />
      <Peers props={props} />
      <LongActing props={props} />
      {!print && (
        <>
          <Downloads say={say} files={fileLinks((format) => paths.staffing(facts.id, { ...asked, format }), FORMATS)} />
          <MoreLinks>
            <Link href={paths.staffingPrint(facts.id)}>{say(w.print)}</Link>
          </MoreLinks>
        </>
      )}
    </Frame>
  );
}
