/** Inductions late, by name, on the morning pages of those who call: HR directors for their own, the association for all. */
import type { Duty, DutyQuestion } from "#kernel/access/module.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { reachOf } from "#kernel/access/verb.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import type { Db } from "#platform/db/handle.ts";
import { paths } from "./paths.ts";
import { inductionLate } from "./public.ts";
import { organisationsBelow } from "./queries.ts";
import { listedFrom, RULES, verbs } from "./rules.ts";
import type { NewPerson } from "./schema.ts";
import { w } from "./words.ts";

type Post = DutyQuestion["posts"][number];

/** Names said in one line; the page has the others. */
const NAMED = 3;

function whyOf(rows: readonly NewPerson[], total: number): NonNullable<Duty["why"]> {
  const names = rows
    .slice(0, NAMED)
    .map((row) => `${row.name} (${row.organisationName})`)
    .join(", ");
  return total <= NAMED ? { text: w.dutyNames, values: { names } } : { text: w.dutyMore, values: { names, n: total - NAMED } };
}

/** Two queries and the reach for each post that calls; most people have none. */
export async function dutiesOf(db: Db<any>, { posts, today, pack, association }: DutyQuestion): Promise<readonly Duty[]> {
  const calling = posts.filter((post) => {
    const reach = reachOf({ roles: post.roles } as Actor, verbs.names);
    // The association's own HR director has nobody below who is inducted by this rule.
    return reach === "all" ? post.roles.includes("capacity_manager") : reach !== null && post.organisation !== association;
  });
  if (calling.length === 0) return [];
  const from = listedFrom(await ruleSetFor(db, RULES, today), today);
  const of = async (post: Post): Promise<Duty[]> => {
    const within = post.roles.includes("capacity_manager") ? "all" : await organisationsBelow(db, post.organisation, today);
    const { rows, total } = await inductionLate(db, pack, { from, to: today, within, inPost: true, limit: NAMED }, today);
    const first = rows[0];
    if (first === undefined) return [];
    return [
      {
        key: `inductions.late:${post.organisation}:${post.post}`,
        post: post.post,
        title: { text: w.dutyTitle, values: { n: total } },
        why: whyOf(rows, total),
        record: { kind: "inductions.organisation", id: post.organisation },
        href: paths.inductions,
        due: first.due,
        action: w.dutyAction,
      },
    ];
  };
  return (await Promise.all(calling.map(of))).flat();
}
