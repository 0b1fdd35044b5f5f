/** Last year’s plan of the demonstration: a line for each time a course was held, revised when the needs were known, closed in July. */
import { addDays, addMonths, type Day } from "#kernel/calendar/day.ts";
import type { FiscalYear } from "#kernel/calendar/fiscal-year.ts";
import { courseOutcomes, type CourseFacts } from "#modules/courses";
import { closePlan } from "./actions-plan.ts";
import { recordRevision, startRevision, submitRevision, writeChange, type NewChange } from "./actions-running.ts";
import { clashesOf, type Dated } from "./clashes.ts";
import { contentOf } from "./content.ts";
import { STRATEGY, type Activity } from "./demo-activity.ts";
import { morning, type Cast } from "./demo-cast.ts";
import { COURSES } from "./demo-courses.ts";
import { EXCHANGES } from "./demo-exchanges.ts";
import { adopted, decidedOn, planOf, settleOthers, spend, writeAll, type Story } from "./demo-steps.ts";
import { CLOSING, REVISION } from "./demo-words.ts";
import { contentFor, contentsFor, daysFor, membersIn, postsFor } from "./demo-write.ts";
import { linesOfPlan } from "./queries.ts";
import { untrainable } from "./rules.ts";
import type { LineContent } from "./schema.ts";
import { regionsOf } from "./views/common.tsx";

/** How often courses were held, all together. */
const TURNS = 82;
/** Places of a line: what a hall holds. */
const HALL = 58;
/** A region with fewer posts of the group has people from the whole country in its course; a group with fewer has none. */
const ENOUGH = 22;

/** Days from the start of the revision to its decision. */
const REVISED_AFTER = 16;

const PAYERS: readonly Activity["payer"][] = [0, 2, "own", "dues", 1, "government"];

/** A course as an activity: what it changes is what the course says one can do afterwards. */
function activityOf(course: CourseFacts, outcomes: string, order: number): Activity {
  const [first = ""] = outcomes.split("\n");
  const like = COURSES.find((one) => one.domain === course.domain);
  return {
    title: course.title.en,
    modality: course.modality,
    mode: course.modality === "e_learning" ? "online" : "physical",
    domain: course.domain,
    groups: course.groups,
    days: Math.min(5, Math.max(1, Math.round(course.hours / 7))),
    places: HALL,
    regions: 1,
    change: first === "" ? (like?.change ?? course.title.en) : `${first}.`,
    indicator: like?.indicator ?? "Tasks from the course that a supervisor confirmed after ninety days, percent",
    payer: PAYERS[order % PAYERS.length] ?? "own",
    funded: 100,
    mandate: course.modality === "induction" ? "Induction of everyone new in post within six months" : STRATEGY,
  };
}

/** The courses in turn, from region to region, evenly over the year. `taken` are days that others have. */
async function courseLines(cast: Cast, year: FiscalYear, taken: Dated[]): Promise<LineContent[]> {
  const { demo, courses } = cast;
  const outcomes = await courseOutcomes(
    demo.db,
    courses.map((course) => course.id),
  );
  const held: { readonly activity: Activity; readonly course: string; readonly posts: ReadonlyMap<string, number> }[] = [];
  for (const [order, course] of courses.entries()) {
    const posts = await postsFor(cast, course.groups);
    if (sumOf(posts, null) < ENOUGH) continue;
    held.push({ activity: activityOf(course, outcomes.get(course.id)?.en ?? "", order), course: course.id, posts });
  }
  const regions = regionsOf(demo.pack);
  const free = freeDays(cast, year);
  const contents: LineContent[] = [];
  for (let index = 0; index < TURNS; index++) {
    const one = held[index % held.length];
    const nth = Math.floor(index / held.length);
    const region = regions[(nth + (index % held.length)) % regions.length];
    if (one === undefined || region === undefined) break;
    const wish = free[Math.floor((index * free.length) / TURNS)] ?? year.start;
    const days = daysFor(cast, one.activity, wish, year.end, taken);
    const title = `${one.activity.title}: ${region.names.en}`;
    taken.push({ id: `course ${index}`, number: index, title, groups: one.activity.groups, ...days });
    const near = membersIn(cast, region.code);
    const members = sumOf(one.posts, near) < ENOUGH ? null : near;
    contents.push(
      await contentFor(cast, one.activity, { region: region.code, members, order: index }, days, { title, course: one.course, needs: [] }),
    );
  }
  return contents;
}

/** The days of a year on which a line can begin, without its last weeks. */
function freeDays({ demo }: Cast, year: FiscalYear): readonly Day[] {
  const days = Array.from({ length: 340 }, (_, index) => addDays(year.start, 7 + index));
  const clear = (day: Day): boolean =>
    clashesOf(demo.pack.calendar, { id: "", number: 0, title: "", groups: [], from: day, to: day }, [], 1).length === 0;
  return days.filter((day) => day <= addDays(year.end, -21) && clear(day));
}

function sumOf(posts: ReadonlyMap<string, number>, members: ReadonlySet<string> | null): number {
  return [...posts].reduce((sum, [member, count]) => sum + (members === null || members.has(member) ? count : 0), 0);
}

/**
 * The needs of the finished round that courses to come can answer, by line: those of a line’s own members, each need in one line.
 * Half of a field’s needs: the others wait for the next plan.
 */
function basisFor({ demo, needs }: Cast, later: readonly LineContent[]): ReadonlyMap<LineContent, readonly string[]> {
  const basis = new Map<LineContent, string[]>();
  const ofRound = Map.groupBy(
    needs.filter((need) => need.round !== null),
    (need) => need.domain,
  );
  for (const [domain, found] of ofRound) {
    const lines = later.filter((line) => line.domain === domain);
    const wrong = new Set(lines.flatMap((line) => untrainable(demo.pack, line.modality, found)).map((need) => need.id));
    const fit = found.filter((need) => !wrong.has(need.id));
    for (const [nth, need] of fit.slice(0, Math.ceil(fit.length / 2)).entries()) {
      const near = lines.filter((line) => line.seats.some((seat) => seat.organisation === need.organisation));
      const line = near[nth % near.length];
      if (line !== undefined) basis.set(line, [...(basis.get(line) ?? []), need.id]);
    }
  }
  return new Map([...basis].sort(([a], [b]) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1)));
}

/** The revision at mid-year: lines get the needs that are known now, one is added, one dropped, one moved to another hall. */
async function revise(
  { demo, manager, leader }: Story,
  plan: string,
  half: Day,
  told: { readonly basis: ReadonlyMap<LineContent, readonly string[]>; readonly ids: ReadonlyMap<LineContent, string> },
): Promise<void> {
  const { basis, ids } = told;
  await demo.act(manager, morning(demo, half), (act) => startRevision(act, plan));
  const lines = new Map((await linesOfPlan(demo.db, plan)).map((line) => [line.id, line]));
  const later = [...lines.values()].filter((line) => line.from !== null && line.from > addDays(half, 30));
  const dropped = later.findLast((line) => line.course === null);
  const given = new Set([...basis.keys()].map((content) => ids.get(content)));
  const moved = later.find((line) => line.course !== null && !given.has(line.id));
  const changes: Omit<NewChange, "plan" | "language">[] = [];
  for (const [content, needs] of basis) {
    const line = lines.get(ids.get(content) ?? "");
    changes.push(
      line === undefined
        ? { line: null, kind: "add", content: { ...content, needs, mandate: null }, reason: REVISION.add }
        : { line: line.id, kind: "change", content: { ...contentOf(line), needs }, reason: REVISION.needs },
    );
  }
  if (moved !== undefined) {
    const content = { ...contentOf(moved), venue: "A hall of the neighbouring district" };
    changes.push({ line: moved.id, kind: "change", content, reason: REVISION.move });
  }
  if (dropped !== undefined) changes.push({ line: dropped.id, kind: "drop", content: null, reason: REVISION.drop });
  for (const [nth, change] of changes.entries())
    await demo.act(manager, morning(demo, addDays(half, 1), nth * 9), (act) => writeChange(act, { plan, language: "en", ...change }));
  await demo.act(manager, morning(demo, addDays(half, 3)), (act) => submitRevision(act, plan));
  const on = addDays(half, REVISED_AFTER);
  await demo.act(leader, morning(demo, on), (act) =>
    recordRevision(act, plan, decidedOn("executive_committee", on, `EC/${on.slice(0, 4)}/02`)),
  );
}

/** Last year: planned on mandates, revised at mid-year when the needs were known, closed in July. Returns the needs that its lines answer. */
export async function lastYear(story: Story, year: FiscalYear): Promise<ReadonlySet<string>> {
  const { demo, cast, manager } = story;
  const plan = await planOf(story, year, addDays(year.start, -150));
  const half = addDays(addMonths(year.start, 7), 12);
  const taken: Dated[] = [];
  const contents = [
    ...(await contentsFor(cast, EXCHANGES.slice(0, 8), year.start, false, taken)),
    ...(await courseLines(cast, year, taken)),
  ].sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
  const basis = basisFor(
    cast,
    contents.filter((content) => content.course !== null && content.from !== null && content.from > addDays(half, REVISED_AFTER)),
  );
  const added = [...basis.keys()].at(-1);
  const planned = contents.filter((content) => content !== added);
  const written = await writeAll(story, plan, planned, addDays(year.start, -120));
  await adopted(story, plan, year, addDays(year.start, -85));
  await revise(story, plan, half, { basis, ids: new Map(planned.map((content, index) => [content, written[index] ?? ""])) });
  await spend(story, plan, addDays(year.end, 1));
  await settleOthers(story, plan, addDays(year.end, 1));
  await demo.act(manager, morning(demo, addDays(year.end, 20)), (act) => closePlan(act, plan, CLOSING));
  return new Set([...basis.values()].flat());
}
