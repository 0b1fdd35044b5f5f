/** Clashes of a line’s days, in sentences. */
import type { VNode } from "preact";
import { groupNames } from "#kernel/pack/shown.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Section } from "#platform/ui/parts.tsx";
import type { Clash } from "../clashes.ts";
import { lineReference } from "../rules.ts";
import { w } from "../words-line.ts";
import type { ViewProps } from "./common.tsx";

/** A clash in a sentence. */
export function clashText({ say, pack }: Pick<ViewProps["shell"], "say" | "pack">, clash: Clash): string {
  switch (clash.kind) {
    case "window":
      return say(clash.unconfirmed ? w.clashExpected : w.clashWindow, {
        name: say(clash.names),
        from: formatDate(clash.from),
        to: formatDate(clash.to),
      });
    case "holiday":
      return say(w.clashHoliday, { day: formatDate(clash.day), name: say(clash.names) });
    case "no_working_day":
      return say(w.clashNoWork);
    case "same_people":
      return say(w.clashPeople, { number: lineReference(clash.number), title: clash.title, groups: groupNames(say, pack, clash.groups) });
  }
}

/** Clashes as a list; nothing when there are none. */
export function Clashes({
  shell,
  clashes,
  reason,
}: ViewProps & { readonly clashes: readonly Clash[]; readonly reason: string | null }): VNode | null {
  if (clashes.length === 0) return null;
  const { say } = shell;
  return (
    <Section id="clashes" title={say(w.clashes)} count={clashes.length}>
      <ul class="govuk-list govuk-list--bullet">
        {clashes.map((clash) => (
          <li>{clashText(shell, clash)}</li>
        ))}
      </ul>
      {reason !== null && <p>{say(w.clashKept, { reason })}</p>}
    </Section>
  );
}
