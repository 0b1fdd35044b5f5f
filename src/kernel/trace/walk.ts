/** Walks the chain from any record: back to the needs it rests on, on to what came of it, and across to what measures it. */
import { sql } from "kysely";
import type { Db } from "#platform/db/handle.ts";
import { STAGES, type DerivedLink, type Stage } from "./chain.ts";
import type { Link, Place } from "./links.ts";

/** The records of a chain and the links among them. */
export interface Walked {
  readonly start: Place;
  readonly places: readonly Place[];
  readonly links: readonly Link[];
  /** More records stand in the chain than one walk takes in. */
  readonly cut: boolean;
}

/** What the walk needs to know of kinds: their stage (absent: not part of the chain) and the links that are derived. */
export interface Kinds {
  stageOf(kind: string): Stage | undefined;
  /** All kinds that have a stage. */
  readonly staged: readonly string[];
  readonly derived: readonly DerivedLink[];
}

/** Steps in one direction; six places lie between a need and what was told of it. */
const FARTHEST = 7;
/** Most records of one direction; a chain beyond it is cut, and says so through `cut`. */
const MOST = 400;

const keyOf = (place: Place): string => `${place.kind} ${place.id}`;

/** Kept links to kinds that have a stage: a need has hundreds to the answers it was found in, which would crowd out the others. */
async function stored(db: Db<any>, map: Kinds, from: readonly Place[], onwards: boolean): Promise<Link[]> {
  const ids = [...new Set(from.map((place) => place.id))];
  const end = sql.ref(onwards ? "from_id" : "to_id");
  const other = sql.ref(onwards ? "to_kind" : "from_kind");
  const { rows } = await sql<{ relation: string; from_kind: string; from_id: string; to_kind: string; to_id: string; proved: boolean }>`
    select relation, from_kind, from_id, to_kind, to_id, proved from trace.link
    where ${end} = any(${ids}::uuid[]) and ${other} = any(${[...map.staged]}::text[]) order by relation, from_id, to_id limit ${MOST + 1}`.execute(
    db,
  );
  return rows.map((row) => ({
    relation: row.relation,
    from: { kind: row.from_kind, id: row.from_id },
    to: { kind: row.to_kind, id: row.to_id },
    proved: row.proved,
  }));
}

async function derived(db: Db<any>, map: Kinds, from: readonly Place[], onwards: boolean, personal: Place | null): Promise<Link[]> {
  const byKind = Map.groupBy(from, (place) => place.kind);
  const asked = map.derived.flatMap((link) => {
    const end = onwards ? link.from : link.to;
    const here = link.personal !== true ? byKind.get(end) : personal?.kind === end ? [personal] : undefined;
    return here === undefined ? [] : [{ link, ids: [...new Set(here.map((place) => place.id))] }];
  });
  const found = await Promise.all(
    asked.map(async ({ link, ids }) =>
      (await (onwards ? link.onwards(db, ids) : link.back(db, ids))).map(([one, other]) => ({
        relation: link.relation,
        from: { kind: link.from, id: one },
        to: { kind: link.to, id: other },
        proved: true,
      })),
    ),
  );
  return found.flat();
}

interface Spread {
  readonly places: Map<string, Place>;
  readonly links: Link[];
  readonly cut: boolean;
}

/** Everything reachable in one direction, two queries and the derived links a step. `enter` keeps the walk out of a place. */
async function spread(
  db: Db<any>,
  map: Kinds,
  starts: readonly Place[],
  how: { readonly onwards: boolean; readonly personal: Place | null; readonly steps?: number; enter?(place: Place): boolean },
): Promise<Spread> {
  const places = new Map(starts.map((place) => [keyOf(place), place]));
  const links: Link[] = [];
  let edge = [...starts];
  let cut = false;
  for (let step = 0; step < (how.steps ?? FARTHEST) && edge.length > 0; step += 1) {
    const [kept, computed] = await Promise.all([
      stored(db, map, edge, how.onwards),
      derived(db, map, edge, how.onwards, step === 0 ? how.personal : null),
    ]);
    if (kept.length > MOST) cut = true;
    const next: Place[] = [];
    for (const found of [...kept, ...computed]) {
      const place = how.onwards ? found.to : found.from;
      if (map.stageOf(place.kind) === undefined || how.enter?.(place) === false) continue;
      const known = places.has(keyOf(place));
      if (!known && places.size >= MOST) {
        cut = true;
        continue;
      }
      links.push(found);
      if (known) continue;
      places.set(keyOf(place), place);
      next.push(place);
    }
    edge = next;
  }
  return { places, links, cut };
}

const unique = (links: readonly Link[]): Link[] => [
  ...new Map(links.map((found) => [`${found.relation} ${keyOf(found.from)} ${keyOf(found.to)}`, found])).values(),
];

/**
 * The chain through a record: everything before it, everything behind it, and, from what lies before it,
 * the places that are still empty (what measures the need, what was told), never its own siblings.
 * A record outside the stages (a person, an enrolment) starts at what it is linked to.
 */
export async function walk(db: Db<any>, map: Kinds, start: Place): Promise<Walked> {
  const outside = map.stageOf(start.kind) === undefined;
  const ahead = spread(db, map, [start], { onwards: true, personal: start, ...(outside && { steps: 1 }) });
  const from = outside ? [...(await ahead).places.values()] : [start];
  const [onwards, back] = await Promise.all([ahead, spread(db, map, from, { onwards: false, personal: start })]);
  const filled = new Set([...back.places.values(), ...(outside ? from : [])].flatMap((place) => map.stageOf(place.kind) ?? []));
  if (outside) for (const stage of ["need", "plan", "session", "work"] as const) filled.add(stage);
  const across = await spread(db, map, [...back.places.values()], {
    onwards: true,
    personal: null,
    enter: (place) => {
      const stage = map.stageOf(place.kind);
      return stage !== undefined && !filled.has(stage);
    },
  });
  const places = new Map([...back.places, ...onwards.places, ...across.places]);
  const order = (place: Place): number => {
    const stage = map.stageOf(place.kind);
    return stage === undefined ? -1 : STAGES.indexOf(stage);
  };
  return {
    start,
    places: [...places.values()].sort((a, b) => order(a) - order(b) || (keyOf(a) < keyOf(b) ? -1 : 1)),
    links: unique([...back.links, ...onwards.links, ...across.links]),
    cut: onwards.cut || back.cut || across.cut,
  };
}
