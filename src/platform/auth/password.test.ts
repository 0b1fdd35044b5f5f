/** Passwords: hashed with argon2id, and a name that nobody has takes as long as one that somebody has. */
import { describe, expect, it } from "vitest";
import { checkPassword, hashPassword } from "./password.ts";

/** The least of several timings in milliseconds: the least is what the work costs, the rest is what else the machine did. */
async function least(work: () => Promise<unknown>, rounds = 12): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

describe("passwords", () => {
  it("the right one opens, another does not, and the hash says argon2id with its cost", async () => {
    const hash = await hashPassword("imisozi itatu");
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await checkPassword(hash, "imisozi itatu")).toBe(true);
    expect(await checkPassword(hash, "imisozi ine")).toBe(false);
    expect(await checkPassword("not a hash", "imisozi itatu")).toBe(false);
  });

  it("an accent written in one or in two signs is the same password", async () => {
    expect(await checkPassword(await hashPassword("Espe\u0301rance-2025"), "Esp\u00e9rance-2025")).toBe(true);
  });

  it("nobody’s password is never right, and finding that out is real work, not a shortcut", async () => {
    const hash = await hashPassword("imisozi itatu");
    const known = await least(() => checkPassword(hash, "wrong"));
    const unknown = await least(() => checkPassword(null, "wrong"));
    expect(await checkPassword(null, "")).toBe(false);
    // A shortcut would take microseconds; half of the real work is far from it and far from a busy machine's noise.
    expect(unknown).toBeGreaterThan(known / 2);
    expect(unknown).toBeLessThan(known * 2);
  });
});
