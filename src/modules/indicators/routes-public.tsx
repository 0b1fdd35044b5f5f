/** The public pages of indicators: no account is needed, and nothing is shown that was not agreed to. */
import type { Actor } from "#kernel/access/actor.ts";
import { page, type Asked, type Route } from "#kernel/access/route.ts";
import { p as measureProblems } from "#kernel/measure/problems.ts";
import { targetsOf } from "#kernel/measure/queries.ts";
import { targetOn } from "#kernel/measure/figures.ts";
import { organisationsOn } from "#kernel/registry/organisations.ts";
import { isId } from "#platform/db/ids.ts";
import { download, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { svgFile } from "#platform/ui/charts/frame.tsx";
import { TrendSvg, type TrendProps } from "#platform/ui/charts/trend.tsx";
import { compare, isCompared } from "./impact.ts";
import { paths } from "./paths.ts";
import { shownOf, trendOf } from "./picture.tsx";
import { publicIndicators, type PublicIndicator } from "./public-figures.ts";
import { comparedBy, otherEvents } from "./queries.ts";
import { targetsFor } from "./standing.ts";
import { cautionOf, findingOf, whyNotOf } from "./views/impact.tsx";
import { PublicListView, PublicOneView } from "./views/public.tsx";
import { w } from "./words.ts";

type Visit = Asked<any, Actor | null>;

async function list(r: Visit): Promise<Reply> {
  const shown = await publicIndicators(r.db);
  return show(<PublicListView shell={r.shell} rows={shown.map(({ indicator, total }) => ({ indicator, points: shownOf(total) }))} />);
}

async function thePublic(r: Visit): Promise<PublicIndicator> {
  const id = r.params["id"];
  const [found] = isId(id) ? await publicIndicators(r.db, [id]) : [];
  if (found === undefined) throw new Problem(measureProblems.noIndicator);
  return found;
}

async function trendFor(r: Visit, { indicator, total }: PublicIndicator): Promise<TrendProps | null> {
  const targets = targetsFor(indicator, await targetsOf(r.db, [indicator.id]), null);
  return trendOf(r.shell, {
    indicator,
    placeName: r.say(w.everywhere),
    parts: Math.max(1, ...total.map((one) => one.parts)),
    points: shownOf(total),
    target: targetOn(targets, null, r.today),
    done: null,
    others: await otherEvents(r.db, indicator.id, null),
    like: [],
    svgHref: paths.publicPicture(indicator.id),
  });
}

async function one(r: Visit): Promise<Reply> {
  const found = await thePublic(r);
  const { indicator, named } = found;
  const course = (await comparedBy(r.db, [indicator.id])).get(indicator.id) ?? null;
  const [trend, comparison, events] = await Promise.all([
    trendFor(r, found),
    compare(r.db, indicator, course, r.today),
    otherEvents(r.db, indicator.id, null),
  ]);
  const latest = [...Map.groupBy(named, (figure) => figure.organisation ?? "").values()].flatMap((here) => here.at(-1) ?? []);
  const ids = latest.flatMap((figure) => figure.organisation ?? []);
  const names = new Map(
    (ids.length === 0 ? [] : await organisationsOn(r.db, { ids, on: r.today, language: r.language })).map((place) => [
      place.id,
      place.name,
    ]),
  );
  const finding =
    course === null
      ? null
      : isCompared(comparison)
        ? `${findingOf({ shell: r.shell, indicator }, comparison)} ${cautionOf({ shell: r.shell }, { events })}`
        : whyNotOf({ shell: r.shell, indicator }, comparison);
  const rows = latest.map((figure) => ({ ...figure, name: names.get(figure.organisation ?? "") ?? "" }));
  return show(
    <PublicOneView
      shell={r.shell}
      indicator={indicator}
      trend={trend}
      finding={finding}
      named={rows.toSorted((a, b) => a.name.localeCompare(b.name))}
    />,
  );
}

async function picture(r: Visit): Promise<Reply> {
  const found = await thePublic(r);
  const trend = await trendFor(r, found);
  if (trend === null) throw new Problem(measureProblems.noFigure);
  return download(`${found.indicator.code}.svg`, "image/svg+xml", svgFile(r.say, trend.about, <TrendSvg {...trend} />), 3600);
}

export const publicRoutes: readonly Route[] = [
  page(paths.public, "public", list),
  page(paths.publicOne(":id"), "public", one),
  page(paths.publicPicture(":id"), "public", picture),
];
