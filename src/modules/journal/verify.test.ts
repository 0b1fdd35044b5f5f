/** `inteko verify` on a machine that has the database but not the keys, as after restoring last night’s backup elsewhere. */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { houseOf } from "#kernel/access/house.ts";
import { keysFolder, openSealKey, originOfLog } from "#kernel/seal/key.ts";
import { sealPending } from "#kernel/seal/sequence.ts";
import { formatVerifierKey, verifierOf } from "#methods/proofs/note.ts";
import { json } from "#platform/db/json.ts";
import { ROOT } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { verifyCommand } from "./commands.ts";

const world = useWorld([]);
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "verify-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

it("Gilbert verifies a restored journal without its keys: the published key is believed, and no new key is made", async () => {
  const key = openSealKey(keysFolder(join(folder, "before")), originOfLog(world.pack));
  await sealPending(world.db, key, () => world.now);
  await world.db
    .insertInto("setting.fact")
    .values({ name: "journal_key", value: json(formatVerifierKey(verifierOf(key))) })
    .execute();
  const here = join(folder, "here");
  const out: string[] = [];
  const status = await verifyCommand.run({
    args: [],
    json: true,
    pack: world.pack,
    now: world.now,
    db: world.db,
    house: houseOf([]),
    root: ROOT,
    dataFolder: here,
    print: (text) => void out.push(text),
    complain: () => undefined,
    act: (work) => world.act(null, work),
  });
  const found = JSON.parse(out.join("")) as { ok: boolean; unproved: string[] };
  expect([status, found.ok, found.unproved.some((sentence) => sentence.includes("no signing key"))]).toEqual([0, true, true]);
  expect(await readdir(here).catch(() => [])).toEqual([]);
});
