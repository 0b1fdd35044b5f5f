/** What waits between two steps: kept in the database under the hash of a token, sealed, short-lived, used once. */
import { createHash, randomBytes } from "node:crypto";
import type { Keyring } from "#platform/auth/keyring.ts";
import type { Db } from "#platform/db/handle.ts";
import type { AccountTables } from "./schema.ts";

/** The cookie of a sign-in that is half done. */
export const STEP_COOKIE = "inteko_step";

/** What each kind of step holds. */
export interface StepContents {
  /** A first factor has passed; the code is asked next. */
  readonly code: { readonly how: "password" | "provider"; readonly next: string };
  /** A secret was shown; its first code is asked next. */
  readonly code_setup: { readonly secret: string };
  /** New recovery codes, until the person says that she has kept them. */
  readonly recovery_codes: { readonly codes: readonly string[] };
  /** A challenge was sent to a browser; the token is the challenge itself. */
  readonly passkey: { readonly for: "sign-in" | "add" };
  /** The browser was sent to the provider. `link` joins the identity to the account that asked. */
  readonly provider: {
    readonly state: string;
    readonly nonce: string;
    readonly verifier: string;
    readonly next: string;
    readonly for: "sign-in" | "link";
  };
  /** A one-time link with which a person sets her password. */
  readonly password: { readonly first: boolean };
  /** The same link, for the page that shows it to the administrator once. */
  readonly link_shown: { readonly token: string; readonly until: string };
}

export type StepKind = keyof StepContents;

/** Minutes that each kind may wait. */
const MINUTES: Readonly<Record<StepKind, number>> = {
  code: 10,
  code_setup: 20,
  recovery_codes: 20,
  passkey: 5,
  provider: 15,
  password: 48 * 60,
  link_shown: 20,
};

/** A step that still holds. */
export interface Step<K extends StepKind> {
  readonly account: string | null;
  readonly content: StepContents[K];
  readonly expires: Date;
}

const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** When a step of a kind that begins now is over. */
export function stepEnd(kind: StepKind, now: Date): Date {
  return new Date(now.getTime() + MINUTES[kind] * 60_000);
}

/** Begins a step and returns its token. An account has at most one open step of a kind, except challenges. */
export async function openStep<K extends StepKind>(
  db: Db<AccountTables>,
  keyring: Keyring,
  step: {
    readonly kind: K;
    readonly account: string | null;
    readonly content: StepContents[K];
    readonly now: Date;
    readonly token?: string;
  },
): Promise<string> {
  const token = step.token ?? randomBytes(32).toString("base64url");
  if (step.account !== null && step.kind !== "passkey" && step.kind !== "code")
    await db.deleteFrom("access.step").where("account", "=", step.account).where("kind", "=", step.kind).execute();
  const sealed = keyring.seal(`step ${step.kind}`, step.account ?? "", Buffer.from(JSON.stringify(step.content)));
  await db
    .insertInto("access.step")
    .values({ token_hash: hashOf(token), kind: step.kind, account: step.account, sealed, expires_at: stepEnd(step.kind, step.now) })
    .execute();
  return token;
}

function opened<K extends StepKind>(
  keyring: Keyring,
  kind: K,
  row: { account: string | null; sealed: Buffer; expires_at: Date } | undefined,
  now: Date,
): Step<K> | null {
  if (row === undefined || row.expires_at <= now) return null;
  const content = JSON.parse(keyring.unseal(`step ${kind}`, row.account ?? "", row.sealed).toString()) as StepContents[K];
  return { account: row.account, content, expires: row.expires_at };
}

/** The step of a token, or null when it is unknown, used or too old. */
export async function readStep<K extends StepKind>(
  db: Db<AccountTables>,
  keyring: Keyring,
  kind: K,
  token: string | null,
  now: Date,
): Promise<Step<K> | null> {
  if (token === null || token === "") return null;
  const row = await db
    .selectFrom("access.step")
    .selectAll()
    .where("token_hash", "=", hashOf(token))
    .where("kind", "=", kind)
    .executeTakeFirst();
  return opened(keyring, kind, row, now);
}

/** The step of a token, used up by this call: of two calls at once one gets it. */
export async function takeStep<K extends StepKind>(
  db: Db<AccountTables>,
  keyring: Keyring,
  kind: K,
  token: string | null,
  now: Date,
): Promise<Step<K> | null> {
  if (token === null || token === "") return null;
  const row = await db
    .deleteFrom("access.step")
    .where("token_hash", "=", hashOf(token))
    .where("kind", "=", kind)
    .returningAll()
    .executeTakeFirst();
  return opened(keyring, kind, row, now);
}

/** The newest open step of an account by its kind, for pages that only its owner sees. */
export async function stepOf<K extends StepKind>(
  db: Db<AccountTables>,
  keyring: Keyring,
  kind: K,
  account: string,
  now: Date,
): Promise<Step<K> | null> {
  const row = await db
    .selectFrom("access.step")
    .selectAll()
    .where("account", "=", account)
    .where("kind", "=", kind)
    .orderBy("expires_at", "desc")
    .executeTakeFirst();
  return opened(keyring, kind, row, now);
}

/** Ends the open steps of an account of one kind. */
export async function endSteps(db: Db<AccountTables>, kind: StepKind, account: string): Promise<void> {
  await db.deleteFrom("access.step").where("account", "=", account).where("kind", "=", kind).execute();
}

/** The token of the request's half-done sign-in, or null. */
export function stepToken(headers: Headers): string | null {
  for (const pair of (headers.get("cookie") ?? "").split(";")) {
    const [name, value] = pair.trim().split("=");
    if (name === STEP_COOKIE && value) return value;
  }
  return null;
}
