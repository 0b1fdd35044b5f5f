/** One long bar of people towards a target: verified, claimed and imported from the left, the target dashed. */
import type { VNode } from "preact";
import { AMOUNT, EDGE, INK, INK_2, LAKE, PAPER, REST } from "#platform/ui/charts/colour.ts";
import { at } from "#platform/ui/charts/frame.tsx";
import { formatNumber } from "#platform/ui/format.ts";
import type { Language, Say } from "#platform/i18n/text.ts";
import type { BySureness } from "../figures.ts";
import { CERTAINTIES } from "../scope.ts";
import { w } from "../words.ts";

export interface TargetProps {
  readonly say: Say;
  readonly language: Language;
  readonly people: BySureness;
  readonly target: number;
}

const WIDTH = 640;
const HEIGHT = 30;
const TOP = 10;

const FILL = {
  verified: { fill: LAKE },
  claimed: { fill: PAPER, stroke: LAKE, "stroke-width": 2 },
  imported: { fill: AMOUNT[2], stroke: LAKE, "stroke-width": 1 },
} as const;

/** The bar in one sentence. */
export function targetLabel({ say, language, people, target }: TargetProps): string {
  const number = (value: number): string => formatNumber(value, language);
  return say(w.reachedLabel, {
    people: number(people.verified + people.claimed + people.imported),
    target: number(target),
    verified: number(people.verified),
    claimed: number(people.claimed),
    imported: number(people.imported),
  });
}

/** The bar; it also stands alone as a file. */
export function TargetSvg(props: TargetProps): VNode {
  const { people, target, language } = props;
  const all = people.verified + people.claimed + people.imported;
  const end = Math.max(all, target) * 1.02;
  const x = (value: number): number => at((value / end) * WIDTH);
  let from = 0;
  return (
    <svg viewBox={`0 0 ${WIDTH} 66`} role="img" aria-label={targetLabel(props)} width="100%">
      <rect x="0" y={TOP} width={x(target)} height={HEIGHT} fill={REST} />
      {CERTAINTIES.map((one) => {
        const part = <rect x={x(from)} y={TOP} width={at(x(from + people[one]) - x(from))} height={HEIGHT} {...FILL[one]} />;
        from += people[one];
        return people[one] > 0 && part;
      })}
      <line x1={x(target)} x2={x(target)} y1="2" y2={TOP + HEIGHT + 8} stroke={INK} stroke-width="3" stroke-dasharray="5 4" />
      <text x={x(target)} y="62" font-size="15" fill={INK_2} text-anchor="end">
        {formatNumber(target, language)}
      </text>
      <line x1="0" x2="0" y1={TOP} y2={TOP + HEIGHT} stroke={EDGE} stroke-width="2" />
    </svg>
  );
}
