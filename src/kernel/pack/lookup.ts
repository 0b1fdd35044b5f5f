/** Finds things in a country pack; an unknown code is a mistake in the program or the pack and throws. */
import type { Allowance, DeadlineUnit } from "#kernel/calendar/clock.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type {
  Code,
  Group,
  Membership,
  Pack,
  PostType,
  RuleParameter,
  RuleSet,
  RuleValue,
  Tier,
  Tile,
  Unit,
  UnitContext,
  Validity,
} from "./pack.ts";
import type { Role } from "./roles.ts";

// A pure memory over frozen lists: lookups happen for every row of a table.
const indexes = new WeakMap<readonly object[], Map<string, object>>();

function find<T extends object>(rows: readonly T[], key: (row: T) => string, wanted: string): T | undefined {
  let index = indexes.get(rows);
  if (index === undefined) {
    index = new Map(rows.map((row) => [key(row), row]));
    indexes.set(rows, index);
  }
  return index.get(wanted) as T | undefined;
}

function known<T>(found: T | undefined, what: string, code: string, pack: Pack): T {
  if (found === undefined) throw new RangeError(`The pack ${pack.code} has no ${what} ${JSON.stringify(code)}`);
  return found;
}

/** True when a fact holds on a day. */
export function holdsOn({ validFrom, validTo }: Validity, day: Day): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day < validTo);
}

/** The tier with a code. */
export function tierOf(pack: Pack, code: string): Tier {
  return known(
    find(pack.tiers, (tier) => tier.code, code),
    "tier",
    code,
    pack,
  );
}

/** The unit with an official code. */
export function unitOf(pack: Pack, code: string): Unit {
  return known(
    find(pack.units, (unit) => unit.code, code),
    "unit",
    code,
    pack,
  );
}

/** The post type with a code. */
export function postTypeOf(pack: Pack, code: string): PostType {
  return known(
    find(pack.postTypes, (type) => type.code, code),
    "post type",
    code,
    pack,
  );
}

/** The group with a code. */
export function groupOf(pack: Pack, code: string): Group {
  return known(
    find(pack.groups, (group) => group.code, code),
    "group",
    code,
    pack,
  );
}

/** The tile of a unit, if the map shows it. */
export function tileOf(pack: Pack, unit: string): Tile | undefined {
  return find(pack.tiles, (tile) => tile.unit, unit);
}

/** The context of a unit, if the pack knows it. */
export function contextOf(pack: Pack, unit: string): UnitContext | undefined {
  return find(pack.contexts, (context) => context.unit, unit);
}

/** How a unit stood to the association on a day. */
export function membershipOn(pack: Pack, unit: string, day: Day): Membership | undefined {
  return pack.members.find((member) => member.unit === unit && holdsOn(member, day));
}

/** The members in their own right on a day. */
export function membersOn(pack: Pack, day: Day): readonly Membership[] {
  return pack.members.filter((member) => member.isMember && holdsOn(member, day));
}

/** The post types that a unit should have on a day; units whose legal personality the pack does not know count as having none. */
export function postTypesAt(pack: Pack, unit: string, day: Day): readonly PostType[] {
  const { tier } = unitOf(pack, unit);
  const legal = membershipOn(pack, unit, day)?.hasLegalPersonality ?? false;
  return pack.postTypes.filter((type) => type.tiers.includes(tier) && (type.legalPersonality === null || type.legalPersonality === legal));
}

/** The post types that carry a role. */
export function postTypesWith(pack: Pack, role: Role): readonly PostType[] {
  return pack.postTypes.filter((type) => type.roles.includes(role));
}

/** The entries of a code list, in the order of the pack; with a day only those in force on it. */
export function codesOf(pack: Pack, list: string, day?: Day): readonly Code[] {
  const codes = known(pack.codeLists[list], "code list", list, pack);
  return day === undefined ? codes : codes.filter((code) => holdsOn(code, day));
}

/** The newest entry of a code list with a code, even when it is no longer in force, so that old records keep their label. */
export function codeOf(pack: Pack, list: string, code: string): Code {
  return known(
    find(codesOf(pack, list), (entry) => entry.code, code),
    `code of list ${list}`,
    code,
    pack,
  );
}

/** True when a list has a code; with a day only when it is in force on it. */
export function hasCode(pack: Pack, list: string, code: string, day?: Day): boolean {
  return codesOf(pack, list, day).some((entry) => entry.code === code);
}

/** The rule set in force on a day. */
export function ruleSetOn(pack: Pack, code: string, day: Day): RuleSet {
  const found = pack.ruleSets.find((set) => set.code === code && holdsOn(set, day));
  return known(found, `rule set in force on ${day}`, code, pack);
}

/** One parameter of the rule set in force on a day. */
export function parameterOn(pack: Pack, set: string, parameter: string, day: Day): RuleParameter {
  const { parameters } = ruleSetOn(pack, set, day);
  return known(parameters[parameter], `parameter of rule set ${set}`, parameter, pack);
}

/** The value of a parameter that is a number. */
export function numberOn(pack: Pack, set: string, parameter: string, day: Day): number {
  const value: RuleValue = parameterOn(pack, set, parameter, day).value;
  if (typeof value !== "number") throw new RangeError(`${set}.${parameter} is not a number`);
  return value;
}

const DEADLINE_UNITS: readonly string[] = ["working_days", "days", "months", "hours"] satisfies DeadlineUnit[];

/** A rule parameter as a deadline. Throws when its unit is not one of working days, days, months or hours. */
export function allowanceOf(parameter: RuleParameter): Allowance {
  const { code, unit, value } = parameter;
  if (typeof value !== "number" || !DEADLINE_UNITS.includes(unit)) {
    throw new RangeError(`${code} is no deadline: ${JSON.stringify(value)} ${unit}`);
  }
  return { amount: value, unit: unit as DeadlineUnit };
}

/** The deadline a rule sets on a day. */
export function allowanceOn(pack: Pack, set: string, parameter: string, day: Day): Allowance {
  return allowanceOf(parameterOn(pack, set, parameter, day));
}
