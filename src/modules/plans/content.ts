/** What a line says, apart from where it stands: for forms, revisions, and the frozen text that organs decide on. */
import type { NewLine } from "#kernel/money/lines.ts";
import type { Change, Line, LineContent, Plan } from "./schema.ts";

/** What a line says now, ready to be written again. */
export function contentOf(line: Line): LineContent {
  return {
    title: line.title,
    language: line.language,
    modality: line.modality,
    mode: line.mode,
    domain: line.domain,
    programme: line.programme,
    course: line.course,
    groups: line.groups,
    needs: line.needs,
    mandate: line.mandate,
    from: line.from,
    to: line.to,
    region: line.region,
    venue: line.venue,
    provider: line.provider,
    change: line.change,
    indicator: line.indicator,
    indicatorWords: line.indicatorWords,
    responsible: line.responsible,
    clashReason: line.clashReason,
    seats: [...line.seats].map(([organisation, places]) => ({ organisation, places })),
    money: line.money.map(({ id, side, item, note, party, minor, currency }): NewLine => ({
      id,
      side,
      item,
      note,
      party,
      minor,
      currency,
    })),
  };
}

/** A line with nothing in it but its language and its own means of saying more. */
export const EMPTY: Omit<LineContent, "language"> = {
  title: "",
  modality: "",
  mode: "physical",
  domain: null,
  programme: null,
  course: null,
  groups: [],
  needs: [],
  mandate: null,
  from: null,
  to: null,
  region: null,
  venue: null,
  provider: null,
  change: "",
  indicator: null,
  indicatorWords: null,
  responsible: null,
  clashReason: null,
  seats: [],
  money: [],
};

/** A line as it lies in a version: its number, and what it says in a fixed order. Ids of money lines stay outside, they say nothing. */
function frozenLine(number: number, id: string, content: LineContent): Record<string, unknown> {
  const money = content.money
    .map(({ side, item, note, party, minor, currency }) => ({ side, item, note, party, minor, currency }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const seats = Object.fromEntries(content.seats.map(({ organisation, places }) => [organisation, places]));
  return { number, id, ...content, groups: [...content.groups], needs: [...content.needs].sort(), seats, money };
}

/** What the organs decide on: the whole plan with every line, as plain JSON. */
export function frozenPlan(plan: Plan, lines: readonly Line[]): Record<string, unknown> {
  const { fiscalYearStart, title, language, purpose } = plan;
  const live = lines.filter((line) => line.state !== "dropped");
  return { fiscalYearStart, title, language, purpose, lines: live.map((line) => frozenLine(line.number, line.id, contentOf(line))) };
}

/** The plan as a revision would make it: changed lines in their new words, dropped ones left out, added ones at the end. */
export function frozenRevision(plan: Plan, lines: readonly Line[], changes: readonly Change[]): Record<string, unknown> {
  const { fiscalYearStart, title, language, purpose } = plan;
  const byLine = new Map(changes.map((change) => [change.line, change]));
  const kept = lines.flatMap((line) => {
    if (line.state === "dropped" || byLine.get(line.id)?.kind === "drop") return [];
    return [frozenLine(line.number, line.id, byLine.get(line.id)?.content ?? contentOf(line))];
  });
  let number = Math.max(0, ...lines.map((line) => line.number));
  const added = changes.flatMap((change) =>
    change.kind === "add" && change.content !== null ? [frozenLine(++number, change.line, change.content)] : [],
  );
  return { fiscalYearStart, title, language, purpose, lines: [...kept, ...added] };
}

const FIELDS = Object.keys({ ...EMPTY, language: "" }) as (keyof LineContent)[];

/** The fields in which two contents differ. Seats and money count as one field each. */
export function differences(before: LineContent, after: LineContent): (keyof LineContent)[] {
  const a = frozenLine(0, "", before);
  const b = frozenLine(0, "", after);
  const text = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) => sorted(inner));
  return FIELDS.filter((field) => text(a[field]) !== text(b[field]));
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
