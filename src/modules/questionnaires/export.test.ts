/** Answers taken away without names: which columns there are, what stands in them, and who may not. */
import { beforeAll, expect, test } from "vitest";
import { appendEvents, newEvents } from "#kernel/questionnaire/events.ts";
import { closeSitting, startSitting } from "#kernel/questionnaire/sittings.ts";
import { answeredOf, standingOf } from "#kernel/questionnaire/state.ts";
import { modelOf, versionOf } from "#kernel/questionnaire/store.ts";
import { readCsv } from "#platform/tabular/csv.ts";
import { readWorkbook } from "#platform/tabular/workbook.ts";
import { useWorld, type World } from "#test/support/world.ts";
import type { CastName } from "#test/support/cast.ts";
import { module } from "./module.ts";
import { openRound, sheetsOf, type TestRound } from "./testing.fixture.ts";

const world = useWorld([module]);
const SHEETS = sheetsOf(
  [
    ["type", "name", "label", "relevant"],
    ["select_multiple ways", "ways", "How do people complain?", null],
    ["integer", "count", "How many?", "selected(${ways}, 'office')"],
    ["begin_repeat", "staff", "Staff", null],
    ["text", "who", "Who?", null],
    ["end_repeat", null, null, null],
    ["text", "why", "Why?", null],
  ],
  [
    ["list_name", "name", "label"],
    ["ways", "office", "At the office"],
    ["ways", "phone", "By phone"],
  ],
);

async function answer(of: World, name: CastName, round: TestRound, answers: Record<string, string>, submit = true): Promise<void> {
  const actor = await of.actor(name);
  await of.act(name, async (act) => {
    const sitting = await startSitting(act, {
      purposeKind: "test.round",
      purpose: round.id,
      version: round.version,
      organisation: actor.organisation!,
      title: "T",
      channel: "web",
      post: actor.post,
      postType: actor.postType,
      person: actor.person,
      language: "en",
    });
    const model = await modelOf(act.tx, round.version);
    const events = newEvents(Object.entries(answers), act.now.toISOString());
    await appendEvents(act, sitting, model, events);
    if (submit)
      await closeSitting(
        act,
        sitting,
        answeredOf(standingOf(model, events, { sitting: sitting.id, language: "en", now: "2025-11-17T09:00:00+02:00" })),
      );
  });
}

let instrument = "";
beforeAll(async () => {
  const round = await world.act("claudine", (act) => openRound(act, world.association, SHEETS));
  instrument = (await versionOf(world.db, round.version))!.instrument;
  await answer(world, "beata", round, {
    "/ways": "office phone",
    "/count": "14",
    "/staff[ka]/who": "Secretary",
    "/staff[kb]/who": "Land officer",
    "/why": "=1+1",
  });
  await answer(world, "olivier", round, { "/ways": "phone", "/count": "3" });
  await answer(world, "chantal", round, { "/ways": "phone" }, false);
});

test("one row for each sitting that was sent in: choices as 0 and 1, repeats in one cell, what was not asked empty, no names", async () => {
  const { text, status } = await (await world.browser("claudine")).get(`/questionnaires/${instrument}/answers.csv`);
  expect(status).toBe(200);
  expect((await (await world.browser("claudine")).get(`/questionnaires/${instrument}`)).text).toContain("/answers.csv");
  const read = await readCsv(Buffer.from(text));
  expect(read.ok && read.rows.map((row) => row.cells)).toEqual([
    [
      "version",
      "organisation",
      "post_type",
      "sex",
      "years_in_post",
      "channel",
      "language",
      "answered_on",
      "answered_precision",
      "ways",
      "ways/office",
      "ways/phone",
      "count",
      "staff/who",
      "why",
    ],
    ["1", "Ngoma", "SES", "F", "1", "web", "en", "2025-11-17", "day", "office phone", "1", "1", "14", "Secretary; Land officer", "'=1+1"],
    ["1", "Musanze", "DHR", "M", "1", "web", "en", "2025-11-17", "day", "phone", "0", "1", "", "", ""],
  ]);
  for (const name of ["Béata", "Olivier", "Kamikazi"]) expect(text).not.toContain(name);
});

test("the workbook has a second sheet that says what each column means", async () => {
  const response = await (await world.browser("claudine")).get(`/questionnaires/${instrument}/labels.csv`);
  expect(response.text).toContain("ways/phone,select_multiple,How do people complain?: By phone");
  const bytes = await workbookOf();
  const read = await readWorkbook(bytes);
  expect(read.ok && read.sheets.map((sheet) => [sheet.name, sheet.rows.length])).toEqual([
    ["answers", 3],
    ["labels", 7],
  ]);
});

async function workbookOf(): Promise<Uint8Array> {
  const { openSession, SESSION_COOKIE } = await import("#kernel/access/session.ts");
  const actor = await world.actor("claudine");
  const token = await world.db.transaction().execute((tx) => openSession(tx, actor.account, actor.assignment, world.now, true));
  const response = await world.app.request(`http://localhost:8080/questionnaires/${instrument}/answers.xlsx`, {
    headers: { cookie: `${SESSION_COOKIE}=${token}` },
  });
  return new Uint8Array(await response.arrayBuffer());
}

test("as JSON each row keeps its answers by place", async () => {
  const { text } = await (await world.browser("claudine")).get(`/questionnaires/${instrument}/answers.json`);
  const rows = JSON.parse(text) as { sex: string; answers: Record<string, string> }[];
  expect(rows[0]?.answers["/staff[2]/who"]).toBe("Land officer");
  expect(rows).toHaveLength(2);
});

test("an HR director reads the library and does not take answers away; nor does a visitor", async () => {
  expect((await (await world.browser("jeanbosco")).get(`/questionnaires/${instrument}/answers.csv`)).status).toBe(403);
  expect((await (await world.browser(null)).get(`/questionnaires/${instrument}/answers.json`)).status).toBe(303);
});
