/** Text messages counted against the tables of 3GPP TS 23.038 and the part sizes of TS 23.040. */
import { expect, test } from "vitest";
import { countSms, smsOf } from "./sms-parts.ts";

const CASES: readonly [what: string, text: string, alphabet: "gsm" | "ucs2", units: number, parts: number][] = [
  ["an empty text still costs one part", "", "gsm", 0, 1],
  ["160 plain letters are one part", "a".repeat(160), "gsm", 160, 1],
  ["161 are two, because each part now carries a header", "a".repeat(161), "gsm", 161, 2],
  ["306 are two full parts of 153", "a".repeat(306), "gsm", 306, 2],
  ["307 are three", "a".repeat(307), "gsm", 307, 3],
  ["é, è, ù, Ç, Ø and ß stand in the default alphabet", "éèùÇØß", "gsm", 6, 1],
  ["Greek capitals of the default alphabet too", "ΔΦΓΛΩΠΨΣΘΞ", "gsm", 10, 1],
  ["a line break is a letter of it", "a\nb", "gsm", 3, 1],
  ["the euro sign takes two septets", "€", "gsm", 2, 1],
  ["every sign of the extension takes two", "^{}\\[~]|€\f", "gsm", 20, 1],
  ["80 euro signs fill one part", "€".repeat(80), "gsm", 160, 1],
  ["81 need two", "€".repeat(81), "gsm", 162, 2],
  [
    "an extended sign is not split: 152 letters and a euro in the first of two parts leave one septet empty",
    `${"a".repeat(152)}€${"a".repeat(152)}`,
    "gsm",
    306,
    3,
  ],
  ["ê is not in the alphabet: the whole text becomes UCS-2", "ê", "ucs2", 1, 1],
  ["a small ç is not either", "ç", "ucs2", 1, 1],
  ["the back quote is not", "`", "ucs2", 1, 1],
  ["70 letters of UCS-2 are one part", "ê".repeat(70), "ucs2", 70, 1],
  ["71 are two of 67", "ê".repeat(71), "ucs2", 71, 2],
  ["134 are two", "ê".repeat(134), "ucs2", 134, 2],
  ["135 are three", "ê".repeat(135), "ucs2", 135, 3],
  ["an emoji takes two units", "😀", "ucs2", 2, 1],
  ["an emoji is not split: 66 letters and one emoji do not fill the first part", `${"ê".repeat(66)}😀${"ê".repeat(66)}`, "ucs2", 134, 3],
];

test.each(CASES)("%s", (_, text, alphabet, units, parts) => {
  expect(countSms(text)).toEqual({ text, alphabet, units, parts });
});

test("typographic signs and French accents give way when the sentence then fits the plain alphabet", () => {
  const sent = smsOf("« Êtes-vous prêt ? » – l’équipe…\u202f!");
  expect(sent).toEqual({ text: '" Etes-vous pret ? " - l\'équipe... !', alphabet: "gsm", units: 36, parts: 1 });
});

test("a name written with combining accents is counted like the same name in one piece", () => {
  expect(smsOf("Espe\u0301rance").text).toBe("Espérance");
});

test("a sentence in another script stays as it was written", () => {
  expect(smsOf("Muraho – 你好").text).toBe("Muraho – 你好");
  expect(smsOf("Muraho – 你好").alphabet).toBe("ucs2");
});
