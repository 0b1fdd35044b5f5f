/** The chain on a record’s page: the drawing, and beneath it the records of each place, none more than a click away. */
import type { VNode } from "preact";
import type { Asked } from "#kernel/access/route.ts";
import type { Actor } from "#kernel/access/actor.ts";
import type { House } from "#kernel/access/house.ts";
import { Chain, ChainSvg } from "#platform/ui/charts/chain.tsx";
import { type About, Frame, svgFile } from "#platform/ui/charts/frame.tsx";
import { Details } from "#platform/ui/content.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { Mark } from "#platform/ui/marks.tsx";
import type { Say } from "#platform/i18n/text.ts";
import { drawChain, stepsOf, type DrawnChain } from "./drawn.ts";
import type { Place } from "./links.ts";
import { w } from "./words.ts";

/** Where the chain of a record stands as a page of its own. */
export const chainPath = (place: Place): string => `/chain/${place.kind}/${place.id}`;

/** A chain ready to be shown. */
export interface ShownChain {
  readonly chain: DrawnChain;
  readonly house: House;
  readonly today: string;
}

/** Reads the chain through a record for a page. */
export async function chainFor(r: Asked<any, Actor | null>, kind: string, id: string): Promise<ShownChain> {
  const { db, actor, pack, language, say, today, house } = r;
  return { chain: await drawChain({ db, actor, pack, language, say, today, start: { kind, id } }, house), house, today };
}

function aboutOf(say: Say, { chain, today, house }: ShownChain): About {
  return {
    title: say(w.chain),
    unit: say(w.unit),
    source: say(w.source),
    date: formatDate(today),
    label: stepsOf({ say }, chain, house).label,
    svgHref: `${chainPath(chain.start)}/picture`,
  };
}

/** The drawing as a file. */
export function chainSvg(say: Say, shown: ShownChain): string {
  return svgFile(say, aboutOf(say, shown), <ChainSvg {...stepsOf({ say }, shown.chain, shown.house)} />);
}

/** The records of each place that holds more than one. */
function Behind({ say, chain, open }: { readonly say: Say; readonly chain: DrawnChain; readonly open: boolean }): VNode | null {
  const several = chain.places.filter((place) => place.records.length > (open ? 0 : 1));
  if (several.length === 0) return null;
  return (
    <Details summary={say(w.behind)} open={open}>
      {several.map((place) => (
        <div id={`chain-${place.stage}`}>
          <h3 class="in-chain__kind">{say(w[place.stage])}</h3>
          <ul class="govuk-list">
            {place.records.map((record) => (
              <li>
                <Mark name={record.fact?.of ?? "nothing"} />{" "}
                {record.href === null ? record.title : <Link href={record.href}>{record.title}</Link>}
                {record.fact?.value !== undefined && ` · ${record.fact.value}`}
                {record.fact?.tag !== undefined && ` · ${record.fact.tag.text}`}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Details>
  );
}

/** The chain as a card. `whole`: it is the page’s own subject, and the lists stand open. */
export function ChainCard({
  say,
  shown,
  whole = false,
}: {
  readonly say: Say;
  readonly shown: ShownChain;
  readonly whole?: boolean;
}): VNode {
  const { chain, house } = shown;
  return (
    <>
      <Frame
        say={say}
        about={aboutOf(say, shown)}
        heading={whole ? "none" : 2}
        figures={{
          head: [say(w.chain), say(w.behind)],
          rows: chain.places.map((place) => [
            say(w[place.stage]),
            place.records.map((record) => record.title).join("; ") || say(w.nothingYet),
          ]),
        }}
        after={say(w.contribution)}
        {...(!whole && { links: <Link href={chainPath(chain.start)}>{say(w.whole)}</Link> })}
      >
        <Chain {...stepsOf({ say }, chain, house)} />
      </Frame>
      {chain.hidden > 0 && <p class="in-small">{say(w.hidden, { count: chain.hidden })}</p>}
      {chain.cut && <p class="in-small">{say(w.cut)}</p>}
      <Behind say={say} chain={chain} open={whole} />
    </>
  );
}
