/** Finds which participant a line of a call's log is about: by code, e-mail, telephone or name, and only when it can be nobody else. */
import { editDistance, nameTokens } from "#methods/merge/names.ts";

/** How a line was matched. */
export type FoundBy = "code" | "email" | "phone" | "name" | "hand";

/** A participant with what a line may name her by. */
export interface Known {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly email: string | null;
  readonly phone: string | null;
}

const digits = (phone: string | null): string => (phone ?? "").replaceAll(/\D/g, "").slice(-9);

/** True when every word of the shorter name is a word of the longer, one letter of a long word apart. */
function sameName(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 2) return false;
  return short.every((word) => long.some((each) => each === word || (word.length > 4 && editDistance(word, each) === 1)));
}

const only = <T>(found: readonly T[]): T | null => (found.length === 1 ? (found[0] ?? null) : null);

/** The participant of a line, or null when nobody or several fit. A code in the name (“K7PQ Jeanne”) counts most. */
export function matchLine(
  line: { readonly name: string; readonly email: string; readonly phone: string },
  people: readonly Known[],
): { readonly id: string; readonly by: FoundBy } | null {
  const words = line.name.toUpperCase().split(/[^\p{L}\p{N}]+/u);
  const coded = only(people.filter((person) => words.includes(person.code)));
  if (coded !== null) return { id: coded.id, by: "code" };
  const mailed = line.email === "" ? null : only(people.filter((person) => person.email?.toLowerCase() === line.email));
  if (mailed !== null) return { id: mailed.id, by: "email" };
  const number = digits(line.phone);
  const called = number.length < 9 ? null : only(people.filter((person) => digits(person.phone) === number));
  if (called !== null) return { id: called.id, by: "phone" };
  const tokens = nameTokens(line.name);
  const exact = only(people.filter((person) => nameTokens(person.name).toSorted().join(" ") === tokens.toSorted().join(" ")));
  if (exact !== null) return { id: exact.id, by: "name" };
  const named = only(people.filter((person) => sameName(tokens, nameTokens(person.name))));
  return named === null ? null : { id: named.id, by: "name" };
}
