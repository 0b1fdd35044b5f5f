/** A need on the pages of plans: its name, its gap, its main cause. */
import type { VNode } from "preact";
import { gap as gapOf } from "#methods/needs/gap.ts";
import { isTrainable, type NeedFacts } from "#modules/needs";
import { nameOf } from "#kernel/pack/shown.ts";
import { StatusTag } from "#platform/ui/marks.tsx";
import { w } from "../words-line.ts";
import type { ViewProps } from "./common.tsx";

/** What a need is called: its field for a gap, its statement for a problem. */
export function needName({ say, pack }: Pick<ViewProps["shell"], "say" | "pack">, need: NeedFacts): string {
  return need.kind === "gap" ? nameOf(say, pack, "capacity_domain", need.domain) : need.statement;
}

/** The gap of a need in levels; null for a service problem. */
export function levelsOf(need: NeedFacts): number | null {
  return need.current === null || need.desired === null ? null : gapOf({ current: need.current, desired: need.desired });
}

/** The main cause, marked where a course will not close the gap. */
export function Cause({ shell, need }: ViewProps & { readonly need: NeedFacts }): VNode {
  const { say, pack } = shell;
  if (need.cause === null) return <>–</>;
  const name = nameOf(say, pack, "gap_cause", need.cause);
  return isTrainable(pack, need.cause) ? (
    <>{name}</>
  ) : (
    <StatusTag tone="watch">{say(w.told, { what: name, value: say(w.notCourse) })}</StatusTag>
  );
}
