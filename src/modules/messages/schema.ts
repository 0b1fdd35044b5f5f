/** The tables the module names, and how addresses and forms are read. */
import { isDay, type Day } from "#kernel/calendar/day.ts";
import { isChannel, type Channel } from "#kernel/conversation/address.ts";
import type { ConversationTables } from "#kernel/conversation/tables.ts";
import type { RegistryTables } from "#kernel/registry/tables.ts";
import { STATES, type State } from "./rules.ts";

/** Messages live in the kernel; the module has no tables of its own. */
export type MessagesTables = ConversationTables & RegistryTables;

/** What a list of messages is limited to. An empty text or null is no limit. */
export interface MessagesQuestion {
  readonly direction: "in" | "out" | null;
  readonly state: State | null;
  readonly channel: Channel | null;
  /** A name, or a whole telephone number or e-mail address. */
  readonly words: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly sort: "when" | "cost";
  readonly descending: boolean;
}

const dayIn = (value: string | null): Day | null => (isDay(value) ? value : null);

/** What an address asks for; a word it does not know means no limit. */
export function questionOf(query: URLSearchParams): MessagesQuestion {
  const direction = query.get("direction");
  const channel = query.get("channel");
  return {
    direction: direction === "in" || direction === "out" ? direction : null,
    state: STATES.find((state) => state === query.get("state")) ?? null,
    channel: isChannel(channel) ? channel : null,
    words: (query.get("q") ?? "").trim().slice(0, 100),
    from: dayIn(query.get("from")),
    to: dayIn(query.get("to")),
    sort: query.get("sort") === "cost" ? "cost" : "when",
    descending: query.get("down") !== "0",
  };
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
