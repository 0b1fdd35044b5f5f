/** Who is new, who was inducted, who is late: cases of the rule, the sums of every list, and who may read names. */
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { mergePeople } from "#kernel/registry/people.ts";
import { useWorld } from "#test/support/world.ts";
import { dutiesOf } from "./duties.ts";
import { begin, firstSector, inducted, type Beginner } from "./inductions.fixture.ts";
import { configureInductions, inductionCoverage, inductionHref, inductionLate, module } from "./index.ts";
import { paths } from "./paths.ts";
import { coverageParts, people, SPLITS } from "./queries.ts";
import { owingOf } from "./rules.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import type { InductionFilter } from "./schema.ts";

const world = useWorld([module]);
const TODAY = "2025-11-17";
const PERIOD = { from: "2025-01-01", to: "2025-12-31" };
let huye = "";
let musanze = "";
let sector = "";

const coverage = () => inductionCoverage(world.db, world.pack, PERIOD, TODAY);
const listed = async (which: InductionFilter["which"], more: Partial<InductionFilter> = {}) =>
  people(
    world.db,
    world.pack,
    { ...PERIOD, within: "all", which: which ?? null, ...more },
    { sort: "name", descending: false, offset: 0, limit: 500, language: "en" },
    TODAY,
  );
const standingOf = async (person: string) => {
  const { rows } = await listed(null);
  return rows.find((row) => row.person === person) ?? null;
};
const begun = (one: Omit<Beginner, "organisation"> & { organisation?: string }, known?: string) =>
  world.act(null, (act) => begin(act, { organisation: huye, ...one }, known));

beforeAll(async () => {
  [huye, musanze] = [await world.organisation("Huye"), await world.organisation("Musanze")];
  // The cast began long ago; nobody else holds a post in this world.
  await sql`update registry.assignment set from_day = '2010-01-01'`.execute(world.db);
  sector = await world.act(null, async (act) => {
    await act.journal({ kind: "test.looked", subject: { kind: "organisation", id: huye }, payload: {} });
    return firstSector(act, huye);
  });
});

describe("the rule", () => {
  test("staff have six months, leaders with a term thirty days; the association’s own posts and trainers owe none", async () => {
    const owing = new Map(owingOf(world.pack, await ruleSetFor(world.db, "induction", TODAY)).map((one) => [one.postType, one]));
    expect(owing.get("PRO")).toEqual({ postType: "PRO", track: "staff", months: 6, days: 0 });
    expect(owing.get("MAY")).toEqual({ postType: "MAY", track: "leaders", months: 0, days: 30 });
    expect(owing.get("VLH")?.track).toBe("leaders");
    expect([owing.has("CBM"), owing.has("TRN"), owing.has("GOV")]).toEqual([false, false, false]);
  });

  const CASES: readonly (readonly [
    string,
    Omit<Beginner, "organisation" | "name">,
    readonly (readonly [string, ("verified" | "imported" | "claimed")?, string?])[],
    unknown,
  ])[] = [
    [
      "an officer since 2 May has been due since 2 November",
      { postType: "PRO", since: "2025-05-02" },
      [],
      { standing: "late", due: "2025-11-02" },
    ],
    ["on the very day she is due she is in time", { postType: "PRO", since: "2025-05-17" }, [], { standing: "waiting", due: "2025-11-17" }],
    ["a day later she is late", { postType: "PRO", since: "2025-05-16" }, [], { standing: "late", due: "2025-11-16" }],
    [
      "a councillor has thirty days",
      { postType: "CLR", since: "2025-10-17" },
      [],
      { standing: "late", due: "2025-11-16", track: "leaders" },
    ],
    [
      "an induction after she began counts",
      { postType: "ACC", since: "2025-03-01" },
      [["2025-06-10"]],
      { standing: "inducted", certainty: "verified", inductedOn: "2025-06-10" },
    ],
    ["one on her first day counts", { postType: "ACC", since: "2025-03-01" }, [["2025-03-01"]], { standing: "inducted" }],
    ["one before she began does not", { postType: "ACC", since: "2025-03-01" }, [["2025-02-28"]], { standing: "late" }],
    ["what she says of herself does not", { postType: "ACC", since: "2025-03-01" }, [["2025-06-10", "claimed"]], { standing: "late" }],
    [
      "another course does not",
      { postType: "ACC", since: "2025-03-01" },
      [["2025-06-10", "verified", "short_course"]],
      { standing: "late" },
    ],
    [
      "an imported list counts as imported",
      { postType: "ACC", since: "2025-03-01" },
      [["2025-06-10", "imported"]],
      { standing: "inducted", certainty: "imported" },
    ],
    [
      "verified goes before imported",
      { postType: "ACC", since: "2025-03-01" },
      [
        ["2025-04-10", "imported"],
        ["2025-06-10", "verified"],
      ],
      { certainty: "verified", inductedOn: "2025-06-10" },
    ],
    ["late is still inducted", { postType: "ACC", since: "2025-01-02" }, [["2025-10-30"]], { standing: "inducted", due: "2025-07-02" }],
    ["who left before the day due is not counted", { postType: "ACC", since: "2025-03-01", until: "2025-08-01" }, [], null],
    [
      "who left after it is late for good",
      { postType: "ACC", since: "2025-03-01", until: "2025-10-01" },
      [],
      { standing: "late", leftOn: "2025-10-01" },
    ],
    [
      "who left early but was inducted counts",
      { postType: "ACC", since: "2025-03-01", until: "2025-08-01" },
      [["2025-04-01"]],
      { standing: "inducted" },
    ],
    ["acting is no new post", { postType: "ACC", since: "2025-03-01", acting: true }, [], null],
    ["a start known only by its year tells no day", { postType: "ACC", since: "2025-01-01", precision: "year" }, [], null],
    ["a governor owes none", { postType: "GOV", since: "2025-03-01" }, [], null],
  ];
  test.each(CASES)("%s", async (name, one, inductions, wanted) => {
    const person = await begun({ name: `Keza ${name}`, ...one });
    for (const [day, certainty, modality] of inductions) await world.act(null, (act) => inducted(act, person, day, certainty, modality));
    const found = await standingOf(person);
    if (wanted === null) expect(found).toBeNull();
    else expect(found).toMatchObject(wanted as object);
  });

  test("a further term in the same kind of post is not new; after a year away it is; another kind of post is", async () => {
    const again = await begun({ name: "Mutesi again", postType: "CLR", since: "2020-09-01", until: "2025-09-01" });
    await begun({ name: "", postType: "CLR", since: "2025-09-15" }, again);
    expect(await standingOf(again)).toBeNull();
    const back = await begun({ name: "Mutesi back", postType: "CLR", since: "2015-09-01", until: "2024-09-01" });
    await begun({ name: "", postType: "CLR", since: "2025-09-15" }, back);
    expect(await standingOf(back)).toMatchObject({ standing: "late", since: "2025-09-15" });
    const other = await begun({ name: "Mutesi other", postType: "ACC", since: "2020-09-01", until: "2025-03-01" });
    await begun({ name: "", postType: "DFN", since: "2025-03-01" }, other);
    expect(await standingOf(other)).toMatchObject({ postType: "DFN", standing: "late" });
  });

  test("two posts in a period are one person; a double’s induction is hers once they are merged", async () => {
    const before = await coverage();
    const twice = await begun({ name: "Uwase twice", postType: "ACC", since: "2025-02-01", until: "2025-09-01" });
    await begun({ name: "", postType: "CLR", since: "2025-10-01", organisation: musanze }, twice);
    expect(await coverage()).toEqual({ ...before, due: before.due + 1, late: before.late + 1 });
    expect(await standingOf(twice)).toMatchObject({ organisation: musanze, postType: "CLR" });
    const double = await world.act(null, (act) =>
      begin(act, { name: "Uwase twise", postType: "ABZ", organisation: sector, since: "2025-01-01" }),
    );
    await world.act(null, (act) => inducted(act, double, "2025-10-20", "imported"));
    await world.act(null, (act) => mergePeople(act, twice, double, ["test"]));
    expect(await standingOf(twice)).toMatchObject({ standing: "inducted", certainty: "imported" });
  });
});

describe("the numbers", () => {
  test("every list sums to its figure, and every split sums to the whole", async () => {
    await begun({ name: "Ineza of a sector", postType: "SES", since: "2025-04-01", organisation: sector, sex: "M" });
    const { whole, parts } = await coverageParts(world.db, world.pack, { ...PERIOD, within: "all" }, TODAY);
    expect(whole).toEqual(await coverage());
    expect(whole.due).toBeGreaterThan(10);
    for (const split of SPLITS) {
      const sum = (pick: (part: (typeof parts)[typeof split][number]) => number) =>
        parts[split].reduce((total, part) => total + pick(part), 0);
      expect([
        sum((part) => part.due),
        sum((part) => part.late),
        sum((part) => part.inducted.verified),
        sum((part) => part.inducted.imported),
      ]).toEqual([whole.due, whole.late, whole.inducted.verified, whole.inducted.imported]);
    }
    for (const which of ["due", "late", "inducted"] as const) {
      const { rows, total } = await listed(which);
      const wanted = which === "inducted" ? whole.inducted.verified + whole.inducted.imported : whole[which];
      expect([rows.length, total, new Set(rows.map((row) => row.person)).size]).toEqual([wanted, wanted, wanted]);
    }
    const late = await inductionLate(world.db, world.pack, { ...PERIOD, within: "all" }, TODAY);
    expect(late.total).toBe(whole.late);
    expect(parts.member.map((part) => part.key)).toContain(huye);
  });

  test("without the link that leads it under its member, a sector’s people show as without one, and still sum up", async () => {
    const placed = await coverageParts(world.db, world.pack, { ...PERIOD, within: "all" }, TODAY);
    expect(placed.parts.member.some((part) => part.key === "")).toBe(false);
    const undo = new Error("undo");
    const tried = world.db.transaction().execute(async (tx) => {
      await sql`delete from registry.governs where organisation = ${sector}`.execute(tx);
      const { whole, parts } = await coverageParts(tx, world.pack, { ...PERIOD, within: "all" }, TODAY);
      expect(parts.member.find((part) => part.key === "")?.due).toBe(1);
      expect(parts.member.reduce((total, part) => total + part.due, 0)).toBe(whole.due);
      throw undo;
    });
    await expect(tried).rejects.toBe(undo);
  });

  test("anyone may read totals by tier, none about fewer than five people", async () => {
    const rows = (await module.datasets[0]?.rows(world.db, world.pack, TODAY)) ?? [];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows)
      for (const name of ["inducted_verified", "inducted_imported", "not_inducted"] as const)
        expect(row[name] === null || row[name] === 0 || Number(row[name]) >= 5).toBe(true);
  });
});

describe("who reads what", () => {
  test("Claudine reads all names, Jean-Bosco those of Huye, Vestine numbers alone, Pacifique nothing", async () => {
    await begun({ name: "Gasana of Musanze", postType: "PRO", since: "2025-03-03", organisation: musanze });
    await begun({ name: "Gatera of Huye", postType: "PRO", since: "2025-03-03", phone: "+250788000777" });
    const page = async (who: "claudine" | "jeanbosco" | "vestine" | "pacifique", path: string) => (await world.browser(who)).get(path);
    const all = `${paths.people}?which=late`;
    const claudine = (await page("claudine", all)).text;
    expect([claudine.includes("Gasana of Musanze"), claudine.includes("Gatera of Huye")]).toEqual([true, true]);
    const own = (await page("jeanbosco", all)).text;
    expect([own.includes("Gasana of Musanze"), own.includes("Gatera of Huye"), own.includes("tel:+250788000777")]).toEqual([
      false,
      true,
      true,
    ]);
    const other = (await page("jeanbosco", `${all}&member=${musanze}`)).text;
    expect(other).not.toContain("Gasana of Musanze");
    expect((await page("vestine", all)).status).toBe(403);
    const numbers = await page("vestine", paths.inductions);
    expect([numbers.status, /Gatera|Gasana/.test(numbers.text)]).toEqual([200, false]);
    expect((await page("pacifique", paths.inductions)).status).toBe(403);
    expect((await page("pacifique", paths.file)).status).toBe(403);
    expect((await (await world.browser(null)).get(paths.inductions)).status).not.toBe(200);
  });

  test("the list filters, sorts, turns pages and goes along as a file", async () => {
    const claudine = await world.browser("claudine");
    for (const query of [
      "?sort=name-down",
      "?sort=state-up&page=9",
      "?tier=SEC&sex=M",
      "?track=leaders&now=yes",
      "?from=2026-01-01&to=2025-01-01",
      "?which=x&member=y",
    ])
      expect((await claudine.get(paths.people + query)).status).toBe(200);
    expect((await claudine.get(`${paths.people}?tier=SEC&sex=M`)).text).toContain("Ineza of a sector");
    const csv = await claudine.get(`${paths.file}?which=late&now=yes&format=csv`);
    expect(csv.text).toContain("Gatera of Huye");
    expect(JSON.parse((await claudine.get(`${paths.file}?which=inducted&format=json`)).text)).toEqual(
      expect.arrayContaining([expect.objectContaining({ certainty: "verified" })]),
    );
    expect((await claudine.get(inductionHref(await world.actor("claudine"), PERIOD, "late"))).text).toContain("Gasana of Musanze");
    const numbers = inductionHref(await world.actor("vestine"), PERIOD, "late");
    expect(numbers).toMatch(/^\/inductions\?/);
    expect((await (await world.browser("vestine")).get(numbers)).status).toBe(200);
  });

  test("the morning page names the late: his own to Jean-Bosco, all to Claudine, and who is invited is shown", async () => {
    const owed = async (who: "claudine" | "jeanbosco" | "vestine" | "solange") => {
      const { post, postType, organisation, roles } = await world.actor(who);
      const posts = [{ post: post ?? "", postType: postType ?? "", organisation: organisation ?? "", roles }];
      return dutiesOf(world.db, { posts, today: TODAY, pack: world.pack, association: world.association });
    };
    const [own] = await owed("jeanbosco");
    const { total } = await inductionLate(world.db, world.pack, { from: "2023-11-17", to: TODAY, within: "all", inPost: true }, TODAY);
    expect((await owed("claudine"))[0]?.title.values).toEqual({ n: total });
    expect(Number(own?.title.values?.["n"])).toBeLessThan(total);
    expect(String(own?.why?.values?.["names"])).toContain("Keza");
    expect([await owed("vestine"), await owed("solange")]).toEqual([[], []]);
    configureInductions({
      enrolled: (_db, ids) =>
        Promise.resolve(new Map(ids.map((id) => [id, { title: "Induction in Huye", from: "2025-12-02", href: "/sessions/x" }]))),
    });
    const claudine = await world.browser("claudine");
    expect((await claudine.get(paths.inductions)).text).toContain("Invited to Induction in Huye, 02/12/2025");
    configureInductions({});
  });
});
