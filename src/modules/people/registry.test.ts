/** Posts, organisations, people and groups as they are asked for: within reach, on a day, as a file. */
import { describe, expect, it } from "vitest";
import { sql } from "kysely";
import { groupMembers, groupSizes } from "#kernel/registry/groups.ts";
import { addPerson } from "#kernel/registry/people.ts";
import { assign } from "#kernel/registry/holders.ts";
import { reportsOf, supervisorsOf } from "#kernel/registry/supervisors.ts";
import { TODAY } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { module } from "./module.ts";
import { tierOrder } from "./people-format.ts";
import { postPage, type PostsQuestion } from "./queries.ts";

const world = useWorld([module]);

const ask = (more: Partial<PostsQuestion> = {}): PostsQuestion => ({
  within: "all",
  sort: "organisation",
  descending: false,
  tierOrder: tierOrder(world.pack),
  typeOrder: world.pack.postTypes.map((type) => type.code),
  on: TODAY,
  ...more,
});

async function postAt(organisation: string, type: string): Promise<string> {
  const id = await world.organisation(organisation);
  const row = await world.db
    .selectFrom("registry.post")
    .select("id")
    .where("organisation", "=", id)
    .where("post_type", "=", type)
    .orderBy("seat")
    .executeTakeFirstOrThrow();
  return row.id as string;
}

describe("the list of posts", () => {
  it("Jean-Bosco sees Huye and below, not Musanze; Claudine sees all", async () => {
    const own = await (await world.browser("jeanbosco")).get("/people?q=Executive%20Secretary");
    expect([
      own.text.includes("Vestine Mukandayisenga"),
      own.text.includes("Chantal Uwimana"),
      own.text.includes("Béata Kamikazi"),
    ]).toEqual([true, false, true]);
    const all = await (await world.browser("claudine")).get("/people?q=Executive%20Secretary&sort=holder");
    expect([all.text.includes("Vestine Mukandayisenga"), all.text.includes("Chantal Uwimana")]).toEqual([true, true]);
  });

  it.each<[string, Partial<PostsQuestion>, (rows: readonly { personName: string | null; acting: boolean }[]) => boolean]>([
    ["held", { state: "held" }, (rows) => rows.every((row) => row.personName !== null && !row.acting)],
    ["vacant", { state: "vacant" }, (rows) => rows.every((row) => row.personName === null)],
    [
      "found by a name without its accents",
      { words: "beata kami" },
      (rows) => rows.length === 1 && rows[0]?.personName === "Béata Kamikazi",
    ],
    ["acting", { state: "acting" }, (rows) => rows.length === 0],
  ])("posts that are %s", async (_, more, expected) => {
    const { rows } = await postPage(world.db, ask(more), 50, 0);
    expect(expected(rows)).toBe(true);
  });

  it("pages do not overlap and together are the whole", async () => {
    const huye = await world.organisation("Huye");
    const [first, second] = [await postPage(world.db, ask({ under: huye }), 40, 0), await postPage(world.db, ask({ under: huye }), 40, 40)];
    expect(first.total).toBeGreaterThan(80);
    expect(new Set([...first.rows, ...second.rows].map((row) => row.post)).size).toBe(80);
  });

  it("is offered as files only when it has rows", async () => {
    const browser = await world.browser("jeanbosco");
    expect((await browser.get("/people?state=held")).text).toContain("format=xlsx");
    expect((await browser.get("/people?q=nothinglikethis")).text).not.toContain("format=xlsx");
    const rows = JSON.parse((await browser.get("/people?state=held&format=json")).text) as { post: string; holder: string }[];
    expect(rows.map((row) => row.holder)).toContain("Innocent Rugamba");
  });

  it("keeps its words, order and filters in every link, and reads the order that an address asks for", async () => {
    const browser = await world.browser("claudine");
    const page = (await browser.get("/people?q=Executive+Secretary&state=held&sort=holder-down")).text;
    expect(page).toContain('<input type="hidden" name="sort" value="holder-down"');
    expect(page).toContain("/people?q=Executive+Secretary&amp;state=held&amp;sort=holder-down&amp;format=json");
    const holders = (way: string) => browser.get(`/people?state=held&sort=holder${way}&format=json`);
    const [up, down] = await Promise.all(
      ["", "-down"].map(async (way) => (JSON.parse((await holders(way)).text) as { holder: string }[]).map((row) => row.holder)),
    );
    expect(up?.length).toBeGreaterThan(5);
    expect(down?.[0]).toBe(up?.at(-1));
  });

  it("shows who is in a group by name and office, and downloads what it shows", async () => {
    const browser = await world.browser("claudine");
    const group = "/people/groups/hr_directors";
    const all = JSON.parse((await browser.get(`${group}?format=json`)).text) as { name: string; organisation: string }[];
    const huye = JSON.parse((await browser.get(`${group}?q=huye&format=json`)).text) as typeof all;
    expect(huye.map((row) => row.name)).toEqual(["Jean-Bosco Nkurunziza"]);
    expect(all.length).toBeGreaterThan(1);
    expect((await browser.get(`${group}?q=nothinglikethis`)).text).not.toContain("format=csv");
  });

  it("downloads as CSV with what the list shows", async () => {
    const file = await (await world.browser("jeanbosco")).get("/people?state=held&format=csv");
    expect(file.headers.get("content-type")).toContain("text/csv");
    expect(file.text).toContain("Vestine Mukandayisenga");
    expect(file.text).not.toContain("Chantal");
  });

  it("Gilbert, who keeps the system, has no business with people; Pacifique neither; a visitor signs in", async () => {
    expect((await (await world.browser("gilbert")).get("/people")).status).toBe(403);
    expect((await (await world.browser("pacifique")).get("/people")).status).toBe(403);
    expect((await (await world.browser(null)).get("/people")).status).toBe(303);
  });
});

describe("one organisation, post, person", () => {
  it("Huye’s page shows its posts by unit, and its sectors; another district’s page is not there for Jean-Bosco", async () => {
    const browser = await world.browser("jeanbosco");
    const page = await browser.get(`/people/organisations/${await world.organisation("Huye")}`);
    for (const words of ["Under: District Executive Secretary", "Innocent Rugamba", "Sectors", "Ngoma"]) expect(page.text).toContain(words);
    expect((await browser.get(`/people/organisations/${await world.organisation("Musanze")}`)).status).toBe(404);
  });

  it("asked for a day before the cast took post, the page shows who was there then: nobody", async () => {
    const page = await (await world.browser("jeanbosco")).get(`/people/organisations/${await world.organisation("Huye")}?on=2023-01-01`);
    expect([page.text.includes("As it was on 01/01/2023"), page.text.includes("Innocent Rugamba")]).toEqual([true, false]);
  });

  it("a post knows its supervisor, up the tiers: the sector’s secretary answers to the district’s", async () => {
    const [des, beata] = [await postAt("Huye", "DES"), (await world.actor("beata")).post ?? ""];
    expect((await supervisorsOf(world.db, world.pack, [beata], TODAY)).get(beata)).toBe(des);
    const reports = await reportsOf(
      world.db,
      world.pack,
      { id: des, postType: "DES", organisation: await world.organisation("Huye") },
      TODAY,
    );
    expect(reports).toContain(beata);
    expect(reports).not.toContain(await postAt("Musanze", "DHR"));
  });

  it("Béata opens her own post and her own page; Olivier does not find her", async () => {
    const beata = await world.actor("beata");
    const own = await world.browser("beata");
    expect((await own.get(`/people/posts/${beata.post}`)).text).toContain("Béata Kamikazi");
    expect((await own.get(`/people/persons/${beata.person}`)).status).toBe(200);
    expect((await (await world.browser("olivier")).get(`/people/persons/${beata.person}`)).status).toBe(404);
    expect((await (await world.browser("jeanbosco")).get(`/people/persons/${beata.person}`)).status).toBe(200);
  });

  it("Jean-Bosco fills a vacant post with somebody new; Solange may not; two fillings at once do not both stand", async () => {
    const post = await postAt("Huye", "DFN");
    expect((await (await world.browser("solange")).get(`/people/posts/${post}/fill`)).status).toBe(403);
    const browser = await world.browser("jeanbosco");
    const wrong = await browser.post(`/people/posts/${post}/fill`, { person: "new", name: "X", from: "never", how: "holder" });
    expect([wrong.status, wrong.text.includes("Write the full name"), wrong.text.includes("Write the day")]).toEqual([422, true, true]);
    const form = { person: "new", name: "Denise Mutesi", phone: "0788000321", from: "17/11/2025", how: "holder" };
    expect((await browser.post(`/people/posts/${post}/fill`, form)).status).toBe(303);
    expect((await browser.post(`/people/posts/${post}/fill`, { ...form, name: "Rose Kayitesi" })).status).toBe(409);
    expect((await browser.get(`/people/posts/${post}`)).text).toContain("Held by Denise Mutesi since 17/11/2025");
  });

  it("a further seat is opened where the pack sets no number, and nowhere else", async () => {
    const browser = await world.browser("jeanbosco");
    const huye = await world.organisation("Huye");
    expect((await browser.post(`/people/organisations/${huye}/posts`, { type: "ACC", funded: "yes" })).status).toBe(303);
    expect((await browser.post(`/people/organisations/${huye}/posts`, { type: "SES" })).status).toBe(422);
    expect((await browser.post(`/people/organisations/${await world.organisation("Musanze")}/posts`, { type: "ACC" })).status).toBe(404);
  });
});

describe("target groups", () => {
  it("a group is a query over posts: the mayor is in it while he holds the post, not before", async () => {
    const now = await groupMembers(world.db, world.pack, "mayors", TODAY);
    expect(now.map((one) => one.name)).toEqual(["Innocent Rugamba"]);
    expect(await groupMembers(world.db, world.pack, "mayors", "2024-02-02")).toEqual([]);
    const musanze = new Set([await world.organisation("Musanze")]);
    expect(await groupMembers(world.db, world.pack, "mayors", TODAY, musanze)).toEqual([]);
  });

  it("“newly recruited” holds those in post for less than the months that the pack says", async () => {
    const group = world.pack.groups.find((one) => one.maxMonthsInPost !== null);
    const person = await world.act(null, async (act) => {
      const id = await addPerson(act, { fullName: "Novice Ineza", sex: "F" }, "test");
      await assign(act, { post: await postAt("Musanze", "DFN"), person: id, acting: false, from: "2025-10-01" });
      return id;
    });
    expect((await groupMembers(world.db, world.pack, group?.code ?? "", TODAY)).map((one) => one.person)).toContain(person);
    expect((await groupMembers(world.db, world.pack, group?.code ?? "", "2026-11-17")).map((one) => one.person)).not.toContain(person);
  });

  it("sizes of all groups come at once and agree with the lists", async () => {
    const sizes = await groupSizes(world.db, world.pack, TODAY);
    expect(sizes.size).toBe(world.pack.groups.length);
    for (const group of world.pack.groups.slice(0, 12)) {
      const people = new Set((await groupMembers(world.db, world.pack, group.code, TODAY)).map((one) => one.person));
      expect([group.code, sizes.get(group.code)?.people]).toEqual([group.code, people.size]);
    }
  });

  it("a merged double counts once, as the person it was merged into", async () => {
    const { person } = await world.actor("innocent");
    await world.act(null, async (act) => {
      const double = await addPerson(act, { fullName: "RUGAMBA Innocent" }, "test");
      await assign(act, { post: await postAt("Musanze", "MAY"), person: double, acting: true, from: "2025-01-01" });
      await sql`update registry.person set merged_into = ${person} where id = ${double}`.execute(act.tx);
    });
    const members = await groupMembers(world.db, world.pack, "mayors", TODAY);
    expect(members.map((one) => one.person)).toEqual([person, person]);
    expect((await groupSizes(world.db, world.pack, TODAY)).get("mayors")?.people).toBe(1);
  });

  it("the page lists them with a file; a group nobody knows is not there", async () => {
    const browser = await world.browser("claudine");
    expect((await browser.get("/people/groups")).text).toContain("District councillors");
    expect((await browser.get("/people/groups/mayors?format=csv")).text).toContain("Innocent Rugamba");
    expect((await browser.get("/people/groups/kings")).status).toBe(404);
  });
});

describe("what posts owe, and what is open data", () => {
  it("Jean-Bosco owes a look at the vacancies of Huye; the mayor does not", async () => {
    const [hr, mayor] = [await world.actor("jeanbosco"), await world.actor("innocent")];
    const question = (actor: typeof hr) => ({
      posts: [{ post: actor.post ?? "", postType: actor.postType ?? "", organisation: actor.organisation ?? "", roles: actor.roles }],
      today: TODAY,
      pack: world.pack,
      association: world.association,
    });
    expect((await module.duties(world.db, question(hr))).map((duty) => duty.key.split(":")[0])).toContain("people.vacant");
    expect(await module.duties(world.db, question(mayor))).toEqual([]);
  });

  it("a person’s data is handed out whole and erased on request, the post keeps that it was held", async () => {
    const id = await world.act(null, (act) => addPerson(act, { fullName: "Erased Soon", phone: "+250788000999", birthYear: 1990 }, "test"));
    const collected = await Promise.all(module.personalData.map((one) => one.collect(world.db, id)));
    expect(collected.flat().length).toBeGreaterThanOrEqual(2);
    await world.act(null, async (act) => {
      for (const one of module.personalData) await one.erase?.(act.tx, id);
      await act.journal({ kind: "privacy.erased", subject: { kind: "person", id }, payload: {} });
    });
    const row = await world.db.selectFrom("registry.person").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    expect([row.full_name.includes("Erased"), row.birth_year]).toEqual([false, null]);
    expect(await world.db.selectFrom("registry.contact").selectAll().where("person", "=", id).execute()).toEqual([]);
  });
});
