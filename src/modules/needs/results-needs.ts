/** Needs without their levels where the pictures of results hide the figure: a list must not bring back what a map hides. */
import { listedLevels, type NeedFilter } from "./queries-needs.ts";
import { type Reader, scopeOf, tallyFor } from "./results-scope.ts";
import type { Where } from "./results-hide.ts";
import type { Hidden, Tally } from "./results-tally.ts";
import type { Need } from "./schema.ts";

/** Why levels are taken out, and the fewest answers that are shown. */
export interface HiddenLevels {
  readonly because: Hidden;
  readonly floor: number;
}

/** A need as one reader may see it; `hidden` says why its levels are taken out. */
export type ShownNeed = Need & { readonly hidden?: HiddenLevels };

/** What decides whether a need’s levels may be seen. */
export type LevelFacts = Pick<Need, "round" | "kind" | "organisation" | "domain" | "respondents">;

/** Why levels stay hidden: the picture hides the figure that they come from, or too few answered. Null when they may be seen. */
export function whyHidden(tally: Tally, floor: number, domain: string, where: Where, respondents: number | null): Hidden | null {
  const shown = tally.at(domain, where);
  if (shown.kind === "hidden") return shown.because;
  return respondents !== null && respondents < floor ? "few" : null;
}

type Judge = (need: LevelFacts) => HiddenLevels | null;

async function judgeOf(r: Reader, round: string): Promise<Judge> {
  const scope = await scopeOf(r, round);
  const { floor } = scope;
  if (!scope.open) return () => ({ because: "few", floor });
  const tally = await tallyFor(r, scope, null);
  return ({ domain, organisation, respondents }) => {
    const because = whyHidden(tally, floor, domain, { of: "organisation", organisation }, respondents);
    return because === null ? null : { because, floor };
  };
}

/** Decides for the needs of a page or file whether the reader may see their levels. Two queries a round, once. */
export function judgeFor(r: Reader): (need: LevelFacts) => Promise<HiddenLevels | null> {
  const judges = new Map<string, Promise<Judge>>();
  return async (need) => {
    if (need.kind !== "gap" || need.round === null) return null;
    const judge = judges.get(need.round) ?? judgeOf(r, need.round);
    judges.set(need.round, judge);
    return (await judge)(need);
  };
}

/** A need as the reader may see it: without levels, importance and shares where they are hidden. */
export async function shownNeed(need: Need, judge: ReturnType<typeof judgeFor>): Promise<ShownNeed> {
  const hidden = await judge(need);
  return hidden === null ? need : { ...need, hidden, current: null, desired: null, importance: null, causeShare: null, causes: {} };
}

/** The needs of a list whose levels are hidden, so that an order by level does not give them away. */
export async function hiddenInList(r: Reader, ask: NeedFilter): Promise<string[]> {
  const judge = judgeFor(r);
  const found = await listedLevels(r.db, ask);
  const hidden = await Promise.all(found.map(judge));
  return found.flatMap((need, index) => (hidden[index] === null ? [] : [need.id]));
}
