/** Frozen copies of what is made public: content and definitions under one hash, numbered, released, corrected, withdrawn. */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import type { Text } from "#platform/i18n/text.ts";
import { canonical } from "#platform/journal/canonical.ts";
import { Problem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { p } from "./problems.ts";

/** `draft` → `reply_open` → `released` → `corrected` (by the next number) or `withdrawn`. */
export type ReleaseState = "draft" | "reply_open" | "released" | "corrected" | "withdrawn";

/** What one figure or word of a release means, frozen with it. */
export interface Definition {
  readonly code: string;
  readonly name: Text;
  readonly meaning: Text;
  /** Where the rule or number comes from. */
  readonly source: string;
}

/** A copy to freeze. `about` is the record it is a copy of; `content` is JSON that canonical spelling can say. */
export interface NewRelease {
  readonly kind: string;
  readonly about: string;
  readonly title: Text;
  readonly period: { readonly from: Day; readonly to: Day } | null;
  readonly content: Readonly<Record<string, unknown>>;
  readonly definitions: readonly Definition[];
  /** Why there is a next number; needed as soon as one was released. */
  readonly reason?: string;
}

/** A release as it stands. */
export interface Release<C = Readonly<Record<string, unknown>>> {
  readonly id: string;
  readonly kind: string;
  readonly about: string;
  readonly number: number;
  readonly state: ReleaseState;
  readonly title: Text;
  readonly periodFrom: Day | null;
  readonly periodTo: Day | null;
  readonly replyUntil: Day | null;
  readonly content: C;
  readonly definitions: readonly Definition[];
  /** SHA-256 over the canonical content, hexadecimal. */
  readonly hash: string;
  /** Why there is this number, for a correction. */
  readonly reason: string | null;
  readonly withdrawnWhy: string | null;
  readonly replaces: string | null;
  readonly post: string | null;
  readonly recordedAt: Date;
  readonly releasedAt: Date | null;
}

type Sealed = Pick<Release, "kind" | "about" | "number" | "title" | "periodFrom" | "periodTo" | "content" | "definitions">;

/** SHA-256 over the canonical JSON (RFC 8785) of everything a reader is told; the same content always has the same hash. */
export function releaseHash(of: Sealed): string {
  const { kind, about, number, title, periodFrom, periodTo, content, definitions } = of;
  return createHash("sha256").update(canonical({ kind, about, number, title, periodFrom, periodTo, content, definitions })).digest("hex");
}

const SELECT = sql`
  select id, kind, about, number, state, title, period_from as "periodFrom", period_to as "periodTo", reply_until as "replyUntil", content,
    definitions, encode(content_hash, 'hex') as hash, reason, withdrawn_why as "withdrawnWhy", replaces, post, recorded_at as "recordedAt", released_at as "releasedAt"
  from publication.release`;

/** A copy whose content no longer gives its hash is never handed on. */
function sound<C>(release: Release<C>): Release<C> {
  if (releaseHash(release as Release<never>) !== release.hash) throw new Problem(p.changed);
  return release;
}

/** One release, or null. Throws when its content was changed behind its seal. One query. */
export async function releaseById<C>(db: Db<any>, id: string): Promise<Release<C> | null> {
  const { rows } = await sql<Release<C>>`${SELECT} where id = ${id}`.execute(db);
  return rows[0] === undefined ? null : sound(rows[0]);
}

/** The releases of one record, newest first. One query. */
export async function releasesOf<C>(db: Db<any>, about: string): Promise<Release<C>[]> {
  const { rows } = await sql<Release<C>>`${SELECT} where about = ${about} order by number desc`.execute(db);
  return rows.map(sound);
}

/** What the public may see of a kind, newest first: released copies, and those withdrawn, which say so. One query. */
export async function publicReleases<C>(db: Db<any>, kind: string, limit: number, offset = 0): Promise<Release<C>[]> {
  const { rows } = await sql<Release<C>>`
    ${SELECT} where kind = ${kind} and state in ('released', 'withdrawn') order by released_at desc, number desc limit ${limit} offset ${offset}`.execute(
    db,
  );
  return rows.map(sound);
}

async function locked(act: Act<any>, id: string): Promise<Release> {
  const { rows } = await sql<Release>`${SELECT} where id = ${id} for update`.execute(act.tx);
  if (rows[0] === undefined) throw new Problem(p.noRelease);
  return sound(rows[0]);
}

const told = (act: Act<any>, kind: string, release: Pick<Release, "id" | "kind" | "number" | "hash">): Promise<number> =>
  act.journal({
    kind: `publication.${kind}`,
    subject: { kind: release.kind, id: release.id },
    payload: { number: release.number, sha256: release.hash },
  });

/**
 * Freezes a copy as the next number of its record. Throws when a copy waits for its release already, and without a reason when an
 * earlier number was released: a correction says why.
 */
export async function freeze(act: Act<any>, wanted: NewRelease): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${wanted.about}, 0))`.execute(act.tx);
  const earlier = await releasesOf(act.tx as Db<any>, wanted.about);
  const waiting = earlier.find(({ state }) => state === "draft" || state === "reply_open");
  if (waiting !== undefined) throw new Problem(p.oneDraft, { number: waiting.number });
  const reason = wanted.reason?.trim() ?? "";
  if (earlier.length > 0 && reason === "") throw new Problem(p.reasonMissing);
  const id = newId();
  const sealed = {
    kind: wanted.kind,
    about: wanted.about,
    number: (earlier[0]?.number ?? 0) + 1,
    title: wanted.title,
    periodFrom: wanted.period?.from ?? null,
    periodTo: wanted.period?.to ?? null,
    content: wanted.content,
    definitions: wanted.definitions,
  };
  const hash = releaseHash(sealed);
  await act.tx
    .insertInto("publication.release")
    .values({
      id,
      kind: sealed.kind,
      about: sealed.about,
      number: sealed.number,
      state: "draft",
      title: json(sealed.title),
      period_from: sealed.periodFrom,
      period_to: sealed.periodTo,
      content: json(sealed.content),
      definitions: json(sealed.definitions),
      content_hash: Buffer.from(hash, "hex"),
      reason: reason === "" ? null : reason,
      replaces: earlier.find(({ state }) => state === "released")?.id ?? null,
      post: act.author.post,
      recorded_at: act.now,
    })
    .execute();
  await told(act, "frozen", { id, kind: sealed.kind, number: sealed.number, hash });
  return id;
}

/** Lets those concerned answer until a day before the copy is released. */
export async function openReplies(act: Act<any>, id: string, until: Day): Promise<void> {
  const release = await locked(act, id);
  if (release.state !== "draft") throw new Problem(p.notDraft);
  await sql`update publication.release set state = 'reply_open', reply_until = ${until} where id = ${id}`.execute(act.tx);
  await told(act, "replies_opened", release);
}

/** What an organisation answers; printed beside the figures it is about. */
export interface Reply {
  readonly id: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly text: string;
  readonly language: string;
  readonly recordedAt: Date;
}

/** Answers a copy while its window is open. */
export async function reply(
  act: Act<any>,
  id: string,
  wanted: { readonly organisation: string; readonly text: string; readonly language: string },
): Promise<void> {
  const release = await locked(act, id);
  if (release.state !== "reply_open" || (release.replyUntil ?? "") < act.today) throw new Problem(p.replyClosed);
  await act.tx
    .insertInto("publication.reply")
    .values({
      id: newId(),
      release: id,
      organisation: wanted.organisation,
      post: act.author.post,
      text: wanted.text,
      language: wanted.language,
      recorded_at: act.now,
    })
    .execute();
  await act.journal({
    kind: "publication.replied",
    subject: { kind: release.kind, id },
    member: wanted.organisation,
    payload: { number: release.number },
    personal: { text: wanted.text },
  });
}

/** The replies to a release, oldest first. One query. */
export async function repliesTo(db: Db<any>, id: string): Promise<Reply[]> {
  const { rows } = await sql<Reply>`
    select r.id, r.organisation, coalesce(o.short_name, o.name) as "organisationName", r.text, r.language, r.recorded_at as "recordedAt"
    from publication.reply r join registry.organisation o on o.id = r.organisation where r.release = ${id} order by r.recorded_at, r.id`.execute(
    db,
  );
  return rows;
}

/** Makes a copy public; the number it corrects is marked as corrected. Throws while the reply window is open. */
export async function release(act: Act<any>, id: string): Promise<void> {
  const copy = await locked(act, id);
  if (copy.state !== "draft" && copy.state !== "reply_open") throw new Problem(p.notDraft);
  if (copy.state === "reply_open" && (copy.replyUntil ?? "") >= act.today)
    throw new Problem(p.replyOpen, { day: formatDate(copy.replyUntil ?? act.today) });
  await sql`update publication.release set state = 'corrected' where about = ${copy.about} and state = 'released'`.execute(act.tx);
  await sql`update publication.release set state = 'released', released_at = ${act.now} where id = ${id}`.execute(act.tx);
  await told(act, "released", copy);
}

/** Drops a copy that was never released; its number is free again. */
export async function drop(act: Act<any>, id: string): Promise<void> {
  const copy = await locked(act, id);
  if (copy.state !== "draft") throw new Problem(p.notDraft);
  await sql`delete from publication.release where id = ${id}`.execute(act.tx);
  await told(act, "dropped", copy);
}

/** Takes a released copy back; it stays in its place and says why. */
export async function withdraw(act: Act<any>, id: string, reason: string): Promise<void> {
  const copy = await locked(act, id);
  if (copy.state !== "released") throw new Problem(p.notReleased);
  if (reason.trim() === "") throw new Problem(p.reasonMissing);
  await sql`update publication.release set state = 'withdrawn', withdrawn_why = ${reason.trim()} where id = ${id}`.execute(act.tx);
  await told(act, "withdrawn", copy);
}
