/** A tiny invented country, Marama, as pack files: nothing in the code may need more than this. Its weekend is Friday and Saturday, its clocks change twice a year, its fiscal year is the calendar year. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadPack } from "./load.ts";
import type { Pack } from "./pack.ts";

function three(en: string) {
  return { en, fr: `${en} (fr)`, rw: `≈${en} (rw)` };
}

const identity = {
  code: "mm-alm",
  version: "1",
  names: three("Marama"),
  country: { code: "MM", names: three("Marama") },
  association: { code: "ALM", names: three("Association of the islands"), facts: [] },
  timeZone: "Europe/Lisbon",
  currency: { code: "TND", exponent: 3 },
  languages: ["fr", "en", "rw"],
  noticeLanguage: "fr",
  phone: { prefix: "+999", pattern: "^\\d{6}$" },
  nationalId: { pattern: "^[A-Z]\\d{5}$" },
  fiscalYearStartMonth: 1,
};

const holidays = {
  weekendHoliday: { moves: false, except: [], source: "Invented" },
  holidays: [
    { code: "founding", kind: "fixed", month: 3, date: 4, names: three("Founding day") },
    {
      code: "boats",
      kind: "nth_weekday",
      month: 9,
      weekday: 1,
      nth: -1,
      names: three("Day of the boats"),
    },
    {
      code: "moon",
      kind: "dated",
      days: [{ day: "2025-10-06", unconfirmed: true }],
      names: three("Moon day"),
    },
  ],
};

const rules = {
  ruleSets: [
    {
      code: "handover",
      names: three("Handover"),
      source: "Invented",
      validTo: "2025-07-01",
      parameters: [{ code: "file_within", names: three("File within"), value: 5, unit: "working_days" }],
    },
    {
      code: "handover",
      names: three("Handover"),
      source: "Invented",
      article: "4",
      validFrom: "2025-07-01",
      parameters: [{ code: "file_within", names: three("File within"), value: 3, unit: "working_days" }],
      steps: [
        { afterWorkingDays: -1, to: "owner" },
        { afterWorkingDays: 2, to: "secretary_general" },
      ],
    },
  ],
};

const duties = {
  duties: [
    {
      code: "accounts",
      kind: "publication",
      names: three("Accounts"),
      tiers: ["COM"],
      owner: "finance_officer",
      rhythm: { every: "year", within: { amount: 2, unit: "months" } },
      source: "Invented",
    },
  ],
};

const retention = {
  purposes: [
    {
      code: "contact",
      names: three("Contacts"),
      basis: "consent",
      keep: { amount: 6, unit: "months" },
      from: "closed",
      afterwards: "erase",
      source: "Invented",
    },
  ],
};

/** The files of the pack by name; tests break one and load the result. */
export function islandFiles(): Record<string, string> {
  return {
    "pack.json": JSON.stringify(identity),
    "tiers.csv": [
      "code,kind,level,en,fr,rw,en_plural,fr_plural,rw_plural",
      "ISL,territory,0,Island state,État insulaire,≈Igihugu,Island states,États insulaires,≈Ibihugu",
      "COM,territory,1,Commune,Commune,—,Communes,Communes,—",
      "QUA,territory,2,Quarter,Quartier,—,Quarters,Quartiers,—",
      "ALM,association,,Association,Association,—,Associations,Associations,—",
    ].join("\n"),
    "units.csv": [
      "code,name,name_fr,name_rw,tier,parent_code,valid_from,valid_to",
      "M,Marama,,,ISL,,,",
      "M1,North Island,Île du Nord,,COM,M,,",
      "M2,South Island,Île du Sud,,COM,M,,",
      "M11,Harbour,Le Port,,QUA,M1,,",
    ].join("\n"),
    "members.csv": [
      "unit_code,is_member,member_via,has_legal_personality,valid_from,valid_to,unconfirmed,source",
      "M1,yes,,yes,,,no,Invented",
      "M2,yes,,yes,,2020-01-01,no,Invented",
      "M2,no,M1,no,2020-01-01,,yes,Invented",
    ].join("\n"),
    "contexts.csv": "unit_code,context_group,size_class,unconfirmed,source\nM1,port,small,no,Invented",
    "tiles.csv": "unit_code,code,column,row\nM1,NOR,1,1\nM2,SOU,1,2",
    "post-types.csv": [
      "code,en,fr,rw,tiers,legal_personality,seats,selection,head,term_years,supervisor,roles,unconfirmed,source",
      "CHI,Chief of the commune,Chef de la commune,—,COM,yes,1,elected,yes,4,,mayor learner,no,Invented",
      "WAR,Warden,Intendant,—,COM,no,1,appointed,yes,,,executive_secretary,no,Invented",
      "TRE,Treasurer,Trésorier,—,COM,any,2,appointed,no,,CHI,finance_officer respondent,no,Invented",
      "ELD,Elder,Ancien,—,QUA,any,,volunteer,no,,TRE,village_head,yes,Invented",
      "GEN,General secretary,Secrétaire général,—,ALM,any,1,appointed,yes,,,secretary_general capacity_manager administrator,no,Invented",
    ].join("\n"),
    "groups.json": JSON.stringify({
      groups: [{ code: "women_chiefs", names: three("Women chiefs"), postTypes: ["CHI"], sex: "F" }],
    }),
    "code-lists.csv": [
      "list,code,en,fr,rw,valid_from,valid_to,flags",
      "list,list,Code lists,Listes,—,,,",
      "list,context_group,Groups,Groupes,—,,,",
      "list,size_class,Sizes,Tailles,—,,,",
      "list,legal_basis,Bases,Bases,—,,,",
      "list,retention_start,Starts,Départs,—,,,",
      "context_group,port,Port,Port,—,,,",
      "context_group,inland,Inland,Intérieur,—,,2019-01-01,",
      "size_class,small,Small,Petite,—,,,min=1 max=900",
      "legal_basis,consent,Consent,Consentement,—,,,sensitive",
      "retention_start,closed,Closed,Clos,—,,,",
    ].join("\n"),
    "holidays.json": JSON.stringify(holidays),
    "calendar.json": JSON.stringify({
      workingWeek: [7, 1, 2, 3, 4],
      windows: [
        {
          code: "storms",
          names: three("Storms"),
          use: "avoid",
          from: { month: 12, date: 20 },
          to: { month: 2, date: 10 },
          source: "Invented",
        },
      ],
    }),
    "rules.json": JSON.stringify(rules),
    "duties.json": JSON.stringify(duties),
    "retention.json": JSON.stringify(retention),
    "words.json": JSON.stringify({ terms: [{ code: "member", names: three("island") }] }),
  };
}

/** Writes pack files to a folder of their own, loads them, and removes the folder again. */
export function loadFiles(files: Readonly<Record<string, string>>): Pack {
  const dir = mkdtempSync(join(tmpdir(), "inteko-pack-"));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content);
    return loadPack(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** The invented pack, loaded. */
export function islandPack(): Pack {
  return loadFiles(islandFiles());
}
