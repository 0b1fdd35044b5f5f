/** What the account module is told once by the composition root: the key, the outside provider, and a handle of its own. */
import type { Db } from "#platform/db/handle.ts";
import type { Keyring } from "#platform/auth/keyring.ts";
import type { AccountTables } from "./schema.ts";

/** An OpenID Connect provider that people may sign in with. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As the button names it. */
  readonly name: string;
}

/** What `configureAccount` is given. */
export interface AccountSettings {
  readonly keyring: Keyring;
  readonly oidc: ProviderSettings | null;
  /**
   * Writes that stand whether or not the request's act does: counted tries, used-up steps. Give it a small pool of its own:
   * an act already holds one connection, and two hundred sign-ins at once must not wait for each other's second one.
   */
  readonly aside: Db<any>;
}

let settings: AccountSettings | null = null;

/** Called once, before the first request. A test calls it in its set-up. */
export function configureAccount(given: AccountSettings): void {
  settings = given;
}

/** The settings. Throws when the composition root forgot them: signing in without limits and keys is worse than not at all. */
export function accountSettings(): Omit<AccountSettings, "aside"> & { readonly aside: Db<AccountTables> } {
  if (settings === null) throw new Error("configureAccount was not called before the first request.");
  return settings;
}
