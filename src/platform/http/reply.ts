/** What a handler answers: a view, a place to go on to, a file, or data. */
import type { VNode } from "preact";

/** A page. Status 422 means: the form is shown again with what is wrong, and nothing was written. */
export interface View {
  readonly kind: "view";
  readonly view: VNode;
  readonly status: number;
}

/** The browser goes on to another page of ours, with a GET. */
export interface Go {
  readonly kind: "go";
  readonly to: string;
  readonly cookies?: readonly Cookie[];
}

/** A cookie to set, or to clear with `value: null`. Always HttpOnly and SameSite=Lax; Secure when the origin is https. */
export interface Cookie {
  readonly name: string;
  readonly value: string | null;
  readonly maxAgeSeconds?: number;
}

/** Bytes or a stream with a media type; `name` makes the browser save it. */
export interface Download {
  readonly kind: "download";
  readonly name: string | null;
  readonly type: string;
  readonly body: string | Uint8Array | AsyncIterable<Uint8Array>;
  readonly cacheSeconds?: number;
}

/** Data for programs. */
export interface Data {
  readonly kind: "data";
  readonly value: unknown;
  readonly status: number;
}

export type Reply = View | Go | Download | Data;

export const show = (view: VNode, status = 200): View => ({ kind: "view", view, status });
export const go = (to: string, cookies: readonly Cookie[] = []): Go => ({ kind: "go", to, cookies });
export const data = (value: unknown, status = 200): Data => ({ kind: "data", value, status });
export const download = (name: string | null, type: string, body: Download["body"], cacheSeconds?: number): Download => ({
  kind: "download",
  name,
  type,
  body,
  cacheSeconds,
});
