/** The pages of one session’s application: its picture, its tasks as list and file, asking, and typing a task from paper. */
import { may, type Request, type Write } from "#kernel/access/asked.ts";
import { codeFilter, listed, listedFile, wordsFilter, type List } from "#kernel/access/list.ts";
import { act, page, type Route } from "#kernel/access/route.ts";
import { STANDINGS } from "#kernel/commitment/standing.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import type { ListColumn } from "#platform/http/list-file.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { BarsSvg } from "#platform/ui/charts/bars.tsx";
import { svgFile } from "#platform/ui/charts/frame.tsx";
import { LANGUAGE_FIELD } from "#platform/ui/shell.tsx";
import { UnitRowSvg } from "#platform/ui/charts/unit-row.tsx";
import { sessionPaths, sessionReach } from "#modules/sessions";
import { askTasks, LEARNERS, WRITERS, writeTask } from "./actions.ts";
import { readSession, seersOf, type SessionRead } from "./ask.ts";
import { remindSupervisors } from "./ask-work.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { applicationOf, barriersOf, countTasks, differing, tasksWhere } from "./queries.ts";
import { verbs } from "./rules.ts";
import { NO_TASKS, sumOf, type Application, type TaskRow } from "./schema.ts";
import { allProblems, taskOf, typedIn, type Typed } from "./task-form.ts";
import { barrierBars, MOST_UNITS, standingBars, standingText, unitsOf } from "./views/parts.tsx";
import { ApplicationView } from "./views/session.tsx";
import { TypeTaskView } from "./views/task-form.tsx";
import { w } from "./words.ts";

const SORTS = ["name", "entity", "due", "standing"] as const;

const FILTERS = {
  words: wordsFilter({ label: w.search }),
  standing: codeFilter(STANDINGS, { label: w.stands, any: w.anyStanding, text: (standing, r) => r.say(standingText(standing)) }),
};

/** The tasks of one session, as far as the reader sees its people by name. */
function tasksIn(read: SessionRead): List<Request, typeof FILTERS, TaskRow, (typeof SORTS)[number]> {
  const { id, reference } = read.session;
  const seen = { sessions: [id], ...(!read.whole && { enrolments: read.people.map((one) => one.id) }), written: true };
  return {
    name: `tasks-${reference}`,
    path: () => paths.session(id),
    file: () => paths.sessionFile(id),
    filters: FILTERS,
    sorts: SORTS,
    first: () => ({ sort: "standing", descending: false }),
    rows: async (r, { filter, ...order }, part) => {
      const ask = { ...seen, ...filter, ...order };
      return { rows: await tasksWhere(r.db, r.today, { ...ask, ...part }), total: await countTasks(r.db, r.today, ask) };
    },
    result: (r, total) => r.say(w.result, { total }),
    columns,
    sheet: w.tasks,
  };
}

/** The sum a reader sees: the session’s, or that of the people she sees by name. */
async function sumFor(r: Request, read: SessionRead): Promise<Application> {
  const { session } = read;
  if (read.whole) return (await applicationOf(r.db, [session.id], r.today)).get(session.id) ?? NO_TASKS;
  const rows = await tasksWhere(r.db, r.today, { sessions: [session.id], enrolments: read.people.map((one) => one.id), written: true });
  return sumOf(rows.map((row) => oneTask(row, r.today)));
}

function oneTask(row: TaskRow, today: string): Application {
  const due = row.firstDue !== null && row.firstDue <= today;
  return {
    ...NO_TASKS,
    tasks: 1,
    [row.standing === "not_applied" ? "notApplied" : row.standing]: 1,
    due: due ? 1 : 0,
    verifiedFirst: due && row.firstSeen === "yes" ? 1 : 0,
    toAnswer: row.openToSupervisor ? 1 : 0,
  };
}

async function smallest(r: Request): Promise<number> {
  return numberOf(await ruleSetFor(r.db, "disclosure", r.today), "smallest_cell");
}

/** What stood in the way, where enough tasks name something; null where too few do. */
async function barriersFor(r: Request, read: SessionRead, least: number) {
  if (!read.whole) return [];
  const found = await barriersOf(r.db, [read.session.id]);
  const named = found.reduce((sum, one) => sum + one.count, 0);
  return named === 0 ? [] : named < least ? null : found;
}

async function sessionPage(r: Request): Promise<Reply> {
  const read = await readSession(r);
  const { session, people } = read;
  const rules = await ruleSetFor(r.db, "training", r.today);
  const least = await smallest(r);
  const runs = may(r, verbs.ask) && (await sessionReach.run(r.db, r.actor, [session.id], r.today)).has(session.id);
  const known = await tasksWhere(r.db, r.today, { sessions: [session.id] });
  const asked = new Set(known.map((one) => one.enrolment));
  const written = new Set(known.filter((one) => one.writtenAt !== null).map((one) => one.enrolment));
  const there = people.filter((one) => (session.state === "running" ? WRITERS : (LEARNERS as readonly string[])).includes(one.state));
  return show(
    <ApplicationView
      shell={r.shell}
      session={session}
      sessionHref={sessionPaths.session(session.id)}
      sum={await sumFor(r, read)}
      days={{ first: numberOf(rules, "follow_up_first"), second: numberOf(rules, "follow_up_second") }}
      barriers={await barriersFor(r, read, least)}
      least={least}
      today={r.today}
      list={await listed(r, tasksIn(read))}
      differs={runs ? (await differing(r.db, session.id)).size : 0}
      mayAsk={runs}
      toAskTasks={runs ? there.filter((one) => !asked.has(one.id)).length : 0}
      without={there.filter((one) => !written.has(one.id)).map((one) => ({ enrolment: one.id, name: one.personName }))}
    />,
  );
}

const columns = (r: Request): readonly ListColumn<TaskRow>[] => [
  { name: "person", head: w.person, cell: (row) => row.personName },
  { name: "organisation", head: w.organisation, cell: (row) => row.entityName },
  { name: "what", head: w.what, cell: (row) => row.what },
  { name: "by", head: w.by, kind: { kind: "date" }, cell: (row) => row.due },
  { name: "stands", head: w.stands, cell: (row) => r.say(standingText(row.standing)) },
  { name: "said", cell: (row) => row.said },
  { name: "seen", cell: (row) => row.seen },
  { name: "barrier", head: w.barriers, cell: (row) => row.barrier },
];

const sessionFile = async (r: Request): Promise<Reply> => listedFile(r, tasksIn(await readSession(r)));

async function picture(r: Request): Promise<Reply> {
  const read = await readSession(r);
  const href = paths.sessionPicture(read.session.id);
  if (r.query.get("of") === "barriers") {
    const barriers = (await barriersFor(r, read, await smallest(r))) ?? [];
    if (barriers.length === 0) throw new Problem(p.noSession);
    const bars = barrierBars(r.shell, barriers, r.today, href);
    return download("barriers.svg", "image/svg+xml", svgFile(r.say, bars.about, <BarsSvg {...bars} />));
  }
  const sum = await sumFor(r, read);
  const units = unitsOf(r.shell, sum, href, r.today);
  const drawing = sum.tasks <= MOST_UNITS ? <UnitRowSvg {...units} /> : <BarsSvg {...standingBars(r.shell, sum, href, r.today)} />;
  return download("seen-at-work.svg", "image/svg+xml", svgFile(r.say, units.about, drawing));
}

/** The session of the path for whoever runs it. */
async function runs(r: Request): Promise<SessionRead> {
  const read = await readSession(r);
  if (!(await sessionReach.run(r.db, r.actor, [read.session.id], r.today)).has(read.session.id)) throw new Problem(p.noSession);
  return read;
}

/** Typing from paper: whoever runs the session or teaches it. */
async function typing(r: Request) {
  const read = await readSession(r);
  const conducts = await sessionReach.conduct(r.db, r.actor, [read.session.id], r.today);
  const enrolment = read.people.find((one) => one.id === r.params["enrolmentId"]);
  if (!conducts.has(read.session.id) || enrolment === undefined) throw new Problem(p.noSession);
  return { read, enrolment, seers: await seersOf(r, enrolment) };
}

async function typePage(r: Request, typed?: Typed, errors: readonly FieldProblem[] = []) {
  const { read, enrolment, seers } = await typing(r);
  const empty: Typed = { what: "", success: "", when: "90", day: "", month: "", year: "", verifier: seers[0]?.post ?? "" };
  return (
    <TypeTaskView
      shell={r.shell}
      action={paths.type(read.session.id, enrolment.id)}
      back={paths.session(read.session.id)}
      name={enrolment.personName}
      session={read.session}
      today={r.today}
      typed={typed ?? empty}
      seers={seers}
      errors={errors}
    />
  );
}

async function typeIt(r: Write): Promise<Reply> {
  const { read, enrolment, seers } = await typing(r);
  const form = typedIn(r.form);
  const typed = form.verifier === "none" ? { ...form, verifier: "" } : form;
  if (r.form.text(LANGUAGE_FIELD) !== "") return show(await typePage(r, typed));
  const wrong = allProblems(typed, { today: r.today, posts: seers.map((seer) => seer.post) });
  if (wrong.length > 0) return show(await typePage(r, typed, wrong), 422);
  await writeTask(r.act, enrolment, taskOf(typed, r.today, r.language), true);
  return go(paths.session(read.session.id));
}

export const sessionRoutes: readonly Route[] = [
  page(paths.session(":id"), "signed-in", sessionPage),
  page(paths.sessionFile(":id"), "signed-in", sessionFile),
  page(paths.sessionPicture(":id"), "signed-in", picture),
  act(paths.askTasks(":id"), verbs.ask, async (r: Write) => {
    const { session } = await runs(r);
    await askTasks(r.act, session.id, r.origin);
    return go(paths.session(session.id));
  }),
  act(paths.askSupervisors(":id"), verbs.ask, async (r: Write) => {
    const { session } = await runs(r);
    await remindSupervisors(r.act, session.id, r.origin);
    return go(paths.session(session.id));
  }),
  page(paths.type(":id", ":enrolmentId"), "signed-in", async (r: Request) => show(await typePage(r))),
  act(paths.type(":id", ":enrolmentId"), "signed-in", typeIt),
];
