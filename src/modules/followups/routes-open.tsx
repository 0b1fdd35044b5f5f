/** Without an account: where a learner writes her task, and where a question about one is answered; and both for those signed in. */
import type { Actor } from "#kernel/access/actor.ts";
import { act, page, type Route, type Writing } from "#kernel/access/route.ts";
import { hasCode } from "#kernel/pack/lookup.ts";
import {
  dueReadings,
  holderOf,
  readingByToken,
  readingsByIds,
  readingsOf,
  takesAnswer,
  type Channel,
  type Reading,
} from "#kernel/commitment/readings.ts";
import { ANSWERS } from "#kernel/commitment/standing.ts";
import { sql } from "kysely";
import { isId } from "#platform/db/ids.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { LANGUAGE_FIELD } from "#platform/ui/shell.tsx";
import { enrolmentsByIds, sessionsByIds, type EnrolmentFacts } from "#modules/sessions";
import { writeTask } from "./actions.ts";
import { param, type Request, type Visit, type Write } from "#kernel/access/asked.ts";
import { readTask, seersOf } from "./ask.ts";
import { answerQuestion } from "./ask-work.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { taskByToken, tasksWhere } from "./queries.ts";
import { COMMITMENT, type TaskRow } from "./schema.ts";
import { allProblems, PAGES, problemsOf, taskOf, typedIn, type TaskPage, type Typed } from "./task-form.ts";
import { AnsweredView, QuestionView } from "./views/question.tsx";
import { SentView, TaskFormView } from "./views/task-form.tsx";
import { w } from "./words-task.ts";

type VisitWrite = Writing<any, Actor | null>;

const EMPTY: Typed = { what: "", success: "", when: "90", day: "", month: "", year: "", verifier: "" };

interface Place {
  readonly action: string;
  readonly enrolment: EnrolmentFacts;
}

async function formPage(r: Visit, place: Place, step: TaskPage, typed: Typed, errors: readonly FieldProblem[]) {
  const session = (await sessionsByIds(r.db, [place.enrolment.session])).get(place.enrolment.session);
  const seers = await seersOf(r, place.enrolment);
  const props = { shell: r.shell, action: place.action, session: { title: session?.title ?? "" }, today: r.today, seers, errors };
  return <TaskFormView {...props} typed={typed} page={step} />;
}

async function sentPage(r: Visit, task: TaskRow): Promise<Reply> {
  const session = (await sessionsByIds(r.db, [task.session])).get(task.session);
  const own = (await readingsOf(r.db, [task.id])).filter((one) => one.side === "self" && one.answeredAt === null && one.lapsedAt === null);
  const [next = null] = own
    .map((one) => one.due)
    .filter((due) => due > r.today)
    .toSorted();
  return show(
    <SentView
      shell={r.shell}
      task={{ what: task.what ?? "", due: task.due ?? r.today, standing: task.standing }}
      session={session?.title ?? ""}
      askedOn={next}
    />,
  );
}

async function begin(r: Visit, place: Place, task: TaskRow | undefined): Promise<Reply> {
  if (task?.writtenAt != null) return sentPage(r, task);
  const [first] = await seersOf(r, place.enrolment);
  return show(await formPage(r, place, "what", { ...EMPTY, verifier: first?.post ?? "" }, []));
}

const cleaned = (typed: Typed): Typed => (typed.verifier === "none" ? { ...typed, verifier: "" } : typed);

/** One page further, back, or the end: only the last writes, so what is typed travels with the form. */
async function turn(r: VisitWrite, place: Place): Promise<Reply> {
  const typed = cleaned(typedIn(r.form));
  const now = PAGES.find((one) => one === r.form.text("page")) ?? "what";
  const at = PAGES.indexOf(now);
  if (r.form.text(LANGUAGE_FIELD) !== "") return show(await formPage(r, place, now, typed, []));
  if (r.form.text("back") !== "") return show(await formPage(r, place, PAGES[Math.max(0, at - 1)] ?? "what", typed, []));
  const ask = { today: r.today, posts: (await seersOf(r, place.enrolment)).map((seer) => seer.post) };
  const wrong = now === "check" ? allProblems(typed, ask) : problemsOf(now, typed, ask);
  if (wrong.length > 0) {
    const where = PAGES.find((one) => problemsOf(one, typed, ask).length > 0) ?? now;
    return show(await formPage(r, place, where, typed, problemsOf(where, typed, ask)), 422);
  }
  if (now !== "check") return show(await formPage(r, place, PAGES[at + 1] ?? "check", typed, []));
  await writeTask(r.act, place.enrolment, taskOf(typed, r.today, r.language));
  return go(place.action);
}

async function byToken(r: Visit): Promise<{ readonly place: Place; readonly task: TaskRow }> {
  const token = param(r, "token");
  const task = await taskByToken(r.db, r.today, token);
  const enrolment = task === undefined ? undefined : (await enrolmentsByIds(r.db, [task.enrolment])).get(task.enrolment);
  if (task === undefined || enrolment === undefined) throw new Problem(p.badLink);
  return { place: { action: paths.write(token), enrolment }, task };
}

/** An enrolment of the actor’s own. */
async function own(r: Request): Promise<{ readonly place: Place; readonly task: TaskRow | undefined }> {
  const id = param(r, "enrolmentId");
  const enrolment = (await enrolmentsByIds(r.db, [id])).get(id);
  if (enrolment === undefined || enrolment.person !== r.actor.person) throw new Problem(p.noTask);
  const [task] = await tasksWhere(r.db, r.today, { enrolments: [id] });
  return { place: { action: paths.mineWrite(id), enrolment }, task };
}

interface Asked {
  readonly reading: Reading;
  readonly task: TaskRow;
  readonly action: string;
  readonly channel: Channel;
}

async function questionPage(
  r: Visit,
  asked: Asked,
  again: { values?: Readonly<Record<string, string>>; errors?: readonly FieldProblem[] } = {},
) {
  const { reading, task, action } = asked;
  const session = (await sessionsByIds(r.db, [task.session])).get(task.session);
  const due = (await dueReadings(r.db, COMMITMENT, r.today, 5000)).find((one) => one.id === reading.id);
  return (
    <QuestionView
      shell={r.shell}
      action={action}
      bare={asked.channel === "link"}
      side={reading.side}
      name={task.personName}
      what={task.what ?? ""}
      session={session?.title ?? ""}
      due={task.due ?? r.today}
      left={due?.left ?? null}
      today={r.today}
      values={again.values ?? { answer: reading.answer ?? "", barrier: reading.barrier ?? "", note: reading.note ?? "" }}
      errors={again.errors ?? []}
    />
  );
}

async function readQuestion(r: Visit, asked: Asked): Promise<Reply> {
  const { reading, task, action } = asked;
  const changes = r.query.get("change") === "1" && takesAnswer(reading, r.now);
  if (reading.answer === null || changes) return show(await questionPage(r, asked));
  const changeHref = takesAnswer(reading, r.now) ? `${action}?change=1` : null;
  return show(
    <AnsweredView shell={r.shell} bare={asked.channel === "link"} answer={reading.answer} what={task.what ?? ""} changeHref={changeHref} />,
  );
}

async function answerIt(r: VisitWrite, asked: Asked, by: { readonly person: string | null; readonly post: string | null }): Promise<Reply> {
  if (r.form.text(LANGUAGE_FIELD) !== "") return show(await questionPage(r, asked, { values: r.form.values() }));
  const answer = ANSWERS.find((one) => one === r.form.text("answer"));
  const barrier = r.form.text("barrier");
  const errors: FieldProblem[] = [];
  if (answer === undefined) errors.push({ field: "answer", text: w.answerMissing });
  const needs = answer === "no" || answer === "partly";
  if (needs && !hasCode(r.pack, "work_barrier", barrier, r.today)) errors.push({ field: "barrier", text: w.barrierMissing });
  if (answer === undefined || errors.length > 0) return show(await questionPage(r, asked, { values: r.form.values(), errors }), 422);
  await answerQuestion(r.act, asked.reading.id, {
    answer,
    barrier: needs ? barrier : null,
    note: r.form.text("note").slice(0, 1000) || null,
    language: r.language,
    channel: asked.channel,
    by,
  });
  return go(asked.action);
}

async function linked(r: Visit): Promise<Asked> {
  const token = param(r, "token");
  const reading = await readingByToken(r.db, token);
  const [task] = reading === undefined ? [] : await tasksWhere(r.db, r.today, { ids: [reading.commitment], written: true });
  if (reading === undefined || task === undefined) throw new Problem(p.badLink);
  return { reading, task, action: paths.question(token), channel: "link" };
}

/** A question the actor herself is asked: of her own task, or of the post she acts for. */
async function mine(r: Request): Promise<Asked> {
  const task = await readTask(r);
  const id = param(r, "readingId");
  const reading = isId(id) ? (await readingsByIds(r.db, [id])).get(id) : undefined;
  const hers =
    reading?.side === "self"
      ? task.person === r.actor.person
      : r.actor.post !== null && (r.actor.post === task.verifier || reading?.askedPerson === r.actor.person);
  const due = reading !== undefined && (reading.due <= r.today || reading.askedAt !== null);
  if (reading === undefined || reading.commitment !== task.id || !hers || !due || reading.lapsedAt !== null) throw new Problem(p.noTask);
  return { reading, task, action: paths.answer(task.id, reading.id), channel: "workspace" };
}

/** Whoever was asked answers by a link: the person it went to, for the post she held then. */
const byLink = ({ reading, task }: Asked) => ({
  person: reading.askedPerson,
  post: reading.side === "verifier" ? task.verifier : null,
});

/** Whether somebody holds a post today; used so that an old link of a former holder is dead even before the question is put again. */
async function stillHolds(r: Visit, asked: Asked): Promise<boolean> {
  const { reading, task } = asked;
  if (reading.side === "self" || reading.answer !== null || task.verifier === null || reading.askedPerson === null) return true;
  const { rows } = await sql<{ person: string | null }>`select ${holderOf(sql`${task.verifier}::uuid`, r.today)} as person`.execute(r.db);
  const holder = rows[0]?.person ?? null;
  return holder === null || holder === reading.askedPerson || holder === task.person;
}

async function linkedNow(r: Visit): Promise<Asked> {
  const asked = await linked(r);
  if (!(await stillHolds(r, asked))) throw new Problem(p.badLink);
  return asked;
}

export const openRoutes: readonly Route[] = [
  page(paths.write(":token"), "public", async (r: Visit) => {
    const { place, task } = await byToken(r);
    return begin(r, place, task);
  }),
  act(paths.write(":token"), "public", async (r: VisitWrite) => turn(r, (await byToken(r)).place)),
  page(paths.mineWrite(":enrolmentId"), "signed-in", async (r: Request) => {
    const { place, task } = await own(r);
    return begin(r, place, task);
  }),
  act(paths.mineWrite(":enrolmentId"), "signed-in", async (r: Write) => turn(r, (await own(r)).place)),
  page(paths.question(":token"), "public", async (r: Visit) => readQuestion(r, await linkedNow(r))),
  act(paths.question(":token"), "public", async (r: VisitWrite) => {
    const asked = await linkedNow(r);
    return answerIt(r, asked, byLink(asked));
  }),
  page(paths.answer(":id", ":readingId"), "signed-in", async (r: Request) => readQuestion(r, await mine(r))),
  act(paths.answer(":id", ":readingId"), "signed-in", async (r: Write) =>
    answerIt(r, await mine(r), { person: r.actor.person, post: r.actor.post }),
  ),
];
