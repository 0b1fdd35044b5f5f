/** Every text of the product in all three languages: it can be said, with the same places for values, and in the signs of its language. */
import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { LANGUAGES, patternOf, UNREVIEWED, type Language, type Text } from "#platform/i18n/text.ts";
import { catalogueTexts, isCatalogue, sourcesOf, textsIn } from "../tools/catalogues.ts";
import { ROOT } from "./support/fixed.ts";

const texts = await catalogueTexts(ROOT);

/** What a parsed pattern consists of, as far as these rules look. */
interface Part {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
  readonly children?: readonly Part[];
}

const LITERAL = 0;
const POUND = 7;
const TAG = 8;

const partsOf = (text: Text, language: Language): readonly Part[] =>
  new IntlMessageFormat(patternOf(text, language), "en").getAst() as readonly Part[];

/** The names of the values that a pattern says. A value that only chooses between branches is not said: Kinyarwanda often has one form where English has two. */
function argumentsOf(parts: readonly Part[]): Set<string> {
  const names = new Set<string>();
  const add = (part: Part): void => {
    const branches = Object.values(part.options ?? {}).flatMap((option) => option.value);
    const isSaid =
      part.options === undefined
        ? part.type !== LITERAL && part.type !== POUND && part.type !== TAG
        : branches.some((inner) => inner.type === POUND);
    if (isSaid) names.add(part.value ?? "");
    branches.forEach(add);
    part.children?.forEach(add);
  };
  parts.forEach(add);
  return names;
}

/** The sentences a pattern can become: one for each branch, a value written as a zero. */
function sentencesOf(parts: readonly Part[]): string[] {
  return parts.reduce<string[]>(
    (sentences, part) => {
      const branches =
        part.type === LITERAL
          ? [part.value ?? ""]
          : part.options === undefined
            ? ["0"]
            : Object.values(part.options).flatMap((option) => sentencesOf(option.value));
      return sentences.flatMap((sentence) => branches.map((branch) => sentence + branch));
    },
    [""],
  );
}

/** A sign that French sets off by a narrow space, where it stands as a sign and not inside an address, a time or a name of code. */
const SET_OFF = /([\s\S])[:;?!%](?=$|[\s»”).,…])/gu;

function frenchProblems(sentence: string): string[] {
  const bare = [...sentence.matchAll(SET_OFF)].filter((match) => !/[\u202f\u00a0:;?!%]/.test(match[1] ?? ""));
  return bare.map(
    (match) =>
      `French without a narrow space before “${match[0].slice(1)}”: …${sentence.slice(Math.max(0, match.index - 20), match.index + 2)}`,
  );
}

function languageProblems(text: Text, language: Language): string[] {
  const pattern = patternOf(text, language);
  const found: string[] = [];
  if (pattern.trim() === "") found.push(`${language} is empty`);
  // A sentence about the sign itself shows it in brackets.
  if (/['"]/.test(pattern.replaceAll('(")', ""))) found.push(`${language} has a straight apostrophe or quotation mark`);
  if (pattern.includes(UNREVIEWED) || (language !== "rw" && text[language].includes(UNREVIEWED)))
    found.push(`${language} has ${UNREVIEWED} inside`);
  try {
    const sentences = sentencesOf(partsOf(text, language));
    if (language === "fr") found.push(...new Set(sentences.flatMap(frenchProblems)));
  } catch (error) {
    found.push(`${language} cannot be said: ${(error as Error).message}`);
  }
  return found;
}

/** Everything wrong with a text. */
function problemsOf(text: Text): string[] {
  const found = LANGUAGES.flatMap((language) => languageProblems(text, language));
  if (found.some((problem) => problem.includes("cannot be said"))) return found;
  const places = LANGUAGES.map((language) => [...argumentsOf(partsOf(text, language))].sort().join(", "));
  if (new Set(places).size > 1)
    found.push(`the languages name different values: ${LANGUAGES.map((language, index) => `${language} {${places[index]}}`).join(", ")}`);
  return found;
}

test("every catalogue was read", () => {
  const files = sourcesOf(ROOT).filter(isCatalogue);
  expect(files.length).toBeGreaterThan(20);
  expect(texts.length).toBeGreaterThan(1000);
  const silent = files.filter((file) => !texts.some((text) => text.file === file));
  // A catalogue may only turn texts of others into sentences; more than a few without a text means that the reader is blind.
  expect(silent.length).toBeLessThan(3);
});

test("every text can be said in all three languages, with the same values and in the signs of its language", () => {
  expect(texts.flatMap(({ file, key, text }) => problemsOf(text).map((problem) => `${file} ${key}: ${problem}`))).toEqual([]);
});

const good: Text = { en: "{n} posts: what now?", fr: "{n} postes\u202f: et maintenant\u202f?", rw: "≈Imyanya {n}: ubu bite?" };

test("a good text is left alone, with times, addresses and names of code in it", () => {
  expect(problemsOf(good)).toEqual([]);
  const plural = "{count, plural, one {one post} other {{n} posts}}: what now?";
  expect(problemsOf({ ...good, en: plural })).toEqual([]);
  expect(problemsOf({ ...good, fr: "{n} à 10:30, https://inteko.example, jr:itext, 5\u00a0%\u202f!" })).toEqual([]);
});

const PLANTED: readonly [what: string, text: Text, found: RegExp][] = [
  ["an empty text", { ...good, rw: "≈" }, /rw is empty/],
  ["a straight apostrophe", { ...good, fr: "l'avis {n}" }, /fr has a straight/],
  ["a straight quotation mark", { ...good, en: 'the "{n}"' }, /en has a straight/],
  ["a pattern that does not close", { ...good, rw: "≈Imyanya {n" }, /rw cannot be said/],
  ["a plural without its other form", { ...good, en: "{n, plural, one {one post}}" }, /en cannot be said/],
  ["a value that one language forgets", { ...good, fr: "Des postes" }, /different values/],
  ["a value under another name", { ...good, rw: "≈Imyanya {m}" }, /different values/],
  [
    "a value forgotten in one branch only is no fault, in all branches it is",
    { ...good, en: "{n, plural, one {one} other {#}} {x}" },
    /different values/,
  ],
  ["a French colon without its space", { ...good, fr: "{n} postes: oui" }, /before “:”/],
  ["a French colon after an ordinary space", { ...good, fr: "{n} postes : oui" }, /before “:”/],
  ["a French question mark at the end", { ...good, fr: "{n} postes?" }, /before “\?”/],
  ["a French per cent sign after a value", { ...good, fr: "{n}%" }, /before “%”/],
  ["a French semicolon in one branch", { ...good, fr: "{n, plural, one {un; fin} other {# fin}}" }, /before “;”/],
  ["a reviewer’s mark in English", { ...good, en: "≈{n} posts" }, /en has ≈/],
  ["a reviewer’s mark in the middle", { ...good, rw: "Imyanya ≈{n}" }, /rw has ≈/],
];

test.each(PLANTED)("%s is found", (_, text, found) => {
  expect(problemsOf(text).join("\n")).toMatch(found);
});

test("texts are found however deep they lie", () => {
  expect(textsIn({ p: { lost: { status: 404, text: good } }, list: [good] }, "").map((found) => found.key)).toEqual(["p.lost.text"]);
  expect(textsIn({ list: [{ ...good }] }, "w").map((found) => found.key)).toEqual(["w.list.0"]);
});
