/** The link that ends mail, for whoever holds it and for nobody else. */
import { beforeEach, expect, test } from "vitest";
import { useWorld } from "#test/support/world.ts";
import { module } from "./module.ts";
import { freshOffice, jobContext, type Remembering, tellBeata } from "./office.fixture.ts";

const world = useWorld([module]);
let mail: Remembering;
beforeEach(async () => {
  ({ mail } = await freshOffice(world));
});

const deliver = (id: string): Promise<void> => module.jobs["messages.deliver"]!(jobContext(world, [module]), { messages: [id] });

const notice = (change?: object) => tellBeata(world, change);

async function stopLinkOf(id: string): Promise<string> {
  await deliver(id);
  return new URL(mail.letters.at(-1)?.stopLink ?? "").pathname;
}

test("Vestine follows the link in her mail without signing in, ends her mail, and lets it begin again", async () => {
  const vestine = (await world.actor("vestine")).person;
  const path = await stopLinkOf((await notice({ person: vestine })).id);
  const visitor = await world.browser(null);
  const page = await visitor.get(path);
  expect(page.text).toContain("v•••@inteko.example");
  expect(page.text).not.toContain("vestine@");
  expect((await visitor.post(path, { wish: "stop" })).status).toBe(303);
  expect((await visitor.get(path)).text).toContain("You get no more messages at");
  expect(await notice({ person: vestine })).toMatchObject({ state: "held", reason: "stopped" });
  expect((await visitor.post(path, { wish: "start" })).status).toBe(303);
  expect(await notice({ person: vestine })).toMatchObject({ state: "queued" });
});

test("her mail program’s one click ends it too, and is answered without a redirect", async () => {
  const path = await stopLinkOf((await notice({ person: (await world.actor("vestine")).person })).id);
  const response = await world.app.request(`http://localhost:8080${path}`, {
    method: "POST",
    body: "List-Unsubscribe=One-Click",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  expect(response.status).toBe(200);
  expect(await world.db.selectFrom("conversation.opt_out").select("address").execute()).toEqual([{ address: "vestine@inteko.example" }]);
});

test("a link with one sign changed opens nothing", async () => {
  const path = await stopLinkOf((await notice({ person: (await world.actor("vestine")).person })).id);
  const wrong = path.slice(0, -1) + (path.endsWith("A") ? "B" : "A");
  const visitor = await world.browser(null);
  expect((await visitor.get(wrong)).status).toBe(404);
  expect((await visitor.post(wrong, { wish: "stop" })).status).toBe(404);
  expect((await visitor.get("/stop/nonsense")).status).toBe(404);
});
