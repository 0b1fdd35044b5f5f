/** Learning profiles: what a post asks of its holder, what stays with the person, and who may see who lacks what. */
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { keepEntries, type NewEntry } from "#kernel/portfolio/portfolio.ts";
import { assign, endHolding } from "#kernel/registry/holders.ts";
import { addPerson } from "#kernel/registry/people.ts";
import { module as courses, publishedCourses } from "#modules/courses";
import { module as people } from "#modules/people";
import { module as profiles } from "#modules/profiles";
import { newId } from "#platform/db/ids.ts";
import { makeCourses } from "#test/support/courses.ts";
import { TODAY } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { askedOf, requirementsOf, standingIn } from "./requirements.ts";

const world = useWorld([people, courses, profiles]);

const entry = (person: string, more: Partial<NewEntry> = {}): NewEntry => ({
  id: newId(),
  person,
  kind: "sessions.enrolment",
  about: { kind: "sessions.session", id: newId() },
  title: "Leading a sector",
  language: "en",
  course: "SES-101",
  modality: "short_course",
  domain: "LDG",
  programme: null,
  post: null,
  postType: "SES",
  organisation: null,
  tier: "SEC",
  ageBand: null,
  from: "2025-09-02",
  to: "2025-09-04",
  minutes: 1080,
  outcome: "competent",
  certainty: "verified",
  source: "",
  ...more,
});

async function keep(...entries: NewEntry[]): Promise<void> {
  await world.act("claudine", async (act) => {
    await keepEntries(act, entries);
    await act.journal({ kind: "portfolio.kept", subject: { kind: "person", id: entries[0]?.person ?? newId() }, payload: {} });
  });
}

beforeAll(async () => {
  await makeCourses(world, [
    { code: "SES-101", title: "Leading a sector", groups: ["sector_executive_secretaries"] },
    { code: "PRO-101", title: "Public procurement", groups: ["procurement_officers"] },
    { code: "NEW-101", title: "Induction of new staff", groups: ["new_staff"] },
  ]);
});

describe("what a post asks for", () => {
  it.each([
    ["a sector executive secretary’s post asks for the course of its group", "SES", "SEC", ["SES-101"]],
    ["a procurement officer’s post asks for procurement", "PRO", "DIS", ["PRO-101"]],
    ["a mayor’s post asks for none of these", "MAY", "DIS", []],
  ])("%s; a course for the newly recruited is asked of people, not of posts", async (_, postType, tier, codes) => {
    const offered = await publishedCourses(world.db, world.pack);
    expect(askedOf(requirementsOf(world.pack, offered), { postType, tier })).toEqual(codes);
  });

  it.each([
    ["reached the standard once", ["attended", "competent"] as const, "has"],
    ["came and did not reach it", ["attended"] as const, "came"],
    ["never came", [] as const, "lacks"],
  ])("who %s, stands as such", (_, outcomes, standing) => {
    expect(
      standingIn(
        outcomes.map((outcome) => ({ course: "SES-101", outcome })),
        "SES-101",
      ),
    ).toBe(standing);
  });
});

describe("a portfolio", () => {
  it("shows Béata what her post asks and what she took part in, and prints it", async () => {
    const beata = await world.actor("beata");
    const browser = await world.browser("beata");
    expect((await browser.get("/learning")).text).toContain("Nothing is on record yet");
    await keep(entry(beata.person));
    const page = (await browser.get("/learning")).text;
    expect(page).toContain("Leading a sector");
    expect(page).toContain("1 of 1 on record as reached");
    expect(page).toContain("18.0 hours in all");
    const paper = await browser.get(`/learning/portfolio/${beata.person}`);
    expect(paper.text).toContain("Portfolio of Béata Kamikazi");
  });

  it("is not shown to another district, nor to a colleague without the duty", async () => {
    const beata = await world.actor("beata");
    expect((await (await world.browser("olivier")).get(`/learning/portfolio/${beata.person}`)).status).toBe(404);
    expect((await (await world.browser("pacifique")).get(`/learning/portfolio/${beata.person}`)).status).toBe(404);
  });

  it("stays with Béata when her post goes to somebody else, whom the post asks anew", async () => {
    const beata = await world.actor("beata");
    const { rows } = await sql<{ post: string }>`select post from registry.assignment where id = ${beata.assignment}`.execute(world.db);
    const post = rows[0]?.post ?? "";
    const keza = await world.act("claudine", async (act) => {
      await endHolding(act, { post, acting: false, on: TODAY, reason: "transfer" });
      const person = await addPerson(act, { fullName: "Diane Keza", sex: "F" }, "test");
      await assign(act, { post, person, acting: false, from: TODAY });
      await act.journal({ kind: "people.post.filled", subject: { kind: "post", id: post }, payload: {} });
      return person;
    });
    const jeanbosco = await world.browser("jeanbosco");
    const page = (await jeanbosco.get(`/people/posts/${post}`)).text;
    expect(page).toContain("0 of 1 on record as reached");
    expect((await jeanbosco.get(`/people/persons/${beata.person}`)).text).toContain("Leading a sector");
    expect((await jeanbosco.get(`/people/persons/${keza}`)).text).toContain("Nothing is on record yet");
  });
});

describe("who lacks what", () => {
  it("names to Jean-Bosco the holders of his own house, sorted and filtered, and gives them as a file", async () => {
    const jeanbosco = await world.browser("jeanbosco");
    const page = (await jeanbosco.get("/learning/lacks?course=PRO-101&standing=lacks")).text;
    expect(page).toContain("Pacifique Tuyisenge");
    expect(page).not.toContain("Diane Keza");
    const file = (await jeanbosco.get("/learning/lacks?course=PRO-101&format=csv&lang=en")).text;
    expect(file.split("\n")[1]).toContain("Pacifique Tuyisenge");
  });

  it("takes Pacifique off the list once he has it, also under a double that was merged into him", async () => {
    const pacifique = await world.actor("pacifique");
    const double = await world.act("claudine", async (act) => {
      const person = await addPerson(act, { fullName: "Pacifique Tuyisenge", sex: "M" }, "test");
      await sql`update registry.person set merged_into = ${pacifique.person} where id = ${person}`.execute(act.tx);
      await act.journal({ kind: "people.person.merged", subject: { kind: "person", id: person }, payload: {} });
      return person;
    });
    await keep(entry(double, { course: "PRO-101", title: "Public procurement" }));
    const jeanbosco = await world.browser("jeanbosco");
    expect((await jeanbosco.get("/learning/lacks?course=PRO-101&standing=lacks")).text).not.toContain("Pacifique Tuyisenge");
    expect((await jeanbosco.get("/learning/lacks?course=PRO-101&standing=has")).text).toContain("Pacifique Tuyisenge");
  });

  it("is refused to Innocent, who nominates nobody, and shows Olivier nobody of Huye", async () => {
    expect((await (await world.browser("innocent")).get("/learning/lacks")).status).toBe(403);
    expect((await (await world.browser("olivier")).get("/learning/lacks")).text).not.toContain("Pacifique Tuyisenge");
  });

  it("draws on Huye’s page how far each course has come, and gives the drawing as a file", async () => {
    const huye = await world.organisation("Huye");
    const jeanbosco = await world.browser("jeanbosco");
    expect((await jeanbosco.get(`/people/organisations/${huye}`)).text).toContain("1 of 1");
    const picture = await jeanbosco.get(`/learning/organisations/${huye}/picture`);
    expect([picture.status, picture.text.slice(0, 4)]).toEqual([200, "<svg"]);
    // A mayor sees his district’s page; a share of one person tells of that person, and is not drawn for him.
    expect((await (await world.browser("innocent")).get(`/people/organisations/${huye}`)).text).not.toContain("1 of 1");
    expect((await (await world.browser("olivier")).get(`/learning/organisations/${huye}/picture`)).status).toBe(404);
  });
});
