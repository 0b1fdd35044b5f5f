/** Small parts that several pages of needs share. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { codeOf, codesOf, hasCode, postTypeOf } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Language, Say } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { formatMoney, formatNumber } from "#platform/ui/format.ts";
import type { Choice, Option, SummaryError } from "#platform/ui/forms.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import {
  needFlow,
  PARTICIPATION,
  responseFlow,
  roundFlow,
  type NeedState,
  type ParticipationState,
  type ResponseState,
  type RoundState,
} from "../flows.ts";
import { WHOLE_ORGANISATION } from "../rules.ts";
import { w } from "../words-common.ts";

/** What every page is given besides its own. */
export interface ViewProps {
  readonly shell: Shell;
}

/** The problems of a form as its summary, and by field. */
export interface Wrong {
  readonly errors: readonly SummaryError[];
  at(field: string): string | undefined;
}

/** Problems in the reader’s language. A summary line leads to its field. */
export function wrongOf(say: Say, problems: readonly FieldProblem[]): Wrong {
  const byField = new Map(problems.map((problem) => [problem.field, say(problem.text, problem.values)]));
  return {
    errors: problems.map((problem) => ({ text: say(problem.text, problem.values), href: `#${problem.field}` })),
    at: (field) => byField.get(field),
  };
}

/** A code’s name; a code that the pack does not know stands as it is. */
export function nameOf(say: Say, pack: Pack, list: string, code: string): string {
  return hasCode(pack, list, code) ? say(codeOf(pack, list, code).names) : code;
}

/** A type of post, or “the whole organisation”. */
export function postName(say: Say, pack: Pack, type: string): string {
  return type === WHOLE_ORGANISATION ? say(w.wholeOrganisation) : say(postTypeOf(pack, type).names);
}

/** The codes of a list as options, in the pack’s order. */
export function optionsOf(say: Say, pack: Pack, list: string): Option[] {
  return codesOf(pack, list).map((code) => ({ value: code.code, text: say(code.names) }));
}

/** The codes of a list as choices of radios or boxes. */
export function choicesOf(say: Say, pack: Pack, list: string): Choice[] {
  return codesOf(pack, list).map((code) => ({ value: code.code, text: say(code.names) }));
}

export const RoundTag = ({ say, state }: { readonly say: Say; readonly state: RoundState }): VNode => (
  <StatusTag tone={roundFlow.states[state].tone}>{say(roundFlow.states[state].title)}</StatusTag>
);
export const NeedTag = ({ say, state }: { readonly say: Say; readonly state: NeedState }): VNode => (
  <StatusTag tone={needFlow.states[state].tone}>{say(needFlow.states[state].title)}</StatusTag>
);
export const ResponseTag = ({ say, state }: { readonly say: Say; readonly state: ResponseState }): VNode => (
  <StatusTag tone={responseFlow.states[state].tone}>{say(responseFlow.states[state].title)}</StatusTag>
);
/** Where an organisation stands. Of one that keeps its result to itself the association sees that it replied, not what. */
export function PartTag({
  say,
  state,
  withheld = false,
}: {
  readonly say: Say;
  readonly state: ParticipationState;
  readonly withheld?: boolean;
}): VNode {
  const hidden = withheld && (state === "accepted" || state === "partly" || state === "contested" || state === "answered");
  return hidden ? (
    <StatusTag tone="info">{say(w.replied)}</StatusTag>
  ) : (
    <StatusTag tone={PARTICIPATION[state].tone}>{say(PARTICIPATION[state].title)}</StatusTag>
  );
}

/** A level or a gap with one decimal. */
export function levelText(language: Language, level: number): string {
  return formatNumber(level, language, 1);
}

/** An amount in a currency; the pack knows the digits of its own, others have two. */
export function moneyText(pack: Pack, language: Language, minor: number, currency: string | null): string {
  const own = currency === null || currency === pack.currency.code;
  return formatMoney({ minor, currency: currency ?? pack.currency.code, exponent: own ? pack.currency.exponent : 2 }, language);
}

/** The language of a text that people wrote, when it is not the page’s. */
export function langOf(written: string | null, page: Language): string | undefined {
  return written === null || written === page ? undefined : written;
}
