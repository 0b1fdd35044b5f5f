/** The daily reminders: looks through what every post owes, in batches, and sends each person one digest at most. */
import type { Duty, JobContext } from "#kernel/access/module.ts";
import { rolesOf } from "#kernel/access/session.ts";
import { isWorkingDay, workingDaysBetween } from "#kernel/calendar/calendar.ts";
import type { EscalationStep } from "#kernel/calendar/clock.ts";
import { addDays, dayOf, type Day } from "#kernel/calendar/day.ts";
import { hourOf } from "#kernel/conversation/hours.ts";
import { reachOf, type Reach } from "#kernel/conversation/reach.ts";
import { messageRules } from "#kernel/conversation/rules.ts";
import { sendMessages, type NewMessage } from "#kernel/conversation/send.ts";
import type { MessageTemplate } from "#kernel/conversation/template.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { postsOn, type PostRow } from "#kernel/registry/posts.ts";
import { supervisorsOf } from "#kernel/registry/supervisors.ts";
import { speak, type Say } from "#platform/i18n/text.ts";
import { composeDigest, type DigestLine } from "./digest.ts";
import { stepKey, stepsFor, type TakenStep } from "./ladder.ts";
import { paths } from "./paths.ts";
import { heldPosts, leadersOf, remindedDays, takenSteps, type HeldPost } from "./queries-remind.ts";
import { w } from "./words.ts";

/** The hour from which the day's reminders are looked for, in the association's time. */
export const REMIND_FROM_HOUR = 6;

const POSTS_AT_ONCE = 400;
const PEOPLE_AT_ONCE = 50;
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** One thing to tell one person: a duty, the step that says so, and whose duty it is. */
interface Telling {
  readonly person: string;
  readonly duty: Duty;
  readonly owner: HeldPost;
  readonly taken: TakenStep;
  readonly own: boolean;
}

interface Batch {
  readonly context: JobContext;
  readonly today: Day;
  readonly posts: ReadonlyMap<string, HeldPost>;
  readonly supervisors: ReadonlyMap<string, string>;
  readonly holders: ReadonlyMap<string, string>;
  readonly leaders: readonly PostRow[];
  readonly taken: ReadonlySet<string>;
}

/** Who is told at a step: the holder, the supervisor's, the head of the body, or whoever has a role there. */
function recipientOf(batch: Batch, owner: HeldPost, to: string): string | null {
  if (to === "owner") return owner.person;
  if (to === "supervisor") return batch.holders.get(batch.supervisors.get(owner.post) ?? "") ?? null;
  const { pack } = batch.context;
  const fits = (post: PostRow): boolean =>
    to === "head" ? postTypeOf(pack, post.postType).isHead : rolesOf(pack, post.postType).includes(to as never);
  const leader = batch.leaders.find((post) => post.organisation === owner.organisation && post.person !== null && fits(post));
  return leader?.person ?? null;
}

function tellingsOf(batch: Batch, steps: readonly EscalationStep[], duty: Duty): Telling[] {
  const owner = batch.posts.get(duty.post);
  if (owner === undefined) return [];
  return stepsFor(steps, duty.due, batch.today, batch.context.pack.calendar).flatMap((step) => {
    const taken: TakenStep = { duty: duty.key, post: duty.post, due: duty.due, step: step.afterWorkingDays, recipient: step.to };
    const person = recipientOf(batch, owner, step.to);
    const own = step.to === "owner";
    // A head or supervisor who owes it herself has been told as its owner.
    if (person === null || batch.taken.has(stepKey(taken)) || (!own && person === owner.person)) return [];
    return [{ person, duty, owner, taken, own }];
  });
}

/** What one batch of posts owes and has not been told yet. A fixed number of queries. */
async function lookThrough(
  context: JobContext,
  steps: readonly EscalationStep[],
  posts: readonly HeldPost[],
  today: Day,
): Promise<Telling[]> {
  const { db, pack, association } = context;
  const asked = posts.map(({ post, postType, organisation }) => ({ post, postType, organisation, roles: rolesOf(pack, postType) }));
  const duties = await context.house.duties(db, { posts: asked, today, pack, association });
  if (duties.length === 0) return [];
  const owing = [...new Set(duties.map((duty) => duty.post))];
  const supervisors = await supervisorsOf(db, pack, owing, today);
  const above = [...new Set(supervisors.values())];
  const holders = above.length === 0 ? [] : await postsOn(db, { posts: above, on: today });
  const bodies = [...new Set(posts.filter((post) => owing.includes(post.post)).map((post) => post.organisation))];
  const roles = steps.map((step) => step.to).filter((to) => !["owner", "supervisor", "head"].includes(to));
  const batch: Batch = {
    context,
    today,
    posts: new Map(posts.map((post) => [post.post, post])),
    supervisors,
    holders: new Map(holders.flatMap((post) => (post.person === null ? [] : [[post.post, post.person] as const]))),
    leaders: await leadersOf(db, pack, bodies, roles, today),
    taken: new Set((await takenSteps(db, owing)).map(stepKey)),
  };
  return duties.flatMap((duty) => tellingsOf(batch, steps, duty));
}

const DIGEST: MessageTemplate = {
  name: "messages.digest",
  title: w.digestTitle,
  body: w.digestText,
  sms: w.digestSms,
  shared: w.digestShared,
};

function lineOf(context: JobContext, telling: Telling, today: Day, calls: ReadonlyMap<string, PostRow>, say: Say): DigestLine {
  const { duty, owner, own } = telling;
  const { pack, origin } = context;
  const call = duty.call === undefined ? undefined : calls.get(duty.call);
  const reached = own ? call : calls.get(owner.post);
  const named =
    reached?.personName == null || reached.phone === null
      ? null
      : { name: `${reached.personName}, ${say(postTypeOf(pack, reached.postType).names)}`, phone: reached.phone };
  return {
    title: say(duty.title.text, duty.title.values),
    why: duty.why === undefined ? null : say(duty.why.text, duty.why.values),
    due: duty.due,
    lateBy: duty.due < today ? workingDaysBetween(pack.calendar, duty.due, today) : 0,
    href: origin + duty.href,
    of: own ? null : `${say(postTypeOf(pack, owner.postType).names)}, ${owner.organisationName}`,
    call: named,
  };
}

function digestFor(
  context: JobContext,
  today: Day,
  reach: Reach,
  tellings: readonly Telling[],
  calls: ReadonlyMap<string, PostRow>,
): NewMessage {
  const say = speak(reach.language);
  const lines = (own: boolean): DigestLine[] =>
    tellings.filter((telling) => telling.own === own).map((telling) => lineOf(context, telling, today, calls, say));
  const link = context.origin + paths.today;
  const digest = composeDigest(
    lines(true),
    lines(false),
    { name: reach.name, today, association: context.pack.association.code, link },
    say,
  );
  return { person: reach.person, template: DIGEST, values: { ...digest }, link, key: `digest:${reach.person}:${today}` };
}

/** Sends one digest to each of some people and notes the steps that were taken with it. */
async function tell(context: JobContext, today: Day, people: readonly (readonly [string, readonly Telling[]])[]): Promise<void> {
  const reaches = await reachOf(
    context.db,
    people.map(([person]) => person),
  );
  const posts = [
    ...new Set(people.flatMap(([, tellings]) => tellings.flatMap(({ duty, owner, own }) => (own ? (duty.call ?? []) : owner.post)))),
  ];
  const called = posts.length === 0 ? [] : await postsOn(context.db, { posts, on: today });
  const calls = new Map(called.map((post) => [post.post, post]));
  const wanted = people.flatMap(([person, tellings]) => {
    const reach = reaches.get(person);
    return reach === undefined ? [] : [{ reach, tellings }];
  });
  await context.act(async (act) => {
    const sendings = await sendMessages(
      act,
      wanted.map(({ reach, tellings }) => digestFor(context, today, reach, tellings, calls)),
    );
    const rows = wanted.flatMap(({ reach, tellings }, index) => {
      const sending = sendings[index];
      // A digest that went out before (the job ran twice) took its own steps, not these.
      return sending === undefined || sending.again
        ? []
        : tellings.map(({ taken }) => ({ ...taken, person: reach.person, message: sending.id, on_day: today }));
    });
    if (rows.length > 0)
      await act.tx
        .insertInto("conversation.reminder")
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    await act.journal({
      kind: "messages.reminded",
      subject: { kind: "organisation", id: context.association },
      payload: { people: sendings.filter((sending) => !sending.again).length, things: rows.length },
    });
  });
}

/** Takes the day's turn; false when another process has it, or had it. */
async function takeTurn(context: JobContext, today: Day): Promise<boolean> {
  const row = await context.db
    .insertInto("conversation.reminder_day")
    .values({ day: today, began_at: context.now })
    .onConflict((conflict) => conflict.column("day").doNothing())
    .returning("day")
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Reminds everybody of what is due: on working days, once a day, from six in the association's time on; a server that stood still
 * then does it in its first hour. A step that was taken is never taken again. Who was reminded on as many days of the last
 * seven as the rule set allows waits: the step is taken another day.
 */
export async function remindAll(context: JobContext): Promise<void> {
  const { db, pack, now } = context;
  const today = dayOf(now, pack.timeZone);
  if (hourOf(now, pack.timeZone) < REMIND_FROM_HOUR || !isWorkingDay(pack.calendar, today)) return;
  if (!(await takeTurn(context, today))) return;
  const rules = await messageRules(db, today);
  const tellings: Telling[] = [];
  for (let after = NOBODY; ;) {
    const posts = await heldPosts(db, today, after, POSTS_AT_ONCE);
    tellings.push(...(await lookThrough(context, rules.steps, posts, today)));
    const last = posts.at(-1);
    if (last === undefined || posts.length < POSTS_AT_ONCE) break;
    after = last.post;
  }
  const byPerson = [...Map.groupBy(tellings, (telling) => telling.person)];
  const days = await remindedDays(
    db,
    byPerson.map(([person]) => person),
    addDays(today, -7),
  );
  const turn = byPerson.filter(([person]) => (days.get(person) ?? 0) < rules.perWeek);
  for (let at = 0; at < turn.length; at += PEOPLE_AT_ONCE) await tell(context, today, turn.slice(at, at + PEOPLE_AT_ONCE));
}
