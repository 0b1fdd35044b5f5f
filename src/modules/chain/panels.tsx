/** The chain on the page of a person: which needs her learning answered, and what came of it. */
import type { VNode } from "preact";
import type { Panel } from "#kernel/access/module.ts";
import type { Asked } from "#kernel/access/route.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { ChainCard, chainFor } from "#kernel/trace/chain-view.tsx";

/** Nothing for somebody who took part in nothing, or whom the reader may not see. */
async function onPerson(r: Asked<any, Actor | null>, id: string): Promise<VNode | null> {
  const seen = await r.house.records.get("person")?.visible(r.db, r.actor, [id], r.today);
  if (r.actor?.person !== id && seen?.has(id) !== true) return null;
  const shown = await chainFor(r, "person", id);
  return shown.chain.places.some((place) => place.records.length > 0) ? <ChainCard say={r.say} shown={shown} /> : null;
}

export const panels: readonly Panel[] = [{ on: "person", position: 90, show: onPerson }];
