/** One attendance list: its sheet and files, its picture, and one person on it. */
import { param, type Request, type Write } from "#kernel/access/asked.ts";
import { codeFilter, listed, listedFile, wordsFilter, type List } from "#kernel/access/list.ts";
import { act, page, type Route } from "#kernel/access/route.ts";
import type { Part } from "#kernel/gathering/gatherings.ts";
import { allowedGatherings } from "#kernel/gathering/kinds.ts";
import { codeOf, participantsByIds, participantsOf } from "#kernel/gathering/participants.ts";
import { presenceOf, presenceRowsOf } from "#kernel/gathering/presence.ts";
import { sortNameOf } from "#kernel/registry/people.ts";
import { meets, totalOf } from "#methods/presence/presence.ts";
import { isId } from "#platform/db/ids.ts";
import type { ListColumn } from "#platform/http/list-file.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { svgFile } from "#platform/ui/charts/frame.tsx";
import { HeatMapSvg } from "#platform/ui/charts/heat-map.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { takeBack } from "./actions.ts";
import { readable, taking } from "./ask.ts";
import { doorCount } from "./count.ts";
import { gridOf, type SheetRow } from "./grid.tsx";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { attendanceRules } from "./queries.ts";
import { closesBy, partNow } from "./rules.ts";
import type { ListState, OpenList } from "./schema.ts";
import { issuerName, postNames } from "./show.ts";
import { partShort } from "./views/common.tsx";
import { ParticipantView } from "./views/participant.tsx";
import { SheetView } from "./views/sheet.tsx";
import type { DoorNow } from "./views/now.tsx";
import { w } from "./words.ts";

interface Sheet {
  readonly list: OpenList;
  readonly minimum: number;
  readonly due: Date;
  readonly state: ListState;
  readonly rows: readonly SheetRow[];
}

/** Everything of one sheet, whoever reads it: seven queries. */
async function sheetOf(r: Request): Promise<Sheet> {
  const list = await readable(r);
  const rules = await attendanceRules(r.db, r.today);
  const minimum = list.facts.minimum ?? rules.minimum;
  const presence = new Map((await presenceOf(r.db, list.gathering.id)).map((each) => [each.participant, each]));
  const rows = (await participantsOf(r.db, [list.gathering.id])).flatMap((participant): SheetRow[] => {
    const own = presence.get(participant.id);
    if (own === undefined) return [];
    return [{ participant, presence: own, enough: meets(own, minimum), undecided: own.parts.some((part) => !part.decided) }];
  });
  const over = r.now >= closesBy(list.parts, 0);
  const { gathering } = list;
  const state = gathering.closedAt !== null ? "closed" : over ? "to_close" : gathering.firstDay > r.today ? "coming" : "today";
  return { list, minimum, due: closesBy(list.parts, rules.closedWithinHours), state, rows };
}

const FILTERS = {
  q: wordsFilter({ label: w.find }),
  show: codeFilter(["enough", "few", "open"], {
    label: w.show,
    any: w.everyone,
    text: (code, r) => r.say({ enough: w.enough, few: w.tooFew, open: w.open }[code]),
  }),
};

const SORTS = ["person", "organisation", "minutes"] as const;
type Key = (typeof SORTS)[number];

const ORDERS: Readonly<Record<Key, (a: SheetRow, b: SheetRow) => number>> = {
  person: (a, b) => (a.participant.sortName < b.participant.sortName ? -1 : 1),
  organisation: (a, b) => (a.participant.organisationName ?? "").localeCompare(b.participant.organisationName ?? ""),
  minutes: (a, b) => a.presence.minutes - b.presence.minutes,
};

function wanted({ participant, enough, undecided }: SheetRow, ask: { readonly q: string | null; readonly show: string | null }): boolean {
  const words = sortNameOf(ask.q ?? "");
  const named = sortNameOf(`${participant.name} ${participant.organisationName ?? ""}`).includes(words);
  if (words !== "" && !named && participant.code !== codeOf(ask.q ?? "")) return false;
  if (ask.show === null) return true;
  return ask.show === "open" ? undecided : ask.show === "enough" ? enough : !enough && !undecided;
}

/** The people of a sheet, which stand in memory. */
const over = (r: Request, { list, rows: all }: Sheet): List<Request, typeof FILTERS, SheetRow, Key> => ({
  name: `${list.facts.reference} ${r.say(w.list)}`,
  sheet: w.list,
  path: () => paths.one(list.gathering.id),
  file: () => paths.sheetFile(list.gathering.id),
  filters: FILTERS,
  sorts: SORTS,
  first: () => ({ sort: "person", descending: false }),
  rows: async (_, { filter, sort, descending }, { offset, limit }) => {
    const rows = all.filter((row) => wanted(row, filter)).toSorted(ORDERS[sort]);
    if (descending) rows.reverse();
    return { rows: rows.slice(offset, offset + limit), total: rows.length };
  },
  result: (_, total) => r.say(w.totalsResult, { shown: total, all: all.length }),
  columns: () => columnsOf(r, list),
});

/** The door of a meeting under way: the half-day that it is about now, and how many came in each half-day of the day. */
function doorNow(r: Request, { list, rows, state }: Sheet): DoorNow | null {
  const part = partNow(list.parts, r.now);
  if (state !== "today" || part === undefined) return null;
  const people = rows.map((row) => row.presence);
  const came = (half: Part): number =>
    people.filter((one) => one.parts.some((each) => each.part === half.id && each.arrived !== null)).length;
  const { here, expected } = doorCount(people, part, r.now);
  return { part, here, expected, halves: list.parts.filter((half) => half.day === part.day).map((half) => ({ half, came: came(half) })) };
}

async function sheet(r: Request): Promise<Reply> {
  const read = await sheetOf(r);
  const { list, rows: all } = read;
  const allowed = await allowedGatherings(r.db, r.actor, [list.gathering], "mayRecord", r.today);
  return show(
    <SheetView
      shell={r.shell}
      list={list}
      state={read.state}
      people={await listed(r, over(r, read))}
      all={all.length}
      here={all.filter((row) => row.presence.minutes > 0).length}
      undecided={all.filter((row) => row.undecided).length}
      total={totalOf(all.map((row) => row.presence))}
      minimum={read.minimum}
      due={read.due}
      door={doorNow(r, read)}
      mayRecord={allowed.has(list.gathering.about)}
      issuer={await issuerName(r.db, list.gathering.organisation, r.language)}
      today={r.today}
    />,
  );
}

function columnsOf(r: Request, list: OpenList): readonly ListColumn<SheetRow>[] {
  const integer = { kind: "integer" } as const;
  const half = (part: Part): ListColumn<SheetRow> => ({
    name: `${part.day}_${part.half}`,
    head: { en: partShort(r.say, part), fr: partShort(r.say, part), rw: partShort(r.say, part) },
    kind: integer,
    cell: (row) => {
      const own = row.presence.parts.find((each) => each.part === part.id);
      return own === undefined || !own.decided ? null : own.minutes;
    },
  });
  return [
    { name: "code", cell: (row) => row.participant.code },
    { name: "name", head: w.person, cell: (row) => row.participant.name },
    { name: "organisation", head: w.organisation, cell: (row) => row.participant.organisationName },
    ...list.parts.map(half),
    { name: "physical_minutes", head: w.physical, kind: integer, cell: (row) => row.presence.physical },
    { name: "online_minutes", head: w.online, kind: integer, cell: (row) => row.presence.online },
    { name: "minutes", head: w.minutes, kind: integer, cell: (row) => row.presence.minutes },
    { name: "minutes_offered", kind: integer, cell: (row) => row.presence.offered },
    { name: "enough", head: w.rule, cell: (row) => r.say(row.enough ? w.enough : row.undecided ? w.open : w.tooFew) },
  ];
}

async function picture(r: Request): Promise<Reply> {
  const { list, rows } = await sheetOf(r);
  const grid = gridOf({ say: r.say, language: r.language, id: list.gathering.id, parts: list.parts, rows, date: formatDate(r.today) });
  return download(null, "image/svg+xml", svgFile(r.say, grid.about, <HeatMapSvg {...grid} />));
}

async function participantPage(
  r: Request,
  participant: string,
  errors: readonly { readonly row: string; readonly text: string }[] = [],
): Promise<Reply> {
  const list = await readable(r);
  const who = isId(participant) ? (await participantsByIds(r.db, [participant])).get(participant) : undefined;
  if (who === undefined || who.gathering !== list.gathering.id) throw new Problem(p.notFound);
  const presence = (await presenceOf(r.db, list.gathering.id)).find((each) => each.participant === participant);
  const rows = await presenceRowsOf(r.db, [participant]);
  const allowed = await allowedGatherings(r.db, r.actor, [list.gathering], "mayRecord", r.today);
  const view = (
    <ParticipantView
      shell={r.shell}
      list={list}
      who={who}
      presence={presence}
      rows={rows}
      posts={await postNames(r.db, r.pack, r.say, rows)}
      mayRecord={allowed.has(list.gathering.about)}
      errors={errors}
    />
  );
  return show(view, errors.length === 0 ? 200 : 422);
}

async function back(r: Write): Promise<Reply> {
  const list = await taking(r);
  const participant = r.form.text("participant");
  const row = (isId(participant) ? await presenceRowsOf(r.db, [participant]) : []).find((each) => each.id === r.form.text("row"));
  if (row === undefined) throw new Problem(p.rowNotFound);
  const reason = r.form.text("reason");
  if (reason === "") return participantPage(r, participant, [{ row: row.id, text: r.say(w.reasonMissing) }]);
  await takeBack(r.act, list.gathering, row, reason.slice(0, 300));
  return go(paths.participant(list.gathering.id, participant));
}

export const sheetRoutes: readonly Route[] = [
  page("/attendance/:id", "signed-in", sheet),
  page("/attendance/:id/file", "signed-in", async (r: Request) => listedFile(r, over(r, await sheetOf(r)))),
  page("/attendance/:id/presence.svg", "signed-in", picture),
  page("/attendance/:id/participant/:participantId", "signed-in", (r: Request) => participantPage(r, param(r, "participantId"))),
  act("/attendance/:id/take-back", "signed-in", back),
];
