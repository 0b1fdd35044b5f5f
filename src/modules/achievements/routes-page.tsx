/** The achievements page and its two drawings. */
import type { Request } from "#kernel/access/asked.ts";
import { page } from "#kernel/access/route.ts";
import { reachOf as verbReach } from "#kernel/access/verb.ts";
import { DISCLOSURE, smallestCell } from "#kernel/publication/suppress.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import { membersOn, type MemberRow } from "#kernel/registry/organisations.ts";
import { download, show, type Reply } from "#platform/http/reply.ts";
import { p } from "#platform/http/problems.ts";
import { Problem } from "#platform/problems/problem.ts";
import { svgFile } from "#platform/ui/charts/frame.tsx";
import { TileMapSvg, type TileMapProps } from "#platform/ui/charts/tile-map.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { Door } from "#platform/ui/parts.tsx";
import { bySureness, figuresOf, splitBy } from "./figures.ts";
import { districtMap } from "./map.ts";
import { namerFor, type Namer } from "./names.ts";
import { paths } from "./paths.ts";
import { programmesOffered } from "./programmes.ts";
import { reachOf, type Reach } from "./reach.ts";
import { countedFor } from "./routes-behind.tsx";
import { verbs } from "./rules.ts";
import { NONE, planOn, scopedAddress, wholeOf, yearsOffered, type Scope } from "./scope.ts";
import { AchievementsView } from "./views/page.tsx";
import { TargetSvg, targetLabel } from "./views/target.tsx";
import { w } from "./words.ts";

/** Fiscal years before this one that the page offers. */
const YEARS = 4;

function doorsFor(r: Request): Door[] {
  const { say } = r;
  const staff = verbReach(r.actor, verbs.names) === "all";
  return [
    ...(staff
      ? [
          { href: paths.reports, title: say(w.doorReports), text: say(w.doorReportsText) },
          { href: paths.stories, title: say(w.doorStories), text: say(w.doorStoriesText) },
        ]
      : []),
    ...(verbReach(r.actor, verbs.importLists) === null ? [] : [{ href: paths.lists, title: say(w.doorLists), text: say(w.doorListsText) }]),
    { href: paths.published, title: say(w.doorPublished), text: say(w.doorPublishedText) },
  ];
}

/** The map of a scope, and the rows of its table; null where a list says it better. */
function mapFor(r: Request, scope: Scope, reach: Reach, members: readonly MemberRow[], namer: Namer): TileMapProps | null {
  const { say, language, pack } = r;
  return districtMap({
    say,
    language,
    pack,
    members,
    rows: splitBy(reach.cells, (cell) => cell.district).map((row) => ({ ...row, name: namer.name("district", row.code)[language] })),
    about: { source: say(w.sourceRecords), date: formatDate(r.today), svgHref: scopedAddress(paths.map, scope) },
    href: (district) => scopedAddress(paths.people, scope, { district }),
  });
}

async function mapDrawing(r: Request): Promise<Reply> {
  const { scope, within } = await countedFor(r);
  const members = await membersOn(r.db, r.today, r.language);
  const reach = await reachOf(r.db, r.pack, scope, within, r.today);
  const namer = await namerFor(
    r.db,
    r.pack,
    members.map((member) => member.id),
    r.today,
  );
  const map = mapFor(r, scope, reach, members, namer);
  if (map === null) throw new Problem(p.notFound);
  return download(`districts-${r.today}.svg`, "image/svg+xml", svgFile(r.say, map.about, <TileMapSvg {...map} />));
}

async function overview(r: Request): Promise<Reply> {
  const { scope, within } = await countedFor(r);
  const figures = await figuresOf(r.db, r.pack, scope, within, r.today);
  const members = await membersOn(r.db, r.today, r.language);
  const districts = members.map((member) => member.id);
  const namer = await namerFor(r.db, r.pack, districts, r.today);
  return show(
    <AchievementsView
      shell={r.shell}
      figures={figures}
      map={mapFor(r, scope, figures.reach, members, namer)}
      namer={namer}
      years={yearsOffered(r.pack, r.today, YEARS)}
      programmes={await programmesOffered(r.db, r.pack, within, r.today)}
      districts={[...districts, NONE]}
      only={within === "all" ? null : r.actor.organisation}
      doors={doorsFor(r)}
      today={r.today}
      floor={smallestCell(await ruleSetFor(r.db, DISCLOSURE, r.today))}
    />,
  );
}

async function drawing(r: Request): Promise<Reply> {
  const { within } = await countedFor(r);
  const plan = await planOn(r.db, r.today);
  const reach = await reachOf(r.db, r.pack, wholeOf(plan.begins, r.today < plan.begins ? plan.begins : r.today), within, r.today);
  const props = { say: r.say, language: r.language, people: bySureness(reach.cells), target: plan.people };
  const about = {
    title: r.say(w.reachedTitle),
    unit: r.say(w.unitPeople),
    source: r.say(w.sourceRecords),
    date: formatDate(r.today),
    label: targetLabel(props),
  };
  return download(`people-reached-${r.today}.svg`, "image/svg+xml", svgFile(r.say, about, <TargetSvg {...props} />));
}

export const pageRoutes = [
  page(paths.page, verbs.read, overview),
  page(paths.drawing, verbs.read, drawing),
  page(paths.map, verbs.read, mapDrawing),
];
