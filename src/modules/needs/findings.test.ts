import { expect, test } from "vitest";
import { findingOf, type FieldFacts, type Lines } from "./findings.ts";

const lines: Lines = { needGap: 1, bottleneckGap: 2, strengthLevel: 4, minimumRespondents: 5 };
const facts = (more: Partial<FieldFacts>): FieldFacts => ({
  domain: "PRC",
  self: null,
  others: [],
  moderated: null,
  causes: {},
  byPost: [],
  ...more,
});
const self = (respondents: number, current: number, desired: number) => ({ respondents, current, desired, importance: 3 });
const looked = (source: string, current: number, desired: number, records = 1) => ({ source, records, current, desired, importance: null });

test.each([
  ["a gap of exactly one level is a need", self(8, 3, 4), "need", false],
  ["a gap just short of one level is none", self(8, 3.01, 4), "neither", false],
  ["4.1 wanted and 2.1 now is a bottleneck, although floating point falls short of two", self(8, 2.1, 4.1), "need", true],
  ["a high level without a gap is a strength", self(8, 4.2, 4), "strength", false],
  ["a low level that nobody wants higher is neither", self(8, 2, 2), "neither", false],
])("in Huye %s", (_, answers, standing, bottleneck) => {
  expect(findingOf(facts({ self: answers }), lines)).toMatchObject({ standing, bottleneck });
});

test("four answers are too few to say anything about their posts", () => {
  expect(findingOf(facts({ self: self(4, 1, 5) }), lines)).toBeNull();
});

test("with four answers and a checked document, the document’s level counts and the need is verified", () => {
  expect(findingOf(facts({ self: self(4, 1, 5), others: [looked("document", 3, 4)] }), lines)).toMatchObject({
    current: 3,
    desired: 4,
    standing: "need",
    certainty: "verified",
  });
});

test("Claudine’s moderated level goes before the respondents’ mean", () => {
  expect(findingOf(facts({ self: self(12, 1.5, 4), moderated: 3.5 }), lines)).toMatchObject({ current: 3.5, standing: "neither" });
});

test("an interview alone does not verify: it is still somebody’s word", () => {
  expect(findingOf(facts({ others: [looked("interview", 2, 4)] }), lines)?.certainty).toBe("claimed");
});

test("the cause is the one named most, with its share", () => {
  expect(findingOf(facts({ self: self(10, 2, 4), causes: { staffing: 6, knowledge_skill: 4 } }), lines)).toMatchObject({
    cause: "staffing",
    causeShare: 0.6,
  });
});

test("only the types of post that are short of the line are concerned", () => {
  const byPost = [
    { postType: "PRO", gap: 2, respondents: 3 },
    { postType: "DES", gap: 0.2, respondents: 3 },
  ];
  expect(findingOf(facts({ self: self(6, 2, 4), byPost }), lines)?.postTypes).toEqual(["PRO"]);
});
