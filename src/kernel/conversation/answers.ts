/** Reads what people type back on a telephone: yes and no in three languages, a choice by its number, a reference, stop and start. */

/** Small letters without accents, signs and doubled spaces: « ARRÊT ! » becomes "arret". */
export function plainAnswer(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const STOP = ["stop", "stopall", "unsubscribe", "hagarika", "arret", "arreter", "desabonner"];
const START = ["start", "tangira", "reprendre", "recommencer"];
const YES = ["yes", "yeah", "y", "ok", "okay", "oui", "daccord", "yego", "yee", "ndemeye"];
const NO = ["no", "n", "non", "nope", "oya", "hoya", "ndanze", "refuse"];

/** True when two words differ by one letter typed wrong, left out, typed twice or swapped with its neighbour. */
export function nearly(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  if (a.length === b.length) {
    const swapped = a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
    return swapped || a.slice(at + 1) === b.slice(at + 1);
  }
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.slice(at) === long.slice(at + 1);
}

/** A word of a list, exactly; or nearly, when it has at least `least` letters and is near to no word of the other list. */
function meant(word: string, list: readonly string[], other: readonly string[], least: number): boolean {
  if (list.includes(word)) return true;
  if (other.includes(word) || word.length < least) return false;
  const near = (words: readonly string[]): boolean => words.some((one) => one.length >= least && nearly(word, one));
  return near(list) && !near(other);
}

// A wish to stop is short; a sentence that has the word in it ("do not stop the training") is for a human to read.
const MOST_WORDS = 3;

function wish(text: string, list: readonly string[], other: readonly string[]): boolean {
  const words = plainAnswer(text).split(" ");
  if (words.length > MOST_WORDS) return false;
  return meant(words[0] ?? "", list, other, 5) || (words.length === 2 && list.includes(words.join("")));
}

/** True when somebody wants no more messages: STOP, HAGARIKA, ARRÊT, however they are typed. */
export const wantsStop = (text: string): boolean => wish(text, STOP, START);

/** True when somebody wants messages again: START, TANGIRA, REPRENDRE. */
export const wantsStart = (text: string): boolean => wish(text, START, STOP);

// “No problem, I will come” and “oya nta kibazo” mean neither by their first word alone.
const UNSURE = /^(problem|probleme|kibazo|ikibazo|worries|soucis)$/;
const MOST_ANSWER_WORDS = 5;

/** Yes or no, in any of the three languages or as 1 and 2; null when it is neither, or could be both. */
export function yesOrNo(text: string): boolean | null {
  const words = plainAnswer(text).split(" ");
  const first = words[0] ?? "";
  if (words.length === 1 && (first === "1" || first === "2")) return first === "1";
  if (words.length > MOST_ANSWER_WORDS || words.some((word) => UNSURE.test(word))) return null;
  const whole = words.join("");
  const yes = meant(first, YES, NO, 3) || YES.includes(whole);
  const no = meant(first, NO, YES, 3) || NO.includes(whole);
  const rest = words.slice(1).filter((word) => word.length > 1);
  if (yes === no || rest.some((word) => (yes ? NO : YES).includes(word))) return null;
  return yes;
}

/** One of `count` numbered choices, from 1; null when no such number stands first. */
export function choiceOf(text: string, count: number): number | null {
  const number = /^(?:no |number |numero |nimero )?(\d{1,2})(?!\d)/u.exec(plainAnswer(text))?.[1];
  const choice = Number(number ?? "0");
  return choice >= 1 && choice <= count ? choice : null;
}

/** Figures of a reference: three, so that it is never mistaken for a choice. */
export const REFERENCE = /(?<!\d)[1-9]\d{2}(?!\d)/gu;

/** Parts an answer from the reference of the question, when one of the open ones is named: "1 427", "427 yego" and "yego, 427". */
export function splitReference(text: string, open: readonly string[]): { readonly code: string | null; readonly answer: string } {
  const code = (text.match(REFERENCE) ?? []).find((number) => open.includes(number)) ?? null;
  if (code === null) return { code, answer: text.trim() };
  const rest = text.replace(new RegExp(`(?<!\\d)${code}(?!\\d)`, "u"), " ");
  return { code, answer: rest.replaceAll(/\s+/gu, " ").trim() };
}

const QUOTE_BEGINS =
  /^(on .{5,200}wrote:|le .{5,200}a écrit\s*:|-{2,}\s*(original message|message d’origine|message d'origine).*|_{10,}|from:\s.*|de\s?:\s.*)$/iu;

/** What somebody wrote above the mail she answers: quoted lines and everything below them are left out. */
export function aboveQuote(text: string): string {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const end = lines.findIndex((line) => line.startsWith(">") || QUOTE_BEGINS.test(line.trim()) || line.trimEnd() === "--");
  return (end < 0 ? lines : lines.slice(0, end)).join("\n").trim();
}
