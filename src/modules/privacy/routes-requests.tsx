/** Requests on the officer's side: list, page, steps, the data itself, erasure. */
import type { Actor } from "#kernel/access/actor.ts";
import { codeFilter, listed, listedFile, usualFilter, type List } from "#kernel/access/list.ts";
import { act, page, type Asked, type Route, type Writing } from "#kernel/access/route.ts";
import type { Organisations } from "#kernel/access/verb.ts";
import { offers } from "#kernel/flow/flow.ts";
import { startOfDay } from "#kernel/calendar/day.ts";
import { referenceOf } from "#platform/db/ids.ts";
import { dayOf } from "#platform/ui/format.ts";
import { p as http } from "#platform/http/problems.ts";
import { formatAsked } from "#platform/http/list-file.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { isId } from "#platform/db/ids.ts";
import { answer, eraseFor, noteIdentity, record, waitForPerson, withdraw } from "./actions-requests.ts";
import { asData, asZip, collectAll, wouldErase } from "./collect.ts";
import { paths } from "./paths.ts";
import {
  erasuresOf,
  findPeople,
  listRequests,
  REQUEST_SORTS,
  requestById,
  REQUESTS_SHOWN,
  within,
  type RequestRow,
  type RequestSort,
} from "./queries.ts";
import { requestFlow, verbs } from "./rules.ts";
import { KINDS, parseAnswer, parsePaperWish, parseReason, type Tables } from "./schema.ts";
import { EraseView, EverythingView } from "./views/everything.tsx";
import { RequestView } from "./views/request.tsx";
import { PaperRequestView, RequestsView } from "./views/requests.tsx";
import { w as forms } from "./words-forms.ts";
import { w } from "./words-requests.ts";

type Reading = Asked<Tables, Actor>;
type Acting = Writing<Tables, Actor>;

const mine = (r: Reading): Promise<Organisations> => within(r.db, r.actor, r.association, r.today);

const FILTERS = {
  state: usualFilter(REQUESTS_SHOWN, "open", {
    label: w.state,
    text: (state, r) => r.say(state === "open" ? w.filterOpen : state === "all" ? w.filterAll : requestFlow.states[state].title),
  }),
  kind: codeFilter(KINDS, { label: w.kind, any: w.allKinds, text: (kind, r) => r.say(w[`${kind}Short`]) }),
};

const LIST: List<Reading, typeof FILTERS, RequestRow, RequestSort> = {
  name: "requests",
  path: () => paths.requests,
  filters: FILTERS,
  sorts: REQUEST_SORTS,
  first: () => ({ sort: "due", descending: false }),
  rows: async (r, { filter, ...order }, part) => listRequests(r.db, await mine(r), filter, { ...order, ...part }),
  result: (r, total) => r.say(w.result, { n: total }),
  // Who asked stays on the pages: a file travels further.
  columns: (r) => [
    { name: "reference", head: w.reference, cell: (row) => referenceOf(row.id) },
    { name: "kind", head: w.kind, cell: (row) => r.say(w[`${row.kind}Short`]) },
    { name: "organisation", head: w.organisation, cell: (row) => row.organisationName },
    { name: "received", head: w.received, kind: { kind: "date" }, cell: (row) => dayOf(row.receivedAt, r.pack.timeZone) },
    { name: "state", head: w.state, cell: (row) => r.say(requestFlow.states[row.state].title) },
    { name: "due", head: w.due, kind: { kind: "date" }, cell: (row) => row.dueDay },
    { name: "answered", kind: { kind: "date" }, cell: (row) => row.answeredAt && dayOf(row.answeredAt, r.pack.timeZone) },
  ],
};

async function list(r: Reading): Promise<Reply> {
  if (formatAsked(r.query) !== null) return listedFile(r, LIST);
  return show(<RequestsView shell={r.shell} list={await listed(r, LIST)} today={r.today} />);
}

async function rowOf(r: Reading): Promise<RequestRow> {
  const row = await requestById(r.db, await mine(r), r.params["id"] ?? "");
  if (row === undefined) throw new Problem(http.notFound);
  return row;
}

interface Again {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

async function request(r: Reading, again?: Again): Promise<Reply> {
  const row = await rowOf(r);
  const search = (r.query.get("q") ?? again?.values["q"] ?? "").trim().slice(0, 100);
  const found = search === "" ? null : await findPeople(r.db, search, await mine(r), r.today);
  const erased = await erasuresOf(r.db, row.id);
  return show(
    <RequestView
      shell={r.shell}
      row={row}
      offers={offers(requestFlow, row.state, row, { actor: r.actor })}
      erasedAt={erased.map((one) => one.doneAt)}
      today={r.today}
      found={found}
      search={search}
      values={again?.values}
      problems={again?.problems}
    />,
    again === undefined ? 200 : 422,
  );
}

async function recordPaper(r: Acting): Promise<Reply> {
  const read = parsePaperWish(r.form, r.today);
  if (!read.ok) return show(<PaperRequestView shell={r.shell} values={r.form.values()} problems={read.problems} />, 422);
  // Received at the start of that day; today's at this moment, so that the clock does not begin in the future.
  const receivedAt = read.value.receivedOn === r.today ? r.now : startOfDay(read.value.receivedOn, r.pack.timeZone);
  return go(paths.request(await record(r.act, read.value, receivedAt)));
}

async function check(r: Acting): Promise<Reply> {
  const how = parseReason(r.form, "how");
  if (!how.ok) return request(r, { values: r.form.values(), problems: how.problems });
  const person = r.form.text("person");
  const known = isId(person)
    ? (await findPeople(r.db, r.form.text("q"), await mine(r), r.today)).find((one) => one.id === person)
    : undefined;
  await noteIdentity(r.act, await mine(r), r.params["id"] ?? "", how.value, known?.id ?? null);
  return go(paths.request(r.params["id"] ?? ""));
}

async function answerIt(r: Acting): Promise<Reply> {
  const read = parseAnswer(r.form);
  if (!read.ok) return request(r, { values: r.form.values(), problems: read.problems });
  const done = await answer(r.act, await mine(r), r.params["id"] ?? "", read.value);
  if (!done) return request(r, { values: r.form.values(), problems: [{ field: "decision", text: forms.eraseFirst }] });
  return go(paths.request(r.params["id"] ?? ""));
}

/** The request whose data may be shown: identity is checked, and it is not answered yet. */
async function rowWithData(r: Reading): Promise<RequestRow & { person: string }> {
  const row = await rowOf(r);
  if (row.person === null || row.state !== "checked") throw new Problem(http.notFound);
  return { ...row, person: row.person };
}

async function everything(r: Reading): Promise<Reply> {
  const row = await rowWithData(r);
  const all = await collectAll(r.db, r.house.personalData, row.person);
  const files = [
    { href: paths.requestFile(row.id, "zip"), text: r.say(w.takeZip) },
    { href: paths.requestFile(row.id, "json"), text: r.say(w.takeJson) },
  ];
  return show(
    <EverythingView
      shell={r.shell}
      name={row.personName ?? row.requester}
      all={all}
      now={r.now}
      back={paths.request(row.id)}
      files={files}
      current={paths.console}
    />,
  );
}

async function file(r: Reading, ending: "json" | "zip"): Promise<Reply> {
  const row = await rowWithData(r);
  const all = await collectAll(r.db, r.house.personalData, row.person);
  const name = `${referenceOf(row.id)}.${ending}`;
  if (ending === "zip") return download(name, "application/zip", asZip(all, r.pack));
  return download(name, "application/json; charset=utf-8", JSON.stringify(asData(all, r.pack), null, 2));
}

async function eraseAsk(r: Reading): Promise<Reply> {
  const row = await rowWithData(r);
  const offer = offers(requestFlow, row.state, row, { actor: r.actor }).find((one) => one.step === "erase");
  if (offer === undefined || offer.refusal !== null) throw new Problem(http.notFound);
  return show(<EraseView shell={r.shell} row={row} counts={await wouldErase(r.db, r.house.personalData, row.person)} />);
}

const idOf = (r: Acting): string => r.params["id"] ?? "";

export const requestRoutes: readonly Route[] = [
  page<Tables, typeof verbs.oversee>(paths.requests, verbs.oversee, list),
  page<Tables, typeof verbs.oversee>(paths.newRequest, verbs.oversee, (r) =>
    Promise.resolve(show(<PaperRequestView shell={r.shell} values={{ received: r.today, language: "rw" }} />)),
  ),
  act<Tables, typeof verbs.oversee>(paths.newRequest, verbs.oversee, recordPaper),
  page<Tables, typeof verbs.oversee>(paths.request(":id"), verbs.oversee, (r) => request(r)),
  page<Tables, typeof verbs.oversee>(paths.requestData(":id"), verbs.oversee, everything),
  page<Tables, typeof verbs.oversee>(paths.requestFile(":id", "json"), verbs.oversee, (r) => file(r, "json")),
  page<Tables, typeof verbs.oversee>(paths.requestFile(":id", "zip"), verbs.oversee, (r) => file(r, "zip")),
  act<Tables, typeof verbs.wait>(paths.requestStep(":id", "wait"), verbs.wait, async (r) => {
    await waitForPerson(r.act, await mine(r), idOf(r));
    return go(paths.request(idOf(r)));
  }),
  act<Tables, typeof verbs.check>(paths.requestStep(":id", "check"), verbs.check, check),
  act<Tables, typeof verbs.answer>(paths.requestStep(":id", "answer"), verbs.answer, answerIt),
  act<Tables, typeof verbs.withdraw>(paths.requestStep(":id", "withdraw"), verbs.withdraw, async (r) => {
    await withdraw(r.act, await mine(r), idOf(r));
    return go(paths.request(idOf(r)));
  }),
  page<Tables, typeof verbs.erase>(paths.erase(":id"), verbs.erase, eraseAsk),
  act<Tables, typeof verbs.erase>(paths.erase(":id"), verbs.erase, async (r) => {
    await eraseFor(r.act, await mine(r), idOf(r), r.house.personalData);
    return go(paths.request(idOf(r)));
  }),
];
