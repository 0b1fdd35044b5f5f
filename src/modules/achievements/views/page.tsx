/** The achievements page: the two numbers of the plan, what was done, what came of it, and for whom. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { fiscalYearOf, type FiscalYear } from "#kernel/calendar/fiscal-year.ts";
import { Frame as ChartFrame } from "#platform/ui/charts/frame.tsx";
import { TileMap, type TileMapProps } from "#platform/ui/charts/tile-map.tsx";
import { formatDate, formatMoneyShort, formatNumber, formatPercent } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { Details } from "#platform/ui/content.tsx";
import { Filters } from "#platform/ui/lists.tsx";
import { Certainty } from "#platform/ui/marks.tsx";
import { Columns, Doors, EmptyState, Figure, Notice, Section, type Door } from "#platform/ui/parts.tsx";
import { inductionHref } from "#modules/inductions";
import { definitionsOf } from "../definitions.ts";
import { bySureness, splitBy, type Figures } from "../figures.ts";
import type { Namer } from "../names.ts";
import { paths } from "../paths.ts";
import { CERTAINTIES, scopedAddress } from "../scope.ts";
import { w } from "../words.ts";
import { Count } from "./number.tsx";
import { OverlappingSplit, Split } from "./splits.tsx";
import { TargetSvg, targetLabel } from "./target.tsx";

export interface PageProps {
  readonly shell: Shell;
  readonly figures: Figures;
  readonly namer: Namer;
  readonly years: readonly FiscalYear[];
  readonly programmes: readonly string[];
  readonly districts: readonly string[];
  /** The member whose people alone the reader sees; null for all. */
  readonly only: string | null;
  readonly doors: readonly Door[];
  readonly today: string;
  readonly floor: number;
  /** People by district; null where a list says it better. */
  readonly map: TileMapProps | null;
}

/** People reached against the plan: the number, and where it stands on the way. */
function ReachFigure({ shell, figures }: PageProps): VNode {
  const { say, language } = shell;
  const { plan, planReach, planScope } = figures;
  const people = bySureness(planReach.cells);
  return (
    <Figure
      value={<Count shell={shell} value={planReach.people} href={scopedAddress(paths.people, planScope)} />}
      label={say(w.reachedOf, { target: formatNumber(plan.people, language), by: formatDate(plan.ends) })}
      share={planReach.people / plan.people}
    >
      {CERTAINTIES.filter((one) => people[one] > 0).map((one) => (
        <span>
          <Certainty say={say} of={one} />{" "}
          <Count shell={shell} value={people[one]} href={scopedAddress(paths.people, planScope, { certainty: one })} />
        </span>
      ))}
    </Figure>
  );
}

/** The same as a drawing to take along, and as a table. */
function ReachDrawing({ shell, figures, today }: PageProps): VNode {
  const { say, language } = shell;
  const { plan, planReach } = figures;
  const people = bySureness(planReach.cells);
  const props = { say, language, people, target: plan.people };
  const about = {
    title: say(w.reachedTitle),
    unit: say(w.unitPeople),
    source: say(w.sourceRecords),
    date: formatDate(today),
    label: targetLabel(props),
    svgHref: paths.drawing,
  };
  const rows = CERTAINTIES.map((one) => [say(w[one]), formatNumber(people[one], language)]);
  return (
    <Details summary={say(w.planDrawing)}>
      <ChartFrame say={say} about={about} heading={3} plain figures={{ head: [say(w.sure), say(w.people)], rows }}>
        <TargetSvg {...props} />
      </ChartFrame>
      {plan.unconfirmed && <p class="in-small">{say(w.unconfirmed)}</p>}
    </Details>
  );
}

function InductionCard({ shell, figures }: PageProps): VNode {
  const { say, language } = shell;
  const { induction, plan, planScope } = figures;
  if (induction === null) return <p>{say(w.inductedOwn)}</p>;
  if (induction.due === 0) return <p>{say(w.inductedNone)}</p>;
  const inducted = induction.inducted.verified + induction.inducted.imported;
  type Which = "due" | "inducted" | "late";
  const number = (value: number, which: Which): VNode => (
    <Count shell={shell} value={value} href={inductionHref(shell.actor, { from: planScope.from, to: planScope.to }, which)} />
  );
  return (
    <Figure
      value={formatPercent(inducted / induction.due, language)}
      label={say(w.inductedOf, { due: formatNumber(induction.due, language), target: formatPercent(plan.induction / 100, language) })}
      share={inducted / induction.due}
      markAt={Math.min(1, plan.induction / 100)}
      note={
        <>
          {say(w.due)} {number(induction.due, "due")} · {say(w.inducted)} {number(inducted, "inducted")} · {say(w.late)}{" "}
          {number(induction.late, "late")}
        </>
      }
    >
      {CERTAINTIES.flatMap((one) => {
        const people = one === "claimed" ? 0 : induction.inducted[one];
        return people === 0
          ? []
          : [
              <span>
                <Certainty say={say} of={one} /> {formatNumber(people, language)}
              </span>,
            ];
      })}
    </Figure>
  );
}

function Done({ shell, figures }: PageProps): VNode {
  const { say, language, pack } = shell;
  const { scope, reach, sessions, paid } = figures;
  const linked = (value: number, path: string): VNode => <Count shell={shell} value={value} href={scopedAddress(path, scope)} />;
  return (
    <Columns kind="small">
      <Figure value={linked(reach.people, paths.people)} label={say(w.reached)} />
      <Figure value={linked(reach.entries, paths.entries)} label={say(w.participations)} />
      <Figure value={linked(sessions, paths.sessions)} label={say(w.sessionsHeld)} />
      {paid?.map(({ currency, minor }) => (
        <Figure
          value={
            <Link href={scopedAddress(paths.paid, scope)}>
              {formatMoneyShort({ minor, currency, exponent: currency === pack.currency.code ? pack.currency.exponent : 2 }, language)}
            </Link>
          }
          label={say(w.paidFor)}
        />
      ))}
    </Columns>
  );
}

function CameOf({ shell, figures }: PageProps): VNode | null {
  const { say, language } = shell;
  const { scope, reach, outcomes } = figures;
  const share = (part: number, whole: number): string => (whole === 0 ? "–" : formatPercent(part / whole, language));
  const number = (value: number): string => formatNumber(value, language);
  if (reach.assessed === 0) return null;
  const { applied, gain } = outcomes;
  return (
    <Section id="came-of" title={say(w.cameOf)}>
      <Columns kind="thirds">
        <Figure
          value={share(reach.competent, reach.assessed)}
          label={say(w.competentShare, { competent: number(reach.competent), all: number(reach.assessed) })}
          share={reach.competent / reach.assessed}
        >
          {say(w.passed)}{" "}
          <Count shell={shell} value={reach.competent} href={scopedAddress(paths.entries, scope, { outcome: "competent" })} />
        </Figure>
        {applied !== null && applied.tasks > 0 && (
          <Figure
            value={share(applied.verified, applied.tasks)}
            label={say(w.appliedShare, { verified: number(applied.verified), all: number(applied.tasks) })}
            share={applied.verified / applied.tasks}
          >
            {say(w.tasksVerified)} <Count shell={shell} value={applied.verified} href={scopedAddress(paths.sessions, scope)} />
          </Figure>
        )}
        {gain !== null && (
          <Figure
            value={`${gain.after >= gain.before ? "+" : "–"}${formatNumber(Math.abs(gain.after - gain.before), language, 1)}`}
            label={say(w.gainShare, { people: gain.people })}
          >
            <Link href={scopedAddress(paths.sessions, scope)}>{say(w.sessionsTitle)}</Link>
          </Figure>
        )}
      </Columns>
    </Section>
  );
}

function Limits({ shell, figures, namer, years, programmes, districts, only }: PageProps): VNode {
  const { say, language } = shell;
  const { scope, plan, planScope } = figures;
  const all = { value: "", text: say(w.all) };
  const option = (facet: "programme" | "district" | "modality", code: string) => ({ value: code, text: namer.name(facet, code)[language] });
  const now = `${scope.from}_${scope.to}`;
  const periods = [
    { value: `${plan.begins}_${planScope.to}`, text: say(w.planSoFar) },
    ...years.map((year) => ({ value: `${year.start}_${year.end}`, text: year.label })),
  ];
  const named = periods.some((one) => one.value === now);
  const modalities = (shell.pack.codeLists["modality"] ?? []).map((code) => option("modality", code.code));
  return (
    <Filters
      say={say}
      action={paths.page}
      fields={[
        {
          name: "period",
          label: say(w.period),
          value: now,
          options: named ? periods : [{ value: now, text: `${formatDate(scope.from)} – ${formatDate(scope.to)}` }, ...periods],
        },
        {
          name: "programme",
          label: say(w.programme),
          value: scope.programme ?? "",
          options: [all, ...programmes.map((code) => option("programme", code))],
        },
        ...(only === null
          ? [
              {
                name: "district",
                label: say(w.district),
                value: scope.district ?? "",
                options: [all, ...districts.map((code) => option("district", code))],
              },
            ]
          : []),
        { name: "modality", label: say(w.modality), value: scope.modality ?? "", options: [all, ...modalities] },
      ]}
    />
  );
}

/** The whole page. */
export function AchievementsView(props: PageProps): VNode {
  const { shell, figures, namer, only, doors, map } = props;
  const { say, language, pack } = shell;
  const { plan, reach, scope } = figures;
  const yearEnd = (start: string): string => fiscalYearOf(pack.calendar, start).end;
  const nothing = figures.planReach.people === 0 && reach.people === 0;
  return (
    <Frame shell={shell} title={say(w.title)} lead={say(w.lead)} current={paths.page}>
      {only !== null && <Notice>{say(w.ownOnly, { organisation: namer.name("district", only)[language] })}</Notice>}
      <Section id="plan" title={say(w.planTitle)} note={say(w.planNote, { from: formatDate(plan.begins), to: formatDate(plan.ends) })} card>
        <Columns>
          <ReachFigure {...props} />
          <InductionCard {...props} />
        </Columns>
        <ReachDrawing {...props} />
      </Section>
      <Section id="done" title={say(w.periodTitle)}>
        <Limits {...props} />
        {reach.people === 0 ? <EmptyState>{say(nothing ? w.empty : w.none)}</EmptyState> : <Done {...props} />}
      </Section>
      <CameOf {...props} />
      {reach.people > 0 && (
        <>
          {map === null ? (
            <Split shell={shell} namer={namer} scope={scope} facet="district" rows={splitBy(reach.cells, (cell) => cell.district)} />
          ) : (
            <Section id="by-district" title={say(w.byDistrict)} card>
              <TileMap {...map} />
            </Section>
          )}
          <Section id="others" title={say(w.others)} note={say(w.overlapping)}>
            <Columns>
              <div>
                <Split shell={shell} namer={namer} scope={scope} facet="tier" rows={splitBy(reach.cells, (cell) => cell.tier)} />
                <OverlappingSplit shell={shell} namer={namer} scope={scope} facet="year" rows={reach.byYear} yearEnd={yearEnd} />
              </div>
              <div>
                <OverlappingSplit shell={shell} namer={namer} scope={scope} facet="modality" rows={reach.byModality} yearEnd={yearEnd} />
                <OverlappingSplit shell={shell} namer={namer} scope={scope} facet="programme" rows={reach.byProgramme} yearEnd={yearEnd} />
              </div>
            </Columns>
          </Section>
        </>
      )}
      {doors.length > 0 && (
        <div class="in-sec">
          <Doors doors={doors} />
        </div>
      )}
      <Details summary={say(w.meaning)}>
        <dl>
          {definitionsOf(plan.source, props.floor).map((one) => (
            <>
              <dt>
                <b>{say(one.name)}</b>
              </dt>
              <dd>{say(one.meaning)}</dd>
            </>
          ))}
        </dl>
      </Details>
    </Frame>
  );
}
