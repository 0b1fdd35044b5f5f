/** One-time codes of an authenticator app (RFC 6238) and the recovery codes for the day the phone is lost. */
import { randomInt } from "node:crypto";
import { generateSecret, generateURI, verifySync } from "otplib";

/** Seconds of one step; a code of the step before or after is taken too, because phones' clocks drift. */
const PERIOD = 30;

/** A new shared secret: 160 random bits in base32, as RFC 4226 §4 recommends. */
export function newCodeSecret(): string {
  return generateSecret({ length: 20 });
}

/** The `otpauth:` address that an authenticator app reads from a QR drawing. */
export function codeAddress(secret: string, issuer: string, label: string): string {
  return generateURI({ strategy: "totp", issuer, label, secret, digits: 6, period: PERIOD });
}

/**
 * The time step whose code was given, or null when the code is wrong or its step is not later than `after`.
 * Keep the step: RFC 6238 §5.2 has a code used once only.
 */
export function stepOfCode(secret: string, code: string, now: Date, after: number | null): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const checked = verifySync({ strategy: "totp", secret, token: code, epoch, period: PERIOD, digits: 6, epochTolerance: PERIOD });
  if (!checked.valid || !("timeStep" in checked)) return null;
  return after !== null && checked.timeStep <= after ? null : checked.timeStep;
}

/** The digits of a code as people type it, with spaces or a dash between. */
export function codeDigits(text: string): string {
  return text.replaceAll(/[\s-]/g, "");
}

// Signs that are not taken for one another when read from paper.
const SIGNS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

/** `count` recovery codes of 12 signs (58 bits), in groups of four for reading. Hash them with a key before keeping them. */
export function newRecoveryCodes(count = 10): string[] {
  const group = (): string => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join("");
  return Array.from({ length: count }, () => `${group()}-${group()}-${group()}`);
}

/** A recovery code as it is hashed, however it was typed; null when it cannot be one. */
export function recoveryCodeOf(text: string): string | null {
  const signs = text.toUpperCase().replaceAll(/[\s-]/g, "");
  return signs.length === 12 && [...signs].every((sign) => SIGNS.includes(sign)) ? signs : null;
}
