/** The key file and what it seals. */
import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keyringOf, openKeyring } from "./keyring.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "keyring-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const secret = Buffer.from("JBSWY3DPEHPK3PXP");

describe("the key file", () => {
  it("is made once, readable by its owner only, and opens what it sealed after a restart", async () => {
    const sealed = (await openKeyring(folder)).seal("code", "a", secret);
    expect((await stat(join(folder, "secrets.key"))).mode & 0o777).toBe(0o600);
    expect((await openKeyring(folder)).unseal("code", "a", sealed)).toEqual(secret);
    expect(await readdir(folder)).toEqual(["secrets.key"]);
  });

  it("is one key even when eight processes start at the same moment", async () => {
    const rings = await Promise.all(Array.from({ length: 8 }, () => openKeyring(folder)));
    expect(new Set(rings.map((ring) => ring.digest("x", "y"))).size).toBe(1);
  });

  it("that others may read is closed to them", async () => {
    await openKeyring(folder);
    await chmod(join(folder, "secrets.key"), 0o644);
    await openKeyring(folder);
    expect((await stat(join(folder, "secrets.key"))).mode & 0o777).toBe(0o600);
  });

  it("that is no key is refused with what to do, and is not written over", async () => {
    await writeFile(join(folder, "secrets.key"), "not a key", { mode: 0o600 });
    await expect(openKeyring(folder)).rejects.toThrow(/Put the file of the backup back/);
  });
});

describe("sealing", () => {
  const ring = keyringOf(randomBytes(32));
  const sealed = ring.seal("code", "claudine", secret);

  it("gives another text each time, in which the secret does not stand", () => {
    expect(ring.seal("code", "claudine", secret)).not.toEqual(sealed);
    expect(sealed.includes(secret)).toBe(false);
  });

  it.each([
    ["another key", () => keyringOf(randomBytes(32)).unseal("code", "claudine", sealed)],
    ["another purpose", () => ring.unseal("step", "claudine", sealed)],
    ["another account’s row", () => ring.unseal("code", "vestine", sealed)],
    [
      "a changed bit",
      () =>
        ring.unseal(
          "code",
          "claudine",
          sealed.map((byte, at) => (at === 20 ? byte ^ 1 : byte)),
        ),
    ],
    ["a shortened text", () => ring.unseal("code", "claudine", sealed.subarray(0, 10))],
  ])("does not open with %s", (_, open) => {
    expect(open).toThrow();
  });

  it("a digest tells the same values apart by purpose and key", () => {
    expect(ring.digest("a", "x")).toBe(ring.digest("a", "x"));
    expect(ring.digest("a", "x")).not.toBe(ring.digest("b", "x"));
    expect(ring.digest("a", "x")).not.toBe(keyringOf(randomBytes(32)).digest("a", "x"));
  });
});
