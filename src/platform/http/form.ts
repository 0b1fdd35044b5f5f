/** A submitted form: texts trimmed, files kept as bytes. */

/** A file that came with a form. */
export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Reads a form's fields by name. A field that did not come is an empty text. */
export interface Form {
  text(name: string): string;
  all(name: string): readonly string[];
  file(name: string): Upload | null;
  /** Every text field, as it came, for showing the form again. */
  values(): Readonly<Record<string, string>>;
  names(): readonly string[];
}

/** A form from fields and files. */
export function formOf(fields: ReadonlyMap<string, readonly string[]>, files: ReadonlyMap<string, Upload> = new Map()): Form {
  return {
    text: (name) => (fields.get(name)?.[0] ?? "").trim(),
    all: (name) => (fields.get(name) ?? []).map((value) => value.trim()),
    file: (name) => files.get(name) ?? null,
    values: () => Object.fromEntries([...fields].map(([name, values]) => [name, (values[0] ?? "").trim()])),
    names: () => [...fields.keys()],
  };
}
