/** Compiles a handover file: what the post owes, signs, works on and meets in the coming weeks, and whom to know. */
import { sql } from "kysely";
import type { Duty } from "#kernel/access/module.ts";
import { rolesOf } from "#kernel/access/session.ts";
import { addDays, type Day } from "#kernel/calendar/day.ts";
import { dueDays } from "#kernel/calendar/rhythm.ts";
import { windowsBetween } from "#kernel/calendar/window.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { associationId } from "#kernel/registry/organisations.ts";
import { postsOn, type PostRow } from "#kernel/registry/posts.ts";
import { reportsOf } from "#kernel/registry/supervisors.ts";
import { signaturesWaiting } from "#kernel/signature/sheet.ts";
import type { Db } from "#platform/db/handle.ts";
import { LANGUAGES, plainText, type Text, type Values } from "#platform/i18n/text.ts";
import { sources } from "./sources.ts";

/** A line of the file: words in three languages, with a day and an address where it has them. */
export interface Line {
  readonly text: Text;
  readonly values: Values;
  readonly day: Day | null;
  readonly href: string | null;
  readonly kind: string;
}

/** Somebody around the post. */
export interface ContactLine {
  readonly relation: "supervisor" | "reports" | "peer";
  readonly postType: string;
  readonly organisation: string;
  readonly name: string;
  readonly phone: string | null;
}

/** What was compiled, as it is stored and signed. */
export interface HandoverFile {
  readonly compiledOn: Day;
  readonly days: number;
  readonly duties: readonly Line[];
  readonly signatures: readonly Line[];
  readonly records: readonly Line[];
  readonly calendar: readonly Line[];
  readonly contacts: readonly ContactLine[];
  readonly training: readonly Line[] | null;
}

/** What moved with the post when its holder changed: figures for the sentence, and tasks by kind. */
export interface Moved {
  readonly tasks: number;
  readonly signatures: number;
  readonly byKind: readonly { readonly kind: string; readonly title: Text; readonly count: number }[];
}

/** The post as the compiler needs it. */
export interface HandedPost {
  readonly id: string;
  readonly postType: string;
  readonly organisation: string;
}

/** What a post owes, over all modules. */
export async function owedBy(db: Db<any>, pack: Pack, post: HandedPost, today: Day): Promise<readonly Duty[]> {
  const roles = rolesOf(pack, post.postType);
  return sources().dutiesOf(db, {
    posts: [{ post: post.id, postType: post.postType, organisation: post.organisation, roles }],
    today,
    pack,
    association: await associationId(db),
  });
}

const lineOf = (duty: Duty): Line => ({
  text: duty.title.text,
  values: duty.title.values ?? {},
  day: duty.due,
  href: duty.href,
  kind: duty.record.kind,
});

/** Titles of records in the three languages, in as many queries as there are kinds times languages. */
async function titled(
  db: Db<any>,
  refs: readonly { readonly kind: string; readonly id: string; readonly day: Day | null }[],
): Promise<Line[]> {
  const kinds = sources().recordsOf();
  const lines = new Map<string, Line>();
  for (const [kind, members] of Map.groupBy(refs, (ref) => ref.kind)) {
    const record = kinds[kind];
    if (record === undefined) continue;
    const ids = members.map((ref) => ref.id);
    const [rw, en, fr] = await Promise.all(LANGUAGES.map((language) => record.titles(db, ids, language)));
    for (const ref of members) {
      const title = en?.get(ref.id);
      if (title === undefined) continue;
      const text = { en: plainText(title).en, fr: plainText(fr?.get(ref.id) ?? title).fr, rw: plainText(rw?.get(ref.id) ?? title).rw };
      lines.set(ref.id, { text, values: {}, day: ref.day, href: record.href(ref.id), kind });
    }
  }
  return refs.flatMap((ref) => lines.get(ref.id) ?? []);
}

const WORKED_DAYS = 180;

/** Records that this post touched lately, from the journal, newest first. */
async function workedOn(db: Db<any>, post: string, today: Day): Promise<Line[]> {
  const { rows } = await sql<{ kind: string; id: string; day: Day }>`
    select subject_kind as kind, subject as id, max(recorded_at)::date as day from journal.entry
    where post = ${post} and recorded_at > ${addDays(today, -WORKED_DAYS)}::date and subject_kind not in ('post', 'person', 'organisation')
    group by subject_kind, subject order by max(recorded_at) desc limit 60`.execute(db);
  return titled(db, rows);
}

function calendarOf(pack: Pack, post: HandedPost, tier: string | null, duties: readonly Duty[], today: Day, days: number): Line[] {
  const until = addDays(today, days);
  const roles = rolesOf(pack, post.postType);
  const line = (text: Text, day: Day, kind: string): Line => ({ text, values: {}, day, href: null, kind });
  const statutory = pack.duties
    .filter((duty) => roles.includes(duty.owner) && (tier === null || duty.tiers.includes(tier)))
    .flatMap((duty) => dueDays(duty.rhythm, pack.calendar, today, until).map((day) => line(duty.names, day, "statutory")));
  const windows = windowsBetween(pack.calendar, today, until).map(({ window, start }) =>
    line(window.names, start < today ? today : start, "window"),
  );
  const owed = duties.filter((duty) => duty.due >= today && duty.due <= until).map(lineOf);
  return [...owed, ...statutory, ...windows].toSorted((a, b) =>
    (a.day ?? "") < (b.day ?? "") ? -1 : (a.day ?? "") > (b.day ?? "") ? 1 : 0,
  );
}

async function contactsOf(db: Db<any>, pack: Pack, post: HandedPost, supervisor: string | null, today: Day): Promise<ContactLine[]> {
  const reports = await reportsOf(db, pack, post, today);
  const peers = pack.postTypes
    .filter((type) => type.isHead || type.roles.some((role) => role === "hr_director" || role === "executive_secretary"))
    .map((type) => type.code);
  const around = await postsOn(db, { posts: [...(supervisor === null ? [] : [supervisor]), ...reports.slice(0, 60)], on: today });
  const near = await postsOn(db, { organisations: [post.organisation], postTypes: peers, on: today });
  const relation = (row: PostRow): ContactLine["relation"] =>
    row.post === supervisor ? "supervisor" : reports.includes(row.post) ? "reports" : "peer";
  const rows = new Map([...around, ...near].filter((row) => row.post !== post.id && row.personName !== null).map((row) => [row.post, row]));
  const order = { supervisor: 0, reports: 1, peer: 2 };
  return [...rows.values()]
    .map((row) => ({
      relation: relation(row),
      postType: row.postType,
      organisation: row.organisationName,
      name: row.personName ?? "",
      phone: row.phone,
    }))
    .toSorted((a, b) => order[a.relation] - order[b.relation]);
}

/**
 * Compiles the file of a post on a day. `supervisor` is the post that supervises the handover: also a mayor, whom the pack lets answer
 * to nobody here, learns whom to call. `outgoing` is the person who leaves: her training is listed, it stays hers.
 */
export async function compileFile(
  db: Db<any>,
  pack: Pack,
  post: HandedPost & { readonly tier: string | null; readonly supervisor: string | null },
  outgoing: string,
  today: Day,
  days: number,
): Promise<HandoverFile> {
  const duties = await owedBy(db, pack, post, today);
  const waiting = await signaturesWaiting(db, [post.id]);
  const training = await sources().trainingOf?.(db, outgoing);
  return {
    compiledOn: today,
    days,
    duties: duties.map(lineOf).toSorted((a, b) => ((a.day ?? "") < (b.day ?? "") ? -1 : 1)),
    signatures: await titled(
      db,
      waiting.map((one) => ({ ...one.subject, day: one.openedAt.toISOString().slice(0, 10) })),
    ),
    records: await workedOn(db, post.id, today),
    calendar: calendarOf(pack, post, post.tier, duties, today, days),
    contacts: await contactsOf(db, pack, post, post.supervisor, today),
    training:
      training === undefined
        ? null
        : training.map((one) => ({ text: one.text, values: one.values ?? {}, day: one.on, href: null, kind: "training" })),
  };
}

/** Counts what passes to the next holder of a post: everything hangs on the post, so nothing has to be rewritten. */
export async function whatMoves(db: Db<any>, pack: Pack, post: HandedPost, today: Day): Promise<Moved> {
  const duties = await owedBy(db, pack, post, today);
  const waiting = await signaturesWaiting(db, [post.id]);
  const kinds = sources().recordsOf();
  const byKind = [...Map.groupBy(duties, (duty) => duty.record.kind)].map(([kind, all]) => ({
    kind,
    title: kinds[kind]?.title ?? plainText(kind),
    count: all.length,
  }));
  return { tasks: duties.length, signatures: waiting.length, byKind };
}
