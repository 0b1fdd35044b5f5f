/** Answering on the web: page by page, saved at every step, checked, sent, read and taken back; and who may not. */
import { beforeAll, describe, expect, test } from "vitest";
import { eventsOf } from "#kernel/questionnaire/events.ts";
import { ratingsOf } from "#kernel/questionnaire/capacity.ts";
import { exampleSheets } from "#kernel/questionnaire/example.ts";
import { sittingOf } from "#kernel/questionnaire/sittings.ts";
import { modelOf } from "#kernel/questionnaire/store.ts";
import { useWorld, type Browser } from "#test/support/world.ts";
import { filled } from "./form.fixture.ts";
import { module } from "./module.ts";
import { handed, openRound, sheetsOf, takenBack, type TestRound } from "./testing.fixture.ts";

const world = useWorld([module]);

const SURVEY = [
  [
    "type",
    "name",
    "label::English (en)",
    "label::Kinyarwanda (rw)",
    "relevant",
    "constraint",
    "constraint_message::English (en)",
    "required",
    "appearance",
    "repeat_count",
  ],
  ["select_one yn", "has_register", "Do you keep a complaint register?", "Mufite igitabo cy’ibibazo?", null, null, null, "yes", null, null],
  [
    "integer",
    "complaints",
    "How many complaints last month?",
    "Ibibazo bingahe?",
    "${has_register} = 'yes'",
    ". < 1000",
    "Write a number below 1,000",
    "yes",
    null,
    null,
  ],
  ["begin_repeat", "staff", "People who handle complaints", "Abakozi", null, null, null, null, null, null],
  ["text", "who", "Which post?", "Uwuhe mwanya?", null, null, null, "yes", null, null],
  ["integer", "years", "Years in this work", "Imyaka", null, ". <= 50", null, null, null, null],
  ["end_repeat", null, null, null, null, null, null, null, null, null],
  ["begin_group", "more", "More", "Ibindi", null, null, null, null, null, null],
  ["date", "last_day", "Day of the last complaint", "Itariki", null, ". <= today()", "Write a day that is past", null, null, null],
  ["select_multiple ways", "ways", "How do people complain?", "Uburyo", null, null, null, null, null, null],
  ["rank order3", "order", "What matters first?", "Icya mbere", null, null, null, null, null, null],
  ["geopoint", "where", "Where is the office?", "Ibiro biri he?", null, null, null, null, null, null],
  ["range", "ease", "How easy is it?", "Byoroshye?", null, null, null, null, null, null],
  ["image", "photo", "A photo of the register", "Ifoto", null, null, null, null, null, null],
  ["calculate", "total", null, null, null, null, null, null, null, null],
  ["end_group", null, null, null, null, null, null, null, null, null],
];
const withParameters = SURVEY.map((row, index) => [
  ...row,
  index === 0 ? "parameters" : row[0] === "range" ? "start=1 end=5 step=1" : null,
  index === 0 ? "calculation" : row[1] === "total" ? "count(${staff})" : null,
]);
const CHOICES = [
  ["list_name", "name", "label::English (en)", "label::Kinyarwanda (rw)"],
  ["yn", "yes", "Yes", "Yego"],
  ["yn", "no", "No", "Oya"],
  ["ways", "office", "At the office", "Ku biro"],
  ["ways", "phone", "By phone", "Kuri telefoni"],
  ["order3", "speed", "Speed", "Umuvuduko"],
  ["order3", "respect", "Respect", "Kubaha"],
];
const SHEETS = sheetsOf(withParameters, CHOICES);

let round: TestRound;
let example: TestRound;
beforeAll(async () => {
  round = await world.act("claudine", (act) => openRound(act, world.association, SHEETS));
  example = await world.act("claudine", (act) => openRound(act, world.association, exampleSheets(act.pack)));
});

/** Starts a round in a browser and returns the sitting’s id. */
async function begin(browser: Browser, of: TestRound): Promise<string> {
  const started = await browser.post(`/answer/start/test.round/${of.id}`);
  expect(started.status, started.text).toBe(303);
  return started.location?.split("/")[2] ?? "";
}

/** Answers one page and returns where the browser goes on to. */
async function answer(browser: Browser, path: string, answers: Record<string, string | Blob | readonly string[]>): Promise<string> {
  const shown = await browser.get(path);
  expect(shown.status, path).toBe(200);
  const sent = await browser.post(path, filled(shown.text, answers));
  expect(sent.status, sent.text.slice(sent.text.indexOf("<main"), sent.text.indexOf("<main") + 1500)).toBe(303);
  return sent.location ?? "";
}

describe("answering page by page", () => {
  test("Béata reads what she is asked and until when before she starts", async () => {
    const beata = await world.browser("beata");
    const { text, status } = await beata.get(`/answer/start/test.round/${round.id}?lang=en`);
    expect(status).toBe(200);
    expect(text).toContain("Needs 2026");
    expect(text).toContain("Open until 28/11/2025");
  });

  test("Béata answers yes, and the question that this opens is asked on the same page before she goes on", async () => {
    const beata = await world.browser("beata");
    const id = await begin(beata, round);
    const first = (await beata.get(`/answer/${id}`)).location ?? "";
    expect(first).toBe(`/answer/${id}/~has_register`);
    const again = await answer(beata, first, { "/has_register": "yes" });
    expect(again).toBe(first);
    const page = await beata.get(first);
    expect(page.text).toContain("How many complaints last month?");
    const next = await answer(beata, first, { "/complaints": "14" });
    expect(next).toBe(`/answer/${id}/~staff`);
  });

  test("Béata writes a number in words and is told what to do, with what she wrote kept", async () => {
    const beata = await world.browser("beata");
    const id = await begin(beata, round);
    const path = `/answer/${id}/~has_register`;
    const page = await beata.get(path);
    const wrong = await beata.post(path, filled(page.text, { "/complaints": "cumi na bine" }));
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="cumi na bine"');
    expect(wrong.text).toContain("Write digits only");
    expect(wrong.text).toContain('href="#q2"');
    const tooMany = await beata.post(path, filled(page.text, { "/complaints": "2000" }));
    expect(tooMany.text).toContain("Write a number below 1,000");
    const kept = await eventsOf(world.db, id);
    expect(kept.findLast((event) => event.path === "/complaints")?.value).toBe("14");
  });

  test("Béata stops, comes back in the afternoon and goes on where something is missing", async () => {
    world.now = new Date("2025-11-17T13:12:00.000Z");
    const beata = await world.browser("beata");
    const id = await begin(beata, round);
    const shown = await beata.get(`/answer/${id}/~has_register`);
    const stopped = await beata.post(`/answer/${id}/~has_register`, filled(shown.text, { "/complaints": "15", stop: "now" }));
    expect(stopped.location).toBe("/my-answers");
    const mine = await beata.get("/my-answers");
    expect(mine.text).toContain("Open until 28/11/2025");
    const back = await beata.get(`/answer/${id}/~has_register`);
    expect(back.text).toContain('value="15"');
    expect(back.text).toContain("Saved at 15:12");
    // Nothing is missing: the way leads to the check.
    expect((await beata.get(`/answer/${id}`)).location).toBe(`/answer/${id}/check`);
  });

  test("Béata adds two people, removes the first, and the second keeps its answers", async () => {
    const beata = await world.browser("beata");
    const id = await begin(beata, round);
    for (const [who, years] of [
      ["Secretary", "3"],
      ["Land officer", "7"],
    ] as const) {
      const added = await beata.post(`/answer/${id}/~staff/add`);
      const path = added.location ?? "";
      const page = await beata.get(path);
      const names = [...page.text.matchAll(/name="(\/staff\[[^"]+\]\/\w+)"/g)].map(([, name]) => name ?? "");
      const [whoField = "", yearsField = ""] = [...new Set(names)];
      await answer(beata, path, { [whoField]: who, [yearsField]: years });
    }
    const list = await beata.get(`/answer/${id}/~staff`);
    expect(list.text).toContain("2 entries so far");
    const keys = [...list.text.matchAll(/name="key" value="([^"]+)"/g)].map(([, key]) => key ?? "");
    const removed = await beata.post(`/answer/${id}/~staff/remove`, { key: keys[0] ?? "" });
    expect(removed.status).toBe(303);
    const after = await beata.get(`/answer/${id}/~staff`);
    expect(after.text).toContain("One entry so far");
    expect(after.text).toContain("Land officer");
    // Nothing was overwritten: the answers about the first person are still there.
    expect((await eventsOf(world.db, id)).some((event) => event.value === "Secretary")).toBe(true);
  });

  test("Béata fills every kind of field without script, and reads them back in words", async () => {
    const beata = await world.browser("beata");
    const id = await begin(beata, round);
    const path = `/answer/${id}/~more~last_day`;
    const shown = await beata.get(path);
    const photo = new File([Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")], "register.png", { type: "image/png" });
    const fields = {
      "/more/last_day-day": "14",
      "/more/last_day-month": "11",
      "/more/last_day-year": "2025",
      "/more/ways": ["office", "phone"],
      "/more/order:rank:speed": "2",
      "/more/order:rank:respect": "1",
      "/more/where:lat": "-2.6",
      "/more/where:lon": "29.74",
      "/more/ease": "4",
      "/more/photo": photo,
    };
    const twice = await beata.post(path, filled(shown.text, { ...fields, "/more/order:rank:respect": "2" }));
    expect(twice.status).toBe(422);
    expect(twice.text).toContain("Number the choices from 1 to 2");
    const future = await beata.post(path, filled(shown.text, { ...fields, "/more/last_day-year": "2026" }));
    expect(future.text).toContain("Write a day that is past");
    expect(future.text).toContain('value="2026"');
    const next = await answer(beata, path, fields);
    expect(next).toBe(`/answer/${id}/check`);
    const check = await beata.get(next);
    for (const words of ["14/11/2025", "At the office", "1. Respect", "-2.6 29.74", "register.png"])
      expect(check.text, words).toContain(words);
    const file = /href="(\/answer\/[^"]+\/file\/[^"]+)"/.exec(check.text)?.[1] ?? "";
    expect((await beata.get(file)).headers.get("content-type")).toBe("image/png");
    const olivier = await world.browser("olivier");
    expect((await olivier.get(file)).status).toBe(404);
  });

  test("answers that are no longer asked are kept aside and not counted when Béata sends in", async () => {
    const beata = await world.browser("beata");
    const id = await begin(beata, round);
    await answer(beata, `/answer/${id}/~has_register?from=check`, { "/has_register": "no" });
    const sent = await beata.post(`/answer/${id}/submit`);
    expect(sent.location).toBe(`/answer/${id}/done`);
    const sitting = await sittingOf(world.db, id);
    expect(sitting?.answered?.aside["/complaints"]).toBe("15");
    expect(sitting?.answered?.answers["/complaints"]).toBeUndefined();
    expect(sitting?.answered?.answers["/more/total"]).toBe("1");
    expect(sitting?.sex).toBe("F");
    expect(sitting?.yearsInPost).toBe(1);
    expect(handed.at(-1)?.sitting.id).toBe(id);
  });

  test("what Béata sent in can be read and not be changed, and she can take it back while the round is open", async () => {
    const beata = await world.browser("beata");
    const id = await begin(beata, round);
    expect((await beata.get(`/answer/${id}`)).location).toBe(`/answer/${id}/read`);
    expect((await beata.post(`/answer/${id}/~has_register`, { shown: "/has_register", "/has_register": "yes" })).status).toBe(409);
    expect((await beata.get(`/answer/${id}/read`)).text).toContain("Take my answers back");
    expect((await beata.post(`/answer/${id}/withdraw`)).status).toBe(303);
    expect(takenBack).toContain(id);
    const anew = await begin(beata, round);
    expect(anew).not.toBe(id);
  });
});

describe("two devices", () => {
  test("Espérance saves the same page on two devices: what she did not touch on one is not undone by it", async () => {
    const phone = await world.browser("esperance");
    const office = await world.browser("esperance");
    const id = await begin(phone, round);
    await answer(phone, `/answer/${id}/~has_register`, { "/has_register": "yes" });
    const path = `/answer/${id}/~has_register`;
    const [onPhone, inOffice] = [await phone.get(path), await office.get(path)];
    expect((await office.post(path, filled(inOffice.text, { "/complaints": "9" }))).status).toBe(303);
    // The phone still shows no number; saving the page unchanged must not empty it.
    const stale = await phone.post(path, filled(onPhone.text));
    expect(stale.status).toBe(303);
    const events = await eventsOf(world.db, id);
    expect(events.filter((event) => event.path === "/complaints").map((event) => event.value)).toEqual(["9"]);
  });

  test("Espérance starts twice at the same moment and has one sitting", async () => {
    const [a, b] = [await world.browser("esperance"), await world.browser("esperance")];
    const ids = await Promise.all([begin(a, example), begin(b, example)]);
    expect(new Set(ids).size).toBe(1);
  });

  test("two saves at the same moment are both kept", async () => {
    const [a, b] = [await world.browser("esperance"), await world.browser("esperance")];
    const id = await begin(a, round);
    const before = (await eventsOf(world.db, id)).length;
    const path = `/answer/${id}/~more~last_day`;
    const page = await a.get(path);
    const [one, two] = await Promise.all([
      a.post(path, filled(page.text, { "/more/ease": "2" })),
      b.post(path, filled(page.text, { "/more/ways": ["phone"] })),
    ]);
    expect([one.status, two.status]).toEqual([303, 303]);
    expect((await eventsOf(world.db, id)).length).toBe(before + 2);
  });
});

describe("the example on six fields", () => {
  test("Pacifique answers all of it in Kinyarwanda, and each field gives one rating", async () => {
    const pacifique = await world.browser("pacifique");
    await pacifique.get("/my-answers?lang=rw");
    const id = await begin(pacifique, example);
    let path = (await pacifique.get(`/answer/${id}`)).location ?? "";
    for (let step = 0; step < 40 && !path.endsWith("/check"); step += 1) {
      const { text } = await pacifique.get(path);
      const answers: Record<string, string> = {};
      for (const [, name = ""] of text.matchAll(/name="([^"]+_(?:current|desired|importance|cause))"/g)) {
        answers[name] = name.endsWith("_current") ? "2" : name.endsWith("_desired") ? "4" : name.endsWith("_cause") ? "staffing" : "high";
      }
      path = await answer(pacifique, path, answers);
    }
    expect((await pacifique.post(`/answer/${id}/submit`)).status).toBe(303);
    const sitting = await sittingOf(world.db, id);
    const ratings = ratingsOf(await modelOf(world.db, example.version), sitting!.answered!);
    expect(ratings).toHaveLength(6);
    expect(ratings[0]).toMatchObject({ domain: "LDG", current: 2, desired: 4, importance: 3, cause: "staffing", strength: false });
  });
});
