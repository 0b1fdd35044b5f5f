/** The daily reminders over a real registry: one digest a person, no step twice, escalation, and the button of other modules. */
import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import type { Duty, Module } from "#kernel/access/module.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { plainText } from "#platform/i18n/text.ts";
import { newId } from "#platform/db/ids.ts";
import { useWorld } from "#test/support/world.ts";
import { remindAbout } from "./actions.ts";
import { jobContext, NOTICE, onlyPhone, remembering, rowsWhere, setUp } from "./office.fixture.ts";
import { module } from "./module.ts";

const world = useWorld([module]);
let duties: Duty[] = [];
/** A module that says what posts owe, and counts how often it is asked. */
let asked = 0;
const owing: Module = {
  ...module,
  name: "owing",
  records: {},
  duties: (_db, question) => {
    asked += 1;
    const posts = new Set(question.posts.map((post) => post.post));
    return Promise.resolve(duties.filter((duty) => posts.has(duty.post)));
  },
};

/** Huye's director of HR answers to the corporate-services head of the pack or, failing that, to whoever the pack names; the test asks the pack. */
const postOf = async (name: "jeanbosco" | "vestine" | "innocent" | "beata" | "olivier"): Promise<string> =>
  (await world.actor(name)).post ?? "";
const personOf = async (name: "jeanbosco" | "vestine" | "innocent" | "beata"): Promise<string> => (await world.actor(name)).person;

function duty(post: string, due: Day, title = "Close the audit finding", key = `finding:${title}`): Duty {
  return { key, post, title: { text: plainText(title) }, record: { kind: "finding", id: newId() }, href: "/findings/7", due };
}

const remindOn = async (moment: string): Promise<void> => {
  world.now = new Date(moment);
  await module.jobs["messages.remind"]!(jobContext(world, [owing]), {});
};

const digests = async (person?: string): Promise<any[]> =>
  (await rowsWhere(world, "template", "messages.digest")).filter((row) => person === undefined || row.person === person);

beforeEach(async () => {
  setUp(remembering(), remembering());
  duties = [];
  asked = 0;
  for (const table of ["conversation.reminder", "conversation.reminder_day", "conversation.message"])
    await sql`delete from ${sql.table(table)}`.execute(world.db);
});

test("Jean-Bosco gets one digest for two things, Vestine hers, and nobody else anything", async () => {
  const [dhr, des] = [await postOf("jeanbosco"), await postOf("vestine")];
  duties = [
    duty(dhr, "2025-11-18", "Close the audit finding"),
    duty(dhr, "2025-11-21", "Answer the questionnaire"),
    duty(des, "2025-11-18", "Sign the plan"),
    duty(des, "2026-02-27", "Far away"),
  ];
  await remindOn("2025-11-17T05:10:00Z");
  const rows = await digests();
  expect(rows.map((row) => row.person).sort()).toEqual([await personOf("jeanbosco"), await personOf("vestine")].sort());
  const body: string = (await digests(await personOf("jeanbosco")))[0].body;
  expect(body).toContain("Close the audit finding");
  expect(body).toContain("Answer the questionnaire");
  expect((await digests(await personOf("vestine")))[0].body).not.toContain("Far away");
  expect(body).toContain("https://inteko.example/findings/7");
});

test("a step is never taken twice, the next one is, and the same hour’s second run does nothing", async () => {
  duties = [duty(await postOf("jeanbosco"), "2025-11-24")];
  await remindOn("2025-11-17T05:10:00Z");
  await remindOn("2025-11-17T06:10:00Z");
  await remindOn("2025-11-18T05:10:00Z");
  expect(await digests()).toHaveLength(1);
  await remindOn("2025-11-21T05:10:00Z");
  expect((await rowsWhere(world, "template", "messages.digest")).map((row) => row.title)).toEqual(["One thing to do", "One thing to do"]);
  await remindOn("2025-11-24T05:10:00Z");
  expect(await digests()).toHaveLength(2);
  await remindOn("2025-11-25T05:10:00Z");
  expect((await digests()).at(-1).title).toBe("One thing to do, one is late");
});

test("two workers at the same minute remind once", async () => {
  duties = [duty(await postOf("jeanbosco"), "2025-11-18")];
  await Promise.all([remindOn("2025-11-17T05:10:00Z"), remindOn("2025-11-17T05:10:00Z")]);
  expect(await digests()).toHaveLength(1);
});

test("nothing goes out before six, on a Sunday, or on a public holiday", async () => {
  duties = [duty(await postOf("jeanbosco"), "2025-11-17")];
  await remindOn("2025-11-17T03:10:00Z");
  await remindOn("2025-11-16T05:10:00Z");
  await remindOn("2025-12-25T05:10:00Z");
  expect([await digests(), asked]).toEqual([[], 0]);
});

test("three working days after the due day the supervisor is told, with whose it is and without a reproach; ten days after, the head", async () => {
  const post = await postOf("beata");
  const supervisor = world.pack.postTypes.find((type) => type.code === "SES")?.supervisor;
  expect(supervisor).toBe("DES");
  duties = [duty(post, "2025-11-12")];
  await remindOn("2025-11-17T05:10:00Z");
  const [own] = await digests(await personOf("beata"));
  const [told] = await digests(await personOf("vestine"));
  expect(own.title).toBe("One thing to do, one is late");
  expect(told.body).toContain("FROM THOSE WHO REPORT TO YOU");
  expect(told.body).toMatch(/Close the audit finding \(.*Ngoma\)/);
  expect(told.body).toContain("3 working days ago");
  await remindOn("2025-11-18T05:10:00Z");
  expect(await digests()).toHaveLength(2);
});

test("who was reminded on three days of the week waits, and the step is taken later", async () => {
  const dhr = await postOf("jeanbosco");
  for (const day of ["17", "18", "19", "20"]) {
    duties = [...duties, duty(dhr, `2025-11-${Number(day) + 1}`, `Thing ${day}`)];
    await remindOn(`2025-11-${day}T05:10:00Z`);
  }
  expect(await digests()).toHaveLength(3);
  await remindOn("2025-11-24T05:10:00Z");
  expect((await digests()).at(-1).body).toContain("Thing 20");
});

test("on a shared telephone the digest says nothing of the work", async () => {
  const beata = await personOf("beata");
  await onlyPhone(world, beata, "0788000143", true);
  duties = [duty(await postOf("beata"), "2025-11-18", "Answer the complaint about land")];
  await remindOn("2025-11-17T05:10:00Z");
  expect((await digests(beata))[0]).toMatchObject({ channel: "sms", parts: 1 });
  expect((await digests(beata))[0].body).not.toContain("complaint");
});

test("posts are asked about in batches, and who has neither account nor contact is left alone", async () => {
  await remindOn("2025-11-17T05:10:00Z");
  expect(asked).toBe(1);
  expect(await rowsWhere(world, "direction", "out")).toEqual([]);
});

test("Claudine’s button reminds two people of one record once a day, and says so when she presses it again", async () => {
  const people = [await personOf("vestine"), await personOf("innocent")];
  const subject = { kind: "finding", id: newId() };
  const press = () =>
    world.act("claudine", (act) =>
      remindAbout(act, {
        subject,
        people: [...people, ...people],
        template: NOTICE,
        values: { day: "24/11/2025" },
        link: "https://inteko.example/findings/7",
      }),
    );
  expect(await press()).toEqual({ queued: 2, held: 0, again: 0 });
  await expect(press()).rejects.toMatchObject({ kind: { code: "messages.remindedToday" }, values: { count: 2 } });
  world.now = new Date("2025-11-25T07:00:00Z");
  expect(await press()).toEqual({ queued: 2, held: 0, again: 0 });
  await expect(world.act("claudine", (act) => remindAbout(act, { subject, people: [], template: NOTICE }))).rejects.toMatchObject({
    kind: { code: "messages.nobody" },
  });
});
