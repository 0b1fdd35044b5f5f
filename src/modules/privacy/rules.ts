/** Who may do what about personal data, and the ways of a request and of a breach. */
import { defineVerbs } from "#kernel/access/verb.ts";
import { defineFlow, type Refusal } from "#kernel/flow/flow.ts";
import type { BreachState, Kind, RequestState, Risk } from "./schema.ts";
import { w } from "./words-states.ts";

/** The officer of a member works within her own organisation; the association's with all (`within` in queries.ts widens it). */
const OFFICER = { data_protection_officer: "below" } as const;

export const verbs = defineVerbs("privacy", {
  oversee: { title: w.oversee, roles: OFFICER },
  wait: { title: w.wait, roles: OFFICER },
  check: { title: w.check, roles: OFFICER },
  erase: { title: w.erase, roles: OFFICER },
  answer: { title: w.answer, roles: OFFICER },
  withdraw: { title: w.withdraw, roles: OFFICER },
  retain: { title: w.retain, roles: OFFICER },
  breach: { title: w.breach, roles: { ...OFFICER, secretary_general: "all", deputy_secretary_general: "all" } },
  readAccesses: { title: w.readAccesses, roles: { ...OFFICER, secretary_general: "all", deputy_secretary_general: "all" } },
  assess: { title: w.assess, roles: OFFICER },
  notify: { title: w.notify, roles: { ...OFFICER, secretary_general: "all" } },
  tellPeople: { title: w.tellPeople, roles: OFFICER },
  closeBreach: { title: w.closeBreach, roles: OFFICER },
});

/** What the way of a request depends on beside its state. */
export interface RequestFacts {
  readonly kind: Kind;
  readonly person: string | null;
}

const eraseCheck = (facts: RequestFacts): Refusal | null =>
  facts.kind !== "erasure" ? { text: w.notAnErasure } : facts.person === null ? { text: w.personUnknown } : null;

export const requestFlow = defineFlow<RequestState, "wait" | "check" | "erase" | "answer" | "withdraw", RequestFacts>({
  kind: "privacy.subject_request",
  start: "received",
  states: {
    received: { title: w.received, tone: "info" },
    waiting: { title: w.waiting, tone: "rest" },
    checked: { title: w.checked, tone: "info" },
    answered: { title: w.answered, tone: "good", final: true },
    withdrawn: { title: w.withdrawn, tone: "rest", final: true },
  },
  steps: {
    wait: { from: ["received"], to: "waiting", verb: verbs.wait },
    check: { from: ["received", "waiting"], to: "checked", verb: verbs.check },
    erase: { from: ["checked"], verb: verbs.erase, check: eraseCheck },
    answer: { from: ["checked"], to: "answered", verb: verbs.answer },
    withdraw: { from: ["received", "waiting", "checked"], to: "withdrawn", verb: verbs.withdraw },
  },
});

/** What the way of a breach depends on beside its state. */
export interface BreachFacts {
  readonly risk: Risk;
  readonly notified: boolean;
  readonly peopleTold: boolean;
  readonly dataKinds: string;
  readonly measures: string;
}

/** A notice without what was lost and what was done about it tells the authority nothing. */
const noticeCheck = (facts: BreachFacts): Refusal | null =>
  facts.dataKinds === "" || facts.measures === "" ? { text: w.assessFirst } : null;

/** Law 058/2021: the people concerned are told when the risk to them is high. */
function closeCheck(facts: BreachFacts): Refusal | null {
  if (facts.risk === "unknown") return { text: w.riskFirst };
  if (facts.risk === "high" && !facts.notified) return { text: w.notifyFirst };
  if (facts.risk === "high" && !facts.peopleTold) return { text: w.tellFirst };
  return null;
}

export const breachFlow = defineFlow<BreachState, "assess" | "notify" | "tellPeople" | "closeBreach", BreachFacts>({
  kind: "privacy.breach",
  start: "open",
  states: {
    open: { title: w.open, tone: "watch" },
    notified: { title: w.notified, tone: "info" },
    closed: { title: w.closed, tone: "rest", final: true },
  },
  steps: {
    assess: { from: ["open", "notified"], verb: verbs.assess },
    notify: { from: ["open"], to: "notified", verb: verbs.notify, check: noticeCheck },
    tellPeople: { from: ["open", "notified"], verb: verbs.tellPeople },
    closeBreach: { from: ["open", "notified"], to: "closed", verb: verbs.closeBreach, check: closeCheck },
  },
});

/** Whole hours from now until the notice is due; negative when it is late. */
export function hoursLeft(dueAt: Date, now: Date): number {
  const hours = (dueAt.getTime() - now.getTime()) / 3_600_000;
  return hours >= 0 ? Math.floor(hours) : -Math.ceil(-hours);
}
