/** What was counted is given again until somebody’s records move, and never after. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { module as followups } from "#modules/followups";
import { useWorld } from "#test/support/world.ts";
import { kept, type Source } from "./kept.ts";
import { module } from "./module.ts";

const world = useWorld([followups, module]);

let counts = 0;
const count = async (): Promise<number> => {
  counts += 1;
  return counts;
};
const ask = (source: Source, question: unknown = "how many"): Promise<number> => kept(world.db, source, question, count);

const MOVES: readonly [what: string, source: Source, statement: string][] = [
  ["an entry is written", "reach", "update portfolio.entry set minutes = minutes where false"],
  ["two records of a person are joined", "reach", "update registry.person set merged_into = merged_into where false"],
  ["a supervisor answers", "applied", "update commitment.reading set answer = answer where false"],
  ["a task is written", "applied", "delete from commitment.commitment where false"],
];

test.each(MOVES)("when %s, what rests on it is counted anew, and once", async (_what, source, statement) => {
  const before = await ask(source);
  expect(await ask(source)).toBe(before);
  await sql.raw(statement).execute(world.db);
  const after = await ask(source);
  expect(after).toBeGreaterThan(before);
  expect(await ask(source)).toBe(after);
});

test("an answer about a task moves nobody who was reached, and a reminder moves nothing", async () => {
  const [reach, applied] = [await ask("reach"), await ask("applied")];
  await sql`update commitment.reading set reminded_at = reminded_at where false`.execute(world.db);
  expect(await ask("applied")).toBe(applied);
  await sql`update commitment.reading set answer = answer where false`.execute(world.db);
  expect(await ask("reach")).toBe(reach);
});

test("another question is another answer, and one that failed is asked again", async () => {
  expect(await ask("reach", "of Huye")).not.toBe(await ask("reach", "of Musanze"));
  await expect(
    kept(world.db, "reach", "broken", async () => {
      throw new Error("the connection broke");
    }),
  ).rejects.toThrow("broke");
  expect(await kept(world.db, "reach", "broken", async () => "whole")).toBe("whole");
});

test("a change that was not committed moves nobody else’s figures", async () => {
  const before = await ask("reach", "seen from outside");
  await world.db
    .transaction()
    .execute(async (tx) => {
      await sql`update portfolio.entry set minutes = minutes where false`.execute(tx);
      expect(await kept(tx, "reach", "seen from outside", count)).not.toBe(before);
      throw new Error("taken back");
    })
    .catch(() => undefined);
  expect(await ask("reach", "seen from outside")).toBe(before);
});
