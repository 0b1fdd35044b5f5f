/** Says what changed between two versions of a questionnaire, question by question. */
import { eachItem } from "./model.ts";
import type { Choice, Item, Model } from "./model.ts";

/** What may differ in a question that is in both versions. */
export const ASPECTS = ["type", "label", "hint", "choices", "relevant", "constraint", "required", "calculation", "other"] as const;
export type Aspect = (typeof ASPECTS)[number];

/** One difference. `before` is null for a question that was added, `after` for one that was removed. */
export interface Change {
  readonly path: string;
  readonly before: Item | null;
  readonly after: Item | null;
  readonly aspects: readonly Aspect[];
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function choices(model: Model, item: Item): readonly (readonly [string, Choice["label"]])[] {
  if (item.kind !== "question" || item.list === "") return [];
  return (model.lists[item.list] ?? []).map((choice) => [choice.name, choice.label]);
}

function typeName(item: Item): string {
  return item.kind === "question" ? item.type : item.kind;
}

function expression(item: Item, column: "constraint" | "required" | "calculation"): string {
  return item.kind === "question" ? item[column] : "";
}

/** Everything that no other aspect covers; where in the workbook it stands does not count. */
function rest(item: Item): unknown {
  if (item.kind === "group") return [item.appearance, item.media, item.extra];
  if (item.kind === "repeat") return [item.appearance, item.media, item.extra, item.count];
  const {
    appearance,
    media,
    extra,
    parameters,
    constraintMessage,
    requiredMessage,
    readonly,
    choiceFilter,
    default: preset,
    trigger,
    guidance,
    file,
  } = item;
  return [
    appearance,
    media,
    extra,
    parameters,
    constraintMessage,
    requiredMessage,
    readonly,
    choiceFilter,
    preset,
    trigger,
    guidance,
    file,
  ];
}

function aspectsOf(before: Model, a: Item, after: Model, b: Item): Aspect[] {
  const differs: Record<Aspect, boolean> = {
    type: typeName(a) !== typeName(b),
    label: !same(a.label, b.label),
    hint: !same(a.hint, b.hint),
    choices: !same(choices(before, a), choices(after, b)),
    relevant: a.relevant !== b.relevant,
    constraint: expression(a, "constraint") !== expression(b, "constraint"),
    required: expression(a, "required") !== expression(b, "required"),
    calculation: expression(a, "calculation") !== expression(b, "calculation"),
    other: !same(rest(a), rest(b)),
  };
  return ASPECTS.filter((aspect) => differs[aspect]);
}

function byPath(model: Model): Map<string, Item> {
  const items = new Map<string, Item>();
  eachItem(model.items, (item, path) => void items.set(path, item));
  return items;
}

/** The differences in the order of the later version; what it has no more stands at the end. Names given by row are no names. */
export function compareModels(before: Model, after: Model): Change[] {
  const old = byPath(before);
  const changes: Change[] = [];
  for (const [path, item] of byPath(after)) {
    const known = old.get(path);
    old.delete(path);
    if (known === undefined) changes.push({ path, before: null, after: item, aspects: [] });
    else {
      const aspects = aspectsOf(before, known, after, item);
      if (aspects.length > 0) changes.push({ path, before: known, after: item, aspects });
    }
  }
  for (const [path, item] of old) changes.push({ path, before: item, after: null, aspects: [] });
  return changes;
}
