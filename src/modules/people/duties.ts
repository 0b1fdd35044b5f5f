/** What posts owe in this module: the next step of handovers, and for human resources the vacancies and long interims of their body. */
import { sql } from "kysely";
import type { Duty, DutyQuestion } from "#kernel/access/module.ts";
import { addDays, type Day } from "#kernel/calendar/day.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Text } from "#platform/i18n/text.ts";
import { fillText } from "./fill-text.ts";
import { dueOf, handoversLeftBy, handoversOwedBy, type Handover } from "./handover-queries.ts";
import { paths } from "./paths.ts";
import { w } from "./words-handover.ts";

/** The posts that owe the next step of a handover, and what it is called. */
function owersOf(handover: Handover): { readonly posts: readonly (string | null)[]; readonly title: Text } {
  const { state, post, supervisor, witness } = handover;
  if (state === "open") return { posts: [supervisor, witness], title: w.dutyName };
  if (state === "compiled") return { posts: [supervisor ?? witness], title: w.dutyFile };
  if (state === "ready") return { posts: [post, witness], title: w.dutySign };
  if (state === "signed") return { posts: [post], title: w.dutyAccept };
  return { posts: [supervisor ?? witness], title: w.dutyCheck };
}

function handoverDuties(handover: Handover, question: DutyQuestion): Duty[] {
  const { posts, title } = owersOf(handover);
  const asked = new Set(question.posts.map((one) => one.post));
  const due = dueOf(handover);
  // The check stands in the list from the day it is due on a month later; until then there is nothing to do.
  if (due === null || (handover.state === "accepted" && due > addDays(question.today, 7))) return [];
  const names = postTypeOf(question.pack, handover.postType).names;
  return [...new Set(posts)].flatMap((post): Duty[] => {
    if (post === null || !asked.has(post)) return [];
    return [
      {
        key: `people.handover:${handover.id}:${handover.state}:${post}`,
        post,
        title: { text: fillText(title, { post: names }), values: { organisation: handover.organisationName } },
        record: { kind: "handover", id: handover.id },
        href: paths.handover(handover.id),
        due,
        call: handover.supervisor !== null && handover.supervisor !== post ? handover.supervisor : undefined,
      },
    ];
  });
}

interface Standing {
  organisation: string;
  name: string;
  vacant: number;
  acting: number;
}

/** How many funded posts stand vacant, and how many people act too long, in the bodies of human resources directors. One query. */
async function standings(db: Db<any>, organisations: readonly string[], question: DutyQuestion, days: number): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select o.id as organisation, o.name, count(*) filter (where p.funded and not exists (
        select 1 from registry.assignment a where a.post = p.id and a.from_day <= ${question.today} and (a.to_day is null or a.to_day > ${question.today})))::integer as vacant,
      count(*) filter (where exists (
        select 1 from registry.assignment a where a.post = p.id and a.acting and a.from_day < ${addDays(question.today, -days)} and (a.to_day is null or a.to_day > ${question.today})))::integer as acting
    from registry.organisation o join registry.post p on p.organisation = o.id and p.from_day <= ${question.today} and (p.to_day is null or p.to_day > ${question.today})
    where o.id = any(${[...organisations]}::uuid[]) group by o.id, o.name`.execute(db);
  return rows;
}

/** What these posts owe. Three queries. */
export async function duties(db: Db<any>, question: DutyQuestion): Promise<readonly Duty[]> {
  const ids = question.posts.map((one) => one.post);
  const running = await handoversOwedBy(db, ids, question.today);
  const personnel = question.posts.filter((one) => one.roles.includes("hr_director"));
  const days = personnel.length === 0 ? 0 : numberOf(await ruleSetFor(db, "staffing", question.today), "acting_longer_than");
  const stand =
    personnel.length === 0
      ? []
      : await standings(
          db,
          personnel.map((one) => one.organisation),
          question,
          days,
        );
  const byOrganisation = new Map(stand.map((one) => [one.organisation, one]));
  const counted = personnel.flatMap(({ post, organisation }): Duty[] => {
    const one = byOrganisation.get(organisation);
    const duty = (key: string, text: Text, state: string, values: Record<string, string | number>): Duty => ({
      key: `people.${key}:${organisation}`,
      post,
      title: { text, values },
      record: { kind: "organisation", id: organisation },
      href: paths.people({ organisation, state }),
      due: question.today,
    });
    return [
      ...((one?.vacant ?? 0) > 0 ? [duty("vacant", w.dutyVacant, "vacant", { n: one?.vacant ?? 0, organisation: one?.name ?? "" })] : []),
      ...((one?.acting ?? 0) > 0
        ? [duty("acting", w.dutyActing, "acting", { n: one?.acting ?? 0, days, organisation: one?.name ?? "" })]
        : []),
    ];
  });
  return [...running.flatMap((one) => handoverDuties(one, question)), ...counted];
}

/** The handover files that a leaver has still to complete: hers, though the post is not any more. One query. */
export async function ownDuties(
  db: Db<any>,
  question: { readonly person: string; readonly today: Day; readonly pack: Pack },
): Promise<readonly Duty[]> {
  const left = await handoversLeftBy(db, question.person, question.today);
  return left.flatMap((handover): Duty[] => {
    const due = dueOf(handover);
    if (due === null) return [];
    const names = postTypeOf(question.pack, handover.postType).names;
    return [
      {
        key: `people.handover:${handover.id}:left`,
        post: handover.post,
        title: { text: fillText(w.dutyFile, { post: names }), values: { organisation: handover.organisationName } },
        record: { kind: "handover", id: handover.id },
        href: paths.handover(handover.id),
        due,
        call: handover.supervisor ?? undefined,
      },
    ];
  });
}
