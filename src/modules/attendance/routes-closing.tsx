/** Closing a list and opening it again, and the per-diem sheet that follows from it. */
import { may, type Request, type Write } from "#kernel/access/asked.ts";
import { wholeFrom } from "#kernel/access/fields.ts";
import { act, page, type Route } from "#kernel/access/route.ts";
import { participantsOf, type Participant } from "#kernel/gathering/participants.ts";
import { presenceOf } from "#kernel/gathering/presence.ts";
import { listFile } from "#platform/http/list-file.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { squares } from "#platform/paper/code.ts";
import { closeAttendance, decideNames, reopenAttendance, setRate, type Decision } from "./actions.ts";
import { taking, type Errors } from "./ask.ts";
import { paths } from "./paths.ts";
import { daysOf, perDiemOf, type PerDiemLine } from "./per-diem.ts";
import { attendanceRules, rateOf } from "./queries.ts";
import { closesBy, verbs } from "./rules.ts";
import type { OpenList } from "./schema.ts";
import { issuerName, postNames } from "./show.ts";
import { ClosingView } from "./views/closing.tsx";
import { PerDiemView } from "./views/per-diem.tsx";
import { w } from "./words-paper.ts";

async function closingPage(r: Request, error?: string): Promise<Reply> {
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
      mayReopen={may(r, verbs.reopen)}
      error={error}
    />
  );
  return show(view, error === undefined ? 200 : 422);
}

async function decide(r: Write): Promise<Reply> {
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

async function close(r: Write): Promise<Reply> {
  const list = await taking(r);
  await closeAttendance(r.act, list.gathering.id);
  return go(paths.one(list.gathering.id));
}

async function reopen(r: Write): Promise<Reply> {
  const list = await taking(r);
  const reason = r.form.text("reason");
  if (reason === "") return closingPage(r, r.say(w.reopenMissing));
  await reopenAttendance(r.act, list.gathering.id, reason.slice(0, 300));
  return go(paths.closing(list.gathering.id));
}

async function perDiem(
  r: Request,
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

async function perDiemPage(r: Request, values: Readonly<Record<string, string>> = {}, errors: Errors = []): Promise<Reply> {
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
      mayRate={may(r, verbs.rate)}
      issuer={await issuerName(r.db, organisation, r.language)}
      today={r.today}
      qr={squares(`${r.origin}${paths.perDiem(id)}`)}
      prepared={[...own.values()][0] ?? r.actor.name}
      values={values}
      errors={errors}
    />
  );
  return show(view, errors.length === 0 ? 200 : 422);
}

async function perDiemFile(r: Request): Promise<Reply> {
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

async function rate(r: Write): Promise<Reply> {
  const list = await taking(r);
  const amount = wholeFrom(r.form.text("amount"));
  const source = r.form.text("source");
  const currency = r.pack.currency.code;
  const errors = [
    ...(amount !== null && amount < 1e9 ? [] : [{ field: "amount", text: r.say(w.rateWrong, { currency }) }]),
    ...(source === "" ? [{ field: "source", text: r.say(w.rateSourceMissing) }] : []),
  ];
  if (amount === null || errors.length > 0) return perDiemPage(r, r.form.values(), errors);
  await setRate(r.act, list.gathering, { amount: amount * 10 ** r.pack.currency.exponent, source: source.slice(0, 300) });
  return go(paths.perDiem(list.gathering.id));
}

const one = "/attendance/:id";

export const closingRoutes: readonly Route[] = [
  page(`${one}/closing`, "signed-in", (r: Request) => closingPage(r)),
  act(`${one}/closing`, "signed-in", close),
  act(`${one}/decide`, "signed-in", decide),
  act(`${one}/reopen`, verbs.reopen, reopen),
  page(`${one}/per-diem`, "signed-in", (r: Request) => perDiemPage(r)),
  page(`${one}/per-diem/file`, "signed-in", perDiemFile),
  act(`${one}/per-diem`, verbs.rate, rate),
];
