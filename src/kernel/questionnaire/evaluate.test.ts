/** People answer questionnaires: what they are asked, what is computed for them, and what they are told about their answers. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { speak } from "#platform/i18n/text.ts";
import type { Cell } from "#platform/tabular/workbook.ts";
import { evaluate, fill } from "./evaluate.ts";
import type { Answers, Environment } from "./evaluate.ts";
import { modelOf, sheet } from "./sample-sheets.ts";

const env: Environment = { now: "2026-03-31T09:05:00.000+02:00", random: () => 0.5 };
const say = speak("en");

function survey(columns: string, ...rows: Cell[][]) {
  return sheet("survey", columns.split(" "), ...rows);
}

const household = modelOf(
  survey(
    "type name label relevant calculation constraint required repeat_count",
    ["text", "village", "Village", null, null, null, "yes"],
    ["integer", "size", "How many?", null, null, ". <= 20"],
    ["begin repeat", "person", "Person", null, null, null, null, "${size}"],
    ["text", "who", "Name"],
    ["integer", "age", "Age of ${who}", null, null, null, "yes"],
    ["text", "school", "School", "${age} < 18"],
    ["calculate", "place", null, null, "position(..)"],
    ["calculate", "older", null, null, "count(${person}[age > current()/../age])"],
    ["end repeat"],
    ["calculate", "total", null, null, "sum(${age})"],
    ["calculate", "second", null, null, "indexed-repeat(${who}, ${person}, 2)"],
    ["note", "n", "Together ${total} years", "${total} > 100"],
  ),
);

describe("Aline answers for her household", () => {
  const answers: Answers = {
    village: "Kabeza",
    size: 2,
    person: [
      { who: "Aline", age: "41" },
      { who: "Bosco", age: 14, school: "GS Kabeza" },
      { who: "Gone", age: 99 },
    ],
  };
  const result = evaluate(household, answers, env);

  test("sums, places and looks at other instances are right", () => {
    expect(result.values).toEqual({
      village: "Kabeza",
      size: 2,
      person: [
        { who: "Aline", age: 41, place: "1", older: "0" },
        { who: "Bosco", age: 14, school: "GS Kabeza", place: "2", older: "1" },
      ],
      total: "55",
      second: "Bosco",
    });
    expect(result.failures).toEqual([]);
  });

  test("who is beyond the number she gave is kept aside and not counted", () => {
    expect(result.aside).toEqual({ "/person[3]/who": "Gone", "/person[3]/age": "99" });
  });

  test("relevance is told for every place", () => {
    expect(result.relevant["/person[1]/school"]).toBe(false);
    expect(result.relevant["/person[2]/school"]).toBe(true);
    expect(result.relevant["/n"]).toBe(false);
    expect(result.relevant["/person[3]"]).toBe(false);
  });

  test("labels are filled with the answers of the same person", () => {
    expect(fill(result, "/person[2]/age", "Age of ${who}")).toBe("Age of Bosco");
  });

  test("a higher number makes room for more", () => {
    const more = evaluate(household, { ...answers, size: 4 }, env);
    expect(more.relevant["/person[4]/age"]).toBe(true);
    expect(more.failures.map(({ path, kind }) => [path, kind])).toEqual([["/person[4]/age", "required"]]);
  });

  test("a form that asks for five thousand persons gets a thousand, and is told so", () => {
    const model = modelOf(
      survey(
        "type name label repeat_count",
        ["integer", "size", "Size"],
        ["begin repeat", "r", "R", "${size}"],
        ["text", "x", "X"],
        ["end repeat"],
      ),
    );
    const result = evaluate(model, { size: 5000 }, env);
    expect(result.faults.map((fault) => fault.code)).toEqual(["tooManyRepeats"]);
    expect(Object.keys(result.relevant)).toHaveLength(2 + 2 * 1000);
  });

  test("what no question asks for is listed, not lost", () => {
    expect(evaluate(household, { vilage: "x", person: "none", size: 0 }, env).unknown).toEqual(["/person", "/vilage"]);
  });
});

describe("Answers are read by their type", () => {
  const list = sheet("choices", ["list_name", "name", "label"], ["l", "a", "A"], ["l", "b", "B"]);
  test.each<[string, unknown, unknown, string | null]>([
    ["integer", "14", 14, null],
    ["integer", " -3 ", -3, null],
    ["integer", "14.5", "14.5", "“14.5” is not a whole number. Write digits only, such as 14."],
    ["decimal", "14.50", 14.5, null],
    ["decimal", "14,5", "14,5", "“14,5” has a comma. Write a point before the decimals: 14.5."],
    ["decimal", "1 200", "1 200", "“1 200” is not a number. Write digits, such as 14.5."],
    ["date", "2026-01-31", "2026-01-31", null],
    ["date", "31/01/2026", "2026-01-31", null],
    ["date", "1/2/2026", "2026-02-01", null],
    ["date", "31/02/2026", "31/02/2026", "“31/02/2026” is not a date. Write day/month/year, such as 31/12/2025."],
    ["time", "9:05", "09:05", null],
    ["time", "25:00", "25:00", "“25:00” is not a time of day. Write hours and minutes, such as 14:30."],
    ["dateTime", "31/01/2026 09:05", "2026-01-31T09:05", null],
    ["dateTime", "2026-01-31", "2026-01-31", "“2026-01-31” is not a date with a time. Write them like 31/12/2025 14:30."],
    ["select_one l", "b", "b", null],
    ["select_one l", "c", "c", "“c” is not one of the choices. Pick one from the list."],
    ["select_multiple l", ["a", "b"], ["a", "b"], null],
    ["select_multiple l", "a c", ["a", "c"], "“c” is not one of the choices. Pick one from the list."],
    ["rank l", "b  a", ["b", "a"], null],
    ["range", "7", 7, null],
    ["range", "7.5", 7.5, "“7.5” is outside the scale from 1 to 10 in steps of 1."],
    ["acknowledge", "on", "OK", null],
    ["geopoint", "-1.9441 30.0619 1500 5", "-1.9441 30.0619 1500 5", null],
    ["geopoint", "95 30", "95 30", "“95 30” is not a place. Write latitude and longitude in degrees, such as -1.9441 30.0619."],
    ["text", "  kept  ", "  kept  ", null],
    ["text", { a: 1 }, undefined, "This answer is not a text or a number."],
  ])("%s %j", (type, given, value, message) => {
    const result = evaluate(modelOf(survey("type name label", [type, "q", "Q"]), list), { q: given } as Answers, env);
    expect(result.values["q"]).toEqual(value);
    expect(result.failures.map((failure) => say(failure.text, failure.values))).toEqual(message === null ? [] : [message]);
  });
});

describe("Conditions, choices and computed answers", () => {
  test("choices follow the answer before them, and one that is no longer open is refused", () => {
    const model = modelOf(
      survey(
        "type name label choice_filter",
        ["select_one districts", "district", "District"],
        ["select_one sectors", "sector", "Sector", "${district} = in"],
      ),
      sheet(
        "choices",
        ["list_name", "name", "label", "in"],
        ["districts", "huye", "Huye"],
        ["districts", "gicumbi", "Gicumbi"],
        ["sectors", "tumba", "Tumba", "huye"],
        ["sectors", "ngoma", "Ngoma", "huye"],
        ["sectors", "byumba", "Byumba", "gicumbi"],
      ),
    );
    const result = evaluate(model, { district: "huye", sector: "byumba" }, env);
    expect(result.choices).toEqual({ "/district": ["huye", "gicumbi"], "/sector": ["tumba", "ngoma"] });
    expect(result.failures.map(({ path, kind }) => [path, kind])).toEqual([["/sector", "choice"]]);
  });

  test("choices come from an attached table; without it nothing is judged", () => {
    const model = modelOf(
      survey("type name label parameters", ["select_one_from_file towns.csv", "town", "Town", "value=code label=town"]),
    );
    expect(model.tables).toEqual(["towns"]);
    const tables = { towns: [{ code: "K", town: "Kigali" }] };
    expect(evaluate(model, { town: "H" }, { ...env, tables }).failures[0]?.kind).toBe("choice");
    expect(evaluate(model, { town: "H" }, env).failures).toEqual([]);
  });

  test("a seeded shuffle shows the same order again, and holds every choice once", () => {
    const list = sheet("choices", ["list_name", "name", "label"], ...[..."abcdefgh"].map((name) => ["l", name, name]));
    const model = modelOf(survey("type name label parameters", ["select_one l", "q", "Q", "randomize=true seed=7"]), list);
    const order = evaluate(model, {}, env).choices["/q"]!;
    expect(order).toEqual(evaluate(model, {}, { ...env, random: () => 0.9 }).choices["/q"]);
    expect(order.toSorted().join("")).toBe("abcdefgh");
    expect(order.join("")).not.toBe("abcdefgh");
  });

  test("the author’s own words come with the failure, filled in", () => {
    const model = modelOf(
      survey(
        "type name label constraint constraint_message::English(en) required required_message",
        ["integer", "max", "Max"],
        ["integer", "n", "N", ". <= ${max}", "At most ${max}"],
        ["text", "t", "T", null, null, "${n} > 1", "Say why"],
      ),
    );
    const result = evaluate(model, { max: 3, n: 5 }, env);
    expect(result.failures.map(({ kind, message }) => [kind, message])).toEqual([
      ["constraint", { "English(en)": "At most 3" }],
      ["required", { default: "Say why" }],
    ]);
  });

  test("fixed and computed defaults stand until something is given, even an empty answer", () => {
    const model = modelOf(
      survey("type name label default", ["integer", "a", "A", 5], ["integer", "b", "B", "${a} + 1"], ["date", "d", "D", "today()"]),
    );
    expect(evaluate(model, {}, env).values).toEqual({ a: 5, b: 6, d: "2026-03-31" });
    expect(evaluate(model, { a: "", b: 9 }, env).values).toEqual({ b: 9, d: "2026-03-31" });
  });

  test.each([
    ["integer", "1 + 1", 2],
    ["integer", "1+1", 2],
    ["decimal", "7 div 2", 3.5],
    ["text", "2024-2026", "2024-2026"],
    ["text", "+250", "+250"],
    ["text", "Kigali - Huye", "Kigali - Huye"],
    ["text", "a*b", "a*b"],
    ["date", "2026-01-02", "2026-01-02"],
    ["geopoint", "-1.94 30.06", "-1.94 30.06"],
    ["integer", "-5", -5],
    ["integer", "${none} + 1", undefined],
  ])("a default of the type %s written %s is %s", (type, written, expected) => {
    const model = modelOf(survey("type name label default", ["integer", "none", "None"], [type, "a", "A", written]));
    const { values, failures } = evaluate(model, {}, env);
    expect([values["a"], failures]).toEqual([expected, []]);
  });

  test("Aline leaves one age out: the calculation that needs it stays empty, the total counts the others", () => {
    const model = modelOf(
      survey(
        "type name label calculation",
        ["begin repeat", "r", "R"],
        ["integer", "age", "Age"],
        ["calculate", "next", null, "${age} + 1"],
        ["end repeat"],
        ["calculate", "all", null, "sum(${age})"],
        ["calculate", "oldest", null, "max(${age})"],
        ["calculate", "grown", null, "coalesce(${none}, 0)"],
        ["calculate", "none", null, "int('x')"],
      ),
    );
    expect(evaluate(model, { r: [{ age: 3 }, {}, { age: 9 }] }, env).values).toEqual({
      r: [{ age: 3, next: "4" }, {}, { age: 9, next: "10" }],
      all: "12",
      oldest: "9",
      grown: "0",
    });
  });

  test("calculations settle whatever the order of their rows, also through other instances", () => {
    const model = modelOf(
      survey(
        "type name label calculation",
        ["calculate", "c", null, "${b} + 1"],
        ["calculate", "b", null, "${a} + 1"],
        ["integer", "a", "A"],
        ["begin repeat", "r", "R"],
        ["integer", "x", "X"],
        ["calculate", "run", null, "coalesce(indexed-repeat(${run}, ${r}, position(..) - 1), 0) + ${x}"],
        ["end repeat"],
      ),
    );
    const result = evaluate(model, { a: 1, r: [{ x: 1 }, { x: 2 }, { x: 3 }, { x: 4 }] }, env);
    expect(result.calculated).toEqual({ "/c": "3", "/b": "2", "/r[1]/run": "1", "/r[2]/run": "3", "/r[3]/run": "6", "/r[4]/run": "10" });
  });

  test("a hidden group hides what is inside it, and what it hid is kept aside", () => {
    const model = modelOf(
      survey(
        "type name label relevant required",
        ["text", "ask", "?"],
        ["begin group", "g", "G", "${ask} = 'yes'"],
        ["text", "x", "X", null, "yes"],
        ["end group"],
        ["note", "n", "N", "${x} = ''"],
      ),
    );
    const result = evaluate(model, { ask: "no", g: { x: "kept" } }, env);
    expect(result.aside).toEqual({ "/g/x": "kept" });
    expect([result.failures, result.relevant["/n"], result.values]).toEqual([[], true, { ask: "no" }]);
  });

  test("once() keeps a draw, and dice give one number however often the form settles", () => {
    let drawn = 0;
    const dice = { ...env, random: () => ++drawn / 100 };
    const model = modelOf(
      survey("type name label calculation", ["calculate", "r", null, "once(random())"], ["calculate", "s", null, "random()"]),
    );
    expect(evaluate(model, { r: "0.7" }, dice).calculated).toEqual({ "/r": "0.7", "/s": "0.01" });
    expect(drawn).toBe(1);
  });

  test("what the client knows fills the metadata; the form names the submission", () => {
    const model = modelOf(
      survey("type name label", ["start", "start"], ["today", "today"], ["username", "username"], ["text", "a", "A"]),
      sheet("settings", ["form_id", "instance_name"], ["f", "concat(${a}, '-', /f/today)"]),
    );
    const result = evaluate(model, { a: "x" }, { ...env, device: { username: "aline" } });
    expect(result.values).toEqual({ start: env.now, today: "2026-03-31", username: "aline", a: "x" });
    expect(result.instanceName).toBe("x-2026-03-31");
  });

  test("a form at fault says so and lets the person go on", () => {
    const model = modelOf(
      survey(
        "type name label calculation constraint",
        ["calculate", "c", null, "pulldata('t', 'a', 'b', '1')"],
        ["text", "p", "P"],
        ["text", "a", "A", null, "regex(., ${p})"],
      ),
    );
    const result = evaluate(model, { a: "x", p: "(?=x)" }, env);
    expect(result.faults.map(({ path, column, code }) => [path, column, code])).toEqual([
      ["/c", "calculation", "expression.unknownTable"],
      ["/a", "constraint", "expression.patternUnsupported"],
    ]);
    expect(result.failures).toEqual([]);
  });

  test("whatever is given, evaluation answers", () => {
    fc.assert(
      fc.property(
        fc.object({
          key: fc.constantFrom("village", "size", "person", "who", "age", "__proto__", "constructor"),
          values: [fc.integer({ min: -5, max: 30 }), fc.string(), fc.boolean(), fc.constant(null), fc.double()],
          maxDepth: 3,
          maxKeys: 5,
        }),
        (answers) => {
          evaluate(household, answers as Answers, env);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("a moment that is none is the caller’s mistake", () => {
    expect(() => evaluate(household, {}, { ...env, now: "today" })).toThrow(RangeError);
  });
});
