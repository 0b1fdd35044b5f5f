/** Who may run what, and the way of a rule change and of an export. */
import { defineVerbs } from "#kernel/access/verb.ts";
import { defineFlow, type Refusal } from "#kernel/flow/flow.ts";
import { w } from "./words-states.ts";

const HEADS = { secretary_general: "all", deputy_secretary_general: "all" } as const;
const KEEPERS = { administrator: "all", monitoring_officer: "all" } as const;

export const verbs = defineVerbs("operations", {
  see: { title: w.see, roles: { ...KEEPERS, ...HEADS, data_protection_officer: "all" } },
  editCodes: { title: w.editCodes, roles: KEEPERS },
  propose: { title: w.propose, roles: KEEPERS },
  approve: { title: w.approve, roles: HEADS },
  refuse: { title: w.refuse, roles: HEADS },
  withdraw: { title: w.withdraw, roles: KEEPERS },
  run: { title: w.run, roles: { administrator: "all" } },
  askExport: { title: w.askExport, roles: { administrator: "all", secretary_general: "all" } },
  decideExport: { title: w.decideExport, roles: { data_protection_officer: "all" } },
});

export type ChangeState = "proposed" | "approved" | "refused" | "withdrawn";

/** What the way of a rule change depends on: whether the acting person is the one who proposed it. */
export interface ChangeFacts {
  readonly own: boolean;
}

/** Four eyes: nobody decides on her own proposal, whatever posts she holds. */
const anotherPerson = (facts: ChangeFacts): Refusal | null => (facts.own ? { text: w.sameProposer } : null);

export const changeFlow = defineFlow<ChangeState, "approve" | "refuse" | "withdraw", ChangeFacts>({
  kind: "operations.rule_change",
  start: "proposed",
  states: {
    proposed: { title: w.proposed, tone: "watch" },
    approved: { title: w.approved, tone: "good", final: true },
    refused: { title: w.refused, tone: "rest", final: true },
    withdrawn: { title: w.withdrawn, tone: "rest", final: true },
  },
  steps: {
    approve: { from: ["proposed"], to: "approved", verb: verbs.approve, check: anotherPerson },
    refuse: { from: ["proposed"], to: "refused", verb: verbs.refuse, check: anotherPerson },
    withdraw: { from: ["proposed"], to: "withdrawn", verb: verbs.withdraw },
  },
});

export type ExportState = "asked" | "approved" | "refused" | "running" | "ready" | "failed" | "expired";

/** Days for which the file of an export is kept. */
export const EXPORT_DAYS = 7;
