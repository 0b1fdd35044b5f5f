/** What attendance adds to the page of whatever people meet for: how many were here, the list, and the papers of the room. */
import type { VNode } from "preact";
import type { Actor } from "#kernel/access/actor.ts";
import type { Panel } from "#kernel/access/module.ts";
import type { Asked } from "#kernel/access/route.ts";
import { allowedGatherings, gatheringFacts } from "#kernel/gathering/kinds.ts";
import { Button } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { MoreLinks, Section } from "#platform/ui/parts.tsx";
import { participantsByIds } from "#kernel/gathering/participants.ts";
import { presenceOf } from "#kernel/gathering/presence.ts";
import { meets } from "#methods/presence/presence.ts";
import { ENROLMENT, SESSION } from "#modules/sessions";
import { StatusTag } from "#platform/ui/marks.tsx";
import { paths } from "./paths.ts";
import { attendanceRules, countsOf, gatheringAbout, listById } from "./queries.ts";
import { partLabel, sharePercent } from "./views/common.tsx";
import { w } from "./words.ts";

async function onRecord(r: Asked<any, Actor | null>, about: string): Promise<VNode | null> {
  const gathering = await gatheringAbout(r.db, about);
  if (gathering === undefined || r.actor === null) return null;
  const records = (await allowedGatherings(r.db, r.actor, [gathering], "mayRecord", r.today)).has(about);
  if (!records && !(await allowedGatherings(r.db, r.actor, [gathering], "mayRead", r.today)).has(about)) return null;
  const facts = (await gatheringFacts(r.db, [gathering], r.today)).get(about);
  if (facts === undefined || !facts.held) return null;
  const { id, mode, closedAt } = gathering;
  const now = records && mode !== "online" && closedAt === null && gathering.firstDay <= r.today && r.today <= gathering.lastDay;
  const { expected, here } = (await countsOf(r.db, [id])).get(id) ?? { expected: 0, here: 0 };
  return (
    <Section id="attendance" title={r.say(w.list)} card>
      <p>{here === 0 ? r.say(w.sheetEmpty, { expected }) : r.say(w.panelHere, { here, expected })}</p>
      {now && <Button href={paths.one(id)}>{r.say(w.atDoor)}</Button>}
      <MoreLinks>
        <Link href={paths.one(id)}>{r.say(w.toList)}</Link>
        {records && closedAt === null && <Link href={paths.paper(id)}>{r.say(w.paperLists)}</Link>}
        {records && mode !== "online" && <Link href={paths.badges(id)}>{r.say(w.badges)}</Link>}
      </MoreLinks>
    </Section>
  );
}

/** What is noted about one place: minutes half-day by half-day, for herself and whoever reads the list. Nothing before anything is noted. */
async function onPlace(r: Asked<any, Actor | null>, id: string): Promise<VNode | null> {
  const who = (await participantsByIds(r.db, [id])).get(id);
  if (who === undefined || r.actor === null) return null;
  const list = await listById(r.db, who.gathering, r.today);
  const read = await allowedGatherings(r.db, r.actor, [list.gathering], "mayRead", r.today);
  if (who.person !== r.actor.person && !read.has(list.gathering.about)) return null;
  const presence = (await presenceOf(r.db, list.gathering.id)).find((each) => each.participant === id);
  if (presence === undefined || presence.parts.every((part) => !part.decided)) return null;
  const { minimum } = await attendanceRules(r.db, r.today);
  const values = { minutes: presence.minutes, offered: presence.offered, share: sharePercent(presence, r.language) };
  return (
    <Section id="own-attendance" title={r.say(w.module)}>
      <p>
        {r.say(w.ownMinutes, values)}{" "}
        {meets(presence, list.facts.minimum ?? minimum) && <StatusTag tone="good">{r.say(w.enough)}</StatusTag>}
      </p>
      <ul class="govuk-list">
        {list.parts.map((part) => {
          const own = presence.parts.find((each) => each.part === part.id);
          const text = own === undefined || !own.decided ? w.notDecided : own.minutes === 0 ? w.absent : w.minutesOf;
          return (
            <li>
              {partLabel(r.say, r.language, part)}: {r.say(text, { minutes: own?.minutes ?? 0, offered: own?.offered ?? 0 })}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** Kinds of gatherings name their records; a training session is the first of them. */
export const panels: readonly Panel[] = [
  { on: SESSION, position: 10, show: onRecord },
  { on: ENROLMENT, position: 10, show: onPlace },
];
