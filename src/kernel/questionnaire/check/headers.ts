/** The column headers of XLSForm workbooks: their aliases, their grouping by `::` or `:`, and the language at their end. */

/** What a header means: the model’s column, and the language of a translated one (empty for none named). */
export interface Heading {
  readonly key: string;
  readonly language: string;
  /** False for a column that has no meaning here; it is kept under `key`. */
  readonly known: boolean;
}

const MEDIA = ["image", "audio", "video", "big-image"];

/** Survey columns that may end in a language. */
const TRANSLATED = new Set([
  "label",
  "hint",
  "guidance_hint",
  "constraint_message",
  "required_message",
  ...MEDIA.map((kind) => `media::${kind}`),
]);

/** Survey headers by the column they stand for; compared without case and with `_` for spaces. */
const SURVEY: Readonly<Record<string, string>> = {
  type: "type",
  command: "type",
  name: "name",
  tag: "name",
  value: "name",
  label: "label",
  caption: "label",
  hint: "hint",
  guidance_hint: "guidance_hint",
  relevant: "relevant",
  relevance: "relevant",
  "bind::relevant": "relevant",
  constraint: "constraint",
  "bind::constraint": "constraint",
  constraint_message: "constraint_message",
  constraining_message: "constraint_message",
  "bind::jr:constraintmsg": "constraint_message",
  required: "required",
  "bind::required": "required",
  required_message: "required_message",
  requiredmsg: "required_message",
  "bind::jr:requiredmsg": "required_message",
  calculation: "calculation",
  calculate: "calculation",
  "bind::calculate": "calculation",
  readonly: "readonly",
  read_only: "readonly",
  "bind::readonly": "readonly",
  appearance: "appearance",
  "body::appearance": "appearance",
  "control::appearance": "appearance",
  default: "default",
  choice_filter: "choice_filter",
  repeat_count: "repeat_count",
  count: "repeat_count",
  "jr:count": "repeat_count",
  "body::jr:count": "repeat_count",
  parameters: "parameters",
  trigger: "trigger",
  save_to: "save_to",
  "bind::entities:saveto": "save_to",
  disabled: "disabled",
  ...Object.fromEntries(MEDIA.map((kind) => [kind, `media::${kind}`])),
  ...Object.fromEntries(MEDIA.map((kind) => [`media::${kind}`, `media::${kind}`])),
};

/** Choice headers; every other column of that sheet is something a choice filter may look at. */
const CHOICES: Readonly<Record<string, string>> = {
  list_name: "list_name",
  name: "name",
  value: "name",
  label: "label",
  caption: "label",
  ...Object.fromEntries(MEDIA.map((kind) => [kind, `media::${kind}`])),
  ...Object.fromEntries(MEDIA.map((kind) => [`media::${kind}`, `media::${kind}`])),
};

const SETTINGS: Readonly<Record<string, string>> = {
  form_title: "form_title",
  set_form_title: "form_title",
  title: "form_title",
  form_id: "form_id",
  set_form_id: "form_id",
  id_string: "form_id",
  version: "version",
  default_language: "default_language",
  style: "style",
  instance_name: "instance_name",
  allow_choice_duplicates: "allow_choice_duplicates",
  name: "name",
};

const ENTITIES: Readonly<Record<string, string>> = {
  dataset: "dataset",
  list_name: "dataset",
  label: "label",
  entity_id: "entity_id",
  create_if: "create_if",
  update_if: "update_if",
};

const TABLES = { survey: SURVEY, choices: CHOICES, settings: SETTINGS, entities: ENTITIES };

/** The kinds of sheet that are read. */
export type SheetKind = keyof typeof TABLES;

function find(table: Readonly<Record<string, string>>, text: string): string | undefined {
  const key = text.trim().toLowerCase().replaceAll(/\s+/g, "_");
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** What a header of a sheet means. Unknown headers keep their own text as key. */
export function headingOf(kind: SheetKind, header: string): Heading {
  const table = TABLES[kind];
  const whole = find(table, header);
  if (whole !== undefined) return { key: whole, language: "", known: true };
  const mark = header.includes("::") ? "::" : ":";
  const parts = header.split(mark).map((part) => part.trim());
  for (let length = Math.min(parts.length, 3); length >= 1; length -= 1) {
    const key = find(table, parts.slice(0, length).join("::"));
    const language = parts.slice(length).join(mark);
    if (key === undefined) continue;
    if (language === "" && length > 1) return { key, language, known: true };
    if (language !== "" && TRANSLATED.has(key)) return { key, language, known: true };
  }
  return { key: header, language: "", known: kind === "choices" };
}
