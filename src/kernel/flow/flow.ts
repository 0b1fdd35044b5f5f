/** States and verbs as data: where a record may go from where it stands, who may take it there, and why not. */
import { Problem } from "#platform/problems/problem.ts";
import type { Text, Values } from "#platform/i18n/text.ts";
import { holds, reachOf, type Organisations, type Verb } from "#kernel/access/verb.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { p } from "./problems.ts";

/** Why a verb cannot be used now, in words that say what is allowed instead. */
export interface Refusal {
  readonly text: Text;
  readonly values?: Values;
}

/** One step of a flow: the states it starts from, the state it leads to (absent: it stays), who may, and what else must hold. */
export interface Step<State extends string, Facts> {
  readonly from: readonly State[];
  readonly to?: State;
  readonly verb: Verb;
  readonly check?: (facts: Facts) => Refusal | null;
}

/** States with the tone and word they are shown with, and the steps between them. */
export interface Flow<State extends string, Name extends string, Facts> {
  readonly kind: string;
  readonly start: State;
  readonly states: Readonly<Record<State, { readonly title: Text; readonly tone: Tone; readonly final?: true }>>;
  readonly steps: Readonly<Record<Name, Step<State, Facts>>>;
}

/** How a state is marked on a page: shape and colour carry the same meaning as the word. */
export type Tone = "good" | "info" | "watch" | "late" | "rest";

/** Declares a flow. Throws at load when a state cannot be reached or a step leads nowhere known. */
export function defineFlow<State extends string, Name extends string, Facts>(flow: Flow<State, Name, Facts>): Flow<State, Name, Facts> {
  const steps = Object.values<Step<State, Facts>>(flow.steps);
  const reached = new Set<State>([flow.start]);
  for (let grew = true; grew;) {
    const before = reached.size;
    for (const step of steps) if (step.to !== undefined && step.from.some((state) => reached.has(state))) reached.add(step.to);
    grew = reached.size > before;
  }
  const lost = (Object.keys(flow.states) as State[]).filter((state) => !reached.has(state));
  if (lost.length > 0) throw new Error(`Flow ${flow.kind}: nothing leads to ${lost.join(", ")}`);
  for (const state of Object.keys(flow.states) as State[])
    if (flow.states[state].final === undefined && !steps.some((step) => step.from.includes(state)))
      throw new Error(`Flow ${flow.kind}: nothing leads out of ${state}, and it is not final`);
  return flow;
}

/** A verb offered on a record: usable, or shown with the reason why not. */
export interface Offer<Name extends string> {
  readonly step: Name;
  readonly title: Text;
  readonly refusal: Refusal | null;
}

/** What an actor is offered on a record. Steps her roles never have are not shown; the others are shown with their reason. */
export function offers<State extends string, Name extends string, Facts>(
  flow: Flow<State, Name, Facts>,
  state: State,
  facts: Facts,
  who: { readonly actor: Actor | null },
): Offer<Name>[] {
  const names = Object.keys(flow.steps) as Name[];
  return names
    .filter((name) => flow.steps[name].from.includes(state) && reachOf(who.actor, flow.steps[name].verb) !== null)
    .map((name) => ({
      step: name,
      title: flow.steps[name].verb.title,
      refusal: flow.steps[name].check?.(facts) ?? null,
    }));
}

/**
 * Decides a step: returns the state it leads to, or throws the problem that says what is allowed instead.
 * `within` are the organisations the actor reaches with the step's verb, `organisation` the record's own.
 */
export function take<State extends string, Name extends string, Facts>(
  flow: Flow<State, Name, Facts>,
  name: Name,
  state: State,
  facts: Facts,
  who: { readonly actor: Actor; readonly within: Organisations; readonly organisation: string | null },
): State {
  const step = flow.steps[name];
  if (reachOf(who.actor, step.verb) === null) throw new Problem(p.notYours);
  if (who.organisation !== null && !holds(who.within, who.organisation)) throw new Problem(p.notFound);
  if (!step.from.includes(state)) throw new Problem(p.notNow);
  const refusal = step.check?.(facts) ?? null;
  if (refusal !== null) throw new Problem({ ...p.refused, text: refusal.text }, refusal.values);
  return step.to ?? state;
}
