/** Gives modules what only the composition root knows: keys, settings, a handle of their own. */
import { configureAccount } from "#modules/account";
import { keysFolder } from "#kernel/seal/key.ts";
import { openKeyring } from "#platform/auth/keyring.ts";
import type { Config } from "./config.ts";
import type { OpenDatabase } from "./database.ts";

/** Called once, before the first request, job or command. */
export async function configureModules(config: Config, database: OpenDatabase): Promise<void> {
  configureAccount({ keyring: await openKeyring(keysFolder(config.dataFolder)), oidc: config.oidc, aside: database.aside.db });
}
