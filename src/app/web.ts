/** The web server's one path for every request: who asks, may they, one transaction for a write, one answer. */
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { Hono, type Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Kysely } from "kysely";
import { perform } from "#kernel/access/act.ts";
import type { Actor } from "#kernel/access/actor.ts";
import type { House } from "#kernel/access/house.ts";
import type { Module } from "#kernel/access/module.ts";
import type { Asked, Guard, Route, Writing } from "#kernel/access/route.ts";
import { SESSION_COOKIE, sessionOf, type Session } from "#kernel/access/session.ts";
import { reachOf } from "#kernel/access/verb.ts";
import { today as dayOf } from "#kernel/calendar/day.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { packNow } from "#kernel/rules/pack-now.ts";
import { roleNames } from "#kernel/pack/words.ts";
import { p } from "#platform/http/problems.ts";
import type { Reply } from "#platform/http/reply.ts";
import { isLanguage, languageOf, speak, type Language } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { PEER_HEADER } from "#platform/auth/peer.ts";
import { isId } from "#platform/db/ids.ts";
import { CSRF_FIELD } from "#platform/ui/buttons.tsx";
import { renderPage } from "#platform/ui/page.tsx";
import { readForm } from "./body.ts";
import { compress } from "./compress.ts";
import { problemPage } from "./problem-page.tsx";
import { shellOf, type ShellSource } from "./shell.ts";

/** What the web server stands on. */
export interface Web {
  readonly db: Kysely<any>;
  /** Public reads may go to a replica. */
  readonly readDb: Kysely<any>;
  readonly modules: readonly Module[];
  readonly pack: Pack;
  readonly association: string;
  readonly house: House;
  readonly origin: () => string;
  readonly clock: () => Date;
  readonly shell: ShellSource;
  /** Where an unexpected error is told; never with personal data. */
  readonly report: (number: string, path: string, error: unknown) => void;
}

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The headers of every answer. */
function harden(c: Context, https: boolean): void {
  c.header("Content-Security-Policy", POLICY);
  c.header("X-Content-Type-Options", "nosniff");
  c.header("Referrer-Policy", "same-origin");
  c.header("X-Frame-Options", "DENY");
  c.header("Permissions-Policy", "camera=(self), geolocation=(self), microphone=()");
  c.header("Cross-Origin-Opener-Policy", "same-origin");
  if (https) c.header("Strict-Transport-Security", "max-age=31536000");
}

function languageFor(c: Context, session: Session | null, fallback: Language): Language {
  const chosen = c.req.query("lang");
  if (isLanguage(chosen)) {
    setCookie(c, "inteko_lang", chosen, { path: "/", maxAge: 31_536_000, sameSite: "Lax", httpOnly: true });
    return chosen;
  }
  const kept = getCookie(c, "inteko_lang");
  if (isLanguage(kept)) return kept;
  if (isLanguage(session?.language)) return session.language;
  return languageOf(c.req.header("accept-language"), fallback);
}

/** Refuses a guarded route: a visitor is sent to sign in, a post without the verb is told which roles have it. */
function admit(guard: Guard, actor: Actor | null, say: (text: never) => string): void {
  if (guard === "public") return;
  if (actor === null) throw new SignInFirst();
  if (guard === "signed-in" || reachOf(actor, guard) !== null) return;
  const roles = Object.keys(guard.roles).map((role) => say(roleNames[role as keyof typeof roleNames] as never));
  throw new Problem(p.forbidden, { roles: roles.join(", ") });
}

/** Thrown when a visitor asks for a page behind sign-in. */
class SignInFirst extends Error {}

/** Same-origin forms only: the browser's own word first, then the token of the session. */
function checkSource(c: Context, web: Web, session: Session | null, token: string): void {
  const site = c.req.header("sec-fetch-site");
  const from = c.req.header("origin");
  const foreign =
    (site !== undefined && site !== "same-origin" && site !== "none") ||
    (from !== undefined && site === undefined && from !== web.origin());
  if (foreign) throw new Problem(p.formTooOld);
  if (session !== null && token !== session.formToken) throw new Problem(p.formTooOld);
}

async function answer(c: Context, web: Web, reply: Reply): Promise<Response> {
  switch (reply.kind) {
    case "view":
      return c.html(renderPage(reply.view), reply.status as 200);
    case "go":
      for (const cookie of reply.cookies ?? []) {
        const options = { path: "/", httpOnly: true, sameSite: "Lax" as const, secure: web.origin().startsWith("https:") };
        if (cookie.value === null) deleteCookie(c, cookie.name, options);
        else setCookie(c, cookie.name, cookie.value, { ...options, maxAge: cookie.maxAgeSeconds });
      }
      return c.redirect(reply.to, 303);
    case "data":
      return c.json(reply.value as never, reply.status as 200);
    case "download": {
      c.header("Content-Type", reply.type);
      if (reply.name !== null) c.header("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(reply.name)}`);
      c.header("Cache-Control", reply.cacheSeconds === undefined ? "private, no-store" : `public, max-age=${reply.cacheSeconds}`);
      const { body } = reply;
      return c.body(
        typeof body === "string" || body instanceof Uint8Array
          ? (body as Uint8Array<ArrayBuffer>)
          : (Readable.toWeb(Readable.from(body, { objectMode: false })) as ReadableStream<Uint8Array>),
      );
    }
  }
}

/** The request's headers with the sender's own address in place of whatever the sender wrote there. */
function headersWithPeer(c: Context, web: Web): Headers {
  const headers = new Headers(c.req.raw.headers);
  const socket = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress ?? "";
  // Behind a reverse proxy on this machine the last forwarded address is the one the proxy itself saw.
  const behindProxy = web.origin().startsWith("https:") && /^(::1|127\.|::ffff:127\.)/.test(socket);
  const forwarded = behindProxy ? headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  headers.set(PEER_HEADER, forwarded ?? socket);
  return headers;
}

/** The page that a form came from, for links back to it: what answers a form often answers nothing else. */
function formOf(c: Context, url: URL): URL {
  const from = URL.parse(c.req.header("referer") ?? "");
  return c.req.method === "POST" && from !== null && from.host === url.host ? from : url;
}

async function askedOf(c: Context, web: Web): Promise<Asked<any, Actor | null> & { session: Session | null }> {
  const now = web.clock();
  const pack = await packNow(web.db, web.pack);
  const today = dayOf(now, pack.timeZone);
  const token = getCookie(c, SESSION_COOKIE);
  const session = token === undefined ? null : await sessionOf(web.db, pack, token, now, today);
  const language = languageFor(c, session, pack.noticeLanguage);
  // The next person at a shared computer must not find the page by going back.
  if (session !== null) c.header("Cache-Control", "private, no-store");
  // No text in PostgreSQL can hold the NUL sign, so none may come in.
  const url = new URL(c.req.url.replaceAll("%00", ""));
  const params = c.req.param() as Record<string, string>;
  const shell = await shellOf(web.shell, { session, language, url: formOf(c, url), now, pack });
  return {
    session,
    db: session === null && c.req.method === "GET" ? web.readDb : web.db,
    actor: session?.actor ?? null,
    params,
    url,
    query: url.searchParams,
    headers: headersWithPeer(c, web),
    language,
    say: speak(language),
    now,
    today,
    pack,
    origin: web.origin(),
    association: web.association,
    house: web.house,
    shell,
  };
}

/** An id in a path that is not an id names nothing. */
function checkIds(params: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(params))
    if (((name === "id" || name.endsWith("Id")) && !isId(value)) || value.includes("\0")) throw new Problem(p.notFound);
}

async function handle(c: Context, web: Web, route: Route): Promise<Response> {
  const asked = await askedOf(c, web);
  try {
    admit(route.guard, asked.actor, asked.say as never);
    checkIds(asked.params);
    if (route.method === "GET") return await answer(c, web, await route.handle(asked as never));
    const { form, bytes } = await readForm(c, route.maxBody);
    if (!route.machine) checkSource(c, web, asked.session, form.text(CSRF_FIELD));
    const by = { actor: asked.actor, now: asked.now, pack: asked.pack };
    const reply = await perform(
      web.db,
      by,
      // Reads of a write go through its own transaction: a second connection for each would let a burst starve the pool.
      (act) => route.handle({ ...asked, db: act.tx, act, form, bytes } satisfies Writing<any, Actor | null> as never),
      (made) => made.kind !== "view",
    );
    return await answer(c, web, reply);
  } catch (error) {
    return refuse(c, web, asked, error, { path: route.path, machine: route.machine });
  }
}

/** Answers a refusal or an unexpected error; the number lets the administrator find the report. */
function refuse(
  c: Context,
  web: Web,
  asked: Asked<any, Actor | null>,
  error: unknown,
  route: { readonly path: string; readonly machine: boolean },
): Response {
  const { machine } = route;
  if (error instanceof SignInFirst && !machine) {
    const next = c.req.method === "GET" ? `?next=${encodeURIComponent(asked.url.pathname + asked.url.search)}` : "";
    return c.redirect(`/sign-in${next}`, 303);
  }
  let problem: Problem;
  if (error instanceof Problem) problem = error;
  else if (error instanceof SignInFirst) problem = new Problem({ ...p.formTooOld, status: 401 });
  else {
    const number = randomUUID().slice(0, 8);
    // The route's own pattern: an address may hold a one-time token.
    web.report(number, route.path, error);
    problem = new Problem(p.broken, { number });
  }
  const { kind, values } = problem;
  if (machine) return c.json({ code: kind.code, message: asked.say(kind.text, values) }, kind.status as 400);
  return c.html(renderPage(problemPage(asked.shell, kind.status, asked.say(kind.text, values))), kind.status as 400);
}

/** The web application over a set of modules. */
export function webApp(web: Web): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    harden(c, web.origin().startsWith("https:"));
    await next();
  });
  app.use(compress);
  app.get("/assets/:file", (c) => web.shell.assets.serve(c));
  for (const route of web.modules.flatMap((module) => module.routes)) app.on(route.method, route.path, (c) => handle(c, web, route));
  app.notFound(async (c) => {
    const asked = await askedOf(c, web);
    return refuse(c, web, asked, new Problem(p.notFound), { path: "*", machine: false });
  });
  app.onError((error, c) => {
    const number = randomUUID().slice(0, 8);
    web.report(number, "*", error);
    return c.text(`500 ${number}`, 500);
  });
  return app;
}
