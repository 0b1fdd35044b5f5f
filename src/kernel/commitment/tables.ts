/** The tables of the schema "commitment", written from the database by tools/tables.ts; edit the migrations instead. */


export interface CommitmentTable {
  id: string;
  kind: string;
  about: string;
  what: string;
  language: string;
  measure_of_success: string | null;
  person: string | null;
  post: string | null;
  organisation: string;
  verifier: string | null;
  due: string;
  state: string;
  barrier: string | null;
  recorded_at: Date;
}

export interface EvidenceTable {
  id: string;
  commitment: string;
  day: string;
  text: string;
  language: string;
  file: string | null;
  certainty: string;
  post: string | null;
  recorded_at: Date;
}

export interface ReadingTable {
  id: string;
  commitment: string;
  step: string;
  side: string;
  due: string;
  token: string;
  answer: string | null;
  barrier: string | null;
  note: string | null;
  language: string | null;
  channel: string | null;
  post: string | null;
  person: string | null;
  asked_person: string | null;
  asked_at: Date | null;
  reminded_at: Date | null;
  answered_at: Date | null;
  lapsed_at: Date | null;
}

/** The tables of "commitment" by their qualified names. */
export interface CommitmentTables {
  "commitment.commitment": CommitmentTable;
  "commitment.evidence": EvidenceTable;
  "commitment.reading": ReadingTable;
}
