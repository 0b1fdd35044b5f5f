/** Demonstration of plans: last year's closed, this year's running with some money missing, next year's being drafted from needs that wait. */
import type { DemoContext } from "#kernel/access/module.ts";
import { addDays } from "#kernel/calendar/day.ts";
import { fiscalYearAfter, fiscalYearOf, type FiscalYear } from "#kernel/calendar/fiscal-year.ts";
import { openNeeds } from "#modules/needs";
import { addWay, chooseWay, leaveOut, putTogether, writeLine } from "./actions-lines.ts";
import { goOn } from "./actions-plan.ts";
import { castOf, holderOf, morning } from "./demo-cast.ts";
import { COURSES } from "./demo-courses.ts";
import { EXCHANGES } from "./demo-exchanges.ts";
import { lastYear } from "./demo-last-year.ts";
import { adopted, planOf, settleOthers, spend, writeAll, type Story } from "./demo-steps.ts";
import { contentsFor } from "./demo-write.ts";

/** The year’s activities, courses first. */
const ACTIVITIES = [...COURSES, ...EXCHANGES];

async function thisYear(story: Story, year: FiscalYear): Promise<void> {
  const { demo, cast } = story;
  const plan = await planOf(story, year, addDays(year.start, -140));
  await writeAll(story, plan, await contentsFor(cast, ACTIVITIES, year.start, true), addDays(year.start, -100));
  await adopted(story, plan, year, addDays(year.start, -78));
  await spend(story, plan, demo.today);
  await settleOthers(story, plan, demo.today);
}

/** Next year: needs that wait are put together, ways compared; some have become lines, one lacks nearly everything. */
async function nextYear(story: Story, year: FiscalYear): Promise<void> {
  const { demo, cast, manager } = story;
  const plan = await planOf(story, year, addDays(demo.today, -21));
  const unit = 10 ** demo.pack.currency.exponent;
  const waiting = await openNeeds(demo.db, demo.pack, {});
  for (const [index, [domain, needs]] of [...Map.groupBy(waiting, (need) => need.domain)].entries()) {
    const on = morning(demo, addDays(demo.today, -18), index * 7);
    const first = needs[0];
    if (first === undefined) continue;
    const title = first.kind === "gap" ? `Needs in ${domain}` : first.statement;
    const bundle = await demo.act(manager, on, (act) =>
      putTogether(act, { plan, title, language: "en", domain, groups: ["directors"], needs: needs.map((need) => need.id), mandate: null }),
    );
    if (first.cause === "infrastructure") {
      await demo.act(manager, on, (act) =>
        leaveOut(act, { plan, bundle, reason: "Pipes are missing, not skill: raised with the ministry instead." }),
      );
      continue;
    }
    for (const way of [
      first.cause === "knowledge_skill"
        ? { modality: "coaching", places: 12, days: 90, cost: 6_400_000, note: "One coach for three districts, every second week" }
        : {
            modality: "embedded_adviser",
            places: 2,
            days: 60,
            cost: 7_800_000,
            note: "An adviser who sits with the office for two months",
          },
      {
        modality: "problem_clinic",
        places: 20,
        days: 2,
        cost: 2_900_000,
        note: "Districts that have solved it, and those that have not, around one table",
      },
    ])
      await demo.act(manager, on, (act) =>
        addWay(act, { plan, bundle, modality: way.modality, places: way.places, days: way.days, minor: way.cost * unit, note: way.note }),
      );
  }
  const mandate = await demo.act(manager, morning(demo, addDays(demo.today, -15)), (act) =>
    putTogether(act, {
      plan,
      title: "Induction of leaders elected in the coming local elections",
      language: "en",
      domain: "LDG",
      groups: ["elected_district_leaders"],
      needs: [],
      mandate: "Induction of newly elected leaders within thirty days of swearing in",
    }),
  );
  const way = await demo.act(manager, morning(demo, addDays(demo.today, -15), 10), (act) =>
    addWay(act, {
      plan,
      bundle: mandate,
      modality: "induction",
      places: 180,
      days: 3,
      minor: 21_000_000 * unit,
      note: "In five regions at once",
    }),
  );
  await demo.act(manager, morning(demo, addDays(demo.today, -14)), (act) => chooseWay(act, { plan, bundle: mandate, way }));
  await demo.act(manager, morning(demo, addDays(demo.today, -14), 30), (act) => goOn(act, plan, "compare"));
  const drafts = await contentsFor(cast, ACTIVITIES.slice(0, 3), year.start, true);
  for (const [index, content] of drafts.slice(0, 9).entries())
    await demo.act(manager, morning(demo, addDays(demo.today, -8), index * 9), (act) =>
      writeLine(act, plan, null, index % 3 === 2 ? { ...content, responsible: null, money: [] } : content),
    );
  await demo.act(manager, morning(demo, addDays(demo.today, -4)), (act) => goOn(act, plan, "write"));
}

/** The whole demonstration of this module. Without people in posts there is nobody to tell it about. */
export async function demo(demo: DemoContext): Promise<void> {
  const manager = await holderOf(demo, demo.association, "capacity_manager");
  const leader = await holderOf(demo, demo.association, "secretary_general");
  if (manager === null || leader === null) return;
  const story: Story = { cast: await castOf(demo), demo, manager, leader };
  const year = fiscalYearOf(demo.pack.calendar, demo.today);
  const answered = await lastYear(story, fiscalYearAfter(demo.pack.calendar, year, -1));
  const needs = story.cast.needs.filter((need) => need.state !== "met" && !answered.has(need.id));
  const rest: Story = { ...story, cast: { ...story.cast, needs } };
  await thisYear(rest, year);
  await nextYear(rest, fiscalYearAfter(demo.pack.calendar, year, 1));
}
