/** Reads of certificates and exceptions: by id, by session, by person, by what stands on the paper, and as a list. */
import { containing } from "#platform/db/like.ts";
import { sql, type RawBuilder } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Certificate, CertificateState, Exception } from "./schema.ts";

const COLUMNS = sql`
  c.id, c.number, c.code, c.session, c.enrolment, coalesce(q.merged_into, q.id) as person, c.content, encode(c.content_hash, 'hex') as hash, c.state,
  c.replaces, (select n.id from certificates.certificate n where n.replaces = c.id) as "replacedBy", c.withdrawn_why as "withdrawnWhy",
  c.withdrawn_at as "withdrawnAt", c.issued_on as "issuedOn", c.issued_at as "issuedAt"`;
const FROM = sql`from certificates.certificate c join registry.person q on q.id = c.person`;

async function where(db: Db<any>, rest: RawBuilder<unknown>): Promise<readonly Certificate[]> {
  const { rows } = await sql<Certificate>`select ${COLUMNS} ${FROM} where ${rest}`.execute(db);
  return rows;
}

/** Certificates by id. One query. */
export async function certificatesByIds(db: Db<any>, ids: readonly string[]): Promise<ReadonlyMap<string, Certificate>> {
  const rows = await where(db, sql`c.id = any(${[...ids]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Every certificate of some people (merged doubles included) or some sessions, withdrawn ones too, newest first. One query. */
export function certificatesOf(
  db: Db<any>,
  ask: { readonly persons?: readonly string[]; readonly sessions?: readonly string[] },
): Promise<readonly Certificate[]> {
  return where(
    db,
    sql`true ${ask.persons === undefined ? sql`` : sql`and (q.id = any(${[...ask.persons]}::uuid[]) and q.merged_into is null or q.merged_into = any(${[...ask.persons]}::uuid[]))`}
      ${ask.sessions === undefined ? sql`` : sql`and c.session = any(${[...ask.sessions]}::uuid[])`}
      order by c.issued_on desc, c.content ->> 'name', c.id`,
  );
}

/** The certificate whose paper bears a number or a code, exactly. One query. */
export async function certificateOnPaper(db: Db<any>, text: string): Promise<Certificate | undefined> {
  return (await where(db, sql`c.number = ${text} or c.code = ${text}`))[0];
}

/** What a list of certificates asks for. `sessions`: those the reader may see; null: all. */
export interface CertificateQuestion {
  readonly within: "all" | ReadonlySet<string>;
  readonly state: CertificateState | null;
  readonly words: string | null;
  readonly from: Day | null;
  readonly sort: (typeof SORTS)[number];
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

export const SORTS = ["issued", "name", "number", "course"] as const;

const ORDER = {
  issued: sql`c.issued_on`,
  name: sql`lower(c.content ->> 'name')`,
  number: sql`c.number`,
  course: sql`lower(c.content -> 'course' -> 'title' ->> 'en')`,
} as const;

/** One page of certificates and how many there are. People are within reach by the organisation whose post they held when they came. Two queries. */
export async function listCertificates(
  db: Db<any>,
  ask: CertificateQuestion,
): Promise<{ readonly rows: readonly Certificate[]; readonly total: number }> {
  const condition = sql`true
    ${
      ask.within === "all"
        ? sql``
        : sql`and exists (select from registry.assignment a join registry.post s on s.id = a.post where a.person = c.person
            and s.organisation = any(${[...ask.within]}::uuid[]) and a.from_day <= c.issued_on and (a.to_day is null or a.to_day >= (c.content ->> 'from')::date))`
    }
    ${ask.state === null ? sql`` : sql`and c.state = ${ask.state}`}
    ${ask.from === null ? sql`` : sql`and c.issued_on >= ${ask.from}`}
    ${ask.words === null ? sql`` : sql`and (c.content ->> 'name' ilike ${containing(ask.words)} or c.number ilike ${containing(ask.words)})`}`;
  const direction = ask.descending ? sql`desc` : sql`asc`;
  const rows = await where(db, sql`${condition} order by ${ORDER[ask.sort]} ${direction}, c.id limit ${ask.limit} offset ${ask.offset}`);
  const counted = await sql<{ total: number }>`select count(*)::int as total ${FROM} where ${condition}`.execute(db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

const EXCEPTION_COLUMNS = sql`x.id, x.session, x.enrolment, x.reason, x.language, x.state, x.asked_post as "askedPost", x.asked_person as "askedPerson",
  x.decided_post as "decidedPost", x.answer, x.asked_at as "askedAt", x.decided_at as "decidedAt"`;

/** Exceptions of some sessions, the newest first. One query. */
export async function exceptionsOf(db: Db<any>, sessions: readonly string[]): Promise<readonly Exception[]> {
  const { rows } = await sql<Exception>`
    select ${EXCEPTION_COLUMNS} from certificates.exception x where x.session = any(${[...sessions]}::uuid[]) order by x.asked_at desc, x.id`.execute(
    db,
  );
  return rows;
}

/** Exceptions by id. One query. */
export async function exceptionsByIds(db: Db<any>, ids: readonly string[]): Promise<ReadonlyMap<string, Exception>> {
  const { rows } = await sql<Exception>`
    select ${EXCEPTION_COLUMNS} from certificates.exception x where x.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Every exception that waits for a decision. One query. */
export async function openExceptions(db: Db<any>): Promise<readonly Exception[]> {
  const { rows } = await sql<Exception>`
    select ${EXCEPTION_COLUMNS} from certificates.exception x where x.state = 'asked' order by x.asked_at, x.id limit 200`.execute(db);
  return rows;
}
