/** Who may do what, whose answer counts, what a district sees of others, and what happens when a post changes hands. */
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { addDays } from "#kernel/calendar/day.ts";
import { perform } from "#kernel/access/act.ts";
import { houseOf } from "#kernel/access/house.ts";
import type { JobContext } from "#kernel/access/module.ts";
import { assign, endHolding } from "#kernel/registry/holders.ts";
import { addPerson } from "#kernel/registry/people.ts";
import { closeSitting, withdrawSitting, sittingOf } from "#kernel/questionnaire/sittings.ts";
import { useWorld } from "#test/support/world.ts";
import type { CastName } from "#test/support/cast.ts";
import { TODAY } from "#test/support/fixed.ts";
import { validateAnswers } from "./actions-evidence.ts";
import { closeAnswers, endModeration, shareResults } from "./actions-round.ts";
import { addResponse } from "./actions-response.ts";
import { countAnswers } from "./actions-answers.ts";
import { countAnew } from "./demo-answers.ts";
import { needsByDomain, personalData } from "./datasets.ts";
import { dutiesOf } from "./duties.ts";
import { JOBS, jobs } from "./jobs.ts";
import { module } from "./module.ts";
import { needsByIds, openNeeds } from "./public.ts";
import { paths } from "./paths.ts";
import { roundPurpose } from "./purpose.ts";
import { records } from "./records.ts";
import { verbs } from "./rules.ts";
import { answer, answersOf, begin, designed, holders, openedRound, whoIs } from "./rounds.fixture.ts";

const world = useWorld([module]);

const owes = async (post: string, roles: Parameters<typeof dutiesOf>[1]["posts"][number]["roles"] = ["respondent"]) =>
  dutiesOf(world.db, {
    posts: [{ post, postType: "PRO", organisation: await world.organisation("Huye"), roles }],
    today: TODAY,
    pack: world.pack,
    association: world.association,
  });
const cellsOf = async (round: string) =>
  (
    await sql<{
      domain: string;
      respondents: number;
      gap: number;
      causes: unknown;
    }>`select domain, respondents, sum_gap as gap, causes from needs.cell where round = ${round} order by domain, post_type`.execute(
      world.db,
    )
  ).rows;

/** A round of Huye with eight answers, taken to the day its results are shared. */
async function sharedRound(consent: string | null = null): Promise<string> {
  const huye = await world.organisation("Huye");
  const id = await openedRound(world, { organisations: [huye], title: `Shared ${consent ?? "as asked"}` });
  for (const who of [await whoIs(world, "vestine"), await whoIs(world, "jeanbosco"), ...(await holders(world, huye, "SES", 6))])
    await answer(world, id, who, { current: { PRC: 2 }, desired: 4 });
  await world.act("claudine", (act) => closeAnswers(act, id));
  await world.act("jeanbosco", (act) => validateAnswers(act, { round: id, organisation: huye, note: "", language: "en", consent }));
  await world.act("claudine", (act) => endModeration(act, id));
  await world.act("claudine", (act) => shareResults(act, id));
  return id;
}

describe("a post, not a person, is invited", () => {
  test("Pacifique is invited, leaves before he answers, and his successor Rose owes the answer and gives it", async () => {
    const id = await openedRound(world, { title: "Changing hands" });
    const { post, person } = await whoIs(world, "pacifique");
    const pacifique = await world.actor("pacifique");
    expect((await owes(post)).map((duty) => duty.record.id)).toContain(id);
    const draft = await begin(world, id, { post, person });
    const rose = await world.act("jeanbosco", async (act) => {
      await endHolding(act, { post, acting: false, on: TODAY, reason: "transfer" });
      const successor = await addPerson(act, { fullName: "Rose Uwimbabazi", sex: "F" }, "test");
      await assign(act, { post, person: successor, acting: false, from: TODAY });
      return successor;
    });
    // The duty stayed with the post.
    expect((await owes(post)).map((duty) => duty.record.id)).toContain(id);
    // Pacifique cannot send in what he began: the post is Rose’s now.
    await expect(
      world.act(null, async (act) => closeSitting(act, draft, await answersOf(act, draft.version, { current: 1, desired: 5 }))),
    ).rejects.toThrow("needs.postChanged");
    await answer(world, id, { post, person: rose }, { current: 3, desired: 4 });
    expect((await owes(post)).filter((duty) => duty.record.id === id)).toEqual([]);
    const opening = await roundPurpose.open(world.db, { ...pacifique, person }, id, TODAY);
    expect(opening).toMatchObject({ allowed: false });
    expect(new Set((await cellsOf(id)).map((cell) => cell.respondents))).toEqual(new Set([1]));
    await world.act("jeanbosco", async (act) => {
      await endHolding(act, { post, acting: false, on: addDays(TODAY, 1), reason: "other" });
      await assign(act, { post, person, acting: false, from: addDays(TODAY, 1) });
    });
  });

  test("Béata’s acting colleague cannot answer a second time for her post", async () => {
    const id = await openedRound(world, { title: "Twice" });
    const beata = await whoIs(world, "beata");
    const acting = await world.act("jeanbosco", async (act) => {
      const person = await addPerson(act, { fullName: "Théogène Mugabo", sex: "M" }, "test");
      await assign(act, { post: beata.post, person, acting: true, from: "2025-11-01" });
      return person;
    });
    await answer(world, id, beata, { current: 2, desired: 4 });
    await expect(answer(world, id, { post: beata.post, person: acting }, { current: 5, desired: 5 })).rejects.toThrow(
      "needs.answeredAlready",
    );
  });
});

describe("answers and sums", () => {
  test("Béata’s answers counted twice by a repeated job are counted once", async () => {
    const id = await openedRound(world, { title: "Idempotent" });
    const sitting = await answer(world, id, await whoIs(world, "beata"), { current: { CMP: 1 }, desired: 4, cause: "staffing" });
    const before = await cellsOf(id);
    await world.act(null, async (act) => {
      await countAnswers(act, sitting, await answersOf(act, sitting.version, { current: { CMP: 1 }, desired: 4 }));
      await act.journal({ kind: "needs.test.repeated", subject: { kind: "needs.round", id }, payload: {} });
    });
    expect(await cellsOf(id)).toEqual(before);
    expect(before.find((cell) => cell.domain === "CMP")).toEqual({ domain: "CMP", respondents: 1, gap: 3, causes: { staffing: 1 } });
  });

  test("what Béata takes back leaves no trace in the sums, and her post may answer anew", async () => {
    const id = await openedRound(world, { title: "Withdrawn" });
    const beata = await whoIs(world, "beata");
    await answer(world, id, await whoIs(world, "vestine"), { current: 2, desired: 3 });
    const others = await cellsOf(id);
    const sitting = await answer(world, id, beata, { current: 1, desired: 5 });
    expect(await cellsOf(id)).not.toEqual(others);
    await world.act("beata", async (act) => withdrawSitting(act, (await sittingOf(act.tx, sitting.id)) ?? sitting));
    expect(await cellsOf(id)).toEqual(others);
    await answer(world, id, beata, { current: 3, desired: 4 });
    expect((await sql<{ n: number }>`select count(*)::int as n from needs.rating where round = ${id}`.execute(world.db)).rows[0]?.n).toBe(
      12,
    );
  });

  test("after the answers are closed Béata can neither answer nor take back", async () => {
    const id = await openedRound(world, { title: "Closed" });
    const sitting = await answer(world, id, await whoIs(world, "vestine"), { current: 2, desired: 3 });
    const late = await begin(world, id, await whoIs(world, "beata"));
    await world.act("claudine", (act) => closeAnswers(act, id));
    await expect(
      world.act(null, async (act) => closeSitting(act, late, await answersOf(act, late.version, { current: 1, desired: 5 }))),
    ).rejects.toThrow("needs.notOpen");
    await expect(world.act("vestine", async (act) => withdrawSitting(act, sitting))).rejects.toThrow("needs.notOpen");
  });

  test("sums kept answer by answer are the sums over all answers", async () => {
    const huye = await world.organisation("Huye");
    const id = await openedRound(world, { organisations: [huye], title: "Summed" });
    const people = await holders(world, huye, "PRO", 5);
    for (const [index, who] of people.entries()) {
      const invited = await world.db
        .selectFrom("needs.invitation")
        .select("post")
        .where("round", "=", id)
        .where("post", "=", who.post)
        .executeTakeFirst();
      if (invited !== undefined)
        await answer(world, id, who, { current: (index % 4) + 1, desired: 4, cause: index % 2 === 0 ? "money" : "staffing" });
    }
    await answer(world, id, await whoIs(world, "vestine"), { current: 2, desired: 4 });
    const kept = await cellsOf(id);
    await world.act(null, async (act) => {
      await countAnew(act, id);
      await act.journal({ kind: "needs.test.counted", subject: { kind: "needs.round", id }, payload: {} });
    });
    expect(await cellsOf(id)).toEqual(kept);
  });

  test("five people who submit at the same moment are all counted", async () => {
    const huye = await world.organisation("Huye");
    const people = await holders(world, huye, "SES", 5);
    const id = await openedRound(world, { organisations: [huye], title: "At once" });
    const sittings = await Promise.all(people.map((who) => begin(world, id, who)));
    await Promise.all(
      sittings.map((sitting) =>
        world.act(null, async (act) => closeSitting(act, sitting, await answersOf(act, sitting.version, { current: 2, desired: 4 }))),
      ),
    );
    expect((await cellsOf(id)).map((cell) => cell.respondents)).toEqual([5, 5, 5, 5, 5, 5]);
  });
});

describe("who may do what", () => {
  const ROUND_PAGES: readonly [
    verb: keyof typeof verbs,
    who: CastName,
    path: (id: string, huye: string) => string,
    form?: Record<string, string>,
  ][] = [
    ["read", "pacifique", () => paths.needs],
    ["read", "gilbert", () => paths.rounds],
    ["design", "jeanbosco", () => paths.newRound],
    ["launch", "vestine", (id) => paths.launch(id)],
    ["open", "aimable", (id) => paths.step(id, "open"), {}],
    ["close", "vestine", (id) => paths.step(id, "close"), {}],
    ["cancel", "aimable", (id) => paths.step(id, "cancel"), { reason: "x" }],
    ["extend", "aimable", (id) => paths.step(id, "extend"), {}],
    ["finishModeration", "vestine", (id) => paths.step(id, "finishModeration"), {}],
    ["share", "jeanbosco", (id) => paths.step(id, "share"), {}],
    ["plan", "solange", (id) => paths.step(id, "plan"), {}],
    ["finish", "aimable", (id) => paths.step(id, "finish"), {}],
    ["remind", "vestine", (id) => paths.remind(id), {}],
    ["record", "vestine", (id, huye) => paths.evidence(id, huye)],
    ["validate", "claudine", (id, huye) => paths.validate(id, huye)],
    ["moderate", "jeanbosco", (id, huye) => paths.moderate(id, huye, "PRC")],
    ["reply", "jeanbosco", (id, huye) => paths.reply(id, huye)],
    ["reply", "claudine", (id, huye) => paths.reply(id, huye)],
    ["report", "claudine", () => paths.report],
  ];
  test.each(ROUND_PAGES)("%s is denied to %s", async (_verb, who, path, form) => {
    const id = await openedRound(world, { title: `Denied ${_verb} ${who}` });
    const browser = await world.browser(who);
    const address = path(id, await world.organisation("Huye"));
    const answered = form === undefined ? await browser.get(address) : await browser.post(address, form);
    expect(answered.status).toBe(403);
  });

  test("responses, refusals, objections and ends of needs are denied to Pacifique, and refusals to Vestine", async () => {
    const id = await sharedRound();
    const [need] = (await sql<{ id: string }>`select id from needs.need where round = ${id}`.execute(world.db)).rows;
    const pacifique = await world.browser("pacifique");
    const vestine = await world.browser("vestine");
    for (const path of [paths.respond, paths.refuse, paths.answerContest])
      expect((await pacifique.get(path(need?.id ?? ""))).status).toBe(403);
    expect((await pacifique.post(paths.meet(need?.id ?? ""))).status).toBe(403);
    expect((await vestine.post(paths.refuse(need?.id ?? ""), { reason: "x" })).status).toBe(403);
    expect((await world.browser(null).then((browser) => browser.get(paths.needs))).status).not.toBe(200);
  });

  test("Gilbert’s post is not invited, and Olivier cannot say how a response of Huye stands", async () => {
    const id = await sharedRound();
    const open = await openedRound(world, { title: "Not for Gilbert" });
    expect(await roundPurpose.open(world.db, await world.actor("gilbert"), open, TODAY)).toMatchObject({ allowed: false });
    expect(await roundPurpose.open(world.db, await world.actor("beata"), open, TODAY)).toMatchObject({
      allowed: true,
      organisation: await world.organisation("Huye"),
    });
    const [need] = (await sql<{ id: string }>`select id from needs.need where round = ${id}`.execute(world.db)).rows;
    const response = await world.act("claudine", async (act) => {
      await sql`update needs.need set state = 'accepted' where id = ${need?.id ?? ""}`.execute(act.tx);
      return addResponse(act, {
        need: need?.id ?? "",
        type: "training",
        what: "Three days",
        language: "en",
        estimateMinor: 6_400_000,
        currency: "RWF",
        owner: (await whoIs(world, "vestine")).post,
        due: "2026-03-01",
        addressee: null,
      });
    });
    const olivier = await world.browser("olivier");
    expect((await olivier.post(paths.response(need?.id ?? "", response), { step: "begin" })).status).toBe(403);
    const vestine = await world.browser("vestine");
    expect((await vestine.post(paths.response(need?.id ?? "", response), { step: "complete", note: "Held in February" })).location).toBe(
      paths.need(need?.id ?? ""),
    );
    expect((await vestine.get(paths.need(need?.id ?? ""))).text).toContain("Held in February");
    expect((await (await world.browser("vestine")).get(`${paths.need(need?.id ?? "")}?lang=fr`)).text).toContain(
      "6\u202f400\u202f000\u00a0RWF",
    );
    expect((await (await world.browser("claudine")).post(paths.meet(need?.id ?? ""))).location).toBe(paths.need(need?.id ?? ""));
  });

  test("every verb of this module names somebody, and none names a role that the pack gives to no post", () => {
    const given = new Set(world.pack.postTypes.flatMap((type) => type.roles));
    for (const verb of Object.values(verbs)) {
      expect(Object.keys(verb.roles).length, verb.name).toBeGreaterThan(0);
      for (const role of Object.keys(verb.roles)) expect(given.has(role as never), `${verb.name} ${role}`).toBe(true);
    }
  });

  test("Chantal of Musanze finds nothing of Huye: no result, no need, no evidence, in lists neither", async () => {
    const huye = await world.organisation("Huye");
    const id = await sharedRound();
    const [need] = (await sql<{ id: string }>`select id from needs.need where round = ${id}`.execute(world.db)).rows;
    const chantal = await world.browser("chantal");
    for (const path of [
      paths.round(id),
      paths.organisation(id, huye),
      paths.need(need?.id ?? ""),
      paths.ofOrganisation(huye),
      paths.reply(id, huye),
      paths.validate(id, huye),
      paths.coverage(id),
      paths.respond(need?.id ?? ""),
    ])
      expect((await chantal.get(path)).status, path).toBe(404);
    expect((await chantal.get(`${paths.needs}?organisation=${huye}`)).text).toContain("No need matches");
    expect((await (await world.browser("chantal")).get(paths.needsCsv)).text).not.toContain("Huye");
    const seen = await records["needs.need"]?.visible(world.db, await world.actor("chantal"), [need?.id ?? ""], TODAY);
    expect(seen?.size).toBe(0);
    expect((await records["needs.need"]?.visible(world.db, await world.actor("vestine"), [need?.id ?? ""], TODAY))?.size).toBe(1);
    expect((await records["needs.need"]?.visible(world.db, null, [need?.id ?? ""], TODAY))?.size).toBe(0);
  });

  test("Huye keeps its result to itself: Claudine sees how many answered and no more", async () => {
    const huye = await world.organisation("Huye");
    const id = await sharedRound("none");
    const [need] = (await sql<{ id: string }>`select id from needs.need where round = ${id}`.execute(world.db)).rows;
    const claudine = await world.browser("claudine");
    const page = await claudine.get(paths.organisation(id, huye));
    expect(page.text).toContain("keeps its result to itself");
    expect(page.text).not.toContain("What each source says");
    expect((await claudine.get(paths.need(need?.id ?? ""))).status).toBe(404);
    expect((await claudine.get(`${paths.needs}?round=${id}`)).text).toContain("No need matches");
    expect((await (await world.browser("vestine")).get(paths.organisation(id, huye))).text).toContain("Procurement and contracts");
    expect((await openNeeds(world.db, world.pack, {})).map((one) => one.round)).not.toContain(id);
  });
});

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
    const duty = (await owes((await whoIs(world, "beata")).post)).find((one) => one.record.id === id);
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
  test("needs download as CSV and as a workbook", async () => {
    await sharedRound();
    const claudine = await world.browser("claudine");
    const csv = await claudine.get(`${paths.needsCsv}?domain=PRC`);
    expect(csv.headers.get("content-type")).toContain("text/csv");
    expect(csv.text).toContain("Procurement and contracts,Huye");
    expect((await claudine.get(paths.needsXlsx)).text.startsWith("PK")).toBe(true);
    expect((await claudine.get(`${paths.needs}?sort=gap-up&page=2`)).status).toBe(200);
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
    const sums = await cellsOf(id);
    await world.db.transaction().execute(async (tx) => personalData.erase?.(tx, beata.person));
    expect((await personalData.collect(world.db, beata.person)).filter((row) => row["round"] === "Her data")).toEqual([]);
    expect(await cellsOf(id)).toEqual(sums);
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
