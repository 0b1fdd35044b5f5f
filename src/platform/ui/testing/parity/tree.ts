/** Reads HTML fragments into trees that compare without regard to white space, attribute order or class order. */

export interface Element {
  readonly tag: string;
  readonly attributes: Record<string, string>;
  readonly children: Node[];
}

export type Node = Element | string;

const VOID = new Set(["br", "img", "input", "hr", "meta", "link"]);
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", ctdot: "⋯" };

function decoded(text: string): string {
  return text.replaceAll(/&(#x?[\da-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
    const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return String.fromCodePoint(code);
  });
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const match of text.matchAll(/([^\s=/]+)(?:\s*=\s*"([^"]*)")?/g)) {
    const value = decoded(match[2] ?? "");
    found[match[1] ?? ""] = match[1] === "class" ? value.split(/\s+/).filter(Boolean).toSorted().join(" ") : value;
  }
  return found;
}

/** The trees of a fragment. Throws when a tag closes that is not open. */
export function parse(html: string): Node[] {
  const root: Element = { tag: "", attributes: {}, children: [] };
  const open: Element[] = [root];
  for (const [token, closing, tag, rest] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>|[^<]+/gi)) {
    const parent = open.at(-1) ?? root;
    if (tag === undefined) {
      const text = decoded(token)
        .replaceAll(/[ \t\r\n]+/g, " ")
        .trim();
      if (text !== "") parent.children.push(text);
    } else if (closing) {
      if (open.pop()?.tag !== tag) throw new Error(`</${tag}> closes nothing in ${html.slice(0, 200)}`);
    } else {
      const element: Element = { tag, attributes: attributesOf((rest ?? "").replace(/\/$/, "")), children: [] };
      parent.children.push(element);
      if (!VOID.has(tag) && !(rest ?? "").endsWith("/")) open.push(element);
    }
  }
  return root.children;
}

/** A tree as text in one spelling. */
export function print(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (typeof node === "string") return node;
      const attributes = Object.entries(node.attributes)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => ` ${name}="${value}"`)
        .join("");
      return `<${node.tag}${attributes}>${print(node.children)}</${node.tag}>`;
    })
    .join("\n");
}

/** Changes every element of a tree, inside out; `null` removes it. */
export function changed(nodes: readonly Node[], change: (element: Element) => Element | null): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (typeof node === "string") return [node];
    const result = change({ ...node, children: changed(node.children, change) });
    return result === null ? [] : [result];
  });
}
