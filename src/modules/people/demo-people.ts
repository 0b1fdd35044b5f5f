/** Draws invented holders for posts: the same people for the same seed, whatever the machine. */
import { addDays, addMonths, daysBetween, yearOf, type Day } from "#kernel/calendar/day.ts";
import type { PostType } from "#kernel/pack/pack.ts";
import type { Role } from "#kernel/pack/roles.ts";
import type { Random } from "#methods/draw/random.ts";
import { FAMILIES, MEN, WOMEN } from "./demo-names.ts";

/** An invented person. */
export interface DrawnPerson {
  readonly name: string;
  readonly given: string;
  readonly sex: "F" | "M";
  readonly birthYear: number | null;
  readonly language: "rw" | "en" | "fr";
  readonly level: string | null;
  readonly field: string | null;
}

/** A holding of a post by a drawn person. */
export interface DrawnHolding {
  readonly person: DrawnPerson;
  readonly from: Day;
  readonly precision: "year" | "month" | "day";
  readonly to: Day | null;
  readonly reasonLeft: string | null;
}

/** What becomes of one post: who holds it now (nobody when vacant), who held it before, and whether somebody from the same body is to act. */
export interface DrawnPost {
  readonly now: DrawnHolding | null;
  readonly before: DrawnHolding | null;
  readonly wantsActing: boolean;
  readonly funded: boolean;
}

const FIELDS: Partial<Record<Role, readonly string[]>> = {
  finance_officer: ["accounting_finance", "economics", "management"],
  internal_auditor: ["accounting_finance", "management"],
  procurement_officer: ["management", "law", "economics"],
  planner: ["economics", "statistics", "management"],
  hr_director: ["human_resources", "management", "public_administration"],
  health_director: ["health"],
  complaint_officer: ["law", "social_sciences", "public_administration"],
  information_officer: ["communication", "social_sciences"],
};
const ANY_FIELD = [
  "public_administration",
  "management",
  "law",
  "economics",
  "education",
  "social_sciences",
  "agriculture",
  "civil_engineering",
  "environment",
  "computing",
  "health",
  "land_planning",
];

function chance(random: Random, share: number): boolean {
  return random.uniform() < share;
}

function drawLevel(random: Random, type: PostType): string | null {
  if (chance(random, 0.06)) return null;
  const manages = type.roles.some((role) => role === "unit_director" || role === "executive_secretary" || role === "secretary_general");
  if (manages) return random.pick(["bachelor", "bachelor", "masters", "masters", "postgraduate"]);
  if (type.selection === "appointed") return random.pick(["diploma", "bachelor", "bachelor", "bachelor", "masters"]);
  if (type.roles.includes("mayor") || type.roles.includes("vice_mayor"))
    return random.pick(["bachelor", "masters", "masters", "doctorate"]);
  return random.pick(["lower_secondary", "upper_secondary", "upper_secondary", "diploma", "bachelor"]);
}

/** Draws a person fit for a type of post on a day. Women hold about two posts in five, fewer of the leading ones. */
export function drawPerson(random: Random, type: PostType, today: Day): DrawnPerson {
  const leads = type.isHead || type.roles.some((role) => role === "unit_director" || role === "executive_secretary");
  const womenOnly = /women/i.test(type.names.en);
  const sex = womenOnly || chance(random, leads ? 0.28 : 0.43) ? "F" : "M";
  const given = random.pick(sex === "F" ? WOMEN : MEN);
  // Some family names are a woman’s by their first syllables.
  const families =
    sex === "F" ? FAMILIES : FAMILIES.filter((family) => !/^(Muka|Nyira|Kayitesi|Mutesi|Umutesi|Umutoni|Uwase)/.test(family));
  const level = drawLevel(random, type);
  const role = type.roles.find((one) => FIELDS[one] !== undefined);
  const age = Math.round(Math.min(63, Math.max(23, random.normal(leads ? 46 : 38, 8))));
  return {
    name: `${given} ${random.pick(families)}`,
    given,
    sex,
    birthYear: chance(random, 0.04) ? null : yearOf(today) - age,
    language: random.pick(["rw", "rw", "rw", "en", "en", "fr"]),
    level,
    field: level === null || level.endsWith("secondary") ? null : random.pick((role === undefined ? undefined : FIELDS[role]) ?? ANY_FIELD),
  };
}

/** The day the running term of elected people began: every five years, and long enough ago that they have settled in. */
export function termStart(today: Day): Day {
  const settled = addDays(today, -200);
  const terms = Math.floor((yearOf(settled) - 2021 - (settled.slice(5) < "11-20" ? 1 : 0)) / 5);
  return `${2021 + terms * 5}-11-20`;
}

function holding(person: DrawnPerson, from: Day, random: Random): DrawnHolding {
  const precision = chance(random, 0.08) ? (chance(random, 0.5) ? "year" : "month") : "day";
  const start = precision === "year" ? `${from.slice(0, 4)}-01-01` : precision === "month" ? `${from.slice(0, 7)}-01` : from;
  return { person, from: start, precision, to: null, reasonLeft: null };
}

function drawElected(random: Random, type: PostType, today: Day): DrawnPost {
  const began = termStart(today);
  const ended = chance(random, 0.14) ? addDays(began, random.integer(120, Math.max(121, daysBetween(began, today) - 30))) : null;
  const vacant = chance(random, 0.02);
  const before: DrawnHolding | null =
    ended !== null
      ? {
          ...holding(drawPerson(random, type, today), began, random),
          precision: "day",
          from: began,
          to: ended,
          reasonLeft: random.pick(["resignation", "transfer", "promotion"]),
        }
      : chance(random, 0.5)
        ? { person: drawPerson(random, type, today), from: addMonths(began, -60), precision: "day", to: began, reasonLeft: "term_end" }
        : null;
  const from = ended === null ? began : addDays(ended, Math.min(random.integer(20, 90), Math.max(0, daysBetween(ended, today) - 1)));
  return { now: vacant ? null : holding(drawPerson(random, type, today), from, random), before, wantsActing: vacant, funded: true };
}

function drawAppointed(random: Random, type: PostType, today: Day): DrawnPost {
  const funded = !chance(random, 0.03);
  const vacant = chance(random, funded ? 0.1 : 0.8);
  const days = chance(random, 0.1)
    ? random.integer(8, 175)
    : Math.round(Math.min(5200, 180 + 2400 * random.uniform() ** 1.4 + 1500 * random.uniform()));
  const from = addDays(today, -days);
  const open: Day = vacant ? addDays(today, -random.integer(12, 420)) : addDays(from, -Math.round(130 * random.uniform() ** 2));
  const left: DrawnHolding | null = chance(random, vacant || days < 430 ? 0.92 : 0.22)
    ? {
        person: drawPerson(random, type, today),
        from: addDays(open, -random.integer(400, 2600)),
        precision: "day",
        to: open,
        reasonLeft: random.pick(["transfer", "transfer", "resignation", "promotion", "retirement", "contract_end"]),
      }
    : null;
  return {
    now: vacant ? null : holding(drawPerson(random, type, today), from, random),
    before: left,
    wantsActing: vacant && funded && chance(random, 0.5),
    funded,
  };
}

/** Draws what becomes of one post. */
export function drawPost(random: Random, type: PostType, today: Day): DrawnPost {
  return type.selection === "appointed" ? drawAppointed(random, type, today) : drawElected(random, type, today);
}
