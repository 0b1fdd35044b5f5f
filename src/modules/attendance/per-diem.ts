/** The per-diem sheet: days present in the room times the rate of a day, in whole units of money. */
import type { Part } from "#kernel/gathering/gatherings.ts";
import type { ParticipantPresence } from "#kernel/gathering/presence.ts";

/** A day of the sheet with its half-days. */
export interface SheetDay {
  readonly day: string;
  readonly parts: readonly string[];
}

/** One line: which days count, and the money; null while no rate is known. */
export interface PerDiemLine {
  readonly participant: string;
  readonly days: readonly boolean[];
  readonly count: number;
  readonly amount: number | null;
}

/** The days of a gathering in order. */
export function daysOf(parts: readonly Pick<Part, "id" | "day">[]): readonly SheetDay[] {
  return [...Map.groupBy(parts, (part) => part.day)].map(([day, own]) => ({ day, parts: own.map((part) => part.id) }));
}

/** The lines of everyone who was in the room at least once. A day counts from the first minute: travel and night were paid either way. */
export function perDiemOf(people: readonly ParticipantPresence[], days: readonly SheetDay[], rate: number | null): readonly PerDiemLine[] {
  return people.flatMap((person) => {
    const present = days.map(({ parts }) => person.parts.some((part) => parts.includes(part.part) && part.physical > 0));
    const count = present.filter(Boolean).length;
    return count === 0 ? [] : [{ participant: person.participant, days: present, count, amount: rate === null ? null : rate * count }];
  });
}
