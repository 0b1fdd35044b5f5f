/** The forms of one organisation in a round: evidence, confirmation, moderation and the reply it signs. */
import { act, page, type Route } from "#kernel/access/route.ts";
import { codesOf, hasCode } from "#kernel/pack/lookup.ts";
import { domainsOf } from "#kernel/questionnaire/capacity.ts";
import { modelOf } from "#kernel/questionnaire/store.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { fileFacts, streamFile } from "#platform/files/store.ts";
import type { Form } from "#platform/http/form.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { moderateLevel, recordEvidence, validateAnswers } from "./actions-evidence.ts";
import { replyToResult } from "./actions-reply.ts";
import { param, type Request, type Write } from "#kernel/access/asked.ts";
import { isWithheld, readPart } from "./ask.ts";
import { compareSources } from "./compare.ts";
import { RULES } from "./due.ts";
import { readComment, readEvidence, readReplies } from "./evidence-form.ts";
import { datePartsOf, decimalFrom, note, partsOfDay, reading, textIn } from "#kernel/access/fields.ts";
import { paths } from "./paths.ts";
import { coverageOf, evidenceOf, moderationsOf, sourcesOf } from "./queries-answers.ts";
import { needsFound } from "./queries-needs.ts";
import { verbs } from "./rules.ts";
import type { Participation, Round } from "./schema.ts";
import { EvidenceFormView, ModerateView, ValidateView } from "./views/evidence.tsx";
import { ReplyView } from "./views/reply.tsx";
import { w as fields } from "./words-fields.ts";
import { p } from "./problems.ts";

async function fewestOf(r: Request): Promise<number> {
  return numberOf(await ruleSetFor(r.db, RULES, r.today), "minimum_respondents");
}

async function fieldsOf(r: Request, round: Round): Promise<string[]> {
  return round.version === null
    ? codesOf(r.pack, "capacity_domain").map((code) => code.code)
    : domainsOf(await modelOf(r.db, round.version));
}

async function postTypesOf(r: Request, round: Round, part: Participation): Promise<string[]> {
  return [...new Set((await coverageOf(r.db, round.id, new Set([part.organisation]))).map((row) => row.postType))];
}

async function showEvidence(r: Request, form?: Form, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const { round, part } = await readPart(r, verbs.record);
  const heldOn = form === undefined ? partsOfDay(r.today) : datePartsOf(form, "held");
  return show(
    <EvidenceFormView
      shell={r.shell}
      round={round}
      part={part}
      values={form?.values() ?? {}}
      problems={problems}
      heldOn={heldOn}
      domains={await fieldsOf(r, round)}
      postTypes={await postTypesOf(r, round, part)}
    />,
    problems.length > 0 ? 422 : 200,
  );
}

async function record(r: Write): Promise<Reply> {
  const { round, part } = await readPart(r, verbs.record);
  const reader = reading(r.form);
  const evidence = readEvidence(reader, {
    round: round.id,
    organisation: part.organisation,
    pack: r.pack,
    domains: await fieldsOf(r, round),
    postTypes: await postTypesOf(r, round, part),
    today: r.today,
    language: r.language,
  });
  if (reader.problems.length > 0) return showEvidence(r, r.form, reader.problems);
  await recordEvidence(r.act, evidence);
  return go(paths.organisation(round.id, part.organisation));
}

async function evidenceFile(r: Request): Promise<Reply> {
  const { round, part } = await readPart(r, verbs.read);
  if (isWithheld(r, round, part)) throw new Problem(p.noOrganisation);
  const row = (await evidenceOf(r.db, round.id, part.organisation)).find((one) => one.id === param(r, "interviewId"));
  const facts = row?.file == null ? undefined : (await fileFacts(r.db, [row.file])).get(row.file);
  if (facts === undefined) throw new Problem(p.noOrganisation);
  return download(facts.name, facts.mediaType, streamFile(r.db, facts) as unknown as AsyncIterable<Uint8Array>);
}

async function showValidate(r: Request, form?: Form, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const { round, part } = await readPart(r, verbs.validate);
  return show(
    <ValidateView shell={r.shell} round={round} part={part} values={form?.values() ?? {}} problems={problems} />,
    problems.length > 0 ? 422 : 200,
  );
}

async function validate(r: Write): Promise<Reply> {
  const { round, part } = await readPart(r, verbs.validate);
  const reader = reading(r.form);
  const comment = readComment(reader, "note");
  const consent = r.form.text("consent");
  if (reader.problems.length > 0) return showValidate(r, r.form, reader.problems);
  await validateAnswers(r.act, {
    round: round.id,
    organisation: part.organisation,
    note: comment,
    language: r.language,
    consent: hasCode(r.pack, "consent", consent) ? consent : null,
  });
  return go(paths.organisation(round.id, part.organisation));
}

async function showModerate(r: Request, form?: Form, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const { round, part } = await readPart(r, verbs.moderate);
  if (isWithheld(r, round, part)) throw new Problem(p.noOrganisation);
  const fewest = await fewestOf(r);
  const line = compareSources((await sourcesOf(r.db, round.id, new Set([part.organisation]))).get(part.organisation) ?? [], fewest).find(
    (one) => one.domain === param(r, "domain"),
  );
  if (line === undefined) throw new Problem(p.noEvidence);
  const known = (await moderationsOf(r.db, round.id, new Set([part.organisation]))).find((one) => one.domain === line.domain);
  const values = form?.values() ?? { level: known === undefined ? "" : String(known.current), reason: known?.reason ?? "" };
  return show(
    <ModerateView
      shell={r.shell}
      round={round}
      part={part}
      domain={line.domain}
      line={line}
      fewest={fewest}
      values={values}
      problems={problems}
    />,
    problems.length > 0 ? 422 : 200,
  );
}

async function moderate(r: Write): Promise<Reply> {
  const { round, part } = await readPart(r, verbs.moderate);
  if (isWithheld(r, round, part)) throw new Problem(p.noOrganisation);
  const reader = reading(r.form);
  const level = decimalFrom(r.form.text("level"));
  if (level === null || level < 1 || level > 5) note(reader, "level", fields.levelBetween);
  const reason = textIn(reader, "reason", fields.sayReason);
  if (reader.problems.length > 0 || level === null) return showModerate(r, r.form, reader.problems);
  await moderateLevel(r.act, {
    round: round.id,
    organisation: part.organisation,
    domain: param(r, "domain"),
    current: level,
    reason,
    language: r.language,
  });
  return go(paths.organisation(round.id, part.organisation));
}

async function showReply(r: Request, form?: Form, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const { round, part } = await readPart(r, verbs.reply);
  if (round.state !== "shared" || part.state !== "shared") return go(paths.organisation(round.id, part.organisation));
  const needs = (await needsFound(r.db, round.id, part.organisation)).filter((need) => need.state === "shared");
  return show(
    <ReplyView shell={r.shell} round={round} part={part} needs={needs} values={form?.values() ?? {}} problems={problems} />,
    problems.length > 0 ? 422 : 200,
  );
}

async function sendReply(r: Write): Promise<Reply> {
  const { round, part } = await readPart(r, verbs.reply);
  const needs = (await needsFound(r.act.tx, round.id, part.organisation)).filter((need) => need.state === "shared");
  const reader = reading(r.form);
  const replies = readReplies(reader, needs);
  const comment = readComment(reader, "comment");
  if (reader.problems.length > 0) return showReply(r, r.form, reader.problems);
  await replyToResult(r.act, { round: round.id, organisation: part.organisation, replies, comment, language: r.language });
  return go(paths.organisation(round.id, part.organisation));
}

const ORG = ":organisationId";

export const evidenceRoutes: readonly Route[] = [
  page(paths.evidence(":id", ORG), verbs.record, (r: Request) => showEvidence(r)),
  act(paths.evidence(":id", ORG), verbs.record, record, { maxBody: 6 * 1024 * 1024 }),
  page(paths.evidenceFile(":id", ORG, ":interviewId"), verbs.read, evidenceFile),
  page(paths.validate(":id", ORG), verbs.validate, (r: Request) => showValidate(r)),
  act(paths.validate(":id", ORG), verbs.validate, validate),
  page(paths.moderate(":id", ORG, ":domain"), verbs.moderate, (r: Request) => showModerate(r)),
  act(paths.moderate(":id", ORG, ":domain"), verbs.moderate, moderate),
  page(paths.reply(":id", ORG), verbs.reply, (r: Request) => showReply(r)),
  act(paths.reply(":id", ORG), verbs.reply, sendReply),
];
