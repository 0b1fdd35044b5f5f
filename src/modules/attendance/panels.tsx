/** What attendance adds to the page of whatever people meet for: how many were here, the list, and the papers of the room. */
import type { VNode } from "preact";
import type { Actor } from "#kernel/access/actor.ts";
import type { Panel } from "#kernel/access/module.ts";
import type { Asked } from "#kernel/access/route.ts";
import { allowedGatherings, gatheringFacts } from "#kernel/gathering/kinds.ts";
import { Link } from "#platform/ui/link.tsx";
import { MoreLinks, Section } from "#platform/ui/parts.tsx";
import { SESSION } from "#modules/sessions";
import { paths } from "./paths.ts";
import { countsOf, gatheringAbout } from "./queries.ts";
import { w } from "./words.ts";

async function onRecord(r: Asked<any, Actor | null>, about: string): Promise<VNode | null> {
  const gathering = await gatheringAbout(r.db, about);
  if (gathering === undefined || r.actor === null) return null;
  const records = (await allowedGatherings(r.db, r.actor, [gathering], "mayRecord", r.today)).has(about);
  if (!records && !(await allowedGatherings(r.db, r.actor, [gathering], "mayRead", r.today)).has(about)) return null;
  const facts = (await gatheringFacts(r.db, [gathering], r.today)).get(about);
  if (facts === undefined || !facts.held) return null;
  const { id, mode, closedAt } = gathering;
  const { expected, here } = (await countsOf(r.db, [id])).get(id) ?? { expected: 0, here: 0 };
  return (
    <Section id="attendance" title={r.say(w.list)} card>
      <p>{here === 0 ? r.say(w.sheetEmpty, { expected }) : r.say(w.panelHere, { here, expected })}</p>
      <MoreLinks>
        <Link href={paths.one(id)}>{r.say(w.toList)}</Link>
        {records && closedAt === null && <Link href={paths.paper(id)}>{r.say(w.paperLists)}</Link>}
        {records && mode !== "online" && <Link href={paths.badges(id)}>{r.say(w.badges)}</Link>}
      </MoreLinks>
    </Section>
  );
}

/** Kinds of gatherings name their records; a training session is the first of them. */
export const panels: readonly Panel[] = [{ on: SESSION, position: 10, show: onRecord }];
