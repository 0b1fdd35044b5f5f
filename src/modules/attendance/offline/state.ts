/** Who is here, from the rows on the phone: the same rows in any order, and any of them twice, give the same answer. */

/** A half-day as the phone keeps it; times are ISO texts. */
export interface KeptPart {
  readonly id: string;
  readonly day: string;
  readonly half: "morning" | "afternoon";
  readonly from: string;
  readonly to: string;
}

/** A name as the phone keeps it. `mark` is what a scanned code is known by. */
export interface KeptPerson {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly mark: string;
  readonly office: string;
}

/** What a phone takes along. */
export interface Roster {
  readonly id: string;
  readonly person: string;
  readonly title: string;
  readonly reference: string;
  readonly place: string | null;
  readonly parts: readonly KeptPart[];
  readonly people: readonly KeptPerson[];
  /** Why the server takes nothing (any more); empty for none. */
  readonly refusal: string;
}

/** A row on the phone. `waiting` is 1 until the server has said that it has it; `refused` says why it never will. */
export interface KeptRow {
  readonly id: string;
  readonly gathering: string;
  readonly part: string;
  readonly participant: string;
  readonly kind: "arrived" | "left" | "stayed" | "absent" | "void";
  readonly method: "qr" | "code" | "name" | "";
  readonly at: string;
  readonly until: string | null;
  readonly voids: string | null;
  readonly reason: string | null;
  readonly device: string | null;
  readonly waiting: 0 | 1;
  readonly refused: string;
}

/** Where somebody is in a half-day. */
export interface Standing {
  readonly since: string | null;
  readonly left: string | null;
  /** The last row that says so, to be taken back. */
  readonly last: KeptRow | null;
}

const NOWHERE: Standing = { since: null, left: null, last: null };

/** Where one person is, from her rows of one half-day. */
export function standingOf(rows: readonly KeptRow[]): Standing {
  const back = new Set(rows.flatMap((row) => (row.refused === "" && row.voids !== null ? [row.voids] : [])));
  const live = rows
    .filter((row) => row.refused === "" && row.kind !== "void" && row.kind !== "absent" && !back.has(row.id))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.kind === b.kind ? 0 : a.kind === "arrived" ? -1 : 1));
  let standing = NOWHERE;
  for (const row of live) {
    if (row.kind === "left") standing = { since: null, left: row.at, last: row };
    else if (standing.since === null) standing = { since: row.at, left: null, last: row };
  }
  return standing;
}

/** A name as it is compared: lower case, without accents. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

/** A code as it was typed or read out. */
export function codeOf(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, "");
}

/** The half-day that a door is about now: under way or within the hour, else the next, else the last. */
export function partAt(parts: readonly KeptPart[], now: number): KeptPart | undefined {
  return (
    parts.find((part) => now >= Date.parse(part.from) - 3_600_000 && now < Date.parse(part.to)) ??
    parts.find((part) => Date.parse(part.from) > now) ??
    parts.at(-1)
  );
}
