/** What of an organisation’s result has room on one side of one A4 sheet; the rest stays on the page. */

/** Lines of text that both tables of the sheet may take together, between head and lead above and reply, signatures and code below (see print.css). */
export const ROOM = 24;
/** What the lines to write on take of it, on a sheet that is still to be answered. */
export const ROOM_TO_WRITE = 3;
/** What the rules and edges of a row add to its lines. */
const EDGES = 0.35;
/** Letters that fit beside each other in a cell, of the widest usual text. */
const LETTERS = { subject: 44, need: 36, place: 16, said: 32, response: 18 } as const;

/** Cells keep to two lines on paper; a text is never counted as more. */
function linesOf(text: string, letters: number): number {
  return Math.min(2, Math.max(1, Math.ceil(text.length / letters)));
}

/** Lines that a subject takes: its name, and why no course will do. */
export function fieldLines(field: { readonly name: string; readonly notCourse: string | null }): number {
  return linesOf(`${field.name} ${field.notCourse ?? ""}`, LETTERS.subject);
}

/** Lines that a need takes: its tallest cell. */
export function needLines(need: {
  readonly title: string;
  readonly detail: string;
  readonly said: readonly string[];
  readonly response: string;
}): number {
  return Math.max(
    linesOf(need.title, LETTERS.need),
    linesOf(need.detail, LETTERS.place),
    1 + need.said.reduce((sum, text) => sum + linesOf(text, LETTERS.said), 0),
    linesOf(need.response, LETTERS.response),
  );
}

const roomOf = (lines: number): number => lines + EDGES;

function fitting(lines: readonly number[], room: number): number {
  let left = room;
  const beyond = lines.findIndex((one) => {
    left -= roomOf(one);
    return left < 0;
  });
  return beyond === -1 ? lines.length : beyond;
}

const total = (lines: readonly number[]): number => lines.reduce((sum, one) => sum + roomOf(one), 0);

/**
 * How many of the first subjects and of the first needs have room, given the lines that each takes, the most important
 * first. Neither takes more than half of the sheet from the other.
 */
export function roomOnSheet(
  fields: readonly number[],
  needs: readonly number[],
  /** Lines; fewer where a hand must write. */
  room = ROOM,
): { readonly fields: number; readonly needs: number } {
  const shownFields = fitting(fields, room - Math.min(total(needs), room / 2));
  return { fields: shownFields, needs: fitting(needs, room - total(fields.slice(0, shownFields))) };
}
