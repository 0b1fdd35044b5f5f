/** The modules of the house, each after those it needs. */
import type { Module } from "#kernel/access/module.ts";
import { module as account } from "#modules/account";
import { module as journal } from "#modules/journal";
import { module as messages } from "#modules/messages";
import { module as needs } from "#modules/needs";
import { module as operations } from "#modules/operations";
import { module as people } from "#modules/people";
import { module as portal } from "#modules/portal";
import { module as privacy } from "#modules/privacy";
import { module as questionnaires } from "#modules/questionnaires";
import { module as today } from "#modules/today";

/** Every module, in the order in which demonstration data is made. */
export const modules: readonly Module[] = [account, people, questionnaires, needs, messages, privacy, operations, today, journal, portal];

/** Refuses a list in which a module stands before one it needs, or two share a name or a path. */
export function checkModules(list: readonly Module[]): void {
  const seen = new Set<string>();
  const paths = new Set<string>();
  for (const module of list) {
    for (const need of module.needs)
      if (!seen.has(need)) throw new Error(`Module "${module.name}" needs "${need}", which does not stand before it.`);
    if (seen.has(module.name)) throw new Error(`Two modules are called "${module.name}".`);
    seen.add(module.name);
    for (const route of module.routes) {
      const key = `${route.method} ${route.path}`;
      if (paths.has(key)) throw new Error(`Two routes answer ${key}.`);
      paths.add(key);
    }
  }
}
