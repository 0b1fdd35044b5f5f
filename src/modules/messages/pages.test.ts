/** The pages of messages as people use them, and who is refused what. */
import { beforeEach, expect, test } from "vitest";
import { useWorld } from "#test/support/world.ts";
import { module } from "./module.ts";
import { freshOffice, textIn, tellBeata, jobContext, rowsWhere, setUp, type Remembering } from "./office.fixture.ts";
import { sql } from "kysely";
import { json } from "#platform/db/json.ts";
import { newId } from "#platform/db/ids.ts";
import { askAddresses } from "./addresses.ts";
import { personalData } from "./personal-data.ts";
import { verbs } from "./rules.ts";

const world = useWorld([module]);
let sms: Remembering;
let beata: string;
beforeEach(async () => {
  ({ sms, beata } = await freshOffice(world));
});

const write = (text: string) => textIn(world, text);
const notice = (change?: object) => tellBeata(world, change);
const deliver = (id: string): Promise<void> => module.jobs["messages.deliver"]!(jobContext(world, [module]), { messages: [id] });
const demonstration = () =>
  world.db
    .insertInto("setting.fact")
    .values({ name: "demonstration", value: json({ made: [] }) })
    .execute();

test("Solange sees what waits in her morning, reads it, answers, and the answer goes to Béata’s telephone", async () => {
  const { id } = await write("Ese amahugurwa azaba ku wa kangahe?");
  const solange = await world.actor("solange");
  const question = {
    posts: [{ post: solange.post ?? "", postType: "TRC", organisation: solange.organisation ?? "", roles: solange.roles }],
    today: "2025-11-17",
    pack: world.pack,
    association: world.association,
  };
  expect(await module.duties(world.db, question)).toMatchObject([
    { key: "messages.waiting", due: "2025-11-18", href: "/messages?state=not_understood", title: { values: { n: 1 } } },
  ]);
  const browser = await world.browser("solange");
  const page = await browser.get(`/messages/${id}`);
  expect(page.text).toContain("Ese amahugurwa azaba ku wa kangahe?");
  expect(page.text).toContain("No question was open");
  expect(page.text).not.toContain("788000143");
  const empty = await browser.post(`/messages/${id}/answer`, { answer: " " });
  expect([empty.status, empty.text.includes("Write the answer, or choose")]).toEqual([422, true]);
  expect(await browser.post(`/messages/${id}/answer`, { answer: "Ku wa mbere {saa tatu}" })).toMatchObject({
    status: 303,
    location: `/messages/${id}`,
  });
  expect((await rowsWhere(world, "template", "messages.written"))[0]).toMatchObject({
    address: "+250788000143",
    body: "RALGA: Ku wa mbere {saa tatu}",
    in_reply_to: id,
  });
  expect(await module.duties(world.db, question)).toEqual([]);
  expect((await browser.post(`/messages/${id}/close`)).status).toBe(409);
});

test("Claudine says that a message needs no answer", async () => {
  const { id } = await write("Murakoze cyane pe");
  expect((await (await world.browser("claudine")).post(`/messages/${id}/close`)).status).toBe(303);
  expect((await rowsWhere(world, "id", id))[0]).toMatchObject({ state: "dealt_with" });
});

test("Gilbert mends the gateway and sends a failed message again", async () => {
  sms.answer = () => ({ ok: false, why: "refused", detail: "HTTP 400", later: false });
  const { id } = await notice();
  await deliver(id);
  const browser = await world.browser("gilbert");
  expect((await browser.get(`/messages/${id}`)).text).toContain("refused this message or its address (HTTP 400)");
  sms.answer = () => ({ ok: true, reference: null });
  expect((await browser.post(`/messages/${id}/again`)).status).toBe(303);
  await deliver(id);
  expect((await rowsWhere(world, "id", id))[0]).toMatchObject({ state: "sent", attempts: 1 });
});

test("the list filters by state, way, direction, name and number, sums the cost and says when there is no price", async () => {
  const { id } = await notice();
  await deliver(id);
  await write("Muraho");
  const browser = await world.browser("claudine");
  const all = await browser.get("/messages");
  expect(all.text).toContain("Béata Kamikazi");
  expect(all.text).toContain("3 of 3 messages");
  expect(all.text).toContain("No price of a part is set");
  expect((await browser.get("/messages?state=sent")).text).toContain("1 of 3 messages");
  expect((await browser.get("/messages?direction=in&channel=sms")).text).toContain("1 of 3 messages");
  expect((await browser.get("/messages?q=kamikazi")).text).toContain("3 of 3 messages");
  expect((await browser.get("/messages?q=0788000143")).text).toContain("3 of 3 messages");
  expect((await browser.get("/messages?q=%25")).text).toContain("0 of 3 messages");
  expect((await browser.get("/messages?from=2025-11-18")).text).toContain("No message fits these filters");
});

test("the list counts its cost from the rule set and marks an unconfirmed price", async () => {
  const price = {
    parameters: { sms_part_price: { code: "sms_part_price", names: {}, value: 12, unit: "money", source: "", unconfirmed: true } },
    steps: [],
    article: "",
  };
  await world.db
    .insertInto("rules.rule_set")
    .values({
      code: "messages",
      from_day: "2025-01-01",
      to_day: null,
      value: json(price),
      title: json({}),
      source: "test",
      unconfirmed: true,
    })
    .execute();
  const { id } = await notice();
  await deliver(id);
  await notice();
  const page = (await (await world.browser("claudine")).get("/messages")).text;
  expect(page).toMatch(/Text messages that left: 1 part, RWF\s12\./);
  expect(page).toMatch(/What waits or is kept here would cost RWF\s12\./);
  expect(page).toMatch(/The price of a part \(RWF\s12\) is not confirmed by the association yet\./);
  await sql`delete from rules.rule_set where code = 'messages'`.execute(world.db);
});

test("the downloads hold names and masked numbers, and no text that came in", async () => {
  await notice();
  await write("Mfite ikibazo cy’ubutaka");
  const browser = await world.browser("claudine");
  const csv = await browser.get("/messages/file?format=csv");
  expect(csv.text).toContain("+250 ••• 143");
  expect(csv.text).not.toMatch(/788000143|ubutaka/);
  expect((await browser.get("/messages/file?format=xlsx")).headers.get("content-type")).toContain("spreadsheetml");
});

test("a message about a record that Claudine does not see keeps its text from her", async () => {
  const { id } = await notice({ subject: { kind: "complaint", id: newId() } });
  const page = await (await world.browser("claudine")).get(`/messages/${id}`);
  expect(page.text).toContain("Your post does not see the record this is about");
  expect(page.text).not.toContain("your appeal was answered");
});

test("an e-mail is shown as it is read, with the way to end it", async () => {
  const vestine = (await world.actor("vestine")).person;
  const { id } = await notice({ person: vestine });
  const page = await (await world.browser("claudine")).get(`/messages/mail/${id}`);
  expect(page.text).toContain("Dear Vestine Mukandayisenga, will you come on 24/11/2025?");
  expect(page.text).toContain("To get no more of these e-mails: http://localhost:8080/stop/…");
  const { id: text } = await notice();
  expect((await (await world.browser("claudine")).get(`/messages/mail/${text}`)).status).toBe(404);
});

test("with a gateway the developer’s telephone is closed; in a demonstration it shows the screen and answers as it", async () => {
  const browser = await world.browser("claudine");
  expect((await browser.get("/messages/phone")).status).toBe(404);
  await demonstration();
  await sql`update registry.person set language = 'rw' where id = ${beata}`.execute(world.db);
  const [asked] = await world.act("claudine", (act) => askAddresses(act, [beata]));
  const people = await browser.get("/messages/phone?q=kamikazi");
  expect(people.text).toContain(`/messages/phone?person=${beata}`);
  const screen = await browser.get(`/messages/phone?person=${beata}`);
  expect(screen.text).toContain(`1 yego, 2 oya (cyangwa: 1 ${asked?.code})`);
  expect((await browser.post("/messages/phone", { person: beata, text: "" })).status).toBe(422);
  expect((await browser.post("/messages/phone", { person: beata, text: "YEGO" })).status).toBe(303);
  expect((await browser.get(`/messages/phone?person=${beata}`)).text).toContain("murakoze, tuzajya tubandikira hano");
  await sql`update registry.person set language = 'en' where id = ${beata}`.execute(world.db);
});

test("without a gateway the screen can be seen, but nobody answers in the place of real people", async () => {
  setUp(null, null);
  await notice();
  const browser = await world.browser("gilbert");
  const screen = await browser.get(`/messages/phone?person=${beata}`);
  expect(screen.text).toContain("your appeal was answered");
  expect(screen.text).not.toContain("Answer as this telephone");
  const refused = await browser.post("/messages/phone", { person: beata, text: "1" });
  expect([refused.status, refused.text.includes("possible in a demonstration only")]).toEqual([403, true]);
  expect((await browser.get("/messages/phone?person=nobody")).status).toBe(404);
});

test.each([
  ["see the list", "read", "get", "/messages"],
  ["download it", "read", "get", "/messages/file"],
  ["see a message", "read", "get", "/messages/:id"],
  ["read a mail", "read", "get", "/messages/mail/:id"],
  ["answer", "answer", "post", "/messages/:id/answer"],
  ["close", "close", "post", "/messages/:id/close"],
  ["send again", "again", "post", "/messages/:id/again"],
  ["look at a telephone", "tryOut", "get", "/messages/phone"],
  ["answer as a telephone", "tryOut", "post", "/messages/phone"],
] as const)("Jean-Bosco of Huye may not %s, and a visitor is asked to sign in", async (_, verb, method, path) => {
  const { id } = await write("Muraho");
  const address = path.replace(":id", id);
  expect(Object.keys(verbs[verb].roles)).not.toContain("hr_director");
  expect((await (await world.browser("jeanbosco"))[method](address)).status).toBe(403);
  expect((await (await world.browser(null))[method](address)).status).toBe(303);
});

test("Gilbert, who runs the system, may read and send again but not answer for the association", async () => {
  const { id } = await write("Muraho");
  const browser = await world.browser("gilbert");
  expect((await browser.get(`/messages/${id}`)).text).not.toContain("Send the answer");
  expect((await browser.post(`/messages/${id}/answer`, { answer: "x" })).status).toBe(403);
});

test("a message that is not there is not found", async () => {
  const browser = await world.browser("solange");
  expect((await browser.get(`/messages/${newId()}`)).status).toBe(404);
  expect((await browser.post(`/messages/${newId()}/answer`, { answer: "x" })).status).toBe(404);
});

test("Béata gets everything said to and by her, and after erasure only that something was sent is left", async () => {
  await notice();
  await write("Mfite ikibazo");
  const [messages, optOuts, reminders] = personalData;
  const collected = await messages!.collect(world.db, beata);
  expect(collected.map((row) => row["direction"])).toEqual(expect.arrayContaining(["out", "in"]));
  expect(await optOuts!.collect(world.db, beata)).toEqual([]);
  expect(await reminders!.collect(world.db, beata)).toEqual([]);
  const erased = await world.db.transaction().execute((tx) => messages!.erase!(tx, beata));
  expect(erased).toBe(3);
  const left = await world.db.selectFrom("conversation.message").select(["address", "body", "title", "person", "state"]).execute();
  expect(left.every((row) => row.address === null && row.body === null && row.person === null && row.title === null)).toBe(true);
  expect(left.map((row) => row.state).sort()).toEqual(["dealt_with", "held", "held"]);
  const page = await (await world.browser("solange")).get("/messages");
  expect(page.text).toContain("erased");
});

test("what is older than the retention rule allows is emptied", async () => {
  await notice();
  const expire = personalData[0]!.expire!;
  expect(await world.db.transaction().execute((tx) => expire(tx, "2025-11-17"))).toBe(0);
  expect(await world.db.transaction().execute((tx) => expire(tx, "2025-11-18"))).toBe(1);
});

test("sixty messages are shown fifty at a time; a page beyond the last is the last", async () => {
  const browser = await world.browser("claudine");
  for (let index = 0; index < 60; index++) await notice();
  const page = await browser.get("/messages");
  expect(page.text).toContain("60 of 60 messages");
  expect((page.text.match(/<tr/g) ?? []).length).toBe(51);
  for (const number of [2, 9]) expect(((await browser.get(`/messages?page=${number}`)).text.match(/<tr/g) ?? []).length).toBe(11);
});
