/** A module's routes: method, path, guard and handler. The guard cannot be left out; openness is spelled `"public"`. */
import type { Db } from "#platform/db/handle.ts";
import type { Form } from "#platform/http/form.ts";
import type { Reply } from "#platform/http/reply.ts";
import type { Language, Say } from "#platform/i18n/text.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Act } from "./act.ts";
import type { Actor } from "./actor.ts";
import type { House } from "./house.ts";
import type { Shell } from "./shell.ts";
import type { Verb } from "./verb.ts";

/** Who may call a route: anyone, anyone signed in, or those whose acting post has a verb. */
export type Guard = "public" | "signed-in" | Verb;

/** What a handler knows of the request. `A` is the actor: never null behind a guard. */
export interface Asked<T, A> {
  readonly db: Db<T>;
  readonly actor: A;
  readonly params: Readonly<Record<string, string>>;
  readonly url: URL;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly language: Language;
  readonly say: Say;
  readonly now: Date;
  readonly today: string;
  readonly pack: Pack;
  readonly origin: string;
  /** The association's organisation id. */
  readonly association: string;
  /** The sums over all modules. */
  readonly house: House;
  /** Everything of the page around the content that does not depend on the module. */
  readonly shell: Shell;
}

/** A request that writes: the act is open, and `form` holds what was sent. */
export interface Writing<T, A> extends Asked<T, A> {
  readonly act: Act<T>;
  readonly form: Form;
  /** The body as it came, for routes that take data from programs. */
  readonly bytes: Uint8Array;
}

/** One entry of a module's route list, made by `page` or `act`. */
export interface Route {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly guard: Guard;
  readonly handle: (request: never) => Promise<Reply>;
  /** Largest body in bytes; 1 MiB unless told. */
  readonly maxBody: number;
  /** True for programs' requests, which carry no form token: they answer JSON and check their own credentials. */
  readonly machine: boolean;
}

type ActorBehind<G extends Guard> = G extends "public" ? Actor | null : Actor;

/** A page that reads. */
export function page<T, const G extends Guard = Guard>(
  path: string,
  guard: G,
  handle: (request: Asked<T, ActorBehind<G>>) => Promise<Reply>,
): Route {
  return { method: "GET", path, guard, handle: handle as never, maxBody: 0, machine: false };
}

/** An act that writes: one transaction, at least one journal entry, then a 303. */
export function act<T, const G extends Guard = Guard>(
  path: string,
  guard: G,
  handle: (request: Writing<T, ActorBehind<G>>) => Promise<Reply>,
  options: { readonly maxBody?: number; readonly machine?: boolean } = {},
): Route {
  return {
    method: "POST",
    path,
    guard,
    handle: handle as never,
    maxBody: options.maxBody ?? 1024 * 1024,
    machine: options.machine ?? false,
  };
}
