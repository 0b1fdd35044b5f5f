/** A world for one test file: a database of its own with the cast in it, and ways to act and ask as one of them. */
import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import { sql, type Kysely } from "kysely";
import { afterAll, beforeAll, inject } from "vitest";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { perform, type Act } from "#kernel/access/act.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { houseOf } from "#kernel/access/house.ts";
import type { Module } from "#kernel/access/module.ts";
import { actorFor, formTokenOf, openSession, SESSION_COOKIE } from "#kernel/access/session.ts";
import { loadPack } from "#kernel/pack/load.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { associationId } from "#kernel/registry/organisations.ts";
import { openPool, type Pool } from "#platform/db/pool.ts";
import { CSRF_FIELD } from "#platform/ui/buttons.tsx";
import { loadAssets } from "#platform/ui/assets.ts";
import { modules as allModules } from "#app/modules.ts";
import { serveAssets } from "#app/assets.ts";
import { webApp } from "#app/web.ts";
import { configureModules } from "#app/wiring.ts";
import { keyringOf } from "#platform/auth/keyring.ts";
import type { CastName } from "./cast.ts";
import { NOW, ROOT, TODAY } from "./fixed.ts";

/** A test's world. `now` may be moved; everything asks it for the time. */
export interface World {
  readonly db: Kysely<any>;
  readonly pool: Pool["pool"];
  readonly pack: Pack;
  readonly association: string;
  readonly app: Hono;
  now: Date;
  /** The one public address; a served world sets its own. */
  origin: string;
  /** The person of the cast as an actor of her post. */
  actor(name: CastName): Promise<Actor>;
  /** Runs one act as a person of the cast, or as the system with null. */
  act<R>(name: CastName | null, work: (act: Act) => Promise<R>): Promise<R>;
  /** A browser without scripts, signed in as a person of the cast, or nobody. */
  browser(name: CastName | null): Promise<Browser>;
  /** The id of an organisation by its name. */
  organisation(name: string): Promise<string>;
}

/** What a browser without scripts can do. */
export interface Browser {
  get(path: string): Promise<Answer>;
  /** `from` is the page that the form stands on, as browsers tell it. */
  post(path: string, form?: Record<string, string | Blob | readonly string[]>, from?: string): Promise<Answer>;
}

/** An answer: its text is the page with entities as they stand. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
  readonly headers: Headers;
}

/**
 * Kinds of entries whose public payload holds words instead of codes, ids, days and numbers. What people typed belongs into `personal`:
 * kept beside the journal, bound to the entry, and able to be erased.
 */
export async function typedInJournal(db: Kysely<any>): Promise<string[]> {
  const { rows } = await sql<{ kind: string; words: string }>`
    select e.kind, min(w.words #>> '{}') as words from journal.entry e
    cross join lateral jsonb_path_query(e.payload, '$.** ? (@.type() == "string" && @ like_regex "[[:space:]]")') w (words) group by e.kind order by e.kind`.execute(
    db,
  );
  return rows.map((row) => `${row.kind} (“${row.words}”)`);
}

/** What tests plant themselves, to see it found. */
const PLANTED = "test.";

const packOnce = loadPack(join(ROOT, "packs/rwanda"));
const ORIGIN = "http://localhost:8080";

async function answerOf(response: Response): Promise<Answer> {
  return { status: response.status, text: await response.text(), location: response.headers.get("location"), headers: response.headers };
}

function bodyOf(form: Record<string, string | Blob | readonly string[]>, token: string): FormData {
  const data = new FormData();
  data.set(CSRF_FIELD, token);
  for (const [name, value] of Object.entries(form))
    for (const one of Array.isArray(value) ? value : [value]) data.append(name, one as string);
  return data;
}

function browserOf(app: Hono, token: string | null): Browser {
  const cookie = token === null ? "" : `${SESSION_COOKIE}=${token}`;
  const send = async (path: string, init: RequestInit, more: Record<string, string> = {}): Promise<Answer> =>
    answerOf(await app.request(ORIGIN + path, { ...init, headers: { cookie, "accept-language": "en", origin: ORIGIN, ...more } }));
  return {
    get: (path) => send(path, {}),
    post: (path, form = {}, from) =>
      send(
        path,
        { method: "POST", body: bodyOf(form, token === null ? "" : formTokenOf(token)) },
        from === undefined ? {} : { referer: ORIGIN + from },
      ),
  };
}

async function open(modules: readonly Module[]): Promise<World & { close(): Promise<void> }> {
  const server = inject("server");
  const database = `test_${randomUUID().replaceAll("-", "")}`;
  const admin = openPool({ ...server, database: "postgres" }, 1);
  await admin.pool.query(`create database ${database} template ${inject("template")}`);
  const { db, pool, close } = openPool({ ...server, database }, 5);
  const association = await associationId(db);
  const assets = await loadAssets();
  const actorNamed = async (name: CastName): Promise<Actor> => {
    const account = await db.selectFrom("access.account").select("person").where("login", "=", name).executeTakeFirstOrThrow();
    return actorFor(db, packOnce, account.person, TODAY);
  };
  const world: World = {
    db,
    pool,
    pack: packOnce,
    association,
    now: NOW,
    origin: ORIGIN,
    app: undefined as never,
    actor: actorNamed,
    act: async (name, work) => perform(db, { actor: name === null ? null : await actorNamed(name), now: world.now, pack: packOnce }, work),
    browser: async (name) => {
      if (name === null) return browserOf(world.app, null);
      const actor = await actorNamed(name);
      const token = await db.transaction().execute((tx) => openSession(tx, actor.account, actor.assignment, world.now, true));
      return browserOf(world.app, token);
    },
    organisation: async (name) => {
      const row = await db
        .selectFrom("registry.organisation")
        .select("id")
        .where((where) => where.or([where("name", "=", name), where("short_name", "=", name)]))
        .where("tier", "not in", ["SEC", "CEL", "VIL"])
        .executeTakeFirstOrThrow();
      return row.id;
    },
  };
  configureModules({
    keyring: keyringOf(Buffer.alloc(32, 7)),
    oidc: null,
    aside: db,
    house: houseOf(modules),
    pack: packOnce,
    outlets: { email: null, sms: null },
    incomingSecret: "incoming",
    root: ROOT,
    dataFolder: join(tmpdir(), `inteko-${database}`),
    pool,
  });
  const app = webApp({
    db,
    readDb: db,
    modules,
    pack: packOnce,
    association,
    house: houseOf(modules),
    origin: () => world.origin,
    clock: () => world.now,
    shell: { db, modules, assets: serveAssets(assets) },
    report: (_number, path, error) => {
      console.error(path, error);
    },
  });
  Object.assign(world, { app });
  const closeAll = async (): Promise<void> => {
    await close();
    await admin.pool.query(`drop database if exists ${database} with (force)`);
    await admin.close();
  };
  return Object.assign(world, { close: closeAll });
}

/** Opens a world before the tests of a file and closes it after them. Call it once, at the top of the file. */
export function useWorld(modules: readonly Module[] = allModules): World {
  const holder: { world?: World & { close(): Promise<void> } } = {};
  beforeAll(async () => {
    holder.world = await open(modules);
  });
  afterAll(async () => {
    const typed = holder.world === undefined ? [] : (await typedInJournal(holder.world.db)).filter((found) => !found.startsWith(PLANTED));
    await holder.world?.close();
    if (typed.length > 0) throw new Error(`The journal tells everybody what somebody typed: ${typed.join("; ")}. Give it as \`personal\`.`);
  });
  return new Proxy({} as World, {
    get: (_, name) => holder.world?.[name as keyof World],
    set: (_, name, value) => {
      (holder.world as never as Record<string | symbol, unknown>)[name] = value;
      return true;
    },
  });
}
