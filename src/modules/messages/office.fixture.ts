/** For tests: a template that asks, outlets that remember, telephones for the cast, and a job context at a moment. */
import { sql } from "kysely";
import { perform } from "#kernel/access/act.ts";
import { houseOf } from "#kernel/access/house.ts";
import type { JobContext, Module } from "#kernel/access/module.ts";
import type { MessageTemplate } from "#kernel/conversation/template.ts";
import { receiveMessage } from "#kernel/conversation/receive.ts";
import { sendMessage, type Sending } from "#kernel/conversation/send.ts";
import { keyringOf } from "#platform/auth/keyring.ts";
import { newId } from "#platform/db/ids.ts";
import type { Letter, Outlet, Sent } from "#platform/mail/outlet.ts";
import { SIGNATURE_HEADER, signBody } from "#platform/mail/signature.ts";
import { NOW } from "#test/support/fixed.ts";
import type { World } from "#test/support/world.ts";
import { configureMessages } from "./settings.ts";

/** The secret of the way in. */
export const SECRET = "a secret that the gateway shares";

/** The key of stop links. */
export const keyring = keyringOf(new Uint8Array(32).fill(7));

/** An invitation that takes yes or no. */
export const INVITATION: MessageTemplate = {
  name: "test.invitation",
  title: { en: "Procurement training", fr: "Formation aux marchés", rw: "Amahugurwa ku masoko" },
  body: {
    en: "Dear {name}, will you come on {day}? Write 1 or 2. {link}",
    fr: "Bonjour {name}, venez-vous le {day}\u202f? {link}",
    rw: "{name}, muzaza ku wa {day}? {link}",
  },
  sms: {
    en: "{association}: {name}, come on {day}? 1 yes, 2 no, ref {code}",
    fr: "{association}: venez-vous le {day}? 1 oui, 2 non, {code}",
    rw: "{association}: {name}, uzaza ku wa {day}? 1 yego, 2 oya, {code}",
  },
};

/** The same words without a question. */
export const NOTICE: MessageTemplate = {
  ...INVITATION,
  name: "test.notice",
  sms: {
    en: "{association}: {name}, your appeal was answered.",
    fr: "{association} : {name}, réponse à votre recours.",
    rw: "{association}: {name}, ubujurire bwawe bwasubijwe.",
  },
};

/** An outlet that remembers what it was given and answers as it is told. */
export interface Remembering extends Outlet {
  readonly letters: Letter[];
  answer: (letter: Letter) => Sent;
}

export function remembering(): Remembering {
  const letters: Letter[] = [];
  const outlet: Remembering = {
    letters,
    answer: () => ({ ok: true, reference: `there-${letters.length}` }),
    send: (letter) => {
      letters.push(letter);
      return Promise.resolve(outlet.answer(letter));
    },
    close: () => undefined,
  };
  return outlet;
}

/** Sets the module up with these ways out. */
export function setUp(email: Outlet | null, sms: Outlet | null, incomingSecret: string | null = SECRET): void {
  configureMessages({ keyring, outlets: { email, sms }, incomingSecret });
}

/** What a job of these modules is given at the world's moment. */
export function jobContext(world: World, modules: readonly Module[]): JobContext {
  const { db, pack, association, now } = world;
  return {
    db,
    pack,
    now,
    origin: "https://inteko.example",
    association,
    house: houseOf(modules),
    act: (work) => perform(db, { actor: null, now, pack }, work),
  };
}

/** Gives a person of the cast this telephone in place of every contact she had. */
export async function onlyPhone(world: World, person: string, phone: string, shared = false): Promise<void> {
  await sql`delete from registry.contact where person = ${person}`.execute(world.db);
  await sql`insert into registry.contact (id, person, kind, value, shared, from_day) values (${newId()}, ${person}, 'phone', ${phone}, ${shared}, '2024-01-01')`.execute(
    world.db,
  );
}

/** The rows of messages that fit a condition, the oldest first. */
export async function rowsWhere(world: World, column: string, value: unknown): Promise<any[]> {
  return world.db
    .selectFrom("conversation.message")
    .selectAll()
    .where(column, "=", value)
    .orderBy("recorded_at")
    .orderBy("direction")
    .execute();
}

/** The time moves on. */
export function later(world: World, minutes: number): void {
  world.now = new Date(world.now.getTime() + minutes * 60_000);
}

/** What a test starts from: nothing said before, outlets that remember, and Béata with a telephone alone. */
export async function freshOffice(world: World): Promise<{ mail: Remembering; sms: Remembering; beata: string }> {
  world.now = NOW;
  const [mail, sms] = [remembering(), remembering()];
  setUp(mail, sms);
  for (const table of ["conversation.reminder", "conversation.message", "conversation.opt_out"])
    await sql`delete from ${sql.table(table)}`.execute(world.db);
  await sql`delete from setting.fact where name = 'demonstration'`.execute(world.db);
  const beata = (await world.actor("beata")).person;
  await onlyPhone(world, beata, "0788 000 143");
  return { mail, sms, beata };
}

/** Béata is told something; Claudine does it. */
export async function tellBeata(world: World, change: object = {}): Promise<Sending> {
  const { person } = await world.actor("beata");
  return world.act("claudine", (act) =>
    sendMessage(act, {
      person,
      template: NOTICE,
      values: { day: "24/11/2025" },
      link: "https://inteko.example/x",
      language: "en",
      ...change,
    }),
  );
}

/** A text message that comes in, from Béata’s telephone unless another is named. */
export const textIn = (world: World, text: string, from = "+250788000143", providerId = newId()) =>
  world.act(null, (act) => receiveMessage(act, { channel: "sms", from, text, providerId }));

/** A gateway sends what it got, signed with a secret. */
export async function gatewayTo(
  world: World,
  body: unknown,
  secret: string | null = SECRET,
  channel = "sms",
): Promise<{ status: number; json: any }> {
  const bytes = new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body));
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (secret !== null) headers[SIGNATURE_HEADER] = signBody(secret, bytes);
  const response = await world.app.request(`http://localhost:8080/messages/incoming/${channel}`, { method: "POST", body: bytes, headers });
  return { status: response.status, json: await response.json() };
}
