/** The demonstration follows from answers of invented post holders, the same every time, and every figure can be counted anew. */
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { actWithin, perform, type Act } from "#kernel/access/act.ts";
import type { Actor } from "#kernel/access/actor.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { module as people } from "#modules/people";
import { useWorld } from "#test/support/world.ts";
import { TODAY } from "#test/support/fixed.ts";
import { countAnew } from "./demo-answers.ts";
import { dutiesOf } from "./duties.ts";
import { module } from "./module.ts";

const world = useWorld([module]);

beforeAll(async () => {
  await world.db.deleteFrom("access.account").execute();
  await sql`update registry.assignment set to_day = '2024-03-01'`.execute(world.db);
  const run = async (demo: NonNullable<typeof module.demo>): Promise<void> =>
    world.db.transaction().execute((tx) =>
      demo({
        db: tx,
        pack: world.pack,
        today: TODAY,
        now: world.now,
        association: world.association,
        act: (actor: Actor | null, now: Date, work: (act: Act) => Promise<any>) => work(actWithin(tx, { actor, now, pack: world.pack })),
      } as DemoContext),
    );
  await run(people.demo ?? (async () => undefined));
  await run(module.demo ?? (async () => undefined));
}, 120_000);

const one = async (query: ReturnType<typeof sql>): Promise<any> => (await query.execute(world.db)).rows[0];

test("a finished round of 30 districts, one that is open and one being designed", async () => {
  const { rows } = await sql<{ state: string; organisations: number; answered: number }>`
    select r.state, (select count(*) from needs.participation p where p.round = r.id)::int as organisations,
      (select count(*) from needs.invitation i where i.round = r.id and i.sitting is not null)::int as answered
    from needs.round r order by r.created_at`.execute(world.db);
  expect(rows.map((row) => row.state)).toEqual(["closed", "open", "designed"]);
  expect(rows[0]?.organisations).toBe(30);
  expect(rows[0]?.answered).toBeGreaterThan(650);
  expect(rows[0]?.answered).toBeLessThan(900);
  expect(rows[1]?.organisations).toBe(31);
});

test("every rating comes from a sitting with its answers, and every sum from ratings", async () => {
  expect(
    await one(
      sql`select count(*)::int as n from needs.rating t where source = 'self' and not exists (select from questionnaire.sitting s where s.id = t.sitting and s.state = 'submitted' and s.answered is not null)`,
    ),
  ).toEqual({ n: 0 });
  const before = (
    await sql`select * from needs.cell where source = 'self' order by round, organisation, post_type, domain`.execute(world.db)
  ).rows;
  const rounds = (await sql<{ id: string }>`select id from needs.round`.execute(world.db)).rows;
  await perform(world.db, { actor: null, now: world.now, pack: world.pack }, async (act) => {
    for (const { id } of rounds) await countAnew(act, id);
    await act.journal({ kind: "needs.test.counted", subject: { kind: "needs.round", id: rounds[0]?.id ?? "" }, payload: {} });
  });
  expect(
    (await sql`select * from needs.cell where source = 'self' order by round, organisation, post_type, domain`.execute(world.db)).rows,
  ).toEqual(before);
});

test("the closed round has no need without a response or a stated refusal, one objection that was answered, and silence that says so", async () => {
  const counted = await one(sql`
    select count(*)::int as needs, count(*) filter (where n.state not in ('responded', 'refused', 'met', 'withdrawn'))::int as left_over,
      count(*) filter (where contest is not null and contest_answer is not null)::int as contested
    from needs.need n join needs.round r on r.id = n.round where r.state = 'closed'`);
  expect(counted).toMatchObject({ left_over: 0, contested: 1 });
  expect(counted.needs).toBeGreaterThan(60);
  expect(await one(sql`select count(*)::int as n from needs.participation where state = 'no_reply'`)).not.toEqual({ n: 0 });
  expect(
    await one(
      sql`select count(*)::int as n from needs.participation p where p.sheet is not null and not exists (select from signature.sheet s where s.id = p.sheet and s.closed_at is not null)`,
    ),
  ).toEqual({ n: 0 });
});

test("every district of the closed round has confirmed who answered: the post, the day and a note", async () => {
  const { rows } = await sql<{ districts: number; confirmed: number }>`
    select count(*)::int as districts, count(*) filter (where p.validated_at::date > r.closes and p.validated_at::date <= r.validate_by
      and p.validation_note <> '' and t.post_type = any(${world.pack.postTypes.filter((type) => type.roles.some((role) => role === "hr_director" || role === "executive_secretary")).map((type) => type.code)}::text[]))::int as confirmed
    from needs.participation p join needs.round r on r.id = p.round left join registry.post t on t.id = p.validated_by
    where r.state = 'closed'`.execute(world.db);
  expect(rows[0]).toEqual({ districts: 30, confirmed: 30 });
});

test("no course is planned for a gap that is not one of knowledge or skill", async () => {
  expect(
    await one(
      sql`select count(*)::int as n from needs.response x join needs.need n on n.id = x.need where x.type = 'training' and n.cause <> 'knowledge_skill'`,
    ),
  ).toEqual({ n: 0 });
});

test("Claudine’s morning page says that six needs have waited ninety days", async () => {
  const { rows } = await sql<{
    id: string;
  }>`select id from registry.post where organisation = ${world.association} and post_type = 'CBM'`.execute(world.db);
  const duties = await dutiesOf(world.db, {
    posts: [{ post: rows[0]?.id ?? "", postType: "CBM", organisation: world.association, roles: ["capacity_manager"] }],
    today: TODAY,
    pack: world.pack,
    association: world.association,
  });
  expect(duties.find((duty) => duty.key.startsWith("needs.waited"))?.title.values).toEqual({ count: 6, days: 90 });
});
