/** Known answers for expressions: XPath 1.0, the ODK XForms specification, and the coercions that forms rely on. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluateExpression } from "./evaluate.ts";
import { parseExpression } from "./parser.ts";
import { ExpressionProblem } from "./problem.ts";
import type { World } from "./scope.ts";
import { isNodeSet, toText } from "./value.ts";
import type { TreeNode } from "./value.ts";

type Made = TreeNode & { children: Made[]; parent: Made | null };

function node(name: string, value = "", ...children: Made[]): Made {
  const made: Made = { name, value, relevant: true, parent: null, children };
  for (const child of children) (child as { parent: Made | null }).parent = made;
  return made;
}

const root = node(
  "data",
  "",
  node("age", "14"),
  node("empty"),
  node("word", "Kabeza"),
  node("tools", "phone radio  bike"),
  node("born", "2012-02-29"),
  node("child", "", node("name", "Aline"), node("years", "7"), node("tag", "a")),
  node("child", "", node("name", "Bosco"), node("years", "9"), node("tag", "b")),
  node("child", "", node("name", "Chantal"), node("years", "4"), node("tag", "b")),
);
const hidden = node("hidden", "12");
hidden.relevant = false;
(hidden as { parent: Made | null }).parent = root;
root.children.push(hidden);

function all(name: string, at: Made = root): Made[] {
  return at.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(name, child)]);
}

function world(now = "2026-03-31T09:05:00.000+02:00", ahead = 120): World {
  const places = node(
    "root",
    "",
    node("item", "", node("code", "K1"), node("label", "Kigali")),
    node("item", "", node("code", "H2"), node("label", "Huye")),
  );
  node("", "", places);
  const find = (name: string) => (all(name).length > 0 ? all(name) : null);
  return {
    now,
    zone: { minutesAhead: ahead },
    language: "en",
    random: () => 0.25,
    root,
    rootNames: new Set(["data"]),
    named: find,
    everywhere: find,
    table: (name) => (name === "places" ? places : null),
    choiceLabel: (question, choice) => (question === "word" && choice === "Kabeza" ? "Kabeza cell" : null),
  };
}

function run(source: string, owner: TreeNode = root, here: TreeNode = owner): string | number | boolean | string[] {
  const value = evaluateExpression(parseExpression(source), world(), owner, here);
  return isNodeSet(value) ? value.nodes.map((each) => toText({ nodes: [each], hidden: false })) : value;
}

function problem(source: string): string {
  try {
    run(source);
    return "none";
  } catch (error) {
    if (error instanceof ExpressionProblem) return error.code;
    throw error;
  }
}

describe("An expression gives what the specifications say", () => {
  const cases: readonly (readonly [string, string | number | boolean | string[]])[] = [
    // XPath 1.0 §3.5 and §4.4
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["5 mod 2", 1],
    ["5 mod -2", 1],
    ["-5 mod 2", -1],
    ["1.5 mod 0.5", 0],
    ["7 div 2", 3.5],
    ["1 div 0", Infinity],
    ["- - 3", 3],
    ["2 - 1 - 1", 0],
    ["10 div 5 div 2", 1],
    ["1 < 2 < 3", true],
    ["3 > 2 > 1", false],
    ["true() or 1 div 0", true],
    ["1 = 1 and 2 = 3", false],
    // XPath 1.0 §4.2, its own examples
    ["substring-before('1999/04/01', '/')", "1999"],
    ["substring-after('1999/04/01', '/')", "04/01"],
    ["substring-after('1999/04/01', '19')", "99/04/01"],
    ["substring('12345', 2, 3)", "234"],
    ["substring('12345', 1.5, 2.6)", "234"],
    ["substring('12345', 0, 3)", "12"],
    ["substring('12345', 2)", "2345"],
    ["translate('bar', 'abc', 'ABC')", "BAr"],
    ["translate('--aaa--', 'abc-', 'ABC')", "AAA"],
    ["normalize-space('  a   b ')", "a b"],
    ["string-length('Musanze')", 7],
    ["contains('umuganda', 'gan')", true],
    ["starts-with('umuganda', 'umu')", true],
    ["ends-with('umuganda', 'da')", true],
    // rounding: halves go up
    ["round(2.5)", 3],
    ["round(-2.5)", -2],
    ["round(1.234, 2)", 1.23],
    ["round(1.005, 2)", 1.01],
    ["round(1234, -2)", 1200],
    ["int(-2.7)", -2],
    ["floor(-2.5)", -3],
    ["ceiling(2.1)", 3],
    // ODK: strings
    ["substr('hello', 1, 3)", "el"],
    ["substr('hello', 2)", "llo"],
    ["substr('hello', -2)", "lo"],
    ["join(', ', ${name})", "Aline, Bosco, Chantal"],
    ["concat('a', 1, true())", "a1true"],
    ["concat(${years})", "794"],
    ["upper-case('ab')", "AB"],
    ["coalesce('', 'b')", "b"],
    ["coalesce(${empty}, ${age})", "14"],
    ["coalesce(${empty} + 1, 0)", "0"],
    ["coalesce(int('x'), ${empty})", ""],
    ["if(${age} >= 18, 'adult', 'child')", "child"],
    ["boolean-from-string('1')", true],
    ["boolean-from-string('yes')", false],
    // ODK: selects
    ["selected(${tools}, 'radio')", true],
    ["selected(${tools}, 'rad')", false],
    ["selected-at(${tools}, 0)", "phone"],
    ["selected-at(${tools}, 2)", "bike"],
    ["selected-at(${tools}, 9)", ""],
    ["selected-at(${tools}, -1)", ""],
    ["count-selected(${tools})", 3],
    ["count-selected(${empty})", 0],
    ["jr:choice-name(${word}, '${word}')", "Kabeza cell"],
    // ODK: checklists
    ["checklist(-1, 2, 1, 0, 1)", true],
    ["checklist(3, -1, 1, 0, 1)", false],
    ["weighted-checklist(5, 5, 1, 2, 1, 3, 0, 9)", true],
    // ODK: dates; by the clock of the place
    ["today()", "2026-03-31"],
    ["now()", "2026-03-31T09:05:00.000+02:00"],
    ["date(0)", "1970-01-01"],
    ["date('2012-02-29') + 366", 15765],
    ["date(date('2012-02-29') + 366)", "2013-03-01"],
    ["number('1970-01-03')", 2],
    ["decimal-date-time('1970-01-02T00:00:00+02:00')", 1],
    ["decimal-time('18:00')", 0.75],
    ["today() > '2026-03-30'", true],
    ["today() > '2026-13-30'", false],
    ["int((today() - ${born}) div 365.25)", 14],
    ["format-date('2026-03-05', '%d/%m/%Y %e %n %y %b %a')", "05/03/2026 5 3 26 Mar Thu"],
    ["format-date-time('2026-03-05T07:04:09', '%H:%M:%S %h')", "07:04:09 7"],
    ["format-date('nonsense', '%Y')", ""],
    ["date-time('2026-03-05T07:04:09Z')", "2026-03-05T09:04:09.000+02:00"],
    // ODK: numbers
    ["pow(2, 10)", 1024],
    ["abs(-3)", 3],
    ["sqrt(16)", 4],
    ["log10(1000)", Math.log10(1000)],
    ["exp(0)", 1],
    ["pi()", Math.PI],
    ["random()", 0.25],
    ["sum(${years})", 20],
    ["min(${years})", 4],
    ["max(${years}, 12)", 12],
    ["max(/data/none)", Number.NaN],
    ["max(${empty}, 3)", 3],
    ["min(${empty}, 3)", 3],
    ["max(${empty})", Number.NaN],
    ["sum(${empty} | ${years})", 20],
    ["count(${child})", 3],
    ["count-non-empty(${empty} | ${age})", 1],
    // nodes and paths
    ["/data/age", ["14"]],
    ["/data/child[2]/name", ["Bosco"]],
    ["/data/child[years > 5]/name", ["Aline", "Bosco"]],
    ["/data/child[position() = 3]/name", ["Chantal"]],
    ["/data/child[tag = 'b'][1]/name", ["Bosco"]],
    ["//years", ["7", "9", "4"]],
    ["child/name", ["Aline", "Bosco", "Chantal"]],
    ["${child}[2]/name", ["Bosco"]],
    ["/other/age", []],
    ["position(/data/child[name = 'Chantal'])", 3],
    ["indexed-repeat(${name}, ${child}, 2)", "Bosco"],
    ["instance('places')/root/item[code = 'H2']/label", ["Huye"]],
    ["pulldata('places', 'label', 'code', 'K1')", "Kigali"],
    ["pulldata('places', 'label', 'code', 'none')", ""],
    ["uuid()", "44444444-4444-4444-9444-444444444444"],
    ["string-length(uuid(8))", 8],
    ["regex('AB12', '^[A-Z]{2}[0-9]+$')", true],
    ["regex('AB12', '[A-Z]{2}[0-9]+')", true],
    ["regex('0788123456', '[0-9]{10}')", true],
    ["regex('07881234567', '[0-9]{10}')", false],
    ["regex('abc', 'a|ab|abc')", true],
    ["regex('', '')", true],
    ["count(randomize(${years}, 42))", 3],
    ["div", []],
    ["3 * 4 div 2", 6],
  ];
  test.each(cases)("%s", (source, expected) => {
    expect(run(source)).toEqual(expected);
  });

  test("the seeded shuffle is the same for everybody", () => {
    expect(run("randomize(/data/child/years, 42)")).toEqual(run("randomize(/data/child/years, 42)"));
    expect(run("sum(randomize(/data/child/years, 42))")).toBe(20);
  });

  test("a degree of longitude at the equator is 111.3 km, and a square degree there 12,393 km²", () => {
    expect(run("distance('0 0; 0 1')")).toBeCloseTo(111_319.49, 1);
    expect((run("area('0 0;0 1;1 1;1 0;0 0')") as number) / 1e6).toBeCloseTo(12_391.4, 0);
    expect(run("distance('here; there')")).toBeNaN();
  });

  test("`.`, `..` and current() mean the question that the expression belongs to", () => {
    const years = all("years")[1]!;
    expect(run(". > 8", years)).toBe(true);
    expect(run("../name", years)).toEqual(["Bosco"]);
    expect(run("position(..)", years)).toBe(2);
    expect(run("current()/../name", years)).toEqual(["Bosco"]);
    expect(run("once('new')", years)).toBe("9");
    expect(run("/data/child/name", years)).toEqual(["Bosco"]);
    expect(run("count(/data/child)", years)).toBe(3);
  });
});

describe("Values turn into each other as in XPath 1.0", () => {
  const cases: readonly (readonly [string, string | number | boolean])[] = [
    ["number('')", Number.NaN],
    ["number(' 12 ')", 12],
    ["number('-.5')", -0.5],
    ["number('1e3')", Number.NaN],
    ["number('+1')", Number.NaN],
    ["number(true())", 1],
    ["string(1 div 3)", "0.3333333333333333"],
    ["string(1000000 * 1000000 * 1000000 * 10000)", "10000000000000000000000"],
    ["string(0.0000001)", "0.0000001"],
    ["string(-0)", "0"],
    ["string(0 div 0)", "NaN"],
    ["string(-1 div 0)", "-Infinity"],
    ["string(1 = 1)", "true"],
    ["boolean('')", false],
    ["boolean('false')", true],
    ["boolean(0)", false],
    ["boolean(0 div 0)", false],
    ["boolean(${empty})", true],
    ["boolean(/data/none)", false],
    ["'' + 1", Number.NaN],
    ["'' = 0", false],
    ["'1' = 1", true],
    ["'1.0' = 1", true],
    ["'1.0' = '1'", false],
    ["true() = 'false'", true],
    ["true() = 2", true],
    ["'b' > 'a'", false],
    ["'10' > '9'", true],
    ["${years} = 9", true],
    ["${years} != 9", true],
    ["${years} > 8", true],
    ["${years} > 9", false],
    ["/data/none = ''", false],
    ["/data/none != ''", false],
    ["/data/none = false()", true],
    ["${years} = ${age}", false],
    ["${tag} = ${tag}", true],
    ["0 div 0 = 0 div 0", false],
    ["${empty} = ''", true],
    ["sum(${empty})", 0],
    // What a condition hides reads as an empty text and is not counted.
    ["${hidden} = ''", true],
    ["${hidden} = 12", false],
    ["count(${hidden})", 0],
    ["sum(${hidden})", 0],
    ["string(${hidden})", ""],
  ];
  test.each(cases)("%s", (source, expected) => {
    expect(run(source)).toEqual(expected);
  });
});

describe("A broken expression is refused with its reason", () => {
  test.each([
    ["", "empty"],
    ["1 +", "endsEarly"],
    ["because pyxform doesn't know", "textNotClosed"],
    ["${age", "refNotClosed"],
    ["1 2", "unexpected"],
    ["a b", "unexpected"],
    ["1 # 2", "character"],
    ["frobnicate(1)", "unknownFunction"],
    ["toString()", "unknownFunction"],
    ["digest('a', 'MD5')", "refusedFunction"],
    ["if(1, 2)", "tooFewArguments"],
    ["today(1)", "tooManyArguments"],
    ["${nobody}", "unknownName"],
    ["${last-saved#age}", "lastSaved"],
    ["following-sibling::a", "axis"],
    ["a/@b", "axis"],
    ["sum(1)", "notNodes"],
    ["pulldata('none', 'a', 'b', 'c')", "unknownTable"],
    ["pulldata('places', 'nothing', 'code', 'K1')", "unknownColumn"],
    ["(".repeat(200), "tooDeep"],
    ["-".repeat(200) + "1", "tooDeep"],
    ["1" + "+1".repeat(600), "tooDeep"],
    ["1".repeat(20_000), "tooLong"],
    ["regex('a', '(?=a)')", "patternUnsupported"],
  ])("%s", (source, code) => {
    expect(problem(source)).toBe(code);
  });

  test("an expression that would look at millions of values is stopped", () => {
    expect(problem("count(//*[count(//*[count(//*[count(//*[count(//*[count(//*) > 0]) > 0]) > 0]) > 0]) > 0])")).toBe("tooMuchWork");
  });

  test("whatever text is given, nothing but an ExpressionProblem is thrown", () => {
    const pieces = fc.constantFrom(
      ..."( ) [ ] + - * / // . .. , = != < > | ' \" ${ } ${age} ${years} ${hidden} 1 2.5 'a' and or div mod if( selected( sum( count( regex( date( substr( round( indexed-repeat( jr:choice-name( pulldata( instance('places')/ concat( today() @ :: child:: self:: node() * é".split(
        " ",
      ),
    );
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: "grapheme" }),
      fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(text, (source) => {
        problem(source);
      }),
      { numRuns: 2000 },
    );
  });
});
