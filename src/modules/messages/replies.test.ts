/** What comes in, over a real database: understood, asked back, refused, stopped. */
import { beforeEach, expect, test } from "vitest";
import { sendMessage } from "#kernel/conversation/send.ts";
import { newId } from "#platform/db/ids.ts";
import { NOW } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { answers, course, freshCourse, invitationOf, KIND } from "./invitation.fixture.ts";
import { module } from "./module.ts";
import { INVITATION, jobContext, later, onlyPhone, rowsWhere, textIn, type Remembering } from "./office.fixture.ts";

const world = useWorld([module]);
let sms: Remembering;
let beata: string;
beforeEach(async () => {
  ({ sms, beata } = await freshCourse(world));
});

const ask = (subject?: string, key?: string) => invitationOf(beata, subject, key);
const deliver = (ids: readonly string[]): Promise<void> => module.jobs["messages.deliver"]!(jobContext(world, [module]), { messages: ids });
const write = (text: string, from?: string, providerId?: string) => textIn(world, text, from, providerId);

test("Béata types “Yegoo.” and the handler gets her yes, acting as her, about the session she was asked about", async () => {
  const session = newId();
  await world.act("claudine", (act) => sendMessage(act, ask(session)));
  expect(await write("Yegoo.")).toMatchObject({ outcome: "answered" });
  expect(answers).toEqual([{ person: beata, actor: beata, answer: true, subject: session, shared: false }]);
  expect((await rowsWhere(world, "template", "test.thanks"))[0]).toMatchObject({ state: "queued", body: "Noted, Béata Kamikazi." });
});

test("with two questions open, a bare 1 is asked back, and 1 with the reference is understood", async () => {
  const [first, second] = [newId(), newId()];
  const one = await world.act("claudine", (act) => sendMessage(act, ask(first)));
  later(world, 1);
  const two = await world.act("claudine", (act) => sendMessage(act, ask(second)));
  expect(one.code).not.toBe(two.code);
  const unclear = await write("1");
  expect(unclear.outcome).toBe("not_understood");
  expect((await rowsWhere(world, "template", "conversation.which"))[0].body).toContain(
    `${two.code} Procurement training; ${one.code} Procurement training`,
  );
  expect(await write(`2 ${one.code}`)).toMatchObject({ outcome: "answered" });
  expect(answers.map(({ subject, answer }) => [subject, answer])).toEqual([[first, false]]);
  expect((await rowsWhere(world, "id", unclear.id))[0]).toMatchObject({ state: "dealt_with", reason: "answered_later" });
  expect(await write("yego")).toMatchObject({ outcome: "answered" });
  expect(answers.at(-1)).toMatchObject({ subject: second, answer: true });
});

test("Béata changes her mind: a second answer goes to the same question", async () => {
  await world.act("claudine", (act) => sendMessage(act, ask()));
  await write("1");
  await write("oya");
  expect(answers.map(({ answer }) => answer)).toEqual([true, false]);
});

test("a course that is full in the meantime undoes what the handler did and tells Béata why", async () => {
  await world.act("claudine", (act) => sendMessage(act, { ...ask(), language: "en" }));
  course.full = true;
  expect(await write("yes")).toMatchObject({ outcome: "declined" });
  expect((await rowsWhere(world, "template", "conversation.declined"))[0].body).toBe("RALGA: The course is full.");
  expect(
    await world.db
      .selectFrom("journal.entry")
      .select("entry")
      .where("kind", "=", "test.answered")
      .where("recorded_at", ">=", NOW)
      .where(
        "subject",
        "in",
        (await rowsWhere(world, "template", KIND)).map((row) => row.id),
      )
      .execute(),
  ).toEqual([]);
});

test("what nobody can understand is kept for a human and answered with help once a day", async () => {
  const first = await write("Ese muraza ryari?");
  later(world, 30);
  await write("Muraho neza");
  expect(first.outcome).toBe("not_understood");
  expect(await rowsWhere(world, "state", "not_understood")).toHaveLength(2);
  expect(await rowsWhere(world, "template", "conversation.help")).toHaveLength(1);
  later(world, 24 * 60);
  await write("Mwaramutse");
  expect(await rowsWhere(world, "template", "conversation.help")).toHaveLength(2);
});

test.each([["STOP"], ["Hagarika!"], ["arrêt"]])(
  "%s ends all messages to the telephone, confirmed once, and later ones are held back with the reason",
  async (word) => {
    expect(await write(word)).toMatchObject({ outcome: "stopped" });
    const confirmation = (await rowsWhere(world, "template", "conversation.stopped"))[0];
    await deliver([confirmation.id]);
    expect(sms.letters).toHaveLength(1);
    const after = await world.act("claudine", (act) => sendMessage(act, ask()));
    expect(after).toMatchObject({ state: "held", reason: "stopped" });
    expect(await write("tangira")).toMatchObject({ outcome: "started" });
    expect(await world.act("claudine", (act) => sendMessage(act, ask()))).toMatchObject({ state: "queued" });
  },
);

test("a message that was queued when Béata wrote STOP does not leave", async () => {
  const { id } = await world.act("claudine", (act) => sendMessage(act, ask()));
  await write("STOP");
  await deliver([id]);
  expect(sms.letters).toEqual([]);
  expect((await rowsWhere(world, "id", id))[0]).toMatchObject({ state: "held", reason: "stopped" });
});

test("on a shared telephone nobody in particular answers", async () => {
  await onlyPhone(world, beata, "0788000143", true);
  const shared = {
    ...INVITATION,
    shared: { en: "Meeting on {day}? 1 yes 2 no, {code}", fr: "1 oui 2 non, {code}", rw: "1 yego 2 oya, {code}" },
  };
  await world.act("claudine", (act) => sendMessage(act, { ...ask(), template: shared }));
  expect(await write("1")).toMatchObject({ outcome: "answered" });
  expect(answers).toMatchObject([{ person: null, actor: null, shared: true }]);
});

test("a question whose time is over is not open, and its reference is free again", async () => {
  const { code } = await world.act("claudine", (act) =>
    sendMessage(act, { ...ask(), reply: { kind: KIND, until: new Date(NOW.getTime() + 3_600_000) } }),
  );
  later(world, 61);
  expect(await write(`1 ${code}`)).toMatchObject({ outcome: "not_understood" });
});
