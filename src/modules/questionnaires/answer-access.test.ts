/** Who may not answer, and what a respondent owes. */
import { beforeAll, describe, expect, test } from "vitest";
import { sittingOf } from "#kernel/questionnaire/sittings.ts";
import { useWorld, type Browser } from "#test/support/world.ts";
import { module } from "./module.ts";
import { openRound, sheetsOf, type TestRound } from "./testing.fixture.ts";

const world = useWorld([module]);

const SHEETS = sheetsOf(
  [
    ["type", "name", "label", "required"],
    ["select_one yn", "has_register", "Do you keep a complaint register?", "yes"],
    ["begin_repeat", "staff", "Staff", null],
    ["text", "who", "Which post?", null],
    ["end_repeat", null, null, null],
  ],
  [
    ["list_name", "name", "label"],
    ["yn", "yes", "Yes"],
    ["yn", "no", "No"],
  ],
);

let round: TestRound;
beforeAll(async () => {
  round = await world.act("claudine", (act) => openRound(act, world.association, SHEETS));
});

/** Starts a round in a browser and returns the sitting’s id. */
async function begin(browser: Browser, of: TestRound): Promise<string> {
  const started = await browser.post(`/answer/start/test.round/${of.id}`);
  expect(started.status, started.text).toBe(303);
  return started.location?.split("/")[2] ?? "";
}

describe("who may not", () => {
  test("the mayor is told why he is not asked, and cannot start by a forged form", async () => {
    const innocent = await world.browser("innocent");
    const refused = await innocent.get(`/answer/start/test.round/${round.id}?lang=en`);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain("Mayors are asked next year.");
    expect((await innocent.post(`/answer/start/test.round/${round.id}`)).status).toBe(403);
  });

  test("nobody else reads, saves, sends in or takes back Béata’s answers", async () => {
    const beata = await world.browser("beata");
    const id = await begin(beata, round);
    for (const name of ["olivier", "claudine", "vestine"] as const) {
      const other = await world.browser(name);
      for (const path of ["", "/~has_register", "/check", "/read", "/done"])
        expect((await other.get(`/answer/${id}${path}`)).status, `${name} ${path}`).toBe(404);
      for (const path of ["/~has_register", "/submit", "/withdraw", "/~staff/add"])
        expect((await other.post(`/answer/${id}${path}`)).status, `${name} ${path}`).toBe(404);
    }
    const visitor = await world.browser(null);
    expect((await visitor.get(`/answer/${id}`)).location).toMatch(/^\/sign-in/);
  });

  test("an unfinished sitting is not sent in: each missing answer is named with the way to it", async () => {
    const olivier = await world.browser("olivier");
    const id = await begin(olivier, round);
    const sent = await olivier.post(`/answer/${id}/submit`);
    expect(sent.status).toBe(422);
    expect(sent.text).toContain("Do you keep a complaint register?: Answer this question.");
    expect((await sittingOf(world.db, id))?.state).toBe("open");
  });

  test("after the closing day answers stay readable and nothing can be saved", async () => {
    const vestine = await world.browser("vestine");
    const id = await begin(vestine, round);
    round.closes = "2025-11-16";
    expect((await vestine.get(`/answer/${id}`)).location).toBe(`/answer/${id}/read`);
    expect((await vestine.post(`/answer/${id}/~has_register`, { shown: "/has_register", "/has_register": "yes" })).status).toBe(409);
    expect((await vestine.get(`/answer/${id}/read`)).text).toContain("closed before these answers were sent in");
    round.closes = "2025-11-28";
  });
});

describe("what is owed", () => {
  test("a questionnaire that Olivier began stands on his morning until the round closes", async () => {
    const olivier = await world.actor("olivier");
    const posts = [{ post: olivier.post!, postType: "DHR", organisation: olivier.organisation!, roles: olivier.roles }];
    const owed = await module.duties(world.db, { posts, today: "2025-11-17", pack: world.pack, association: world.association });
    expect(owed.map((duty) => [duty.title.values?.["title"], duty.due])).toEqual([["Needs 2026", "2025-11-28"]]);
    round.closes = "2025-11-10";
    expect(await module.duties(world.db, { posts, today: "2025-11-17", pack: world.pack, association: world.association })).toEqual([]);
    round.closes = "2025-11-28";
  });
});
