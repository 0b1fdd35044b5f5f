/** Stories: recorded once with a consent, never rewritten, printed only while the consent holds. */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import type { Language } from "#platform/i18n/text.ts";
import { storeFile } from "#platform/files/store.ts";
import { canonical } from "#platform/journal/canonical.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p } from "./problems.ts";
import type { AchievementsTables } from "./tables.ts";

/** The kind of record. */
export const STORY = "achievements.story";

export type Consent = "named" | "anonymous" | "withdrawn";

/** A story to record. `scan` is the signed form, checked to be what it says. */
export interface NewStory {
  readonly organisation: string;
  readonly person: string | null;
  readonly place: string;
  readonly changed: string;
  readonly language: Language;
  readonly programme: string | null;
  readonly day: Day;
  readonly consent: "named" | "anonymous";
  readonly consentDay: Day;
  readonly scan: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array } | null;
}

/** A story as it stands; `name` is her name only while she agrees to be named. */
export interface Story {
  readonly id: string;
  readonly name: string | null;
  readonly place: string;
  readonly changed: string;
  readonly language: Language;
  readonly programme: string | null;
  readonly day: Day;
  readonly consent: Consent;
  readonly asked: "named" | "anonymous";
  readonly consentWay: "scan" | "tick";
  readonly consentDay: Day;
  readonly file: string | null;
  readonly withdrawnOn: Day | null;
}

/** Records a story with its consent. The words stay out of the journal’s leaf. */
export async function tellStory(act: Act<AchievementsTables>, wanted: NewStory): Promise<string> {
  const id = newId();
  const file =
    wanted.scan === null
      ? null
      : await storeFile(act.tx as never, {
          name: wanted.scan.name,
          mediaType: wanted.scan.mediaType,
          purpose: "consent",
          subject: { kind: STORY, id },
          uploadedBy: act.author.person,
          bytes: wanted.scan.bytes,
        });
  await act.tx
    .insertInto("achievements.story")
    .values({
      id,
      organisation: wanted.organisation,
      person: wanted.person,
      place: wanted.place,
      changed: wanted.changed,
      language: wanted.language,
      programme: wanted.programme,
      day: wanted.day,
      consent: wanted.consent,
      asked: wanted.consent,
      consent_way: file === null ? "tick" : "scan",
      consent_day: wanted.consentDay,
      file,
      told_by: act.author.post,
      recorded_at: act.now,
    })
    .execute();
  await act.journal({
    kind: "achievements.story.told",
    subject: { kind: STORY, id },
    payload: { consent: wanted.consent, way: file === null ? "tick" : "scan" },
    personal: { changed: wanted.changed, place: wanted.place },
  });
  return id;
}

/** Takes a consent back. From here on the story is printed nowhere. Throws when it was taken back before. */
export async function withdrawConsent(act: Act<AchievementsTables>, id: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update achievements.story set consent = 'withdrawn', withdrawn_on = ${act.today} where id = ${id} and consent <> 'withdrawn' returning id`.execute(
    act.tx,
  );
  if (rows.length === 0) throw new Problem((await storiesByIds(act.tx, [id])).length === 0 ? p.noStory : p.consentGone);
  await act.journal({ kind: "achievements.story.withdrawn", subject: { kind: STORY, id }, payload: {} });
}

const SELECT = sql`
  select s.id, case when s.consent = 'named' then coalesce(k.full_name, h.full_name) end as name, s.place, s.changed, s.language, s.programme, s.day, s.consent,
    s.asked, s.consent_way as "consentWay", s.consent_day as "consentDay", s.file, s.withdrawn_on as "withdrawnOn"
  from achievements.story s left join registry.person h on h.id = s.person left join registry.person k on k.id = h.merged_into`;

/** Stories by id. One query. */
export async function storiesByIds(db: Db<any>, ids: readonly string[]): Promise<Story[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Story>`${SELECT} where s.id = any(${[...ids]}::uuid[]) order by s.day desc, s.id`.execute(db);
  return rows;
}

/** Stories, newest first, and how many there are. Two queries. */
export async function storyPage(db: Db<any>, limit: number, offset: number): Promise<{ readonly rows: Story[]; readonly total: number }> {
  const { rows } = await sql<Story>`${SELECT} order by s.day desc, s.id limit ${limit} offset ${offset}`.execute(db);
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total from achievements.story`.execute(db);
  return { rows, total: counted[0]?.total ?? 0 };
}

/** Stories that a report of a period may print: their consent holds. One query. */
export async function storiesFor(
  db: Db<any>,
  period: { readonly from: Day; readonly to: Day; readonly programme: string | null },
): Promise<Story[]> {
  const { rows } = await sql<Story>`
    ${SELECT} where s.consent <> 'withdrawn' and s.day between ${period.from} and ${period.to}
      and (${period.programme}::text is null or s.programme = ${period.programme}) order by s.day desc, s.id limit 20`.execute(db);
  return rows;
}

/** What a release keeps of a story: that it was there and what it said, without the words themselves, which can be taken back. */
export interface KeptStory {
  readonly id: string;
  readonly sha256: string;
}

/** The hash by which a release knows a story’s words again. */
export function keepStory(story: Story): KeptStory {
  const { id, place, changed, language, day } = story;
  return { id, sha256: createHash("sha256").update(canonical({ id, place, changed, language, day })).digest("hex") };
}

/** A story of a release as it may be printed today; `story` is null once it was withdrawn or erased. */
export interface PrintedStory {
  readonly id: string;
  readonly story: Story | null;
  readonly withdrawnOn: Day | null;
}

/** The stories of a release, with those withdrawn since marked. One query. */
export async function printedStories(db: Db<any>, kept: readonly KeptStory[]): Promise<PrintedStory[]> {
  const now = new Map(
    (
      await storiesByIds(
        db,
        kept.map(({ id }) => id),
      )
    ).map((story) => [story.id, story]),
  );
  return kept.map(({ id, sha256 }) => {
    const story = now.get(id);
    const holds = story !== undefined && story.consent !== "withdrawn" && keepStory(story).sha256 === sha256;
    return { id, story: holds ? story : null, withdrawnOn: story?.withdrawnOn ?? null };
  });
}
