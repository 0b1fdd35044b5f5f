/** Exceptional access: a confidential record opened for a few hours, with a reason that the data protection officer reads. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { p as flow } from "#kernel/flow/problems.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { rulesIn } from "#kernel/rules/versions.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p } from "./problems.ts";
import type { Tables } from "./schema.ts";

/** Shortest reason that somebody else can judge. */
const REASON_LEAST = 20;

/**
 * Opens a confidential record to the acting person until the rule set's hours have passed (`sign_in.break_glass_valid`).
 * Throws `privacy.reasonTooShort`. The caller shows what it protects only while `glassBroken` names the record.
 */
export async function breakGlass(
  act: Act<any>,
  record: { readonly kind: string; readonly id: string },
  reason: string,
): Promise<{ readonly until: Date }> {
  if (act.actor === null) throw new Error("Only a person can look at a record exceptionally.");
  if (reason.trim().length < REASON_LEAST) throw new Problem(p.reasonTooShort, { least: REASON_LEAST });
  const { tx } = act as Act<Tables>;
  const hours = numberOf(await ruleSetFor(rulesIn(tx), "sign_in", act.today), "break_glass_valid");
  const until = new Date(act.now.getTime() + hours * 3_600_000);
  const id = newId();
  await tx
    .insertInto("privacy.break_glass")
    .values({
      id,
      person: act.actor.person,
      post: act.actor.post,
      subject_kind: record.kind,
      subject: record.id,
      reason: reason.trim(),
      opened_at: act.now,
      until,
    })
    .execute();
  await act.journal({
    kind: "privacy.glass_broken",
    subject: record,
    payload: { access: id, until: until.toISOString() },
    personal: { reason: reason.trim() },
  });
  return { until };
}

/** Which of these records an actor has opened exceptionally and may still see. One query. */
export async function glassBroken(db: Db<any>, actor: Actor, ids: readonly string[], now: Date): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ subject: string }>`
    select distinct subject from privacy.break_glass where person = ${actor.person} and subject = any(${[...ids]}::uuid[]) and until > ${now}`.execute(
    db,
  );
  return new Set(rows.map((row) => row.subject));
}

/** One exceptional access as the officer sees it. */
export interface ListedAccess {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly postType: string | null;
  readonly organisation: string | null;
  readonly kind: string;
  readonly subject: string;
  readonly reason: string;
  readonly openedAt: Date;
  readonly until: Date;
  readonly seenAt: Date | null;
  readonly remark: string | null;
}

/** What a list of accesses is limited to and sorted by. */
export const ACCESSES_SHOWN = ["unread", "read"] as const;
export const ACCESS_SORTS = ["when"] as const;

/** One page of exceptional accesses, those nobody has looked at first. Two queries. */
export async function listAccesses(
  db: Db<Tables>,
  shown: (typeof ACCESSES_SHOWN)[number] | null,
  page: { readonly descending: boolean; readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: ListedAccess[]; readonly total: number }> {
  const where = shown === null ? sql`` : shown === "unread" ? sql`where g.seen_at is null` : sql`where g.seen_at is not null`;
  const { rows } = await sql<ListedAccess>`
    select g.id, g.person, p.full_name as name, t.post_type as "postType", o.name as organisation, g.subject_kind as kind, g.subject,
      g.reason, g.opened_at as "openedAt", g.until, g.seen_at as "seenAt", g.remark
    from privacy.break_glass g join registry.person p on p.id = g.person
    left join registry.post t on t.id = g.post left join registry.organisation o on o.id = t.organisation
    ${where} order by (g.seen_at is null) desc, g.opened_at ${page.descending ? sql`desc` : sql`asc`} limit ${page.limit} offset ${page.offset}`.execute(
    db,
  );
  const counted = await sql<{ n: number }>`select count(*) as n from privacy.break_glass g ${where}`.execute(db);
  return { rows, total: counted.rows[0]?.n ?? 0 };
}

/** Notes that somebody has read an access, with a remark. One's own access is for somebody else to read: `flow.notNow`, as for one read already. */
export async function markSeen(act: Act<Tables>, id: string, remark: string): Promise<void> {
  const row = await act.tx
    .updateTable("privacy.break_glass")
    .set({ seen_at: act.now, seen_by: act.actor?.person ?? null, remark: remark === "" ? null : remark })
    .where("id", "=", id)
    .where("seen_at", "is", null)
    .where("person", "<>", act.actor?.person ?? id)
    .returning("id")
    .executeTakeFirst();
  if (row === undefined) throw new Problem(flow.notNow);
  await act.journal({ kind: "privacy.access_seen", subject: { kind: "privacy.break_glass", id }, payload: {}, personal: { remark } });
}
