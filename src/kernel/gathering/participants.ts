/** Who is expected at a gathering: each with a token for her own page and QR, and a short code that is read out at the door. */
import { randomBytes, randomInt } from "node:crypto";
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Db } from "#platform/db/handle.ts";
import type { GatheringTables } from "./tables.ts";

export { codeOf, personalPath } from "./addresses.ts";

/** Somebody expected. The id is the id of the record that invites her (an enrolment). */
export interface NewParticipant {
  readonly id: string;
  readonly person: string;
  readonly post: string | null;
  readonly organisation: string | null;
  readonly mode: "physical" | "online";
}

/** A participant as lists show her. `name` and `sex` follow a merged person. */
export interface Participant extends NewParticipant {
  readonly gathering: string;
  readonly name: string;
  readonly sortName: string;
  readonly token: string;
  readonly code: string;
  readonly state: "expected" | "withdrawn";
  readonly organisationName: string | null;
  readonly postType: string | null;
}

// Without signs that are mistaken for others when they are read aloud or written by hand.
const SIGNS = "ABCDEFGHJKLMNPQRTUVWXY346789";

function newCode(taken: Set<string>): string {
  for (;;) {
    const code = Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join("");
    if (taken.has(code)) continue;
    taken.add(code);
    return code;
  }
}

/**
 * Expects people, in one statement; somebody who was withdrawn is expected again under her old token and code.
 * Returns token and code by id. The caller’s own journal entry tells of it.
 */
export async function expectParticipants(
  act: Act<GatheringTables>,
  gathering: string,
  people: readonly NewParticipant[],
): Promise<ReadonlyMap<string, { readonly token: string; readonly code: string }>> {
  if (people.length === 0) return new Map();
  const before = await act.tx.selectFrom("gathering.participant").select("code").where("gathering", "=", gathering).execute();
  const taken = new Set(before.map((row) => row.code));
  const rows = people.map((person) => ({
    id: person.id,
    gathering,
    person: person.person,
    post: person.post,
    organisation: person.organisation,
    token: randomBytes(16).toString("base64url"),
    code: newCode(taken),
    mode: person.mode,
    state: "expected",
    recorded_at: act.now,
  }));
  const { rows: kept } = await sql<{ id: string; token: string; code: string }>`
    insert into gathering.participant
    select * from jsonb_populate_recordset(null::gathering.participant, ${JSON.stringify(rows)}::jsonb)
    on conflict (id) do update set state = 'expected', mode = excluded.mode, post = excluded.post, organisation = excluded.organisation
    returning id, token, code`.execute(act.tx);
  return new Map(kept.map(({ id, token, code }) => [id, { token, code }]));
}

/** Takes people off the list; what was noted about them stays. The caller’s own journal entry tells of it. */
export async function withdrawParticipant(act: Act<GatheringTables>, ...ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await act.tx
    .updateTable("gathering.participant")
    .set({ state: "withdrawn" })
    .where("id", "in", [...ids])
    .execute();
}

const columns = sql.raw(`t.id, t.gathering, t.person, t.post, t.organisation, t.token, t.code, t.mode, t.state,
  p.full_name as name, p.sort_name as "sortName", coalesce(o.short_name, o.name) as "organisationName", s.post_type as "postType"`);
const joins = sql.raw(`join registry.person q on q.id = t.person join registry.person p on p.id = coalesce(q.merged_into, q.id)
  left join registry.organisation o on o.id = t.organisation left join registry.post s on s.id = t.post`);

/** Everyone expected at some gatherings, by name. One query. */
export async function participantsOf(db: Db<any>, gatherings: readonly string[]): Promise<readonly Participant[]> {
  const { rows } = await sql<Participant>`
    select ${columns} from gathering.participant t ${joins}
    where t.gathering = any(${[...gatherings]}::uuid[]) and t.state = 'expected'
    order by t.gathering, p.sort_name, t.id`.execute(db);
  return rows;
}

/** Participants by id, also those withdrawn. One query. */
export async function participantsByIds(db: Db<any>, ids: readonly string[]): Promise<ReadonlyMap<string, Participant>> {
  const { rows } = await sql<Participant>`
    select ${columns} from gathering.participant t ${joins} where t.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whose token this is, or undefined. One query. */
export async function participantByToken(db: Db<any>, token: string): Promise<Participant | undefined> {
  const { rows } = await sql<Participant>`select ${columns} from gathering.participant t ${joins} where t.token = ${token}`.execute(db);
  return rows[0];
}
