/** Builds elements from data: text is always text, never markup. */

type Child = Node | string | null | undefined | false;
type Props = Readonly<Record<string, string | number | boolean | null | undefined | ((event: Event) => unknown)>>;

/** An element with attributes, listeners (`onclick`) and children. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(key.slice(2), (event) => void value(event));
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  for (const child of children) if (child !== null && child !== undefined && child !== false) element.append(child);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** The disc with a tick, the triangle, the ring: a mark beside a word. */
export function mark(kind: "good" | "watch" | "info"): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "in-mk");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  const shapes = {
    good: [
      ["circle", { cx: "10", cy: "10", r: "10", fill: "currentColor" }],
      ["path", { d: "m5.5 10.3 3.2 3.2 5.8-6.5", fill: "none", stroke: "#fff", "stroke-width": "2.2" }],
    ],
    watch: [
      ["path", { d: "M10 1 20 19H0z", fill: "currentColor" }],
      ["path", { d: "M10 7v6m0 1.6V17", stroke: "#fff", "stroke-width": "2.2" }],
    ],
    info: [["circle", { cx: "10", cy: "10", r: "8.5", fill: "#fff", stroke: "currentColor", "stroke-width": "2.4" }]],
  } as const;
  for (const [name, attributes] of shapes[kind]) {
    const shape = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
    svg.append(shape);
  }
  return svg;
}

/** A tinted box with a mark; read out when it changes. */
export function notice(kind: "good" | "watch" | "info", ...children: readonly Child[]): HTMLElement {
  const tone = kind === "good" ? "info" : kind;
  return el("div", { class: `in-note in-note--${tone}`, role: "status" }, mark(kind) as unknown as Node, el("div", {}, ...children));
}

/** Text with its line breaks. */
export function lines(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const [index, line] of text.split("\n").entries()) {
    if (index > 0) fragment.append(document.createElement("br"));
    fragment.append(line);
  }
  return fragment;
}
