/** Addresses of lists. */
import { expect, test } from "vitest";
import { addressOf, changedQuery, pageAsked } from "./address.ts";

test("a list without filters has its bare address", () => {
  expect(addressOf("/people", { q: "", tier: null, page: undefined })).toBe("/people");
  expect(addressOf("/people", { q: "é&b", page: 2 })).toBe("/people?q=%C3%A9%26b&page=2");
});

test("changing the order keeps the filters and drops the language", () => {
  expect(changedQuery("/people", new URLSearchParams("q=huye&lang=fr&page=3"), { sort: "name", page: null })).toBe(
    "/people?q=huye&sort=name",
  );
});

test.each([
  ["", 1],
  ["page=3", 3],
  ["page=-4", 1],
  ["page=0", 1],
  ["page=abc", 1],
  ["page=1e9", 1],
  ["page=99", 7],
  ["page=99999999999999999999", 1],
])("a query %j asks for page %i of seven", (query, page) => {
  expect(pageAsked(new URLSearchParams(query), 7)).toBe(page);
});
