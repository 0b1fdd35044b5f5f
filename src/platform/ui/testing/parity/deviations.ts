/** Where our markup differs from govuk-frontend's on purpose, each with its reason; the parity suite allows nothing else. */
import { changed, type Element, type Node } from "./tree.ts";

export interface Deviation {
  readonly components: readonly string[] | "all";
  readonly reason: string;
  readonly change: (nodes: readonly Node[]) => Node[];
}

const dropAttributes =
  (...names: readonly (string | RegExp)[]) =>
  (nodes: readonly Node[]): Node[] =>
    changed(nodes, (element) => ({
      ...element,
      attributes: Object.fromEntries(
        Object.entries(element.attributes).filter(
          ([name]) => !names.some((one) => (typeof one === "string" ? one === name : one.test(name))),
        ),
      ),
    }));

const dropClasses =
  (...names: readonly string[]) =>
  (nodes: readonly Node[]): Node[] =>
    changed(nodes, (element) => {
      const { class: list, ...rest } = element.attributes;
      if (list === undefined) return element;
      const kept = list.split(" ").filter((name) => !names.includes(name));
      return { ...element, attributes: { ...rest, class: kept.join(" ") } };
    });

const hasClass = (element: Element, name: string): boolean => (element.attributes.class ?? "").split(" ").includes(name);

/** Differences of a whole kind. */
export const DEVIATIONS: readonly Deviation[] = [
  {
    components: "all",
    reason: "no data-module: these components run no script",
    change: dropAttributes("data-module"),
  },
  {
    components: ["button"],
    reason: "no double-click guard by script: the server answers a repeated form once",
    change: dropAttributes("data-prevent-double-click"),
  },
  {
    components: ["error-summary"],
    reason: "the browser moves the focus by `autofocus`, without script",
    change: (nodes) =>
      changed(nodes, (element) => {
        if (!hasClass(element, "govuk-error-summary")) return element;
        const { "data-disable-auto-focus": disabled, ...attributes } = element.attributes;
        return disabled === "true"
          ? { ...element, attributes }
          : { ...element, attributes: { ...attributes, tabindex: "-1", autofocus: "" } };
      }),
  },
  {
    components: ["radios", "checkboxes"],
    reason: "a question that belongs to a choice is always shown: without script it could never appear",
    change: (nodes) =>
      dropClasses(
        "govuk-radios__conditional--hidden",
        "govuk-checkboxes__conditional--hidden",
      )(dropAttributes("data-aria-controls")(nodes)),
  },
  {
    components: ["character-count"],
    reason: "nothing counts by script: the limit is a sentence, and the server counts",
    change: (nodes) =>
      dropClasses("govuk-js-character-count")(dropAttributes(/^data-(maxlength|maxwords|threshold|count-type|i18n.*)$/)(nodes)),
  },
  {
    components: ["password-input"],
    reason: "no “Show” button: it would need script",
    change: (nodes) =>
      dropClasses("govuk-js-password-input-input")(
        changed(dropAttributes(/^data-i18n/)(nodes), (element) => (element.tag === "button" ? null : element)),
      ),
  },
  {
    components: ["tabs"],
    reason: "all panels are shown under a table of contents: none can be selected or hidden without script",
    change: dropClasses("govuk-tabs__list-item--selected", "govuk-tabs__panel--hidden"),
  },
  {
    components: ["notification-banner"],
    reason: "no focus by script: role alert announces a success",
    change: dropAttributes("data-disable-auto-focus"),
  },
  {
    components: ["pagination"],
    reason: "“…” instead of the mathematical ellipsis, which the fonts of cheap phones lack",
    change: (nodes) => {
      const dots = (list: readonly Node[]): Node[] =>
        list.map((node) => (typeof node === "string" ? node.replace("⋯", "…") : { ...node, children: dots(node.children) }));
      return dots(nodes);
    },
  },
  {
    components: ["summary-list", "panel", "task-list", "breadcrumbs", "back-link"],
    reason: "links to other sites send no address of ours along (rel=noreferrer)",
    change: (nodes) =>
      changed(nodes, (element) =>
        element.tag === "a" && /^https?:/.test(element.attributes.href ?? "")
          ? { ...element, attributes: { ...element.attributes, rel: "noreferrer" } }
          : element,
      ),
  },
];

const NEVER_COLLAPSED = "breadcrumbs are shown whole on phones too";
const NO_START = "there are no start pages: a service begins where its first question is";
const ONE_DATE = "the three boxes of a date are alike on every page: digits, no classes, patterns or attributes of their own";
const DERIVED_IDS = "the ids of a date’s boxes follow from the date’s id, so that the error summary can link to them";
const NO_DROP_ZONE = "no drop zone: it needs script, and a phone has nothing to drop";
const BARE_ACTIONS = "the row of a panel’s buttons carries no classes or attributes, and is never empty";

/** Single fixtures that we do not reproduce: `component | fixture name` with the reason. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  "breadcrumbs | with collapse on mobile": NEVER_COLLAPSED,
  "button | start": NO_START,
  "button | start link": NO_START,
  "button | start link with html": NO_START,
  "date-input | custom pattern": ONE_DATE,
  "date-input | custom inputmode": ONE_DATE,
  "date-input | with nested name": ONE_DATE,
  "date-input | with id on items": DERIVED_IDS,
  "date-input | with item value": DERIVED_IDS,
  "date-input | with field value and items": DERIVED_IDS,
  "date-input | with field value and item value": DERIVED_IDS,
  "date-input | with field value, item value and values": DERIVED_IDS,
  "date-input | items with classes": ONE_DATE,
  "date-input | with input attributes": ONE_DATE,
  "file-upload | enhanced": NO_DROP_ZONE,
  "file-upload | enhanced, with error message and hint": NO_DROP_ZONE,
  "file-upload | enhanced, multiple files": NO_DROP_ZONE,
  "file-upload | enhanced, custom wrapper classes and attributes": NO_DROP_ZONE,
  "file-upload | translated": NO_DROP_ZONE,
  "panel | interruption, with actions classes and attributes": BARE_ACTIONS,
  "panel | interruption, button link": BARE_ACTIONS,
  "panel | interruption, no actions items": BARE_ACTIONS,
};
