/** Decides from the sums of a round which gaps of an organisation are needs and which fields are its strengths; no input or output. */
import { classify, gap } from "#methods/needs/gap.ts";
import { certaintyOf, mainCause, reaches } from "./rules.ts";
import type { Need } from "./schema.ts";

/** What is known of one field in one organisation when moderation ends. */
export interface FieldFacts {
  readonly domain: string;
  /** Means over respondents; null when nobody answered. */
  readonly self: {
    readonly respondents: number;
    readonly current: number;
    readonly desired: number;
    readonly importance: number | null;
  } | null;
  /** Means over records of the other sources, by source. */
  readonly others: readonly {
    readonly source: string;
    readonly records: number;
    readonly current: number;
    readonly desired: number;
    readonly importance: number | null;
  }[];
  readonly moderated: number | null;
  readonly causes: Readonly<Record<string, number>>;
  /** Mean gap by type of post, from respondents alone. */
  readonly byPost: readonly { readonly postType: string; readonly gap: number; readonly respondents: number }[];
}

/** The lines of the rules and of the round. */
export interface Lines {
  readonly needGap: number;
  readonly bottleneckGap: number;
  readonly strengthLevel: number;
  readonly minimumRespondents: number;
}

/** A field’s level, how sure it is and what it makes of the field. */
export interface Finding extends Pick<Need, "domain" | "cause" | "causeShare" | "bottleneck" | "postTypes" | "certainty"> {
  readonly standing: "need" | "strength" | "neither";
  readonly current: number;
  readonly desired: number;
  readonly importance: number | null;
  readonly respondents: number;
}

const round2 = (value: number): number => Math.round(value * 100) / 100;

function meanOf(others: FieldFacts["others"], pick: (other: FieldFacts["others"][number]) => number | null): number | null {
  const known = others.flatMap((other) => {
    const value = pick(other);
    return value === null ? [] : [{ value, weight: other.records }];
  });
  const weight = known.reduce((sum, one) => sum + one.weight, 0);
  return weight === 0 ? null : known.reduce((sum, one) => sum + one.value * one.weight, 0) / weight;
}

/**
 * What a field turns out to be; null when too few people answered and nobody else looked. The moderated level goes before the
 * respondents’ mean, that before other evidence: whoever reads the need is shown all of them.
 */
export function findingOf(facts: FieldFacts, lines: Lines): Finding | null {
  const self = facts.self !== null && facts.self.respondents >= lines.minimumRespondents ? facts.self : null;
  const current = facts.moderated ?? self?.current ?? meanOf(facts.others, (other) => other.current);
  const desired = self?.desired ?? meanOf(facts.others, (other) => other.desired) ?? facts.self?.desired;
  if (current === null || desired === null || desired === undefined) return null;
  const levels = { current: round2(current), desired: round2(desired) };
  const standing = reaches(levels, lines.needGap) ? "need" : classify(levels, lines) === "strength" ? "strength" : "neither";
  const main = mainCause(facts.causes);
  const concerned = facts.byPost.filter((post) => post.gap >= lines.needGap);
  return {
    domain: facts.domain,
    standing,
    ...levels,
    importance: self?.importance ?? meanOf(facts.others, (other) => other.importance),
    cause: main?.cause ?? null,
    causeShare: main === null ? null : Math.round(main.share * 1000) / 1000,
    bottleneck: gap(levels) >= lines.bottleneckGap,
    postTypes: (concerned.length > 0 ? concerned : facts.byPost).map((post) => post.postType),
    respondents: facts.self?.respondents ?? 0,
    certainty: certaintyOf(facts.others.map((other) => other.source)),
  };
}
