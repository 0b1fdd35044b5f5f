/** Writes between closing and moderation: evidence of other sources, confirmation by the organisation, and moderated levels. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { newId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { Language } from "#platform/i18n/text.ts";
import { storeFile } from "#platform/files/store.ts";
import type { Upload } from "#platform/http/form.ts";
import { MEDIA_TYPES, sniff } from "#platform/tabular/sniff.ts";
import { rate } from "./actions-answers.ts";
import { sourcesOf } from "./queries-answers.ts";
import { theParticipation, theRound } from "./queries.ts";
import type { Rating } from "./tally.ts";
import { p } from "./problems.ts";

/** An interview, a focus group, a document, data, or a comparison, with the ratings it supports. */
export interface NewEvidence {
  readonly round: string;
  readonly organisation: string;
  readonly method: string;
  readonly source: string;
  readonly postType: string;
  readonly heldOn: Day;
  readonly people: number;
  readonly women: number | null;
  readonly consent: string;
  readonly notes: string | null;
  readonly language: Language;
  readonly file: Upload | null;
  readonly ratings: readonly Rating[];
}

const EVIDENCE_STATES = new Set(["open", "validation"]);
/** Kinds of file that evidence comes in. */
const KEPT = new Set(["pdf", "png", "jpeg", "webp", "docx", "odt", "xlsx", "ods", "csv", "text", "pptx"]);

/** True when a file can be kept as evidence, told by its content. */
export function canKeep(file: Upload): boolean {
  return KEPT.has(sniff(file.bytes));
}

/** Keeps the file that came with evidence, by what its content is. */
async function keepFile(act: Act, interview: string, file: Upload | null): Promise<string | null> {
  if (file === null || file.bytes.length === 0) return null;
  return storeFile(act.tx, {
    name: file.name,
    mediaType: MEDIA_TYPES[sniff(file.bytes)],
    purpose: "needs_evidence",
    subject: { kind: "needs.interview", id: interview },
    uploadedBy: act.author.person,
    bytes: file.bytes,
  });
}

/** Records evidence. Its levels are kept apart from the respondents’ own, under their source. */
export async function recordEvidence(act: Act, given: NewEvidence): Promise<string> {
  const round = await theRound(act.tx, given.round, "share");
  if (!EVIDENCE_STATES.has(round.state)) throw new Problem(p.notValidating);
  await theParticipation(act.tx, given.round, given.organisation);
  const id = newId();
  const file = await keepFile(act, id, given.file);
  await act.tx
    .insertInto("needs.interview")
    .values({
      id,
      round: given.round,
      organisation: given.organisation,
      method: given.method,
      source: given.source,
      post_type: given.postType,
      held_on: given.heldOn,
      people: given.people,
      women: given.women,
      consent: given.consent,
      notes: given.notes,
      language: given.language,
      held_by: act.author.post,
      file,
      recorded_at: act.now,
    })
    .execute();
  const place = {
    round: given.round,
    member: given.organisation,
    organisation: given.organisation,
    postType: given.postType,
    source: given.source,
  };
  await rate(act, { ...place, sitting: null, interview: id, sex: null, yearsInPost: null }, given.ratings);
  await act.journal({
    kind: "needs.evidence.recorded",
    subject: { kind: "needs.round", id: given.round },
    member: given.organisation,
    payload: {
      interview: id,
      method: given.method,
      source: given.source,
      held_on: given.heldOn,
      people: given.people,
      domains: given.ratings.map((rating) => rating.domain),
    },
  });
  return id;
}

/** The organisation confirms who answered for it, with a comment if it has one, and may narrow who sees its result. */
export async function validateAnswers(
  act: Act,
  given: {
    readonly round: string;
    readonly organisation: string;
    readonly note: string;
    readonly language: Language;
    readonly consent: string | null;
  },
): Promise<void> {
  const round = await theRound(act.tx, given.round, "share");
  const part = await theParticipation(act.tx, given.round, given.organisation, true);
  if (round.state !== "validation" || part.state !== "invited") throw new Problem(p.notValidating);
  await act.tx
    .updateTable("needs.participation")
    .set({
      state: "validated",
      validated_at: act.now,
      validated_by: act.author.post,
      validation_note: given.note === "" ? null : given.note,
      validation_language: given.language,
      consent: given.consent,
    })
    .where("round", "=", given.round)
    .where("organisation", "=", given.organisation)
    .execute();
  await act.journal({
    kind: "needs.answers.validated",
    subject: { kind: "needs.round", id: given.round },
    member: given.organisation,
    payload: { answered: part.answered, invited: part.invited, commented: given.note !== "", consent: given.consent ?? round.shareConsent },
  });
}

/** Sets the level of a field after looking at all sources; the reason is printed beside the respondents’ own figure, which stays. */
export async function moderateLevel(
  act: Act,
  given: {
    readonly round: string;
    readonly organisation: string;
    readonly domain: string;
    readonly current: number;
    readonly reason: string;
    readonly language: Language;
  },
): Promise<void> {
  const round = await theRound(act.tx, given.round, "share");
  if (round.state !== "validation") throw new Problem(p.notValidating);
  await theParticipation(act.tx, given.round, given.organisation, true);
  const sources = (await sourcesOf(act.tx, given.round, new Set([given.organisation]))).get(given.organisation) ?? [];
  const heard = sources.filter((cell) => cell.domain === given.domain);
  if (heard.length === 0) throw new Problem(p.noEvidence);
  await sql`
    insert into needs.moderation (round, organisation, domain, current, reason, language, moderated_by, moderated_at)
    values (${given.round}, ${given.organisation}, ${given.domain}, ${given.current}, ${given.reason}, ${given.language}, ${act.author.post}, ${act.now})
    on conflict (round, organisation, domain) do update set current = excluded.current, reason = excluded.reason, language = excluded.language,
      moderated_by = excluded.moderated_by, moderated_at = excluded.moderated_at`.execute(act.tx);
  await act.journal({
    kind: "needs.level.moderated",
    subject: { kind: "needs.round", id: given.round },
    member: given.organisation,
    payload: {
      domain: given.domain,
      to: given.current,
      heard: heard.map((cell) => ({ source: cell.source, current: Math.round(cell.current * 100) / 100 })),
    },
    personal: { reason: given.reason },
  });
}
