/** Writes of certificates: outcomes decided and papers issued in one step, exceptions asked for and decided, papers withdrawn and replaced. */
import { randomInt } from "node:crypto";
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { yearOf } from "#kernel/calendar/day.ts";
import { stepsOf } from "#kernel/flow/step.ts";
import { presenceRows } from "#kernel/gathering/presence.ts";
import { postTypeOf, postTypesWith } from "#kernel/pack/lookup.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import { peopleByIds } from "#kernel/registry/people.ts";
import { contentHash } from "#kernel/signature/sheet.ts";
import type { Language } from "#platform/i18n/text.ts";
import { newId, referenceOf } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import { coursesByIds, type CourseFacts } from "#modules/courses";
import { decideOutcomes, SESSION, sessionsByIds, type SessionFacts } from "#modules/sessions";
import { certificatesByIds, exceptionsByIds } from "./queries.ts";
import { decidable, outcomesOf, seenHash, type OutcomeRow, type Outcomes } from "./outcomes.ts";
import { p } from "./problems.ts";
import { certificateFlow, exceptionFlow, REISSUED, type ExceptionFacts } from "./rules.ts";
import {
  CERTIFICATE,
  EXCEPTION,
  type Certificate,
  type CertificateContent,
  type CertificateState,
  type Exception,
  type ExceptionState,
  type WithdrawnWhy,
} from "./schema.ts";

const SIGNS = "ABCDEFGHJKLMNPQRTUVWXY346789";

/** The code of a QR: three groups of four signs that cannot be confused, about 57 random bits. */
export function newCode(): string {
  const signs = Array.from({ length: 12 }, () => SIGNS[randomInt(SIGNS.length)]);
  return [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8)].map((group) => group.join("")).join("-");
}

/** Who signs certificates of a day: the head of the association’s secretariat, whoever holds the post then. */
export async function signatoryOn(act: Act<any>, association: string, day: string): Promise<CertificateContent["signatory"]> {
  const types = postTypesWith(act.pack, "secretary_general").map((type) => type.code);
  const posts = await postsOn(act.tx, { organisations: [association], postTypes: types, on: day });
  const head = posts.find((post) => post.person !== null) ?? posts[0];
  const names = postTypeOf(act.pack, head?.postType ?? types[0] ?? "").names;
  return { post: names, name: head?.personName ?? null };
}

/** One certificate to be issued. */
export interface ToIssue {
  readonly enrolment: string;
  readonly person: string;
  readonly name: string;
  readonly replaces?: string;
}

interface Issuing {
  readonly session: SessionFacts;
  readonly course: Pick<CourseFacts, "code" | "title" | "hours">;
  readonly signatory: CertificateContent["signatory"];
  /** The day that stands on the paper; today unless told. */
  readonly on?: string;
}

/** The rows of new certificates, with what stands on each. */
export function certificateRows(
  act: Act<any>,
  { session, course, signatory, on }: Issuing,
  people: readonly ToIssue[],
): Record<string, unknown>[] {
  const issuedOn = on ?? act.today;
  return people.map((one) => {
    const id = newId();
    const content: CertificateContent = {
      v: 1,
      number: `${yearOf(issuedOn)}-${act.pack.association.code}-${referenceOf(id)}`,
      name: one.name,
      course: { code: course.code, title: { en: course.title.en, fr: course.title.fr, rw: course.title.rw } },
      session: session.reference,
      from: session.from,
      to: session.to,
      hours: course.hours,
      issuer: act.pack.association.names.en,
      signatory: { post: { en: signatory.post.en, fr: signatory.post.fr, rw: signatory.post.rw }, name: signatory.name },
      issuedOn,
    };
    return {
      id,
      number: content.number,
      code: newCode(),
      session: session.id,
      enrolment: one.enrolment,
      person: one.person,
      content,
      content_hash: `\\x${Buffer.from(contentHash(content)).toString("hex")}`,
      state: "valid",
      replaces: one.replaces ?? null,
      issued_on: issuedOn,
      issued_at: act.now,
      post: act.author.post,
    };
  });
}

/** Inserts certificates, thousands in one statement. */
export async function insertCertificates(act: Act<any>, rows: readonly Record<string, unknown>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 2000)
    await sql`
      insert into certificates.certificate
      select * from jsonb_populate_recordset(null::certificates.certificate, ${JSON.stringify(rows.slice(at, at + 2000))}::jsonb)`.execute(
      act.tx,
    );
}

async function issue(act: Act<any>, outcomes: Outcomes, rows: readonly OutcomeRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { session, course } = outcomes;
  const signatory = await signatoryOn(act, session.organisation, act.today);
  const people = rows.map(({ enrolment }) => ({ enrolment: enrolment.id, person: enrolment.person, name: enrolment.personName }));
  await insertCertificates(act, certificateRows(act, { session, course, signatory }, people));
  await act.journal({
    kind: "certificates.issued",
    subject: { kind: SESSION, id: session.id },
    member: session.organisation,
    payload: { certificates: rows.length },
  });
}

async function takeBack(act: Act<any>, outcomes: Outcomes, rows: readonly OutcomeRow[]): Promise<void> {
  const ids = rows.flatMap((row) => row.certificate?.id ?? []);
  if (ids.length === 0) return;
  await sql`update certificates.certificate set state = 'withdrawn', withdrawn_why = 'outcome_changed', withdrawn_at = ${act.now}
    where id = any(${ids}::uuid[]) and state = 'valid'`.execute(act.tx);
  for (const id of ids)
    await act.journal({
      kind: "certificates.withdrawn",
      subject: { kind: CERTIFICATE, id },
      member: outcomes.session.organisation,
      payload: { why: "outcome_changed" },
    });
}

/** What confirming did. */
export interface Confirmed {
  readonly decided: number;
  readonly issued: number;
}

/**
 * Decides every outcome that the rule suggests and issues the certificates, in the act’s transaction. `seen` is the fingerprint of what the
 * page showed: when presence or results have changed since, nothing is written. Whoever calls it has checked that the actor may.
 */
export async function confirmOutcomes(act: Act<any>, session: string, seen: string): Promise<Confirmed> {
  await sql`select pg_advisory_xact_lock(hashtext(${`certificates.${session}`}))`.execute(act.tx);
  const outcomes = (await outcomesOf(act.tx, [session])).get(session);
  if (outcomes === undefined) throw new Problem(p.noSession);
  if (!outcomes.held) throw new Problem(p.notHeld);
  if (!outcomes.listClosed) throw new Problem(p.listOpen);
  const rows = decidable(outcomes);
  if (rows.length === 0) throw new Problem(p.nothingToDecide);
  if (seen !== seenHash(outcomes)) throw new Problem(p.changedMeanwhile);
  await decideOutcomes(
    act,
    session,
    rows.map((row) => ({
      enrolment: row.enrolment.id,
      outcome: row.suggestion.outcome ?? "attended_only",
      minutes: row.known.minutes,
    })),
  );
  const passed = rows.filter((row) => row.suggestion.outcome === "competent" && row.certificate === null);
  await takeBack(
    act,
    outcomes,
    rows.filter((row) => row.suggestion.outcome !== "competent"),
  );
  await issue(act, outcomes, passed);
  return { decided: rows.length, issued: passed.length };
}

/** Asks for an exception. Throws when the rule already says competent, she was not there, or one was asked for before. */
export async function askException(
  act: Act<any>,
  row: OutcomeRow,
  given: { readonly reason: string; readonly language: Language },
): Promise<string> {
  const before = row.exception !== null && row.exception.state !== "refused";
  if (before || row.suggestion.outcome !== "attended_only") throw new Problem(p.noExceptionNeeded);
  const id = newId();
  await sql`insert into certificates.exception (id, session, enrolment, reason, language, state, asked_post, asked_person, asked_at)
    values (${id}, ${row.enrolment.session}, ${row.enrolment.id}, ${given.reason}, ${given.language}, 'asked', ${act.author.post}, ${act.author.person},
      ${act.now})`.execute(act.tx);
  await act.journal({
    kind: "certificates.exception.asked",
    subject: { kind: EXCEPTION, id },
    member: row.enrolment.entity,
    payload: { enrolment: row.enrolment.id },
    personal: { reason: given.reason },
  });
  return id;
}

/** What an exception is decided on: who asked, who stood at the door or taught. Four queries. */
export async function exceptionFacts(act: Pick<Act<any>, "tx" | "today">, actor: Actor, exception: Exception): Promise<ExceptionFacts> {
  const session = (await sessionsByIds(act.tx, [exception.session])).get(exception.session);
  const rows = session === undefined ? [] : await presenceRows(act.tx, [session.gathering]);
  const took = actor.post !== null && rows.some((row) => row.post === actor.post);
  const teaches = session?.trainers.some((trainer) => trainer.person === actor.person && trainer.state !== "declined") ?? false;
  const { rows: own } = await sql<{ id: string }>`
    select t.id from gathering.participant t join registry.person q on q.id = t.person
    where t.id = ${exception.enrolment} and coalesce(q.merged_into, q.id) = ${actor.person}`.execute(act.tx);
  return {
    askedByActor: exception.askedPerson === actor.person || (exception.askedPost !== null && exception.askedPost === actor.post),
    tookAttendance: took || teaches,
    ownOutcome: own.length > 0,
  };
}

const exceptionSteps = stepsOf<Exception, ExceptionState, "grant" | "refuse", ExceptionFacts>({
  flow: exceptionFlow,
  table: "certificates.exception",
  read: async (act, id) => (await exceptionsByIds(act.tx, [id])).get(id),
  facts: exceptionFacts,
  // Whoever holds the verb holds it for every organisation: exceptions are the association’s own.
  organisation: () => null,
  member: () => null,
  notFound: () => new Problem(p.noException),
});

/** Grants or refuses an exception, with an answer in words. The outcome is confirmed by whoever decides outcomes, not by this. */
export function decideException(act: Act<any>, id: string, step: "grant" | "refuse", answer: string): Promise<void> {
  return exceptionSteps.step(act, id, step, () => ({
    set: { decided_post: act.author.post, decided_person: act.author.person, decided_at: act.now, answer },
    entry: { kind: `certificates.exception.${step === "grant" ? "granted" : "refused"}` },
  }));
}

const certificateSteps = stepsOf<Certificate, CertificateState, "withdraw", { readonly own: boolean }>({
  flow: certificateFlow,
  table: "certificates.certificate",
  read: async (act, id) => (await certificatesByIds(act.tx, [id])).get(id),
  facts: (_act, actor, certificate) => Promise.resolve({ own: certificate.person === actor.person }),
  organisation: () => null,
  member: () => null,
  notFound: () => new Problem(p.noCertificate),
});

/** Issues a certificate in place of a withdrawn one, with the name as the register has it now. Returns its id. */
async function reissue(act: Act<any>, old: Certificate): Promise<string | null> {
  const session = (await sessionsByIds(act.tx, [old.session])).get(old.session);
  const course = session === undefined ? undefined : (await coursesByIds(act.tx, [session.course])).get(session.course);
  const person = (await peopleByIds(act.tx, [old.person])).get(old.person);
  if (session === undefined || course === undefined || person === undefined) return null;
  const signatory = await signatoryOn(act, session.organisation, act.today);
  const one = { enrolment: old.enrolment, person: person.id, name: person.fullName, replaces: old.id };
  const rows = certificateRows(act, { session, course, signatory }, [one]);
  await insertCertificates(act, rows);
  const id = String(rows[0]?.["id"]);
  await act.journal({ kind: "certificates.reissued", subject: { kind: CERTIFICATE, id }, payload: { replaces: old.id } });
  return id;
}

/** Withdraws a certificate; when something on it was wrong, a new one takes its place. Returns the new one’s id. */
export async function withdrawCertificate(
  act: Act<any>,
  id: string,
  given: { readonly why: WithdrawnWhy; readonly note: string | null },
): Promise<string | null> {
  await certificateSteps.step(act, id, "withdraw", () => ({
    set: { withdrawn_why: given.why, withdrawn_note: given.note, withdrawn_at: act.now },
    entry: { kind: "certificates.withdrawn", payload: { why: given.why } },
  }));
  if (!(REISSUED as readonly string[]).includes(given.why)) return null;
  const old = (await certificatesByIds(act.tx, [id])).get(id);
  return old === undefined ? null : reissue(act, old);
}
