/** The pages of lines: the list and its files, one line, and what is entered against it. */
import { listed, listedFile } from "#kernel/access/list.ts";
import { act, page, type Route, type Writing } from "#kernel/access/route.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { exponentOf } from "#kernel/money/amounts.ts";
import { moneyEntries } from "#kernel/money/lines.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { organisationsOn } from "#kernel/registry/organisations.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import { chainFor } from "#kernel/trace/chain-view.tsx";
import { coursesByIds } from "#modules/courses";
import { needsByIds } from "#modules/needs";
import type { Form } from "#platform/http/form.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { accountFor, settleLine } from "./actions-running.ts";
import { timelineOf, type Request } from "#kernel/access/asked.ts";
import { may, readLine, readPlan } from "./ask.ts";
import { clashesOf } from "./clashes.ts";
import { codeIn, datePartsOf, dayIn, moneyIn, note, reading, textIn } from "#kernel/access/fields.ts";
import { EDITABLE, IN_FORCE } from "./flows.ts";
import { NEED } from "./kinds.ts";
import { linesOf } from "./list-lines.ts";
import { paths } from "./paths.ts";
import { eventsOf, indicatorNames, linesOfPlan, nextVersion, progressOf } from "./queries.ts";
import { longestShort, RULES } from "./rules.ts";
import { followsDrafts, verbs } from "./verbs.ts";
import { LINE } from "./kinds.ts";
import { LineView } from "./views/line.tsx";
import { LinesView } from "./views/lines.tsx";
import { w as form } from "./words-form.ts";
import { w as planWords } from "./words-plan.ts";

type Write = Writing<any, Actor>;

async function lines(r: Request): Promise<Reply> {
  const plan = await readPlan(r);
  const list = await listed(r, await linesOf(r, plan));
  const drafts = await may(r, verbs.draft, plan);
  const editable = EDITABLE.includes(plan.state);
  return show(
    <LinesView
      shell={r.shell}
      plan={plan}
      list={list}
      progress={await progressOf(
        r.db,
        list.rows.map((line) => line.id),
      )}
      mayAdd={drafts && (editable || (plan.state === "revision" && !(await nextVersion(r.db, plan)).submitted))}
      draft={editable && followsDrafts(r.actor)}
    />,
  );
}

async function linesFile(r: Request): Promise<Reply> {
  return listedFile(r, await linesOf(r, await readPlan(r)));
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
