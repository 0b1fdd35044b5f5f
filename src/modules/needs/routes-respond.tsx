/** The pages that act on a need: responses, refusals, objections, and that it is met. */
import { act, page, type Route } from "#kernel/access/route.ts";
import { codesOf, postTypeOf } from "#kernel/pack/lookup.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import type { Form } from "#platform/http/form.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import type { Option } from "#platform/ui/forms.tsx";
import { answerContest } from "./actions-reply.ts";
import { addResponse, meetNeed, refuseNeed, stepResponse } from "./actions-response.ts";
import { asked, mustReach, param, type Request, type Write } from "#kernel/access/asked.ts";
import { readNeed } from "./ask.ts";
import { datePartsOf, note, reading, textIn } from "#kernel/access/fields.ts";
import { RESPONSE_STEPS } from "./flows.ts";
import { readResponse } from "./needs-form.ts";
import { paths } from "./paths.ts";
import { theResponse } from "./queries-needs.ts";
import { isTrainable, needsSkillCause, verbs } from "./rules.ts";
import type { Need } from "./schema.ts";
import { AnswerContestView, NotACourseView, RefuseView, RespondView } from "./views/respond.tsx";
import { w as fields } from "./words-fields.ts";
import { p } from "./problems.ts";

/** Posts that may answer for a response: those of the association and of the need’s organisation that steer or carry work. */
async function ownersOf(r: Request, found: Need): Promise<Option[]> {
  const roles = new Set([
    "capacity_manager",
    "training_coordinator",
    "advocacy_officer",
    "monitoring_officer",
    "executive_secretary",
    "hr_director",
    "planner",
    "finance_officer",
    "procurement_officer",
    "unit_director",
    "mayor",
    "vice_mayor",
    "information_officer",
    "complaint_officer",
  ]);
  const types = r.pack.postTypes.filter((type) => type.roles.some((role) => roles.has(role))).map((type) => type.code);
  const posts = await postsOn(r.db, { organisations: [r.association, found.organisation], postTypes: types, on: r.today });
  return posts.map((post) => ({
    value: post.post,
    text: `${r.say(postTypeOf(r.pack, post.postType).names)}, ${post.organisationName}${post.personName === null ? "" : ` (${post.personName})`}`,
  }));
}

async function needWithin(r: Request, verb: (typeof verbs)[keyof typeof verbs]): Promise<Need> {
  const found = await readNeed(r);
  await mustReach(r, verb, found.organisation);
  return found;
}

async function showRespond(r: Request, form?: Form, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const found = await needWithin(r, verbs.respond);
  const values = form?.values() ?? { type: asked(r, "type") ?? "" };
  const due = form === undefined ? {} : datePartsOf(form, "due");
  return show(
    <RespondView shell={r.shell} need={found} values={values} problems={problems} owners={await ownersOf(r, found)} due={due} />,
    problems.length > 0 ? 422 : 200,
  );
}

async function respond(r: Write): Promise<Reply> {
  const found = await needWithin(r, verbs.respond);
  const type = r.form.text("type");
  const isCourse = codesOf(r.pack, "response_type").some((code) => code.code === type) && needsSkillCause(r.pack, type);
  if (isCourse && !isTrainable(r.pack, found.cause)) return show(<NotACourseView shell={r.shell} need={found} />, 422);
  const owners = (await ownersOf(r, found)).map((owner) => String(owner.value));
  const reader = reading(r.form);
  const response = readResponse(reader, { need: found.id, pack: r.pack, owners, language: r.language });
  if (reader.problems.length > 0) return showRespond(r, r.form, reader.problems);
  await addResponse(r.act, response);
  return go(paths.need(found.id));
}

async function showRefuse(r: Request, form?: Form, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const found = await needWithin(r, verbs.refuse);
  return show(
    <RefuseView shell={r.shell} need={found} values={form?.values() ?? {}} problems={problems} />,
    problems.length > 0 ? 422 : 200,
  );
}

async function refuse(r: Write): Promise<Reply> {
  const found = await needWithin(r, verbs.refuse);
  const reader = reading(r.form);
  const reason = textIn(reader, "reason", fields.sayReason);
  if (reader.problems.length > 0) return showRefuse(r, r.form, reader.problems);
  await refuseNeed(r.act, { need: found.id, reason, language: r.language });
  return go(paths.need(found.id));
}

async function showContest(r: Request, form?: Form, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const found = await needWithin(r, verbs.answerContest);
  return show(
    <AnswerContestView shell={r.shell} need={found} values={form?.values() ?? {}} problems={problems} />,
    problems.length > 0 ? 422 : 200,
  );
}

async function settleContest(r: Write): Promise<Reply> {
  const found = await needWithin(r, verbs.answerContest);
  const reader = reading(r.form);
  const outcome = r.form.text("outcome");
  if (outcome !== "keep" && outcome !== "withdraw") note(reader, "outcome", fields.chooseOne);
  const answer = textIn(reader, "answer", fields.sayReason);
  if (reader.problems.length > 0) return showContest(r, r.form, reader.problems);
  await answerContest(r.act, { need: found.id, keep: outcome === "keep", answer, language: r.language });
  return go(paths.need(found.id));
}

async function meet(r: Write): Promise<Reply> {
  const found = await needWithin(r, verbs.meet);
  await meetNeed(r.act, found.id);
  return go(paths.need(found.id));
}

async function progress(r: Write): Promise<Reply> {
  const response = await theResponse(r.act.tx, param(r, "responseId"));
  const step = RESPONSE_STEPS.find((name) => name === r.form.text("step"));
  if (step === undefined || response.need !== param(r, "id")) throw new Problem(p.noNeed);
  await stepResponse(r.act, { response: response.id, step, note: r.form.text("note").slice(0, 2000) });
  return go(paths.need(response.need));
}

async function response(r: Request): Promise<Reply> {
  const found = await theResponse(r.db, param(r, "id"));
  return go(`${paths.need(found.need)}#response-${found.id}`);
}

export const responseRoutes: readonly Route[] = [
  page("/needs/responses/:id", "signed-in", response),
  page(paths.respond(":id"), verbs.respond, (r: Request) => showRespond(r)),
  act(paths.respond(":id"), verbs.respond, respond),
  page(paths.refuse(":id"), verbs.refuse, (r: Request) => showRefuse(r)),
  act(paths.refuse(":id"), verbs.refuse, refuse),
  page(paths.answerContest(":id"), verbs.answerContest, (r: Request) => showContest(r)),
  act(paths.answerContest(":id"), verbs.answerContest, settleContest),
  act(paths.meet(":id"), verbs.meet, meet),
  act(paths.response(":id", ":responseId"), verbs.progress, progress),
];
