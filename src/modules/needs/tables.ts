/** The tables of the schema "needs", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Generated } from "kysely";
import type { Json, JsonWithDefault } from "#platform/db/json.ts";

export interface CellTable {
  round: string;
  member: string;
  organisation: string;
  post_type: string;
  domain: string;
  source: string;
  respondents: number;
  sum_gap: number;
  sum_gap_squared: number;
  sum_current: number;
  sum_desired: number;
  sum_importance: number;
  importance_respondents: number;
  causes: JsonWithDefault;
}

export interface InterviewTable {
  id: string;
  round: string;
  organisation: string;
  method: string;
  source: string;
  post_type: Generated<string>;
  held_on: string;
  people: number;
  women: number | null;
  consent: string;
  notes: string | null;
  language: string;
  held_by: string | null;
  file: string | null;
  recorded_at: Generated<Date>;
}

export interface InvitationTable {
  round: string;
  post: string;
  organisation: string;
  post_type: string;
  sitting: string | null;
  reminded_at: Date | null;
}

export interface ModerationTable {
  round: string;
  organisation: string;
  domain: string;
  current: string;
  reason: string;
  language: string;
  moderated_by: string | null;
  moderated_at: Generated<Date>;
}

export interface NeedTable {
  id: string;
  round: string | null;
  organisation: string;
  kind: string;
  domain: string;
  statement: string;
  language: string;
  desired: string | null;
  current: string | null;
  importance: string | null;
  reach: number | null;
  cost_minor: number | null;
  currency: string | null;
  cause: string | null;
  cause_share: string | null;
  causes: JsonWithDefault;
  bottleneck: Generated<boolean>;
  place: string | null;
  service: string | null;
  sufferers: string | null;
  measure: string | null;
  measure_value: string | null;
  measure_unit: string | null;
  measured_on: string | null;
  since: string | null;
  since_precision: string | null;
  post_types: Generated<string[]>;
  respondents: number | null;
  certainty: string;
  state: string;
  refusal: string | null;
  refusal_language: string | null;
  contest: string | null;
  contest_language: string | null;
  contest_answer: string | null;
  contest_answer_language: string | null;
  contest_answered_at: Date | null;
  accepted_at: Date | null;
  replied_at: Date | null;
  responded_at: Date | null;
  raised_by: string | null;
  raised_at: Generated<Date>;
}

export interface ParticipationTable {
  round: string;
  organisation: string;
  state: string;
  invited: Generated<number>;
  consent: string | null;
  validated_at: Date | null;
  validated_by: string | null;
  validation_note: string | null;
  validation_language: string | null;
  shared_at: Date | null;
  reply: string | null;
  reply_language: string | null;
  replied_at: Date | null;
  replied_by: string | null;
  sheet: string | null;
  paper_signed_on: string | null;
}

export interface RatingTable {
  year: number;
  member: string;
  round: string;
  id: string;
  organisation: string;
  source: string;
  sitting: string | null;
  interview: string | null;
  post_type: string;
  sex: string | null;
  years_in_post: number | null;
  domain: string;
  item: string;
  desired: number;
  current: number;
  importance: number | null;
  cause: string | null;
  strength: Generated<boolean>;
  bottleneck: string | null;
  evidence: string | null;
  confidence: string | null;
}

export interface ResponseTable {
  id: string;
  need: string;
  type: string;
  what: string;
  language: string;
  estimate_minor: number | null;
  currency: string | null;
  owner: string;
  due: string;
  state: string;
  addressee: string | null;
  note: string | null;
  raised_at: Generated<Date>;
  settled_at: Date | null;
}

export interface RoundTable {
  id: string;
  title: string;
  language: string;
  fiscal_year_start: string;
  kind: string;
  scope: string;
  purpose: string;
  whom: Generated<string>;
  what: Generated<string>;
  organisations: Generated<string[]>;
  methods: string[];
  groups: string[];
  version: string | null;
  previous: string | null;
  state: string;
  opens: string | null;
  closes: string | null;
  validate_by: string | null;
  reply_by: string | null;
  due: string | null;
  weights: Json;
  need_gap: string;
  share_consent: string;
  desired: JsonWithDefault;
  opened_by: string | null;
  created_at: Generated<Date>;
  closed_at: Date | null;
}

export interface StrengthTable {
  round: string;
  organisation: string;
  domain: string;
  current: string;
  respondents: number;
  named: Generated<number>;
}

/** The tables of "needs" by their qualified names. */
export interface NeedsTables {
  "needs.cell": CellTable;
  "needs.interview": InterviewTable;
  "needs.invitation": InvitationTable;
  "needs.moderation": ModerationTable;
  "needs.need": NeedTable;
  "needs.participation": ParticipationTable;
  "needs.rating": RatingTable;
  "needs.response": ResponseTable;
  "needs.round": RoundTable;
  "needs.strength": StrengthTable;
}
