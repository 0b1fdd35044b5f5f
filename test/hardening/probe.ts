/** Every route of the house as the hardening tests meet it: with a handler that only notes that it was reached, and with people who may or may not. */
import type { Hono } from "hono";
import { h } from "preact";
import { serveAssets } from "#app/assets.ts";
import { webApp, type Web } from "#app/web.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { houseOf } from "#kernel/access/house.ts";
import type { Module } from "#kernel/access/module.ts";
import type { Guard, Route } from "#kernel/access/route.ts";
import { formTokenOf, openSession, SESSION_COOKIE } from "#kernel/access/session.ts";
import { reachOf, type Verb } from "#kernel/access/verb.ts";
import { assign, openPost } from "#kernel/registry/holders.ts";
import { addPerson } from "#kernel/registry/people.ts";
import { newId } from "#platform/db/ids.ts";
import { show } from "#platform/http/reply.ts";
import { loadAssets } from "#platform/ui/assets.ts";
import { CSRF_FIELD } from "#platform/ui/buttons.tsx";
import { CAST, type CastName } from "#test/support/cast.ts";
import type { World } from "#test/support/world.ts";

/** The one address under which these tests ask. */
export const ORIGIN = "http://localhost:8080";

/** A signed-in browser's two secrets. */
export interface SignedIn {
  readonly cookie: string;
  readonly formToken: string;
}

/** How a route is named in what a test finds. */
export const nameOf = (route: Pick<Route, "method" | "path">): string => `${route.method} ${route.path}`;

/** Every route of a list of modules. Throws when there is none: a test over nothing proves nothing. */
export function routesOf(modules: readonly Module[]): readonly Route[] {
  const routes = modules.flatMap((module) => module.routes);
  if (routes.length === 0) throw new Error("No route was found.");
  return routes;
}

const PLACE = /:(\w+)(?:\{[^}]*\})?\??/g;

/** True for the places of a path that hold ids. */
export const isIdPlace = (name: string): boolean => name === "id" || name.endsWith("Id");

/** The names of a path's places. */
export const placesOf = (path: string): string[] => [...path.matchAll(PLACE)].map((match) => match[1] ?? "");

/** A path with its places filled: ids that name nothing, and words. */
export function filled(path: string, fill: (name: string) => string = (name) => (isIdPlace(name) ? newId() : "word")): string {
  return path.replace(PLACE, (_, name: string) => fill(name));
}

/** The web application over other modules than the world's own. */
export async function appOver(world: World, modules: readonly Module[], change: Partial<Web> = {}): Promise<Hono> {
  return webApp({
    db: world.db,
    readDb: world.db,
    modules,
    pack: world.pack,
    association: world.association,
    house: houseOf(modules),
    origin: () => ORIGIN,
    clock: () => world.now,
    shell: { db: world.db, modules, assets: serveAssets(await loadAssets()) },
    report: () => undefined,
    ...change,
  });
}

/** The modules with every handler replaced by one that notes the route and shows a page; `change` may weaken a route, for planted violations. */
export function probed(modules: readonly Module[], reached: string[], change: (route: Route) => Partial<Route> = () => ({})): Module[] {
  const stand = (route: Route): Route => ({
    ...route,
    handle: () => {
      reached.push(nameOf(route));
      return Promise.resolve(show(h("p", {}, "reached")));
    },
    ...change(route),
  });
  return modules.map((module) => ({ ...module, routes: module.routes.map(stand) }));
}

async function signedIn(world: World, account: string, assignment: string | null): Promise<SignedIn> {
  const token = await world.db.transaction().execute((tx) => openSession(tx, account, assignment, world.now, true));
  return { cookie: `${SESSION_COOKIE}=${token}`, formToken: formTokenOf(token) };
}

/** Signs a person of the cast in, acting under her post, or as herself. */
export async function signIn(world: World, name: CastName, as: "post" | "herself" = "post"): Promise<SignedIn> {
  const actor = await world.actor(name);
  return signedIn(world, actor.account, as === "post" ? actor.assignment : null);
}

/** Opens a post that carries one of the verb's roles and signs its new holder in. Throws when the pack has no such post. */
async function newcomerWith(world: World, verb: Verb): Promise<SignedIn> {
  const type = world.pack.postTypes.find((candidate) => candidate.roles.some((role) => verb.roles[role] !== undefined));
  if (type === undefined) throw new Error(`No post of the pack may do ${verb.name}.`);
  const account = newId();
  const assignment = await world.act(null, async (act) => {
    const post = await openPost(act, { organisation: world.association, postType: type.code, from: "2020-01-01" });
    const person = await addPerson(act, { fullName: `Holder of ${type.code}`, language: "en" }, "test");
    await act.tx
      .insertInto("access.account")
      .values({ id: account, person, login: `holder-${account}` })
      .execute();
    return assign(act, { post, person, acting: false, from: "2024-02-03" });
  });
  return signedIn(world, account, assignment);
}

/** The people who stand before the guards: somebody who may, and somebody who may not. Sessions are opened once. */
export interface Crowd {
  /** A signed-in person whom a guard admits. */
  admitted(guard: Guard): Promise<SignedIn>;
  /** A person of the cast, acting under her post, who lacks a verb; when everyone in the cast has it, one who acts as herself. */
  refused(verb: Verb): Promise<SignedIn>;
}

/** The cast of a world, sorted by what each may do. */
export async function crowdOf(world: World): Promise<Crowd> {
  const actors = new Map<CastName, Actor>();
  for (const name of Object.keys(CAST) as CastName[]) actors.set(name, await world.actor(name));
  const sessions = new Map<string, Promise<SignedIn>>();
  const once = (key: string, open: () => Promise<SignedIn>): Promise<SignedIn> => {
    const session = sessions.get(key) ?? open();
    sessions.set(key, session);
    return session;
  };
  const find = (test: (actor: Actor) => boolean): CastName | undefined => [...actors].find(([, actor]) => test(actor))?.[0];
  return {
    admitted: (guard) => {
      const name = typeof guard === "string" ? "claudine" : find((actor) => reachOf(actor, guard) !== null);
      return name === undefined
        ? once(`new ${(guard as Verb).name}`, () => newcomerWith(world, guard as Verb))
        : once(name, () => signIn(world, name));
    },
    refused: (verb) => {
      const name = find((actor) => reachOf(actor, verb) === null);
      return name === undefined ? once("herself", () => signIn(world, "claudine", "herself")) : once(name, () => signIn(world, name));
    },
  };
}

/** What a request is made of; headers given replace the usual ones, null takes one away. */
export interface Ask {
  readonly as?: SignedIn | null;
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly fields?: Readonly<Record<string, string>>;
}

/** Asks for a route's path as a browser without scripts does: a POST carries its form token and its origin. */
export function ask(
  app: Hono,
  method: "GET" | "POST",
  path: string,
  { as = null, token, headers = {}, fields = {} }: Ask = {},
): Promise<Response> {
  const sent = new Headers({ "accept-language": "en" });
  if (as !== null) sent.set("cookie", as.cookie);
  if (method === "POST") sent.set("origin", ORIGIN);
  for (const [name, value] of Object.entries(headers))
    if (value === null) sent.delete(name);
    else sent.set(name, value);
  const form = new URLSearchParams(fields);
  const own = token === undefined ? (as?.formToken ?? null) : token;
  if (own !== null) form.set(CSRF_FIELD, own);
  return Promise.resolve(app.request(ORIGIN + path, { method, headers: sent, ...(method === "POST" && { body: form }) }));
}
