/** Questionnaires on paper: what is printed, how skips are said, and how a filled paper is typed in with its true date. */
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { checkSheets } from "#kernel/questionnaire/check-upload.ts";
import { sittingOf } from "#kernel/questionnaire/sittings.ts";
import { loadPack } from "#kernel/pack/load.ts";
import { speak } from "#platform/i18n/text.ts";
import { ROOT } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { filled } from "./form.fixture.ts";
import { module } from "./module.ts";
import { paperOf } from "./paper.ts";
import { handed, openRound, sheetsOf, type TestRound } from "./testing.fixture.ts";

const world = useWorld([module]);
const pack = loadPack(join(ROOT, "packs/rwanda"));
const CHOICES = [
  ["list_name", "name", "label"],
  ["yn", "yes", "Yes"],
  ["yn", "no", "No"],
];

describe("when to skip, in words", () => {
  test.each([
    ["${keep} = 'yes'", "Only if you chose “Yes” at question 1."],
    ["${keep} != 'yes'", "Only if you did not choose “Yes” at question 1."],
    ["selected(${ways}, 'no')", "Only if you chose “No” at question 3."],
    ["not(selected(${ways}, 'no'))", "Only if you did not choose “No” at question 3."],
    ["${count} > 3", "Only if the answer to question 2 is more than 3."],
    ["${count} >= 3 and ${keep} = 'no'", "Only if the answer to question 2 is 3 or more, and you chose “No” at question 1."],
    ["${count} != ''", "Only if you answered question 2."],
    ["${count} = ''", "Only if you left question 2 empty."],
    ["${count} * 2 = 4", "Only if this holds: [2] * 2 = 4 (the office that gave you the form can help)."],
  ])("%s", (relevant, words) => {
    const sheets = sheetsOf(
      [
        ["type", "name", "label", "relevant"],
        ["select_one yn", "keep", "Keep?", null],
        ["integer", "count", "Count", null],
        ["select_multiple yn", "ways", "Ways", null],
        ["text", "why", "Why", relevant],
      ],
      CHOICES,
    );
    const { model } = checkSheets(pack, sheets);
    const [, , , why] = paperOf(model!, "en", speak("en"));
    expect(why).toMatchObject({ number: "4", skip: words });
  });
});

describe("typing in", () => {
  let round: TestRound;
  beforeAll(async () => {
    const sheets = sheetsOf(
      [
        ["type", "name", "label", "required"],
        ["select_one yn", "keep", "Do you keep a register?", "yes"],
        ["begin_repeat", "staff", "Staff", null],
        ["text", "who", "Who?", null],
        ["end_repeat", null, null, null],
      ],
      CHOICES,
    );
    round = await world.act("claudine", (act) => openRound(act, world.association, sheets, "2025-11-10"));
  });
  const form = async (organisation: string) => ({
    purpose: `test.round ${round.id}`,
    organisation: await world.organisation(organisation),
    postType: "SES",
    sex: "F",
    years: "4",
    happened: "10/2025",
    language: "en",
  });

  test("the blank form has boxes, a reference, a code and room for three entries", async () => {
    const page = await (await world.browser("claudine")).get(`/questionnaires/versions/${round.version}/paper?language=en`);
    expect(page.status).toBe(200);
    for (const words of ["<circle", "room for 3", "Reference", "in-qr"]) expect(page.text, words).toContain(words);
  });

  test("Jean-Bosco types in a paper of October after the round has closed: its true date and his post stay with it", async () => {
    const jeanbosco = await world.browser("jeanbosco");
    const begun = await jeanbosco.post(`/questionnaires/versions/${round.version}/type-in`, await form("Huye"));
    expect(begun.status).toBe(303);
    const id = begun.location?.split("/")[2] ?? "";
    const path = (await jeanbosco.get(`/answer/${id}`)).location ?? "";
    const page = await jeanbosco.get(path);
    await jeanbosco.post(path, filled(page.text, { "/keep": "yes" }));
    const check = await jeanbosco.get(`/answer/${id}/check`);
    expect(check.text).toContain("File this paper");
    expect((await jeanbosco.post(`/answer/${id}/submit`)).status).toBe(303);
    const sitting = await sittingOf(world.db, id);
    expect(sitting).toMatchObject({
      channel: "paper",
      person: null,
      postType: "SES",
      sex: "F",
      yearsInPost: 4,
      happenedOn: "2025-10-01",
      happenedPrecision: "month",
      enteredBy: (await world.actor("jeanbosco")).post,
    });
    expect(handed.at(-1)?.sitting.id).toBe(id);
    expect((await jeanbosco.get(`/answer/${id}/read`)).text).toContain("answered on 10/2025");
    // A colleague of another district does not see it.
    expect((await (await world.browser("olivier")).get(`/answer/${id}/read`)).status).toBe(404);
  });

  test("Jean-Bosco cannot type in for Musanze, and the mayor cannot at all", async () => {
    const jeanbosco = await world.browser("jeanbosco");
    expect((await jeanbosco.post(`/questionnaires/versions/${round.version}/type-in`, await form("Musanze"))).status).toBe(404);
    const innocent = await world.browser("innocent");
    expect((await innocent.get(`/questionnaires/versions/${round.version}/type-in`)).status).toBe(403);
  });

  test("a date to come, a missing office and years in words come back with what to do", async () => {
    const jeanbosco = await world.browser("jeanbosco");
    const sent = await jeanbosco.post(`/questionnaires/versions/${round.version}/type-in`, {
      ...(await form("Huye")),
      organisation: "",
      years: "four",
      happened: "01/01/2026",
    });
    expect(sent.status).toBe(422);
    for (const words of ["Choose the office", "Write the years in figures", "not a day to come", 'value="four"'])
      expect(sent.text, words).toContain(words);
  });
});
