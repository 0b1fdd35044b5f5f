/** Turns the newest answers, filed by repeat keys that never move, into the answers in order that the engine evaluates, and names places both ways. */
import type { Answers } from "./answers.ts";
import type { Newest } from "./merge.ts";
import { eachItem } from "./model.ts";
import type { Item, Model } from "./model.ts";

/** Answers ready for evaluation with the way back from a place in order to the place it is filed under. */
export interface Projection {
  readonly answers: Answers;
  /** `/household[2]/age` → `/household[k7f2]/age`. A place that no answer has made keeps its number as key. */
  filed(path: string): string;
  /** Keys of the instances of a repeat, in order; the argument is the repeat’s place in order, `/household` or `/a[1]/b`. */
  keysOf(repeat: string): readonly string[];
}

/** A part of a path: a name, and the key of the instance for a repeat. */
interface Step {
  readonly name: string;
  readonly key: string | null;
}

const STEP = /^([^[\]]+)(?:\[([A-Za-z0-9]+)\])?$/;

/** The steps of a path, or null for a text that is none. */
export function stepsOf(path: string): readonly Step[] | null {
  if (!path.startsWith("/")) return null;
  const steps: Step[] = [];
  for (const part of path.slice(1).split("/")) {
    const found = STEP.exec(part);
    if (found === null) return null;
    steps.push({ name: found[1] ?? "", key: found[2] ?? null });
  }
  return steps;
}

/** A path without the keys of its instances: `/household[k7f2]/age` → `/household/age`. */
export function plainPath(path: string): string {
  return path.replaceAll(/\[[^\]]*\]/g, "");
}

interface Folder {
  readonly answers: Map<string, string>;
  readonly groups: Map<string, Folder>;
  /** Instances of each repeat by key, with the time each was first heard of. */
  readonly repeats: Map<string, Map<string, { readonly folder: Folder; since: string; gone: boolean }>>;
}

function folder(): Folder {
  return { answers: new Map(), groups: new Map(), repeats: new Map() };
}

function instanceIn(parent: Folder, name: string, key: string, at: string) {
  const instances = parent.repeats.get(name) ?? new Map<string, { folder: Folder; since: string; gone: boolean }>();
  parent.repeats.set(name, instances);
  const known = instances.get(key) ?? { folder: folder(), since: at, gone: false };
  if (at < known.since) known.since = at;
  instances.set(key, known);
  return known;
}

/** Files one answer; a path that does not fit itself is left out, and cannot come from our pages. */
function file(root: Folder, path: string, value: string | null, at: string): void {
  const steps = stepsOf(path);
  if (steps === null) return;
  let here = root;
  for (const [place, { name, key }] of steps.entries()) {
    const last = place === steps.length - 1;
    if (key !== null) {
      const instance = instanceIn(here, name, key, at);
      if (last) instance.gone = value === null;
      here = instance.folder;
    } else if (last) {
      if (value !== null) here.answers.set(name, value);
    } else {
      const group = here.groups.get(name) ?? folder();
      here.groups.set(name, group);
      here = group;
    }
  }
}

const NUMBER = /^\d+$/;

/** Instances that a count made are in the order of their numbers, others in the order in which they were first heard of. */
function inPlace(a: readonly [string, { since: string }], b: readonly [string, { since: string }]): number {
  if (NUMBER.test(a[0]) && NUMBER.test(b[0])) return Number(a[0]) - Number(b[0]);
  if (a[1].since !== b[1].since) return a[1].since < b[1].since ? -1 : 1;
  return a[0] < b[0] ? -1 : 1;
}

interface Reading {
  readonly keys: Map<string, readonly string[]>;
  readonly filed: Map<string, string>;
}

/** A counted repeat has an instance for every number up to the highest answered; one that a person makes has those not taken away. */
function keysIn(instances: Folder["repeats"] extends Map<string, infer I> ? I : never, counted: boolean): string[] {
  const kept = [...instances].filter(([, instance]) => !instance.gone).toSorted(inPlace);
  if (!counted) return kept.map(([key]) => key);
  const highest = Math.max(0, ...kept.map(([key]) => (NUMBER.test(key) ? Math.min(Number(key), 1000) : 0)));
  return Array.from({ length: highest }, (_, place) => String(place + 1));
}

function read(here: Folder | undefined, items: readonly Item[], at: string, stored: string, reading: Reading): Answers {
  const answers: Record<string, Answers[string]> = {};
  for (const item of items) {
    if (item.kind === "question") {
      const value = here?.answers.get(item.name);
      if (value !== undefined) answers[item.name] = value;
    } else if (item.kind === "group") {
      const inside = read(here?.groups.get(item.name), item.items, `${at}/${item.name}`, `${stored}/${item.name}`, reading);
      if (Object.keys(inside).length > 0) answers[item.name] = inside;
    } else {
      const instances = here?.repeats.get(item.name) ?? new Map();
      const keys = keysIn(instances, item.count !== "");
      const place = `${at}/${item.name}`;
      reading.keys.set(place, keys);
      const list = keys.map((key, index): Answers => {
        const own = `${stored}/${item.name}[${key}]`;
        reading.filed.set(`${place}[${index + 1}]`, own);
        return read(instances.get(key)?.folder, item.items, `${place}[${index + 1}]`, own, reading);
      });
      if (list.length > 0) answers[item.name] = list;
    }
  }
  return answers;
}

/** Projects the newest answers onto a model. Answers to questions that the model does not have are left out: another version asked them. */
export function project(model: Model, newest: Newest): Projection {
  const root = folder();
  for (const { path, value, answeredAt } of newest.values()) file(root, path, value, answeredAt);
  const reading: Reading = { keys: new Map(), filed: new Map() };
  const answers = read(root, model.items, "", "", reading);
  return {
    answers,
    keysOf: (repeat) => reading.keys.get(repeat) ?? [],
    filed: (path) => {
      for (let end = path.lastIndexOf("]"); end > 0; end = path.lastIndexOf("]", end - 1)) {
        const known = reading.filed.get(path.slice(0, end + 1));
        if (known !== undefined) return known + path.slice(end + 1);
      }
      return path;
    },
  };
}

const places = new WeakMap<Model, ReadonlyMap<string, Item>>();

/** Every item of a model by its plain path. Made once per model. */
export function itemsByPath(model: Model): ReadonlyMap<string, Item> {
  const known = places.get(model);
  if (known !== undefined) return known;
  const made = new Map<string, Item>();
  eachItem(model.items, (item, path) => void made.set(path, item));
  places.set(model, made);
  return made;
}

/** True for a path that a question of the model can be answered under, or that makes an instance of a repeat. */
export function isAnswerPath(model: Model, path: string): boolean {
  const steps = stepsOf(path);
  if (steps === null) return false;
  const items = itemsByPath(model);
  let plain = "";
  for (const [place, { name, key }] of steps.entries()) {
    plain += `/${name}`;
    const item = items.get(plain);
    if (item === undefined) return false;
    const last = place === steps.length - 1;
    if ((item.kind === "repeat") !== (key !== null)) return false;
    if (last) return item.kind !== "group";
  }
  return false;
}
