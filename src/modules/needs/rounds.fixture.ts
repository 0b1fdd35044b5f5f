/** Rounds for tests: a published questionnaire, a launched round, and answers of people in the posts that the round invites. */
import { expect } from "vitest";
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { itemsOf } from "#kernel/questionnaire/capacity.ts";
import { exampleWorkbook } from "#kernel/questionnaire/example.ts";
import { importInstrument, modelOf, publishVersion } from "#kernel/questionnaire/store.ts";
import { closeSitting, startSitting, type Answered, type Sitting } from "#kernel/questionnaire/sittings.ts";
import { ROUND_KIND } from "./purpose.ts";
import { addPerson } from "#kernel/registry/people.ts";
import { assign, openPost } from "#kernel/registry/holders.ts";
import type { World } from "#test/support/world.ts";
import { designRound, launchRound, openRound, saveDesign } from "./actions-round.ts";
import type { Round } from "./schema.ts";
import { validateAnswers } from "./actions-evidence.ts";
import { closeAnswers, endModeration, shareResults } from "./actions-round.ts";
import { dutiesOf } from "./duties.ts";
import { TODAY } from "#test/support/fixed.ts";

/** The questionnaire of the example workbook, published once a world. */
export async function publishedQuestionnaire(world: World): Promise<string> {
  const known = await world.db.selectFrom("questionnaire.version").select("id").where("state", "=", "published").executeTakeFirst();
  if (known !== undefined) return known.id;
  const bytes = await exampleWorkbook(world.pack);
  return world.act("claudine", async (act) => {
    const { version, report } = await importInstrument(act, {
      organisation: world.association,
      code: "needs",
      title: "Capacity needs",
      language: "en",
      bytes,
      fileName: "needs.xlsx",
    });
    expect(report.problems).toEqual([]);
    await publishVersion(act, version);
    return version;
  });
}

/** A design as Claudine makes it; what a test is about, it says itself. */
export async function designed(world: World, own: Partial<Round> = {}): Promise<string> {
  const version = await publishedQuestionnaire(world);
  return world.act("claudine", async (act) => {
    const id = await designRound(act, { title: own.title ?? "Capacity needs 2025/2026", language: "en", copyOf: null });
    await saveDesign(act, id, {
      kind: "annual_light",
      purpose: "To plan the year on what offices lack",
      whom: "Districts and their sectors",
      what: "Serve residents without delay",
      groups: ["procurement_officers", "hr_directors", "district_executive_secretaries", "sector_executive_secretaries"],
      methods: ["self_assessment", "interview", "document_check"],
      version,
      opens: "2025-11-17",
      closes: "2025-11-28",
      needGap: 1,
      shareConsent: "aggregate",
      ...own,
    });
    return id;
  });
}

/** A round that is open for answers. */
export async function openedRound(world: World, own: Partial<Round> = {}): Promise<string> {
  const id = await designed(world, own);
  await world.act("claudine", async (act) => {
    await launchRound(act, id);
    await openRound(act, id);
  });
  return id;
}

/** What somebody says: the level now and wanted for every field, or by field. */
export interface Saying {
  readonly current: number | Readonly<Record<string, number>>;
  readonly desired: number;
  readonly importance?: string;
  readonly cause?: string;
}

/** Answers to the example questionnaire at the places where it asks for them. */
export async function answersOf(act: Act, version: string, saying: Saying): Promise<Answered> {
  const answers: Record<string, string> = {};
  for (const { domain, paths } of itemsOf(await modelOf(act.tx, version))) {
    const current = typeof saying.current === "number" ? saying.current : (saying.current[domain] ?? saying.desired);
    const said: [string | undefined, string][] = [
      [paths.current, String(current)],
      [paths.desired, String(saying.desired)],
      [paths.importance, saying.importance ?? "high"],
      [current < saying.desired ? paths.cause : undefined, saying.cause ?? "knowledge_skill"],
    ];
    for (const [path, text] of said) if (path !== undefined) answers[path] = text;
  }
  return { format: 1, language: "en", values: {}, answers, aside: {}, instanceName: "" };
}

/** Somebody begins to answer for a post. */
export async function begin(world: World, round: string, who: { readonly post: string; readonly person: string }): Promise<Sitting> {
  const facts = await world.db.selectFrom("needs.round").select(["version", "title"]).where("id", "=", round).executeTakeFirstOrThrow();
  const invitation = await world.db
    .selectFrom("needs.invitation")
    .selectAll()
    .where("round", "=", round)
    .where("post", "=", who.post)
    .executeTakeFirstOrThrow();
  return world.act(null, (act) =>
    startSitting(act, {
      purposeKind: ROUND_KIND,
      purpose: round,
      version: facts.version,
      organisation: invitation.organisation,
      title: facts.title,
      channel: "web",
      language: "en",
      post: who.post,
      postType: invitation.post_type,
      person: who.person,
    }),
  );
}

/** Somebody answers for a post, from start to submission. */
export async function answer(
  world: World,
  round: string,
  who: { readonly post: string; readonly person: string },
  saying: Saying,
): Promise<Sitting> {
  const sitting = await begin(world, round, who);
  return world.act(null, async (act) => closeSitting(act, sitting, await answersOf(act, sitting.version, saying)));
}

/** The post that one of the cast holds, and herself. */
export async function whoIs(world: World, name: Parameters<World["actor"]>[0]): Promise<{ post: string; person: string }> {
  const actor = await world.actor(name);
  return { post: actor.post ?? "", person: actor.person };
}

/** So many invented holders of a type of post below an organisation: those there are, then new ones in vacant posts, then in posts opened for them. */
export async function holders(
  world: World,
  organisation: string,
  postType: string,
  count: number,
  from: Day = "2024-01-01",
): Promise<{ post: string; person: string }[]> {
  const { rows } = await sql<{ post: string; person: string | null }>`
    select p.id as post, a.person from registry.below(${organisation}, ${from}) b join registry.post p on p.organisation = b.organisation
    left join registry.assignment a on a.post = p.id and a.to_day is null
    where p.post_type = ${postType} and not exists (select from access.account c where c.person = a.person)
    order by a.person is null, p.id limit ${count}`.execute(world.db);
  return world.act(null, async (act) => {
    const posts = [...rows];
    while (posts.length < count) posts.push({ post: await openPost(act, { organisation, postType, from: "2006-01-01" }), person: null });
    await act.journal({ kind: "needs.test.holders", subject: { kind: "organisation", id: organisation }, payload: {} });
    const made: { post: string; person: string }[] = [];
    for (const [index, row] of posts.entries()) {
      const person =
        row.person ?? (await addPerson(act, { fullName: `Holder ${postType} ${index + 1}`, sex: index % 2 === 0 ? "F" : "M" }, "test"));
      if (row.person === null) await assign(act, { post: row.post, person, acting: false, from });
      made.push({ post: row.post, person });
    }
    return made;
  });
}

/** What a post owes today. */
export const owes = async (world: World, post: string, roles: Parameters<typeof dutiesOf>[1]["posts"][number]["roles"] = ["respondent"]) =>
  dutiesOf(world.db, {
    posts: [{ post, postType: "PRO", organisation: await world.organisation("Huye"), roles }],
    today: TODAY,
    pack: world.pack,
    association: world.association,
  });
/** The sums of a round, by field. */
export const cellsOf = async (world: World, round: string) =>
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
export async function sharedRound(world: World, consent: string | null = null): Promise<string> {
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
