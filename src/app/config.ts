/** Reads the few settings of the environment; everything else is a record in the database. */
import { join, resolve } from "node:path";

/** How this process runs. */
export interface Config {
  /** The checkout: migrations, packs and the built code lie below it. */
  readonly root: string;
  /** Where the embedded database, keys and checkpoints are kept. */
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
  readonly readDatabaseUrl: string | null;
  readonly host: string;
  readonly port: number;
  /** The one public address, for links, cookies and passkeys; null: http://localhost at the port found. */
  readonly origin: string | null;
  readonly packFolder: string;
  /** An smtp:// or smtps:// address, or null: mail is kept and shown on the developer's page only. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** An HTTP gateway for SMS, or null: messages are kept and shown on the developer's page only. */
  readonly smsGateway: { readonly url: string; readonly token: string } | null;
  /** The secret that gateways sign incoming messages with; null: none are taken in. */
  readonly incomingSecret: string | null;
  /** An OpenID Connect provider: issuer, client id and secret, or null. */
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly name: string } | null;
}

/** Thrown for a setting that cannot be used; the sentence says which and what to write instead. */
export class ConfigError extends Error {}

const isLoopback = (host: string): boolean => /^(localhost|::1|\[::1\]|127(\.\d{1,3}){3})$/.test(host);

function originOf(value: string | undefined): string | null {
  if (value === undefined || value === "") return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || url.pathname !== "/" || !/^https?:$/.test(url.protocol))
    throw new ConfigError(`INTEKO_ORIGIN must be an address such as https://inteko.example, without a path; it is "${value}".`);
  if (url.protocol === "http:" && !isLoopback(url.hostname))
    throw new ConfigError(
      `INTEKO_ORIGIN is ${value}: plain http beyond this machine would send passwords in the open. Put a reverse proxy with TLS in front and write https://.`,
    );
  return url.origin;
}

/** The address of a database server, or null; what the driver would take for a host called “base” is refused. */
function databaseOf(name: string, value: string | undefined): string | null {
  if (value === undefined || value === "") return null;
  if (!/^postgres(ql)?:\/\//.test(value))
    throw new ConfigError(`${name} must be an address such as postgresql://user:password@host/database.`);
  return value;
}

function portOf(value: string | undefined): number {
  const port = Number(value ?? "8080");
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new ConfigError(`PORT must be a number from 0 to 65535; it is "${value}".`);
  return port;
}

/** The settings of an environment. Throws ConfigError with a sentence for one that cannot be used. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, root: string): Config {
  const host = env["HOST"] ?? "127.0.0.1";
  const origin = originOf(env["INTEKO_ORIGIN"]);
  if (!isLoopback(host) && origin === null)
    throw new ConfigError(
      `HOST is ${host}, so the server would answer beyond this machine: set INTEKO_ORIGIN to its https:// address too.`,
    );
  const issuer = env["OIDC_ISSUER"];
  return {
    root,
    dataFolder: resolve(root, env["INTEKO_DATA"] ?? "data"),
    databaseUrl: databaseOf("DATABASE_URL", env["DATABASE_URL"]),
    readDatabaseUrl: databaseOf("READ_DATABASE_URL", env["READ_DATABASE_URL"]),
    host,
    port: portOf(env["PORT"]),
    origin,
    packFolder: resolve(root, env["INTEKO_PACK"] ?? join("packs", "rwanda")),
    smtpUrl: env["SMTP_URL"] ?? null,
    mailFrom: env["MAIL_FROM"] ?? "inteko@localhost",
    smsGateway: env["SMS_GATEWAY_URL"] === undefined ? null : { url: env["SMS_GATEWAY_URL"], token: env["SMS_GATEWAY_TOKEN"] ?? "" },
    incomingSecret: env["INCOMING_SECRET"] ?? null,
    oidc:
      issuer === undefined
        ? null
        : {
            issuer,
            clientId: env["OIDC_CLIENT_ID"] ?? "",
            clientSecret: env["OIDC_CLIENT_SECRET"] ?? "",
            name: env["OIDC_NAME"] ?? new URL(issuer).hostname,
          },
  };
}
