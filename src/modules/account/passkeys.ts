/** Passkeys (W3C Web Authentication, level 3): challenges kept in the database and used once, answers checked, keys kept. */
import { randomBytes } from "node:crypto";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from "@simplewebauthn/server";
import type { Act } from "#kernel/access/act.ts";
import { renewSession } from "#kernel/access/session.ts";
import type { Keyring } from "#platform/auth/keyring.ts";
import type { Db } from "#platform/db/handle.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { Owner } from "./actions-own.ts";
import { keepOneWayIn } from "./actions-own.ts";
import { p } from "./problems.ts";
import { accountById, type AccountRow } from "./queries.ts";
import type { AccountTables } from "./schema.ts";
import { openStep, takeStep } from "./steps.ts";

/** The party that passkeys are made for: this installation's one public address. */
export interface Party {
  readonly origin: string;
  /** The association's name, as the device shows it. */
  readonly name: string;
}

/** What a challenge needs beside the request's moment. */
export interface Place {
  readonly aside: Db<AccountTables>;
  readonly keyring: Keyring;
  readonly now: Date;
}

const idOf = (party: Party): string => new URL(party.origin).hostname;

async function newChallenge(place: Place, purpose: "sign-in" | "add", account: string | null): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(32));
  const token = Buffer.from(challenge).toString("base64url");
  await openStep(place.aside, place.keyring, { kind: "passkey", account, content: { for: purpose }, now: place.now, token });
  return challenge;
}

/** Options for `navigator.credentials.get`: any passkey that the device holds for this site. */
export async function signInChallenge(place: Place, party: Party): Promise<unknown> {
  return generateAuthenticationOptions({
    rpID: idOf(party),
    challenge: await newChallenge(place, "sign-in", null),
    userVerification: "required",
  });
}

/** Options for `navigator.credentials.create`. The device is given the account's random id, never the person's. */
export async function addChallenge(place: Place, party: Party, account: Pick<AccountRow, "id" | "login" | "name">): Promise<unknown> {
  const known = await place.aside.selectFrom("access.passkey").select("id").where("account", "=", account.id).execute();
  return generateRegistrationOptions({
    rpID: idOf(party),
    rpName: party.name,
    userName: account.login,
    userDisplayName: account.name,
    userID: new TextEncoder().encode(account.id),
    challenge: await newChallenge(place, "add", account.id),
    attestationType: "none",
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/** The device's answer as the form brought it, or null when it is not one. What is inside is checked by the library. */
function parsed<T>(answer: string): T | null {
  try {
    const value: unknown = JSON.parse(answer);
    const shaped = typeof value === "object" && value !== null && "response" in value && "id" in value && typeof value.id === "string";
    return shaped ? (value as T) : null;
  } catch {
    return null;
  }
}

/** True for the challenge of an open step, which this uses up whether or not the rest of the answer is right. */
function expected(place: Place, purpose: "sign-in" | "add", account: string | null): (challenge: string) => Promise<boolean> {
  return async (challenge) => {
    const step = await takeStep(place.aside, place.keyring, "passkey", challenge, place.now);
    return step !== null && step.content.for === purpose && step.account === account;
  };
}

/** The account whose passkey answered, or null. Notes the key's counter, so that a copied key is noticed. */
export async function checkPasskey(act: Act<AccountTables>, place: Place, party: Party, answer: string): Promise<AccountRow | null> {
  const response = parsed<AuthenticationResponseJSON>(answer);
  if (response === null) return null;
  const key = await act.tx.selectFrom("access.passkey").selectAll().where("id", "=", response.id).forUpdate().executeTakeFirst();
  if (key === undefined) return null;
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge: expected(place, "sign-in", null),
    expectedOrigin: party.origin,
    expectedRPID: idOf(party),
    requireUserVerification: true,
    credential: { id: key.id, publicKey: new Uint8Array(key.public_key), counter: key.sign_count },
  }).catch(() => null);
  if (checked === null || !checked.verified) return null;
  await act.tx
    .updateTable("access.passkey")
    .set({ sign_count: checked.authenticationInfo.newCounter, used_at: act.now })
    .where("id", "=", key.id)
    .execute();
  return (await accountById(act.tx, key.account)) ?? null;
}

/** Keeps a new passkey; returns the session's new token, or null when the device's answer is not right. */
export async function addPasskey(
  act: Act<AccountTables>,
  place: Place,
  party: Party,
  owner: Owner,
  name: string,
  answer: string,
): Promise<string | null> {
  const response = parsed<RegistrationResponseJSON>(answer);
  if (response === null) return null;
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge: expected(place, "add", owner.account),
    expectedOrigin: party.origin,
    expectedRPID: idOf(party),
    requireUserVerification: true,
  }).catch(() => null);
  if (checked === null || !checked.verified) return null;
  const { credential } = checked.registrationInfo;
  const kept = await act.tx
    .insertInto("access.passkey")
    .values({
      id: credential.id,
      account: owner.account,
      name,
      public_key: Buffer.from(credential.publicKey),
      sign_count: credential.counter,
      transports: [...(credential.transports ?? [])],
      created_at: act.now,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  if (kept.numInsertedOrUpdatedRows !== 1n) return null;
  await act.journal({ kind: "access.passkey_added", subject: { kind: "account", id: owner.account }, payload: {} });
  return renewSession(act.tx, owner.token, act.now);
}

/** Removes one of the owner's own passkeys. Throws for another's, and for the last way in. */
export async function removePasskey(act: Act<AccountTables>, owner: Owner, id: string): Promise<string> {
  await keepOneWayIn(act, owner.account);
  const gone = await act.tx
    .deleteFrom("access.passkey")
    .where("id", "=", id)
    .where("account", "=", owner.account)
    .executeTakeFirstOrThrow();
  if (gone.numDeletedRows !== 1n) throw new Problem(p.passkeyOver);
  await act.journal({ kind: "access.passkey_removed", subject: { kind: "account", id: owner.account }, payload: {} });
  return renewSession(act.tx, owner.token, act.now);
}
