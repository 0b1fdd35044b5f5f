/** The log of a call: brought as a file, its people matched, its minutes taken over. */
import { param, type Request, type Write } from "#kernel/access/asked.ts";
import { act, page, type Route } from "#kernel/access/route.ts";
import { isId } from "#platform/db/ids.ts";
import type { Upload } from "#platform/http/form.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { taking, type Errors } from "./ask.ts";
import { readCallLog } from "./call-log.ts";
import { dropLog, keepLog, knownPeople, logRows, matchByHand, MOST_FILE, stretchesOf, takeLog } from "./evidence.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { evidenceById, evidenceOf } from "./queries.ts";
import { CallView, LogView } from "./views/call.tsx";
import { w as c } from "./words-call.ts";

async function callPage(r: Request, errors: Errors = [], day = ""): Promise<Reply> {
  const list = await taking(r);
  const logs = (await evidenceOf(r.db, list.gathering.id)).filter((one) => one.kind === "call_log");
  return show(<CallView shell={r.shell} list={list} logs={logs} day={day} errors={errors} />, errors.length === 0 ? 200 : 422);
}

async function bringLog(r: Write): Promise<Reply> {
  const list = await taking(r);
  const upload: Upload | null = r.form.file("file");
  const days = [...new Set(list.parts.map((part) => part.day))];
  const day = days.find((each) => each === r.form.text("day")) ?? days[0] ?? r.today;
  if (upload === null) return callPage(r, [{ field: "file", text: r.say(c.fileMissing) }], day);
  const begins = list.parts.find((part) => part.day === day)?.startsAt ?? r.now;
  const read = await readCallLog(upload.bytes, upload.name, { days, day, begins, timeZone: r.pack.timeZone });
  if (!read.ok)
    return callPage(
      r,
      read.problems.map((problem) => ({ field: "file", text: r.say(problem.text, problem.values) })),
      day,
    );
  const id = await keepLog(r.act, list.gathering, upload, read.lines, day);
  return go(paths.log(list.gathering.id, id));
}

async function logPage(r: Request): Promise<Reply> {
  const list = await taking(r);
  const log = await evidenceById(r.db, param(r, "evidenceId"));
  if (log === undefined || log.gathering !== list.gathering.id || log.kind !== "call_log") throw new Problem(p.notFound);
  const rows = await logRows(r.db, log.id);
  const minutes = new Map<number, number>();
  for (const each of stretchesOf(rows, list.parts))
    minutes.set(each.number, (minutes.get(each.number) ?? 0) + Math.floor((each.to.getTime() - each.from.getTime()) / 60_000));
  return show(
    <LogView shell={r.shell} list={list} log={log} rows={rows} people={await knownPeople(r.db, list.gathering.id)} minutes={minutes} />,
  );
}

async function match(r: Write): Promise<Reply> {
  const list = await taking(r);
  const evidence = param(r, "evidenceId");
  const choices = r.form.names().flatMap((name) => {
    const number = /^row-(\d{1,6})$/.exec(name)?.[1];
    const participant = r.form.text(name);
    return number === undefined ? [] : [{ number: Number(number), participant: isId(participant) ? participant : null }];
  });
  await matchByHand(r.act, list.gathering, evidence, choices);
  return go(paths.log(list.gathering.id, evidence));
}

async function take(r: Write): Promise<Reply> {
  const list = await taking(r);
  const evidence = param(r, "evidenceId");
  if (r.form.text("drop") === "1") {
    await dropLog(r.act, list.gathering, evidence);
    return go(paths.call(list.gathering.id));
  }
  await takeLog(r.act, list.gathering, list.parts, evidence);
  return go(paths.log(list.gathering.id, evidence));
}

const one = "/attendance/:id/call";

export const callRoutes: readonly Route[] = [
  page(one, "signed-in", (r: Request) => callPage(r)),
  act(one, "signed-in", bringLog, { maxBody: MOST_FILE }),
  page(`${one}/:evidenceId`, "signed-in", logPage),
  act(`${one}/:evidenceId/match`, "signed-in", match),
  act(`${one}/:evidenceId/take`, "signed-in", take),
];
