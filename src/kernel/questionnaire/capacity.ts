/** Ties questions to capacities: which question asks for the present level of which capacity, which for the wanted one, which for the cause. */
import type { Answered } from "./sitting.ts";
import { eachItem } from "./model.ts";
import type { Item, Model, Translations } from "./model.ts";

/** What a question tells about a capacity. */
export const CAPACITY_ROLES = ["current", "desired", "importance", "evidence", "cause", "strength", "bottleneck", "confidence"] as const;
export type CapacityRole = (typeof CAPACITY_ROLES)[number];

/** The columns of the survey sheet that say so. On a group they hold for every question inside. */
export const CAPACITY_COLUMNS = ["capacity_domain", "capacity_item", "capacity_role"] as const;
export type CapacityColumn = (typeof CAPACITY_COLUMNS)[number];

/** One capacity that a questionnaire asks about, and the plain paths of its questions. `label` is that of the question for the present level. */
export interface CapacityItem {
  /** A code of the list `capacity_domain`. */
  readonly domain: string;
  /** A name of its own within the domain. */
  readonly item: string;
  readonly label: Translations;
  readonly paths: Readonly<Partial<Record<CapacityRole, string>>>;
}

function columnIn(item: Item, column: CapacityColumn): string {
  for (const [header, text] of Object.entries(item.extra)) if (headerKey(header) === column) return text.trim();
  return "";
}

/** A header as it is compared: without case, spaces as `_`. */
export function headerKey(header: string): string {
  return header.trim().toLowerCase().replaceAll(/\s+/g, "_");
}

/** The words of the three columns for an item: its own, else those of the nearest group around it. */
export function capacityOf(item: Item, ancestors: readonly Item[]): Readonly<Record<CapacityColumn, string>> {
  const found = (column: CapacityColumn): string =>
    columnIn(item, column) ||
    (ancestors
      .toReversed()
      .map((each) => columnIn(each, column))
      .find((text) => text !== "") ??
      "");
  return {
    capacity_domain: found("capacity_domain"),
    capacity_item: found("capacity_item"),
    capacity_role: columnIn(item, "capacity_role").toLowerCase(),
  };
}

const isRole = (text: string): text is CapacityRole => CAPACITY_ROLES.includes(text as CapacityRole);

/** The capacities of a questionnaire in the order in which they are asked. */
export function itemsOf(model: Model): CapacityItem[] {
  const items = new Map<string, { domain: string; item: string; label: Translations; paths: Partial<Record<CapacityRole, string>> }>();
  eachItem(model.items, (item, path, ancestors) => {
    if (item.kind !== "question") return;
    const { capacity_domain: domain, capacity_item: name, capacity_role: role } = capacityOf(item, ancestors);
    if (!isRole(role) || domain === "" || name === "") return;
    const key = `${domain}\n${name}`;
    const known = items.get(key) ?? { domain, item: name, label: item.label, paths: {} };
    items.set(key, known);
    known.paths[role] ??= path;
    if (role === "current") known.label = item.label;
  });
  return [...items.values()];
}

/** The domains that a questionnaire asks about, in order. */
export function domainsOf(model: Model): string[] {
  return [...new Set(itemsOf(model).map((item) => item.domain))];
}

/** What one respondent said about one capacity. Levels are 1 to 5; importance is the number of the choice. */
export interface CapacityAnswer {
  readonly domain: string;
  readonly item: string;
  readonly current: number | null;
  readonly desired: number | null;
  readonly importance: number | null;
  readonly cause: string | null;
  readonly evidence: string | null;
  readonly bottleneck: string | null;
  readonly confidence: string | null;
  readonly strength: boolean;
}

const IMPORTANCE: Readonly<Record<string, number>> = { low: 1, medium: 2, high: 3, critical: 4 };
const NO = new Set(["", "no", "0", "false", "non", "oya"]);

function level(text: string): number | null {
  const value = Number(text);
  return Number.isInteger(value) && value >= 1 && value <= 5 ? value : null;
}

/** What a submitted sitting says about each capacity; those whose present level it does not tell are left out. */
export function ratingsOf(model: Model, answered: Answered): CapacityAnswer[] {
  return itemsOf(model).flatMap(({ domain, item, paths }) => {
    const text = (role: CapacityRole): string => {
      const path = paths[role];
      return path === undefined ? "" : (answered.answers[path] ?? "").trim();
    };
    const current = level(text("current"));
    if (current === null) return [];
    const importance = text("importance");
    return [
      {
        domain,
        item,
        current,
        desired: level(text("desired")),
        importance: IMPORTANCE[importance] ?? level(importance),
        cause: text("cause") || null,
        evidence: text("evidence") || null,
        bottleneck: text("bottleneck") || null,
        confidence: text("confidence") || null,
        strength: !NO.has(text("strength").toLowerCase()),
      },
    ];
  });
}
