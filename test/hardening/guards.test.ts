/** Every guard of every route, derived from the modules: a route that is added tomorrow is covered tomorrow. */
import type { Hono } from "hono";
import { beforeAll, expect, test } from "vitest";
import { modules } from "#app/modules.ts";
import type { Route } from "#kernel/access/route.ts";
import { p } from "#platform/http/problems.ts";
import { SIGNATURE_HEADER, signBody } from "#platform/mail/signature.ts";
import { useWorld } from "#test/support/world.ts";
import { appOver, ask, crowdOf, filled, isIdPlace, nameOf, placesOf, probed, routesOf, type Crowd, type SignedIn } from "./probe.ts";

const world = useWorld();
const routes = routesOf(modules);
const reached: string[] = [];
let app: Hono;
let crowd: Crowd;
beforeAll(async () => {
  app = await appOver(world, probed(modules, reached));
  crowd = await crowdOf(world);
});

/** The beginning of a problem's English sentence, by which its page is known. */
const says = (kind: { readonly text: { readonly en: string } }): string => kind.text.en.split("{")[0] ?? "";

/** True when the handler ran for a request. */
async function reaches(send: () => Promise<Response>): Promise<boolean> {
  const before = reached.length;
  await (await send()).text();
  return reached.length > before;
}

/** What a program may send instead of what its route checks: each must be refused with one of these. */
const REFUSED = new Set([401, 403]);

/** Programs' routes carry no form token. Each is listed here with requests that lack what it checks instead. */
const MACHINES: Readonly<
  Record<string, { readonly checks: string; readonly wrong: (as: SignedIn) => Readonly<Record<string, string | undefined>>[] }>
> = {
  "POST /messages/incoming/:channel": {
    checks: "a signature over the body with the secret that the gateway shares",
    wrong: (as) => [
      {},
      { [SIGNATURE_HEADER]: "" },
      { [SIGNATURE_HEADER]: signBody("another secret", Buffer.from("{}")) },
      { [SIGNATURE_HEADER]: signBody("incoming", Buffer.from("{ }")) },
      { cookie: as.cookie },
    ],
  },
  "POST /offline/attendance/:id": {
    checks: "the session, and its form token in a header that no other site can send",
    wrong: (as) => [
      {},
      { cookie: as.cookie },
      { cookie: as.cookie, "x-form-token": "" },
      { cookie: as.cookie, "x-form-token": "b".repeat(43) },
      { "x-form-token": as.formToken },
    ],
  },
  "POST /offline/sync": {
    checks: "the session, and its form token in a header that no other site can send",
    wrong: (as) => [
      {},
      { cookie: as.cookie },
      { cookie: as.cookie, "x-form-token": "" },
      { cookie: as.cookie, "x-form-token": "b".repeat(43) },
      { "x-form-token": as.formToken },
    ],
  },
};

/** Asking every route of the house takes its time on a busy machine. */
const EVERY_ROUTE = 180_000;

test("every route is reached by its own address, not hidden behind an earlier one", async () => {
  const hidden: string[] = [];
  for (const route of routes) {
    const as = await crowd.admitted(route.guard);
    const before = reached.length;
    await (await ask(app, route.method, filled(route.path), { as })).text();
    if (reached[before] !== nameOf(route)) hidden.push(`${nameOf(route)} is answered by ${reached[before] ?? "nothing"}`);
  }
  expect(hidden).toEqual([]);
});

async function openToVisitors(tried: Hono, list: readonly Route[]): Promise<string[]> {
  const open: string[] = [];
  for (const route of list) {
    if (route.guard === "public") continue;
    const path = filled(route.path);
    const answer = await ask(tried, route.method, path);
    const wanted = route.machine ? [401, null] : [303, route.method === "GET" ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in"];
    if (answer.status !== wanted[0] || answer.headers.get("location") !== wanted[1]) open.push(nameOf(route));
  }
  return open;
}

test("a visitor who asks for any page behind sign-in is sent to sign in and back", async () => {
  expect(await reaches(async () => (expect(await openToVisitors(app, routes)).toEqual([]), new Response()))).toBe(false);
});

test("a route whose guard was left open is found", async () => {
  const guarded = routes.filter((route) => route.guard !== "public");
  const weak = await appOver(
    world,
    probed(modules, [], () => ({ guard: "public" })),
  );
  expect(await openToVisitors(weak, routes)).toEqual(guarded.map(nameOf));
});

async function openWithoutVerb(tried: Hono, list: readonly Route[]): Promise<string[]> {
  const open: string[] = [];
  for (const route of list) {
    if (typeof route.guard === "string") continue;
    const answer = await ask(tried, route.method, filled(route.path), { as: await crowd.refused(route.guard) });
    if (answer.status !== 403 || !(await answer.text()).includes(says(p.forbidden))) open.push(nameOf(route));
  }
  return open;
}

test(
  "a person whose post lacks the verb is told which roles have it, on every route with a verb",
  async () => {
    expect(await openWithoutVerb(app, routes)).toEqual([]);
  },
  EVERY_ROUTE,
);

test("a route that forgot its verb is found", async () => {
  const withVerb = routes.filter((route) => typeof route.guard !== "string");
  const weak = await appOver(
    world,
    probed(modules, [], () => ({ guard: "signed-in" })),
  );
  expect(await openWithoutVerb(weak, routes)).toEqual(withVerb.map(nameOf));
});

test("nobody acting as herself, without a post, is let through by a verb", async () => {
  const verbs = routes.flatMap((route) => (typeof route.guard === "string" ? [] : [route]));
  const herself = await crowd.refused({
    name: "every",
    title: p.forbidden.text,
    roles: Object.fromEntries(world.pack.postTypes.flatMap((type) => type.roles.map((role) => [role, "all"]))),
  });
  for (const route of verbs)
    expect([nameOf(route), (await ask(app, route.method, filled(route.path), { as: herself })).status]).toEqual([nameOf(route), 403]);
});

/** What a request from elsewhere looks like, or one whose form is not ours. */
const FORGERIES: readonly [
  what: string,
  change: (as: SignedIn) => { token?: string | null; headers?: Record<string, string | null> },
  signedInOnly: boolean,
][] = [
  ["no token", () => ({ token: null }), true],
  ["an empty token", () => ({ token: "" }), true],
  ["another session’s token", () => ({ token: "b".repeat(43) }), true],
  ["the token in the cookie’s own spelling", (as) => ({ token: as.cookie.split("=")[1] ?? "" }), true],
  ["a foreign origin", () => ({ headers: { origin: "https://evil.example" } }), false],
  ["a foreign port", () => ({ headers: { origin: "http://localhost:9090" } }), false],
  ["an origin that only begins like ours", () => ({ headers: { origin: "http://localhost:8080.evil.example" } }), false],
  ["the word of the browser that it is cross-site", () => ({ headers: { "sec-fetch-site": "cross-site" } }), false],
  ["the word of the browser that it comes from a sister site", () => ({ headers: { "sec-fetch-site": "same-site" } }), false],
  ["cross-site and no origin", () => ({ headers: { "sec-fetch-site": "cross-site", origin: null } }), false],
];

async function forgeable(tried: Hono, list: readonly Route[], reachedNow: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const route of list) {
    if (route.method !== "POST" || route.machine) continue;
    const as = await crowd.admitted(route.guard);
    const senders: (SignedIn | null)[] = route.guard === "public" ? [as, null] : [as];
    for (const sender of senders)
      for (const [what, change, signedInOnly] of FORGERIES) {
        if (sender === null && signedInOnly) continue;
        const before = reachedNow.length;
        const answer = await ask(tried, "POST", filled(route.path), { as: sender, ...change(as) });
        const refused = answer.status === 403 && (await answer.text()).includes(says(p.formTooOld));
        if (!refused || reachedNow.length > before) found.push(`${nameOf(route)} with ${what}`);
      }
  }
  return found;
}

test(
  "no write is taken from another site, or with a form that is not this session’s",
  async () => {
    const posts = routes.filter((route) => route.method === "POST" && !route.machine);
    expect(posts.length).toBeGreaterThan(5);
    expect(await forgeable(app, routes, reached)).toEqual([]);
  },
  EVERY_ROUTE,
);

test(
  "a route that takes forged forms is found",
  async () => {
    const now: string[] = [];
    const weak = await appOver(
      world,
      probed(modules, now, () => ({ machine: true })),
    );
    const posts = routes.filter((route) => route.method === "POST" && !route.machine);
    const found = await forgeable(weak, routes, now);
    for (const route of posts) expect(found).toContain(`${nameOf(route)} with a foreign origin`);
  },
  EVERY_ROUTE,
);

test("every program’s route is listed with what it checks instead of a form token", () => {
  const listed = Object.keys(MACHINES).filter((name) => MACHINES[name]?.checks !== "");
  expect(
    routes
      .filter((route) => route.machine)
      .map(nameOf)
      .sort(),
  ).toEqual(listed.sort());
});

test.each(Object.entries(MACHINES))("%s refuses a program that lacks what it checks, and writes nothing", async (name, { wrong }) => {
  const route = routes.find((candidate) => nameOf(candidate) === name);
  const real = await appOver(world, modules);
  const written = async (): Promise<unknown> =>
    world.db
      .selectFrom("journal.entry")
      .select((entry) => entry.fn.countAll().as("n"))
      .executeTakeFirst();
  const before = await written();
  for (const headers of wrong(await crowd.admitted("signed-in"))) {
    const answer = await real.request(`http://localhost:8080${filled(route?.path ?? "")}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(headers as Record<string, string>) },
      body: "{}",
    });
    expect([headers, REFUSED.has(answer.status)]).toEqual([headers, true]);
  }
  expect(await written()).toEqual(before);
});

/** What stands in an address where an id belongs. */
const NOT_IDS = [
  "1",
  "not-an-id",
  "00000000-0000-0000-0000-00000000000",
  "AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA",
  "%00",
  "..%2f..%2fetc%2fpasswd",
  "x%27%20or%201=1--",
  "é".repeat(300),
];

async function takingNonsense(tried: Hono, list: readonly Route[], reachedNow: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const route of list)
    for (const place of placesOf(route.path).filter(isIdPlace))
      for (const nonsense of NOT_IDS) {
        const before = reachedNow.length;
        const path = filled(route.path, (name) => (name === place ? nonsense : isIdPlace(name) ? crypto.randomUUID() : "word"));
        const answer = await ask(tried, route.method, path, { as: await crowd.admitted(route.guard) });
        if (answer.status !== 404 || reachedNow.length > before) found.push(`${nameOf(route)}: ${place} = ${nonsense}`);
      }
  return found;
}

test(
  "an address in which an id is not an id is not found, and nobody’s code sees it",
  async () => {
    expect(routes.flatMap((route) => placesOf(route.path).filter(isIdPlace)).length).toBeGreaterThan(0);
    expect(await takingNonsense(app, routes, reached)).toEqual([]);
  },
  EVERY_ROUTE,
);

test(
  "a place whose name does not say that it is an id is found when nonsense reaches it",
  async () => {
    const now: string[] = [];
    const weak = await appOver(
      world,
      probed(modules, now, (route) => ({ path: route.path.replaceAll(/:id\b/g, ":thing") })),
    );
    expect(await takingNonsense(weak, routes, now)).not.toEqual([]);
  },
  EVERY_ROUTE,
);
