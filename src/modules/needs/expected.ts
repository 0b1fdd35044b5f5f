/** What is expected of whom about one organisation in a round on this day: one thing at a time, decided without a database. */
import type { Day } from "#kernel/calendar/day.ts";
import type { Role } from "#kernel/pack/roles.ts";
import type { Text, Values } from "#platform/i18n/text.ts";
import { formatDate } from "#platform/ui/format.ts";
import type { Tone } from "#platform/ui/marks.tsx";
import { OWED, type NeedState, type ParticipationState, type ResponseState, type RoundState } from "./flows.ts";
import { w } from "./words-expected.ts";

/** What the expectation is decided on. */
export interface ExpectationFacts {
  readonly round: {
    readonly state: RoundState;
    readonly opens: Day | null;
    readonly closes: Day | null;
    readonly validateBy: Day | null;
    readonly replyBy: Day | null;
    readonly due: Day | null;
  };
  readonly part: { readonly name: string; readonly state: ParticipationState; readonly invited: number; readonly answered: number };
  /** The organisation’s needs; null when the reader may not see them. */
  readonly needs: readonly { readonly state: NeedState }[] | null;
  readonly responses: readonly { readonly state: ResponseState; readonly due: Day }[];
  /** Until when the association answers what the organisation contests; null when it has not replied. */
  readonly contestBy: Day | null;
  readonly today: Day;
}

/** What the reader can do about it, when it is hers. */
export type ExpectedStep = "validate" | "moderate" | "share" | "reply" | "answerContest" | "respond" | "coverage";

/** The one thing that is expected now. `by` null: of nobody, the text says what comes next. */
export interface Expectation {
  readonly step: ExpectedStep | null;
  readonly by: { readonly at: "organisation" | "association"; readonly roles: readonly Role[] } | null;
  readonly title: Text;
  readonly values: Values;
  readonly due: Day | null;
  readonly tone: Tone;
}

const MANAGER = { at: "association", roles: ["capacity_manager"] } as const;
const SECRETARY = { at: "organisation", roles: ["executive_secretary"] } as const;
const CONFIRMING = { at: "organisation", roles: ["hr_director", "executive_secretary"] } as const;

const dated = (day: Day | null): string => (day === null ? "–" : formatDate(day));

/** Something that somebody owes: late once its day is past. */
function owed(
  facts: ExpectationFacts,
  step: ExpectedStep,
  by: Expectation["by"],
  words: { readonly title: Text; readonly values?: Values; readonly due: Day | null },
): Expectation {
  const late = words.due !== null && words.due < facts.today;
  return { step, by, title: words.title, values: words.values ?? {}, due: words.due, tone: late ? "late" : "watch" };
}

const nothing = (title: Text, values: Values = {}, tone: Tone = "rest"): Expectation => ({
  step: null,
  by: null,
  title,
  values,
  due: null,
  tone,
});

/** What waits once results are shared: the reply, then the association’s answers and responses. */
function afterSharing(facts: ExpectationFacts): Expectation {
  const { round, part } = facts;
  const needs = facts.needs ?? [];
  const contested = needs.filter((need) => need.state === "contested").length;
  const waiting = needs.filter((need) => OWED.includes(need.state)).length;
  const open = needs.filter((need) => need.state === "shared").length;
  if (round.state === "shared" && part.state === "shared")
    return owed(facts, "reply", SECRETARY, {
      title: facts.needs === null ? w.replyAnyhow : w.reply,
      values: { count: open },
      due: round.replyBy,
    });
  if (contested > 0)
    return owed(facts, "answerContest", MANAGER, { title: w.answerContest, values: { count: contested }, due: facts.contestBy });
  if (round.state === "shared") return nothing(w.othersReply, { organisation: part.name, day: dated(round.replyBy) }, "good");
  if (facts.needs === null) return nothing(w.replied, { organisation: part.name });
  return waiting > 0
    ? owed(facts, "respond", MANAGER, { title: w.respond, values: { count: waiting }, due: round.due })
    : nothing(w.everyNeedAnswered, {}, "good");
}

/** After the close only the responses go on. */
function afterClosing({ responses }: ExpectationFacts): Expectation {
  const going = responses.filter((one) => one.state === "planned" || one.state === "running").map((one) => one.due);
  const next = going.toSorted()[0];
  return next === undefined
    ? nothing(w.closedDone, {}, "good")
    : nothing(w.closedGoing, { count: going.length, day: formatDate(next) }, "info");
}

/** Decides what is expected now. */
export function expectedNow(facts: ExpectationFacts): Expectation {
  const { round, part } = facts;
  switch (round.state) {
    case "designed":
    case "launched":
      return nothing(w.opens, { day: dated(round.opens) }, "info");
    case "open": {
      const left = part.invited - part.answered;
      const values = { count: left, day: dated(round.closes) };
      return left > 0
        ? { ...nothing(w.answer, values, "info"), step: "coverage", due: round.closes }
        : nothing(w.allAnswered, values, "good");
    }
    case "validation":
      return part.state === "invited"
        ? owed(facts, "validate", CONFIRMING, { title: w.validate, due: round.validateBy })
        : owed(facts, "moderate", MANAGER, { title: w.moderate, due: round.due });
    case "moderated":
      return owed(facts, "share", MANAGER, { title: w.share, due: round.due });
    case "shared":
    case "planning":
      return afterSharing(facts);
    case "closed":
      return afterClosing(facts);
    case "cancelled":
      return nothing(w.cancelled);
  }
}
