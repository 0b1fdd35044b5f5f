/** The modules of the house, each after those it needs. */
import type { Module } from "#kernel/access/module.ts";
import { module as account } from "#modules/account";
import { module as achievements } from "#modules/achievements";
import { module as attendance } from "#modules/attendance";
import { module as certificates } from "#modules/certificates";
import { module as chain } from "#modules/chain";
import { module as courses } from "#modules/courses";
import { module as followups } from "#modules/followups";
import { module as indicators } from "#modules/indicators";
import { module as inductions } from "#modules/inductions";
import { module as journal } from "#modules/journal";
import { module as messages } from "#modules/messages";
import { module as needs } from "#modules/needs";
import { module as operations } from "#modules/operations";
import { module as people } from "#modules/people";
import { module as plans } from "#modules/plans";
import { module as portal } from "#modules/portal";
import { module as privacy } from "#modules/privacy";
import { module as profiles } from "#modules/profiles";
import { module as questionnaires } from "#modules/questionnaires";
import { module as sessions } from "#modules/sessions";
import { module as tests } from "#modules/tests";
import { module as today } from "#modules/today";

/** Every module, in the order in which demonstration data is made. */
export const modules: readonly Module[] = [
  account,
  people,
  questionnaires,
  needs,
  courses,
  plans,
  sessions,
  attendance,
  tests,
  certificates,
  followups,
  inductions,
  indicators,
  achievements,
  profiles,
  chain,
  messages,
  privacy,
  operations,
  today,
  journal,
  portal,
];

/** What a module claims for itself alone, in the words of a refusal. Of two jobs with one name, one would silently never run. */
function claimsOf(module: Module): readonly string[] {
  return [
    ...module.routes.map((route) => `answers ${route.method} ${route.path}`),
    ...Object.keys(module.jobs).map((job) => `has the job “${job}”`),
    ...module.timers.map((timer) => `has a timer for “${timer.job}”`),
    ...Object.keys(module.records).map((kind) => `has the kind of record “${kind}”`),
    ...module.datasets.map((dataset) => `has the dataset “${dataset.name}”`),
    ...module.commands.map((command) => `has the command “${command.name}”`),
  ];
}

/** Refuses a list in which a module stands before one it needs, two claim the same, or a timer names a job that is not its module's own. */
export function checkModules(list: readonly Module[]): void {
  const seen = new Set<string>();
  const claimed = new Map<string, string>();
  for (const module of list) {
    for (const need of module.needs)
      if (!seen.has(need)) throw new Error(`Module "${module.name}" needs "${need}", which does not stand before it.`);
    if (seen.has(module.name)) throw new Error(`Two modules are called "${module.name}".`);
    seen.add(module.name);
    for (const claim of claimsOf(module)) {
      const other = claimed.get(claim);
      if (other === module.name) throw new Error(`Module "${module.name}" ${claim} twice.`);
      if (other !== undefined) throw new Error(`Module "${module.name}" ${claim}, and so does "${other}".`);
      claimed.set(claim, module.name);
    }
    const stray = module.timers.find((timer) => !(timer.job in module.jobs));
    if (stray !== undefined) throw new Error(`Module "${module.name}" has a timer for “${stray.job}”, which is no job of its own.`);
  }
}
