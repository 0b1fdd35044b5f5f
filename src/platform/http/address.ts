/** Addresses of lists: their filters, order and page live in the query, and nowhere else. */

/** A path with the given parts of a query; empty and absent ones are left out, so that the same list has one address. */
export function addressOf(path: string, query: Readonly<Record<string, string | number | null | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** The same list with some parts of its query changed. The language is not part of a list's address: it is kept in a cookie. */
export function changedQuery(
  path: string,
  query: URLSearchParams,
  changes: Readonly<Record<string, string | number | null | undefined>>,
): string {
  const now = Object.fromEntries([...query].filter(([name]) => name !== "lang"));
  return addressOf(path, { ...now, ...changes });
}

/** No list has more pages; a larger number in an address would not fit the database's own. */
const MOST_PAGES = 1_000_000;

/** The page of a list that a query asks for, from 1; anything else is the first. Never beyond `last`. */
export function pageAsked(query: URLSearchParams, last = MOST_PAGES): number {
  const asked = Number.parseInt(query.get("page") ?? "1", 10);
  return Math.min(Math.max(1, Number.isSafeInteger(asked) ? asked : 1), Math.max(1, Math.min(last, MOST_PAGES)));
}
