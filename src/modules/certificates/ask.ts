/** What several handlers ask: the outcomes of the path’s session, its certificate, and what a row of outcomes says in words. */
import { type Request } from "#kernel/access/asked.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { holds, organisationsFor } from "#kernel/access/verb.ts";
import type { Db } from "#platform/db/handle.ts";
import { isId } from "#platform/db/ids.ts";
import type { Language, Say } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { formatPercent } from "#platform/ui/format.ts";
import { sessionReach } from "#modules/sessions";
import { outcomesOf, type OutcomeRow, type Outcomes } from "./outcomes.ts";
import { p } from "./problems.ts";
import { certificatesByIds } from "./queries.ts";
import { verbs } from "./rules.ts";
import type { Certificate } from "./schema.ts";
import { w } from "./words.ts";

/** The outcomes of the path’s session, as far as the actor may read them: others’ organisations are left out. */
export async function readOutcomes(r: Request, id = r.params["id"]): Promise<Outcomes> {
  if (!isId(id) || !(await sessionReach.read(r.db, r.actor, [id], r.today)).has(id)) throw new Problem(p.noSession);
  const outcomes = (await outcomesOf(r.db, [id])).get(id);
  if (outcomes === undefined) throw new Problem(p.noSession);
  const within = await organisationsFor(r.db, r.actor, verbs.read, r.today);
  const rows = outcomes.rows.filter(({ enrolment }) => holds(within, enrolment.organisation) || holds(within, enrolment.entity));
  return { ...outcomes, rows };
}

/** Which of some certificates the actor may read: her own, all of those who read all, her organisations’ people. Three queries. */
export async function readableCertificates(
  db: Db<any>,
  actor: Actor | null,
  certificates: readonly Certificate[],
  today: string,
  organisationOf: (
    enrolments: readonly string[],
  ) => Promise<ReadonlyMap<string, { readonly organisation: string; readonly entity: string }>>,
): Promise<readonly Certificate[]> {
  if (actor === null) return [];
  const within = await organisationsFor(db, actor, verbs.read, today);
  if (within === "all") return certificates;
  const places = await organisationOf(certificates.map((one) => one.enrolment));
  return certificates.filter((one) => {
    const place = places.get(one.enrolment);
    return one.person === actor.person || (place !== undefined && (within.has(place.organisation) || within.has(place.entity)));
  });
}

/** The certificate of the path. Whether the actor may read it is the caller’s to ask. */
export async function theCertificate(r: Request): Promise<Certificate> {
  const id = r.params["id"];
  const found = isId(id) ? (await certificatesByIds(r.db, [id])).get(id) : undefined;
  if (found === undefined) throw new Problem(p.noCertificate);
  return found;
}

/** A score as a percentage; the tests give percent. */
export const scoreText = (score: number | null, language: Language): string =>
  score === null ? "–" : formatPercent(score / 100, language, score % 1 === 0 ? 0 : 1);

/** Why the rule suggests an outcome, in words. */
export function becauseOf(say: Say, language: Language, row: OutcomeRow): string {
  const { known, suggestion } = row;
  const share = formatPercent(known.offered === 0 ? 0 : known.minutes / known.offered, language);
  const values = { share, attendance: known.attendanceMinimum, pass: known.passMark, score: scoreText(known.score, language) };
  switch (suggestion.because) {
    case "absent":
      return say(w.becauseAbsent);
    case "too_little":
      return say(w.becauseTooLittle, values);
    case "no_result":
      return say(w.becauseNoResult);
    case "not_passed":
      return say(w.becauseNotPassed, values);
    case "passed":
      return say(w.becausePassed, values);
    case "attended_enough":
      return say(w.becauseAttended, values);
    case "excepted":
      return say(w.becauseExcepted, { reason: row.exception?.reason ?? "" });
  }
}
