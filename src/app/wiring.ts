/** Gives modules what only the composition root knows: keys, settings, a handle of their own, the sums over all modules. */
import type { Kysely } from "kysely";
import type pg from "pg";
import { configureAccount, type ProviderSettings } from "#modules/account";
import { configureInductions } from "#modules/inductions";
import { configureMessages } from "#modules/messages";
import { configureOperations } from "#modules/operations";
import { configurePeople } from "#modules/people";
import { comingSessions } from "#modules/sessions";
import { houseOf, type House } from "#kernel/access/house.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { keysFolder } from "#kernel/seal/key.ts";
import { openKeyring, type Keyring } from "#platform/auth/keyring.ts";
import { gatewayOutlet } from "#platform/mail/sms-gateway.ts";
import { smtpOutlet } from "#platform/mail/smtp.ts";
import type { Outlets } from "#kernel/conversation/deliver.ts";
import type { Config } from "./config.ts";
import type { OpenDatabase } from "./database.ts";
import { modules } from "./modules.ts";

/** What modules are configured from. */
export interface Wiring {
  readonly keyring: Keyring;
  readonly oidc: ProviderSettings | null;
  /** A small pool beside the main one, for writes that stand when an act is rolled back. */
  readonly aside: Kysely<any>;
  readonly house: House;
  readonly pack: Pack;
  /** The ways out for mail and SMS; null where nothing leaves and everything is shown on a page. */
  readonly outlets: Outlets;
  readonly incomingSecret: string | null;
  /** The checkout, the data folder, and the pool under the main handle. */
  readonly root: string;
  readonly dataFolder: string;
  readonly pool: pg.Pool;
}

/** Called once, before the first request, job or command; tests call it for every world. */
export function configureModules({ keyring, oidc, aside, house, pack, outlets, incomingSecret, root, dataFolder, pool }: Wiring): void {
  configureAccount({ keyring, oidc, aside });
  configureInductions({ enrolled: (db, people, today) => comingSessions(db, people, today, "induction") });
  configureMessages({ keyring, outlets, incomingSecret });
  configureOperations({ root, dataFolder, pool });
  configurePeople({ dutiesOf: house.duties, recordsOf: () => Object.fromEntries(house.records), pack });
}

/** Configures the modules of a real installation from its settings. */
export async function wire(config: Config, database: OpenDatabase, pack: Pack): Promise<void> {
  configureModules({
    keyring: await openKeyring(keysFolder(config.dataFolder)),
    oidc: config.oidc,
    aside: database.aside.db,
    house: houseOf(modules),
    pack,
    outlets: {
      email: config.smtpUrl === null ? null : smtpOutlet(config.smtpUrl, config.mailFrom),
      sms: config.smsGateway === null ? null : gatewayOutlet(config.smsGateway),
    },
    incomingSecret: config.incomingSecret,
    root: config.root,
    dataFolder: config.dataFolder,
    pool: database.pool,
  });
}
