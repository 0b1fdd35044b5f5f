/** Demonstration of needs: a round that went all its way, one that is open, one being designed, and service problems; every figure follows from an answer. */
import type { Actor } from "#kernel/access/actor.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { addWorkingDays } from "#kernel/calendar/calendar.ts";
import { addDays, type Day } from "#kernel/calendar/day.ts";
import { fiscalYearAfter, fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import { exampleWorkbook } from "#kernel/questionnaire/example.ts";
import { importInstrument, publishedVersions, publishVersion } from "#kernel/questionnaire/store.ts";
import { membersOn } from "#kernel/registry/organisations.ts";
import { designRound, launchRound, openRound, saveDesign } from "./actions-round.ts";
import { actingAs, morning, type Acting } from "./demo-acting.ts";
import { answerRound } from "./demo-answers.ts";
import { finishRound } from "./demo-finished.ts";
import { reportProblems } from "./demo-problems.ts";
import { theRound } from "./queries.ts";

async function questionnaire(demo: DemoContext, manager: Acting): Promise<string> {
  const known = (await publishedVersions(demo.db)).find((one) => one.code === "capacity-needs");
  if (known !== undefined) return known.version;
  const bytes = await exampleWorkbook(demo.pack);
  return demo.act(manager.actor, manager.at, async (act) => {
    const { version } = await importInstrument(act, {
      organisation: demo.association,
      code: "capacity-needs",
      title: "Capacity needs, six fields",
      language: "en",
      bytes,
      fileName: "capacity-needs.xlsx",
    });
    await publishVersion(act, version);
    return version;
  });
}

/** What all rounds of the demonstration share. */
const DESIGN = {
  kind: "annual_light",
  purpose: "To put the year’s plan where offices lack most, and to see what last year’s responses changed.",
  whom: "District leaders and staff, councillors, and sector executive secretaries.",
  what: "Plan, buy, budget, serve and answer residents at the level they want to reach.",
  scope: "post_group",
  methods: ["self_assessment", "interview", "document_check"],
  needGap: 1,
  shareConsent: "aggregate",
} as const;

const GROUPS = [
  "sector_executive_secretaries",
  "planning_directors",
  "finance_directors",
  "procurement_officers",
  "hr_directors",
  "district_councillors",
];

async function launched(
  demo: DemoContext,
  manager: Actor,
  round: {
    readonly title: string;
    readonly year: Day;
    readonly opens: Day;
    readonly closes: Day;
    readonly version: string;
    readonly organisations: readonly string[];
    readonly groups: readonly string[];
    readonly previous: string | null;
  },
): Promise<string> {
  const designedOn = morning(demo, addDays(round.opens, -20));
  const id = await demo.act(manager, designedOn, (act) => designRound(act, { title: round.title, language: "en", copyOf: round.previous }));
  const { title, year, ...rest } = round;
  await demo.act(manager, designedOn, (act) => saveDesign(act, id, { ...DESIGN, title, fiscalYearStart: year, ...rest }));
  await demo.act(manager, morning(demo, addDays(round.opens, -6)), (act) => launchRound(act, id));
  await demo.act(null, morning(demo, round.opens, -60), (act) => openRound(act, id));
  return id;
}

/** The whole demonstration of this module, in one transaction. Without people in posts there is nobody to tell it about. */
export async function demo(demo: DemoContext): Promise<void> {
  const manager = await actingAs(demo, demo.association, "capacity_manager", addDays(demo.today, -440));
  if (manager === null) return;
  const version = await questionnaire(demo, manager);
  const year = fiscalYearOf(demo.pack.calendar, demo.today);
  const last = fiscalYearAfter(demo.pack.calendar, year, -1);
  const members = await membersOn(demo.db, demo.today);
  const tier = members
    .map((member) => member.tier)
    .sort((a, b) => members.filter((one) => one.tier === b).length - members.filter((one) => one.tier === a).length)[0];
  const districts = members.filter((member) => member.tier === tier).map((member) => member.id);

  const opens = addDays(demo.today, -412);
  const closes = addDays(opens, 42);
  const first = await launched(demo, manager.actor, {
    title: `Capacity needs ${last.label}`,
    year: last.start,
    opens,
    closes,
    version,
    organisations: districts,
    groups: GROUPS,
    previous: null,
  });
  await answerRound(demo, await theRound(demo.db, first), { seed: "first round", share: 0.82, window: { from: opens, to: closes } });
  await finishRound(demo, manager.actor, first, closes);

  const since = addDays(demo.today, -11);
  const running = await launched(demo, manager.actor, {
    title: `Capacity needs ${year.label}`,
    year: year.start,
    opens: since,
    closes: addWorkingDays(demo.pack.calendar, demo.today, 11),
    version,
    organisations: [],
    groups: [...GROUPS, "district_executive_secretaries", "cell_executive_secretaries"],
    previous: first,
  });
  await answerRound(demo, await theRound(demo.db, running), {
    seed: "running round",
    share: 0.36,
    window: { from: since, to: addDays(demo.today, -1) },
  });

  const next = fiscalYearAfter(demo.pack.calendar, year, 1);
  await demo.act(manager.actor, morning(demo, addDays(demo.today, -3)), async (act) => {
    const id = await designRound(act, { title: `Capacity needs ${next.label}, after the elections`, language: "en", copyOf: null });
    await saveDesign(act, id, {
      kind: "after_election",
      fiscalYearStart: next.start,
      purpose: DESIGN.purpose,
      whom: "Newly elected leaders and councillors.",
      what: DESIGN.what,
    });
  });
  await reportProblems(demo, manager.actor);
}
