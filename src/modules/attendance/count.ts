/** How many are here in a half-day at a moment. */
import type { Part } from "#kernel/gathering/gatherings.ts";
import type { ParticipantPresence } from "#kernel/gathering/presence.ts";

/** People here now, people expected, and those whom anything is noted about. */
export function doorCount(
  people: readonly ParticipantPresence[],
  part: Part,
  now: Date,
): { readonly here: number; readonly expected: number; readonly noted: ReadonlySet<string> } {
  const own = people.map((person) => ({ id: person.participant, part: person.parts.find((each) => each.part === part.id) }));
  const isHere = (left: number | null): boolean => left !== null && (left >= part.endsAt.getTime() || left > now.getTime());
  return {
    here: own.filter((each) => each.part !== undefined && each.part.arrived !== null && isHere(each.part.left)).length,
    expected: people.length,
    noted: new Set(own.filter((each) => each.part?.decided === true).map((each) => each.id)),
  };
}
