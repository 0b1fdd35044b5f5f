/** What people really type: three languages, small keys, shaky fingers. */
import { expect, test } from "vitest";
import { loadPack } from "#kernel/pack/load.ts";
import { aboveQuote, choiceOf, nearly, splitReference, wantsStart, wantsStop, yesOrNo } from "./answers.ts";
import { addressOf, maskAddress } from "./address.ts";
import { allowedFrom } from "./hours.ts";

const YES_NO: readonly [text: string, answer: boolean | null][] = [
  ["1", true],
  ["2", false],
  [" 1. ", true],
  ["3", null],
  ["Yes", true],
  ["YES!!", true],
  ["yse", true],
  ["yess", true],
  ["no", false],
  ["No.", false],
  ["non", false],
  ["Non merci", false],
  ["Oui", true],
  ["ouii", true],
  ["D’accord", true],
  ["d'accord", true],
  ["Yego", true],
  ["YEGO  CYANE", true],
  ["yeggo", true],
  ["ygeo", true],
  ["Oya", false],
  ["oyaa", false],
  ["ok", true],
  ["", null],
  ["12", null],
  ["maybe", null],
  ["no problem, I will come", null],
  ["oya nta kibazo", null],
  ["yes no", null],
  ["yego oya", null],
  ["oua", null],
  ["I do not know yet what the mayor says about it", null],
];

test.each(YES_NO)("“%s” is read as %s", (text, answer) => {
  expect(yesOrNo(text)).toBe(answer);
});

const STOPS: readonly [text: string, stop: boolean][] = [
  ["STOP", true],
  ["stop.", true],
  [" Stop please", true],
  ["HAGARIKA", true],
  ["hagalika", true],
  ["Hagarika ubutumwa", true],
  ["ARRÊT", true],
  ["arret", true],
  ["Arrêter", true],
  ["STOP ALL", true],
  ["unsubscribe", true],
  ["do not stop the training", false],
  ["stop the training in Huye, it is bad", false],
  ["top", false],
  ["1", false],
  ["START", false],
];

test.each(STOPS)("“%s” asks for no more messages: %s", (text, stop) => {
  expect(wantsStop(text)).toBe(stop);
});

test.each(["START", "tangira", "Reprendre !", "REPRENDR"])("“%s” asks for messages again", (text) => {
  expect(wantsStart(text)).toBe(true);
  expect(wantsStop(text)).toBe(false);
});

test.each([
  ["1 427", "427", "1"],
  ["427 1", "427", "1"],
  ["Yego, 427", "427", "Yego,"],
  ["no. 427", "427", "no."],
  ["1", null, "1"],
  ["1 999", null, "1 999"],
  ["1 4270", null, "1 4270"],
] as const)("“%s” names the question %s and answers “%s”", (text, code, answer) => {
  expect(splitReference(text, ["427", "512"])).toEqual({ code, answer });
});

test.each([
  ["3", 5, 3],
  [" 03 ", 5, 3],
  ["no 3", 5, 3],
  ["Numéro 12", 12, 12],
  ["6", 5, null],
  ["0", 5, null],
  ["333", 5, null],
  ["the third", 5, null],
] as const)("“%s” of %i choices is %s", (text, count, choice) => {
  expect(choiceOf(text, count)).toBe(choice);
});

test("words are near when one letter is wrong, missing, doubled or swapped, and not when two are", () => {
  expect([nearly("yego", "yeg"), nearly("yego", "yeggo"), nearly("yego", "ygeo"), nearly("yego", "yeka")]).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test.each([
  ["Yego\n\nOn Mon, 17 Nov 2025 at 09:00, RALGA <a@b.example> wrote:\n> Will you come?", "Yego"],
  ["Oui\r\n\r\nLe lun. 17 nov. 2025 à 09:00, RALGA a écrit :\r\n> Venez-vous ?", "Oui"],
  ["2\n-----Original Message-----\nFrom: x", "2"],
  ["Yes\n-- \nVestine", "Yes"],
  ["> only a quote", ""],
])("Vestine’s mail program quotes below her answer, and only the answer is read", (mail, answer) => {
  expect(aboveQuote(mail)).toBe(answer);
});

const pack = loadPack("packs/rwanda");

test.each([
  ["0788 000 143", "+250788000143"],
  ["+250 788-000-143", "+250788000143"],
  ["00250788000143", "+250788000143"],
  ["250788000143", "+250788000143"],
  ["+2500788000143", "+250788000143"],
  ["788000143", "+250788000143"],
  ["+32 470 12 34 56", "+32470123456"],
  ["+250 12", null],
  ["08150", null],
  ["MTN", null],
])("the number %s reaches %s", (text, number) => {
  expect(addressOf(pack, "sms", text)).toBe(number);
});

test.each([
  [" Claudine@Inteko.Example ", "claudine@inteko.example"],
  ["claudine@", null],
  ["a b@inteko.example", null],
  ["<x@inteko.example>", null],
  ["x@inteko.example\nBcc: y@inteko.example", null],
])("the address “%s” reaches %s", (text, address) => {
  expect(addressOf(pack, "email", text)).toBe(address);
});

test("an address is shown so that its owner knows it again and nobody else can use it", () => {
  expect([maskAddress("sms", "+250788000143"), maskAddress("email", "claudine@inteko.example"), maskAddress("sms", "8150")]).toEqual([
    "+250 ••• 143",
    "c•••@inteko.example",
    "8150",
  ]);
});

test.each([
  ["2025-11-17T04:59:00Z", "2025-11-17T05:00:00.000Z"],
  ["2025-11-17T05:00:00Z", "2025-11-17T05:00:00.000Z"],
  ["2025-11-17T16:59:00Z", "2025-11-17T16:59:00.000Z"],
  ["2025-11-17T17:00:00Z", "2025-11-18T05:00:00.000Z"],
  ["2025-11-17T21:30:00Z", "2025-11-18T05:00:00.000Z"],
])("a message of %s leaves at %s, between 7 and 19 o’clock in Kigali", (now, leaves) => {
  expect(allowedFrom(new Date(now), { from: 7, until: 19 }, "Africa/Kigali").toISOString()).toBe(leaves);
});
