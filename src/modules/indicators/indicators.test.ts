/** Indicators as people use them: who sees what, entering, verifying, correcting, comparing, importing, and what is public. */
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { module as courses } from "#modules/courses";
import { module as needs } from "#modules/needs";
import { module as plans } from "#modules/plans";
import { module as sessions } from "#modules/sessions";
import { agreeToPublish, claimFigure, defineIndicator } from "#kernel/measure/actions.ts";
import type { Figure } from "#kernel/measure/schema.ts";
import type { CastName } from "#test/support/cast.ts";
import { TODAY } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { dutiesOf } from "./duties.ts";
import { module } from "./module.ts";
import { paths } from "./paths.ts";
import { besideTotal, indicatorsDataset } from "./public-figures.ts";
import { periodAt, periodsOwed } from "./rules.ts";
import { standings } from "./standing.ts";

const world = useWorld([needs, courses, plans, sessions, module]);
let huye = "";
let musanze = "";
let id = "";

const postOf = async (name: CastName): Promise<string> => (await world.actor(name)).post ?? "";
const NAMES = { en: "Days to a first answer", fr: "Jours jusqu’à la réponse", rw: "≈Iminsi kugeza ku gisubizo" };

beforeAll(async () => {
  huye = await world.organisation("Huye");
  musanze = await world.organisation("Musanze");
  const start = async (organisation: string, owner: CastName, value: number) => ({
    organisation,
    owner: await postOf(owner),
    baseline: { from: "2025-07-01", to: "2025-07-31", value, source: "Register" },
  });
  const starts = [await start(huye, "jeanbosco", 21), await start(musanze, "olivier", 33)];
  const base = { names: NAMES, definition: NAMES, kind: "service", unit: "days", better: "down", decimals: 0, source: "Register" } as const;
  id = await world.act("claudine", (act) =>
    defineIndicator(act, { ...base, code: "CMP-DAYS", frequency: "monthly", domain: "CMP", owner: null, public: true, starts }),
  );
});

describe("who may do what", () => {
  const DENIED: readonly [verb: keyof typeof module.verbs, who: CastName, path: () => string, post: boolean][] = [
    ["read", "gilbert", () => paths.indicators, false],
    ["define", "vestine", () => paths.create, false],
    ["record", "claudine", () => paths.record(id), false],
    ["verify", "claudine", () => paths.toVerify, false],
    ["correct", "gilbert", () => paths.correct(id, id), false],
    ["target", "vestine", () => paths.targets(id), true],
    ["link", "jeanbosco", () => paths.needs(id), true],
    ["note", "gilbert", () => paths.events(id), false],
    ["agree", "jeanbosco", () => paths.shown(id), true],
    ["publish", "vestine", () => paths.shown(id), true],
    ["take", "vestine", () => paths.imports, false],
  ];
  test.each(DENIED)("%s is denied to %s", async (verb, who, path, post) => {
    const browser = await world.browser(who);
    const answer = post ? await browser.post(path(), verb === "agree" ? { agree: "yes" } : { shown: "yes" }) : await browser.get(path());
    expect(answer.status).toBe(403);
  });

  test("Olivier of Musanze finds no page of Huye, and Huye’s figure is not in his file", async () => {
    const olivier = await world.browser("olivier");
    expect((await olivier.get(paths.ofPlace(id, huye))).status).toBe(404);
    const file = await olivier.get(`${paths.figures(id)}?format=csv&place=all`);
    expect(file.text).toContain("33");
    expect(file.text).not.toContain("21");
  });

  test("Vestine of Huye reads the figures but does not enter them: another post owns them", async () => {
    const vestine = await world.browser("vestine");
    const page = await vestine.get(paths.one(id));
    expect(page.status).toBe(200);
    expect(page.text).toContain("Huye: ");
    expect((await vestine.get(paths.record(id))).status).toBe(403);
  });
});

describe("a figure", () => {
  test("Jean-Bosco is told that August, September and October wait, and enters August on his phone", async () => {
    const browser = await world.browser("jeanbosco");
    const form = await browser.get(paths.record(id));
    expect(form.text).toContain("08/2025");
    expect(form.text).toContain("10/2025");
    const wrong = await browser.post(paths.record(id), { period: "2025-08-31", value: "many", source: "" });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("Write a number");
    expect(wrong.text).toContain("looked up");
    expect((await browser.post(paths.record(id), { period: "2025-08-31", value: "12,5", source: "Register" })).status).toBe(303);
    const page = await browser.get(paths.one(id));
    expect(page.text).toContain("claimed");
    expect(page.text).toContain("Enter the figure for 09/2025");
  });

  test("the duty leads Jean-Bosco to the form and names the oldest period that waits", async () => {
    const { post, postType, organisation, roles } = await world.actor("jeanbosco");
    const posts = [{ post: post ?? "", postType: postType ?? "", organisation: organisation ?? "", roles }];
    const duties = await dutiesOf(world.db, { posts, today: TODAY, pack: world.pack, association: world.association });
    expect(duties).toMatchObject([{ href: paths.record(id), title: { values: { period: "09/2025" } }, why: { values: { n: 2 } } }]);
  });

  test("he corrects it with a reason; without one the form comes back", async () => {
    const browser = await world.browser("jeanbosco");
    const { rows } = await sql<{
      id: string;
    }>`select id from measure.observation where indicator = ${id} and to_day = '2025-08-31'`.execute(world.db);
    const path = paths.correct(id, rows[0]?.id ?? "");
    expect((await browser.post(path, { value: "13", source: "Register", reason: "" })).status).toBe(422);
    expect((await browser.post(path, { value: "13", source: "Register", reason: "One sector was missing" })).status).toBe(303);
    expect((await browser.get(paths.one(id))).text).toContain("One sector was missing");
  });
});

test("Claudine makes an indicator in three steps and is stopped where the district has no such post", async () => {
  const browser = await world.browser("claudine");
  const first = {
    step: "1",
    code: "aud-rec",
    "name-en": "Audit recommendations",
    "definition-en": "Carried out in full",
    kind: "outcome",
    unit: "percent",
    better: "up",
    frequency: "quarterly",
    domain: "ACC",
    usual: "Table",
  };
  expect((await browser.post(paths.create, { ...first, code: "x y" })).status).toBe(422);
  expect((await browser.post(paths.create, first)).text).toContain("Where it begins");
  const second = {
    ...first,
    step: "2",
    organisation: huye,
    owner: "",
    value: "58",
    "until-day": "30",
    "until-month": "6",
    "until-year": "2025",
    source: "Table",
  };
  const without = await browser.post(paths.create, second);
  expect(without.status).toBe(422);
  expect(without.text).toContain("no indicator without one");
  expect((await browser.post(paths.create, { ...second, owner: "DES" })).text).toContain("Check and save");
  const made = await browser.post(paths.create, { ...second, owner: "DES", step: "3" });
  expect(made.status).toBe(303);
  expect((await browser.get(made.location ?? "")).text).toContain("AUD-REC");
});

test("Claudine writes in French and forgets the name: the French field says so, for it is the one she is writing in", async () => {
  const browser = await world.browser("claudine");
  const answer = await browser.post(`${paths.create}?lang=fr`, {
    step: "1",
    code: "ABC",
    "name-rw": "",
    "definition-fr": "Ce qui est compté",
  });
  expect(answer.status).toBe(422);
  expect(answer.text).toMatch(/href="#name-fr"/);
  expect(answer.text).not.toMatch(/href="#name-en"|href="#definition-/);
});

describe("organisations beside one another", () => {
  test("Claudine sees all of them, those off track first, and the indicator’s page says how many stand how", async () => {
    const browser = await world.browser("claudine");
    const each = await browser.get(paths.each(id));
    expect(each.status).toBe(200);
    for (const name of ["Huye", "Musanze"]) expect(each.text).toContain(name);
    expect((await browser.get(paths.one(id))).text).toContain(paths.each(id));
  });

  test("Vestine of Huye does not find that page, and hers does not lead to it", async () => {
    const browser = await world.browser("vestine");
    expect((await browser.get(paths.each(id))).status).toBe(404);
    expect((await browser.get(paths.one(id))).text).not.toContain(paths.each(id));
  });
});

test("a file is shown row by row before it is taken, and the bad rows come back as a file", async () => {
  const browser = await world.browser("claudine");
  const csv =
    "indicator,organisation,from,to,value,source\nCMP-DAYS,Musanze,2025-08-01,2025-08-31,30,MIS\nCMP-DAYS,Atlantis,2025-08-01,2025-08-31,30,MIS";
  const brought = await browser.post(paths.imports, { file: new File([csv], "figures.csv", { type: "text/csv" }) });
  expect(brought.status).toBe(303);
  const run = await browser.get(brought.location ?? "");
  expect(run.text).toContain("Atlantis");
  expect(run.text).toContain("Take 1 figure as imported");
  expect((await browser.get(`${brought.location}/rejected`)).text).toContain("no organisation of the registry");
  expect((await browser.post(`${brought.location}/take`)).status).toBe(303);
  expect((await browser.post(`${brought.location}/take`)).status).toBe(409);
  const standing = await standings(
    world.db,
    [
      {
        id,
        code: "",
        kind: "service",
        names: NAMES,
        definition: NAMES,
        unit: "days",
        better: "down",
        decimals: 0,
        source: "",
        frequency: "monthly",
        domain: null,
        owner: null,
        public: true,
        state: "active",
      },
    ],
    { today: TODAY },
  );
  expect(standing.get(id)).toMatchObject({
    baseline: { value: 27, parts: 2 },
    latest: { value: 21.5, parts: 2, certainty: "claimed" },
    progress: "no_target",
  });
});

describe("what everyone reads", () => {
  const one = (organisation: string): Figure => ({ organisation, from: "2025-07-01", to: "2025-07-31" }) as Figure;
  test("with one district silent another is left out too; with two silent the rest are named", () => {
    const figures = ["a", "b", "c"].map(one);
    expect(besideTotal(figures, new Set(["a", "b", "c"])).map((figure) => figure.organisation)).toEqual(["a", "b", "c"]);
    expect(besideTotal(figures, new Set(["a", "b"])).map((figure) => figure.organisation)).toEqual(["a"]);
    expect(besideTotal(figures, new Set(["a"])).map((figure) => figure.organisation)).toEqual(["a"]);
  });

  test("a visitor sees the total; Huye’s name appears in the dataset only once both agreed", async () => {
    const visitor = await world.browser(null);
    expect((await visitor.get(paths.public)).text).toContain("Days to a first answer");
    const named = async (): Promise<(string | number | null | undefined)[]> =>
      (await indicatorsDataset.rows(world.db, world.pack, TODAY)).map((row) => row["organisation"]).filter((name) => name !== null);
    await world.act("vestine", (act) => agreeToPublish(act, id, huye, true));
    expect(await named()).toEqual([]);
    await world.act("chantal", (act) => agreeToPublish(act, id, musanze, true));
    expect(await named()).toContain("Huye");
  });
});

describe("periods", () => {
  test("quarters follow the fiscal year that begins in July", () => {
    expect(periodAt("2025-11-17", 3, 7)).toEqual({ from: "2025-10-01", to: "2025-12-31" });
    expect(periodAt("2025-06-30", 12, 7)).toEqual({ from: "2024-07-01", to: "2025-06-30" });
  });
  test("what is owed begins after the last figure and never holds the running period", () => {
    expect(periodsOwed("2025-08-31", TODAY, 1, 7).map((period) => period.to)).toEqual(["2025-09-30", "2025-10-31"]);
    expect(periodsOwed("2025-10-31", TODAY, 1, 7)).toEqual([]);
    expect(periodsOwed(null, TODAY, 3, 7).map((period) => period.to)).toEqual(["2025-09-30"]);
  });
});

test("a claim for a period that already has one is refused with what to do instead", async () => {
  const claim = world.act("jeanbosco", (act) =>
    claimFigure(act, { indicator: id, organisation: huye, from: "2025-08-01", to: "2025-08-31", value: 9, source: "Register" }),
  );
  await expect(claim).rejects.toThrow("measure.periodTaken");
});
