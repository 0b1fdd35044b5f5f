/** Paper lists, badges, a call's log, closing and the per-diem sheet. */
import type { Actor } from "#kernel/access/actor.ts";
import { act, page, type Asked, type Route, type Writing } from "#kernel/access/route.ts";
import { reachOf } from "#kernel/access/verb.ts";
import { isDay } from "#kernel/calendar/day.ts";
import type { Part } from "#kernel/gathering/gatherings.ts";
import { participantsOf, personalPath, type Participant } from "#kernel/gathering/participants.ts";
import { presenceOf } from "#kernel/gathering/presence.ts";
import { isId } from "#platform/db/ids.ts";
import { readFile } from "#platform/files/store.ts";
import { listFile } from "#platform/http/list-file.ts";
import type { Upload } from "#platform/http/form.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { squares } from "#platform/paper/code.ts";
import { Problem } from "#platform/problems/problem.ts";
import { sniff } from "#platform/tabular/sniff.ts";
import { closeAttendance, decideNames, reopenAttendance, setRate, type Decision } from "./actions.ts";
import { readCallLog } from "./call-log.ts";
import { dropLog, keepLog, knownPeople, logRows, matchByHand, stretchesOf, takeLog, typePaper, type PaperEntry } from "./evidence.ts";
import { paths } from "./paths.ts";
import { daysOf, perDiemOf, type PerDiemLine } from "./per-diem.ts";
import { p } from "./problems.ts";
import { attendanceRules, evidenceById, evidenceOf, openList, rateOf } from "./queries.ts";
import { closesBy, partNow, verbs } from "./rules.ts";
import type { OpenList } from "./schema.ts";
import { issuerName, postNames } from "./show.ts";
import { CallView, LogView } from "./views/call.tsx";
import { ClosingView } from "./views/closing.tsx";
import { BadgesView, PaperView } from "./views/paper.tsx";
import { PerDiemView } from "./views/per-diem.tsx";
import { TypedView } from "./views/typed.tsx";
import { w as c } from "./words-call.ts";
import { w } from "./words-paper.ts";

type Reading = Asked<any, Actor>;
type Writes = Writing<any, Actor>;
type Errors = readonly { readonly field: string; readonly text: string }[];

const MOST_FILE = 20 * 1024 * 1024;
const SCANS = new Set(["pdf", "jpeg", "png"]);

const taking = (r: Reading): Promise<OpenList> => openList(r.db, r.actor, r.params["id"] ?? "", "mayRecord", r.today);

function partAsked(list: OpenList, id: string, now: Date): Part {
  const part = list.parts.find((each) => each.id === id) ?? partNow(list.parts, now);
  if (part === undefined) throw new Problem(p.notFound);
  return part;
}

async function paper(r: Reading): Promise<Reply> {
  const list = await taking(r);
  const { id, organisation } = list.gathering;
  const part = partAsked(list, r.query.get("part") ?? "", r.now);
  const owners = await postNames(
    r.db,
    r.pack,
    r.say,
    list.facts.owners.map((post) => ({ post })),
  );
  return show(
    <PaperView
      shell={r.shell}
      list={list}
      part={part}
      people={await participantsOf(r.db, [id])}
      evidence={(await evidenceOf(r.db, id)).filter((one) => one.kind === "paper")}
      issuer={await issuerName(r.db, organisation)}
      today={r.today}
      qr={squares(`${r.origin}${paths.typed(id, part.id)}`)}
      owners={[...owners.values()]}
    />,
  );
}

async function badges(r: Reading): Promise<Reply> {
  const list = await taking(r);
  const people = await participantsOf(r.db, [list.gathering.id]);
  return show(
    <BadgesView
      shell={r.shell}
      list={list}
      people={people.map((who) => ({ who, qr: squares(`${r.origin}${personalPath(who.token)}`) }))}
    />,
  );
}

async function typedPage(r: Reading, part: string, values: Readonly<Record<string, string>> = {}, errors: Errors = []): Promise<Reply> {
  const list = await taking(r);
  const half = partAsked(list, part, r.now);
  const presence = new Map((await presenceOf(r.db, list.gathering.id)).map((each) => [each.participant, each]));
  const people = (await participantsOf(r.db, [list.gathering.id])).map((who) => ({
    who,
    noted: presence.get(who.id)?.parts.some((each) => each.part === half.id && each.decided) ?? false,
  }));
  return show(
    <TypedView shell={r.shell} list={list} part={half} people={people} values={values} errors={errors} />,
    errors.length === 0 ? 200 : 422,
  );
}

/** A time of day within a half-day, as a moment; null for anything else. */
function timeWithin(part: Part, text: string, timeZone: string): Date | null {
  const match = /^(\d{1,2})[:h.](\d{2})$/.exec(text);
  if (match === null) return null;
  const begins = part.startsAt.getTime();
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });
  const [hour = "0", minute = "0"] = clock.format(part.startsAt).split(":");
  const at = begins + (Number(match[1]) * 60 + Number(match[2]) - Number(hour) * 60 - Number(minute)) * 60_000;
  return at >= begins && at < part.endsAt.getTime() ? new Date(at) : null;
}

function entriesOf(
  r: Writes,
  part: Part,
  people: readonly Participant[],
): { readonly entries: readonly PaperEntry[]; readonly errors: Errors } {
  const errors: { field: string; text: string }[] = [];
  const entries = people.flatMap((who): PaperEntry[] => {
    const is = r.form.text(`is-${who.id}`);
    const at = r.form.text(`at-${who.id}`);
    if (is === "absent") return [{ participant: who.id, here: false, from: null }];
    if (is !== "here" && at === "") return [];
    const from = at === "" ? null : timeWithin(part, at, r.pack.timeZone);
    if (at !== "" && from === null) errors.push({ field: `at-${who.id}`, text: r.say(w.timeWrong) });
    return [{ participant: who.id, here: true, from }];
  });
  if (entries.length === 0) errors.push({ field: `is-${people[0]?.id ?? ""}`, text: r.say(w.nobody) });
  return { entries, errors };
}

async function typeIn(r: Writes): Promise<Reply> {
  const list = await taking(r);
  const part = partAsked(list, r.form.text("part"), r.now);
  const signedOn = r.form.text("signedOn");
  const scan = r.form.file("scan");
  const { entries, errors } = entriesOf(r, part, await participantsOf(r.db, [list.gathering.id]));
  const all = [
    ...(isDay(signedOn) && signedOn <= r.today ? [] : [{ field: "signedOn", text: r.say(w.signedOnWrong) }]),
    ...(scan === null || SCANS.has(sniff(scan.bytes)) ? [] : [{ field: "scan", text: r.say(w.scanWrong) }]),
    ...errors,
  ];
  if (all.length > 0) return typedPage(r, part.id, r.form.values(), all);
  await typePaper(r.act, list.gathering, { part, signedOn, scan, entries });
  return go(paths.paper(list.gathering.id, part.id));
}

async function scan(r: Reading): Promise<Reply> {
  const list = await taking(r);
  const evidence = await evidenceById(r.db, r.params["evidenceId"] ?? "");
  const file = evidence?.gathering === list.gathering.id && evidence.file !== null ? await readFile(r.db, evidence.file) : null;
  if (file === null) throw new Problem(p.notFound);
  return download(file.name, file.mediaType, file.bytes);
}

async function callPage(r: Reading, errors: Errors = [], day = ""): Promise<Reply> {
  const list = await taking(r);
  const logs = (await evidenceOf(r.db, list.gathering.id)).filter((one) => one.kind === "call_log");
  return show(<CallView shell={r.shell} list={list} logs={logs} day={day} errors={errors} />, errors.length === 0 ? 200 : 422);
}

async function bringLog(r: Writes): Promise<Reply> {
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

async function logPage(r: Reading): Promise<Reply> {
  const list = await taking(r);
  const log = await evidenceById(r.db, r.params["evidenceId"] ?? "");
  if (log === undefined || log.gathering !== list.gathering.id || log.kind !== "call_log") throw new Problem(p.notFound);
  const rows = await logRows(r.db, log.id);
  const minutes = new Map<number, number>();
  for (const each of stretchesOf(rows, list.parts))
    minutes.set(each.number, (minutes.get(each.number) ?? 0) + Math.floor((each.to.getTime() - each.from.getTime()) / 60_000));
  return show(
    <LogView shell={r.shell} list={list} log={log} rows={rows} people={await knownPeople(r.db, list.gathering.id)} minutes={minutes} />,
  );
}

async function match(r: Writes): Promise<Reply> {
  const list = await taking(r);
  const evidence = r.params["evidenceId"] ?? "";
  const choices = r.form.names().flatMap((name) => {
    const number = /^row-(\d{1,6})$/.exec(name)?.[1];
    const participant = r.form.text(name);
    return number === undefined ? [] : [{ number: Number(number), participant: isId(participant) ? participant : null }];
  });
  await matchByHand(r.act, list.gathering, evidence, choices);
  return go(paths.log(list.gathering.id, evidence));
}

async function take(r: Writes): Promise<Reply> {
  const list = await taking(r);
  const evidence = r.params["evidenceId"] ?? "";
  if (r.form.text("drop") === "1") {
    await dropLog(r.act, list.gathering, evidence);
    return go(paths.call(list.gathering.id));
  }
  await takeLog(r.act, list.gathering, list.parts, evidence);
  return go(paths.log(list.gathering.id, evidence));
}

async function closingPage(r: Reading, error?: string): Promise<Reply> {
  const list = await taking(r);
  const rules = await attendanceRules(r.db, r.today);
  const people = new Map((await participantsOf(r.db, [list.gathering.id])).map((who) => [who.id, who]));
  const open = (await presenceOf(r.db, list.gathering.id)).flatMap((person) => {
    const who = people.get(person.participant);
    const parts = list.parts.filter((part) => person.parts.some((each) => each.part === part.id && !each.decided));
    return who === undefined || parts.length === 0 ? [] : [{ who, parts }];
  });
  const view = (
    <ClosingView
      shell={r.shell}
      list={list}
      open={open}
      due={closesBy(list.parts, rules.closedWithinHours)}
      over={r.now >= closesBy(list.parts, 0)}
      mayReopen={reachOf(r.actor, verbs.reopen) !== null}
      error={error}
    />
  );
  return show(view, error === undefined ? 200 : 422);
}

async function decide(r: Writes): Promise<Reply> {
  const list = await taking(r);
  const rest = r.form.text("rest") === "absent";
  const decisions = (await presenceOf(r.db, list.gathering.id)).flatMap((person) =>
    person.parts.flatMap((part): Decision[] => {
      const said = r.form.text(`is-${person.participant}-${part.part}`);
      if (part.decided || (said === "" && !rest)) return [];
      return [{ participant: person.participant, part: part.part, here: said === "here" }];
    }),
  );
  await decideNames(r.act, list.gathering, decisions);
  return go(paths.closing(list.gathering.id));
}

async function close(r: Writes): Promise<Reply> {
  const list = await taking(r);
  await closeAttendance(r.act, list.gathering.id);
  return go(paths.one(list.gathering.id));
}

async function reopen(r: Writes): Promise<Reply> {
  const list = await taking(r);
  const reason = r.form.text("reason");
  if (reason === "") return closingPage(r, r.say(w.reopenMissing));
  await reopenAttendance(r.act, list.gathering.id, reason.slice(0, 300));
  return go(paths.closing(list.gathering.id));
}

async function perDiem(
  r: Reading,
): Promise<{ readonly list: OpenList; readonly lines: readonly (PerDiemLine & { readonly who: Participant })[] }> {
  const list = await taking(r);
  const people = new Map((await participantsOf(r.db, [list.gathering.id])).map((who) => [who.id, who]));
  const rate = await rateOf(r.db, list.gathering.id);
  const lines = perDiemOf(await presenceOf(r.db, list.gathering.id), daysOf(list.parts), rate?.amount ?? null).flatMap((line) => {
    const who = people.get(line.participant);
    return who === undefined ? [] : [{ ...line, who }];
  });
  return { list, lines };
}

async function perDiemPage(r: Reading, values: Readonly<Record<string, string>> = {}, errors: Errors = []): Promise<Reply> {
  const { list, lines } = await perDiem(r);
  const { id, organisation } = list.gathering;
  const own = await postNames(r.db, r.pack, r.say, [{ post: r.actor.post }]);
  const view = (
    <PerDiemView
      shell={r.shell}
      list={list}
      days={daysOf(list.parts)}
      lines={lines}
      rate={await rateOf(r.db, id)}
      mayRate={reachOf(r.actor, verbs.rate) !== null}
      issuer={await issuerName(r.db, organisation)}
      today={r.today}
      qr={squares(`${r.origin}${paths.perDiem(id)}`)}
      prepared={[...own.values()][0] ?? r.actor.name}
      values={values}
      errors={errors}
    />
  );
  return show(view, errors.length === 0 ? 200 : 422);
}

async function perDiemFile(r: Reading): Promise<Reply> {
  const { list, lines } = await perDiem(r);
  const money = { kind: "money", currency: r.pack.currency.code, exponent: r.pack.currency.exponent } as const;
  return listFile<PerDiemLine & { readonly who: Participant }>(r, {
    name: `${list.facts.reference} ${r.say(w.perDiemTitle)}`,
    sheet: r.say(w.perDiemTitle),
    columns: [
      { name: "code", head: w.code, cell: (row) => row.who.code },
      { name: "name", head: w.name, cell: (row) => row.who.name },
      { name: "organisation", head: w.office, cell: (row) => row.who.organisationName },
      ...daysOf(list.parts).map(({ day }, index) => ({ name: day, cell: (row: PerDiemLine) => (row.days[index] ? "1" : "0") })),
      { name: "days_present", head: w.present, kind: { kind: "integer" } as const, cell: (row) => row.count },
      { name: "amount", head: w.amount, kind: money, cell: (row) => row.amount },
    ],
    rows: lines,
  });
}

async function rate(r: Writes): Promise<Reply> {
  const list = await taking(r);
  const digits = r.form.text("amount").replaceAll(/[\s.,\u202f\u00a0]/g, "");
  const source = r.form.text("source");
  const currency = r.pack.currency.code;
  const errors = [
    ...(/^\d{1,9}$/.test(digits) ? [] : [{ field: "amount", text: r.say(w.rateWrong, { currency }) }]),
    ...(source === "" ? [{ field: "source", text: r.say(w.rateSourceMissing) }] : []),
  ];
  if (errors.length > 0) return perDiemPage(r, r.form.values(), errors);
  await setRate(r.act, list.gathering, { amount: Number(digits) * 10 ** r.pack.currency.exponent, source: source.slice(0, 300) });
  return go(paths.perDiem(list.gathering.id));
}

const one = "/attendance/:id";

export const paperRoutes: readonly Route[] = [
  page<any, "signed-in">(`${one}/paper`, "signed-in", paper),
  page<any, "signed-in">(`${one}/badges`, "signed-in", badges),
  page<any, "signed-in">(`${one}/typed`, "signed-in", (r) => typedPage(r, r.query.get("part") ?? "")),
  act<any, "signed-in">(`${one}/typed`, "signed-in", typeIn, { maxBody: MOST_FILE }),
  page<any, "signed-in">(`${one}/scan/:evidenceId`, "signed-in", scan),
  page<any, "signed-in">(`${one}/call`, "signed-in", (r) => callPage(r)),
  act<any, "signed-in">(`${one}/call`, "signed-in", bringLog, { maxBody: MOST_FILE }),
  page<any, "signed-in">(`${one}/call/:evidenceId`, "signed-in", logPage),
  act<any, "signed-in">(`${one}/call/:evidenceId/match`, "signed-in", match),
  act<any, "signed-in">(`${one}/call/:evidenceId/take`, "signed-in", take),
  page<any, "signed-in">(`${one}/closing`, "signed-in", (r) => closingPage(r)),
  act<any, "signed-in">(`${one}/closing`, "signed-in", close),
  act<any, "signed-in">(`${one}/decide`, "signed-in", decide),
  act<any, typeof verbs.reopen>(`${one}/reopen`, verbs.reopen, reopen),
  page<any, "signed-in">(`${one}/per-diem`, "signed-in", (r) => perDiemPage(r)),
  page<any, "signed-in">(`${one}/per-diem/file`, "signed-in", perDiemFile),
  act<any, typeof verbs.rate>(`${one}/per-diem`, verbs.rate, rate),
];
