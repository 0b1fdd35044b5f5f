/** What may be done and by whom: a verb names its roles and how far each of them reaches. */
import { sql } from "kysely";
import type { Role } from "#kernel/pack/roles.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Text } from "#platform/i18n/text.ts";
import type { Actor, Reach } from "./actor.ts";

/** One permission. Its name is `module.verb`; `roles` is the whole truth about who may, there is no other list. */
export interface Verb {
  readonly name: string;
  readonly title: Text;
  readonly roles: Readonly<Partial<Record<Role, Reach>>>;
}

/** Declares a module's verbs; the names become `module.verb`. */
export function defineVerbs<const V extends Readonly<Record<string, Omit<Verb, "name">>>>(
  module: string,
  verbs: V,
): { readonly [K in keyof V]: Verb } {
  const entries = Object.entries(verbs).map(([name, verb]) => [name, { ...verb, name: `${module}.${name}` }]);
  return Object.fromEntries(entries) as never;
}

const WIDTH: Record<Reach, number> = { own: 0, below: 1, all: 2 };

/** The widest reach that the actor's roles give for a verb, or null when none of them may. */
export function reachOf(actor: Actor | null, verb: Verb): Reach | null {
  let widest: Reach | null = null;
  for (const role of actor?.roles ?? []) {
    const reach = verb.roles[role];
    if (reach !== undefined && (widest === null || WIDTH[reach] > WIDTH[widest])) widest = reach;
  }
  return widest;
}

/** The organisations an actor may touch with a verb: all of them, or a set of ids. One query at most. */
export type Organisations = "all" | ReadonlySet<string>;

/** The organisations within an actor's reach for a verb on a day. `own` gives the actor's own organisation alone. */
export async function organisationsFor(db: Db<any>, actor: Actor, verb: Verb, today: string): Promise<Organisations> {
  const reach = reachOf(actor, verb);
  if (reach === "all") return "all";
  if (reach === null || actor.organisation === null) return new Set();
  if (reach === "own") return new Set([actor.organisation]);
  const { rows } = await sql<{ organisation: string }>`
    select organisation from registry.below(${actor.organisation}, ${today})`.execute(db);
  return new Set(rows.map((row) => row.organisation));
}

/** True when a set of organisations holds one. */
export function holds(set: Organisations, organisation: string): boolean {
  return set === "all" || set.has(organisation);
}
