/** Demonstration of sessions: two years of them in every state, with people who held the posts on the day, trainers, seats and places. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Actor } from "#kernel/access/actor.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { actorFor } from "#kernel/access/session.ts";
import { addDays, type Day } from "#kernel/calendar/day.ts";
import { fiscalYearAfter, fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import type { Role } from "#kernel/pack/roles.ts";
import { seeded } from "#methods/draw/random.ts";
import { publishedCourses } from "#modules/courses";
import { planLinesOf, runningPlanLines } from "#modules/plans";
import { enrolDemo } from "./demo-enrol.ts";
import { hostsOf, holdersOf, typesOf } from "./demo-holders.ts";
import { morningOf, scheduleOf } from "./demo-schedule.ts";
import { makeSessions, type Made } from "./demo-sessions.ts";
import { followPosts } from "./follow-posts.ts";
import { SESSION } from "./schema.ts";

/** Whoever holds a post of the association with a role today; null where it is vacant. */
async function holderWith(demo: DemoContext, role: Role): Promise<Actor | null> {
  const types = demo.pack.postTypes.filter((type) => type.roles.includes(role)).map((type) => type.code);
  const { rows } = await sql<{ post: string; person: string }>`
    select p.id as post, a.person from registry.post p join registry.assignment a on a.post = p.id and a.to_day is null
    where p.organisation = ${demo.association} and p.post_type = any(${types}::text[]) order by p.post_type, p.seat, a.acting limit 1`.execute(
    demo.db,
  );
  const [held] = rows;
  return held === undefined ? null : actorFor(demo.db, demo.pack, held.person, demo.today, held.post);
}

/** What happened to a session up to today, entry by entry on its own day. */
async function tell(demo: DemoContext, coordinator: Actor, made: Made): Promise<void> {
  const { slot, id } = made;
  const order = ["planned", "nominations_open", "confirmed", "ready", "running", "delivered", "evaluated", "follow_up", "closed"];
  const reached = slot.state === "cancelled" ? 1 : order.indexOf(slot.state);
  const steps: readonly (readonly [kind: string, day: Day, system?: true])[] = [
    ["planned", addDays(slot.from, -70)],
    ["opened", addDays(slot.from, -45)],
    ["confirmed", addDays(slot.from, -18)],
    ["ready", addDays(slot.from, -5)],
    ["started", slot.from, true],
    ["delivered", addDays(slot.to, 1), true],
    ["evaluated", addDays(slot.to, 9)],
    ["followed", addDays(slot.to, 12)],
    ["closed", addDays(slot.to, 190)],
  ];
  const told = steps.filter(([, day], index) => index <= reached && (index === 0 || day <= demo.today));
  if (slot.state === "cancelled")
    told.push(["cancelled", addDays(slot.from, -20) < demo.today ? addDays(slot.from, -20) : addDays(demo.today, -1)]);
  for (const [kind, day, system] of told) {
    const at = day > demo.today ? addDays(demo.today, -3) : day;
    await demo.act(system ? null : coordinator, morningOf(demo, at), (act) =>
      act.journal({ kind: `sessions.session.${kind}`, subject: { kind: SESSION, id }, member: demo.association, payload: {} }),
    );
  }
}

/** The whole demonstration of this module, in one transaction. Without published courses or people in posts there is nothing to hold. */
export async function demo(demo: DemoContext): Promise<void> {
  const coordinator = await holderWith(demo, "training_coordinator");
  const courses = await publishedCourses(demo.db, demo.pack);
  const hosts = await hostsOf(demo);
  if (coordinator === null || courses.length === 0 || hosts.length === 0) return;
  const random = seeded("sessions of the demonstration");
  const regions = [...new Map(hosts.map((host) => [host.region, host])).values()];
  const since = fiscalYearAfter(demo.pack.calendar, fiscalYearOf(demo.pack.calendar, demo.today), -1).start;
  const planned = {
    last: await planLinesOf(demo.db, { fiscalYearStart: since }),
    running: await runningPlanLines(demo.db, demo.today),
  };
  const slots = scheduleOf(demo, random.fork("schedule"), courses, planned, regions);
  const holders = await holdersOf(demo, typesOf(demo.pack, [...new Set(courses.flatMap((course) => course.groups))]), hosts, since);
  const made = await demo.act(coordinator, morningOf(demo, addDays(demo.today, -2)), (act: Act) =>
    makeSessions(demo, act, { slots, hosts, regions, holders, random: random.fork("sessions") }),
  );
  await demo.act(coordinator, morningOf(demo, addDays(demo.today, -2)), (act: Act) => enrolDemo(demo, act, made, random.fork("people")));
  for (const one of made) await tell(demo, coordinator, one);
  await demo.act(null, morningOf(demo, demo.today, 7), async (act: Act) => {
    const passed = await followPosts(act, "https://inteko.example");
    if (passed === 0)
      await act.journal({
        kind: "sessions.seats.checked",
        subject: { kind: SESSION, id: made[0]?.id ?? demo.association },
        payload: { passed },
      });
  });
}
