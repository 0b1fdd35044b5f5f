/** Reminders, service problems, lists, files and open data of needs. */
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { perform } from "#kernel/access/act.ts";
import { houseOf } from "#kernel/access/house.ts";
import type { JobContext } from "#kernel/access/module.ts";
import { useWorld } from "#test/support/world.ts";
import { TODAY } from "#test/support/fixed.ts";
import { validateAnswers } from "./actions-evidence.ts";
import { closeAnswers, endModeration, shareResults } from "./actions-round.ts";
import { needsByDomain, personalData } from "./datasets.ts";
import { dutiesOf } from "./duties.ts";
import { JOBS, jobs } from "./jobs.ts";
import { module } from "./module.ts";
import { needsByIds, openNeedCounts, openNeeds } from "./public.ts";
import { paths } from "./paths.ts";
import { owes, cellsOf, sharedRound, answer, designed, holders, openedRound, whoIs } from "./rounds.fixture.ts";

const world = useWorld([module]);

describe("reminders", () => {
  const context = (): JobContext => ({
    db: world.db,
    pack: world.pack,
    now: world.now,
    origin: "https://inteko.example",
    association: world.association,
    house: houseOf([module]),
    act: (work) => perform(world.db, { actor: null, now: world.now, pack: world.pack }, work),
  });

  test("Claudine reminds; Béata is written to once, Vestine who has answered is not, and Béata’s morning page says it", async () => {
    const id = await openedRound(world, { title: "Reminded" });
    await answer(world, id, await whoIs(world, "vestine"), { current: 2, desired: 4 });
    const claudine = await world.browser("claudine");
    expect((await claudine.post(paths.remind(id))).location).toBe(`${paths.coverage(id)}?reminded=yes`);
    await jobs[JOBS.remind]?.(context(), { round: id, organisation: null });
    await jobs[JOBS.remind]?.(context(), { round: id, organisation: null });
    const sent = await sql<{ person: string }>`select person from conversation.message where subject = ${id}`.execute(world.db);
    const people = sent.rows.map((row) => row.person);
    expect(people.filter((person) => person === undefined)).toEqual([]);
    expect(people.filter((person) => person !== null)).toHaveLength(new Set(people).size);
    expect(people).toContain((await whoIs(world, "beata")).person);
    expect(people).not.toContain((await whoIs(world, "vestine")).person);
    const duty = (await owes(world, (await whoIs(world, "beata")).post)).find((one) => one.record.id === id);
    expect(duty?.why?.values).toEqual({ day: "17/11/2025" });
    expect((await claudine.get(paths.coverage(id))).text).toContain("17/11/2025");
  });
});

describe("service problems", () => {
  const told = {
    statement: "Families come back three times for one certificate",
    service: "Civil registration",
    sufferers: "Families with newborn children",
    since: "03/2024",
    measure: "Visits",
    value: "2,5",
    unit: "visits",
    "measured-day": "10",
    "measured-month": "11",
    "measured-year": "2025",
    domain: "SVC",
    cause: "tools_system",
  };

  test("Jean-Bosco finds Ngoma sector, reports, and the problem waits for a response like a gap", async () => {
    const jeanbosco = await world.browser("jeanbosco");
    const found = await jeanbosco.post(paths.report, { ...told, place: "Ngo", find: "place" });
    expect(found.status).toBe(422);
    expect(found.text).toContain("Families come back three times");
    const territory =
      /name="territory" type="radio" value="([0-9a-f-]{36})"/.exec(found.text)?.[1] ??
      /value="([0-9a-f-]{36})"/.exec(found.text)?.[1] ??
      "";
    const sent = await jeanbosco.post(paths.report, { ...told, place: "Ngo", territory });
    expect(sent.status).toBe(303);
    const page = await jeanbosco.get(sent.location ?? "");
    expect(page.text).toContain("Visits: 2.5 visits on 10/11/2025");
    expect(page.text).toContain("March 2024");
    expect(page.text).toContain("No response yet");
    const id = (sent.location ?? "").split("/").at(-1) ?? "";
    expect((await needsByIds(world.db, [id])).get(id)).toMatchObject({ kind: "service_problem", state: "accepted", domain: "SVC" });
    expect((await openNeeds(world.db, world.pack, { domains: ["SVC"], trainableOnly: true })).map((need) => need.id)).not.toContain(id);
    expect((await (await world.browser("jeanbosco")).get(`${sent.location}?lang=fr`)).text).toContain("2,5");
  });

  test("a place in another district is refused", async () => {
    const { rows } = await sql<{
      territory: string;
    }>`select g.territory from registry.governs g join registry.organisation o on o.id = g.organisation where o.name = 'Musanze' and o.tier = 'DIS'`.execute(
      world.db,
    );
    const sent = await (
      await world.browser("jeanbosco")
    ).post(paths.report, { ...told, place: "Mus", territory: rows[0]?.territory ?? "" });
    expect(sent.status).toBe(404);
  });

  test("Jean-Bosco is told in every field what to do, and nothing that he typed is lost", async () => {
    const sent = await (await world.browser("jeanbosco")).post(paths.report, { statement: "Queues", value: "many", since: "spring" });
    expect(sent.status).toBe(422);
    for (const text of [
      "Find the village, cell or sector",
      "Write the number in figures, for example 14",
      "Say since when, for example 2023",
      "Name the service",
      "Queues",
      "many",
      "spring",
    ])
      expect(sent.text).toContain(text);
  });
});

describe("lists and data", () => {
  test("Claudine narrows who has not answered to the sector executive secretaries of Huye, and takes the same list along", async () => {
    const id = await openedRound(world, { title: "To call" });
    const huye = await world.organisation("Huye");
    const claudine = await world.browser("claudine");
    const all = JSON.parse((await claudine.get(`${paths.waiting(id)}?format=json`)).text) as { post: string; organisation: string }[];
    const asked = `organisation=${huye}&post=SES&written=no`;
    const some = JSON.parse((await claudine.get(`${paths.waiting(id)}?${asked}&format=json`)).text) as typeof all;
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(all.length);
    expect(new Set(some.map((row) => `${row.post}, ${row.organisation}`))).toEqual(new Set(["Sector Executive Secretary, Huye"]));
    const page = await claudine.get(`${paths.coverage(id)}?${asked}`);
    expect(page.text).toContain("Béata Kamikazi");
    expect(page.text).toContain(`${paths.waiting(id)}?organisation=${huye}&amp;post=SES&amp;written=no&amp;format=xlsx`);
    expect((await claudine.get(`${paths.coverage(id)}?${asked.replace("no", "yes")}`)).text).toContain("No post fits.");
    // The counts stay the file of the page.
    expect((await claudine.get(`${paths.coverage(id)}?format=csv`)).text).toContain("Answers");
  });

  test("Claudine sorts the rounds by title and takes them along", async () => {
    await designed(world, { title: "Not launched" });
    const claudine = await world.browser("claudine");
    const rows = JSON.parse((await claudine.get(`${paths.rounds}?sort=title-down&format=json`)).text) as { round: string; state: string }[];
    const titles = rows.map((row) => row.round.toLowerCase());
    expect(titles.length).toBeGreaterThan(1);
    expect(titles).toEqual(titles.toSorted().toReversed());
    const open = JSON.parse((await claudine.get(`${paths.rounds}?state=open&format=json`)).text) as typeof rows;
    expect(open.length).toBeGreaterThan(0);
    expect(open.length).toBeLessThan(rows.length);
  });

  test("needs download as CSV and as a workbook", async () => {
    await sharedRound(world);
    const claudine = await world.browser("claudine");
    const csv = await claudine.get(`${paths.needs}?format=csv&domain=PRC`);
    expect(csv.headers.get("content-type")).toContain("text/csv");
    expect(csv.text).toContain("Procurement and contracts,Huye");
    expect((await claudine.get(`${paths.needs}?format=xlsx`)).text.startsWith("PK")).toBe(true);
    expect((await claudine.get(`${paths.needs}?sort=gap-up&page=2`)).status).toBe(200);
  });

  test("what another module counts by field is what it would list", async () => {
    const undo = new Error("undo");
    const tried = world.db.transaction().execute(async (tx) => {
      await sql`update needs.need set state = 'accepted'`.execute(tx);
      await sql`update needs.need set cause = 'knowledge_skill' where kind = 'gap'`.execute(tx);
      const listed = Map.groupBy(await openNeeds(tx, world.pack, { trainableOnly: true }), (need) => need.domain);
      const domains = [...new Set((await openNeeds(tx, world.pack, {})).map((need) => need.domain))];
      expect(listed.size).toBeGreaterThan(0);
      const counts = [...listed].map(([domain, needs]) => {
        const organisations = new Set(needs.map((need) => need.organisation)).size;
        return [domain, { needs: needs.length, organisations }] as const;
      });
      expect(await openNeedCounts(tx, world.pack, [...domains, "NONE"])).toEqual(new Map(counts));
      throw undo;
    });
    await expect(tried).rejects.toBe(undo);
  });

  test("open data tells no field of a year in which four people answered, nor what only an organisation may see", async () => {
    const huye = await world.organisation("Huye");
    const id = await openedRound(world, { organisations: [huye], title: "Few", fiscalYearStart: "2024-07-01" });
    for (const who of await holders(world, huye, "SES", 4)) {
      const known = await world.db
        .selectFrom("needs.invitation")
        .select("post")
        .where("round", "=", id)
        .where("post", "=", who.post)
        .executeTakeFirst();
      if (known !== undefined) await answer(world, id, who, { current: 2, desired: 4 });
    }
    const invited = await sql<{
      post: string;
      person: string;
    }>`select i.post, a.person from needs.invitation i join registry.assignment a on a.post = i.post and a.to_day is null where i.round = ${id} and i.sitting is null limit 4`.execute(
      world.db,
    );
    const answered =
      (
        await sql<{ n: number }>`select count(*)::int as n from needs.invitation where round = ${id} and sitting is not null`.execute(
          world.db,
        )
      ).rows[0]?.n ?? 0;
    for (const who of invited.rows.slice(0, 4 - answered)) await answer(world, id, who, { current: 2, desired: 4 });
    for (const step of [closeAnswers, endModeration, shareResults]) {
      if (step === endModeration)
        await world.act("jeanbosco", (act) =>
          validateAnswers(act, { round: id, organisation: huye, note: "", language: "en", consent: null }),
        );
      await world.act("claudine", (act) => step(act, id));
    }
    const rows = await needsByDomain.rows(world.db, world.pack, TODAY);
    const few = rows.filter((row) => row["fiscal_year"] === "2024/2025");
    expect(few.length).toBeGreaterThan(0);
    for (const row of few) expect(row).toMatchObject({ respondents: null, current: null, desired: null, needs: null });
    await sql`update needs.participation set consent = 'association' where round = ${id}`.execute(world.db);
    expect((await needsByDomain.rows(world.db, world.pack, TODAY)).filter((row) => row["fiscal_year"] === "2024/2025")).toEqual([]);
  });

  test("Béata is given her own ratings, and erasing them unties them from her while the sums stay", async () => {
    const id = await openedRound(world, { title: "Her data" });
    const beata = await whoIs(world, "beata");
    await answer(world, id, beata, { current: 2, desired: 4 });
    await world.act("claudine", (act) => closeAnswers(act, id));
    expect((await personalData.collect(world.db, beata.person)).filter((row) => row["round"] === "Her data")).toHaveLength(6);
    const sums = await cellsOf(world, id);
    await world.db.transaction().execute(async (tx) => personalData.erase?.(tx, beata.person));
    expect((await personalData.collect(world.db, beata.person)).filter((row) => row["round"] === "Her data")).toEqual([]);
    expect(await cellsOf(world, id)).toEqual(sums);
  });

  test("a design copied from an earlier round brings everything but its dates", async () => {
    const first = await designed(world, { title: "First of its kind", desired: { PRC: 4 } });
    const claudine = await world.browser("claudine");
    const made = await claudine.post(paths.newRound, { title: "Second of its kind", copy: first });
    const id = made.location?.split("/").at(-1) ?? "";
    const row = await world.db.selectFrom("needs.round").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ kind: "annual_light", previous: first, opens: null, closes: null, desired: { PRC: 4 } });
    expect((await claudine.get(paths.round(id))).text).toContain("7 of 8 parts are ready");
    expect(
      (
        await claudine.post(paths.design(id, "dates"), {
          "opens-day": "1",
          "opens-month": "12",
          "opens-year": "2025",
          "closes-day": "30",
          "closes-month": "11",
          "closes-year": "2025",
        })
      ).text,
    ).toContain("before they open");
  });

  test("Claudine’s duties cost as many queries with a hundred needs waiting as with few", async () => {
    const huye = await world.organisation("Huye");
    const count = async (): Promise<number> => {
      let queries = 0;
      const counting = world.db.withPlugin({
        transformQuery: (args) => (queries++, args.node),
        transformResult: async (args) => args.result,
      });
      await dutiesOf(counting, {
        posts: [
          { post: (await whoIs(world, "claudine")).post, postType: "CBM", organisation: world.association, roles: ["capacity_manager"] },
        ],
        today: TODAY,
        pack: world.pack,
        association: world.association,
      });
      return queries;
    };
    const few = await count();
    await sql`insert into needs.need (id, organisation, kind, domain, statement, language, certainty, state, accepted_at, raised_at)
      select gen_random_uuid(), ${huye}::uuid, 'service_problem', 'SVC', 'Queue ' || n, 'en', 'claimed', 'accepted', '2025-01-01', '2025-01-01' from generate_series(1, 100) n`.execute(
      world.db,
    );
    expect(await count()).toBe(few);
  });
});
