/** Bytes and the text forms they travel in: strict hexadecimal, strict base64, UTF-8 and SHA-256. */
import { createHash } from "node:crypto";

/** SHA-256 (FIPS 180-4) of some bytes: 32 bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash("sha256").update(bytes).digest());
}

/** The UTF-8 bytes of a text. Lone surrogates throw RangeError: they would be replaced silently and two texts would share their bytes. */
export function utf8(text: string): Uint8Array {
  if (!text.isWellFormed()) throw new RangeError("text holds a lone surrogate");
  return new TextEncoder().encode(text);
}

/** One array holding the parts in order. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Whether two byte strings are the same. Not constant-time: everything compared here is public. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Bytes of a lower-case hexadecimal text; anything else throws RangeError, so that one value has one spelling. */
export function fromHex(text: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) throw new RangeError("not lower-case hexadecimal");
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Standard base64 with padding (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** Bytes of a standard base64 text; missing padding, spaces and non-zero spare bits throw RangeError, so that one value has one spelling. */
export function fromBase64(text: string): Uint8Array {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) {
    throw new RangeError("not base64");
  }
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  if (toBase64(bytes) !== text) throw new RangeError("not canonical base64");
  return bytes;
}
