/** The one spelling of a JSON value (RFC 8785), so that the same content always gives the same bytes. */
import canonicalize from "canonicalize";

/** Canonical JSON of a value. Throws for what JSON cannot say: undefined, functions, NaN, infinities, BigInt. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("This value has no canonical JSON");
  return text;
}
