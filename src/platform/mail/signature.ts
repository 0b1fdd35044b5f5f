/** The proof that a request from a gateway comes from it: HMAC-SHA256 of the body under a shared secret. */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** The header that carries it, as `sha256=<hex>`. */
export const SIGNATURE_HEADER = "x-inteko-signature";

/** The signature of a body. */
export function signBody(secret: string, body: Uint8Array): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

const hashed = (text: string): Buffer => createHash("sha256").update(text).digest();

/** True when a header's value is the signature of these bytes. Takes the same time whether it is or not. */
export function isSigned(secret: string, body: Uint8Array, header: string | null): boolean {
  return timingSafeEqual(hashed(signBody(secret, body)), hashed((header ?? "").trim().toLowerCase()));
}
