/** Who may do what about follow-ups, and the days on which both sides are asked. */
import { defineVerbs } from "#kernel/access/verb.ts";
import type { Reach } from "#kernel/access/actor.ts";
import { addDays, type Day } from "#kernel/calendar/day.ts";
import type { NewStep } from "#kernel/commitment/commitments.ts";
import type { Role } from "#kernel/pack/roles.ts";
import type { RuleSet } from "#kernel/pack/pack.ts";
import { numberOf } from "#kernel/rules/rules.ts";
import { w } from "./words-verbs.ts";

const runners: Readonly<Partial<Record<Role, Reach>>> = { capacity_manager: "all", training_coordinator: "all" };

/** The permissions of this module. Owners, their supervisors and trainers need none: they see what is theirs. */
export const verbs = defineVerbs("followups", {
  read: {
    title: w.read,
    roles: {
      ...runners,
      monitoring_officer: "all",
      secretary_general: "all",
      deputy_secretary_general: "all",
      executive_secretary: "below",
      hr_director: "below",
      mayor: "below",
      vice_mayor: "below",
    },
  },
  ask: { title: w.ask, roles: runners },
});

/** The questions about a task: 90 and 180 days after the session (rule set `training`), never sooner than somebody who wrote late has had time for it; without a supervisor she alone is asked. */
export function stepsFor(rules: RuleSet, sessionEnd: Day, written: Day, verifier: string | null): readonly NewStep[] {
  const sides = verifier === null ? (["self"] as const) : (["self", "verifier"] as const);
  const first = addDays(sessionEnd, numberOf(rules, "follow_up_first"));
  const least = numberOf(rules, "follow_up_least");
  const soonest = addDays(written, least);
  const firstDue = first < soonest ? soonest : first;
  const second = addDays(sessionEnd, numberOf(rules, "follow_up_second"));
  const secondDue = second <= firstDue ? addDays(firstDue, least) : second;
  return [
    { step: "first", due: firstDue, sides },
    { step: "second", due: secondDue, sides },
  ];
}

/** Whom a question about work goes to, or why nobody is asked. */
export type Asking = { readonly ask: string; readonly until: Day | null } | { readonly lapse: true } | { readonly nobody: true };

/**
 * Decides a due question. The task stays with the person wherever she goes, so she is always asked. Her former supervisor’s post is asked about
 * the time until she left, and lapses when she had left before the question before (there is nothing left to see). Nobody confirms her own work:
 * when she holds the supervisor’s post herself, `above` (the holder of the post above it) is asked.
 */
export function askingFor(
  reading: {
    readonly side: "self" | "verifier";
    readonly ask: string | null;
    readonly owner: string | null;
    readonly left: Day | null;
    readonly since: Day;
  },
  above: string | null,
): Asking {
  if (reading.side === "self") return reading.ask === null ? { nobody: true } : { ask: reading.ask, until: null };
  if (reading.left !== null && reading.left <= reading.since) return { lapse: true };
  const holder = reading.ask !== null && reading.ask === reading.owner ? above : reading.ask;
  return holder === null || holder === reading.owner ? { nobody: true } : { ask: holder, until: reading.left };
}
