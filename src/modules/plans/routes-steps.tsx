/** The steps of a plan: those taken with a button, and the decisions of organs with their number, day and minutes. */
import { act, page, type Route, type Writing } from "#kernel/access/route.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { decisionsOf, OUTCOMES, type Outcome } from "#kernel/document/decisions.ts";
import { versionsOf } from "#kernel/document/versions.ts";
import { codesOf } from "#kernel/pack/lookup.ts";
import { isId } from "#platform/db/ids.ts";
import { fileFacts, storeFile, streamFile } from "#platform/files/store.ts";
import type { Form } from "#platform/http/form.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { MEDIA_TYPES, sniff } from "#platform/tabular/sniff.ts";
import { closePlan, goOn, inviteComments, recordDecision, startPlan, takeBack, type Decided } from "./actions-plan.ts";
import { abandonRevision, recordRevision, startRevision, submitRevision } from "./actions-running.ts";
import { param, type Request } from "#kernel/access/asked.ts";
import { readPlan } from "./ask.ts";
import { codeIn, datePartsOf, dayIn, note, reading, textIn } from "#kernel/access/fields.ts";
import { DECIDED, REASONED, PLAN_STEPS, type PlanStep } from "./flows.ts";
import { paths } from "./paths.ts";
import { verbs } from "./verbs.ts";
import { DecideView, ReasonView } from "./views/decide.tsx";
import { w } from "./words-plan.ts";
import { p } from "./problems.ts";

type Write = Writing<any, Actor>;

const stepOf = (r: Request): PlanStep => {
  const step = PLAN_STEPS.find((name) => name === param(r, "step"));
  if (step === undefined) throw new Problem(p.noPlan);
  return step;
};

async function showDecide(r: Request, form?: Form, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const found = await readPlan(r);
  const step = stepOf(r);
  const status = problems.length > 0 ? 422 : 200;
  const shared = { shell: r.shell, plan: found, step, problems };
  if (REASONED.includes(step)) return show(<ReasonView {...shared} values={form?.values() ?? {}} />, status);
  const organ = DECIDED[step];
  if (organ === undefined) throw new Problem(p.noPlan);
  const versions = found.document === null ? [] : await versionsOf(r.db, found.document);
  const values = form?.values() ?? { organ, outcome: step === "forward" ? "noted" : "" };
  return show(
    <DecideView {...shared} hash={versions[0]?.hash ?? null} values={values} day={form === undefined ? {} : datePartsOf(form, "on")} />,
    status,
  );
}

const SCANS = new Set<string>(["pdf", "jpeg", "png"]);

async function decided(r: Write): Promise<Reply> {
  const found = await readPlan(r);
  const step = stepOf(r);
  const reader = reading(r.form);
  const organ = codeIn(
    reader,
    "organ",
    codesOf(r.pack, "organ").map((code) => code.code),
    w.chooseOutcome,
  );
  const on = dayIn(reader, "on", w.sayDay);
  if (on !== null && on > r.today) note(reader, "on-day", w.sayDay);
  const number = textIn(reader, "number", w.sayNumber, 100);
  const outcome = codeIn(reader, "outcome", OUTCOMES, w.chooseOutcome) as Outcome;
  const reasons = textIn(reader, "reasons", outcome === "returned" ? w.sayReason : null);
  const upload = r.form.file("file");
  const sent = upload !== null && upload.bytes.byteLength > 0 ? upload : null;
  if (sent !== null && (!SCANS.has(sniff(sent.bytes)) || sent.bytes.byteLength > 10 * 1024 * 1024)) note(reader, "file", p.badFile.text);
  if (reader.problems.length > 0) return showDecide(r, r.form, reader.problems);
  const file =
    sent === null
      ? null
      : await storeFile(r.act.tx, {
          name: sent.name,
          mediaType: MEDIA_TYPES[sniff(sent.bytes)],
          purpose: "plan_decision",
          subject: { kind: "plans.plan", id: found.id },
          uploadedBy: r.actor.person,
          bytes: sent.bytes,
        });
  const made: Decided = { organ, on: on ?? r.today, number, outcome, reasons: reasons === "" ? null : reasons, language: r.language, file };
  if (step === "adoptRevision") await recordRevision(r.act, found.id, made);
  else if (step === "forward" || step === "endorse" || step === "confirm" || step === "adopt")
    await recordDecision(r.act, found.id, step, made);
  else throw new Problem(p.noPlan);
  return go(paths.plan(found.id));
}

const PLAIN: Readonly<Partial<Record<PlanStep, (r: Write, plan: string) => Promise<void>>>> = {
  compare: (r, id) => goOn(r.act, id, "compare"),
  write: (r, id) => goOn(r.act, id, "write"),
  invite: (r, id) => inviteComments(r.act, id),
  start: (r, id) => startPlan(r.act, id),
  revise: (r, id) => startRevision(r.act, id),
  submitRevision: (r, id) => submitRevision(r.act, id),
  takeBack: (r, id) => takeBack(r.act, id, r.form.text("reason")),
  abandonRevision: (r, id) => abandonRevision(r.act, id, r.form.text("reason")),
  close: (r, id) => closePlan(r.act, id, r.form.text("reason")),
};

async function step(r: Write): Promise<Reply> {
  const found = await readPlan(r);
  const name = stepOf(r);
  const work = PLAIN[name];
  if (work === undefined) throw new Problem(p.noPlan);
  if (REASONED.includes(name) && r.form.text("reason") === "") return showDecide(r, r.form, [{ field: "reason", text: w.sayReason }]);
  await work(r, found.id);
  return go(name === "revise" ? paths.revision(found.id) : paths.plan(found.id));
}

async function decisionFile(r: Request): Promise<Reply> {
  const found = await readPlan(r);
  const decision = (await decisionsOf(r.db, [found.id])).find((one) => one.id === param(r, "decisionId"));
  const facts = decision?.file ? (await fileFacts(r.db, [decision.file])).get(decision.file) : undefined;
  if (facts === undefined || !isId(param(r, "decisionId"))) throw new Problem(p.noPlan);
  return download(facts.name, facts.mediaType, streamFile(r.db, facts) as unknown as AsyncIterable<Uint8Array>);
}

export const stepRoutes: readonly Route[] = [
  page(paths.decide(":id", ":step"), verbs.read, (r: Request) => showDecide(r)),
  act(paths.decide(":id", ":step"), verbs.read, decided, { maxBody: 11 * 1024 * 1024 }),
  act(paths.step(":id", ":step"), verbs.read, step),
  page(paths.decisionFile(":id", ":decisionId"), verbs.read, decisionFile),
];
