/** What an indicator is: definition in words, unit, owner to call, partners’ names, and the ways to change it. */
import { nameOf } from "#kernel/pack/shown.ts";
import type { VNode } from "preact";
import type { Alias } from "#kernel/measure/schema.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { Link } from "#platform/ui/link.tsx";
import { SummaryList } from "#platform/ui/lists.tsx";
import { PhoneLink, Section } from "#platform/ui/parts.tsx";
import { unitText } from "../format.ts";
import type { IndicatorPage } from "../page.ts";
import { w } from "../words.ts";
import type { ViewProps } from "./common.tsx";

export interface AboutProps extends ViewProps {
  readonly page: IndicatorPage;
  readonly aliases: readonly Alias[];
  /** Pages on which this reader may change something. */
  readonly changes: readonly { readonly href: string; readonly text: string }[];
}

function Owner({ shell, page }: ViewProps & { readonly page: IndicatorPage }): VNode {
  const { say, pack } = shell;
  const { owner, place } = page;
  if (owner === null) return <>{place.organisation === null ? say(w.ownersMany, { n: place.owners.length }) : say(w.noOwner)}</>;
  return (
    <>
      {say(postTypeOf(pack, owner.postType).names)}
      <br />
      <span class="in-small">{owner.personName ?? say(w.vacant)}</span>
      {owner.phone !== null && (
        <>
          <br />
          <PhoneLink name={owner.phone} phone={owner.phone} />
        </>
      )}
    </>
  );
}

export function AboutPart({ shell, page, aliases, changes }: AboutProps): VNode {
  const { say, pack } = shell;
  const { indicator } = page;
  return (
    <Section id="about" title={say(w.definitionHead)}>
      <SummaryList
        rows={[
          { key: say(w.unit), value: `${unitText(shell, indicator.unit)}, ${say(indicator.better === "up" ? w.up : w.down)}` },
          { key: say(w.due), value: nameOf(say, pack, "indicator_frequency", indicator.frequency) },
          { key: say(w.source), value: indicator.source },
          { key: say(w.owner), value: <Owner shell={shell} page={page} /> },
          aliases.length > 0 && {
            key: say(w.partners),
            value: (
              <>
                {aliases.map((alias) => (
                  <div>
                    {alias.frame}: <b>{alias.code}</b> {say(alias.names)}
                  </div>
                ))}
              </>
            ),
          },
          { key: say(w.seenBy), value: say(indicator.public ? w.shownToAll : w.notShown) },
        ]}
      />
      {changes.length > 0 && (
        <nav class="in-noprint" aria-label={say(w.more)}>
          <ul class="govuk-list in-after">
            {changes.map((change) => (
              <li>
                <Link href={change.href}>{change.text}</Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Section>
  );
}
