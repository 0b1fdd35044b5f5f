/** A person's own pages: what is held about her, asking, telling about an incident. */
import type { Actor } from "#kernel/access/actor.ts";
import { act, page, type Asked, type Route, type Writing } from "#kernel/access/route.ts";
import { formatTime } from "#platform/ui/format.ts";
import { p as http } from "#platform/http/problems.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { reportBreach } from "./actions-breach.ts";
import { ask, withdraw } from "./actions-requests.ts";
import { allowance } from "./allowance.ts";
import { asData, collectAll } from "./collect.ts";
import { paths } from "./paths.ts";
import { requestById, requestsOf, type RequestRow } from "./queries.ts";
import { officerOf } from "./routes-console.tsx";
import { parseIncident, parseWish, type Tables } from "./schema.ts";
import { EverythingView } from "./views/everything.tsx";
import { AskView, IncidentView, OwnRequestView, OwnView } from "./views/own.tsx";
import { w } from "./words-own.ts";

type Reading = Asked<Tables, Actor>;
type Acting = Writing<Tables, Actor>;

async function own(r: Reading): Promise<Reply> {
  const all = await collectAll(r.db, r.house.personalData, r.actor.person);
  return show(
    <OwnView
      shell={r.shell}
      held={all.held}
      requests={await requestsOf(r.db, r.actor.person)}
      officer={await officerOf(r)}
      told={r.query.has("told")}
    />,
  );
}

async function everything(r: Reading): Promise<Reply> {
  const all = await collectAll(r.db, r.house.personalData, r.actor.person);
  return show(
    <EverythingView
      shell={r.shell}
      name={r.actor.name}
      all={all}
      now={r.now}
      back={paths.own}
      files={[{ href: paths.ownFile, text: r.say(w.take) }]}
      current=""
    />,
  );
}

async function file(r: Reading): Promise<Reply> {
  const all = await collectAll(r.db, r.house.personalData, r.actor.person);
  return download("my-data.json", "application/json; charset=utf-8", JSON.stringify(asData(all, r.pack), null, 2));
}

const daysFor = async (r: Reading): Promise<number> =>
  (await allowance({ tx: r.db as never, today: r.today }, "subject_request_within")).amount;

async function send(r: Acting): Promise<Reply> {
  const read = parseWish(r.form);
  if (!read.ok) return show(<AskView shell={r.shell} values={r.form.values()} problems={read.problems} days={await daysFor(r)} />, 422);
  return go(paths.ownRequest(await ask(r.act, read.value, r.language, r.association)));
}

/** One's own request; another's is not found. */
async function ownRequest(r: Reading): Promise<RequestRow> {
  const row = await requestById(r.db, "all", r.params["id"] ?? "");
  if (row === undefined || row.person !== r.actor.person) throw new Problem(http.notFound);
  return row;
}

async function tell(r: Acting): Promise<Reply> {
  const read = parseIncident(r.form, r.now, r.pack.timeZone);
  if (!read.ok) return show(<IncidentView shell={r.shell} values={r.form.values()} problems={read.problems} />, 422);
  await reportBreach(r.act, read.value, r.actor.organisation ?? r.association);
  return go(`${paths.own}?told`);
}

export const ownRoutes: readonly Route[] = [
  page<Tables, "signed-in">(paths.own, "signed-in", own),
  page<Tables, "signed-in">(paths.ownAll, "signed-in", everything),
  page<Tables, "signed-in">(paths.ownFile, "signed-in", file),
  page<Tables, "signed-in">(paths.ownAsk, "signed-in", async (r) => show(<AskView shell={r.shell} days={await daysFor(r)} />)),
  act<Tables, "signed-in">(paths.ownAsk, "signed-in", send),
  page<Tables, "signed-in">(paths.ownRequest(":id"), "signed-in", async (r) =>
    show(<OwnRequestView shell={r.shell} row={await ownRequest(r)} />),
  ),
  act<Tables, "signed-in">(paths.ownWithdraw(":id"), "signed-in", async (r) => {
    await withdraw(r.act, "all", r.params["id"] ?? "", true);
    return go(paths.own);
  }),
  page<Tables, "signed-in">(paths.ownIncident, "signed-in", (r) =>
    Promise.resolve(show(<IncidentView shell={r.shell} values={{ day: r.today, time: formatTime(r.now, r.pack.timeZone) }} />)),
  ),
  act<Tables, "signed-in">(paths.ownIncident, "signed-in", tell),
];
