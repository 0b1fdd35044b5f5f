/** The morning page and search, as the people who open them. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Duty, Module } from "#kernel/access/module.ts";
import { newId } from "#platform/db/ids.ts";
import { plainText } from "#platform/i18n/text.ts";
import { useWorld } from "#test/support/world.ts";
import { module as today } from "./module.ts";
import { foldAlike, groupDuties } from "./queries.ts";

const record = newId();
let claudinesPost = "";
let called: string | undefined;

const duty = (due: string, title: string): Duty => ({
  key: `test:${title}`,
  post: claudinesPost,
  title: { text: plainText(title) },
  why: { text: plainText(`Because ${title}`) },
  record: { kind: "test", id: record },
  href: "/somewhere",
  due,
  call: called,
});

/** A module that says what Claudine's post owes, and holds one record that only she may see. */
const owing: Module = {
  ...today,
  name: "owing",
  routes: [],
  menu: [],
  records: {
    test: {
      title: plainText("Test record"),
      href: (id) => `/tests/${id}`,
      titles: (_, ids) => Promise.resolve(new Map(ids.map((id) => [id, "The hidden record"]))),
      visible: (_, actor, ids) => Promise.resolve(new Set(actor?.post === claudinesPost ? ids : [])),
      search: (_, actor, words) => Promise.resolve(actor?.post === claudinesPost && words === "hidden" ? [record] : []),
    },
  },
  stories: { "test.told": { en: "{post} told about {what}", fr: "{post} a parlé de {what}", rw: "{post}: {what}" } },
  duties: (_, question) =>
    Promise.resolve(
      question.posts.some((post) => post.post === claudinesPost)
        ? [
            duty("2025-11-13", "late thing"),
            duty("2025-11-17", "thing of today"),
            duty("2025-11-21", "thing of Friday"),
            duty("2025-12-01", "later thing"),
            duty("2026-06-01", "far thing"),
          ]
        : [],
    ),
};

const world = useWorld([today, owing]);

async function open(name: "claudine" | "olivier"): Promise<string> {
  claudinesPost = (await world.actor("claudine")).post ?? "";
  return (await (await world.browser(name)).get("/today?lang=en")).text;
}

test("duties fall into late, today, this week and the next four weeks; what lies further is left out", () => {
  const groups = groupDuties(
    ["2025-11-16", "2025-11-17", "2025-11-18", "2025-11-23", "2025-11-24", "2025-12-15", "2025-12-16"].map((due) => duty(due, due)),
    "2025-11-17",
  );
  expect([groups.late, groups.today, groups.week, groups.later].map((list) => list.map((one) => one.due))).toEqual([
    ["2025-11-16"],
    ["2025-11-17"],
    ["2025-11-18", "2025-11-23"],
    ["2025-11-24", "2025-12-15"],
  ]);
});

test("Claudine reads what is late in working days, with its reason", async () => {
  const page = await open("claudine");
  expect(page).toContain("One thing is late");
  expect(page).toContain("Late by 2 working days");
  expect(page).toContain("Because late thing");
  expect(page).toContain("thing of Friday");
  expect(page).not.toContain("far thing");
});

test("Claudine is told whom to call, with a number she can tap", async () => {
  const { rows } = await sql<{ post: string; person: string }>`
    select a.post, a.person from registry.assignment a join access.account c on c.person = a.person where c.login = 'jeanbosco'`.execute(
    world.db,
  );
  await world.db
    .insertInto("registry.contact")
    .values({ id: newId(), person: rows[0]?.person, kind: "phone", value: "+250788000177", from_day: "2025-01-01" })
    .execute();
  called = rows[0]?.post;
  const page = await open("claudine");
  expect(page).toContain('href="tel:+250788000177"');
  expect(page).toContain("Jean-Bosco Nkurunziza");
  called = undefined;
});

test("Olivier, whose post owes nothing, reads why his page is empty", async () => {
  expect(await open("olivier")).toContain("Nothing waits for this post");
});

test("what happened is told to those who may see the record, and only to them", async () => {
  claudinesPost = (await world.actor("claudine")).post ?? "";
  const olivier = await world.actor("olivier");
  await world.act("claudine", (act) =>
    act.journal({ kind: "test.told", subject: { kind: "test", id: record }, member: olivier.organisation, payload: {} }),
  );
  expect(await open("claudine")).toContain("told about The hidden record");
  expect(await open("olivier")).not.toContain("The hidden record");
  for (let again = 0; again < 3; again += 1)
    await world.act("claudine", (act) =>
      act.journal({ kind: "test.told", subject: { kind: "test", id: record }, member: olivier.organisation, payload: {} }),
    );
  const page = await open("claudine");
  expect([page.split("told about The hidden record").length - 1, page.includes("4 times lately")]).toEqual([1, true]);
});

test("search finds what the reader may see, and says so plainly when there is nothing", async () => {
  claudinesPost = (await world.actor("claudine")).post ?? "";
  const claudine = await world.browser("claudine");
  expect((await claudine.get("/search?q=hidden&lang=en")).text).toContain("The hidden record");
  const olivier = await world.browser("olivier");
  const page = (await olivier.get("/search?q=hidden&lang=en")).text;
  expect(page).not.toContain("The hidden record");
  expect(page).toContain("Nothing that you may see carries these words");
});

test("a visitor is sent to sign in, and comes back to where she wanted to go", async () => {
  const visitor = await world.browser(null);
  const answer = await visitor.get("/search?q=huye");
  expect(answer.status).toBe(303);
  expect(answer.location).toBe("/sign-in?next=%2Fsearch%3Fq%3Dhuye");
});

test("Claudine takes her duties along as a calendar that her phone understands", async () => {
  claudinesPost = (await world.actor("claudine")).post ?? "";
  const answer = await (await world.browser("claudine")).get("/today.ics?lang=en");
  expect(answer.headers.get("content-type")).toContain("text/calendar");
  expect(answer.text).toMatch(/BEGIN:VEVENT[^]*DTSTART;VALUE=DATE:20251121[^]*SUMMARY:thing of Friday/);
});

test("eleven lines without an event stand in one row that names how many; three stay three rows, and other sentences are not mixed in", () => {
  const asked = plainText("First day");
  const alike = (count: number, text = asked): Duty[] =>
    Array.from({ length: count }, (_, index) => ({ ...duty("2025-11-13", ""), key: `plans.line:${index}`, title: { text } }));
  expect(foldAlike(alike(3)).map((row) => row.others.length)).toEqual([0, 0, 0]);
  expect(foldAlike(alike(11)).map((row) => row.others.length)).toEqual([10]);
  expect(foldAlike([...alike(4), ...alike(1, plainText("Revise the plan"))]).map((row) => row.others.length)).toEqual([3, 0]);
});
