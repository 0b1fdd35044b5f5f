/** A person’s own tests: her list, her link without an account, and sending in what stands on one page. */
import { param, type Request, type Visit, type Write } from "#kernel/access/asked.ts";
import { act, page, type Route, type Writing } from "#kernel/access/route.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { startLink } from "#kernel/questionnaire/sitting.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { LANGUAGE_FIELD } from "#platform/ui/shell.tsx";
import { Problem } from "#platform/problems/problem.ts";
import { keepOpinion } from "./actions.ts";
import { answeredIn, blankPaper, filledPaper, sitThrough, type Filled, type Paper, type Putting } from "./answering.ts";
import { isOpen, ownTests, testsOfEnrolment, type OwnTest } from "./own.ts";
import { paths } from "./paths.ts";
import { p, refused } from "./problems.ts";
import { titleOf } from "./purpose.ts";
import { linkOf } from "./queries.ts";
import { purposeKind } from "./schema.ts";
import { AnswerView } from "./views/answer.tsx";
import { KIND_INTROS, KIND_NAMES, MineView } from "./views/mine.tsx";
import { w } from "./words-answer.ts";

type VisitWrite = Writing<any, Actor | null>;

const noticeOf = (r: Visit): string | null =>
  r.query.get("sent") === "evaluation" ? r.say(w.sentEvaluation) : r.query.get("sent") === "test" ? r.say(w.sentTest) : null;

async function mine(r: Request): Promise<Reply> {
  const tests = await ownTests(r.db, r.actor.person, r.today);
  const href = (own: OwnTest): string =>
    own.test.kind === "evaluation" ? paths.answer(own.test.id) : startLink(purposeKind(own.test.kind), own.test.id);
  const lead = r.say(w.mineLead, { open: tests.filter(isOpen).length });
  return show(<MineView shell={r.shell} title={r.say(w.mineTitle)} lead={lead} tests={tests} href={href} notice={noticeOf(r)} />);
}

async function byLink(r: Visit | VisitWrite, db: Visit["db"]): Promise<{ readonly token: string; readonly tests: readonly OwnTest[] }> {
  const token = param(r, "token");
  const link = await linkOf(db, token);
  if (link === undefined) throw new Problem(p.noLink);
  return { token, tests: await testsOfEnrolment(db, link.enrolment, r.today) };
}

async function link(r: Visit): Promise<Reply> {
  const { token, tests } = await byLink(r, r.db);
  const [first] = tests;
  if (first === undefined) throw new Problem(p.noLink);
  const lead = r.say(w.linkLead, { name: first.enrolment.personName });
  return show(
    <MineView
      shell={r.shell}
      title={first.session.title}
      lead={lead}
      tests={tests}
      href={(own) => paths.linkAnswer(token, own.test.id)}
      bare
      notice={noticeOf(r)}
    />,
  );
}

const putting = (r: Visit, own: OwnTest): Putting => ({
  version: own.test.version,
  // Dice must fall alike on every visit; of an evaluation nothing may hang on the person.
  seed: own.test.kind === "evaluation" ? own.test.id : own.enrolment.id,
  language: r.language,
  now: r.now,
});

interface Place {
  readonly action: string;
  readonly back: string;
  /** Reached by a personal link. */
  readonly bare: boolean;
}

function answerPage(r: Visit, own: OwnTest, paper: Paper, place: Place, filled?: Filled, status = 200): Reply {
  const test = r.say(KIND_NAMES[own.test.kind]);
  return show(
    <AnswerView
      shell={r.shell}
      title={r.say(w.testTitle, { test, session: own.session.title })}
      lead={r.say(KIND_INTROS[own.test.kind])}
      paper={paper}
      given={filled?.given ?? new Map()}
      errors={filled?.errors ?? new Map()}
      action={place.action}
      bare={place.bare}
      back={{ href: place.back, text: r.say(w.mineTitle) }}
      typed={false}
      once={own.test.kind !== "evaluation"}
    />,
    status,
  );
}

function openTest(tests: readonly OwnTest[], id: string): OwnTest {
  const own = tests.find((one) => one.test.id === id);
  if (own === undefined) throw new Problem(p.noTest);
  if (own.refusal !== null) throw refused(own.refusal);
  return own;
}

async function send(r: VisitWrite, own: OwnTest, place: Place): Promise<Reply> {
  const filled = await filledPaper(r.act.tx as never, putting(r, own), r.form, r.say);
  if (r.form.text(LANGUAGE_FIELD) !== "") return answerPage(r, own, filled.paper, place, { ...filled, errors: new Map() });
  if (filled.errors.size > 0) return answerPage(r, own, filled.paper, place, filled, 422);
  const { test, session, enrolment } = own;
  if (test.kind === "evaluation") {
    await keepOpinion(r.act, test, enrolment.id, answeredIn(filled), "web");
    return go(`${place.back}?sent=evaluation`);
  }
  await sitThrough(
    r.act,
    { test: { ...test, kind: test.kind }, title: titleOf(test, session), enrolment, channel: "web", happenedOn: r.today, enteredBy: null },
    filled,
  );
  return go(`${place.back}?sent=test`);
}

async function linkPage(r: Visit): Promise<Reply> {
  const { token, tests } = await byLink(r, r.db);
  const own = openTest(tests, param(r, "testId"));
  const place = { action: paths.linkAnswer(token, own.test.id), back: paths.link(token), bare: true };
  return answerPage(r, own, await blankPaper(r.db, putting(r, own)), place);
}

async function linkSend(r: VisitWrite): Promise<Reply> {
  const { token, tests } = await byLink(r, r.act.tx as never);
  const own = openTest(tests, param(r, "testId"));
  return send(r, own, { action: paths.linkAnswer(token, own.test.id), back: paths.link(token), bare: true });
}

/** An own evaluation is answered here; a test goes through the questionnaire’s own pages, which also work without signal. */
function evaluationOfMine(tests: readonly OwnTest[], id: string): OwnTest {
  const own = openTest(tests, id);
  if (own.test.kind !== "evaluation") throw new Problem(p.noTest);
  return own;
}

async function ownPage(r: Request): Promise<Reply> {
  const own = evaluationOfMine(await ownTests(r.db, r.actor.person, r.today), param(r, "testId"));
  return answerPage(r, own, await blankPaper(r.db, putting(r, own)), { action: paths.answer(own.test.id), back: paths.mine, bare: false });
}

async function ownSend(r: Write): Promise<Reply> {
  const own = evaluationOfMine(await ownTests(r.act.tx as never, r.actor.person, r.today), param(r, "testId"));
  return send(r, own, { action: paths.answer(own.test.id), back: paths.mine, bare: false });
}

export const ownRoutes: readonly Route[] = [
  page(paths.mine, "signed-in", mine),
  page(paths.answer(":testId"), "signed-in", ownPage),
  act(paths.answer(":testId"), "signed-in", ownSend),
  page(paths.link(":token"), "public", link),
  page(paths.linkAnswer(":token", ":testId"), "public", linkPage),
  act(paths.linkAnswer(":token", ":testId"), "public", linkSend),
];
