/** A plan for tests: needs that wait in Huye and Musanze, lines that are complete, and the way to any state. */
import { sql } from "kysely";
import { perform, type Act } from "#kernel/access/act.ts";
import { actorFor } from "#kernel/access/session.ts";
import { addPerson } from "#kernel/registry/people.ts";
import { assign } from "#kernel/registry/holders.ts";
import { newId } from "#platform/db/ids.ts";
import type { CastName } from "#test/support/cast.ts";
import { TODAY } from "#test/support/fixed.ts";
import type { World } from "#test/support/world.ts";
import { writeLine } from "./actions-lines.ts";
import { goOn, inviteComments, makePlan, recordDecision, startPlan, type Decided } from "./actions-plan.ts";
import { EMPTY } from "./content.ts";
import type { LineContent } from "./schema.ts";

/** A day of the fiscal year 2026/2027 that clashes with nothing. */
export const FREE = { from: "2026-10-12", to: "2026-10-14" } as const;

/** A need that waits, as the needs module keeps it once a district has accepted it. Only this fixture writes it by hand. */
export async function needIn(
  world: World,
  organisation: string,
  more: { readonly domain?: string; readonly cause?: string | null } = {},
): Promise<string> {
  const id = newId();
  const post = (await world.actor("claudine")).post;
  await sql`insert into needs.need (id, organisation, kind, domain, statement, language, current, desired, cause, causes, reach, certainty, state, accepted_at, raised_by, raised_at, post_types)
    values (${id}, ${await world.organisation(organisation)}, 'gap', ${more.domain ?? "PRC"}, '', 'en', 2, 4, ${more.cause === undefined ? "knowledge_skill" : more.cause}, '{}', 12,
      'claimed', 'accepted', ${world.now}, ${post}, ${world.now}, array['PRO'])`.execute(world.db);
  return id;
}

/** A line with everything that the organs must see. */
export async function complete(world: World, more: Partial<LineContent> = {}): Promise<LineContent> {
  return {
    ...EMPTY,
    title: "Tender files",
    language: "en",
    modality: "short_course",
    domain: "PRC",
    groups: ["procurement_officers"],
    mandate: "Law on public procurement",
    ...FREE,
    change: "Files leave complete.",
    indicatorWords: "Files returned",
    responsible: (await world.actor("solange")).post,
    seats: [{ organisation: await world.organisation("Huye"), places: 3 }],
    money: [
      { side: "cost", item: "venue", note: null, party: null, minor: 900_000, currency: "RWF" },
      { side: "funding", item: "own", note: null, party: null, minor: 400_000, currency: "RWF" },
    ],
    ...more,
  };
}

/** Acts on another day than today. */
export async function on<R>(world: World, name: CastName | null, day: string, work: (act: Act) => Promise<R>, hour = 7): Promise<R> {
  const actor = name === null ? null : await world.actor(name);
  return perform(world.db, { actor, now: new Date(`${day}T0${hour}:00:00Z`), pack: world.pack }, work);
}

/** A plan with lines, in its first state. Each call takes the next free year. */
export async function planWith(
  world: World,
  lines: readonly Partial<LineContent>[] = [{}],
  year = "2026-07-01",
): Promise<{ plan: string; lines: string[] }> {
  const taken = (await sql<{ id: string }>`select id from plans.plan where fiscal_year_start = ${year}`.execute(world.db)).rows;
  if (taken.length > 0)
    await sql`update plans.plan set fiscal_year_start = fiscal_year_start + (select (count(*) * 366 + 3660)::int from plans.plan) where fiscal_year_start = ${year}`.execute(
      world.db,
    );
  const plan = await world.act("claudine", (act) =>
    makePlan(act, {
      organisation: world.association,
      fiscalYearStart: year,
      title: `Plan ${year.slice(0, 4)}`,
      language: "en",
      purpose: "To close the widest gaps.",
    }),
  );
  const ids: string[] = [];
  for (const line of lines) {
    const content = await complete(world, line);
    ids.push(await world.act("claudine", (act) => writeLine(act, plan, null, content)));
  }
  return { plan, lines: ids };
}

export const decision = (organ: string, more: Partial<Decided> = {}): Decided => ({
  organ,
  on: TODAY,
  number: "EC/2025/01",
  outcome: "adopted",
  reasons: null,
  language: null,
  file: null,
  ...more,
});

/** Opens a plan for comments today. */
export async function opened(world: World, lines: readonly Partial<LineContent>[] = [{}], year?: string) {
  const made = await planWith(world, lines, year);
  await world.act("claudine", (act) => goOn(act, made.plan, "compare"));
  await world.act("claudine", (act) => goOn(act, made.plan, "write"));
  await world.act("claudine", (act) => inviteComments(act, made.plan));
  return made;
}

/** A plan that the General Assembly adopted, recorded by the Secretary General. */
export async function adoptedPlan(world: World, lines: readonly Partial<LineContent>[] = [{}], year?: string) {
  const made = await opened(world, lines, year);
  await on(world, "claudine", "2025-12-08", (act) =>
    recordDecision(act, made.plan, "forward", decision("commission", { outcome: "noted" })),
  );
  for (const [index, [step, organ]] of (
    [
      ["endorse", "secretariat"],
      ["confirm", "executive_committee"],
      ["adopt", "general_assembly"],
    ] as const
  ).entries())
    await on(world, "aimable", "2025-12-09", (act) => recordDecision(act, made.plan, step, decision(organ)), 6 + index);
  return made;
}

/** A plan of the year under way that runs. */
export async function runningPlan(world: World, lines: readonly Partial<LineContent>[] = [{}]) {
  const made = await adoptedPlan(
    world,
    lines.map((line) => ({ from: "2025-10-13", to: "2025-10-15", ...line })),
    "2025-07-01",
  );
  await on(world, "claudine", "2025-12-10", (act) => startPlan(act, made.plan));
  return made;
}

/** Gives the association’s finance post a holder with an account; returns her actor. */
export async function financeOfficer(world: World) {
  return world.act(null, async (act) => {
    const post = await act.tx
      .selectFrom("registry.post")
      .select("id")
      .where("organisation", "=", world.association)
      .where("post_type", "=", "AFO")
      .executeTakeFirstOrThrow();
    const person = await addPerson(act, { fullName: "Faustin Mugabo", sex: "M", email: "faustin@inteko.example", language: "en" }, "cast");
    await assign(act, { post: post.id, person, acting: false, from: "2024-02-03" });
    await act.tx.insertInto("access.account").values({ id: newId(), person, login: "faustin", password_hash: "" }).execute();
    return actorFor(act.tx as never, world.pack, person, TODAY, post.id);
  });
}
