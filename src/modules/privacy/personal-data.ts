/** What this module itself holds about people. Answers to requests are kept by law for a while: they prove that one was given. */
import { sql } from "kysely";
import type { PersonalData } from "#kernel/access/module.ts";
import type { Db, Tx } from "#platform/db/handle.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { w } from "./words-duties.ts";

type Rows = readonly Readonly<Record<string, unknown>>[];

async function rowsOf(db: Db<any>, query: ReturnType<typeof sql>): Promise<Rows> {
  return (await query.execute(db)).rows as Rows;
}

async function countOf(tx: Tx<any>, query: ReturnType<typeof sql>): Promise<number> {
  return Number((await query.execute(tx)).numAffectedRows ?? 0);
}

const GONE = "–";

const requests: PersonalData = {
  table: "privacy.subject_request",
  columns: [
    "requester",
    "reach",
    "wish",
    "language",
    "kind",
    "state",
    "clock",
    "due_day",
    "received_at",
    "identity_how",
    "identity_at",
    "decision",
    "answer",
    "answered_at",
  ],
  purpose: "information_request",
  title: w.ownRequests,
  collect: (db, person) =>
    rowsOf(
      db,
      sql`select received_at, kind, wish, state, decision, answer, answered_at from privacy.subject_request where person = ${person} order by received_at`,
    ),
  // Who asked and what is forgotten; that somebody asked, when, and whether the answer came in time stays for the statistics.
  expire: (tx, before: Day) =>
    countOf(
      tx,
      sql`update privacy.subject_request set person = null, requester = ${GONE}, reach = null, wish = ${GONE}, answer = null, identity_how = null
        where state in ('answered', 'withdrawn') and coalesce(answered_at, received_at) < ${before}::date and requester <> ${GONE}`,
    ),
};

const incidents: PersonalData = {
  table: "privacy.breach",
  columns: [
    "found_at",
    "reported_at",
    "what",
    "data_kinds",
    "people_estimate",
    "risk",
    "consequences",
    "measures",
    "state",
    "due_at",
    "notified_at",
    "notice",
    "late_reason",
    "people_told_at",
    "people_told_how",
    "closed_at",
    "closing_reason",
  ],
  purpose: "author",
  title: w.reported,
  collect: (db, person) =>
    rowsOf(db, sql`select reported_at, what, state from privacy.breach where reported_by = ${person} order by reported_at`),
};

const accesses: PersonalData = {
  table: "privacy.break_glass",
  columns: ["subject_kind", "subject", "reason", "opened_at", "until", "seen_at", "remark"],
  purpose: "author",
  title: w.accesses,
  collect: (db, person) =>
    rowsOf(
      db,
      sql`select opened_at, until, subject_kind, reason, seen_at, remark from privacy.break_glass where person = ${person} order by opened_at`,
    ),
};

export const personalData: readonly PersonalData[] = [requests, incidents, accesses];
