/** What needs and responses say of themselves in the chain from need to what was told. */
import type { ChainAsk, ChainFact, ChainKind } from "#kernel/trace/chain.ts";
import { dayOf, daysBetween } from "#kernel/calendar/day.ts";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { gap } from "#methods/needs/gap.ts";
import { needFlow, responseFlow } from "./flows.ts";
import { listNeeds, responsesByIds } from "./queries-needs.ts";
import { judgeFor, shownNeed, type ShownNeed } from "./results-needs.ts";
import { needsSkillCause } from "./rules.ts";
import type { Response } from "./schema.ts";
import { w } from "./words-needs.ts";

/** What the place behind a need says while nothing stands there. */
function whatFollows({ say, pack, today }: ChainAsk, need: ShownNeed): string {
  if (need.state === "refused") return say(w.stepRefused);
  if (need.state === "withdrawn") return say(w.stepWithdrawn);
  const since = dayOf(need.repliedAt ?? need.raisedAt, pack.timeZone);
  return `${say(w.stepNoResponse)}, ${say(w.stepDay, { day: daysBetween(since, today) })}`;
}

/** The figure of a need: how many levels short, or the measure of a service problem. Nothing where levels are hidden. */
function figureOf({ say, language }: ChainAsk, need: ShownNeed): string | undefined {
  if (need.current !== null && need.desired !== null)
    return say(w.levelsShort, { gap: formatNumber(gap({ current: need.current, desired: need.desired }), language, 1) });
  return need.kind === "gap" || need.measureValue === null
    ? undefined
    : `${formatNumber(need.measureValue, language)} ${need.measureUnit ?? ""}`.trim();
}

/** How many answered, where that may be said. */
function countOf({ say, language }: ChainAsk, need: ShownNeed): string[] {
  if (need.kind !== "gap" || need.hidden !== undefined || need.respondents === null) return [];
  return [`${formatNumber(need.respondents, language)} ${say(w.respondents, { count: need.respondents })}`];
}

function needFact(ask: ChainAsk, need: ShownNeed): ChainFact {
  const value = figureOf(ask, need);
  const { tone, title } = needFlow.states[need.state];
  return {
    ...(value !== undefined && { value }),
    detail: [need.organisationName, ...countOf(ask, need)].join(", "),
    of: need.certainty,
    tag: { tone, text: ask.say(title) },
    organisation: need.organisation,
    next: whatFollows(ask, need),
  };
}

export const needChain: ChainKind = {
  stage: "need",
  async facts(ask, ids) {
    const { rows } = await listNeeds(
      ask.db,
      { within: "all", sharedOnly: false, ids },
      { sort: "raised", descending: true, offset: 0, limit: ids.length },
    );
    const { actor } = ask;
    // The operator’s command reads what the database holds; a reader sees what the pictures of results show her.
    const judge = actor === null ? null : judgeFor({ ...ask, actor });
    const shown = judge === null ? rows : await Promise.all(rows.map((need) => shownNeed(need, judge)));
    return new Map(shown.map((need) => [need.id, needFact(ask, need)]));
  },
};

function responseFact({ say, pack }: ChainAsk, response: Response): ChainFact {
  const { tone, title } = responseFlow.states[response.state];
  const course = needsSkillCause(pack, response.type);
  return {
    detail: say(w.dueOn, { day: formatDate(response.due) }),
    of: response.state === "done" ? "claimed" : "nothing",
    tag: { tone, text: say(title) },
    // What is no course stands where the session would, under its own name.
    ...(!course && { stage: "session" as const }),
  };
}

export const responseChain: ChainKind = {
  stage: "plan",
  async facts(ask, ids) {
    const found = await responsesByIds(ask.db, ids);
    return new Map(found.filter((one) => one.state !== "dropped").map((one) => [one.id, responseFact(ask, one)]));
  },
};
