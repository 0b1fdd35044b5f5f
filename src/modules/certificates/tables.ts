/** The tables of the schema "certificates", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Json } from "#platform/db/json.ts";

export interface CertificateTable {
  id: string;
  number: string;
  code: string;
  session: string;
  enrolment: string;
  person: string;
  content: Json;
  content_hash: Buffer;
  state: string;
  replaces: string | null;
  withdrawn_why: string | null;
  withdrawn_note: string | null;
  withdrawn_at: Date | null;
  issued_on: string;
  issued_at: Date;
  post: string | null;
}

export interface ExceptionTable {
  id: string;
  session: string;
  enrolment: string;
  reason: string;
  language: string;
  state: string;
  asked_post: string | null;
  asked_person: string | null;
  decided_post: string | null;
  decided_person: string | null;
  answer: string | null;
  asked_at: Date;
  decided_at: Date | null;
}

/** The tables of "certificates" by their qualified names. */
export interface CertificatesTables {
  "certificates.certificate": CertificateTable;
  "certificates.exception": ExceptionTable;
}
