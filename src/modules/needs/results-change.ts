/** This round against the last: counted on the organisations that took part in both, with its interval, and what was asked differently. */
import { itemsOf } from "#kernel/questionnaire/capacity.ts";
import { languageCode, type Model, type Translations } from "#kernel/questionnaire/model.ts";
import { roundChange, type RoundChange } from "#methods/needs/change.ts";
import type { ResultRound } from "./results-queries.ts";
import type { Scope } from "./results-scope.ts";
import type { RoundSum } from "./results-queries-more.ts";
import type { Tally } from "./results-tally.ts";

/** A round as the comparison needs it. */
export interface Side {
  readonly scope: Scope;
  readonly tally: Tally;
}

/** One field in both rounds. The means are over everybody; the change is over organisations in both. */
export interface DomainChange {
  readonly domain: string;
  readonly before: { readonly n: number; readonly gap: number } | null;
  readonly after: { readonly n: number; readonly gap: number } | null;
  readonly change: RoundChange;
}

function valuesOf({ scope, tally }: Side, domain: string): { unit: string; value: number }[] {
  return [...scope.counted].flatMap((unit) => {
    const shown = tally.at(domain, { of: "organisation", organisation: unit });
    return shown.kind === "shown" ? [{ unit, value: shown.figures.gap }] : [];
  });
}

function overall({ tally }: Side, domain: string): { n: number; gap: number } | null {
  const shown = tally.at(domain, { of: "all" });
  return shown.kind === "shown" ? { n: shown.figures.n, gap: shown.figures.gap } : null;
}

/** The change of every field that one of the rounds asked about, in the order of the later one. */
export function changesOf(before: Side, after: Side): DomainChange[] {
  const domains = [...new Set([...after.tally.domains, ...before.tally.domains])];
  return domains.map((domain) => ({
    domain,
    before: overall(before, domain),
    after: overall(after, domain),
    change: roundChange(valuesOf(before, domain), valuesOf(after, domain)),
  }));
}

/** A capacity as it was asked. */
export interface AskedItem {
  readonly domain: string;
  readonly label: string;
}

/** What the later questionnaire asks and the earlier does not, and the other way round. */
export interface Asking {
  readonly before: number;
  readonly after: number;
  readonly added: readonly AskedItem[];
  readonly removed: readonly AskedItem[];
}

/** Capacities by their name in two versions of a questionnaire. `language` chooses the words of the labels. */
export function askingOf(before: Model, after: Model, language: string): Asking {
  const listOf = (model: Model) =>
    new Map(
      itemsOf(model).map((item) => [
        `${item.domain}\n${item.item}`,
        { domain: item.domain, label: labelIn(item.label, language) || item.item },
      ]),
    );
  const [first, second] = [listOf(before), listOf(after)];
  const missing = (from: typeof first, other: typeof first): AskedItem[] =>
    [...from].flatMap(([key, item]) => (other.has(key) ? [] : [item]));
  return { before: first.size, after: second.size, added: missing(second, first), removed: missing(first, second) };
}

function labelIn(label: Translations, language: string): string {
  const texts = Object.entries(label);
  return (texts.find(([name]) => languageCode(name) === language) ?? texts[0])?.[1] ?? "";
}

/** The rounds that lead up to one, the earliest first, as far as the reader may open them; at most six. */
export function chainOf(rounds: readonly ResultRound[], last: ResultRound): ResultRound[] {
  const chain = [last];
  for (let round = last; chain.length < 6;) {
    const before = rounds.find((one) => one.id === round.previous);
    if (before === undefined || chain.includes(before)) break;
    chain.unshift(before);
    round = before;
  }
  return chain;
}

/** The mean gap of each round over the fields that all of them asked about; rounds with fewer than `floor` respondents in a field have no point. */
export function trendOf(
  chain: readonly ResultRound[],
  sums: readonly RoundSum[],
  domain: string | null,
  floor: number,
): { readonly round: ResultRound; readonly gap: number; readonly n: number }[] {
  const asked = chain.map((round) => new Set(sums.filter((sum) => sum.round === round.id).map((sum) => sum.domain)));
  const common = (name: string): boolean => asked.filter((set) => set.size > 0).every((set) => set.has(name));
  return chain.flatMap((round) => {
    const here = sums.filter((sum) => sum.round === round.id && (domain === null ? common(sum.domain) : sum.domain === domain));
    const n = here.reduce((total, sum) => total + sum.n, 0);
    const gap = here.reduce((total, sum) => total + sum.gap, 0);
    return here.some((sum) => sum.n < floor) || n === 0 ? [] : [{ round, gap: gap / n, n: Math.max(...here.map((sum) => sum.n)) }];
  });
}
