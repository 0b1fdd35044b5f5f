/** One indicator’s page, its picture as a file, and its figures as files. */
import { ownName } from "#platform/i18n/own-names.ts";
import { nameOf } from "#kernel/pack/shown.ts";
import { page, type Route } from "#kernel/access/route.ts";
import { holds } from "#kernel/access/verb.ts";
import { claimedFigures, aliasesOf } from "#kernel/measure/queries.ts";
import type { Figure } from "#kernel/measure/schema.ts";
import { chainFor } from "#kernel/trace/chain-view.tsx";
import { tierOf } from "#kernel/pack/lookup.ts";
import { listFile } from "#platform/http/list-file.ts";
import { download, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { sessionsByIds } from "#modules/sessions";
import { svgFile } from "#platform/ui/charts/frame.tsx";
import { TrendSvg, type TrendProps } from "#platform/ui/charts/trend.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { p as measureProblems } from "#kernel/measure/problems.ts";
import { may, within, type Request } from "#kernel/access/asked.ts";
import { mayCorrect, mayVerify, placeOf, theIndicator } from "./ask.ts";

import { timelineOf } from "./history.ts";
import { eachOf, hideFor, readPage, seriesOf, type IndicatorPage } from "./page.ts";
import { paths } from "./paths.ts";
import { shownOf, trendOf } from "./picture.tsx";
import { monthsOf, periodsOwed, verbs, type Period } from "./rules.ts";
import { EachView } from "./views/each.tsx";
import { OneView } from "./views/one.tsx";
import { w as forms } from "./words-forms.ts";
import { w } from "./words.ts";

/** What the head of the printed page says. */
const printedBy = (r: Request) => ({
  issuer: r.say(r.pack.association.names),
  day: formatDate(r.today),
  language: ownName(r.language),
});

/** What a group is called. */
function groupName(r: Request, group: string): string | null {
  if (group === "") return null;
  if (group === "F") return r.say(w.women);
  if (group === "M") return r.say(w.men);
  return r.say(tierOf(r.pack, group).names);
}

/** The lines of a page as drawings. Only the line of everybody stands before the like. */
function drawingsOf(
  r: Request,
  read: IndicatorPage,
  placeName: string,
): readonly { readonly name: string | null; readonly trend: TrendProps | null }[] {
  const { indicator, place, by, lines, impact, standing, like } = read;
  const organisation = place.organisation?.id ?? null;
  return [...lines].map(([group, line]) => ({
    name: groupName(r, group),
    trend: trendOf(r.shell, {
      indicator,
      placeName: group === "" ? placeName : `${placeName}, ${groupName(r, group) ?? ""}`,
      parts: organisation === null ? Math.max(1, ...line.map((total) => total.parts)) : 1,
      points: shownOf(line),
      target: standing.target,
      done: impact.first,
      others: impact.events,
      like: group === "" ? like : [],
      svgHref: paths.picture(indicator.id, organisation, by === "together" ? null : by),
    }),
  }));
}

/** The periods that the acting post owes as owner; null when it owns nothing here. */
export function owedBy(r: Request, read: Pick<IndicatorPage, "indicator" | "place">, figures: readonly Figure[]): readonly Period[] | null {
  const owner = read.place.owners.find((one) => one.post === r.actor.post);
  if (owner === undefined || read.indicator.state !== "active") return null;
  const last = figures.findLast((one) => one.organisation === owner.organisation && one.sex === null && one.tier === null)?.to ?? null;
  return periodsOwed(last, r.today, monthsOf(r.pack, read.indicator.frequency), r.pack.calendar.fiscalYearStartMonth);
}

function changesOf(r: Request, read: IndicatorPage): { href: string; text: string }[] {
  const { id } = read.indicator;
  const own = read.place.owners.find((one) => one.organisation === r.actor.organisation);
  return [
    ...(may(r, verbs.target) ? [{ href: paths.targets(id), text: r.say(forms.targetTitle) }] : []),
    ...(may(r, verbs.define) ? [{ href: paths.owners(id), text: r.say(forms.ownersTitle) }] : []),
    ...(may(r, verbs.link)
      ? [
          { href: paths.needs(id), text: r.say(forms.linkTitle) },
          { href: paths.comparison(id), text: r.say(forms.compareTitle) },
        ]
      : []),
    ...(may(r, verbs.note) ? [{ href: paths.events(id), text: r.say(forms.eventTitle) }] : []),
    ...(may(r, verbs.define) ? [{ href: paths.names(id), text: r.say(forms.namesTitle) }] : []),
    ...(may(r, verbs.publish) || (may(r, verbs.agree) && own !== undefined)
      ? [{ href: paths.shown(id), text: r.say(forms.shownTitle) }]
      : []),
  ];
}

async function one(r: Request): Promise<Reply> {
  const indicator = await theIndicator(r);
  const place = await placeOf(r, indicator);
  const organisation = place.organisation?.id ?? null;
  const read = await readPage(r, indicator, place);
  const verifying = may(r, verbs.verify) ? await within(r, verbs.verify) : new Set<string>();
  const [chain, panels, aliases, history, claimed] = await Promise.all([
    chainFor(r, "measure.indicator", indicator.id),
    r.house.panels(r, "measure.indicator", indicator.id),
    aliasesOf(r.db, { indicators: [indicator.id] }),
    timelineOf(r, indicator, organisation, 8),
    claimedFigures(r.db, { indicators: [indicator.id], limit: 200, ...(organisation !== null && { organisations: [organisation] }) }),
  ]);
  const placeName = place.organisation?.name ?? r.say(w.everywhere);
  const linked = chain.chain.places.find((one) => one.stage === "session")?.records ?? [];
  const held = await sessionsByIds(
    r.db,
    linked.map((record) => record.id),
  );
  // A reader of one organisation sees the total of all, but nobody else’s figure in the table.
  const figures = read.figures.filter((figure) => figure.organisation === null || holds(place.within, figure.organisation));
  return show(
    <OneView
      shell={r.shell}
      page={{ ...read, figures }}
      placeName={placeName}
      trends={drawingsOf(r, read, placeName)}
      done={linked.flatMap(({ id, title, href }) => {
        const session = held.get(id);
        // What is planned has not been done yet.
        if (session !== undefined && session.from > r.today) return [];
        return [{ title, href, when: session?.from ?? "", value: href === null ? "" : (session?.place ?? "") }];
      })}
      chain={chain}
      panels={panels}
      aliases={aliases}
      changes={changesOf(r, read)}
      history={history}
      owed={owedBy(r, read, read.figures)}
      waiting={claimed.filter((figure) => mayVerify(r, figure, verifying)).length}
      verifiable={(figure) => may(r, verbs.verify) && mayVerify(r, figure, verifying)}
      correctable={(figure) => mayCorrect(r, figure, place.owners)}
      printed={printedBy(r)}
    />,
  );
}

/** All organisations beside one another; not there for readers of one organisation. */
async function each(r: Request): Promise<Reply> {
  const indicator = await theIndicator(r);
  const found = await eachOf(r, indicator, await placeOf(r, indicator));
  if (found === null) throw new Problem(measureProblems.noIndicator);
  return show(<EachView shell={r.shell} indicator={indicator} {...found} printed={printedBy(r)} />);
}

async function picture(r: Request): Promise<Reply> {
  const indicator = await theIndicator(r);
  const place = await placeOf(r, indicator);
  const read = await readPage(r, indicator, place);
  const trend = drawingsOf(r, read, place.organisation?.name ?? r.say(w.everywhere)).find((drawn) => drawn.trend !== null)?.trend ?? null;
  if (trend === null) throw new Problem(measureProblems.noFigure);
  return download(`${indicator.code}.svg`, "image/svg+xml", svgFile(r.say, trend.about, <TrendSvg {...trend} />));
}

async function figures(r: Request): Promise<Reply> {
  const indicator = await theIndicator(r);
  const place = await placeOf(r, indicator);
  const all = await seriesOf(r, indicator, place.organisation?.id ?? null);
  const mine = all.filter((figure) => figure.organisation === null || holds(place.within, figure.organisation));
  const names = new Map(place.places.map((one) => [one.id, one.name]));
  const { hide } = await hideFor(r);
  // Its own people may read an organisation’s small groups; nobody else does, in a file no more than on the page.
  const small = (row: Figure): boolean =>
    (row.sex !== null || row.tier !== null) &&
    row.organisation !== r.actor.organisation &&
    row.denominator !== null &&
    hide(row.denominator);
  return listFile(r, {
    name: indicator.code,
    columns: [
      { name: "code", head: w.code, cell: () => indicator.code },
      { name: "organisation", head: w.place, cell: (row: Figure) => names.get(row.organisation ?? "") ?? null },
      { name: "from", kind: { kind: "date" }, cell: (row) => row.from },
      { name: "to", kind: { kind: "date" }, cell: (row) => row.to },
      { name: "value", head: w.value, kind: { kind: "decimal", places: 4 }, cell: (row) => row.value },
      { name: "numerator", kind: { kind: "decimal", places: 2 }, cell: (row) => row.numerator },
      { name: "denominator", kind: { kind: "decimal", places: 2 }, cell: (row) => row.denominator },
      { name: "sex", cell: (row) => row.sex },
      { name: "tier", cell: (row) => row.tier },
      { name: "certainty", head: w.sure, cell: (row) => nameOf(r.say, r.pack, "certainty", row.certainty) },
      { name: "source", head: w.source, cell: (row) => row.source },
    ],
    rows: mine.filter((row) => !small(row)),
  });
}

export const oneRoutes: readonly Route[] = [
  page(paths.one(":id"), verbs.read, one),
  page(paths.picture(":id", null), verbs.read, picture),
  page(paths.each(":id"), verbs.read, each),
  page(paths.figures(":id"), verbs.read, figures),
];
