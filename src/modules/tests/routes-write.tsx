/** What whoever conducts a session does about its tests: open them, remind, type papers in, take a wrong paper back. */
import { param, type Request, type Write } from "#kernel/access/asked.ts";
import { act, page, type Route } from "#kernel/access/route.ts";
import { parsePartial } from "#kernel/calendar/partial.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { isId } from "#platform/db/ids.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { LANGUAGE_FIELD } from "#platform/ui/shell.tsx";
import { Problem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { sessionReach, type EnrolmentFacts } from "#modules/sessions";
import { keepOpinion, openTests, remind, takeBack } from "./actions.ts";
import { answeredIn, blankPaper, filledPaper, sitThrough, type Filled, type Paper, type Putting } from "./answering.ts";
import { conductedScene, kindOf, lacksOf, mayTake, sceneOf, type Scene } from "./ask.ts";
import { paths } from "./paths.ts";
import { p, refused } from "./problems.ts";
import { titleOf } from "./purpose.ts";
import { resultsByIds } from "./queries.ts";
import { windowOf } from "./rules.ts";
import type { Test } from "./schema.ts";
import { AnswerView, type AnswerProps } from "./views/answer.tsx";
import { KIND_NAMES } from "./views/mine.tsx";
import { w } from "./words-answer.ts";
import { w as pages } from "./words.ts";

async function open(r: Write): Promise<Reply> {
  const scene = await conductedScene(r);
  if ((await openTests(r.act, [scene.session])) === 0) throw new Problem(p.nothing);
  return go(paths.session(scene.session.id));
}

async function sendReminders(r: Write): Promise<Reply> {
  const scene = await conductedScene(r);
  const kind = kindOf(r.params["kind"]);
  const lack = lacksOf(scene, r.today).find((one) => one.test.kind === kind);
  if (lack === undefined || !lack.open) throw new Problem(p.nobody);
  const count = await remind(r.act, scene.session, lack.test.kind, lack.people, r.origin);
  return go(`${paths.session(scene.session.id)}?reminded=${count}`);
}

interface PaperOf {
  readonly scene: Scene;
  readonly test: Test;
  readonly enrolment: EnrolmentFacts;
}

async function paperOf(r: Request | Write, scene: Scene): Promise<PaperOf> {
  const test = scene.tests.find((one) => one.id === r.params["testId"] && one.kind !== "evaluation");
  const enrolment = scene.people.find((one) => one.id === r.params["enrolmentId"]);
  if (!scene.reader.conducts || test === undefined || enrolment === undefined) throw new Problem(p.noTest);
  return { scene, test, enrolment };
}

const putting = (r: Request | Write, version: string, seed: string): Putting => ({ version, seed, language: r.language, now: r.now });

/** From when until when a paper may be dated. */
function daysOf({ scene, test }: PaperOf, today: Day): { readonly from: Day; readonly to: Day } {
  const { session, rules } = scene;
  const window = windowOf(test.kind, session, rules);
  // Papers of a session long closed may still be typed in, with a day on which they could have been taken.
  const to = test.kind === "pre" ? session.from : (window?.closes ?? today);
  return { from: test.kind === "pre" ? "1900-01-01" : session.to, to: to < today ? to : today };
}

function dayProblem(r: Write, of: PaperOf, day: Day | null): string | undefined {
  if (day === null) return r.say(w.paperDayWrong);
  const { from, to } = daysOf(of, r.today);
  if (day >= from && day <= to) return undefined;
  return r.say(w.paperDayOutside, { from: formatDate(of.test.kind === "pre" ? of.scene.session.from : from), to: formatDate(to) });
}

function testPaper(
  r: Request | Write,
  of: PaperOf,
  paper: Paper,
  day: NonNullable<AnswerProps["day"]>,
  filled?: Filled,
  status = 200,
): Reply {
  const { scene, test, enrolment } = of;
  return show(
    <AnswerView
      shell={r.shell}
      title={r.say(w.paperTitle)}
      lead={r.say(w.paperLead, { test: r.say(KIND_NAMES[test.kind]), name: enrolment.personName })}
      paper={paper}
      given={filled?.given ?? new Map()}
      errors={filled?.errors ?? new Map()}
      action={paths.paper(scene.session.id, test.id, enrolment.id)}
      back={{ href: paths.session(scene.session.id), text: r.say(w.backToSession) }}
      day={day}
      typed
      once={false}
    />,
    status,
  );
}

async function showPaper(r: Request): Promise<Reply> {
  const of = await paperOf(r, await sceneOf(r.db, r.actor, param(r, "id"), r.today));
  const { to } = daysOf(of, r.today);
  const paper = await blankPaper(r.db, putting(r, of.test.version, of.enrolment.id));
  return testPaper(r, of, paper, { value: formatDate(to), example: formatDate(to) });
}

async function keepPaper(r: Write): Promise<Reply> {
  const of = await paperOf(r, await conductedScene(r));
  const { scene, test, enrolment } = of;
  if (test.kind === "evaluation") throw new Problem(p.noTest);
  const typed = r.form.text("happened");
  const date = parsePartial(typed);
  const day = date?.precision === "day" ? date.start : null;
  const wrongDay = dayProblem(r, of, day);
  const filled = await filledPaper(r.act.tx as never, putting(r, test.version, enrolment.id), r.form, r.say);
  // A paper may have gaps: what was left out is not answered, and nobody fills it in for her.
  const errors = new Map([...filled.errors].filter(([path]) => filled.given.has(path)));
  const example = formatDate(daysOf(of, r.today).to);
  if (r.form.text(LANGUAGE_FIELD) !== "")
    return testPaper(r, of, filled.paper, { value: typed, example }, { ...filled, errors: new Map() });
  if (wrongDay !== undefined || errors.size > 0 || day === null)
    return testPaper(
      r,
      of,
      filled.paper,
      { value: typed, example, ...(wrongDay !== undefined && { error: wrongDay }) },
      { ...filled, errors },
      422,
    );
  const late = mayTake(scene, test, enrolment, day);
  if (late !== null && windowOf(test.kind, scene.session, scene.rules) !== null) throw refused(late);
  await sitThrough(
    r.act,
    {
      test: { ...test, kind: test.kind },
      title: titleOf(test, scene.session),
      enrolment,
      channel: "paper",
      happenedOn: day,
      enteredBy: r.actor.post,
    },
    filled,
  );
  return go(`${paths.session(scene.session.id)}?done=kept`);
}

async function takePaperBack(r: Write): Promise<Reply> {
  const id = param(r, "resultId");
  const [result] = isId(id) ? await resultsByIds(r.act.tx as never, [id]) : [];
  const conducts =
    result !== undefined && (await sessionReach.conduct(r.act.tx as never, r.actor, [result.session], r.today)).has(result.session);
  if (result === undefined || !conducts) throw new Problem(p.noTest);
  await takeBack(r.act, id);
  return go(`${paths.session(result.session)}?done=back`);
}

function evaluationTest(scene: Scene): Test {
  const test = scene.tests.find((one) => one.kind === "evaluation");
  if (!scene.reader.conducts || test === undefined) throw new Problem(p.noTest);
  return test;
}

function opinionPage(r: Request | Write, scene: Scene, paper: Paper, filled?: Filled, status = 200): Reply {
  return show(
    <AnswerView
      shell={r.shell}
      title={r.say(w.paperTitle)}
      lead={r.say(w.opinionPaperLead)}
      paper={paper}
      given={filled?.given ?? new Map()}
      errors={filled?.errors ?? new Map()}
      action={paths.opinionPaper(scene.session.id)}
      back={{ href: paths.evaluation(scene.session.id), text: r.say(pages.evaluation) }}
      typed
      once={false}
    />,
    status,
  );
}

async function showOpinion(r: Request): Promise<Reply> {
  const scene = await sceneOf(r.db, r.actor, param(r, "id"), r.today);
  const test = evaluationTest(scene);
  return opinionPage(r, scene, await blankPaper(r.db, putting(r, test.version, test.id)));
}

async function keepTypedOpinion(r: Write): Promise<Reply> {
  const scene = await conductedScene(r);
  const test = evaluationTest(scene);
  const filled = await filledPaper(r.act.tx as never, putting(r, test.version, test.id), r.form, r.say);
  const errors = new Map([...filled.errors].filter(([path]) => filled.given.has(path)));
  if (r.form.text(LANGUAGE_FIELD) !== "") return opinionPage(r, scene, filled.paper, { ...filled, errors: new Map() });
  // A blank paper says nothing and would still count as an answer.
  if (errors.size > 0 || filled.given.size === 0) return opinionPage(r, scene, filled.paper, filled, 422);
  await keepOpinion(r.act, test, null, answeredIn(filled), "paper");
  return go(`${paths.evaluation(scene.session.id)}?done=kept`);
}

export const writeRoutes: readonly Route[] = [
  act(paths.open(":id"), "signed-in", open),
  act(paths.remind(":id", ":kind"), "signed-in", sendReminders),
  page(paths.paper(":id", ":testId", ":enrolmentId"), "signed-in", showPaper),
  act(paths.paper(":id", ":testId", ":enrolmentId"), "signed-in", keepPaper),
  act(paths.takeBack(":resultId"), "signed-in", takePaperBack),
  page(paths.opinionPaper(":id"), "signed-in", showOpinion),
  act(paths.opinionPaper(":id"), "signed-in", keepTypedOpinion),
];
