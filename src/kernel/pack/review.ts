/** Lists what people outside the project must still look at: Kinyarwanda for a native reviewer, facts for the association to confirm. */
import { UNREVIEWED } from "#platform/i18n/text.ts";
import type { Text } from "#platform/i18n/text.ts";
import type { Pack } from "./pack.ts";

/** One text or fact and where in the pack it stands, for example `codeLists.modality[4].names`. */
export interface ToReview<T> {
  readonly where: string;
  readonly what: T;
}

function isText(value: object): value is Text {
  return "en" in value && "fr" in value && "rw" in value;
}

function walk(value: unknown, where: string, visit: (value: object, where: string) => void): void {
  if (typeof value !== "object" || value === null) return;
  visit(value, where);
  for (const [key, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? `${where}[${nameOf(inner) ?? key}]` : where === "" ? key : `${where}.${key}`;
    walk(inner, step, visit);
  }
}

/** Entries of a list are named by their code, which stays when rows move. */
function nameOf(value: unknown): string | null {
  if (typeof value !== "object" || value === null) return null;
  const { code, unit, day } = value as Record<string, unknown>;
  const name = code ?? unit ?? day;
  return typeof name === "string" ? name : null;
}

/** The texts whose Kinyarwanda no native speaker has confirmed. */
export function unreviewedTexts(pack: Pack): readonly ToReview<Text>[] {
  const found: ToReview<Text>[] = [];
  walk(pack, "", (value, where) => {
    if (isText(value) && value.rw.startsWith(UNREVIEWED)) found.push({ where, what: value });
  });
  return found;
}

/** The facts that are marked unconfirmed, with the source they were taken from. */
export function unconfirmedFacts(pack: Pack): readonly ToReview<string>[] {
  const found: ToReview<string>[] = [];
  walk(pack, "", (value, where) => {
    const { unconfirmed, source } = value as { unconfirmed?: unknown; source?: unknown };
    if (unconfirmed === true) found.push({ where, what: typeof source === "string" ? source : "" });
  });
  return found;
}
