/** What sessions add to the page of a plan line: the way on to a session of it. */
import type { VNode } from "preact";
import type { Actor } from "#kernel/access/actor.ts";
import type { Panel } from "#kernel/access/module.ts";
import type { Asked } from "#kernel/access/route.ts";
import { reachOf } from "#kernel/access/verb.ts";
import { PLAN_LINE, runningPlanLines } from "#modules/plans";
import { addressOf } from "#platform/http/address.ts";
import { Button } from "#platform/ui/forms.tsx";
import { Section } from "#platform/ui/parts.tsx";
import { paths } from "./paths.ts";
import { verbs } from "./rules.ts";
import { w } from "./words-pages.ts";

async function onLine(r: Asked<any, Actor | null>, id: string): Promise<VNode | null> {
  if (reachOf(r.actor, verbs.run) === null) return null;
  const runs = (await runningPlanLines(r.db, r.today)).some((line) => line.id === id);
  if (!runs) return null;
  return (
    <Section id="sessions" title={r.say(w.sessions)}>
      <p>{r.say(w.lineHint)}</p>
      <Button href={addressOf(paths.newSession, { line: id })} variant="secondary">
        {r.say(w.newSession)}
      </Button>
    </Section>
  );
}

export const panels: readonly Panel[] = [{ on: PLAN_LINE, position: 10, show: onLine }];
