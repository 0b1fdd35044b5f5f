/** Sessions and enrolments as other modules and the pages know them. */
import type { Day } from "#kernel/calendar/day.ts";
import type { GatheringMode } from "#kernel/gathering/gatherings.ts";
import type { EnrolmentState, SessionState } from "./flows.ts";

/** Kinds of this module's records. */
export const SESSION = "sessions.session";
export const ENROLMENT = "sessions.enrolment";

export type Mode = GatheringMode;
export type Outcome = "competent" | "attended_only" | "absent";

/** Who teaches a session, and whether she has said that she comes. */
export interface TrainerFacts {
  readonly post: string | null;
  readonly person: string;
  readonly name: string;
  readonly state: "named" | "invited" | "confirmed" | "declined";
}

/** What other modules know of a session. */
export interface SessionFacts {
  readonly id: string;
  /** Short, as people read it aloud. */
  readonly reference: string;
  readonly title: string;
  readonly language: string;
  readonly course: string;
  /** The association, or whoever hosts it. */
  readonly organisation: string;
  readonly state: SessionState;
  readonly mode: Mode;
  readonly from: Day;
  readonly to: Day;
  readonly place: string | null;
  /** Name of the region (the territory above the members') that the place lies in. */
  readonly province: string | null;
  readonly region: string | null;
  readonly territory: string | null;
  readonly planLine: string | null;
  /** Why it is held when no line of a plan is behind it. */
  readonly mandate: string | null;
  readonly trainers: readonly TrainerFacts[];
  readonly places: number;
  readonly groups: readonly string[];
  readonly gathering: string;
  /** Codes of the lists `modality`, `capacity_domain` and `funding_source`. */
  readonly modality: string;
  readonly domain: string | null;
  readonly programme: string | null;
  readonly funder: string | null;
}

/** What other modules know of one person's enrolment, with post, organisation and age band as they were then. */
export interface EnrolmentFacts {
  readonly id: string;
  readonly session: string;
  readonly person: string;
  readonly personName: string;
  readonly sex: "F" | "M" | null;
  readonly ageBand: string | null;
  readonly post: string | null;
  readonly postType: string | null;
  /** The body of the post: a district, or a sector in it. */
  readonly organisation: string;
  readonly organisationName: string;
  /** The organisation whose seat it is: the one that named her. */
  readonly entity: string;
  readonly entityName: string;
  readonly tier: string | null;
  readonly learner: "new" | "returning";
  readonly state: EnrolmentState;
  /** Stays when the state goes on to `applied`. */
  readonly outcome: Outcome | null;
  readonly mode: "physical" | "online";
  readonly supervisor: string | null;
}
