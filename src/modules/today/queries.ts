/** What the morning page shows: duties in groups by when they fall due, and whom to call about them. */
import { sql } from "kysely";
import type { Duty } from "#kernel/access/module.ts";
import { addDays, weekdayOf, type Day } from "#kernel/calendar/day.ts";
import { nameIn } from "#kernel/registry/organisations.ts";
import type { RegistryTables } from "#kernel/registry/tables.ts";
import type { Db } from "#platform/db/handle.ts";
import type { JournalTables } from "#platform/journal/tables.ts";

/** Duties by when they fall due; what lies further ahead than four weeks is left out. */
export interface Groups {
  readonly late: readonly Duty[];
  readonly today: readonly Duty[];
  readonly week: readonly Duty[];
  readonly later: readonly Duty[];
}

/** Puts duties into their groups. The week ends on Sunday. */
export function groupDuties(duties: readonly Duty[], today: Day): Groups {
  const sunday = addDays(today, 7 - weekdayOf(today));
  const horizon = addDays(today, 28);
  return {
    late: duties.filter((duty) => duty.due < today),
    today: duties.filter((duty) => duty.due === today),
    week: duties.filter((duty) => duty.due > today && duty.due <= sunday),
    later: duties.filter((duty) => duty.due > sunday && duty.due <= horizon),
  };
}

/** Above so many duties of the same kind in a group there is one row for all of them. */
const MOST_ALIKE = 3;

/** Duties of one kind, in order: a row each, or one row for all when they are many. */
export interface Alike {
  readonly first: Duty;
  /** The others of its kind that stand in the same row; empty for a duty alone. */
  readonly others: readonly Duty[];
}

/** Duties are alike when the same thing is asked in the same words: the part of the key before the record, and the sentence. */
export function foldAlike(duties: readonly Duty[]): Alike[] {
  const kinds = new Map<string, Map<object, Duty[]>>();
  const lists = duties.map((duty) => {
    const kind = duty.key.split(":", 1)[0] ?? "";
    const texts = kinds.get(kind) ?? new Map<object, Duty[]>();
    const list = texts.get(duty.title.text) ?? [];
    kinds.set(kind, texts.set(duty.title.text, list));
    list.push(duty);
    return list;
  });
  return duties.flatMap((duty, index): Alike[] => {
    const list = lists[index] ?? [duty];
    if (list.length <= MOST_ALIKE) return [{ first: duty, others: [] }];
    return list[0] === duty ? [{ first: duty, others: list.slice(1) }] : [];
  });
}

/** A journal entry as the morning page tells it. */
export interface Happening {
  readonly entry: number;
  readonly at: Date;
  readonly kind: string;
  readonly subjectKind: string;
  readonly subject: string;
  readonly postType: string | null;
  readonly organisationName: string | null;
}

/** The newest entries of some kinds about an organisation, or about all of them with null, in the last week. One query. */
export async function happenings(
  db: Db<JournalTables & RegistryTables>,
  ask: {
    readonly kinds: readonly string[];
    readonly organisations: readonly string[] | null;
    readonly since: Date;
    readonly limit: number;
  },
): Promise<Happening[]> {
  const { rows } = await sql<Happening>`
    select e.entry, e.recorded_at as at, e.kind, e.subject_kind as "subjectKind", e.subject,
      p.post_type as "postType", ${nameIn("o")} as "organisationName"
    from journal.entry e
    left join registry.post p on p.id = e.post
    left join registry.organisation o on o.id = p.organisation
    where e.kind = any(${[...ask.kinds]}::text[]) and e.recorded_at > ${ask.since}
      ${ask.organisations === null ? sql`` : sql`and e.member = any(${[...ask.organisations]}::uuid[])`}
    order by e.recorded_at desc, e.entry desc limit ${ask.limit}`.execute(db);
  return rows;
}
