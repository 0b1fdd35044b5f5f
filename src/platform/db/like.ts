/** Patterns of LIKE from people's words: their own % and _ are signs, not wildcards. */

const escaped = (words: string): string => words.replaceAll(/[\\%_]/g, String.raw`\$&`);

/** A pattern for text with these words somewhere in it. */
export function containing(words: string): string {
  return `%${escaped(words)}%`;
}

/** A pattern for text that begins with these words. */
export function beginningWith(words: string): string {
  return `${escaped(words)}%`;
}
