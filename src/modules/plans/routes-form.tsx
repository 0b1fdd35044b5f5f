/** The form of a line, part by part: in a draft it writes the line, in a revision a change of it with its reason. */
import { act, page, type Route, type Writing } from "#kernel/access/route.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { organisationsOn } from "#kernel/registry/organisations.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import { publishedCourses } from "#modules/courses";
import { needsByIds, openNeeds, type NeedFacts } from "#modules/needs";
import { isId, newId } from "#platform/db/ids.ts";
import type { Form } from "#platform/http/form.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { addDays, addMonths } from "#kernel/calendar/day.ts";
import { removeLine, writeLine } from "./actions-lines.ts";
import { writeChange } from "./actions-running.ts";
import { param, type Request } from "#kernel/access/asked.ts";
import { mustReach, readPlan } from "./ask.ts";
import { clashesOf, type Clash } from "./clashes.ts";
import { contentOf, EMPTY } from "./content.ts";
import { datePartsOf, reading, textIn, wholeIn } from "#kernel/access/fields.ts";
import { EDITABLE } from "./flows.ts";
import { readPart, valuesOf, type Choices } from "./line-form.ts";
import { paths } from "./paths.ts";
import { changesOf, indicatorNames, linesByIds, linesOfPlan, nextVersion } from "./queries.ts";
import { postsByMember } from "./queries-seats.ts";
import { longestShort, RULES } from "./rules.ts";
import { seatHolders } from "./routes-plan.tsx";
import { shareSeats } from "./seats.ts";
import type { Change, Line, LineContent, Plan } from "./schema.ts";
import { verbs } from "./verbs.ts";
import { partsOfDay } from "#kernel/access/fields.ts";
import { regionsOf } from "./views/common.tsx";
import { LineFormView } from "./views/line-form.tsx";
import { PARTS, type LineFormProps, type Part } from "./views/line-form-props.ts";
import { RemoveView } from "./views/line-remove.tsx";
import { w as form } from "./words-form.ts";
import { w as planWords } from "./words-plan.ts";
import { p } from "./problems.ts";

type Write = Writing<any, Actor>;

/** Where an edit stands: the plan, the line when there is one, what it says now, and the change that a revision makes of it. */
interface Edited {
  readonly plan: Plan;
  readonly id: string;
  readonly line: Line | null;
  readonly content: LineContent;
  readonly change: Change | null;
}

async function editedOf(r: Request): Promise<Edited> {
  const plan = await readPlan(r);
  await mustReach(r, verbs.draft, plan);
  const revising = plan.state === "revision";
  if (!revising && !EDITABLE.includes(plan.state)) throw new Problem(p.notEditable);
  const id = param(r, "line");
  if (id === "new") return { plan, id, line: null, content: { ...EMPTY, language: r.language }, change: null };
  if (!isId(id)) throw new Problem(p.noLine);
  const line = (await linesByIds(r.db, [id]))[0] ?? null;
  const change = revising
    ? ((await changesOf(r.db, plan.id, (await nextVersion(r.db, plan)).number)).find((one) => one.line === id) ?? null)
    : null;
  const content = change?.content ?? (line === null ? null : contentOf(line));
  if (content === null || (line !== null && line.plan !== plan.id)) throw new Problem(p.noLine);
  return { plan, id, line, content, change };
}

const partOf = (r: Request): Part => {
  const part = PARTS.find((name) => name === param(r, "part"));
  if (part === undefined) throw new Problem(p.noLine);
  return part;
};

/** Posts of the association that may answer for a line. */
async function responsiblePosts(r: Request) {
  const types = r.pack.postTypes.filter((type) => type.selection === "appointed").map((type) => type.code);
  const posts = await postsOn(r.db, { organisations: [r.association], postTypes: types, on: r.today, language: r.language });
  return posts.map((post) => ({
    value: post.post,
    text: `${r.say(postTypeOf(r.pack, post.postType).names)}${post.personName === null ? "" : ` (${post.personName})`}`,
  }));
}

/** Needs that this line answers now, and those that wait in its field; all that wait while it has no field yet. */
async function needChoices(r: Request, content: LineContent): Promise<NeedFacts[]> {
  const own = await needsByIds(r.db, content.needs);
  const open = await openNeeds(r.db, r.pack, content.domain === null ? {} : { domains: [content.domain] });
  return [...own.values(), ...open.filter((need) => !own.has(need.id))];
}

async function choicesFor(r: Request, content: LineContent, part: Part): Promise<LineFormProps["choices"]> {
  const empty: LineFormProps["choices"] = {
    needs: [],
    courses: [],
    indicators: [],
    responsible: [],
    organisations: [],
    parties: [],
    currencies: [],
  };
  if (part === "what") {
    const courses = await publishedCourses(r.db, r.pack);
    const indicators = await indicatorNames(r.db, r.language);
    return {
      ...empty,
      needs: await needChoices(r, content),
      courses: courses.map((course) => ({ value: course.id, text: `${course.code} ${r.say(course.title)}` })),
      indicators: [...indicators].map(([value, text]) => ({ value, text })),
      responsible: await responsiblePosts(r),
    };
  }
  if (part === "seats") {
    const posts = await postsByMember(r.db, r.pack, content.groups, r.today);
    const holders = await seatHolders(r);
    return { ...empty, organisations: holders.map((one) => ({ ...one, posts: posts.get(one.id) ?? 0 })) };
  }
  if (part === "money") {
    const outside = r.pack.tiers.filter((tier) => tier.kind === "outside").map((tier) => tier.code);
    const others = await organisationsOn(r.db, { tiers: outside, on: r.today, language: r.language });
    const members = await seatHolders(r);
    const currencies = [...new Set([r.pack.currency.code, "EUR", "USD", ...content.money.map((line) => line.currency)])];
    return { ...empty, parties: [...others, ...members].map((one) => ({ value: one.id, text: one.name })), currencies };
  }
  return empty;
}

const idsOf = (options: readonly { readonly value?: string | number | boolean }[]): string[] =>
  options.map((option) => String(option.value ?? ""));

function readable(r: Request, choices: LineFormProps["choices"]): Choices {
  return {
    needs: choices.needs,
    courses: idsOf(choices.courses),
    indicators: idsOf(choices.indicators),
    responsible: idsOf(choices.responsible),
    organisations: choices.organisations.map((one) => one.id),
    parties: idsOf(choices.parties),
    regions: regionsOf(r.pack).map((unit) => unit.code),
    language: r.language,
  };
}

async function clashesFor(r: Request, edited: Edited, content: LineContent): Promise<readonly Clash[]> {
  const rules = await ruleSetFor(r.db, RULES, r.today);
  const others = await linesOfPlan(r.db, edited.plan.id);
  return clashesOf(r.pack.calendar, { ...content, id: edited.id, number: edited.line?.number ?? 0 }, others, longestShort(rules));
}

interface Again {
  readonly form?: Form;
  readonly values?: Readonly<Record<string, string>>;
  readonly problems?: readonly FieldProblem[];
  readonly clashes?: readonly Clash[];
}

async function showForm(r: Request, again: Again = {}): Promise<Reply> {
  const edited = await editedOf(r);
  const part = partOf(r);
  const { form: sent, problems = [] } = again;
  const { content } = edited;
  const shown = sent?.values() ?? again.values ?? { ...valuesOf(r.pack, content), changeReason: edited.change?.reason ?? "" };
  const clashes = again.clashes ?? (part === "when" ? await clashesFor(r, edited, content) : []);
  return show(
    <LineFormView
      shell={r.shell}
      plan={edited.plan}
      line={edited.id}
      part={part}
      title={content.title}
      values={shown}
      groups={sent?.all("groups") ?? content.groups}
      chosenNeeds={new Set(sent?.all("needs") ?? content.needs)}
      days={
        sent === undefined
          ? { from: partsOfDay(content.from), to: partsOfDay(content.to) }
          : { from: datePartsOf(sent, "from"), to: datePartsOf(sent, "to") }
      }
      problems={problems}
      choices={await choicesFor(r, content, part)}
      clashes={clashes}
    />,
    problems.length > 0 ? 422 : 200,
  );
}

/** Shares the places out and shows the form with them; nothing is written yet. */
async function shareOut(r: Write, edited: Edited, choices: LineFormProps["choices"]): Promise<Reply> {
  const reader = reading(r.form);
  const wanted = wholeIn(reader, "wanted", { low: 1, high: 200_000 }, null);
  const shares = shareSeats(new Map(choices.organisations.map((one) => [one.id, one.posts])), wanted);
  const seats = Object.fromEntries(choices.organisations.map((one) => [`seat-${one.id}`, String(shares.get(one.id) ?? "")]));
  const values = { ...valuesOf(r.pack, edited.content), ...r.form.values(), ...seats };
  // A page shown again writes nothing: 422 rolls back, and says that it is still to be saved.
  const reply = await showForm(r, { values, problems: reader.problems });
  return reply.kind === "view" ? { ...reply, status: 422 } : reply;
}

async function checkDays(r: Request, edited: Edited, content: LineContent, noted: FieldProblem[]): Promise<readonly Clash[]> {
  const start = edited.plan.fiscalYearStart;
  const end = addDays(addMonths(start, 12), -1);
  if (content.from !== null && (content.from < start || content.from > end))
    noted.push({ field: "from-day", text: form.outsideYear, values: { from: formatDate(start), to: formatDate(end) } });
  const clashes = await clashesFor(r, edited, content);
  if (clashes.some((clash) => clash.refused)) noted.push({ field: "from-day", text: form.refusedDays });
  else if (clashes.length > 0 && content.clashReason === null) noted.push({ field: "clashReason", text: form.clashWhy });
  return clashes;
}

async function save(r: Write): Promise<Reply> {
  const edited = await editedOf(r);
  const part = partOf(r);
  const choices = await choicesFor(r, edited.content, part);
  if (part === "seats" && r.form.text("do") === "share") return shareOut(r, edited, choices);
  const reader = reading(r.form);
  const content = readPart(reader, part, r.pack, edited.content, readable(r, choices));
  const revising = edited.plan.state === "revision";
  const reason = revising ? textIn(reader, "changeReason", planWords.sayReason, 500) : "";
  const clashes = part === "when" ? await checkDays(r, edited, content, reader.problems) : [];
  if (reader.problems.length > 0) return showForm(r, { form: r.form, problems: reader.problems, clashes });
  if (!revising) return go(paths.line(await writeLine(r.act, edited.plan.id, edited.id === "new" ? null : edited.id, content)));
  const fresh = edited.line === null;
  await writeChange(r.act, {
    plan: edited.plan.id,
    line: edited.id === "new" ? newId() : edited.id,
    kind: fresh ? "add" : "change",
    content,
    reason,
    language: r.language,
  });
  return go(paths.revision(edited.plan.id));
}

async function showRemove(r: Request, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const { plan, line } = await editedOf(r);
  if (line === null) throw new Problem(p.noLine);
  return show(<RemoveView shell={r.shell} plan={plan} line={line} problems={problems} />, problems.length > 0 ? 422 : 200);
}

async function remove(r: Write): Promise<Reply> {
  const { plan, line } = await editedOf(r);
  if (line === null) throw new Problem(p.noLine);
  if (plan.state !== "revision") {
    await removeLine(r.act, line.id);
    return go(paths.lines(plan.id));
  }
  const reader = reading(r.form);
  const reason = textIn(reader, "changeReason", planWords.sayReason, 500);
  if (reader.problems.length > 0) return showRemove(r, reader.problems);
  await writeChange(r.act, { plan: plan.id, line: line.id, kind: "drop", content: null, reason, language: r.language });
  return go(paths.revision(plan.id));
}

export const formRoutes: readonly Route[] = [
  page(paths.removeLine(":id", ":line"), verbs.draft, (r: Request) => showRemove(r)),
  act(paths.removeLine(":id", ":line"), verbs.draft, remove),
  page(paths.edit(":id", ":line", ":part"), verbs.draft, (r: Request) => showForm(r)),
  act(paths.edit(":id", ":line", ":part"), verbs.draft, save),
];
