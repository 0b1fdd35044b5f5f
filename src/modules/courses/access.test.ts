/** Who sees and writes courses: anyone what is taught, the association's posts the drafts, nobody of a member what is not hers. */
import { beforeAll, describe, expect, test } from "vitest";
import { module as needs } from "#modules/needs";
import { module as questionnaires } from "#modules/questionnaires";
import type { CastName } from "#test/support/cast.ts";
import { useWorld } from "#test/support/world.ts";
import { beginCourse } from "./actions-draft.ts";
import { askReview, publish, review } from "./actions.ts";
import { completeDraft } from "./courses.fixture.ts";
import { module } from "./index.ts";
import { paths } from "./paths.ts";
import { findVersion } from "./queries.ts";
import { records } from "./records.ts";

const world = useWorld([questionnaires, needs, module]);
let published = { version: "", course: "" };
let draft = { version: "", course: "" };

async function kept(version: string): Promise<{ version: string; course: string }> {
  return { version, course: (await findVersion(world.db, version))?.course ?? "" };
}

beforeAll(async () => {
  published = await kept(await world.act("solange", (act) => completeDraft(act, "PRC-301")));
  const { version } = published;
  await world.act("solange", (act) => askReview(act, version));
  await world.act("claudine", (act) => review(act, version, { aspect: "content", decision: "approved", note: "", language: "en" }));
  await world.act("aimable", (act) => review(act, version, { aspect: "legal", decision: "approved", note: "", language: "en" }));
  await world.act("claudine", (act) => publish(act, version));
  draft = await kept(
    await world.act("solange", async (act) => {
      return beginCourse(act, {
        organisation: world.association,
        code: "PRC-302",
        title: { en: "Still a draft" },
        modality: "short_course",
        domain: "PRC",
      });
    }),
  );
});

describe("a visitor", () => {
  test("finds what is taught by group, field and language, and never a draft", async () => {
    const visitor = await world.browser(null);
    const list = await visitor.get(paths.courses);
    expect(list.text).toContain("Buying for the district");
    expect(list.text).not.toContain("Still a draft");
    for (const query of ["?group=procurement_officers", "?domain=PRC", "?taught=en", "?words=buying", "?modality=short_course"])
      expect((await visitor.get(paths.courses + query)).text).toContain("Buying for the district");
    for (const query of ["?group=health_directors", "?domain=HLT", "?taught=fr", "?words=roads", "?modality=tot"])
      expect((await visitor.get(paths.courses + query)).text).toContain("No course matches");
    expect((await visitor.get(`${paths.courses}?state=draft`)).text).not.toContain("Still a draft");
    expect((await visitor.get(paths.course(draft.course))).status).toBe(404);
    expect((await visitor.get(paths.version(draft.version))).status).toBe(404);
    expect((await visitor.get(paths.courseJson(draft.course))).status).toBe(404);
  });

  test("reads for whom a course is, what one can do afterwards, and how it is passed, in three languages", async () => {
    const visitor = await world.browser(null);
    const page = await visitor.get(paths.course(published.course));
    for (const text of [
      "Procurement officers",
      "Checks a bid against the notice",
      "80 % of the time",
      "60 % or more",
      "2.5 hours, 60 % practical",
    ])
      expect(page.text.replaceAll(/\s+/g, " ")).toContain(text);
    expect(page.text).not.toContain("What happened");
    expect((await visitor.get(`${paths.course(published.course)}?lang=fr`)).text).toContain("Acheter pour le district");
    expect((await visitor.get(`${paths.course(published.course)}?lang=rw`)).text).toContain("Kugura ibikenewe mu Karere");
  });

  test("takes the catalogue as CSV, XLSX and JSON, and one course as JSON", async () => {
    const visitor = await world.browser(null);
    expect((await visitor.get(paths.csv)).text).toContain("PRC-301");
    expect((await visitor.get(paths.xlsx)).headers.get("content-type")).toContain("spreadsheetml");
    const feed = JSON.parse((await visitor.get(paths.feed)).text) as { code: string; practical_share: number }[];
    expect(feed.map((one) => [one.code, one.practical_share])).toEqual([["PRC-301", 0.6]]);
    const one = JSON.parse((await visitor.get(paths.courseJson(published.course))).text) as {
      modules: unknown[];
      attendance_minimum: number;
    };
    expect([one.modules.length, one.attendance_minimum]).toEqual([2, 80]);
  });
});

type Case = readonly [who: CastName, verb: string, ask: () => readonly [string, Record<string, string>], status: number];
const DENIED: readonly Case[] = [
  ["jeanbosco", "edit", () => [paths.part(draft.version, "title"), {}], 403],
  ["jeanbosco", "edit (begin)", () => [paths.newCourse, {}], 403],
  ["jeanbosco", "reviewContent", () => [paths.review(published.version, "content"), { decision: "approved" }], 403],
  ["solange", "reviewLegal", () => [paths.review(published.version, "legal"), { decision: "approved" }], 404],
  ["aimable", "reviewContent", () => [paths.review(published.version, "content"), { decision: "approved" }], 404],
  ["aimable", "ask", () => [paths.step(draft.version, "ask"), {}], 403],
  ["aimable", "takeBack", () => [paths.step(draft.version, "takeBack"), {}], 403],
  ["solange", "publish", () => [paths.step(published.version, "publish"), {}], 403],
  ["solange", "confirm", () => [paths.step(published.version, "confirm"), {}], 403],
  ["aimable", "revise", () => [paths.step(published.version, "revise"), {}], 403],
  ["vestine", "read (steps)", () => [paths.step(published.version, "revise"), {}], 403],
  ["aimable", "drop", () => [paths.end(draft.version, "drop"), { reason: "No." }], 403],
  ["solange", "retire", () => [paths.end(published.version, "retire"), { reason: "No." }], 404],
];

test.each(DENIED)("%s may not %s", async (who, _verb, ask, status) => {
  const [path, form] = ask();
  expect((await (await world.browser(who)).post(path, form)).status).toBe(status);
});

test("Jean-Bosco of Huye finds only what is taught; Claudine finds her drafts too", async () => {
  const jeanbosco = await world.actor("jeanbosco");
  const ids = [published.course, draft.course];
  const visible = await records["courses.course"]?.visible(world.db, jeanbosco, ids, "2025-11-17");
  expect([...(visible ?? [])]).toEqual([published.course]);
  const claudine = await world.actor("claudine");
  expect((await records["courses.course"]?.visible(world.db, claudine, ids, "2025-11-17"))?.size).toBe(2);
  expect(await records["courses.course"]?.search?.(world.db, null, "draft", 5, "2025-11-17")).toEqual([]);
  expect(await records["courses.course"]?.search?.(world.db, claudine, "still a", 5, "2025-11-17")).toEqual([draft.course]);
  expect((await records["courses.version"]?.visible(world.db, null, [draft.version, published.version], "2025-11-17"))?.size).toBe(1);
});
