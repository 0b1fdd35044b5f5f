/** The list of attendance lists, one sheet, one person on it, and the door. */
import type { Actor } from "#kernel/access/actor.ts";
import { act, page, type Asked, type Route, type Writing } from "#kernel/access/route.ts";
import { allowedGatherings } from "#kernel/gathering/kinds.ts";
import { codeOf, participantsByIds, participantsOf, type Participant } from "#kernel/gathering/participants.ts";
import { presenceOf, presenceRowsOf, type ParticipantPresence } from "#kernel/gathering/presence.ts";
import type { Part } from "#kernel/gathering/gatherings.ts";
import { isDay } from "#kernel/calendar/day.ts";
import { sortNameOf } from "#kernel/registry/people.ts";
import { meets, totalOf } from "#methods/presence/presence.ts";
import { isId } from "#platform/db/ids.ts";
import { changedQuery, pageAsked } from "#platform/http/address.ts";
import { listFile, type ListColumn } from "#platform/http/list-file.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { HeatMapSvg } from "#platform/ui/charts/heat-map.tsx";
import { svgFile } from "#platform/ui/charts/frame.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { noteAtDoor, takeBack } from "./actions.ts";
import { gridOf, type SheetRow } from "./grid.tsx";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { attendanceRules, listGatherings, openList, usualPeriod } from "./queries.ts";
import { closesBy, partNow, verbs } from "./rules.ts";
import { STATES, type ListedGathering, type ListState, type OpenList } from "./schema.ts";
import { issuerName, postNames } from "./show.ts";
import { DoorView, type DoorRow } from "./views/door.tsx";
import { ListsView } from "./views/lists.tsx";
import { ParticipantView } from "./views/participant.tsx";
import { SheetView } from "./views/sheet.tsx";
import { daysLabel, partShort } from "./views/common.tsx";
import { w } from "./words.ts";

type Reading = Asked<any, Actor>;
type Writes = Writing<any, Actor>;

const PER_PAGE = 25;
const PEOPLE_PER_PAGE = 40;

interface Question {
  readonly state: string;
  readonly words: string;
  readonly from: string;
  readonly to: string;
  readonly set: boolean;
}

function questionOf(r: Reading): Question {
  const usual = usualPeriod(r.today);
  const day = (name: "from" | "to"): string => {
    const asked = r.query.get(name);
    return isDay(asked) ? asked : usual[name];
  };
  const state = STATES.find((each) => each === r.query.get("state")) ?? "";
  const words = (r.query.get("q") ?? "").trim();
  return { state, words, from: day("from"), to: day("to"), set: state !== "" || words !== "" || r.query.has("from") || r.query.has("to") };
}

async function asked(
  r: Reading,
): Promise<{ readonly ask: Question; readonly all: readonly ListedGathering[]; readonly rows: readonly ListedGathering[] }> {
  const ask = questionOf(r);
  const all = await listGatherings(r.db, r.actor, { from: ask.from, to: ask.to, now: r.now, today: r.today, timeZone: r.pack.timeZone });
  const wanted = sortNameOf(ask.words);
  const rows = all.filter(
    (row) =>
      (ask.state === "" || row.state === ask.state) &&
      (wanted === "" || sortNameOf(`${row.facts.title} ${row.facts.reference} ${row.gathering.place ?? ""}`).includes(wanted)),
  );
  return { ask, all, rows };
}

async function lists(r: Reading): Promise<Reply> {
  const { ask, all, rows } = await asked(r);
  const last = Math.max(1, Math.ceil(rows.length / PER_PAGE));
  const current = pageAsked(r.query, last);
  return show(
    <ListsView
      shell={r.shell}
      rows={rows.slice((current - 1) * PER_PAGE, current * PER_PAGE)}
      shown={rows.length}
      all={all.length}
      open={all.filter((row) => row.state === "to_close").length}
      page={current}
      last={last}
      ask={ask}
      set={ask.set}
      address={(change, path = paths.list) => changedQuery(path, r.query, change)}
    />,
  );
}

async function listsFile(r: Reading): Promise<Reply> {
  const { rows } = await asked(r);
  return listFile<ListedGathering>(r, {
    name: r.say(w.module),
    columns: [
      { name: "reference", cell: (row) => row.facts.reference },
      { name: "meeting", head: w.what, cell: (row) => row.facts.title },
      { name: "days", head: w.days, cell: (row) => daysLabel(row.gathering.firstDay, row.gathering.lastDay) },
      { name: "state", head: w.state, cell: (row) => r.say(w[row.state]) },
      { name: "here", head: w.here, kind: { kind: "integer" }, cell: (row) => row.here },
      { name: "expected", kind: { kind: "integer" }, cell: (row) => row.expected },
      { name: "undecided", head: w.undecided, kind: { kind: "integer" }, cell: (row) => row.undecided },
      { name: "close_by", head: w.closeBy, kind: { kind: "date" }, cell: (row) => row.due },
    ],
    rows,
  });
}

interface Sheet {
  readonly list: OpenList;
  readonly minimum: number;
  readonly due: Date;
  readonly state: ListState;
  readonly rows: readonly SheetRow[];
}

/** Everything of one sheet, whoever reads it: seven queries. */
async function sheetOf(r: Reading): Promise<Sheet> {
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

/** A list that the actor may read or take. */
async function readable(r: Reading): Promise<OpenList> {
  const id = r.params["id"] ?? "";
  try {
    return await openList(r.db, r.actor, id, "mayRead", r.today);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return openList(r.db, r.actor, id, "mayRecord", r.today);
  }
}

function filtered(
  r: Reading,
  rows: readonly SheetRow[],
): { readonly ask: { readonly words: string; readonly show: string }; readonly rows: readonly SheetRow[] } {
  const ask = { words: (r.query.get("q") ?? "").trim(), show: r.query.get("show") ?? "" };
  const wanted = sortNameOf(ask.words);
  const kept = rows.filter(
    ({ participant, enough, undecided }) =>
      (wanted === "" ||
        participant.code === codeOf(ask.words) ||
        sortNameOf(`${participant.name} ${participant.organisationName ?? ""}`).includes(wanted)) &&
      (ask.show === "" ||
        (ask.show === "enough" && enough) ||
        (ask.show === "few" && !enough && !undecided) ||
        (ask.show === "open" && undecided)),
  );
  return { ask, rows: kept };
}

async function sheet(r: Reading): Promise<Reply> {
  const { list, minimum, due, state, rows: all } = await sheetOf(r);
  const { ask, rows } = filtered(r, all);
  const { id, about } = list.gathering;
  const allowed = await allowedGatherings(r.db, r.actor, [list.gathering], "mayRecord", r.today);
  const last = Math.max(1, Math.ceil(rows.length / PEOPLE_PER_PAGE));
  const current = pageAsked(r.query, last);
  const total = totalOf(all.map((row) => row.presence));
  return show(
    <SheetView
      shell={r.shell}
      list={list}
      state={state}
      rows={rows.slice((current - 1) * PEOPLE_PER_PAGE, current * PEOPLE_PER_PAGE)}
      shown={rows.length}
      all={all.length}
      here={all.filter((row) => row.presence.minutes > 0).length}
      undecided={all.filter((row) => row.undecided).length}
      minutes={total.minutes}
      offered={total.offered}
      minimum={minimum}
      due={due}
      mayRecord={allowed.has(about)}
      issuer={await issuerName(r.db, list.gathering.organisation)}
      today={r.today}
      page={current}
      last={last}
      ask={ask}
      address={(change, path = paths.one(id)) => changedQuery(path, r.query, change)}
    />,
  );
}

async function sheetFile(r: Reading): Promise<Reply> {
  const { list, rows: all } = await sheetOf(r);
  const { rows } = filtered(r, all);
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
  return listFile<SheetRow>(r, {
    name: `${list.facts.reference} ${r.say(w.list)}`,
    sheet: r.say(w.list),
    columns: [
      { name: "code", cell: (row) => row.participant.code },
      { name: "name", head: w.person, cell: (row) => row.participant.name },
      { name: "organisation", head: w.organisation, cell: (row) => row.participant.organisationName },
      ...list.parts.map(half),
      { name: "physical_minutes", head: w.physical, kind: integer, cell: (row) => row.presence.physical },
      { name: "online_minutes", head: w.online, kind: integer, cell: (row) => row.presence.online },
      { name: "minutes", head: w.minutes, kind: integer, cell: (row) => row.presence.minutes },
      { name: "minutes_offered", kind: integer, cell: (row) => row.presence.offered },
      { name: "enough", head: w.rule, cell: (row) => r.say(row.enough ? w.enough : row.undecided ? w.open : w.tooFew) },
    ],
    rows,
  });
}

async function picture(r: Reading): Promise<Reply> {
  const { list, rows } = await sheetOf(r);
  const grid = gridOf({ say: r.say, language: r.language, id: list.gathering.id, parts: list.parts, rows, date: formatDate(r.today) });
  return download(null, "image/svg+xml", svgFile(r.say, grid.about, <HeatMapSvg {...grid} />));
}

async function participantPage(
  r: Reading,
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

async function back(r: Writes): Promise<Reply> {
  const list = await openList(r.db, r.actor, r.params["id"] ?? "", "mayRecord", r.today);
  const participant = r.form.text("participant");
  const row = (isId(participant) ? await presenceRowsOf(r.db, [participant]) : []).find((each) => each.id === r.form.text("row"));
  if (row === undefined) throw new Problem(p.rowNotFound);
  const reason = r.form.text("reason");
  if (reason === "") return participantPage(r, participant, [{ row: row.id, text: r.say(w.reasonMissing) }]);
  await takeBack(r.act, list.gathering, row, reason.slice(0, 300));
  return go(paths.participant(list.gathering.id, participant));
}

function doorRow(who: Participant, presence: ParticipantPresence | undefined, part: Part, now: Date): DoorRow {
  const own = presence?.parts.find((each) => each.part === part.id);
  const since = own === undefined || own.arrived === null ? null : new Date(own.arrived);
  const gone = own?.left ?? null;
  // Without a departure the half-day’s end stands there, which lies ahead.
  const left = gone !== null && gone < part.endsAt.getTime() && gone <= now.getTime() ? new Date(gone) : null;
  return { who, since, leftAt: left };
}

async function doorPage(r: Reading, ask: { readonly part: string; readonly find: string; readonly error: string | null }): Promise<Reply> {
  const list = await openList(r.db, r.actor, r.params["id"] ?? "", "mayRecord", r.today);
  const part = list.parts.find((each) => each.id === ask.part) ?? partNow(list.parts, r.now);
  if (part === undefined) throw new Problem(p.notFound);
  const people = await participantsOf(r.db, [list.gathering.id]);
  const presence = new Map((await presenceOf(r.db, list.gathering.id)).map((each) => [each.participant, each]));
  const wanted = sortNameOf(ask.find);
  const rows = people.map((who) => doorRow(who, presence.get(who.id), part, r.now));
  const shown =
    wanted === ""
      ? rows
      : rows.filter(({ who }) => sortNameOf(`${who.name} ${who.organisationName ?? ""}`).includes(wanted) || who.code === codeOf(ask.find));
  const done = people.find((who) => who.id === r.query.get("done"));
  const noted =
    done === undefined ? undefined : (await presenceRowsOf(r.db, [done.id])).findLast((row) => row.part === part.id && row.kind !== "void");
  return show(
    <DoorView
      shell={r.shell}
      list={list}
      part={part}
      rows={shown}
      here={rows.filter((row) => row.since !== null && row.leftAt === null).length}
      expected={rows.length}
      find={ask.find}
      done={done === undefined || noted === undefined ? null : { name: done.name, at: noted.from }}
      error={ask.error}
    />,
    ask.error === null ? 200 : 422,
  );
}

/** A code is noted at once, a name is looked for, a press in the list notes who it stands beside. */
async function doorPress(r: Writes): Promise<Reply> {
  const list = await openList(r.db, r.actor, r.params["id"] ?? "", "mayRecord", r.today);
  if (!list.facts.held) throw new Problem(p.notHeld);
  const { id } = list.gathering;
  const part = list.parts.find((each) => each.id === r.form.text("part"));
  if (part === undefined) throw new Problem(p.notFound);
  const find = r.form.text("find").slice(0, 100);
  const people = await participantsOf(r.db, [id]);
  const pressed = people.find((who) => who.id === r.form.text("participant"));
  const coded = find === "" ? undefined : people.find((who) => who.code === codeOf(find));
  const who = pressed ?? coded;
  if (who === undefined) {
    const wanted = sortNameOf(find);
    const fits = wanted !== "" && people.some((each) => sortNameOf(`${each.name} ${each.organisationName ?? ""}`).includes(wanted));
    return fits ? lookFor(r, part.id, find) : doorPage(r, { part: part.id, find, error: r.say(w.notFoundName) });
  }
  const kind = r.form.text("kind") === "left" ? "left" : "arrived";
  await noteAtDoor(r.act, list.gathering, {
    part: part.id,
    participant: who.id,
    kind,
    method: pressed === undefined ? "code" : "name",
    mode: "physical",
  });
  return go(`${paths.door(id, part.id)}&done=${who.id}`);
}

/** Nothing is written: the page with the people that a name fits. */
async function lookFor(r: Writes, part: string, find: string): Promise<Reply> {
  return doorPage(r, { part, find, error: null });
}

export const listRoutes: readonly Route[] = [
  page<any, typeof verbs.read>(paths.list, verbs.read, lists),
  page<any, typeof verbs.read>(paths.file, verbs.read, listsFile),
  page<any, "signed-in">("/attendance/:id", "signed-in", sheet),
  page<any, "signed-in">("/attendance/:id/file", "signed-in", sheetFile),
  page<any, "signed-in">("/attendance/:id/presence.svg", "signed-in", picture),
  page<any, "signed-in">("/attendance/:id/participant/:participantId", "signed-in", (r) =>
    participantPage(r, r.params["participantId"] ?? ""),
  ),
  act<any, "signed-in">("/attendance/:id/take-back", "signed-in", back),
  page<any, "signed-in">("/attendance/:id/door", "signed-in", (r) =>
    doorPage(r, { part: r.query.get("part") ?? "", find: r.query.get("find") ?? "", error: null }),
  ),
  act<any, "signed-in">("/attendance/:id/door", "signed-in", doorPress),
];
