/** What the module is told once by the composition root: the key of stop links, the ways out, and the secret of the way in. */
import type { Outlets } from "#kernel/conversation/deliver.ts";
import type { Keyring } from "#platform/auth/keyring.ts";

/** What `configureMessages` is given. */
export interface MessageSettings {
  readonly keyring: Keyring;
  readonly outlets: Outlets;
  /** The secret gateways sign incoming messages with; null: none are taken in. */
  readonly incomingSecret: string | null;
}

let settings: MessageSettings | null = null;

/** Called once, before the first request or job. A test calls it in its set-up. */
export function configureMessages(given: MessageSettings): void {
  settings = given;
}

/** The settings. Throws when the composition root forgot them. */
export function messageSettings(): MessageSettings {
  if (settings === null) throw new Error("configureMessages was not called before the first request.");
  return settings;
}
