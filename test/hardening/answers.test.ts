/** What every answer carries, whatever kind it is; and what happens to bodies that are too large, broken or nonsense. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Hono } from "hono";
import { h } from "preact";
import { Hono as PlainHono } from "hono";
import { beforeAll, expect, test } from "vitest";
import { modules } from "#app/modules.ts";
import type { Module } from "#kernel/access/module.ts";
import { act, page, type Route } from "#kernel/access/route.ts";
import { SESSION_COOKIE } from "#kernel/access/session.ts";
import { data, download, go, show } from "#platform/http/reply.ts";
import { PASSWORD } from "#test/support/cast.ts";
import { ROOT } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { appOver, ask, crowdOf, filled, isIdPlace, nameOf, ORIGIN, probed, routesOf, signIn, type Crowd, type SignedIn } from "./probe.ts";

const world = useWorld();
const routes = routesOf(modules);

async function* numbers(): AsyncGenerator<Uint8Array> {
  for (let number = 0; number < 3; number++) yield Buffer.from(`${number}\n`);
}

/** One route for each kind of answer a handler can give, and one that breaks. */
const trial: Module = {
  ...(modules[0] as Module),
  name: "trial",
  menu: [],
  records: {},
  routes: [
    page("/trial/page", "public", () => Promise.resolve(show(h("p", {}, "page")))),
    page("/trial/again", "public", () => Promise.resolve(show(h("p", {}, "wrong"), 422))),
    page("/trial/data", "public", () => Promise.resolve(data({ some: "data" }))),
    page("/trial/file", "public", () => Promise.resolve(download("file.txt", "text/plain", "text"))),
    page("/trial/stream", "public", () => Promise.resolve(download("file.csv", "text/csv", numbers()))),
    page("/trial/go", "public", () => Promise.resolve(go("/trial/page", [{ name: "trial", value: "1" }]))),
    page("/trial/broken", "public", () => Promise.reject(new Error("broken on purpose"))),
    act("/trial/small", "public", () => Promise.resolve(show(h("p", {}, "taken"))), { maxBody: 1000 }),
    act("/trial/machine", "signed-in", () => Promise.resolve(data({})), { machine: true }),
  ],
};

let app: Hono;
let crowd: Crowd;
let claudine: SignedIn;
beforeAll(async () => {
  app = await appOver(world, [...modules, trial]);
  crowd = await crowdOf(world);
  claudine = await signIn(world, "claudine");
});

/** What is missing or weak in an answer's headers. */
function weakIn({ headers }: Response): string[] {
  const policy = headers.get("content-security-policy") ?? "";
  const found: string[] = [];
  for (const part of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ])
    if (!policy.split("; ").includes(part)) found.push(`policy without ${part}`);
  if (/unsafe|\*|https?:/.test(policy)) found.push("a policy with a hole");
  if (headers.get("x-content-type-options") !== "nosniff") found.push("sniffing");
  if (headers.get("x-frame-options") !== "DENY") found.push("framing");
  if (headers.get("referrer-policy") !== "same-origin") found.push("referrer");
  if (!(headers.get("permissions-policy") ?? "").includes("microphone=()")) found.push("permissions");
  if (headers.get("cross-origin-opener-policy") !== "same-origin") found.push("opener");
  if (headers.get("server") !== null || headers.get("x-powered-by") !== null) found.push("tells its software");
  return found;
}

const KINDS: readonly [what: string, method: "GET" | "POST", path: string, status: number, signedIn?: true][] = [
  ["a page", "GET", "/trial/page", 200],
  ["a page for somebody signed in", "GET", "/today", 200, true],
  ["a form shown again", "GET", "/trial/again", 422],
  ["data", "GET", "/trial/data", 200],
  ["a file", "GET", "/trial/file", 200],
  ["a stream", "GET", "/trial/stream", 200],
  ["a way on", "GET", "/trial/go", 303],
  ["a way to sign in", "GET", "/today", 303],
  ["a page that does not exist", "GET", "/nowhere", 404],
  ["a page of a deep address", "GET", "/trial/page/below", 404],
  ["an error of ours", "GET", "/trial/broken", 500],
  ["a refused form", "POST", "/trial/small", 403, true],
  ["a refused program", "POST", "/trial/machine", 401],
  ["an asset that does not exist", "GET", "/assets/none.css", 404],
];

test.each(KINDS)("%s carries every security header", async (_, method, path, status, signedIn) => {
  const answer = await ask(app, method, path, { as: signedIn === true ? claudine : null, token: null });
  expect([answer.status, weakIn(answer)]).toEqual([status, []]);
});

test("an asset carries every security header, compressed or not, and when the browser has it already", async () => {
  const home = await (await ask(app, "GET", "/trial/page")).text();
  expect(home).not.toContain("/assets/");
  const page = await (await ask(app, "GET", "/")).text();
  const href = /href="(\/assets\/[^"]+\.css)"/.exec(page)?.[1] ?? "";
  for (const encoding of ["br", "gzip", "identity"]) {
    const answer = await ask(app, "GET", href, { headers: { "accept-encoding": encoding } });
    expect([answer.status, weakIn(answer)]).toEqual([200, []]);
    const known = await ask(app, "GET", href, { headers: { "if-none-match": answer.headers.get("etag") } });
    expect([known.status, weakIn(known)]).toEqual([304, []]);
  }
});

test("an answer without these headers is found", async () => {
  const bare = new PlainHono();
  bare.get("/", (c) => c.text("bare"));
  expect(weakIn(await bare.request("/")).length).toBeGreaterThan(8);
});

test("behind https the browser is told to stay there, and cookies are kept from plain http", async () => {
  const secure = await appOver(world, [...modules, trial], { origin: () => "https://inteko.example" });
  const answer = await secure.request("https://inteko.example/trial/go");
  expect(answer.headers.get("strict-transport-security")).toContain("max-age=31536000");
  expect(answer.headers.get("set-cookie")).toMatch(/; Secure/i);
});

test("the session cookie cannot be read by scripts and does not travel with requests of other sites", async () => {
  const form = { login: "claudine", password: PASSWORD };
  const answer = await ask(app, "POST", "/sign-in", { fields: form });
  expect(answer.status).toBe(303);
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith(SESSION_COOKIE)) ?? "";
  for (const part of [/; HttpOnly/i, /; SameSite=(Lax|Strict)/i, /; Path=\//i]) expect(cookie).toMatch(part);
});

test("the page of somebody signed in is kept by no cache, so that the next person at a shared computer does not find it", async () => {
  const answer = await ask(app, "GET", "/today", { as: claudine });
  expect(answer.headers.get("cache-control") ?? "").toMatch(/no-store/);
});

/** A body that never ends; `read` says how much of it was taken. */
function endless(): { body: ReadableStream<Uint8Array>; read: () => number } {
  let read = 0;
  const part = new Uint8Array(64 * 1024).fill(97);
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    read += part.byteLength;
    controller.enqueue(part);
  };
  return { body: new ReadableStream({ pull }, { highWaterMark: 0 }), read: () => read };
}

async function flood(tried: Hono, route: Route, as: SignedIn | null): Promise<{ status: number; read: number }> {
  const { body, read } = endless();
  const headers = {
    ...(as && { cookie: as.cookie }),
    origin: ORIGIN,
    "content-type": "application/x-www-form-urlencoded",
    "accept-language": "en",
  };
  const answer = await tried.request(ORIGIN + filled(route.path), { method: "POST", headers, body, duplex: "half" } as RequestInit);
  return { status: answer.status, read: read() };
}

test("an upload without an end is cut off at the route’s limit, on every route that writes", async () => {
  const reached: string[] = [];
  const tried = await appOver(world, probed([...modules, trial], reached));
  const posts = [...routes, ...trial.routes].filter((route) => route.method === "POST");
  for (const route of posts) {
    const { status, read } = await flood(tried, route, await crowd.admitted(route.guard));
    expect({ route: nameOf(route), status, tooMuch: read > route.maxBody + 256 * 1024 }).toEqual({
      route: nameOf(route),
      status: 413,
      tooMuch: false,
    });
  }
  expect(reached).toEqual([]);
});

test("nothing is read of what a visitor sends to a page behind sign-in", async () => {
  for (const route of routes.filter((candidate) => candidate.method === "POST" && candidate.guard !== "public"))
    expect((await flood(app, route, null)).read).toBeLessThanOrEqual(64 * 1024);
});

test("an upload that says itself that it is too large is refused unread", async () => {
  const answer = await ask(app, "POST", "/trial/small", { as: claudine, headers: { "content-length": "5000000" } });
  expect(answer.status).toBe(413);
});

const BROKEN_BODIES: readonly [what: string, type: string, body: string][] = [
  ["a form with a boundary that never comes", "multipart/form-data; boundary=xyz", "nothing of the kind"],
  ["a form without a boundary", "multipart/form-data", "--xyz\r\n"],
  [
    "a form cut in the middle of a part",
    "multipart/form-data; boundary=xyz",
    '--xyz\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nhalf',
  ],
  ["a form with broken escapes", "application/x-www-form-urlencoded", "login=%E0%A4%A&password=%"],
  ["JSON where a form belongs", "application/json", '{"login": "claudine"}'],
  ["bytes that are no text", "application/x-www-form-urlencoded", "login=\u0000\uffff"],
];

test.each(BROKEN_BODIES)("%s is refused as the sender’s fault, not as ours", async (_, type, body) => {
  const answer = await app.request(`${ORIGIN}/sign-in`, { method: "POST", headers: { "content-type": type, origin: ORIGIN }, body });
  expect([answer.status, answer.status >= 400 && answer.status < 500]).toEqual([answer.status, true]);
});

/** The names of query and form fields that a module reads, from its sources. */
function fieldsRead(what: RegExp): Set<string> {
  const names = new Set<string>();
  for (const entry of readdirSync(join(ROOT, "src/modules"), { withFileTypes: true, recursive: true }))
    if (entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name))
      for (const match of readFileSync(join(entry.parentPath, entry.name), "utf8").matchAll(what)) names.add(match[1] ?? "");
  return names;
}

const NONSENSE = [
  "\u0000",
  "-1",
  "99999999999999999999",
  "2025-02-31",
  ...(process.env["INTEKO_LONG"] === "1" ? ["é".repeat(3000), "' or 1=1 --", "[]", "NaN"] : []),
];

/** Routes that answer nonsense with an error of ours. */
async function brokenBy(send: (route: Route, nonsense: string) => Promise<Response>, list: readonly Route[]): Promise<string[]> {
  const found: string[] = [];
  for (const route of list)
    for (const nonsense of NONSENSE) {
      const answer = await send(route, nonsense);
      await answer.body?.cancel();
      if (answer.status >= 500) found.push(`${nameOf(route)} with ${JSON.stringify(nonsense.slice(0, 20))}`);
    }
  return found;
}

test("nonsense in an address or its query is never an error of ours", async () => {
  const names = fieldsRead(/query\.get\(\s*"([^"]+)"/g);
  expect(names.size).toBeGreaterThan(3);
  const send = async (route: Route, nonsense: string, fields: readonly string[]): Promise<Response> => {
    const query = new URLSearchParams(fields.map((name) => [name, nonsense]));
    const path = filled(route.path, (place) => (isIdPlace(place) ? crypto.randomUUID() : encodeURIComponent(nonsense.slice(0, 200))));
    return ask(app, "GET", `${path}?${query}`, { as: await crowd.admitted(route.guard) });
  };
  const fields = [...names].filter((name) => name !== "lang");
  const culprits = new Set<string>();
  const broken = await brokenBy(
    async (route, nonsense) => {
      const answer = await send(route, nonsense, fields);
      if (answer.status >= 500)
        for (const field of fields)
          if ((await send(route, nonsense, [field])).status >= 500) culprits.add(`${nameOf(route)}?${field}=${nonsense.slice(0, 20)}`);
      return answer;
    },
    routes.filter((route) => route.method === "GET"),
  );
  expect({ broken, culprits: [...culprits] }).toEqual({ broken: [], culprits: [] });
}, 180_000);

test("nonsense in a form is never an error of ours", async () => {
  const names = fieldsRead(/form\.(?:text|all)\(\s*"([^"]+)"/g);
  expect(names.size).toBeGreaterThan(3);
  const posts = routes.filter((route) => route.method === "POST" && route.path !== "/sign-out");
  const broken = await brokenBy(async (route, nonsense) => {
    const fields = Object.fromEntries([...names].map((name) => [name, nonsense]));
    const path = filled(route.path, (place) => (isIdPlace(place) ? crypto.randomUUID() : encodeURIComponent(nonsense.slice(0, 200))));
    return ask(app, "POST", path, { as: await crowd.admitted(route.guard), fields });
  }, posts);
  expect(broken).toEqual([]);
}, 180_000);

test("nonsense from a program is never an error of ours", async () => {
  const broken: string[] = [];
  for (const route of routes.filter((candidate) => candidate.machine))
    for (const body of ["", "{", "null", "[]", '"\\u0000"', '{"a":"\\u0000"}', "[[[[", '{"events":[null]}', "\u0000"]) {
      const as = await crowd.admitted(route.guard);
      const answer = await app.request(ORIGIN + filled(route.path), {
        method: "POST",
        headers: { cookie: as.cookie, "content-type": "application/json" },
        body,
      });
      if (answer.status >= 500) broken.push(`${nameOf(route)} with ${JSON.stringify(body)}`);
    }
  expect(broken).toEqual([]);
});

test("a route that breaks on nonsense is found", async () => {
  const broken = trial.routes.filter((route) => route.path === "/trial/broken");
  expect(await brokenBy((route) => ask(app, "GET", route.path), broken)).toHaveLength(NONSENSE.length);
});
