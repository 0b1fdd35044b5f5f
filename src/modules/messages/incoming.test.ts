/** The way in for gateways and for mail: signed, taken once, refused when it is none. */
import { beforeEach, expect, test } from "vitest";
import { useWorld } from "#test/support/world.ts";
import { module } from "./module.ts";
import { freshOffice, gatewayTo, NOTICE, rowsWhere, SECRET, setUp, type Remembering } from "./office.fixture.ts";
import { sql } from "kysely";
import { sendMessage } from "#kernel/conversation/send.ts";
import { askAddresses } from "./addresses.ts";

const world = useWorld([module]);
let sms: Remembering;
let mail: Remembering;
beforeEach(async () => {
  ({ sms, mail } = await freshOffice(world));
});

const gateway = (body: unknown, secret?: string | null, channel?: string) => gatewayTo(world, body, secret, channel);

test("a gateway hands in Béata’s message; when it comes a second time nothing happens twice", async () => {
  const body = { id: "gw-1", from: "250788000143", text: "STOP" };
  const first = await gateway(body);
  expect(first).toMatchObject({ status: 200, json: { outcome: "stopped" } });
  expect(await gateway(body)).toEqual({ status: 200, json: { id: first.json.id, outcome: "repeated" } });
  expect(await rowsWhere(world, "direction", "in")).toHaveLength(1);
  expect(await rowsWhere(world, "template", "conversation.stopped")).toHaveLength(1);
});

test("five deliveries of one message at the same moment are taken once", async () => {
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => gateway({ id: "gw-2", from: "250788000143", text: "Muraho" })));
  expect(outcomes.map(({ json: { outcome } }) => outcome).sort()).toEqual(["not_understood", ...Array<string>(4).fill("repeated")]);
});

test.each([
  ["another secret", "wrong"],
  ["no signature", null],
])("a message signed with %s is refused and not kept", async (_, secret) => {
  expect(await gateway({ id: "gw-3", from: "250788000143", text: "1" }, secret)).toMatchObject({
    status: 403,
    json: { code: "messages.wrongSignature" },
  });
  expect(await rowsWhere(world, "direction", "in")).toEqual([]);
});

test.each([["not JSON"], [{ id: "", from: "1", text: "" }], [{ id: "1", text: "x" }], [{ id: 1, from: "2", text: "x" }], ["null"], ["[]"]])(
  "a signed body that is no message (%j) is told what to send",
  async (body) => {
    expect(await gateway(body)).toMatchObject({ status: 422, json: { code: "messages.badIncoming" } });
  },
);

test("a channel nobody knows is refused, and without a secret no message is taken in", async () => {
  expect(await gateway({ id: "1", from: "2", text: "3" }, SECRET, "fax")).toMatchObject({ status: 422 });
  setUp(mail, sms, null);
  expect(await gateway({ id: "1", from: "2", text: "3" })).toMatchObject({ status: 503, json: { code: "messages.incomingOff" } });
});

test("Vestine answers a mail, and the Message-ID it names says which question she means", async () => {
  const vestine = (await world.actor("vestine")).person;
  const [one] = await world.act("claudine", (act) => askAddresses(act, [vestine], "email"));
  await world.act("claudine", (act) =>
    sendMessage(act, {
      person: vestine,
      template: NOTICE,
      values: { day: "1" },
      link: "https://inteko.example/x",
      reply: { kind: "messages.right_address" },
    }),
  );
  const text = "2\n\nOn Mon, 17 Nov 2025, RALGA wrote:\n> Is this address yours?";
  expect(
    await gateway({ id: "m-1", from: "Vestine@Inteko.Example", text, inReplyTo: `<${one?.id}@ralga.example>` }, SECRET, "email"),
  ).toMatchObject({ json: { outcome: "answered" } });
  const contact = await world.db.selectFrom("registry.contact").select("to_day").where("person", "=", vestine).executeTakeFirstOrThrow();
  expect(contact.to_day).toBe("2025-11-17");
  await sql`update registry.contact set to_day = null where person = ${vestine}`.execute(world.db);
});
