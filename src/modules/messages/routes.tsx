/** The list of messages, one message, and what a human does with it. */
import type { Actor } from "#kernel/access/actor.ts";
import { param } from "#kernel/access/asked.ts";
import { askOf, codeFilter, dayFilter, listed, listedFile, wordsFilter, type List } from "#kernel/access/list.ts";
import { act, page, type Asked, type Writing } from "#kernel/access/route.ts";
import { stopToken } from "#kernel/conversation/opt-out.ts";
import { mailText } from "#kernel/conversation/deliver.ts";
import { maskAddress } from "#kernel/conversation/address.ts";
import { partPrice } from "#kernel/conversation/rules.ts";
import { offers } from "#kernel/flow/flow.ts";
import { p as http } from "#platform/http/problems.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { formatNumber } from "#platform/ui/format.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { answerMessage, closeMessage, sendAgain } from "./actions.ts";
import { paths } from "./paths.ts";
import { listMessages, messageById, messagesWith, NO_SUMS, sumMessages, type ListedMessage, type MessageSums } from "./queries.ts";
import { failedFlow, STATES, verbs, waitingFlow } from "./rules.ts";
import { MESSAGE_SORTS, type MessageSort, type MessagesTables } from "./schema.ts";
import { messageSettings } from "./settings.ts";
import { headOf, mayRead, subjectsOf, whomOf, type ShownMessage } from "./show.ts";
import { MailView } from "./views/mail.tsx";
import { MessageView } from "./views/message.tsx";
import { MessagesView } from "./views/messages.tsx";
import { w } from "./words.ts";

type Reading = Asked<MessagesTables, Actor>;

const BEFORE_AND_AFTER = 12;
const MOST_ANSWER = 640;

const FILTERS = {
  direction: codeFilter(["out", "in"], { label: w.direction, any: w.all, text: (way, r) => r.say(w[way]) }),
  state: codeFilter(STATES, { label: w.state, any: w.all, text: (state, r) => r.say(w[state]) }),
  channel: codeFilter(["email", "sms"], { label: w.channel, any: w.all, text: (channel, r) => r.say(w[channel]) }),
  q: wordsFilter({ label: w.words }),
  from: dayFilter({ label: w.from, folded: true }),
  to: dayFilter({ label: w.to, folded: true }),
};

/** The list with its sums, which one query tells for the whole list: as many rows as they say. */
const listOf = (sums: MessageSums): List<Reading, typeof FILTERS, ShownMessage, MessageSort> => ({
  name: "messages",
  sheet: w.title,
  path: () => paths.list,
  file: () => paths.file,
  filters: FILTERS,
  sorts: MESSAGE_SORTS,
  first: () => ({ sort: "when", descending: true }),
  rows: async (r, { filter, ...order }, part) => {
    const rows = await listMessages(r.db, r.pack, { ...filter, ...order }, part);
    const about = await subjectsOf(r, rows);
    return { rows: rows.map((row) => ({ ...row, about })), total: sums.shown };
  },
  result: (r) =>
    r.say(w.result, { shown: sums.shown, all: sums.all }).replaceAll(/\d{4,}/g, (digits) => formatNumber(Number(digits), r.language)),
  // Addresses masked, no texts: a file travels further than a page.
  columns: ({ say, language, pack }) => [
    { name: "when", head: w.when, kind: { kind: "date" }, cell: (row) => row.at },
    { name: "direction", head: w.direction, cell: (row) => say(w[row.direction]) },
    { name: "channel", head: w.channel, cell: (row) => say(w[row.channel]) },
    { name: "what", head: w.what, cell: (row) => (row.direction === "out" ? headOf(row, row.about, say, language) : "") },
    { name: "whom", head: w.whom, cell: (row) => whomOf(row, say) },
    { name: "to", head: w.to, cell: (row) => (row.address === null ? "" : maskAddress(row.channel, row.address)) },
    { name: "about", head: w.about, cell: (row) => (row.subject === null ? "" : (row.about.get(row.subject)?.title ?? "")) },
    { name: "state", head: w.state, cell: (row) => say(w[row.state]) },
    { name: "parts", head: w.parts, kind: { kind: "integer" }, cell: (row) => row.parts },
    {
      name: "cost",
      head: w.cost,
      kind: { kind: "money", currency: pack.currency.code, exponent: pack.currency.exponent },
      cell: (row) => row.cost,
    },
  ],
});

async function list(r: Reading): Promise<Reply> {
  const { filter, ...order } = await askOf(r, listOf(NO_SUMS));
  const sums = await sumMessages(r.db, r.pack, { ...filter, ...order });
  const phoneOpen = messageSettings().outlets.sms === null || r.shell.demonstration;
  const price = await partPrice(r.db, r.today);
  return show(<MessagesView shell={r.shell} list={await listed(r, listOf(sums))} sums={sums} price={price} phoneOpen={phoneOpen} />);
}

async function found(r: Reading, db: Reading["db"] = r.db): Promise<ListedMessage> {
  const message = await messageById(db, param(r, "id"));
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
  await answerMessage(r.act, param(r, "id"), text);
  return go(paths.message(param(r, "id")));
}

export const routes = [
  page<MessagesTables, typeof verbs.read>("/messages", verbs.read, list),
  page<MessagesTables, typeof verbs.read>("/messages/file", verbs.read, (r) => listedFile(r, listOf(NO_SUMS))),
  page<MessagesTables, typeof verbs.read>("/messages/mail/:id", verbs.read, mail),
  page<MessagesTables, typeof verbs.read>("/messages/:id", verbs.read, (r) => one(r)),
  act<MessagesTables, typeof verbs.answer>("/messages/:id/answer", verbs.answer, answer),
  act<MessagesTables, typeof verbs.close>("/messages/:id/close", verbs.close, async (r) => {
    await closeMessage(r.act, param(r, "id"));
    return go(paths.message(param(r, "id")));
  }),
  act<MessagesTables, typeof verbs.again>("/messages/:id/again", verbs.again, async (r) => {
    await sendAgain(r.act, param(r, "id"));
    return go(paths.message(param(r, "id")));
  }),
];
