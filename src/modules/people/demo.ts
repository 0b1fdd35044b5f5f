/** Demonstration people: a whole country of invented holders in a few statements, the people who sign in, doubles to tell apart, and two handovers. */
import { sql } from "kysely";
import type { DemoContext } from "#kernel/access/module.ts";
import { addDays, type Day } from "#kernel/calendar/day.ts";
import { postTypesAt } from "#kernel/pack/lookup.ts";
import type { PostType } from "#kernel/pack/pack.ts";
import { addPlaces, associationTier, openPosts, postTypesOfTier } from "#kernel/registry/bulk.ts";
import { KNOWN_SINCE } from "#kernel/registry/install.ts";
import { sortNameOf } from "#kernel/registry/people.ts";
import { seeded, type Random } from "#methods/draw/random.ts";
import { openDemoAccount } from "#modules/account";
import { newId } from "#platform/db/ids.ts";
import { DEMO_CELLS, DEMO_HOME, DEMO_SIGN_INS } from "./demo-cast.ts";
import { demoHandovers } from "./demo-handovers.ts";
import { drawPerson, drawPost, type DrawnHolding, type DrawnPerson } from "./demo-people.ts";
import { findMatches } from "./matches.ts";

const SEED = "people of the demonstration";

interface PostToFill {
  id: string;
  post_type: string;
  organisation: string;
  code: string;
}

interface PersonToAdd {
  readonly id: string;
  readonly drawn: DrawnPerson;
  readonly phone: string | null;
  readonly email: string | null;
}

interface HoldingToAdd {
  readonly post: string;
  readonly person: string;
  readonly acting: boolean;
  readonly holding: Omit<DrawnHolding, "person">;
}

/** Everything that is written in one go. */
interface Filling {
  readonly people: PersonToAdd[];
  readonly holdings: HoldingToAdd[];
  readonly unfunded: string[];
}

/** Cells under one sector, unless units were imported already. */
async function addCells(demo: DemoContext): Promise<void> {
  const { rows } = await sql<{ territory: string }>`
    select t.id as territory from registry.territory t join registry.territory_version v on v.territory = t.id
    where t.tier = ${DEMO_CELLS.parentTier} and v.code = ${DEMO_CELLS.parent} and v.to_day is null
      and not exists (select 1 from registry.territory c where c.tier = ${DEMO_CELLS.tier})`.execute(demo.db);
  const parent = rows[0]?.territory;
  if (parent === undefined) return;
  const cells = DEMO_CELLS.cells.map((cell) => ({ ...cell, tier: DEMO_CELLS.tier, parent, kind: "administration" as const }));
  const added = await addPlaces(demo.db as never, cells, KNOWN_SINCE, "demonstration");
  await openPosts(
    demo.db as never,
    added.map((one) => ({ organisation: one.organisation, types: postTypesOfTier(demo.pack, DEMO_CELLS.tier) })),
    KNOWN_SINCE,
  );
}

/** Seats whose number the pack leaves open: a member has some of each. */
async function addOpenSeats(demo: DemoContext, random: Random): Promise<void> {
  const { pack } = demo;
  const { rows } = await sql<{ id: string; code: string; tier: string }>`
    select o.id, coalesce(v.code, o.code) as code, o.tier from registry.organisation o
    left join registry.governs g on g.organisation = o.id left join registry.territory_version v on v.territory = g.territory and v.to_day is null
    where o.kind in ('association', 'local_government') order by o.code`.execute(demo.db);
  const association = associationTier(pack).code;
  const hosts = rows.map((row) => {
    const types = row.tier === association ? postTypesOfTier(pack, association) : postTypesAt(pack, row.code, demo.today);
    const open = types.filter((type) => type.seats === null && type.selection === "appointed");
    return {
      organisation: row.id,
      types: open.map((type): PostType => ({ ...type, seats: random.integer(1, row.tier === association ? 4 : 3) })),
    };
  });
  await openPosts(demo.db as never, hosts, KNOWN_SINCE);
}

/** Every post that the demonstration fills: those of villages stay open, they are thousands and nobody’s figures need them. */
async function postsToFill(demo: DemoContext): Promise<PostToFill[]> {
  const deepest = Math.max(...demo.pack.tiers.map((tier) => tier.level ?? 0));
  const tiers = demo.pack.tiers.filter((tier) => tier.level !== deepest).map((tier) => tier.code);
  const { rows } = await sql<PostToFill>`
    select p.id, p.post_type, p.organisation, o.code from registry.post p join registry.organisation o on o.id = p.organisation
    where o.tier = any(${tiers}::text[]) and not exists (select 1 from registry.assignment a where a.post = p.id)
    order by o.code, p.post_type, p.seat`.execute(demo.db);
  return rows;
}

const emailOf = (name: string, taken: Map<string, number>): string => {
  const base = sortNameOf(name).replaceAll(/[^a-z]+/g, ".");
  const count = (taken.get(base) ?? 0) + 1;
  taken.set(base, count);
  return `${base}${count === 1 ? "" : count}@inteko.example`;
};

/** Draws holders for all posts; acting ones come from the same body. */
function draw(demo: DemoContext, posts: readonly PostToFill[], random: Random): Filling {
  const types = new Map(demo.pack.postTypes.map((type) => [type.code, type]));
  const filling: Filling = { people: [], holdings: [], unfunded: [] };
  const emails = new Map<string, number>();
  let number = 1000;
  const add = (drawn: DrawnPerson, current: boolean): string => {
    const id = newId();
    const phone = current && number < 10_000 ? `+25078800${String(number++)}` : null;
    filling.people.push({ id, drawn, phone, email: current && phone !== null && number % 3 !== 0 ? emailOf(drawn.name, emails) : null });
    return id;
  };
  for (const [, own] of Map.groupBy(posts, (post) => post.organisation)) {
    const here: string[] = [];
    const wanting: string[] = [];
    const chance = random.fork(own[0]?.code ?? "");
    for (const post of own) {
      const type = types.get(post.post_type);
      if (type === undefined) continue;
      const drawn = drawPost(chance, type, demo.today);
      if (!drawn.funded) filling.unfunded.push(post.id);
      if (drawn.before !== null)
        filling.holdings.push({ post: post.id, person: add(drawn.before.person, false), acting: false, holding: drawn.before });
      if (drawn.now !== null) {
        const person = add(drawn.now.person, true);
        if (type.selection === "appointed") here.push(person);
        filling.holdings.push({ post: post.id, person, acting: false, holding: drawn.now });
      } else if (drawn.wantsActing) wanting.push(post.id);
    }
    for (const post of wanting)
      if (here.length > 0)
        filling.holdings.push({
          post,
          person: chance.pick(here),
          acting: true,
          holding: { from: addDays(demo.today, -chance.integer(5, 330)), precision: "day", to: null, reasonLeft: null },
        });
  }
  return filling;
}

/** Writes people, contacts, qualifications and holdings in five statements. */
async function write(demo: DemoContext, { people, holdings, unfunded }: Filling): Promise<void> {
  const { db } = demo;
  const pick = <T>(of: (person: PersonToAdd) => T): T[] => people.map(of);
  await sql`insert into registry.person (id, full_name, given_name, sort_name, sex, birth_year, language)
    select * from unnest(${pick((one) => one.id)}::uuid[], ${pick((one) => one.drawn.name)}::text[], ${pick((one) => one.drawn.given)}::text[], ${pick((one) => sortNameOf(one.drawn.name))}::text[],
      ${pick((one) => one.drawn.sex)}::text[], ${pick((one) => one.drawn.birthYear)}::smallint[], ${pick((one) => one.drawn.language)}::text[])`.execute(
    db,
  );
  const contacts = people.flatMap((one) => [
    ...(one.phone === null ? [] : [{ person: one.id, kind: "phone", value: one.phone }]),
    ...(one.email === null ? [] : [{ person: one.id, kind: "email", value: one.email }]),
  ]);
  await sql`insert into registry.contact (id, person, kind, value, from_day)
    select g.*, ${KNOWN_SINCE}::date from unnest(${contacts.map(newId)}::uuid[], ${contacts.map((one) => one.person)}::uuid[], ${contacts.map((one) => one.kind)}::text[], ${contacts.map((one) => one.value)}::text[]) as g`.execute(
    db,
  );
  const learned = people.filter((one) => one.drawn.level !== null);
  const certainty = ["imported", "imported", "claimed", "verified"];
  await sql`insert into registry.qualification (id, person, level, field, year, certainty, source)
    select g.*, 'demonstration' from unnest(${learned.map(newId)}::uuid[], ${learned.map((one) => one.id)}::uuid[], ${learned.map((one) => one.drawn.level)}::text[], ${learned.map((one) => one.drawn.field)}::text[],
      ${learned.map((one) => (one.drawn.birthYear === null ? null : one.drawn.birthYear + 24))}::smallint[], ${learned.map((_, index) => certainty[index % 4] ?? "imported")}::text[]) as g`.execute(
    db,
  );
  const each = <T>(of: (one: HoldingToAdd) => T): T[] => holdings.map(of);
  await sql`insert into registry.assignment (id, post, person, acting, from_day, from_precision, to_day, reason_left)
    select g.* from unnest(${holdings.map(newId)}::uuid[], ${each((one) => one.post)}::uuid[], ${each((one) => one.person)}::uuid[], ${each((one) => one.acting)}::boolean[], ${each((one) => one.holding.from)}::date[],
      ${each((one) => one.holding.precision)}::text[], ${each((one) => one.holding.to)}::date[], ${each((one) => one.holding.reasonLeft)}::text[]) as g`.execute(
    db,
  );
  await sql`update registry.post set funded = false where id = any(${unfunded}::uuid[])`.execute(db);
}

/** Puts the people who sign in into their posts, before everybody else is drawn. Returns how many found theirs. */
async function addCast(demo: DemoContext): Promise<number> {
  const random = seeded(`${SEED}: cast`);
  let placed = 0;
  for (const [index, one] of DEMO_SIGN_INS.entries()) {
    const type = demo.pack.postTypes.find((candidate) => candidate.code === one.postType);
    if (type === undefined) continue;
    const { rows } = await sql<{ id: string }>`
      select p.id from registry.post p join registry.organisation o on o.id = p.organisation
      left join registry.governs g on g.organisation = o.id left join registry.territory_version v on v.territory = g.territory and v.to_day is null
      left join registry.governs ug on ug.territory = v.parent left join registry.organisation up on up.id = ug.organisation
      where p.post_type = ${one.postType} and (o.name = ${one.organisation} or o.short_name = ${one.organisation}) and (${one.under ?? null}::text is null or up.name = ${one.under ?? null})
        and not exists (select 1 from registry.assignment a where a.post = p.id and a.to_day is null)
      order by o.code, p.seat limit 1`.execute(demo.db);
    const post = rows[0]?.id;
    if (post === undefined) continue;
    const drawn: DrawnPerson = {
      ...drawPerson(random, type, demo.today),
      name: one.name,
      given: one.name.split(" ")[0] ?? one.name,
      sex: one.sex,
      language: one.language,
    };
    const person = newId();
    const from: Day = one.since < demo.today ? one.since : addDays(demo.today, -400);
    const phone = `+25078800${String(100 + index).padStart(4, "0")}`;
    await write(demo, {
      people: [{ id: person, drawn, phone, email: `${one.login}@inteko.example` }],
      holdings: [{ post, person, acting: false, holding: { from, precision: "day", to: null, reasonLeft: null } }],
      unfunded: [],
    });
    await demo.act(null, demo.now, (act) => openDemoAccount(act, person, one.login));
    placed++;
  }
  return placed;
}

/** Some people stand twice, as on lists that were kept apart: the name turned around or written otherwise, acting in the post before they were given it. */
async function addDoubles(demo: DemoContext, filling: Filling, posts: readonly PostToFill[]): Promise<ReadonlySet<string>> {
  const random = seeded(`${SEED}: doubles`);
  const home = posts.find((post) => post.code === DEMO_HOME)?.organisation;
  const near = new Set(posts.filter((post) => post.organisation === home).map((post) => post.id));
  const held = filling.holdings.filter((one) => !one.acting && one.holding.to === null);
  const chosen = [
    ...random.sample(
      held.filter((one) => near.has(one.post)),
      Math.min(3, near.size),
    ),
    ...random.sample(
      held.filter((one) => !near.has(one.post)),
      Math.min(12, held.length),
    ),
  ];
  const people = new Map(filling.people.map((one) => [one.id, one]));
  const doubles = chosen.flatMap((holding, index) => {
    const one = people.get(holding.person);
    if (one === undefined) return [];
    const [given = "", ...family] = one.drawn.name.split(" ");
    const name =
      [
        `${family.join(" ").toUpperCase()} ${given}`,
        one.drawn.name.normalize("NFD").replaceAll(/\p{M}/gu, ""),
        `${given.slice(0, 1)}. ${family.join(" ")}`,
      ][index % 3] ?? one.drawn.name;
    const person: PersonToAdd = {
      id: newId(),
      drawn: { ...one.drawn, name, level: null },
      phone: index % 4 === 3 ? null : one.phone,
      email: null,
    };
    const { from } = holding.holding;
    const before: HoldingToAdd = {
      post: holding.post,
      person: person.id,
      acting: true,
      holding: { from: addDays(from, -150), precision: "day", to: from, reasonLeft: "promotion" },
    };
    return [{ person, before }];
  });
  await write(demo, { people: doubles.map((one) => one.person), holdings: doubles.map((one) => one.before), unfunded: [] });
  return new Set(doubles.map((one) => one.person.id));
}

/** Makes the demonstration people. */
export async function demo(context: DemoContext): Promise<void> {
  const random = seeded(SEED);
  await addCells(context);
  await addOpenSeats(context, random.fork("seats"));
  const cast = await addCast(context);
  const posts = await postsToFill(context);
  const filling = draw(context, posts, random.fork("holders"));
  await write(context, filling);
  const doubles = await addDoubles(context, filling, posts);
  // Thousands of rows came in this transaction; the planner must not believe the tables empty.
  await sql`analyze registry.person, registry.contact, registry.qualification, registry.assignment, registry.post`.execute(context.db);
  await context.act(null, context.now, async (act) => {
    const matches = await findMatches(act, doubles);
    await act.journal({
      kind: "people.demonstration.made",
      subject: { kind: "organisation", id: context.association },
      payload: { cast, people: filling.people.length, holdings: filling.holdings.length, matches },
    });
  });
  await demoHandovers(context);
}
