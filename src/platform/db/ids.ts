/** Random 128-bit identifiers: no sequence and no time in them, so that an id in a URL tells nothing. */
import { randomUUID } from "node:crypto";

/** A new random id (UUID version 4). */
export function newId(): string {
  return randomUUID();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for the text of an id, as it stands in a URL. */
export function isId(value: string | undefined): value is string {
  return value !== undefined && UUID.test(value);
}

const LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

/** The short reference of a record that people read aloud and print: three and four signs that cannot be confused, taken from its id. */
export function referenceOf(id: string): string {
  let number = BigInt(`0x${id.replaceAll("-", "").slice(0, 12)}`);
  let signs = "";
  for (let place = 0; place < 7; place++) {
    signs += LETTERS[Number(number % 30n)];
    number /= 30n;
  }
  return `${signs.slice(0, 3)}-${signs.slice(3)}`;
}
