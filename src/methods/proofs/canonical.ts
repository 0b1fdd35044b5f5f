/** Canonical JSON (RFC 8785): one spelling per value, and a refusal of everything that JSON would lose or change. */
import canonicalize from "canonicalize";
import { utf8 } from "./encoding.ts";

/** A value that JSON can carry without loss. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** What was found where JSON was expected. */
export type NotJsonReason =
  | "undefined"
  | "function"
  | "symbol"
  | "bigint"
  | "not-finite"
  | "lone-surrogate"
  | "hole"
  | "not-plain"
  | "circular";

/** Thrown for a value that JSON would drop or change. `path` is a JSON Pointer (RFC 6901) to it. */
export class NotJson extends TypeError {
  readonly path: string;
  readonly reason: NotJsonReason;
  constructor(path: string, reason: NotJsonReason) {
    super(`${reason} at ${path === "" ? "the root" : path}`);
    this.name = "NotJson";
    this.path = path;
    this.reason = reason;
  }
}

const pointer = (path: string, name: string): string => `${path}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;

function checkPrimitive(value: unknown, path: string): void {
  if (value === null || typeof value === "boolean") return;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new NotJson(path, "not-finite");
  } else if (typeof value === "string") {
    if (!value.isWellFormed()) throw new NotJson(path, "lone-surrogate");
  } else {
    throw new NotJson(path, typeof value as NotJsonReason);
  }
}

function checkList(list: readonly unknown[], path: string, above: Set<object>): void {
  for (let i = 0; i < list.length; i++) {
    // A hole would be written as null, which is another value.
    if (!(i in list)) throw new NotJson(pointer(path, String(i)), "hole");
    checkJson(list[i], pointer(path, String(i)), above);
  }
}

function checkObject(object: object, path: string, above: Set<object>): void {
  const prototype: unknown = Object.getPrototypeOf(object);
  // Dates, maps, buffers and classes with toJSON have a JSON form, but not one that reads back as they were.
  if ((prototype !== Object.prototype && prototype !== null) || "toJSON" in object) {
    throw new NotJson(path, "not-plain");
  }
  if (Object.getOwnPropertySymbols(object).length > 0) throw new NotJson(path, "symbol");
  for (const [name, value] of Object.entries(object)) {
    const at = pointer(path, name);
    if (!name.isWellFormed()) throw new NotJson(at, "lone-surrogate");
    checkJson(value, at, above);
  }
}

function checkJson(value: unknown, path: string, above: Set<object>): void {
  if (typeof value !== "object" || value === null) return checkPrimitive(value, path);
  if (above.has(value)) throw new NotJson(path, "circular");
  above.add(value);
  if (Array.isArray(value)) checkList(value, path, above);
  else checkObject(value, path, above);
  above.delete(value);
}

/**
 * The RFC 8785 text of a value. Throws NotJson, naming the place, for undefined, functions, symbols, big integers, NaN,
 * infinities, lone surrogates, holes, dates and other objects that are not plain, and circles: none is dropped silently.
 */
export function canonicalJson(value: unknown): string {
  checkJson(value, "", new Set());
  const text = canonicalize(value);
  if (text === undefined) throw new NotJson("", "undefined");
  return text;
}

/** The UTF-8 bytes of the RFC 8785 text: what gets hashed and signed. */
export function canonicalBytes(value: unknown): Uint8Array {
  return utf8(canonicalJson(value));
}
