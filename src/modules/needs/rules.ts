/** Who may do what in needs assessment, and the decisions that need no database. */
import { defineVerbs, reachOf, type Verb } from "#kernel/access/verb.ts";
import type { Actor } from "#kernel/access/actor.ts";
import type { Role } from "#kernel/pack/roles.ts";
import type { Reach } from "#kernel/access/actor.ts";
import { codeOf, hasCode } from "#kernel/pack/lookup.ts";
import type { Pack, RuleSet } from "#kernel/pack/pack.ts";
import { numberOf } from "#kernel/rules/rules.ts";
import { exactGap, type Levels } from "#methods/needs/gap.ts";
import { compare, fromDecimal } from "#methods/exact/rational.ts";
import type { Sureness } from "#platform/ui/marks.tsx";
import type { Text } from "#platform/i18n/text.ts";
import type { RoundState } from "./flows.ts";
import { w } from "./words-verbs.ts";

const runs: Readonly<Partial<Record<Role, Reach>>> = { capacity_manager: "all" };
const watches: Readonly<Partial<Record<Role, Reach>>> = {
  capacity_manager: "all",
  monitoring_officer: "all",
  secretary_general: "all",
  deputy_secretary_general: "all",
  training_coordinator: "all",
  advocacy_officer: "all",
};
const ownSide: Readonly<Partial<Record<Role, Reach>>> = {
  executive_secretary: "below",
  hr_director: "below",
  mayor: "below",
  vice_mayor: "below",
  planner: "below",
  council_president: "below",
  unit_director: "own",
};
const steered = (title: Text): Omit<Verb, "name"> => ({ title, roles: runs });

/** The permissions of this module. Each member acts for itself; the association runs the round. */
export const verbs = defineVerbs("needs", {
  read: { title: w.read, roles: { ...watches, ...ownSide } },
  design: { title: w.design, roles: { capacity_manager: "all", monitoring_officer: "all" } },
  launch: steered(w.launch),
  open: steered(w.open),
  extend: steered(w.extend),
  close: steered(w.close),
  moderate: steered(w.moderate),
  finishModeration: steered(w.finishModeration),
  share: steered(w.share),
  plan: steered(w.plan),
  finish: steered(w.finish),
  cancel: steered(w.cancel),
  answer: { title: w.answer, roles: { respondent: "own" } },
  remind: { title: w.remind, roles: { capacity_manager: "all", hr_director: "below" } },
  record: { title: w.record, roles: { capacity_manager: "all", monitoring_officer: "all", hr_director: "below" } },
  validate: { title: w.validate, roles: { executive_secretary: "below", hr_director: "below" } },
  reply: { title: w.reply, roles: { executive_secretary: "below" } },
  typeReply: { title: w.typeReply, roles: { executive_secretary: "below", capacity_manager: "all" } },
  answerContest: steered(w.answerContest),
  report: {
    title: w.report,
    roles: { executive_secretary: "own", hr_director: "own", mayor: "own", vice_mayor: "own", planner: "own", unit_director: "own" },
  },
  respond: {
    title: w.respond,
    roles: { capacity_manager: "all", training_coordinator: "all", executive_secretary: "below", hr_director: "below" },
  },
  refuse: steered(w.refuse),
  meet: steered(w.meet),
  progress: { title: w.progress, roles: { capacity_manager: "all", training_coordinator: "all", respondent: "own" } },
});

/** Stands for the whole organisation where a rating or a cell names a type of post. */
export const WHOLE_ORGANISATION = "*";

const ORDER: readonly RoundState[] = ["designed", "launched", "open", "validation", "moderated", "shared", "planning", "closed"];

/** True once a member may see what the round found about itself. */
export function ownResultsVisible(state: RoundState): boolean {
  return ORDER.indexOf(state) >= ORDER.indexOf("shared");
}

/** True for posts that follow a round over all members, from the first answer on. */
export function followsAll(actor: Actor): boolean {
  return reachOf(actor, verbs.read) === "all";
}

/** True when an organisation keeps its result to itself and this actor is not of it but of the association. */
export function isWithheldFrom(actor: Actor, round: { readonly shareConsent: string }, part: { readonly consent: string | null }): boolean {
  return followsAll(actor) && (part.consent ?? round.shareConsent) === "none";
}

/**
 * From how many levels on a gap is a need: parameter `need_gap` of the rule set. An installation whose rule set is older than that
 * parameter is not stopped: the line is then half of what its rule set calls a bottleneck, the line that rounds were designed with before.
 */
export function needLine(rules: RuleSet): number {
  return rules.parameters["need_gap"] === undefined ? numberOf(rules, "bottleneck_gap") / 2 : numberOf(rules, "need_gap");
}

/** True when a gap reaches a line; decided on exact decimals, because floating point must not decide who has a need. */
export function reaches(levels: Levels, line: number): boolean {
  return compare(exactGap(levels), fromDecimal(line)) >= 0;
}

/** True for a cause that training can cure: the pack says which. No named cause is not a reason against training. */
export function isTrainable(pack: Pack, cause: string | null): boolean {
  return cause === null || (hasCode(pack, "gap_cause", cause) && codeOf(pack, "gap_cause", cause).flags["knowledge_skill"] === true);
}

/** True when a type of response is only for gaps in knowledge or skill. */
export function needsSkillCause(pack: Pack, type: string): boolean {
  return codeOf(pack, "response_type", type).flags["only_knowledge_skill"] === true;
}

/** The cause named most often and its share of all namings; ties go to the first by name, so that the result is the same everywhere. */
export function mainCause(causes: Readonly<Record<string, number>>): { readonly cause: string; readonly share: number } | null {
  const named = Object.entries(causes).filter(([, count]) => count > 0);
  const total = named.reduce((sum, [, count]) => sum + count, 0);
  const first = named.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  return first === undefined ? null : { cause: first[0], share: first[1] / total };
}

/** How sure a need is: verified once somebody besides the respondents has looked (data, document), else claimed. */
export function certaintyOf(sources: Iterable<string>): Exclude<Sureness, "nothing"> {
  const verified = new Set(["data", "document"]);
  for (const source of sources) if (verified.has(source)) return "verified";
  return "claimed";
}
