/** The developer's telephone: what would arrive, and answering as that telephone. Closed as soon as real telephones are reached. */
import type { Actor } from "#kernel/access/actor.ts";
import { act, page, type Asked, type Writing } from "#kernel/access/route.ts";
import { addressOf } from "#kernel/conversation/address.ts";
import { receiveMessage } from "#kernel/conversation/receive.ts";
import { isId, newId } from "#platform/db/ids.ts";
import { p as http } from "#platform/http/problems.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { messagesOfPerson, peopleReached, reachable, type Reachable } from "./queries.ts";
import { verbs } from "./rules.ts";
import type { MessagesTables } from "./schema.ts";
import { messageSettings } from "./settings.ts";
import { subjectsOf } from "./show.ts";
import { PeopleView, PhoneView } from "./views/phone.tsx";

type Reading = Asked<MessagesTables, Actor>;

const MOST_PEOPLE = 30;
const MOST_MESSAGES = 40;
const MOST_TEXT = 640;

/** Refuses the page once messages go to real telephones. */
function checkOpen(r: Reading): void {
  if (messageSettings().outlets.sms !== null && !r.shell.demonstration) throw new Problem(p.phoneClosed);
}

async function personOf(r: Reading, id: string): Promise<Reachable> {
  const person = isId(id) ? await reachable(r.db, id) : undefined;
  if (person === undefined) throw new Problem(http.notFound);
  return person;
}

async function screen(r: Reading, id: string, wrong = false): Promise<Reply> {
  const person = await personOf(r, id);
  const messages = await messagesOfPerson(r.db, id, MOST_MESSAGES);
  const subjects = await subjectsOf(r, messages);
  const canReply = r.shell.demonstration && person.phone !== null;
  return show(
    <PhoneView shell={r.shell} person={person} messages={messages} subjects={subjects} canReply={canReply} wrong={wrong} />,
    wrong ? 422 : 200,
  );
}

async function phone(r: Reading): Promise<Reply> {
  checkOpen(r);
  const id = r.query.get("person");
  if (id !== null) return screen(r, id);
  const words = (r.query.get("q") ?? "").trim().slice(0, 100);
  const people = await peopleReached(r.db, words, MOST_PEOPLE);
  return show(<PeopleView shell={r.shell} words={words} people={people} />);
}

async function reply(r: Writing<MessagesTables, Actor>): Promise<Reply> {
  checkOpen(r);
  if (!r.shell.demonstration) throw new Problem(p.notInPerson);
  const id = r.form.text("person");
  const text = r.form.text("text").slice(0, MOST_TEXT);
  const person = await personOf(r, id);
  const from = person.phone === null ? null : addressOf(r.pack, "sms", person.phone);
  if (from === null) throw new Problem(http.notFound);
  if (text === "") return screen(r, id, true);
  await receiveMessage(r.act, { channel: "sms", from, text, providerId: `screen:${newId()}` });
  return go(paths.phone(id));
}

export const phoneRoutes = [
  page<MessagesTables, typeof verbs.tryOut>("/messages/phone", verbs.tryOut, phone),
  act<MessagesTables, typeof verbs.tryOut>("/messages/phone", verbs.tryOut, reply),
];
