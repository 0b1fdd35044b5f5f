/** What other modules may know of sessions: facts by id, time, course and person, who may run them, and writing what came of them. */
export { module } from "./module.ts";
export { publicSessions, type PublicQuestion, type PublicSession } from "./public-sessions.ts";
export { paths as sessionPaths } from "./paths.ts";
export { ENROLMENT, SESSION, type EnrolmentFacts, type Outcome, type SessionFacts, type TrainerFacts } from "./schema.ts";
export type { EnrolmentState, SessionState } from "./flows.ts";
export {
  comingSessions,
  enrolmentsByIds,
  enrolmentsOf,
  enrolmentsOfPerson,
  sessionsByIds,
  sessionsWhere,
  type SessionQuestion,
} from "./public.ts";
export { decideOutcomes, enrolmentApplied, enrolmentsApplied, markAttendance, type Came, type Decided } from "./outcomes.ts";
export { sessionReach, visibleEnrolments } from "./reach.ts";
export { verbs } from "./rules.ts";
