/** The questionnaire as data: a tree of groups, repeats and questions that is stored as JSON beside the answers given to it. */

/** A text by language; the key `default` holds what the workbook wrote without naming a language. */
export type Translations = Readonly<Record<string, string>>;

/** The language of columns that name none, in a workbook that sets no `default_language`. */
export const DEFAULT_LANGUAGE = "default";

/** Where in the workbook something came from; rows count from 1. */
export interface Origin {
  readonly sheet: string;
  readonly row: number;
}

/** What groups, repeats and questions share. Expressions are kept as their author wrote them and are parsed when the model is loaded. */
interface Common {
  readonly name: string;
  readonly origin: Origin;
  readonly label: Translations;
  readonly hint: Translations;
  readonly media: Readonly<Record<string, Translations>>;
  /** Words of the `appearance` column. */
  readonly appearance: readonly string[];
  /** Condition under which it is asked; empty means always. */
  readonly relevant: string;
  /** `body::`, `bind::`, `instance::` and unknown columns as they stand, so that nothing of the workbook is lost. */
  readonly extra: Readonly<Record<string, string>>;
}

/** Questions shown together under a heading. */
export interface Group extends Common {
  readonly kind: "group";
  readonly items: readonly Item[];
}

/** Questions asked again for each of several things. `count` is an expression for how often; empty lets the person decide. */
export interface Repeat extends Common {
  readonly kind: "repeat";
  readonly count: string;
  readonly items: readonly Item[];
}

/** One question, note, calculation or piece of metadata. */
export interface Question extends Common {
  readonly kind: "question";
  /** A name of `types.ts`. */
  readonly type: string;
  /** List of choices, for selects and `osm`. */
  readonly list: string;
  /** Attached table that the choices come from, for `select_one_from_file` and its kin. */
  readonly file: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly constraint: string;
  readonly constraintMessage: Translations;
  readonly required: string;
  readonly requiredMessage: Translations;
  readonly readonly: string;
  readonly calculation: string;
  readonly choiceFilter: string;
  readonly default: string;
  /** True when `default` is an expression. */
  readonly defaultComputed: boolean;
  /** Names of the questions whose change sets the calculation off. */
  readonly trigger: readonly string[];
  readonly guidance: Translations;
  /** Property of the entity that the answer is saved to. */
  readonly saveTo: string;
}

export type Item = Group | Repeat | Question;

/** One choice of a list; `extra` are the other columns, which choice filters look at. */
export interface Choice {
  readonly name: string;
  readonly label: Translations;
  readonly media: Readonly<Record<string, Translations>>;
  readonly extra: Readonly<Record<string, string>>;
}

/** A list of things that submissions create or update, from the `entities` sheet; columns are kept as written. */
export type Entity = Readonly<Record<string, string>>;

/** The `settings` sheet. */
export interface Settings {
  readonly title: string;
  readonly id: string;
  readonly version: string;
  readonly style: string;
  readonly instanceName: string;
  readonly allowChoiceDuplicates: boolean;
  /** Settings that have no meaning here, kept as written. */
  readonly extra: Readonly<Record<string, string>>;
}

/** A questionnaire. It is JSON through and through: storing and reading it back gives the same questionnaire. */
export interface Model {
  readonly format: 1;
  readonly settings: Settings;
  /** Languages in the order of their first column; `default` is one of them when columns without a language exist. */
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
  readonly items: readonly Item[];
  readonly lists: Readonly<Record<string, readonly Choice[]>>;
  /** Names of the tables that must be attached: `pulldata`, selects from a file, `csv-external`. */
  readonly tables: readonly string[];
  readonly entities: readonly Entity[];
}

/** The text in one language, else in the model’s default language, else in any. */
export function inLanguage(texts: Translations, language: string, fallback: string): string {
  return texts[language] ?? texts[fallback] ?? Object.values(texts)[0] ?? "";
}

const CODES: Readonly<Record<string, string>> = {
  english: "en",
  anglais: "en",
  french: "fr",
  français: "fr",
  francais: "fr",
  kinyarwanda: "rw",
  ikinyarwanda: "rw",
};

/** The two- or three-letter code of a language as workbooks name it: `English (en)`, `english`, `en`; empty where none can be told. */
export function languageCode(language: string): string {
  const inBrackets = /\(([a-z]{2,3})(?:[-_][^)]*)?\)\s*$/i.exec(language)?.[1];
  if (inBrackets !== undefined) return inBrackets.toLowerCase();
  const plain = language.trim().toLowerCase();
  return /^[a-z]{2,3}$/.test(plain) ? plain : (CODES[plain] ?? "");
}

/** Calls `visit` for every item, parents first, with the names that lead to it. */
export function eachItem(
  items: readonly Item[],
  visit: (item: Item, path: string, ancestors: readonly Item[]) => void,
  parent = "",
  ancestors: readonly Item[] = [],
): void {
  for (const item of items) {
    const path = `${parent}/${item.name}`;
    visit(item, path, ancestors);
    if (item.kind !== "question") eachItem(item.items, visit, path, [...ancestors, item]);
  }
}

/** How many questions of each type the model holds, by type in alphabetical order. Groups and repeats are not questions; what `or_other` and loops add is. */
export function questionCounts(model: Model): Record<string, number> {
  const counts = new Map<string, number>();
  eachItem(model.items, (item) => {
    if (item.kind === "question") counts.set(item.type, (counts.get(item.type) ?? 0) + 1);
  });
  return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
