/** The tables of the schema "followups", written from the database by tools/tables.ts; edit the migrations instead. */


export interface TaskTable {
  id: string;
  enrolment: string;
  session: string;
  course: string;
  person: string;
  post: string | null;
  entity: string;
  organisation: string;
  token: string;
  asked_at: Date | null;
  reminded_at: Date | null;
  written_at: Date | null;
  typed_by: string | null;
  told_at: Date | null;
  recorded_at: Date;
}

/** The tables of "followups" by their qualified names. */
export interface FollowupsTables {
  "followups.task": TaskTable;
}
