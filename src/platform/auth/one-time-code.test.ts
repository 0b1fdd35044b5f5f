/** One-time codes against the published values of RFC 6238, appendix B. */
import { describe, expect, it } from "vitest";
import { codeAddress, newCodeSecret, newRecoveryCodes, recoveryCodeOf, stepOfCode } from "./one-time-code.ts";

// RFC 6238 appendix B, SHA-1: the seed "12345678901234567890" in base32; of its eight digits an app shows the last six.
const SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const PUBLISHED = [
  [59, "94287082"],
  [1111111109, "07081804"],
  [1111111111, "14050471"],
  [1234567890, "89005924"],
  [2000000000, "69279037"],
  [20000000000, "65353130"],
] as const;
const at = (seconds: number): Date => new Date(seconds * 1000);

describe("codes", () => {
  it.each(PUBLISHED)("at %d seconds the published code %s is right and tells its step", (seconds, digits) => {
    expect(stepOfCode(SEED, digits.slice(2), at(seconds), null)).toBe(Math.floor(seconds / 30));
  });

  it("a phone whose clock is half a minute off is understood, one that is two minutes off is not", () => {
    const code = "005924";
    expect(stepOfCode(SEED, code, at(1234567890 + 30), null)).toBe(41152263);
    expect(stepOfCode(SEED, code, at(1234567890 - 30), null)).toBe(41152263);
    expect(stepOfCode(SEED, code, at(1234567890 + 120), null)).toBeNull();
  });

  it("a code whose step was used, or lies before a used one, is refused", () => {
    expect(stepOfCode(SEED, "005924", at(1234567890), 41152263)).toBeNull();
    expect(stepOfCode(SEED, "005924", at(1234567890), 41152264)).toBeNull();
    expect(stepOfCode(SEED, "005924", at(1234567890), 41152262)).toBe(41152263);
  });

  it.each(["", "00592", "0059244", "abcdef", "٠٠٥٩٢٤", "005924 "])("“%s” is no code", (text) => {
    expect(stepOfCode(SEED, text, at(1234567890), null)).toBeNull();
  });

  it("the address for the app carries secret, issuer and name", () => {
    const url = new URL(codeAddress(SEED, "Inteko RALGA", "claudine"));
    expect([url.protocol, url.searchParams.get("secret"), url.searchParams.get("issuer")]).toEqual(["otpauth:", SEED, "Inteko RALGA"]);
  });

  it("a new secret has 160 bits", () => {
    expect(newCodeSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(newCodeSecret()).not.toBe(newCodeSecret());
  });
});

describe("recovery codes", () => {
  it("ten different ones, read back however they are typed", () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){2}$/);
      expect(recoveryCodeOf(` ${code.toLowerCase().replaceAll("-", " ")} `)).toBe(code.replaceAll("-", ""));
    }
  });

  it.each(["", "123456", "ABCD-EFGH-JKM", "ABCD-EFGH-JKM0", "ABCD-EFGH-JKMNP"])("“%s” is none", (text) => {
    expect(recoveryCodeOf(text)).toBeNull();
  });
});
