/** Stands in for intl-messageformat where every kilobyte is paid for: the patterns our own texts use, and nothing else. */

/** A parsed pattern: text, or a place with its kind. */
type Node =
  | string
  | { readonly name: string; readonly kind: "" | "number" | "plural" | "select"; readonly cases: ReadonlyMap<string, readonly Node[]> }
  | "#";

const HASH = "\u0001";

/** Reads `{name}`, `{name, number}`, `{name, plural, …}`, `{name, select, …}`, `#` and quoted braces (ICU MessageFormat). */
function parse(pattern: string): readonly Node[] {
  let at = 0;
  const word = (): string => {
    const from = at;
    while (at < pattern.length && !/[{},\s]/.test(pattern[at] ?? "")) at += 1;
    return pattern.slice(from, at);
  };
  const blank = (): void => {
    while (/\s/.test(pattern[at] ?? "")) at += 1;
  };
  const place = (): Node => {
    blank();
    const name = word();
    blank();
    if (pattern[at] === "}") {
      at += 1;
      return { name, kind: "", cases: new Map() };
    }
    at += 1;
    blank();
    const kind = word() as "number" | "plural" | "select";
    blank();
    const cases = new Map<string, readonly Node[]>();
    if (pattern[at] === ",") at += 1;
    for (blank(); at < pattern.length && pattern[at] !== "}"; blank()) {
      const key = word();
      blank();
      at += 1;
      cases.set(key, nodes(kind === "plural"));
      at += 1;
    }
    at += 1;
    return { name, kind, cases };
  };
  const nodes = (plural: boolean): readonly Node[] => {
    const out: Node[] = [];
    let text = "";
    const flush = (): void => {
      if (text !== "") out.push(text);
      text = "";
    };
    while (at < pattern.length && pattern[at] !== "}") {
      const sign = pattern[at] ?? "";
      if (sign === "'" && /[{}'#]/.test(pattern[at + 1] ?? "")) {
        const quoted = pattern[at + 1] !== "'";
        const end = quoted ? pattern.indexOf("'", at + 1) : at + 1;
        text += quoted ? pattern.slice(at + 1, end < 0 ? undefined : end) : "'";
        at = (end < 0 ? pattern.length : end) + 1;
      } else if (sign === "{") {
        flush();
        at += 1;
        out.push(place());
      } else if (sign === "#" && plural) {
        flush();
        out.push(HASH);
        at += 1;
      } else {
        text += sign;
        at += 1;
      }
    }
    flush();
    return out;
  };
  return nodes(false);
}

/** A text with places, as intl-messageformat gives it. */
export class IntlMessageFormat {
  private readonly nodes: readonly Node[];
  private readonly locale: string;
  constructor(pattern: string, locale: string) {
    this.nodes = parse(pattern);
    this.locale = locale;
  }

  format(values: Readonly<Record<string, string | number>> = {}): string {
    return this.say(this.nodes, values, 0);
  }

  private say(nodes: readonly Node[], values: Readonly<Record<string, string | number>>, count: number): string {
    return nodes
      .map((node) => (typeof node === "string" ? (node === HASH ? this.figure(count) : node) : this.place(node, values)))
      .join("");
  }

  private figure(value: number): string {
    return new Intl.NumberFormat(this.locale).format(value);
  }

  private place(node: Exclude<Node, string>, values: Readonly<Record<string, string | number>>): string {
    const value = values[node.name];
    if (value === undefined) throw new Error(`The value "${node.name}" is missing.`);
    if (node.kind === "plural") {
      const count = Number(value);
      const cases =
        node.cases.get(`=${count}`) ?? node.cases.get(new Intl.PluralRules(this.locale).select(count)) ?? node.cases.get("other");
      return this.say(cases ?? [], values, count);
    }
    if (node.kind === "select") return this.say(node.cases.get(String(value)) ?? node.cases.get("other") ?? [], values, 0);
    return node.kind === "number" ? this.figure(Number(value)) : String(value);
  }
}
