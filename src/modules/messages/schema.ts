/** The tables the module names, and how addresses and forms are read. */
import type { Day } from "#kernel/calendar/day.ts";
import type { Channel } from "#kernel/conversation/address.ts";
import type { ConversationTables } from "#kernel/conversation/tables.ts";
import type { RegistryTables } from "#kernel/registry/tables.ts";
import type { State } from "./rules.ts";

/** Messages live in the kernel; the module has no tables of its own. */
export type MessagesTables = ConversationTables & RegistryTables;

/** What a list of messages is sorted by. */
export const MESSAGE_SORTS = ["when", "cost"] as const;
export type MessageSort = (typeof MESSAGE_SORTS)[number];

/** What a list of messages is limited to; null is no limit. */
export interface MessagesQuestion {
  readonly direction: "in" | "out" | null;
  readonly state: State | null;
  readonly channel: Channel | null;
  /** A name, or a whole telephone number or e-mail address. */
  readonly q: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly sort: MessageSort;
  readonly descending: boolean;
}

/** A message as a gateway sends it, or null when it is not one. */
export interface IncomingBody {
  readonly id: string;
  readonly from: string;
  readonly text: string;
  readonly inReplyTo: string | null;
}

const OWN_ID = /^<?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/;

/** Reads the JSON of the incoming route: `{"id","from","text","inReplyTo"?}`; `inReplyTo` is the Message-ID that a mail answers. */
export function readIncoming(bytes: Uint8Array): IncomingBody | null {
  let body: Record<string, unknown> | null;
  try {
    body = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Record<string, unknown> | null;
  } catch {
    return null;
  }
  const { id, from, text, inReplyTo } = body ?? {};
  if (typeof id !== "string" || id === "" || id.length > 200) return null;
  if (typeof from !== "string" || from.trim() === "" || from.length > 254 || typeof text !== "string") return null;
  const answered = typeof inReplyTo === "string" ? OWN_ID.exec(inReplyTo)?.[1] : undefined;
  // PostgreSQL keeps no NUL in a text.
  return { id, from, text: text.replaceAll("\0", ""), inReplyTo: answered ?? null };
}
