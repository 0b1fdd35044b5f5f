/** Several posts sign one content; the last signature closes the sheet, and nothing signed can be changed unseen. */
import { describe, expect, it } from "vitest";
import { newId } from "#platform/db/ids.ts";
import { useWorld } from "#test/support/world.ts";
import { contentHash, isIntact, openSheet, sheetsByIds, signaturesWaiting, signPlace, withdrawSheet } from "./sheet.ts";
import { toHex } from "#methods/proofs/encoding.ts";

const world = useWorld([]);
const CONTENT = { text: "What is handed over", n: 3 };

async function open(): Promise<string> {
  const [vestine, innocent] = [await world.actor("vestine"), await world.actor("innocent")];
  return world.act("jeanbosco", (act) =>
    openSheet(act, {
      subject: { kind: "test", id: newId() },
      content: CONTENT,
      places: [{ part: "giver", post: vestine.post }, { part: "taker", person: innocent.person, post: innocent.post }, { part: "absent" }],
    }),
  );
}

describe("a sheet", () => {
  it("carries the SHA-256 of the canonical content: the order of keys changes nothing, a changed word everything", () => {
    // Computed independently: printf '{"n":3,"text":"What is handed over"}' | sha256sum
    expect(toHex(contentHash({ n: 3, text: "What is handed over" }))).toBe(toHex(contentHash(CONTENT)));
    expect(toHex(contentHash({ ...CONTENT, n: 4 }))).not.toBe(toHex(contentHash(CONTENT)));
  });

  it("waits with the posts named on it until they have signed, and closes with the last", async () => {
    const id = await open();
    const vestine = await world.actor("vestine");
    expect((await signaturesWaiting(world.db, [vestine.post ?? ""])).map((one) => one.sheet)).toContain(id);
    expect(await world.act("vestine", (act) => signPlace(act, id, 1, { by: "oneself", reservation: "one key" }))).toBe(false);
    expect((await signaturesWaiting(world.db, [vestine.post ?? ""])).map((one) => one.sheet)).not.toContain(id);
    expect(await world.act("innocent", (act) => signPlace(act, id, 2, { by: "oneself" }))).toBe(false);
    expect(await world.act("jeanbosco", (act) => signPlace(act, id, 3, { by: "instead", because: "abroad" }))).toBe(true);
    const sheet = (await sheetsByIds(world.db, [id])).get(id);
    expect(sheet?.closedAt).not.toBeNull();
    expect(sheet?.places.map((place) => [place.reservation, place.insteadBecause, place.signedByName])).toEqual([
      ["one key", null, "Vestine Mukandayisenga"],
      [null, null, "Innocent Rugamba"],
      [null, "abroad", "Jean-Bosco Nkurunziza"],
    ]);
    expect(sheet !== undefined && isIntact(sheet)).toBe(true);
    expect(sheet !== undefined && isIntact({ ...sheet, content: { ...CONTENT, n: 4 } })).toBe(false);
  });

  it.each([
    ["on another’s line", "innocent", 1, "signature.notYours"],
    ["on a line that is not there", "innocent", 9, "signature.noSheet"],
  ] as const)("is not signed %s", async (_, who, position, code) => {
    const id = await open();
    await expect(world.act(who, (act) => signPlace(act, id, position, { by: "oneself" }))).rejects.toThrow(code);
  });

  it("is not signed twice, not instead without a reason, and not after it was withdrawn", async () => {
    const id = await open();
    await world.act("vestine", (act) => signPlace(act, id, 1, { by: "oneself" }));
    await expect(world.act("vestine", (act) => signPlace(act, id, 1, { by: "oneself" }))).rejects.toThrow("signature.signedAlready");
    await expect(world.act("jeanbosco", (act) => signPlace(act, id, 3, { by: "instead", because: " " }))).rejects.toThrow(
      "signature.sayWhy",
    );
    await world.act("jeanbosco", (act) => withdrawSheet(act, id));
    await expect(world.act("innocent", (act) => signPlace(act, id, 2, { by: "oneself" }))).rejects.toThrow("signature.closed");
  });

  it("two people who sign the last places at once close it exactly once", async () => {
    const id = await open();
    await world.act("jeanbosco", (act) => signPlace(act, id, 3, { by: "instead", because: "abroad" }));
    const both = await Promise.all([
      world.act("vestine", (act) => signPlace(act, id, 1, { by: "oneself" })),
      world.act("innocent", (act) => signPlace(act, id, 2, { by: "oneself" })),
    ]);
    expect(both.filter(Boolean)).toHaveLength(1);
  });
});
