/** The names of the fields that an answer is sent in. */

/** The field of one part of an answer: `…:day`, `…:lat`, `…:was`; parts of a date are joined by a dash as the date control names them. */
export function part(filed: string, name: string): string {
  return ["day", "month", "year"].includes(name) ? `${filed}-${name}` : `${filed}:${name}`;
}
