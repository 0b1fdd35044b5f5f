/** The pages of outcomes: what the rule suggests, confirming it, and exceptions. */
import { may, param, type Request, type Write } from "#kernel/access/asked.ts";
import { act, page, type Route } from "#kernel/access/route.ts";
import { offers } from "#kernel/flow/flow.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import { listFile, fileLinks, type ListColumn } from "#platform/http/list-file.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { addressOf } from "#platform/http/address.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { enrolmentsByIds, sessionPaths, sessionReach, sessionsByIds } from "#modules/sessions";
import { askException, confirmOutcomes, decideException, exceptionFacts } from "./actions.ts";
import { becauseOf, readOutcomes } from "./ask.ts";
import { certificatesPdf } from "./certificate-pdf.ts";
import type { OutcomeRow, Outcomes } from "./outcomes.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { certificatesOf, exceptionsByIds } from "./queries.ts";
import { exceptionFlow, verbs } from "./rules.ts";
import type { Exception } from "./schema.ts";
import { AskExceptionView, ExceptionView } from "./views/exception.tsx";
import { OutcomesView } from "./views/outcomes.tsx";
import { w } from "./words.ts";
import { w as more } from "./words-more.ts";

/** True when the actor decides outcomes of this session: her verb, and the session is hers to run. */
async function decides(r: Request, session: string): Promise<boolean> {
  return may(r, verbs.decide) && (await sessionReach.run(r.db, r.actor, [session], r.today)).has(session);
}

async function outcomesPage(r: Request): Promise<Reply> {
  const outcomes = await readOutcomes(r);
  const { id } = outcomes.session;
  return show(
    <OutcomesView
      shell={r.shell}
      outcomes={outcomes}
      mayDecide={await decides(r, id)}
      sessionHref={sessionPaths.session(id)}
      downloads={fileLinks((format) => addressOf(paths.sessionFile(id), { format }), ["csv", "xlsx", "json"])}
    />,
  );
}

const COLUMNS = (r: Request): readonly ListColumn<OutcomeRow>[] => [
  { name: "person", head: w.person, cell: (row) => row.enrolment.personName },
  { name: "organisation", head: w.organisation, cell: (row) => row.enrolment.organisationName },
  {
    name: "attendance_percent",
    head: w.attendance,
    kind: { kind: "decimal", places: 1 },
    cell: ({ known }) => (known.offered === 0 ? 0 : Number(((known.minutes * 100) / known.offered).toFixed(1))),
  },
  { name: "test_percent", head: w.test, kind: { kind: "decimal", places: 1 }, cell: (row) => row.known.score },
  { name: "outcome", head: w.outcome, cell: (row) => r.say(w[row.decided ?? row.suggestion.outcome ?? "undecided"]) },
  { name: "decided", head: w.decided, cell: (row) => (row.decided === null ? "" : row.decided) },
  { name: "why", head: w.why, cell: (row) => becauseOf(r.say, r.language, row) },
  { name: "certificate", head: w.certificate, cell: (row) => row.certificate?.number ?? "" },
];

async function outcomesFile(r: Request): Promise<Reply> {
  const outcomes = await readOutcomes(r);
  return listFile(r, { name: `outcomes-${outcomes.session.reference}`, columns: COLUMNS(r), rows: outcomes.rows });
}

async function sessionPdf(r: Request): Promise<Reply> {
  const outcomes = await readOutcomes(r);
  const seen = new Set(outcomes.rows.map((row) => row.enrolment.id));
  const all = await certificatesOf(r.db, { sessions: [outcomes.session.id] });
  const valid = all.filter((one) => one.state === "valid" && seen.has(one.enrolment));
  if (valid.length === 0) throw new Problem(p.noCertificate);
  return download(`certificates-${outcomes.session.reference}.pdf`, "application/pdf", await certificatesPdf(valid, r.origin));
}

async function confirm(r: Write): Promise<Reply> {
  const { session }: Outcomes = await readOutcomes(r);
  if (!(await decides(r, session.id))) throw new Problem(p.noSession);
  await confirmOutcomes(r.act, session.id, r.form.text("seen"));
  return go(paths.session(session.id));
}

async function exceptedRow(r: Request): Promise<OutcomeRow> {
  const outcomes = await readOutcomes(r);
  const row = outcomes.rows.find((one) => one.enrolment.id === r.params["enrolmentId"]);
  if (row === undefined || !(await decides(r, outcomes.session.id))) throw new Problem(p.noSession);
  return row;
}

function askView(r: Request, row: OutcomeRow, again: { readonly reason?: string; readonly errors?: readonly FieldProblem[] } = {}) {
  const { enrolment } = row;
  const rule = becauseOf(r.say, r.language, row);
  return (
    <AskExceptionView
      shell={r.shell}
      session={enrolment.session}
      enrolment={enrolment.id}
      name={enrolment.personName}
      rule={rule}
      {...again}
    />
  );
}

const LONGEST = 1000;

async function ask(r: Write): Promise<Reply> {
  const row = await exceptedRow(r);
  const reason = r.form.text("reason");
  const wrong = reason === "" ? more.exceptMissing : reason.length > LONGEST ? more.tooLong : null;
  if (wrong !== null)
    return show(askView(r, row, { reason, errors: [{ field: "reason", text: wrong, values: { longest: LONGEST } }] }), 422);
  await askException(r.act, row, { reason, language: r.language });
  return go(paths.session(row.enrolment.session));
}

async function readException(r: Request): Promise<Exception> {
  const id = param(r, "id");
  const found = (await exceptionsByIds(r.db, [id])).get(id);
  const reads = may(r, verbs.grant) || (found !== undefined && (await decides(r, found.session)));
  if (found === undefined || !reads) throw new Problem(p.noException);
  return found;
}

async function exceptionPage(r: Request): Promise<Reply> {
  const exception = await readException(r);
  const session = (await sessionsByIds(r.db, [exception.session])).get(exception.session);
  const enrolment = (await enrolmentsByIds(r.db, [exception.enrolment])).get(exception.enrolment);
  const [asker] = exception.askedPost === null ? [] : await postsOn(r.db, { posts: [exception.askedPost], on: r.today });
  const facts = await exceptionFacts({ tx: r.db as never, today: r.today }, r.actor, exception);
  const offered = offers(exceptionFlow, exception.state, facts, { actor: r.actor });
  return show(
    <ExceptionView
      shell={r.shell}
      exception={exception}
      name={enrolment?.personName ?? "–"}
      session={{ id: exception.session, title: session?.title ?? "–" }}
      askedBy={asker === undefined ? "–" : r.say(postTypeOf(r.pack, asker.postType).names)}
      offers={offered.map(({ step, refusal }) => ({ step, refusal: refusal === null ? null : r.say(refusal.text, refusal.values) }))}
    />,
  );
}

async function decideIt(r: Write): Promise<Reply> {
  const exception = await readException(r);
  const step = r.form.text("step") === "grant" ? "grant" : "refuse";
  await decideException(r.act, exception.id, step, r.form.text("answer").slice(0, LONGEST));
  return go(paths.exception(exception.id));
}

export const outcomeRoutes: readonly Route[] = [
  page(paths.session(":id"), verbs.read, outcomesPage),
  page(paths.sessionFile(":id"), verbs.read, outcomesFile),
  page(paths.sessionPdf(":id"), verbs.read, sessionPdf),
  act(paths.decide(":id"), verbs.decide, confirm),
  page(paths.except(":id", ":enrolmentId"), verbs.except, async (r: Request) => show(askView(r, await exceptedRow(r)))),
  act(paths.except(":id", ":enrolmentId"), verbs.except, ask),
  page(paths.exception(":id"), "signed-in", exceptionPage),
  act(paths.exception(":id"), verbs.grant, decideIt),
];
