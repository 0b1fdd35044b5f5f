/** The achievements page and the lists behind its figures. */
import type { Actor } from "#kernel/access/actor.ts";
import { applicationOf } from "#modules/followups";
import { SESSION } from "#modules/sessions";
import { testResultsOf } from "#modules/tests";
import { page, type Asked } from "#kernel/access/route.ts";
import { organisationsFor, reachOf as verbReach, type Organisations } from "#kernel/access/verb.ts";
import { codesOf } from "#kernel/pack/lookup.ts";
import { DISCLOSURE, smallestCell } from "#kernel/publication/suppress.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import { membersOn, type MemberRow } from "#kernel/registry/organisations.ts";
import { changedQuery, pageAsked } from "#platform/http/address.ts";
import { formatAsked, inPages, listFile } from "#platform/http/list-file.ts";
import { download, show, type Reply } from "#platform/http/reply.ts";
import { p } from "#platform/http/problems.ts";
import { Problem } from "#platform/problems/problem.ts";
import { svgFile } from "#platform/ui/charts/frame.tsx";
import { TileMapSvg, type TileMapProps } from "#platform/ui/charts/tile-map.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { patternOf } from "#platform/i18n/text.ts";
import type { Door } from "#platform/ui/parts.tsx";
import { bySureness, figuresOf, splitBy } from "./figures.ts";
import { gainOf, heldCount, heldSessions } from "./held.ts";
import { districtMap } from "./map.ts";
import { namerFor, type Namer } from "./names.ts";
import { paidLines } from "./paid.ts";
import { paths } from "./paths.ts";
import { programmesOffered } from "./programmes.ts";
import { reachedEntries, reachedPeople, reachOf, type Reach, type ReachedEntry, type ReachedPerson } from "./reach.ts";
import { verbs } from "./rules.ts";
import { NONE, planOn, scopeAsked, scopedAddress, wholeOf, yearsOffered, type Scope } from "./scope.ts";
import { EntriesView, PaidView, PeopleView, PlacesView, SessionsView, type CountedPlace, type SessionRow } from "./views/behind.tsx";
import { AchievementsView } from "./views/page.tsx";
import { TargetSvg, targetLabel } from "./views/target.tsx";
import { w } from "./words.ts";

type Reading = Asked<any, Actor>;

const PER_PAGE = 50;
const BATCH = 5000;
/** Fiscal years before this one that the page offers. */
const YEARS = 4;

/** What a reader may count: the scope of the address, and the members whose people she sees. */
async function asked(r: Reading): Promise<{ readonly scope: Scope; readonly within: Organisations }> {
  const plan = await planOn(r.db, r.today);
  return { scope: scopeAsked(r.query, plan, r.today), within: await organisationsFor(r.db, r.actor, verbs.read, r.today) };
}

/** Whether the reader sees names of everybody she may count. */
const seesNames = (r: Reading): boolean => verbReach(r.actor, verbs.names) !== null;

function doorsFor(r: Reading): Door[] {
  const { say } = r;
  const staff = verbReach(r.actor, verbs.names) === "all";
  return [
    ...(staff
      ? [
          { href: paths.reports, title: say(w.doorReports), text: say(w.doorReportsText) },
          { href: paths.stories, title: say(w.doorStories), text: say(w.doorStoriesText) },
          { href: paths.lists, title: say(w.doorLists), text: say(w.doorListsText) },
        ]
      : []),
    { href: paths.published, title: say(w.doorPublished), text: say(w.doorPublishedText) },
  ];
}

/** The map of a scope, and the rows of its table; null where a list says it better. */
function mapFor(r: Reading, scope: Scope, reach: Reach, members: readonly MemberRow[], namer: Namer): TileMapProps | null {
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

async function mapDrawing(r: Reading): Promise<Reply> {
  const { scope, within } = await asked(r);
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

async function overview(r: Reading): Promise<Reply> {
  const { scope, within } = await asked(r);
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

async function drawing(r: Reading): Promise<Reply> {
  const { within } = await asked(r);
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

/** The part of a list that a page shows, and the links to the others. */
function paged(r: Reading, total: number) {
  const last = Math.max(1, Math.ceil(total / PER_PAGE));
  const page = pageAsked(r.query, last);
  const address = (change: Readonly<Record<string, string | number | null>>): string => changedQuery(r.url.pathname, r.query, change);
  return {
    limit: PER_PAGE,
    offset: (page - 1) * PER_PAGE,
    pages: last === 1 ? undefined : { current: page, last, href: (number: number) => address({ page: number === 1 ? null : number }) },
    fileHref: (format: string) => address({ format, page: null }),
  };
}

/** Counts by district, for readers without names and for files that travel. */
async function places(r: Reading, scope: Scope, within: Organisations): Promise<CountedPlace[]> {
  const reach = await reachOf(r.db, r.pack, scope, within, r.today);
  const groups = Map.groupBy(reach.cells, (cell) => cell.district ?? NONE);
  return [...groups]
    .map(([district, cells]) => ({ district, people: cells.reduce((sum, cell) => sum + cell.people, 0) }))
    .toSorted((a, b) => b.people - a.people || (a.district < b.district ? -1 : 1));
}

async function people(r: Reading): Promise<Reply> {
  const { scope, within } = await asked(r);
  const { people: total } = await reachOf(r.db, r.pack, scope, within, r.today);
  const part = paged(r, total);
  const common = { shell: r.shell, scope, total, fileHref: part.fileHref };
  const format = formatAsked(r.query);
  if (!seesNames(r)) {
    const rows = await places(r, scope, within);
    const namer = await namerFor(
      r.db,
      r.pack,
      rows.map((row) => row.district),
      r.today,
    );
    if (format !== null)
      return listFile(r, {
        name: `people-${r.today}`,
        columns: [
          { name: "district", head: w.district, cell: (row: CountedPlace) => namer.name("district", row.district)[r.language] },
          { name: "people", head: w.people, kind: { kind: "integer" }, cell: (row: CountedPlace) => row.people },
        ],
        rows,
      });
    return show(<PlacesView {...common} pages={undefined} rows={rows} namer={namer} />);
  }
  const namer = await namerFor(r.db, r.pack, [], r.today);
  if (format !== null) return peopleFile(r, scope, within);
  const rows = await reachedPeople(r.db, scope, within, r.today, { order: "name", ...part });
  return show(<PeopleView {...common} pages={part.pages} rows={rows} namer={namer} mayTell={verbReach(r.actor, verbs.tell) !== null} />);
}

function peopleFile(r: Reading, scope: Scope, within: Organisations): Reply {
  return listFile<ReachedPerson>(r, {
    name: `people-${r.today}`,
    columns: [
      { name: "name", head: w.name, cell: (row) => row.name },
      { name: "sex", head: w.sex, cell: (row) => row.sex },
      { name: "organisation", head: w.organisation, cell: (row) => row.organisationName },
      { name: "district", head: w.district, cell: (row) => row.districtName },
      { name: "tier", head: w.tier, cell: (row) => row.tier },
      { name: "times", head: w.times, kind: { kind: "integer" }, cell: (row) => row.entries },
      { name: "last", head: w.last, kind: { kind: "date" }, cell: (row) => row.last },
      { name: "certainty", head: w.sure, cell: (row) => row.certainty },
    ],
    rows: inPages(BATCH, ({ offset, limit }) => reachedPeople(r.db, scope, within, r.today, { order: "name", limit, offset })),
  });
}

async function entries(r: Reading): Promise<Reply> {
  const { scope, within } = await asked(r);
  const { entries: total } = await reachOf(r.db, r.pack, scope, within, r.today);
  const part = paged(r, total);
  const names = seesNames(r);
  if (formatAsked(r.query) !== null)
    return listFile<ReachedEntry>(r, {
      name: `participations-${r.today}`,
      columns: [
        { name: "activity", head: w.activity, cell: (row) => row.title },
        { name: "name", head: w.name, cell: (row) => (names ? row.name : null) },
        { name: "modality", head: w.modality, cell: (row) => row.modality },
        { name: "programme", head: w.programme, cell: (row) => row.programme },
        { name: "from", head: w.from, kind: { kind: "date" }, cell: (row) => row.from },
        { name: "to", head: w.to, kind: { kind: "date" }, cell: (row) => row.to },
        { name: "outcome", head: w.outcome, cell: (row) => row.outcome },
        { name: "certainty", head: w.sure, cell: (row) => row.certainty },
        { name: "source", head: w.source, cell: (row) => row.source },
      ],
      rows: inPages(BATCH, ({ offset, limit }) => reachedEntries(r.db, scope, within, r.today, { limit, offset })),
    });
  const rows = await reachedEntries(r.db, scope, within, r.today, part);
  const named = await r.house.name(
    r.db,
    r.actor,
    rows.map((row) => ({ kind: row.aboutKind, id: row.about })),
    r.language,
    r.today,
  );
  const namer = await namerFor(r.db, r.pack, [], r.today);
  const hrefOf = (row: { readonly about: string }): string | null => named.get(row.about)?.href ?? null;
  return show(
    <EntriesView
      shell={r.shell}
      scope={scope}
      total={total}
      pages={part.pages}
      fileHref={part.fileHref}
      rows={rows}
      names={names}
      namer={namer}
      hrefOf={hrefOf}
    />,
  );
}

/** Sessions with what came of them; application and gain only where the reader counts everybody. */
async function withOutcomes(r: Reading, within: Organisations, held: Awaited<ReturnType<typeof heldSessions>>): Promise<SessionRow[]> {
  const ids = held.map((one) => one.session);
  const applied = within === "all" ? await applicationOf(r.db, ids) : null;
  const scores = within === "all" ? Map.groupBy(await testResultsOf(r.db, ids), (score) => score.session) : null;
  return held.map((one) => ({ ...one, applied: applied?.get(one.session) ?? null, gain: gainOf(scores?.get(one.session) ?? []) }));
}

async function sessions(r: Reading): Promise<Reply> {
  const { scope, within } = await asked(r);
  const total = await heldCount(r.db, scope, within, r.today);
  const part = paged(r, total);
  if (formatAsked(r.query) !== null)
    return listFile<SessionRow>(r, {
      name: `sessions-${r.today}`,
      columns: [
        { name: "session", head: w.session, cell: (row) => row.title },
        { name: "modality", head: w.modality, cell: (row) => row.modality },
        { name: "programme", head: w.programme, cell: (row) => row.programme },
        { name: "from", head: w.from, kind: { kind: "date" }, cell: (row) => row.from },
        { name: "to", head: w.to, kind: { kind: "date" }, cell: (row) => row.to },
        { name: "people", head: w.people, kind: { kind: "integer" }, cell: (row) => row.people },
        { name: "passed", head: w.passed, kind: { kind: "integer" }, cell: (row) => row.competent },
        { name: "tasks", head: w.tasks, kind: { kind: "integer" }, cell: (row) => row.applied?.tasks ?? null },
        { name: "verified", head: w.tasksVerified, kind: { kind: "integer" }, cell: (row) => row.applied?.verified ?? null },
        { name: "tested", head: w.bothTests, kind: { kind: "integer" }, cell: (row) => row.gain?.people ?? null },
        {
          name: "gain",
          head: w.gain,
          cell: (row) => (row.gain === null ? null : Math.round((row.gain.after - row.gain.before) * 10) / 10),
        },
      ],
      rows: inPages(1000, async ({ offset, limit }) =>
        withOutcomes(r, within, await heldSessions(r.db, scope, within, r.today, { offset, limit })),
      ),
    });
  const rows = await withOutcomes(r, within, await heldSessions(r.db, scope, within, r.today, part));
  const named = await r.house.name(
    r.db,
    r.actor,
    rows.map((row) => ({ kind: SESSION, id: row.session })),
    r.language,
    r.today,
  );
  const namer = await namerFor(r.db, r.pack, [], r.today);
  const hrefOf = (id: string): string | null => named.get(id)?.href ?? null;
  return show(
    <SessionsView
      shell={r.shell}
      scope={scope}
      total={total}
      pages={part.pages}
      fileHref={part.fileHref}
      rows={rows}
      namer={namer}
      hrefOf={hrefOf}
    />,
  );
}

async function paid(r: Reading): Promise<Reply> {
  const { scope, within } = await asked(r);
  const rows = within === "all" ? await paidLines(r.db, scope) : [];
  const part = paged(r, 0);
  const items = new Map(codesOf(r.pack, "cost_kind").map((code) => [code.code, patternOf(code.names, r.language)]));
  const itemName = (code: string): string => items.get(code) ?? code;
  if (formatAsked(r.query) !== null)
    return listFile(r, {
      name: `paid-${r.today}`,
      columns: [
        { name: "line", head: w.line, cell: (row) => row.title },
        { name: "item", head: w.item, cell: (row) => itemName(row.item) },
        { name: "programme", head: w.programme, cell: (row) => row.programme },
        { name: "payments", head: w.payments, kind: { kind: "integer" }, cell: (row) => row.payments },
        { name: "currency", cell: (row) => row.currency },
        { name: "minor", head: w.amount, kind: { kind: "integer" }, cell: (row) => row.minor },
        { name: "certainty", head: w.sure, cell: (row) => row.certainty },
      ],
      rows,
    });
  return show(
    <PaidView
      shell={r.shell}
      scope={scope}
      total={rows.length}
      pages={undefined}
      fileHref={part.fileHref}
      rows={rows}
      itemName={itemName}
    />,
  );
}

export const pageRoutes = [
  page(paths.page, verbs.read, overview),
  page(paths.drawing, verbs.read, drawing),
  page(paths.map, verbs.read, mapDrawing),
  page(paths.people, verbs.read, people),
  page(paths.entries, verbs.read, entries),
  page(paths.sessions, verbs.read, sessions),
  page(paths.paid, verbs.read, paid),
];
