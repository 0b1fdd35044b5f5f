/** Languages in their own names. */
import { expect, test } from "vitest";
import { ownName } from "./own-names.ts";

test.each([
  ["rw", "Kinyarwanda"],
  ["fr", "Français"],
  ["sw", "sw"],
  ["constructor", "constructor"],
])("the language %s is offered as %s", (code, name) => {
  expect(ownName(code)).toBe(name);
});
