/** Reads the post types and the groups of a pack. */
import type { Findings } from "./findings.ts";
import { SELECTIONS } from "./pack.ts";
import type { Group, PostType, Tier } from "./pack.ts";
import { isRole } from "./roles.ts";
import type { Role } from "./roles.ts";
import { readCsv, readJson } from "./read.ts";
import type { RecordReader } from "./read.ts";

const COLUMNS = [
  "code",
  "en",
  "fr",
  "rw",
  "tiers",
  "legal_personality",
  "seats",
  "selection",
  "head",
  "term_years",
  "supervisor",
  "roles",
  "unconfirmed",
  "source",
];

/** The codes of tiers in a column, each of which must exist. */
export function tiersIn(row: RecordReader, column: string, tiers: ReadonlyMap<string, Tier>): readonly string[] {
  const codes = row.words(column);
  for (const code of codes) if (!tiers.has(code)) row.wrong(column, `${code} is no tier of tiers.csv`);
  return codes;
}

/** The roles in a column, each of the closed list. */
export function rolesIn(row: RecordReader, column: string): readonly Role[] {
  const roles = row.words(column);
  for (const role of roles) if (!isRole(role)) row.wrong(column, `${role} is no role; the roles are listed in roles.ts`);
  return roles.filter((role) => isRole(role));
}

function legalPersonality(row: RecordReader): boolean | null {
  const value = row.oneOf("legal_personality", ["yes", "no", "any"], "any");
  return value === "any" ? null : value === "yes";
}

function readPostType(row: RecordReader, tiers: ReadonlyMap<string, Tier>): PostType {
  const type: PostType = {
    code: row.required("code"),
    names: row.text(),
    tiers: tiersIn(row, "tiers", tiers),
    legalPersonality: legalPersonality(row),
    seats: row.integer("seats"),
    selection: row.oneOf("selection", SELECTIONS),
    isHead: row.flag("head"),
    termYears: row.integer("term_years"),
    supervisor: row.optional("supervisor") || null,
    roles: rolesIn(row, "roles"),
    ...row.sourced(),
  };
  if (type.tiers.length === 0) row.wrong("tiers", "is empty; a post exists at one tier at least");
  if (type.roles.length === 0) row.wrong("roles", "is empty; a post without a role could do nothing");
  if (type.seats !== null && type.seats < 1) row.wrong("seats", "must be 1 or more, or empty when it differs");
  if (type.isHead && type.seats !== 1) row.wrong("head", "the head of a body is one seat");
  return type;
}

/** Post types by code; supervisors must exist and no chain of them may lead back to its start. */
export function readPostTypes(dir: string, tiers: ReadonlyMap<string, Tier>, findings: Findings): Map<string, PostType> {
  const rows = readCsv(dir, "post-types.csv", COLUMNS, findings).map((row) => ({
    row,
    place: row.place,
    type: readPostType(row, tiers),
  }));
  findings.unique(rows, "code", ({ type }) => type.code);
  const types = new Map(rows.map(({ type }) => [type.code, type]));
  for (const { row, type } of rows) checkSupervisor(row, type, types, tiers);
  checkHeads(rows, findings);
  return types;
}

/** Bodies that are no territory lie beside the tiers and can be supervised by any. */
function levelsOf(type: PostType, tiers: ReadonlyMap<string, Tier>): number[] {
  return type.tiers.map((tier) => tiers.get(tier)?.level ?? 99);
}

function checkSupervisor(row: RecordReader, type: PostType, types: ReadonlyMap<string, PostType>, tiers: ReadonlyMap<string, Tier>): void {
  if (type.supervisor === null) return;
  const supervisor = types.get(type.supervisor);
  if (supervisor === undefined) return row.wrong("supervisor", `there is no post type ${type.supervisor}`);
  if (Math.min(...levelsOf(supervisor, tiers)) > Math.max(...levelsOf(type, tiers))) {
    row.wrong("supervisor", `${supervisor.code} exists only below ${type.code} and cannot supervise it`);
  }
  const seen = new Set([type.code]);
  for (let at: string | null = type.supervisor; at !== null; at = types.get(at)?.supervisor ?? null) {
    if (at === type.code) return row.wrong("supervisor", `${type.code} would end up supervising itself`);
    if (seen.has(at)) return;
    seen.add(at);
  }
}

/** One head for each tier and kind of unit. */
function checkHeads(rows: readonly { row: RecordReader; type: PostType }[], findings: Findings): void {
  const heads = rows
    .filter(({ type }) => type.isHead)
    .flatMap(({ row, type }) =>
      type.tiers.flatMap((tier) =>
        [true, false]
          .filter((legal) => type.legalPersonality === null || type.legalPersonality === legal)
          .map((legal) => ({
            place: row.place,
            key: `The head of tier ${tier} ${legal ? "with" : "without"} legal personality`,
          })),
      ),
    );
  findings.unique(heads, "head", ({ key }) => key);
}

/** Target groups; their post types, tiers and roles must exist. */
export function readGroups(
  dir: string,
  types: ReadonlyMap<string, PostType>,
  tiers: ReadonlyMap<string, Tier>,
  findings: Findings,
): Group[] {
  const rows = readJson(dir, "groups.json", findings)
    .list("groups")
    .map((row) => {
      const group: Group = {
        code: row.required("code"),
        names: row.texts("names"),
        postTypes: row.words("postTypes"),
        tiers: tiersIn(row, "tiers", tiers),
        roles: rolesIn(row, "roles"),
        maxMonthsInPost: row.integer("maxMonthsInPost"),
        sex: row.raw("sex") === undefined ? null : row.oneOf("sex", ["F", "M"]),
        ageMax: row.integer("ageMax"),
        withDisability: row.flag("withDisability"),
        unconfirmed: row.flag("unconfirmed"),
      };
      for (const code of group.postTypes) {
        if (!types.has(code)) row.wrong("postTypes", `there is no post type ${code}`);
      }
      if (group.postTypes.length + group.tiers.length + group.roles.length === 0) {
        row.wrong("postTypes", "a group names post types, tiers or roles");
      }
      return { place: row.place, group };
    });
  findings.unique(rows, "code", ({ group }) => group.code);
  return rows.map(({ group }) => group);
}
