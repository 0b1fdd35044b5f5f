/** Reads the rule sets, duties and retention purposes of a pack. */
import type { EscalationStep } from "#kernel/calendar/clock.ts";
import type { Findings } from "./findings.ts";
import { UNITS_OF_MEASURE } from "./pack.ts";
import type { Duty, RetentionPurpose, RuleParameter, RuleSet, RuleValue, Tier } from "./pack.ts";
import { noOverlap } from "./places.ts";
import { tiersIn } from "./posts.ts";
import { readJson } from "./read.ts";
import type { RecordReader } from "./read.ts";
import { isRole } from "./roles.ts";
import type { Role } from "./roles.ts";
import { readRhythm } from "./time.ts";

/** Whom a step of a ladder can reach besides a role. */
const STEP_TARGETS = ["owner", "supervisor", "head"];

function readValue(row: RecordReader, unit: string): RuleValue {
  const value = row.raw("value");
  const fits =
    unit === "yes_no"
      ? typeof value === "boolean"
      : unit === "text"
        ? typeof value === "string"
        : unit === "dates"
          ? typeof value === "string" && /^\d{2}-\d{2}$/.test(value)
          : isNumbers(value);
  if (!fits) row.wrong("value", `${JSON.stringify(value)} does not fit the unit ${unit}`);
  return value as RuleValue;
}

function isNumbers(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((each) => typeof each === "number");
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function readParameter(row: RecordReader, set: { source: string; unconfirmed: boolean }): RuleParameter {
  const unit = row.oneOf("unit", UNITS_OF_MEASURE);
  return {
    code: row.required("code"),
    names: row.texts("names"),
    value: readValue(row, unit),
    unit,
    source: row.optional("source") || set.source,
    unconfirmed: row.raw("unconfirmed") === undefined ? set.unconfirmed : row.flag("unconfirmed"),
  };
}

function readStep(row: RecordReader): EscalationStep {
  const to = row.required("to");
  if (!STEP_TARGETS.includes(to) && !isRole(to)) {
    row.wrong("to", `${to} is neither ${STEP_TARGETS.join(", ")} nor a role`);
  }
  const after = row.integer("afterWorkingDays");
  if (after === null) row.wrong("afterWorkingDays", "is missing");
  return { afterWorkingDays: after ?? 0, to };
}

function readRuleSet(row: RecordReader, findings: Findings): RuleSet {
  const sourced = row.sourced();
  const parameters = row.list("parameters").map((each) => ({ place: each.place, parameter: readParameter(each, sourced) }));
  findings.unique(parameters, "code", ({ parameter }) => parameter.code);
  return {
    code: row.required("code"),
    names: row.texts("names"),
    article: row.optional("article"),
    ...row.validity(),
    ...sourced,
    parameters: Object.fromEntries(parameters.map(({ parameter }) => [parameter.code, parameter])),
    steps: row.list("steps").map(readStep),
  };
}

/** Rule sets; one of a code holds at a time. */
export function readRuleSets(dir: string, findings: Findings): RuleSet[] {
  const rows = readJson(dir, "rules.json", findings)
    .list("ruleSets")
    .map((row) => {
      const set = readRuleSet(row, findings);
      return { place: row.place, key: set.code, fact: set };
    });
  noOverlap(rows, "validFrom", findings);
  return rows.map(({ fact }) => fact);
}

function ownerOf(row: RecordReader): Role {
  const owner = row.required("owner");
  if (isRole(owner)) return owner;
  row.wrong("owner", `${owner} is no role; the roles are listed in roles.ts`);
  return "administrator";
}

/** Statutory publications and other duties. */
export function readDuties(dir: string, tiers: ReadonlyMap<string, Tier>, findings: Findings): Duty[] {
  const rows = readJson(dir, "duties.json", findings)
    .list("duties")
    .map((row) => {
      const duty: Duty = {
        code: row.required("code"),
        kind: row.oneOf("kind", ["publication", "duty"]),
        names: row.texts("names"),
        tiers: tiersIn(row, "tiers", tiers),
        owner: ownerOf(row),
        rhythm: readRhythm(row.inner("rhythm")),
        article: row.optional("article"),
        ...row.sourced(),
      };
      return { place: row.place, duty };
    });
  findings.unique(rows, "code", ({ duty }) => duty.code);
  return rows.map(({ duty }) => duty);
}

/** The code lists retention is checked against. */
export interface RetentionLists {
  readonly basis: ReadonlySet<string>;
  readonly start: ReadonlySet<string>;
}

/** Purposes for which personal data is kept. */
export function readRetention(dir: string, lists: RetentionLists, findings: Findings): RetentionPurpose[] {
  const rows = readJson(dir, "retention.json", findings)
    .list("purposes")
    .map((row) => {
      const keep = row.raw("keep") === null ? null : row.inner("keep");
      const purpose: RetentionPurpose = {
        code: row.required("code"),
        names: row.texts("names"),
        basis: row.required("basis"),
        keep: keep && {
          amount: keep.integerFrom("amount", 1, 1200),
          unit: keep.oneOf("unit", ["months", "years"]),
        },
        from: row.required("from"),
        afterwards: row.oneOf("afterwards", ["erase", "anonymise"]),
        ...row.sourced(),
      };
      if (!lists.basis.has(purpose.basis)) row.wrong("basis", `${purpose.basis} is no code of list legal_basis`);
      if (!lists.start.has(purpose.from)) row.wrong("from", `${purpose.from} is no code of list retention_start`);
      return { place: row.place, purpose };
    });
  findings.unique(rows, "code", ({ purpose }) => purpose.code);
  return rows.map(({ purpose }) => purpose);
}
