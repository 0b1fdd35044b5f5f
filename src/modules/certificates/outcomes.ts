/** Outcomes of sessions as they are decided: everybody who was expected, what is known of each, what the rule suggests, what was decided. */
import type { Db } from "#platform/db/handle.ts";
import type { RuleSet } from "#kernel/pack/pack.ts";
import { gatheringsByIds } from "#kernel/gathering/gatherings.ts";
import { presenceOf } from "#kernel/gathering/presence.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { canonicalJson } from "#methods/proofs/canonical.ts";
import { sha256, toHex, utf8 } from "#methods/proofs/encoding.ts";
import { coursesByIds, type CourseFacts } from "#modules/courses";
import { enrolmentsOf, sessionsByIds, type EnrolmentFacts, type Outcome, type SessionFacts } from "#modules/sessions";
import { testResultsOf } from "#modules/tests";
import { certificatesOf, exceptionsOf } from "./queries.ts";
import { suggest, type Known, type Suggestion } from "./rules.ts";
import type { Certificate, Exception } from "./schema.ts";

/** One person with what is known of her, what the rule suggests, and what was decided. */
export interface OutcomeRow {
  readonly enrolment: EnrolmentFacts;
  readonly known: Known;
  readonly suggestion: Suggestion;
  /** Null until it is decided. */
  readonly decided: Outcome | null;
  readonly certificate: Certificate | null;
  readonly exception: Exception | null;
}

/** A session with its outcomes. */
export interface Outcomes {
  readonly session: SessionFacts;
  readonly course: CourseFacts;
  readonly rows: readonly OutcomeRow[];
  readonly rule: { readonly attendance: number; readonly pass: number; readonly tested: boolean; readonly source: string };
  /** The days are over. */
  readonly held: boolean;
  /** The attendance list is closed: presence does not change any more. */
  readonly listClosed: boolean;
}

const HELD = new Set<string>(["delivered", "evaluated", "follow_up", "closed"]);
/** States of people who were expected in the room, or came. */
const EXPECTED = new Set<string>(["invited", "confirmed", "attended", "absent", "competent", "attended_only", "applied"]);

function rowOf(
  enrolment: EnrolmentFacts,
  known: Known,
  certificates: readonly Certificate[],
  exceptions: readonly Exception[],
): OutcomeRow {
  return {
    enrolment,
    known,
    suggestion: suggest(known),
    // “Absent” from the closed list is decided again here with the others, so that one hand confirms all.
    decided: enrolment.outcome,
    certificate: certificates.find((one) => one.enrolment === enrolment.id && one.state === "valid") ?? null,
    exception: exceptions.find((one) => one.enrolment === enrolment.id) ?? null,
  };
}

function ruleFor(rules: RuleSet, course: CourseFacts): Outcomes["rule"] {
  return {
    attendance: course.attendanceMinimum ?? numberOf(rules, "attendance_minimum"),
    pass: course.passMark ?? numberOf(rules, "pass_mark"),
    tested: course.postTest !== null,
    source: rules.source,
  };
}

/** Outcomes of some sessions by session. The rule is the one in force on each session’s last day. Ten queries and one for each such day. */
export async function outcomesOf(db: Db<any>, ids: readonly string[]): Promise<ReadonlyMap<string, Outcomes>> {
  const sessions = [...(await sessionsByIds(db, ids)).values()];
  const courses = await coursesByIds(db, [...new Set(sessions.map((session) => session.course))]);
  const gatherings = sessions.map((session) => session.gathering);
  const lists = await gatheringsByIds(db, gatherings);
  const enrolments = Map.groupBy(await enrolmentsOf(db, ids), (one) => one.session);
  const presence = new Map((await presenceOf(db, gatherings)).map((one) => [one.participant, one]));
  const results = new Map((await testResultsOf(db, ids)).map((one) => [one.enrolment, one]));
  const certificates = Map.groupBy(await certificatesOf(db, { sessions: ids }), (one) => one.session);
  const exceptions = Map.groupBy(await exceptionsOf(db, ids), (one) => one.session);
  const days = [...new Set(sessions.map((session) => session.to))];
  const rules = new Map<string, RuleSet>();
  for (const day of days) rules.set(day, await ruleSetFor(db, "training", day));
  return new Map(
    sessions.flatMap((session) => {
      const course = courses.get(session.course);
      const set = rules.get(session.to);
      if (course === undefined || set === undefined) return [];
      const rule = ruleFor(set, course);
      const asked = exceptions.get(session.id) ?? [];
      const rows = (enrolments.get(session.id) ?? [])
        .filter((one) => EXPECTED.has(one.state))
        .map((one) => {
          const there = presence.get(one.id);
          const result = results.get(one.id);
          const known: Known = {
            minutes: there?.minutes ?? 0,
            offered: there?.offered ?? 0,
            attendanceMinimum: rule.attendance,
            passMark: rule.pass,
            tested: rule.tested,
            score: result?.post ?? null,
            passed: result?.passed ?? null,
            excepted: asked.some((exception) => exception.enrolment === one.id && exception.state === "granted"),
          };
          return rowOf(one, known, certificates.get(session.id) ?? [], asked);
        });
      const listClosed = lists.get(session.gathering)?.closedAt != null;
      return [[session.id, { session, course, rows, rule, held: HELD.has(session.state), listClosed }] as const];
    }),
  );
}

/** Whose outcome confirming would decide now: the rule suggests one, and it is not the one decided already. */
export function decidable(outcomes: Outcomes): readonly OutcomeRow[] {
  return outcomes.rows.filter((row) => row.suggestion.outcome !== null && row.suggestion.outcome !== row.decided);
}

/** Who still has no outcome, and for whom the rule has none yet. */
export function waiting(outcomes: Outcomes): readonly OutcomeRow[] {
  return outcomes.rows.filter((row) => row.decided === null && row.suggestion.outcome === null);
}

/** A fingerprint of what the page showed, so that what is confirmed is what was seen. */
export function seenHash(outcomes: Outcomes): string {
  const shown = decidable(outcomes).map((row) => [row.enrolment.id, row.suggestion.outcome, row.known.minutes, row.known.score]);
  return toHex(sha256(utf8(canonicalJson(shown)))).slice(0, 16);
}
