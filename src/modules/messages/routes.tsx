/** The list of messages, one message, and what a human does with it. */
import type { Actor } from "#kernel/access/actor.ts";
import { act, page, type Asked, type Writing } from "#kernel/access/route.ts";
import { stopToken } from "#kernel/conversation/opt-out.ts";
import { mailText } from "#kernel/conversation/deliver.ts";
import { maskAddress } from "#kernel/conversation/address.ts";
import { partPrice } from "#kernel/conversation/rules.ts";
import { offers } from "#kernel/flow/flow.ts";
import { p as http } from "#platform/http/problems.ts";
import { inPages, listFile } from "#platform/http/list-file.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { pageAsked } from "#platform/http/address.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { answerMessage, closeMessage, sendAgain } from "./actions.ts";
import { paths } from "./paths.ts";
import { listMessages, messageById, messagesWith, sumMessages, type ListedMessage } from "./queries.ts";
import { failedFlow, verbs, waitingFlow } from "./rules.ts";
import { questionOf, type MessagesTables } from "./schema.ts";
import { messageSettings } from "./settings.ts";
import { headOf, mayRead, subjectsOf, whomOf, type Subjects } from "./show.ts";
import { MailView } from "./views/mail.tsx";
import { MessageView } from "./views/message.tsx";
import { MessagesView } from "./views/messages.tsx";
import { w } from "./words.ts";

type Reading = Asked<MessagesTables, Actor>;

const PER_PAGE = 25;
const BATCH = 1000;
const BEFORE_AND_AFTER = 12;
const MOST_ANSWER = 640;

async function list(r: Reading): Promise<Reply> {
  const ask = questionOf(r.query);
  const sums = await sumMessages(r.db, r.pack, ask);
  const last = Math.max(1, Math.ceil(sums.shown / PER_PAGE));
  const current = pageAsked(r.query, last);
  const rows = await listMessages(r.db, r.pack, ask, { limit: PER_PAGE, offset: (current - 1) * PER_PAGE });
  const subjects = await subjectsOf(r, rows);
  const price = await partPrice(r.db, r.today);
  const address = (change: Readonly<Record<string, string>>, path: string = paths.list): string => {
    const query = new URLSearchParams(r.query);
    query.delete("lang");
    for (const [name, value] of Object.entries(change))
      if (value === "") query.delete(name);
      else query.set(name, value);
    return query.size === 0 ? path : `${path}?${query}`;
  };
  const phoneOpen = messageSettings().outlets.sms === null || r.shell.demonstration;
  return show(
    <MessagesView
      shell={r.shell}
      ask={ask}
      rows={rows}
      subjects={subjects}
      sums={sums}
      price={price}
      page={current}
      last={last}
      address={address}
      phoneOpen={phoneOpen}
    />,
  );
}

type Told = ListedMessage & { readonly about: Subjects };

/** Every row of the filter as a file; addresses masked, no texts: a file travels further than a page. */
function file(r: Reading): Reply {
  const ask = questionOf(r.query);
  const money = { kind: "money", currency: r.pack.currency.code, exponent: r.pack.currency.exponent } as const;
  return listFile<Told>(r, {
    name: r.say(w.title),
    columns: [
      { name: "when", head: w.when, kind: { kind: "date" }, cell: (row) => row.at },
      { name: "direction", head: w.direction, cell: (row) => r.say(w[row.direction]) },
      { name: "channel", head: w.channel, cell: (row) => r.say(w[row.channel]) },
      { name: "what", head: w.what, cell: (row) => (row.direction === "out" ? headOf(row, row.about, r.say, r.language) : "") },
      { name: "whom", head: w.whom, cell: (row) => whomOf(row, r.say) },
      { name: "to", head: w.to, cell: (row) => (row.address === null ? "" : maskAddress(row.channel, row.address)) },
      { name: "about", head: w.about, cell: (row) => (row.subject === null ? "" : (row.about.get(row.subject)?.title ?? "")) },
      { name: "state", head: w.state, cell: (row) => r.say(w[row.state]) },
      { name: "parts", head: w.parts, kind: { kind: "integer" }, cell: (row) => row.parts },
      { name: "cost", head: w.cost, kind: money, cell: (row) => row.cost },
    ],
    rows: inPages(BATCH, async ({ offset, limit }) => {
      const rows = await listMessages(r.db, r.pack, ask, { limit, offset });
      const about = await subjectsOf(r, rows);
      return rows.map((row) => ({ ...row, about }));
    }),
  });
}

async function found(r: Reading, db: Reading["db"] = r.db): Promise<ListedMessage> {
  const message = await messageById(db, r.params["id"] ?? "");
  if (message === undefined) throw new Problem(http.notFound);
  return message;
}

async function one(r: Reading, problems: readonly FieldProblem[] = [], text = ""): Promise<Reply> {
  const message = await found(r);
  const around = message.address === null ? [] : await messagesWith(r.db, message.channel, message.address, BEFORE_AND_AFTER);
  const subjects = await subjectsOf(r, [message, ...around]);
  const facts = { erased: message.erased };
  const who = { actor: r.actor };
  const view = (
    <MessageView
      shell={r.shell}
      message={message}
      subjects={subjects}
      around={around.filter((other) => other.id !== message.id)}
      waiting={message.state === "not_understood" ? offers(waitingFlow, message.state, facts, who) : []}
      again={message.state === "failed" ? offers(failedFlow, message.state, facts, who) : []}
      problems={problems}
      text={text}
    />
  );
  return show(view, problems.length === 0 ? 200 : 422);
}

async function mail(r: Reading): Promise<Reply> {
  const message = await found(r);
  if (message.channel !== "email") throw new Problem(http.notFound);
  const readable = mayRead(message, await subjectsOf(r, [message])) && message.body !== null;
  // Whoever holds the link can end her mail: in earnest it is hers alone.
  const stop = r.origin + paths.stop(r.shell.demonstration ? stopToken(messageSettings().keyring, message.id) : "…");
  const text = !readable
    ? null
    : message.direction === "out"
      ? mailText({ body: message.body ?? "", language: message.language }, r.pack.association.code, stop)
      : message.body;
  return show(<MailView shell={r.shell} message={message} text={text} />);
}

async function answer(r: Writing<MessagesTables, Actor>): Promise<Reply> {
  const text = r.form.text("answer");
  if (text === "") return one(r, [{ field: "answer", text: w.answerMissing }]);
  if (text.length > MOST_ANSWER) return one(r, [{ field: "answer", text: w.answerLong, values: { most: MOST_ANSWER } }], text);
  await answerMessage(r.act, r.params["id"] ?? "", text);
  return go(paths.message(r.params["id"] ?? ""));
}

export const routes = [
  page<MessagesTables, typeof verbs.read>("/messages", verbs.read, list),
  page<MessagesTables, typeof verbs.read>("/messages/file", verbs.read, (r) => Promise.resolve(file(r))),
  page<MessagesTables, typeof verbs.read>("/messages/mail/:id", verbs.read, mail),
  page<MessagesTables, typeof verbs.read>("/messages/:id", verbs.read, (r) => one(r)),
  act<MessagesTables, typeof verbs.answer>("/messages/:id/answer", verbs.answer, answer),
  act<MessagesTables, typeof verbs.close>("/messages/:id/close", verbs.close, async (r) => {
    await closeMessage(r.act, r.params["id"] ?? "");
    return go(paths.message(r.params["id"] ?? ""));
  }),
  act<MessagesTables, typeof verbs.again>("/messages/:id/again", verbs.again, async (r) => {
    await sendAgain(r.act, r.params["id"] ?? "");
    return go(paths.message(r.params["id"] ?? ""));
  }),
];
