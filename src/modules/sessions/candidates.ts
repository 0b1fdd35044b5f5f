/** Whom an organisation could name for a session: the holders of the posts of its groups, what each lacks, and a suggestion with its reason. */
import { sql } from "kysely";
import { addMonths, type Day } from "#kernel/calendar/day.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { groupMembers, postTypesOfGroup, type GroupMember } from "#kernel/registry/groups.ts";
import { groupOf } from "#kernel/pack/lookup.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { openNeeds } from "#modules/needs";
import type { Db } from "#platform/db/handle.ts";
import { EXPECTED, TOOK_PART, type EnrolmentState } from "./flows.ts";
import { belowOf } from "./queries.ts";

/** Why somebody is suggested; in this order they count. */
export type Reason = "never_course" | "new_in_post" | "need" | "long_ago" | "never_any";

/** Somebody who may be named. */
export interface Candidate extends GroupMember {
  readonly groups: readonly string[];
  /** The last day of this course that she attended. */
  readonly attended: Day | null;
  /** The last day of anything in her portfolio. */
  readonly last: Day | null;
  /** Her state in this very session, when she was named for it. */
  readonly named: EnrolmentState | null;
  /** Another session on the same days that she is expected at. */
  readonly clash: string | null;
  readonly reasons: readonly Reason[];
  readonly score: number;
}

/** What candidates are looked for. */
export interface CandidateQuestion {
  readonly session: string;
  readonly course: string;
  readonly domain: string | null;
  readonly groups: readonly string[];
  readonly from: Day;
  readonly to: Day;
  readonly entity: string;
  readonly today: Day;
}

/** Weights: what a course can change most comes first. They order a list that a person decides on, nothing else. */
const WEIGHT: Readonly<Record<Reason, number>> = { never_course: 4, new_in_post: 3, need: 2, long_ago: 1, never_any: 1 };

/** Months after which the last course of any kind is long ago. */
const LONG_AGO = 24;

interface Past {
  person: string;
  attended: Day | null;
  last: Day | null;
  named: EnrolmentState | null;
  clash: string | null;
}

async function pastOf(db: Db<any>, ask: CandidateQuestion, people: readonly string[]): Promise<ReadonlyMap<string, Past>> {
  const { rows } = await sql<Past>`
    select h.person,
      (select max(s.to_day) from sessions.enrolment e join sessions.session s on s.id = e.session
        where e.person = h.person and s.course = ${ask.course} and e.state = any(${[...TOOK_PART]}::text[])) as attended,
      (select max(f.to_day) from portfolio.entry f where f.person = h.person) as last,
      (select e.state from sessions.enrolment e where e.person = h.person and e.session = ${ask.session} order by e.nominated_at desc limit 1) as named,
      (select s.title from sessions.enrolment e join sessions.session s on s.id = e.session
        where e.person = h.person and e.session <> ${ask.session} and e.state = any(${[...EXPECTED]}::text[])
          and s.from_day <= ${ask.to} and s.to_day >= ${ask.from} and s.state <> 'cancelled' order by s.from_day limit 1) as clash
    from unnest(${[...people]}::uuid[]) as h (person)`.execute(db);
  return new Map(rows.map((row) => [row.person, row]));
}

/** Everyone who belongs to one of the groups in or below an organisation, one row a person: her substantive post first. */
export async function membersFor(
  db: Db<any>,
  pack: Pack,
  groups: readonly string[],
  entity: string,
  today: Day,
): Promise<readonly (GroupMember & { readonly groups: readonly string[] })[]> {
  const within = await belowOf(db, entity, today);
  const people = new Map<string, GroupMember & { groups: string[] }>();
  for (const group of groups)
    for (const member of await groupMembers(db, pack, group, today, within)) {
      const known = people.get(member.person);
      if (known === undefined) people.set(member.person, { ...member, groups: [group] });
      else {
        if (!known.groups.includes(group)) known.groups.push(group);
        if (known.acting && !member.acting) people.set(member.person, { ...member, groups: known.groups });
      }
    }
  return [...people.values()];
}

function reasonsOf(
  member: GroupMember,
  past: Past | undefined,
  lacks: { readonly needed: ReadonlySet<string>; readonly newSince: Day; readonly longAgo: Day },
): Reason[] {
  const last = past?.last ?? null;
  return [
    ...(past?.attended == null ? (["never_course"] as const) : []),
    ...(member.since > lacks.newSince ? (["new_in_post"] as const) : []),
    ...(lacks.needed.has(member.postType) ? (["need"] as const) : []),
    ...(last === null ? (["never_any"] as const) : last < lacks.longAgo ? (["long_ago"] as const) : []),
  ];
}

/** The candidates of an organisation, the most suggested first. Five queries and one for each group. */
export async function candidatesOf(db: Db<any>, pack: Pack, ask: CandidateQuestion): Promise<readonly Candidate[]> {
  const members = await membersFor(db, pack, ask.groups, ask.entity, ask.today);
  const past = await pastOf(
    db,
    ask,
    members.map((member) => member.person),
  );
  const needs =
    ask.domain === null ? [] : await openNeeds(db, pack, { organisations: [ask.entity], domains: [ask.domain], trainableOnly: true });
  const months = numberOf(await ruleSetFor(db, "staffing", ask.today), "new_in_post");
  const lacks = {
    needed: new Set(needs.flatMap((need) => need.postTypes)),
    newSince: addMonths(ask.from, -months),
    longAgo: addMonths(ask.from, -LONG_AGO),
  };
  return members
    .map((member) => {
      const before = past.get(member.person);
      const reasons = reasonsOf(member, before, lacks);
      return {
        ...member,
        attended: before?.attended ?? null,
        last: before?.last ?? null,
        named: before?.named ?? null,
        clash: before?.clash ?? null,
        reasons,
        score: reasons.reduce((sum, reason) => sum + WEIGHT[reason], 0),
      };
    })
    .sort(
      (a, b) =>
        b.score - a.score ||
        (a.last ?? "").localeCompare(b.last ?? "") ||
        a.name.localeCompare(b.name) ||
        a.assignment.localeCompare(b.assignment),
    );
}

/** The groups of a session through which a type of post belongs to it: a replacement must come from one of these. */
export function groupsOfPostType(pack: Pack, groups: readonly string[], postType: string | null): string[] {
  return groups.filter((code) => {
    const types = postTypesOfGroup(pack, groupOf(pack, code));
    return types === null || (postType !== null && types.includes(postType));
  });
}
