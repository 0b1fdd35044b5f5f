import { expect, test } from "vitest";
import type { CapacityAnswer } from "#kernel/questionnaire/capacity.ts";
import { ratingsFrom, sharesOf } from "./tally.ts";

const said = (
  domain: string,
  item: string,
  current: number | null,
  desired: number | null,
  more: Partial<CapacityAnswer> = {},
): CapacityAnswer => ({
  domain,
  item,
  current,
  desired,
  importance: null,
  cause: null,
  evidence: null,
  bottleneck: null,
  confidence: null,
  strength: false,
  ...more,
});

test("Béata’s two answers on one field count once, as their mean", () => {
  const ratings = ratingsFrom(
    [
      said("CMP", "first_answer", 2, 4, { importance: 4, cause: "staffing" }),
      said("CMP", "register", 1, 4, { importance: 3, cause: "staffing" }),
    ],
    {},
  );
  expect(sharesOf(ratings)).toEqual([{ domain: "CMP", gap: 2.5, current: 1.5, desired: 4, importance: 3.5, causes: { staffing: 2 } }]);
});

test("the level that the association wants goes before the one that Pacifique wishes", () => {
  const [rating] = ratingsFrom([said("PRC", "plan", 2, 3)], { PRC: 5 });
  expect(rating).toMatchObject({ current: 2, desired: 5 });
});

test.each([
  ["Pacifique does not say where he stands", said("PRC", "plan", null, 4)],
  ["nobody says what is wanted", said("PRC", "plan", 2, null)],
])("when %s, there is no gap to count", (_, answer) => {
  expect(ratingsFrom([answer], {})).toEqual([]);
});

test("a field better than wanted keeps its negative gap, so that the mean stays true", () => {
  expect(sharesOf(ratingsFrom([said("LDG", "guiding", 5, 4)], {}))[0]?.gap).toBe(-1);
});

test("an answer without an importance does not pull the mean importance down", () => {
  const shares = sharesOf(ratingsFrom([said("PLN", "a", 2, 4, { importance: 4 }), said("PLN", "b", 2, 4)], {}));
  expect(shares[0]?.importance).toBe(4);
});

test("fields come out in one order, whatever the order of the answers", () => {
  const one = sharesOf(ratingsFrom([said("SVC", "a", 1, 3), said("BUD", "a", 1, 3)], {})).map((share) => share.domain);
  const other = sharesOf(ratingsFrom([said("BUD", "a", 1, 3), said("SVC", "a", 1, 3)], {})).map((share) => share.domain);
  expect(one).toEqual(other);
});
