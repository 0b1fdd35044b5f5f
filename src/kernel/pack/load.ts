/** Loads a country pack from its folder, checks all of it, and freezes it. */
import { isLanguage, LANGUAGES } from "#platform/i18n/text.ts";
import type { Language, Text } from "#platform/i18n/text.ts";
import { Findings, PackError } from "./findings.ts";
import { codesIn, readCodeLists } from "./lists.ts";
import type { Pack } from "./pack.ts";
import { readContexts, readMembers, readTiers, readTiles, readUnits } from "./places.ts";
import { readGroups, readPostTypes } from "./posts.ts";
import { readJson } from "./read.ts";
import type { RecordReader } from "./read.ts";
import { readDuties, readRetention, readRuleSets } from "./rulebook.ts";
import { readCalendar } from "./time.ts";

function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}

function pattern(row: RecordReader, column: string): string {
  const value = row.required(column);
  try {
    new RegExp(value, "u");
  } catch (error) {
    row.wrong(column, `is no regular expression: ${(error as Error).message}`);
  }
  return value;
}

function timeZoneOf(row: RecordReader): string {
  const zone = row.required("timeZone");
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone;
  } catch {
    row.wrong("timeZone", `${JSON.stringify(zone)} is no time zone of the IANA list`);
    return "UTC";
  }
}

function languagesOf(row: RecordReader): readonly Language[] {
  const languages = row.words("languages").filter((language): language is Language => isLanguage(language));
  if (languages.length !== LANGUAGES.length || new Set(languages).size !== LANGUAGES.length) {
    row.wrong("languages", `must list ${LANGUAGES.join(", ")} once each`);
  }
  return languages;
}

function readAssociation(row: RecordReader, findings: Findings): Pack["association"] {
  const facts = row.list("facts").map((each) => {
    const value = each.raw("value");
    if (typeof value !== "number" && typeof value !== "string") each.wrong("value", "must be a number or a text");
    const fact = {
      code: each.required("code"),
      names: each.texts("names"),
      value: value as string | number,
      ...each.sourced(),
    };
    return { place: each.place, fact };
  });
  findings.unique(facts, "code", ({ fact }) => fact.code);
  return {
    code: row.required("code"),
    names: row.texts("names"),
    unconfirmed: row.flag("unconfirmed"),
    facts: facts.map(({ fact }) => fact),
  };
}

function readIdentity(dir: string, findings: Findings) {
  const row = readJson(dir, "pack.json", findings);
  const country = row.inner("country");
  const currency = row.inner("currency");
  const phone = row.inner("phone");
  return {
    code: row.required("code"),
    version: row.required("version"),
    names: row.texts("names"),
    country: { code: country.required("code"), names: country.texts("names") },
    association: readAssociation(row.inner("association"), findings),
    timeZone: timeZoneOf(row),
    currency: { code: currency.required("code"), exponent: currency.integerFrom("exponent", 0, 4) },
    languages: languagesOf(row),
    noticeLanguage: row.oneOf("noticeLanguage", LANGUAGES),
    phone: { prefix: phone.required("prefix"), pattern: pattern(phone, "pattern") },
    nationalId: { pattern: pattern(row.inner("nationalId"), "pattern") },
    fiscalYearStartMonth: row.integerFrom("fiscalYearStartMonth", 1, 12),
  };
}

function readTerms(dir: string, findings: Findings): Record<string, Text> {
  const rows = readJson(dir, "words.json", findings)
    .list("terms")
    .map((row) => ({ place: row.place, code: row.required("code"), names: row.texts("names") }));
  findings.unique(rows, "code", ({ code }) => code);
  return Object.fromEntries(rows.map(({ code, names }) => [code, names]));
}

/**
 * Reads the pack in a folder. Every file is read even when an earlier one is wrong, so that one look shows all
 * mistakes. Throws a {@link PackError} that names file, row and column of each.
 */
export function loadPack(dir: string): Pack {
  const findings = new Findings();
  const { fiscalYearStartMonth, ...identity } = readIdentity(dir, findings);
  const tiers = readTiers(dir, findings);
  const units = readUnits(dir, tiers, findings);
  const postTypes = readPostTypes(dir, tiers, findings);
  const codeLists = readCodeLists(dir, findings);
  const contextLists = {
    group: codesIn(codeLists, "context_group"),
    size: codesIn(codeLists, "size_class"),
  };
  const retentionLists = {
    basis: codesIn(codeLists, "legal_basis"),
    start: codesIn(codeLists, "retention_start"),
  };
  const pack: Pack = {
    ...identity,
    calendar: readCalendar(dir, identity.timeZone, fiscalYearStartMonth, findings),
    tiers: [...tiers.values()],
    units: [...units.values()],
    members: readMembers(dir, units, findings),
    contexts: readContexts(dir, units, contextLists, findings),
    tiles: readTiles(dir, units, findings),
    postTypes: [...postTypes.values()],
    groups: readGroups(dir, postTypes, tiers, findings),
    codeLists,
    ruleSets: readRuleSets(dir, findings),
    duties: readDuties(dir, tiers, findings),
    retention: readRetention(dir, retentionLists, findings),
    terms: readTerms(dir, findings),
  };
  if (findings.problems.length > 0) throw new PackError(findings.problems);
  return deepFreeze(pack);
}
