/** The pages of lines: the list and its files, one line, and what is entered against it. */
import { act, page, type Route, type Writing } from "#kernel/access/route.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { addMonths } from "#kernel/calendar/day.ts";
import { exponentOf, owing } from "#kernel/money/amounts.ts";
import { balanceOf, moneyEntries } from "#kernel/money/lines.ts";
import { codesOf, postTypeOf } from "#kernel/pack/lookup.ts";
import { organisationsOn } from "#kernel/registry/organisations.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import { chainFor } from "#kernel/trace/chain-view.tsx";
import { coursesByIds } from "#modules/courses";
import { needsByIds } from "#modules/needs";
import type { Form } from "#platform/http/form.ts";
import { fileLinks, listFile, type ListColumn } from "#platform/http/list-file.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { accountFor, settleLine } from "./actions-running.ts";
import { asked, hrefWith, timelineOf, type Request } from "#kernel/access/asked.ts";
import { may, pageOf, readLine, readPlan } from "./ask.ts";
import { clashesOf } from "./clashes.ts";
import { codeIn, datePartsOf, dayIn, moneyIn, note, reading, textIn } from "#kernel/access/fields.ts";
import { EDITABLE, IN_FORCE } from "./flows.ts";
import { NEED } from "./kinds.ts";
import { paths } from "./paths.ts";
import { eventsOf, indicatorNames, linesOfPlan, nextVersion, progressOf } from "./queries.ts";
import { lacksOf, lineReference, longestShort, RULES } from "./rules.ts";
import type { Line, Plan } from "./schema.ts";
import { followsDrafts, verbs } from "./verbs.ts";
import { groupNames, nameOf } from "#kernel/pack/shown.ts";
import { regionName, sums } from "./views/common.tsx";
import { LINE } from "./kinds.ts";
import { LineView } from "./views/line.tsx";
import { LinesView } from "./views/lines.tsx";
import { w as form } from "./words-form.ts";
import { w } from "./words-line.ts";
import { w as planWords } from "./words-plan.ts";

type Write = Writing<any, Actor>;

const quarterOf = (plan: Plan, line: Line): string | null => {
  if (line.from === null) return null;
  for (const number of [1, 2, 3, 4]) if (line.from < addMonths(plan.fiscalYearStart, number * 3)) return String(number);
  return "4";
};

const gapOf = (line: Line): number => [...owing(balanceOf(line.money).gap).values()].reduce((sum, minor) => sum + minor, 0);
const costOf = (line: Line): number => [...balanceOf(line.money).cost.values()].reduce((sum, minor) => sum + minor, 0);

/** Lines that the address asks for. A plan has some dozens of lines: they are read whole and picked here. */
async function pick(r: Request, plan: Plan, lines: readonly Line[]): Promise<readonly Line[]> {
  const wanted = asked(r, "show");
  const longest = wanted === "clash" ? longestShort(await ruleSetFor(r.db, RULES, r.today)) : 0;
  const own = r.actor.organisation;
  const found = lines.filter(
    (line) =>
      (!asked(r, "domain") || line.domain === asked(r, "domain")) &&
      (!asked(r, "group") || line.groups.includes(asked(r, "group") ?? "")) &&
      (!asked(r, "quarter") || quarterOf(plan, line) === asked(r, "quarter")) &&
      (wanted !== "gap" || gapOf(line) > 0) &&
      (wanted !== "incomplete" || lacksOf(line).length > 0) &&
      (wanted !== "clash" || clashesOf(r.pack.calendar, line, lines, longest).length > 0) &&
      (wanted !== "own" || (own !== null && line.seats.has(own))),
  );
  const { key, descending } = sortOf(r);
  const value = (line: Line): string | number =>
    ({ number: line.number, title: line.title, from: line.from ?? "9999", places: line.places, cost: costOf(line), gap: gapOf(line) })[key];
  const order = descending ? -1 : 1;
  return found.toSorted((a, b) => (value(a) < value(b) ? -order : value(a) > value(b) ? order : a.number - b.number));
}

const SORTS = ["number", "title", "from", "places", "cost", "gap"] as const;

function sortOf(r: Request) {
  const [key, direction] = (asked(r, "sort") ?? "number-up").split("-");
  return { key: SORTS.find((one) => one === key) ?? "number", descending: direction === "down" };
}

function filtersOf(r: Request, plan: Plan, shown: readonly Line[], total: number) {
  const any = { value: "", text: r.say(w.any) };
  const places = shown.reduce((sum, line) => sum + line.places, 0);
  const options = [
    any,
    { value: "gap", text: r.say(w.showGap) },
    ...(followsDrafts(r.actor)
      ? [
          { value: "incomplete", text: r.say(w.showIncomplete) },
          { value: "clash", text: r.say(w.showClash) },
        ]
      : [{ value: "own", text: r.say(w.showOwn) }]),
  ];
  return {
    action: paths.lines(plan.id),
    result: r.say(w.linesResult, { shown: shown.length, total, places }),
    ...(["domain", "group", "quarter", "show"].some((name) => asked(r, name) !== null) && { clearHref: paths.lines(plan.id) }),
    keep: { sort: asked(r, "sort") ?? undefined },
    fields: [
      {
        name: "domain",
        label: r.say(w.domain),
        value: asked(r, "domain") ?? "",
        options: [any, ...codesOf(r.pack, "capacity_domain").map((code) => ({ value: code.code, text: r.say(code.names) }))],
      },
      {
        name: "group",
        label: r.say(w.group),
        value: asked(r, "group") ?? "",
        options: [any, ...r.pack.groups.map((group) => ({ value: group.code, text: r.say(group.names) }))],
      },
      {
        name: "quarter",
        label: r.say(w.quarter),
        value: asked(r, "quarter") ?? "",
        options: [any, ...[1, 2, 3, 4].map((number) => ({ value: String(number), text: r.say(w.quarterNumber, { number }) }))],
      },
      { name: "show", label: r.say(w.show), value: asked(r, "show") ?? "", options },
    ],
  };
}

async function lines(r: Request): Promise<Reply> {
  const plan = await readPlan(r);
  const all = await linesOfPlan(r.db, plan.id);
  const picked = await pick(r, plan, all);
  const { rows, pages } = pageOf(r, picked);
  const drafts = await may(r, verbs.draft, plan);
  const search = new URL(hrefWith(r, { page: null }), r.url).searchParams;
  const file = (format: string): string => {
    search.set("format", format);
    return `${paths.linesFile(plan.id)}?${search}`;
  };
  return show(
    <LinesView
      shell={r.shell}
      plan={plan}
      rows={rows}
      progress={await progressOf(
        r.db,
        rows.map((line) => line.id),
      )}
      filters={filtersOf(r, plan, picked, all.length)}
      sort={sortOf(r)}
      sortHref={(next) => hrefWith(r, { sort: `${next.key}-${next.descending ? "down" : "up"}`, page: null })}
      pages={pages}
      downloads={fileLinks(file, ["csv", "xlsx", "json"])}
      mayAdd={drafts && (EDITABLE.includes(plan.state) || (plan.state === "revision" && !(await nextVersion(r.db, plan)).submitted))}
      draft={EDITABLE.includes(plan.state) && followsDrafts(r.actor)}
    />,
  );
}

function columnsOf(r: Request, people: ReadonlyMap<string, { readonly people: number }>): ListColumn<Line>[] {
  const { say, pack } = r;
  return [
    { name: "number", head: w.number, cell: (line) => lineReference(line.number) },
    { name: "title", head: w.title, cell: (line) => line.title },
    { name: "modality", head: w.modality, cell: (line) => nameOf(say, pack, "modality", line.modality) },
    { name: "groups", head: w.groups, cell: (line) => groupNames(say, pack, line.groups) },
    { name: "domain", head: w.domain, cell: (line) => (line.domain === null ? null : nameOf(say, pack, "capacity_domain", line.domain)) },
    { name: "basis", head: w.basis, cell: (line) => line.mandate ?? `${line.needs.length}` },
    { name: "from", head: w.from, kind: { kind: "date" }, cell: (line) => line.from },
    { name: "to", head: w.to, kind: { kind: "date" }, cell: (line) => line.to },
    { name: "region", head: w.region, cell: (line) => regionName(say, pack, line.region) },
    { name: "places", head: w.places, kind: { kind: "integer" }, cell: (line) => line.places },
    { name: "people", head: planWords.filledNote, kind: { kind: "integer" }, cell: (line) => people.get(line.id)?.people ?? 0 },
    { name: "cost", head: w.cost, cell: (line) => sums(r, balanceOf(line.money).cost) },
    { name: "funding", head: w.funding, cell: (line) => sums(r, balanceOf(line.money).funding) },
    { name: "without_money", head: w.withoutMoney, cell: (line) => sums(r, owing(balanceOf(line.money).gap)) },
    { name: "change", head: w.change, cell: (line) => line.change },
    { name: "state", head: planWords.state, cell: (line) => line.state },
  ];
}

async function linesFile(r: Request): Promise<Reply> {
  const plan = await readPlan(r);
  const all = await linesOfPlan(r.db, plan.id);
  const people = await progressOf(
    r.db,
    all.map((line) => line.id),
  );
  return listFile(r, {
    name: `plan-${plan.fiscalYearStart.slice(0, 4)}`,
    sheet: r.say(w.linesTitle),
    columns: columnsOf(r, people),
    rows: await pick(r, plan, all),
  });
}

/** A post in words: its type, its organisation and who holds it. */
export async function postName(r: Request, post: string | null): Promise<string | null> {
  if (post === null) return null;
  const [found] = await postsOn(r.db, { posts: [post], on: r.today, language: r.language });
  if (found === undefined) return null;
  const name = `${r.say(postTypeOf(r.pack, found.postType).names)}, ${found.organisationName}`;
  return found.personName === null ? name : `${name} (${found.personName})`;
}

async function showLine(r: Request, sent?: Form, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const { line, plan } = await readLine(r);
  const all = await linesOfPlan(r.db, plan.id);
  const needs = await needsByIds(r.db, line.needs);
  const events = await eventsOf(r.db, line.id);
  const places = [...line.needs.map((id) => ({ kind: NEED, id })), ...events];
  const named = await r.house.name(r.db, r.actor, places, r.language, r.today);
  const seats = [...line.seats.keys()];
  const organisations = seats.length === 0 ? [] : await organisationsOn(r.db, { ids: seats, on: r.today, language: r.language });
  const rules = await ruleSetFor(r.db, RULES, r.today);
  const drafts = await may(r, verbs.draft, plan);
  const revising = plan.state === "revision" && !(await nextVersion(r.db, plan)).submitted;
  const mayEdit = drafts && line.state === "planned" && (EDITABLE.includes(plan.state) || revising);
  const progress = await progressOf(r.db, [line.id]);
  const open = IN_FORCE.includes(plan.state);
  const view = (
    <LineView
      shell={r.shell}
      chain={await chainFor(r, LINE, line.id)}
      panels={await r.house.panels(r, LINE, line.id)}
      plan={plan}
      line={line}
      needs={line.needs.flatMap((id) => {
        const need = needs.get(id);
        // Members read that a line rests on needs, not whose they are: another organisation's need is not theirs to read.
        return need === undefined || (!followsDrafts(r.actor) && !named.has(id)) ? [] : [{ ...need, href: named.get(id)?.href ?? null }];
      })}
      organisations={new Map(organisations.map((one) => [one.id, one.name]))}
      responsible={await postName(r, line.responsible)}
      course={line.course === null ? null : r.say((await coursesByIds(r.db, [line.course])).get(line.course)?.title ?? planWords.line)}
      indicator={line.indicator === null ? null : ((await indicatorNames(r.db, r.language, [line.indicator])).get(line.indicator) ?? null)}
      clashes={clashesOf(r.pack.calendar, line, all, longestShort(rules))}
      progress={open || plan.state === "closed" ? (progress.get(line.id) ?? { events: 0, held: 0, people: 0 }) : undefined}
      entries={await moneyEntries(
        r.db,
        line.money.map((one) => one.id),
      )}
      events={events.flatMap(({ id }) => named.get(id) ?? [])}
      mayEdit={mayEdit}
      mayDrop={mayEdit}
      maySettle={open && line.state === "planned" && (await may(r, verbs.settle, plan))}
      mayAccount={(open || plan.state === "adopted" || plan.state === "closed") && (await may(r, verbs.account, plan))}
      history={await timelineOf(r, [line.id], 20)}
      values={sent?.values() ?? {}}
      day={sent === undefined ? {} : datePartsOf(sent, "day")}
      problems={problems}
    />
  );
  return show(view, problems.length > 0 ? 422 : 200);
}

async function settle(r: Write): Promise<Reply> {
  const { line } = await readLine(r);
  const text = r.form.text("note").slice(0, 1000);
  if (text === "") return showLine(r, r.form, [{ field: "note", text: planWords.sayReason }]);
  await settleLine(r.act, { line: line.id, note: text });
  return go(paths.line(line.id));
}

async function account(r: Write): Promise<Reply> {
  const { line } = await readLine(r);
  const reader = reading(r.form);
  const id = codeIn(
    reader,
    "line",
    line.money.map((one) => one.id),
    form.chooseLine,
  );
  const of = line.money.find((one) => one.id === id);
  const kind = codeIn(reader, "kind", ["commitment", "payment", "receipt"], form.chooseKind) as "commitment" | "payment" | "receipt";
  const minor = moneyIn(reader, "amount", exponentOf(r.pack, of?.currency ?? r.pack.currency.code), true);
  if (minor === null && !reader.problems.some((problem) => problem.field === "amount")) note(reader, "amount", form.money);
  const day = dayIn(reader, "day", planWords.sayDay);
  if (day !== null && day > r.today) note(reader, "day-day", planWords.sayDay);
  const reference = textIn(reader, "reference", planWords.sayNumber, 100);
  if (reader.problems.length > 0) return showLine(r, r.form, reader.problems);
  await accountFor(r.act, {
    line: line.id,
    entry: { line: id, kind, minor: minor ?? 0, day: day ?? r.today, reference, certainty: "claimed", source: "typed", file: null },
  });
  return go(`${paths.line(line.id)}#money`);
}

export const lineRoutes: readonly Route[] = [
  page(paths.lines(":id"), verbs.read, lines),
  page(paths.linesFile(":id"), verbs.read, linesFile),
  page(paths.line(":lineId"), verbs.read, (r: Request) => showLine(r)),
  act(paths.settle(":lineId"), verbs.settle, settle),
  act(paths.account(":lineId"), verbs.account, account),
];
