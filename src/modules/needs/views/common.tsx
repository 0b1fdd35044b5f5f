/** Small parts that several pages of needs share. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Language, Say } from "#platform/i18n/text.ts";
import { formatMoney, formatNumber } from "#platform/ui/format.ts";
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

/** A type of post, or “the whole organisation”. */
export function postName(say: Say, pack: Pack, type: string): string {
  return type === WHOLE_ORGANISATION ? say(w.wholeOrganisation) : say(postTypeOf(pack, type).names);
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
