/** Inductions at a glance: the share inducted, who is late by name, and the same by member, tier, sex and kind of post. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { tierOf } from "#kernel/pack/lookup.ts";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { Details } from "#platform/ui/content.tsx";
import { Link } from "#platform/ui/link.tsx";
import { DataTable, Filters, type Column } from "#platform/ui/lists.tsx";
import { Certainty } from "#platform/ui/marks.tsx";
import { Card, EmptyState, Figure, MoreLinks, PhoneLink, Section } from "#platform/ui/parts.tsx";
import { paths, peopleHref } from "../paths.ts";
import type { CoveragePart, InductionCoverage, NewPerson, Period } from "../schema.ts";
import { w } from "../words.ts";
import { LateTable, type Enrolments } from "./people.tsx";

export interface CoverageProps {
  readonly shell: Shell;
  readonly period: Period;
  readonly today: Day;
  readonly whole: InductionCoverage;
  readonly parts: Readonly<Record<"member" | "tier" | "sex" | "track", readonly CoveragePart[]>>;
  /** Names and whom to call, by member. */
  readonly members: ReadonlyMap<
    string,
    { readonly name: string; readonly call: { readonly name: string; readonly phone: string | null } | null }
  >;
  readonly times: { readonly staff: string; readonly leaders: string };
  readonly target: number;
  readonly source: string;
  /** The longest late, for those who call them; null for those who see counts only. */
  readonly late: { readonly rows: readonly NewPerson[]; readonly total: number; readonly enrolled: Enrolments } | null;
}

const inductedOf = ({ inducted }: InductionCoverage): number => inducted.verified + inducted.imported;

/** A share in whole percent, never rounded up to all. */
function percentText({ language }: Pick<Shell, "language">, part: number, of: number): string {
  if (of === 0) return "–";
  const share = part === of ? 100 : Math.min(99, Math.round((100 * part) / of));
  return `${formatNumber(share, language)}${language === "fr" ? "\u202f" : " "}%`;
}

function Whole({ shell, period, whole, target, late }: CoverageProps): VNode {
  const { say, language } = shell;
  const inducted = inductedOf(whole);
  const label = say(w.coverage, { due: whole.due, from: formatDate(period.from), to: formatDate(period.to) });
  if (whole.due === 0) return <EmptyState>{say(w.noneDue)}</EmptyState>;
  return (
    <Card>
      <Figure
        value={percentText(shell, inducted, whole.due)}
        label={`${formatNumber(inducted, language)} ${label}`}
        share={inducted / whole.due}
        markAt={target / 100}
        note={say(w.target, { share: target })}
      >
        <span class="in-nowrap">
          {formatNumber(whole.inducted.verified, language)} <Certainty say={say} of="verified" />
        </span>{" "}
        <span class="in-nowrap">
          {formatNumber(whole.inducted.imported, language)} <Certainty say={say} of="imported" />
        </span>{" "}
        {late !== null && <Link href={peopleHref(period, "late")}>{say(w.lateCount, { n: whole.late })}</Link>}
      </Figure>
    </Card>
  );
}

function partColumns(
  { shell, period, late }: CoverageProps,
  name: { readonly head: string; readonly of: (part: CoveragePart) => string; readonly query: string | null },
): Column<CoveragePart>[] {
  const { say, language } = shell;
  const count = (n: number): string => formatNumber(n, language);
  const linked = (part: CoveragePart, which: "due" | "inducted" | "late", n: number): VNode | string =>
    late === null || name.query === null || n === 0 ? (
      count(n)
    ) : (
      <Link href={peopleHref(period, which, { [name.query]: part.key })}>{count(n)}</Link>
    );
  return [
    { key: "name", head: name.head, cell: name.of },
    { key: "due", head: say(w.due), numeric: true, close: "labelled", cell: (part) => linked(part, "due", part.due) },
    {
      key: "inducted",
      head: say(w.inducted),
      numeric: true,
      close: "labelled",
      cell: (part) => linked(part, "inducted", inductedOf(part)),
    },
    { key: "verified", head: say(w.dataVerified), numeric: true, close: "labelled", cell: (part) => count(part.inducted.verified) },
    { key: "late", head: say(w.late), numeric: true, close: "labelled", cell: (part) => linked(part, "late", part.late) },
    {
      key: "share",
      head: say(w.share),
      numeric: true,
      nowrap: true,
      close: "labelled",
      cell: (part) => percentText(shell, inductedOf(part), part.due),
    },
  ];
}

function Members(props: CoverageProps): VNode {
  const { shell, parts, members } = props;
  const { say } = shell;
  const nameOf = (part: CoveragePart): string => members.get(part.key)?.name ?? say(w.elsewhere);
  const rows = parts.member.toSorted((a, b) => b.late - a.late || (nameOf(a) < nameOf(b) ? -1 : 1));
  const columns = partColumns(props, { head: say(w.member), of: nameOf, query: "member" });
  const call: Column<CoveragePart> = {
    key: "call",
    head: say(w.call),
    close: "line",
    cell: (part) => {
      const found = members.get(part.key)?.call ?? null;
      if (found === null) return say(w.vacant);
      return found.phone === null ? found.name : <PhoneLink name={found.name} phone={found.phone} />;
    },
  };
  return (
    <Section id="members" title={say(w.byDistrict)} count={rows.length}>
      <DataTable say={say} caption={say(w.byDistrict)} rows={rows} close columns={[...columns, call]} />
    </Section>
  );
}

function Split(props: CoverageProps & { readonly split: "tier" | "sex" | "track" }): VNode | null {
  const { shell, parts, split } = props;
  const { say, pack } = shell;
  const rows = parts[split];
  if (rows.length === 0) return null;
  const title = { tier: w.byTier, sex: w.bySex, track: w.byTrack }[split];
  const nameOf = (part: CoveragePart): string => {
    if (split === "sex") return say(part.key === "F" ? w.women : part.key === "M" ? w.men : w.notSaid);
    if (split === "track") return say(part.key === "staff" ? w.staff : w.leaders);
    return part.key === "" ? say(w.notSaid) : say(tierOf(pack, part.key).names);
  };
  return (
    <Section id={split} title={say(title)}>
      <DataTable
        say={say}
        caption={say(title)}
        rows={rows}
        close
        columns={partColumns(props, { head: say(split === "tier" ? w.tier : w.group), of: nameOf, query: split })}
      />
    </Section>
  );
}

export function CoverageView(props: CoverageProps): VNode {
  const { shell, period, times, source, late, whole } = props;
  const { say } = shell;
  return (
    <Frame shell={shell} title={say(w.title)} lead={say(w.lead, times)} current={paths.inductions}>
      <Whole {...props} />
      {late !== null && (
        <Section id="late" title={say(w.lateNow)} count={late.total}>
          <LateTable
            shell={shell}
            rows={late.rows}
            enrolled={late.enrolled}
            today={props.today}
            empty={<EmptyState>{say(w.lateNone)}</EmptyState>}
          />
          {late.total > 0 && (
            <MoreLinks>
              <Link href={peopleHref(period, "late", { now: "yes" })}>{say(w.seeAll)}</Link>
            </MoreLinks>
          )}
        </Section>
      )}
      <Filters
        say={say}
        action={paths.inductions}
        fields={[
          { name: "from", label: say(w.from), type: "date", value: period.from },
          { name: "to", label: say(w.to), type: "date", value: period.to },
        ]}
      />
      {whole.due > 0 && (
        <>
          <Members {...props} />
          <Split {...props} split="track" />
          <Split {...props} split="tier" />
          <Split {...props} split="sex" />
        </>
      )}
      <Details summary={say(w.method)}>
        <p>{say(w.methodText)}</p>
        <p>{say(w.rule, { source })}</p>
      </Details>
    </Frame>
  );
}
