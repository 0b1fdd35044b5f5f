/** Who wants no messages: written by STOP, by the link in a mail, and undone by START. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { Act } from "#kernel/access/act.ts";
import type { Keyring } from "#platform/auth/keyring.ts";
import type { Channel } from "./address.ts";
import type { ConversationTables } from "./tables.ts";

/** Where the wish came from. */
export interface OptOutSource {
  /** The message in which it was said, or whose link was followed. */
  readonly message: string;
  readonly by: "reply" | "link";
}

/** No more messages to an address. Saying it twice changes nothing but is journaled. */
export async function optOut(act: Act<ConversationTables>, channel: Channel, address: string, source: OptOutSource): Promise<void> {
  await act.tx
    .insertInto("conversation.opt_out")
    .values({ channel, address, since: act.now })
    .onConflict((conflict) => conflict.columns(["channel", "address"]).doNothing())
    .execute();
  await act.journal({
    kind: "conversation.stopped",
    subject: { kind: "message", id: source.message },
    payload: { channel, by: source.by },
  });
}

/** Messages to an address again. */
export async function optIn(act: Act<ConversationTables>, channel: Channel, address: string, source: OptOutSource): Promise<void> {
  await act.tx.deleteFrom("conversation.opt_out").where("channel", "=", channel).where("address", "=", address).execute();
  await act.journal({
    kind: "conversation.started",
    subject: { kind: "message", id: source.message },
    payload: { channel, by: source.by },
  });
}

const PURPOSE = "message-stop";
const SIGNS = 22;

/** The token of a mail's stop link: which message, signed. No address stands in it. */
export function stopToken(keyring: Keyring, message: string): string {
  const id = Buffer.from(message.replaceAll("-", ""), "hex").toString("base64url");
  return `${id}.${keyring.digest(PURPOSE, message).slice(0, SIGNS)}`;
}

const hashed = (text: string): Buffer => createHash("sha256").update(text).digest();

/** The message of a stop link's token, or null when we did not sign it. */
export function messageOfToken(keyring: Keyring, token: string): string | null {
  const [id = "", signature = ""] = token.split(".");
  const hex = Buffer.from(id, "base64url").toString("hex");
  if (!/^[0-9a-f]{32}$/.test(hex)) return null;
  const message = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  const right = hashed(keyring.digest(PURPOSE, message).slice(0, SIGNS));
  return timingSafeEqual(right, hashed(signature)) ? message : null;
}
