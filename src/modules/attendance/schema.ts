/** The shapes of attendance: what a phone sends, what a list shows, what stands behind presence. */
import type { Day } from "#kernel/calendar/day.ts";
import type { Gathering, Part } from "#kernel/gathering/gatherings.ts";
import type { GatheringFacts } from "#kernel/gathering/kinds.ts";
import type { NewPresence } from "#kernel/gathering/presence.ts";
import { isId } from "#platform/db/ids.ts";

/** Kind of this module’s records in the journal and in links: the attendance list of a gathering. */
export const LIST = "attendance.list";

/** A gathering with what its pages need. */
export interface OpenList {
  readonly gathering: Gathering;
  readonly facts: GatheringFacts;
  readonly parts: readonly Part[];
  readonly href: string;
}

/** A gathering in the list of lists. */
export interface ListedGathering {
  readonly gathering: Gathering;
  readonly facts: GatheringFacts;
  readonly expected: number;
  readonly here: number;
  readonly undecided: number;
  readonly due: Date;
  readonly state: ListState;
  readonly mayRecord: boolean;
}

export const STATES = ["today", "to_close", "coming", "closed"] as const;
export type ListState = (typeof STATES)[number];

/** A paper list or a call’s log. */
export interface Evidence {
  readonly id: string;
  readonly gathering: string;
  readonly part: string | null;
  readonly kind: "paper" | "call_log";
  readonly name: string;
  readonly file: string | null;
  readonly signedOn: Day;
  readonly state: "draft" | "taken" | "dropped";
  readonly post: string | null;
  readonly recordedAt: Date;
}

/** The rate of the per-diem in force: money for a day present, in the smallest unit. */
export interface Rate {
  readonly amount: number;
  readonly currency: string;
  readonly source: string;
}

/** Most rows of one message from a phone; a phone with more sends several. */
export const MOST_ROWS = 500;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

const DOOR_KINDS = ["arrived", "left", "void"] as const;
const DOOR_METHODS = ["qr", "code", "name"] as const;

function rowOf(value: unknown): NewPresence | null {
  if (!isRecord(value)) return null;
  const { id, part, participant, voids, reason, device } = value;
  const kind = DOOR_KINDS.find((each) => each === value["kind"]);
  const method = DOOR_METHODS.find((each) => each === value["method"]);
  const at = typeof value["at"] === "string" ? new Date(value["at"]) : new Date(Number.NaN);
  const ids = [id, part, participant];
  if (kind === undefined || method === undefined || Number.isNaN(at.getTime())) return null;
  if (!ids.every((each) => isId(each as string)) || (kind === "void" && !isId(voids as string))) return null;
  return {
    id: id as string,
    part: part as string,
    participant: participant as string,
    kind,
    method,
    mode: value["mode"] === "online" ? "online" : "physical",
    from: at,
    to: null,
    certainty: "verified",
    source: "",
    device: typeof device === "string" ? device.slice(0, 40) : null,
    voids: kind === "void" ? (voids as string) : null,
    reason: kind === "void" && typeof reason === "string" ? reason.slice(0, 300) : null,
  };
}

/** Reads the rows that a phone sends; null for anything that no app of ours sends. */
export function rowsOf(bytes: Uint8Array): readonly NewPresence[] | null {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  if (!isRecord(value) || !Array.isArray(value["rows"]) || value["rows"].length > MOST_ROWS) return null;
  const rows = value["rows"].map(rowOf);
  return rows.every((row) => row !== null) ? rows : null;
}
