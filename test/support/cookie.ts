/** Signs a person of the cast in by a session’s cookie, for journeys that are not about signing in. */
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { openSession, SESSION_COOKIE } from "#kernel/access/session.ts";
import type { CastName } from "./cast.ts";
import type { Site } from "./site.ts";
import type { World } from "./world.ts";

type Cookie = Parameters<BrowserContext["addCookies"]>[0][number];

/** The cookie of a session in which the person acts as her post, for a browser of a test’s own. */
export async function cookieOf(world: World, site: Pick<Site, "base">, name: CastName): Promise<Cookie> {
  const actor = await world.actor(name);
  const token = await world.db.transaction().execute((tx) => openSession(tx, actor.account, actor.assignment, world.now, true));
  return { name: SESSION_COOKIE, value: token, url: site.base, httpOnly: true, sameSite: "Lax" };
}

/** A page of a browser in which the person is signed in and acts as her post. */
export async function signedInByCookie(world: World, site: Site, name: CastName, options?: BrowserContextOptions): Promise<Page> {
  const page = await site.visitor(options);
  await page.context().addCookies([await cookieOf(world, site, name)]);
  return page;
}
