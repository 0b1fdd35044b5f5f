/** Random 128-bit identifiers: no sequence and no time in them, so that an id in a URL tells nothing. */
import { AsyncLocalStorage } from "node:async_hooks";
import { createHash, randomUUID } from "node:crypto";

/** The ids of invented data, one after another. */
interface Drawn {
  readonly seed: string;
  count: number;
}

const drawn = new AsyncLocalStorage<Drawn>();

/** The `count`-th id of a seed, in the form of a random UUID. */
function seededId(seed: string, count: number): string {
  const hex = createHash("sha256").update(`${seed} ${count}`).digest("hex");
  const variant = "89ab"[Number.parseInt(hex[16] ?? "0", 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A new random id (UUID version 4); the next of its seed within `withSeededIds`. */
export function newId(): string {
  const here = drawn.getStore();
  return here === undefined ? randomUUID() : seededId(here.seed, here.count++);
}

/**
 * Everything that `work` makes gets the same ids each time, so that data drawn in the order of ids is the same on every machine. For what is the
 * same everywhere anyhow: the bodies of a country pack and invented people. Never for what somebody does; tokens and keys are drawn elsewhere.
 */
export function withSeededIds<T>(seed: string, work: () => Promise<T>): Promise<T> {
  return drawn.run({ seed, count: 0 }, work);
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
