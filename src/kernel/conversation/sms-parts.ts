/** How many parts a text message takes and in which alphabet, as networks count and charge it. */

/** The alphabet a message is sent in: 7-bit GSM, or UCS-2 as soon as one letter is not in it. */
export type Alphabet = "gsm" | "ucs2";

/** A text as it is sent. `units` are septets or UTF-16 code units; `parts` is what is paid for. */
export interface SmsText {
  readonly text: string;
  readonly alphabet: Alphabet;
  readonly units: number;
  readonly parts: number;
}

// 3GPP TS 23.038 §6.2.1: the default alphabet, and §6.2.1.1: its extension, two septets each.
const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const EXTENDED = new Set("\f^{}\\[~]|€");

/** Units of a lone part and of each part of a longer message, whose header takes six octets (3GPP TS 23.040 §9.2.3.24.1). */
const ROOM: Readonly<Record<Alphabet, { readonly alone: number; readonly each: number }>> = {
  gsm: { alone: 160, each: 153 },
  ucs2: { alone: 70, each: 67 },
};

const PUNCTUATION: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "«": '"',
  "»": '"',
  "–": "-",
  "—": "-",
  "…": "...",
  "\u00a0": " ",
  "\u202f": " ",
  "\u2009": " ",
};

const isGsm = (character: string): boolean => BASIC.has(character) || EXTENDED.has(character);

/** One letter as near as the 7-bit alphabet has it, or itself. */
function plainLetter(character: string): string {
  if (isGsm(character)) return character;
  const folded = PUNCTUATION[character] ?? character.normalize("NFD").replaceAll(/\p{M}/gu, "");
  return [...folded].every(isGsm) ? folded : character;
}

/** How many units each character takes; a character is never split over two parts. */
function widthsOf(text: string, alphabet: Alphabet): number[] {
  return [...text].map((character) => (alphabet === "ucs2" ? character.length : EXTENDED.has(character) ? 2 : 1));
}

function partsOf(widths: readonly number[], room: { readonly alone: number; readonly each: number }): number {
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total <= room.alone) return 1;
  let parts = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > room.each) {
      parts += 1;
      used = 0;
    }
    used += width;
  }
  return parts;
}

/** Counts a text as it stands: alphabet, units and parts (3GPP TS 23.038, TS 23.040). An empty text takes one part. */
export function countSms(text: string): SmsText {
  const alphabet: Alphabet = [...text].every(isGsm) ? "gsm" : "ucs2";
  const widths = widthsOf(text, alphabet);
  return { text, alphabet, units: widths.reduce((sum, width) => sum + width, 0), parts: partsOf(widths, ROOM[alphabet]) };
}

/**
 * A text as we send it: typographic signs and letters the 7-bit alphabet lacks give way to plain ones (ê becomes e), when the whole
 * then fits that alphabet: otherwise the same sentence costs more than twice as much. Any other script stays as written.
 */
export function smsOf(text: string): SmsText {
  const plain = [...text.normalize("NFC")].map(plainLetter).join("");
  const counted = countSms(plain);
  return counted.alphabet === "gsm" ? counted : countSms(text);
}
