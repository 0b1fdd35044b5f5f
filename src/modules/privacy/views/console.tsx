/** The first page of the privacy console: what waits, and the doors. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { formatNumber } from "#platform/ui/format.ts";
import { Card, Columns, Doors, Figure, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { BreachRow, ConsoleCounts } from "../queries.ts";
import { w } from "../words.ts";
import { BreachTable } from "./breaches.tsx";

export interface ConsoleProps {
  readonly shell: Shell;
  readonly counts: ConsoleCounts;
  /** Breaches that are not closed, the most pressing first. */
  readonly open: readonly BreachRow[];
  readonly now: Date;
  /** True for the association's own officer, who also sees inventory, retention and exceptional access. */
  readonly whole: boolean;
}

/** The page of `/privacy-console`. */
export function ConsoleView({ shell, counts, open, now, whole }: ConsoleProps): VNode {
  const { say, language } = shell;
  const n = (value: number): string => formatNumber(value, language);
  const door = (href: string, title: keyof typeof w, text: keyof typeof w) => ({ href, title: say(w[title]), text: say(w[text]) });
  return (
    <Frame shell={shell} title={say(w.title)} lead={say(w.lead)} current={paths.console}>
      {open.length > 0 && (
        <Section id="breaches" title={say(w.breaches)}>
          <BreachTable shell={shell} rows={open} now={now} />
        </Section>
      )}
      <Section id="waiting" title={say(w.waits)} titleHidden>
        <Columns kind="thirds">
          <Card>
            <Figure
              value={n(counts.requests)}
              label={say(w.openRequests, { n: counts.requests })}
              note={counts.late > 0 ? say(w.ofThemLate, { n: counts.late }) : undefined}
            />
          </Card>
          <Card>
            <Figure value={n(counts.breaches)} label={say(w.openBreaches, { n: counts.breaches })} />
          </Card>
          {whole && (
            <Card>
              <Figure value={n(counts.unseen)} label={say(w.unseen, { n: counts.unseen })} />
            </Card>
          )}
        </Columns>
      </Section>
      <Section id="doors" title={say(w.title)} titleHidden>
        <Doors
          doors={[
            door(paths.requests, "requests", "requestsText"),
            door(paths.breaches, "breaches", "breachesText"),
            ...(whole
              ? [
                  door(paths.inventory, "inventory", "inventoryText"),
                  door(paths.retention, "retention", "retentionText"),
                  door(paths.glass, "glass", "glassText"),
                ]
              : []),
          ]}
        />
      </Section>
    </Frame>
  );
}
