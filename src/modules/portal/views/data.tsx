/** The public lists in open formats, with what their columns mean. */
import type { VNode } from "preact";
import type { Dataset } from "#kernel/access/module.ts";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { Details } from "#platform/ui/content.tsx";
import { Link } from "#platform/ui/link.tsx";
import { Card, MoreLinks, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { w } from "../words.ts";

export function DataView({ shell, datasets }: { readonly shell: Shell; readonly datasets: readonly Dataset[] }): VNode {
  const { say } = shell;
  return (
    <Frame shell={shell} area="portal" title={say(w.data)} lead={say(w.dataLead)} current={paths.data}>
      {datasets.map((dataset) => (
        <Section id={dataset.name} title={say(dataset.title)}>
          <Card>
            <MoreLinks>
              {["csv", "xlsx", "json"].map((format) => (
                <Link href={paths.dataset(dataset.name, format)}>{format.toUpperCase()}</Link>
              ))}
            </MoreLinks>
            <Details summary={say(w.columns)}>
              <ul class="govuk-list">
                {dataset.columns.map((column) => (
                  <li>
                    <b>{column.name}</b> {say(column.title)}
                  </li>
                ))}
              </ul>
            </Details>
          </Card>
        </Section>
      ))}
      <Link href={paths.feed}>{say(w.feed)}</Link>
    </Frame>
  );
}
