/** Jean answers on a weak phone, one page at a time, and is only ever led to pages that concern him. */
import { expect, test } from "vitest";
import { evaluate } from "./evaluate.ts";
import { nextRelevantPage, openPages, pagesOf } from "./pages.ts";
import { modelOf, sheet } from "./sample-sheets.ts";

const env = { now: "2026-03-31T09:05:00.000+02:00", random: () => 0.5 };
const model = modelOf(
  sheet(
    "survey",
    ["type", "name", "label", "relevant", "appearance"],
    ...["a", "b", "c", "d", "e", "f"].map((name) => ["text", name, name]),
    ["start", "start"],
    ["begin group", "house", "House", "${a} = 'yes'"],
    ["text", "roof", "Roof"],
    ["begin group", "inner", "Inner"],
    ["text", "wall", "Wall"],
    ["end group"],
    ["begin group", "table", "Table", null, "field-list"],
    ["text", "x", "X"],
    ["end group"],
    ["begin repeat", "room", "Room"],
    ["text", "use", "Use"],
    ["end repeat"],
    ["text", "after", "After"],
    ["end group"],
    ["note", "bye", "Thank you"],
  ),
);

test("loose questions go five together, a group is one page, a field-list and a repeat have their own", () => {
  expect(pagesOf(model).map((page) => (page.kind === "repeat" ? ["repeat", page.key] : page.items))).toEqual([
    ["/a", "/b", "/c", "/d", "/e"],
    ["/f"],
    ["/house/roof", "/house/inner/wall"],
    ["/house/table/x"],
    ["repeat", "/house/room"],
    ["/house/after"],
    ["/bye"],
  ]);
});

test("Jean has no house: he goes from his name to the thanks", () => {
  const evaluation = evaluate(model, { a: "no" }, env);
  expect(openPages(model, evaluation).map((page) => page.key)).toEqual(["/a", "/f", "/bye"]);
  expect(nextRelevantPage(model, evaluation, null)?.key).toBe("/a");
  expect(nextRelevantPage(model, evaluation, "/f")?.key).toBe("/bye");
  expect(nextRelevantPage(model, evaluation, "/bye")).toBeNull();
});

test("with a house of two rooms he sees each room, and may add one more", () => {
  const evaluation = evaluate(model, { a: "yes", house: { room: [{}, { use: "bed" }] } }, env);
  const keys = openPages(model, evaluation).map((page) => `${page.kind} ${page.key}`);
  expect(keys).toEqual([
    "questions /a",
    "questions /f",
    "questions /house/roof",
    "questions /house/table/x",
    "questions /house/room[1]/use",
    "questions /house/room[2]/use",
    "repeat /house/room",
    "questions /house/after",
    "questions /bye",
  ]);
});

test("from a page that has closed meanwhile he is led to the next one after it", () => {
  const evaluation = evaluate(model, { a: "no" }, env);
  expect(nextRelevantPage(model, evaluation, "/house/roof")?.key).toBe("/bye");
});
