/** The first page anyone sees: who we are, find your district, how sure a number is. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { formatNumber } from "#platform/ui/format.ts";
import { TileMap, type TileMapProps } from "#platform/ui/charts/tile-map.tsx";
import { Columns, Doors, Section, SurenessCard } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { w } from "../words.ts";
import { OfficerList, type Officer } from "./officers.tsx";

export interface HomeProps {
  readonly shell: Shell;
  readonly association: string;
  readonly members: number;
  readonly officers: readonly Officer[];
  readonly map: TileMapProps;
  readonly needsPublished: boolean;
}

function Sure({ shell }: { readonly shell: Shell }): VNode {
  const { say } = shell;
  return (
    <Section id="sure" title={say(w.sure)} note={say(w.sureLead)} card>
      <Columns kind="thirds">
        <SurenessCard of="claimed" title={say(w.claimedHead)}>
          {say(w.claimed)}
        </SurenessCard>
        <SurenessCard of="imported" title={say(w.importedHead)}>
          {say(w.imported)}
        </SurenessCard>
        <SurenessCard of="verified" title={say(w.verifiedHead)}>
          {say(w.verified)}
        </SurenessCard>
      </Columns>
    </Section>
  );
}

export function HomeView(props: HomeProps): VNode {
  const { shell, association, members, officers, map, needsPublished } = props;
  const { say, pack, language } = shell;
  const doors = [
    { href: paths.members, title: say(w.doorMembers), text: say(w.doorMembersText) },
    ...(needsPublished ? [{ href: paths.needs, title: say(w.doorNeeds), text: say(w.doorNeedsText) }] : []),
    { href: "/key-achievements", title: say(w.doorAchievements), text: say(w.doorAchievementsText) },
    { href: paths.data, title: say(w.doorData), text: say(w.doorDataText) },
    { href: "/journal", title: say(w.doorCheck), text: say(w.doorCheckText) },
  ];
  return (
    <Frame
      shell={shell}
      area="portal"
      title={say(w.home)}
      lead={say(w.homeLead)}
      hero={{ search: { action: paths.members, name: "q", label: say(w.findLabel), placeholder: say(w.findHint), button: say(w.find) } }}
    >
      <Doors doors={doors} />
      <Columns>
        <Section id="map" title={say(w.mapTitle)}>
          <TileMap {...map} />
        </Section>
        <Section id="who" title={say(w.whoWeAre)}>
          <p>{say(w.whoText, { association, members: formatNumber(members, language), country: say(pack.country.names) })}</p>
          <h3>{say(w.officersOf)}</h3>
          <OfficerList shell={shell} officers={officers} />
        </Section>
      </Columns>
      <Sure shell={shell} />
    </Frame>
  );
}
