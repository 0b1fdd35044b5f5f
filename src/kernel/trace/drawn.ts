/** The chain as a page, a picture and a command show it: six places, each with its records, and what they say together. */
import type { House, NamedRecord } from "#kernel/access/house.ts";
import type { ChainProps, ChainStep } from "#platform/ui/charts/chain.tsx";
import type { Sureness } from "#platform/ui/marks.tsx";
import { STAGES, type ChainAsk, type ChainFact, type Stage } from "./chain.ts";
import type { Link, Place } from "./links.ts";
import { walk } from "./walk.ts";
import { w } from "./words.ts";

/** A record in the chain with its name, its address (null: the reader may not open it) and what it says. */
export interface ChainRecord {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly href: string | null;
  readonly fact: ChainFact | null;
}

/** One place of the chain. `proved`: a record here is linked by a proved link to one in the next place that is filled. */
export interface ChainPlace {
  readonly stage: Stage;
  readonly records: readonly ChainRecord[];
  readonly proved: boolean;
}

export interface DrawnChain {
  readonly start: Place;
  readonly places: readonly ChainPlace[];
  readonly links: readonly Link[];
  /** Records that stand in the chain and that this reader may not see. */
  readonly hidden: number;
  /** There are more records than one drawing takes in. */
  readonly cut: boolean;
}

const keyOf = (place: Place): string => `${place.kind} ${place.id}`;

const SURENESS: readonly Sureness[] = ["nothing", "claimed", "imported", "verified"];

async function factsOf(ask: ChainAsk, house: House, places: readonly Place[]): Promise<Map<string, ChainFact>> {
  const byKind = Map.groupBy(places, (place) => place.kind);
  const found = await Promise.all(
    [...byKind].map(async ([kind, list]) => {
      const facts = await house.records.get(kind)?.chain?.facts(
        ask,
        list.map((place) => place.id),
      );
      return [...(facts ?? [])].map(([id, fact]) => [`${kind} ${id}`, fact] as const);
    }),
  );
  return new Map(found.flat());
}

/** Facts in two rounds: needs first, because figures behind them are those of the needs’ organisations. */
async function allFacts(ask: ChainAsk, house: House, places: readonly Place[]): Promise<Map<string, ChainFact>> {
  const stageOf = (place: Place): Stage | undefined => house.records.get(place.kind)?.chain?.stage;
  const needs = await factsOf(
    ask,
    house,
    places.filter((place) => stageOf(place) === "need"),
  );
  const organisations = [...new Set([...needs.values()].flatMap((fact) => fact.organisation ?? []))];
  const rest = await factsOf(
    { ...ask, organisations },
    house,
    places.filter((place) => stageOf(place) !== "need"),
  );
  return new Map([...needs, ...rest]);
}

/** A record with a successor in the same place steps back: a response that a plan line took up is told by the line. */
function withoutAdopted(records: readonly ChainRecord[], links: readonly Link[]): ChainRecord[] {
  const here = new Set(records.map(keyOf));
  const adopted = new Set(links.flatMap((link) => (here.has(keyOf(link.from)) && here.has(keyOf(link.to)) ? [keyOf(link.from)] : [])));
  return records.filter((record) => !adopted.has(keyOf(record)));
}

/** Names of what the reader may see; `everything` names all, for the operator’s command. */
async function namesOf(
  ask: ChainAsk & { readonly everything?: true },
  house: House,
  places: readonly Place[],
): Promise<ReadonlyMap<string, NamedRecord>> {
  const byKind = Map.groupBy(places, (place) => place.kind);
  const named = await Promise.all(
    [...byKind].map(async ([kind, list]) => {
      // One kind at a time: a session and what was done at work after it share an id.
      if (ask.everything !== true) return [...(await house.name(ask.db, ask.actor, list, ask.language, ask.today)).values()];
      const record = house.records.get(kind);
      const titles =
        (await record?.titles(
          ask.db,
          list.map((place) => place.id),
          ask.language,
        )) ?? new Map<string, string>();
      return [...titles].map(([id, title]) => ({ kind, id, title, href: record?.href(id) ?? null }));
    }),
  );
  return new Map(named.flat().map((record) => [keyOf(record), record]));
}

/** The chain through a record as this reader may see it. A fixed number of queries for each step and kind. */
export async function drawChain(ask: Omit<ChainAsk, "organisations"> & { readonly everything?: true }, house: House): Promise<DrawnChain> {
  const staged = [...house.records].flatMap(([kind, record]) => (record.chain === undefined ? [] : [kind]));
  const stageOf = (kind: string): Stage | undefined => house.records.get(kind)?.chain?.stage;
  const walked = await walk(ask.db, { stageOf, staged, derived: house.derived }, ask.start);
  const standing = walked.places.filter((place) => house.records.get(place.kind)?.chain !== undefined);
  const [names, facts] = await Promise.all([
    namesOf({ ...ask, organisations: [] }, house, standing),
    allFacts({ ...ask, organisations: [] }, house, standing),
  ]);
  const records = standing.flatMap((place) => {
    const named = names.get(keyOf(place));
    return named === undefined ? [] : [{ ...named, fact: facts.get(keyOf(place)) ?? null }];
  });
  const places = STAGES.map((stage) => ({
    stage,
    records: withoutAdopted(
      records.filter((record) => (record.fact?.stage ?? house.records.get(record.kind)?.chain?.stage) === stage),
      walked.links,
    ),
  }));
  const shown = new Set(records.map(keyOf));
  return {
    start: walked.start,
    places: places.map(({ stage, records: here }, index) => ({ stage, records: here, proved: isProved(index, places, walked.links) })),
    links: walked.links.filter((link) => shown.has(keyOf(link.from)) && shown.has(keyOf(link.to))),
    hidden: standing.length - records.length,
    cut: walked.cut,
  };
}

function isProved(index: number, staged: readonly { readonly records: readonly ChainRecord[] }[], links: readonly Link[]): boolean {
  const here = new Set(staged[index]?.records.map(keyOf));
  const behind = new Set(staged.slice(index + 1).flatMap((place) => place.records.map(keyOf)));
  const next = staged[index + 1]?.records ?? [];
  return next.length > 0 && links.some((link) => link.proved && here.has(keyOf(link.from)) && behind.has(keyOf(link.to)));
}

function together(records: readonly ChainRecord[]): Pick<ChainStep, "value" | "detail" | "of" | "tag"> {
  const facts = records.flatMap((record) => record.fact ?? []);
  const counts = facts.flatMap((fact) => fact.count ?? []);
  const whole = counts.reduce((sum, count) => sum + count.whole, 0);
  const least = Math.min(...records.map((record) => SURENESS.indexOf(record.fact?.of ?? "nothing")));
  const tags = new Set(facts.map((fact) => fact.tag?.text));
  const [first] = facts;
  return {
    ...(counts.length > 0 && { value: `${counts.reduce((sum, count) => sum + count.part, 0)}/${whole}` }),
    ...(first?.detail !== undefined && counts.length > 0 && { detail: first.detail }),
    of: SURENESS[least] ?? "nothing",
    ...(tags.size === 1 && first?.tag !== undefined && { tag: first.tag }),
  };
}

/** What an empty place says: what the record before it awaits, that the chain went on without it, or that nothing is there yet. */
function emptyTitle(ask: Pick<ChainAsk, "say">, places: readonly ChainPlace[], index: number): string {
  if (places.slice(index + 1).some((place) => place.records.length > 0)) return ask.say(w.passedOver);
  const before = places[index - 1]?.records ?? [];
  return (before.length === 1 ? before[0]?.fact?.next : undefined) ?? ask.say(w.nothingYet);
}

/** One place of the chain as a step of the picture: the record itself, or how many there are and what they say together. */
function stepOf(ask: Pick<ChainAsk, "say">, places: readonly ChainPlace[], index: number, house: House): ChainStep {
  const place = places[index] as ChainPlace;
  const kind = ask.say(w[place.stage]);
  const [only] = place.records;
  if (only === undefined) return { kind, title: emptyTitle(ask, places, index), of: "nothing", proved: false };
  const own = house.records.get(only.kind);
  if (place.records.length === 1) {
    const { fact } = only;
    const count = fact?.count;
    return {
      kind: fact?.stage !== undefined && own !== undefined ? ask.say(own.title) : kind,
      title: only.title,
      ...(only.href !== null && { href: only.href }),
      ...((fact?.value ?? count) !== undefined && {
        value: fact?.value ?? ask.say(w.partOf, { part: count?.part ?? 0, whole: count?.whole ?? 0 }),
      }),
      ...(fact?.detail !== undefined && { detail: fact.detail }),
      of: fact?.of ?? "nothing",
      proved: place.proved,
      ...(fact?.tag && { tag: fact.tag }),
    };
  }
  const sum = together(place.records);
  const [part, whole] = sum.value?.split("/") ?? [];
  return {
    ...sum,
    kind,
    title: ask.say(w.severalRecords, { count: place.records.length }),
    href: `#chain-${place.stage}`,
    ...(part !== undefined && whole !== undefined && { value: ask.say(w.partOf, { part: Number(part), whole: Number(whole) }) }),
    proved: place.proved,
  };
}

/** The drawing’s steps and its sentence. */
export function stepsOf(ask: Pick<ChainAsk, "say">, chain: DrawnChain, house: House): ChainProps {
  const filled = chain.places.filter((place) => place.records.length > 0).length;
  return {
    steps: chain.places.map((_, index) => stepOf(ask, chain.places, index, house)),
    label: ask.say(w.label, { filled, places: STAGES.length }),
  };
}

/** The chain as data: the same for the page’s file and for `inteko trace`. */
export function chainData(chain: DrawnChain): unknown {
  return {
    start: chain.start,
    ...(chain.cut && { cut: true }),
    places: chain.places.map((place) => ({
      stage: place.stage,
      records: place.records.map(({ kind, id, title, fact }) => ({
        kind,
        id,
        title,
        sure: fact?.of ?? "nothing",
        ...(fact?.value !== undefined && { value: fact.value }),
        ...(fact?.count !== undefined && { count: fact.count }),
      })),
    })),
    links: chain.links.map((link) => ({ relation: link.relation, from: link.from, to: link.to, proved: link.proved })),
  };
}
