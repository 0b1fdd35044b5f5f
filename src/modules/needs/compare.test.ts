import { expect, test } from "vitest";
import { compareSources } from "./compare.ts";
import type { SourceCell } from "./queries-answers.ts";

const cell = (source: string, respondents: number, current: number): SourceCell => ({
  domain: "PRC",
  source,
  respondents,
  current,
  desired: 4,
  gap: 4 - current,
  importance: null,
  causes: {},
});

test.each([
  ["Huye’s posts say 3.2 and the checked documents 2.2: that is one level, and they disagree", 3.2, 2.2, true],
  ["3.19 against 2.2 is not yet a level", 3.19, 2.2, false],
  ["the other way round disagrees as well", 1.5, 3, true],
])("%s", (_, self, document, disagrees) => {
  expect(compareSources([cell("self", 9, self), cell("document", 1, document)], 5)[0]).toMatchObject({ disagrees });
});

test("what four people said themselves is hidden, and not compared: the difference would tell it", () => {
  const [line] = compareSources([cell("self", 4, 1), cell("interview", 1, 4)], 5);
  expect(line).toMatchObject({ spread: null, disagrees: false });
  expect(line?.cells[0]).toEqual({ source: "self", respondents: 4, current: null });
});

test("one interview is shown: it is a record, not a small group of respondents", () => {
  expect(compareSources([cell("interview", 1, 4)], 5)[0]?.cells[0]?.current).toBe(4);
});

test("a field that the heat-map hides to protect another shows neither its own level nor the wanted one, and is not compared with it", () => {
  const [line] = compareSources([cell("self", 9, 1), cell("interview", 1, 4)], 5, (domain) => domain === cell("self", 9, 1).domain);
  expect(line).toMatchObject({ desired: null, spread: null });
  expect(line?.cells.map((one) => one.current)).toEqual([null, 4]);
});
