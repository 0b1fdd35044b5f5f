/** A world served on a free port of this machine, and a real Chromium to visit it with. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { serve, type ServerType } from "@hono/node-server";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { launchChromium } from "#platform/ui/testing/browser.ts";
import { PASSWORD, type CastName } from "./cast.ts";
import type { World } from "./world.ts";

/** The widths every page must stand at. */
export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 900 };

/** A served world with a browser. */
export interface Site {
  /** `http://localhost:port`, without a slash. */
  readonly base: string;
  /** A fresh visitor; give `javaScriptEnabled: false` for a browser without scripts. */
  visitor(options?: BrowserContextOptions): Promise<Page>;
  /** Signs a person of the cast in through the sign-in page. */
  signedIn(name: CastName, options?: BrowserContextOptions): Promise<Page>;
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds on a page as it stands: sentences, none when all is well. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const run = (
      globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }> } }
    ).axe;
    return (await run.run()).violations.map((found) => `${found.id}: ${found.help}: ${found.nodes[0]?.html ?? ""}`);
  });
  return violations;
}

/** Fails when axe finds anything, or the page scrolls sideways. Scripts must be allowed in the page's context. */
export async function expectSound(page: Page): Promise<void> {
  expect(await axeFindings(page), page.url()).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(sideways, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

function listening(server: ServerType): Promise<number> {
  return new Promise((resolve) => server.on("listening", () => resolve((server.address() as AddressInfo).port)));
}

/** Serves the world's application and opens a browser before the tests of a file; closes both after them. Call it after `useWorld`. */
export function useSite(world: World): Site {
  const open: { server?: ServerType; browser?: Browser; base: string; contexts: BrowserContext[] } = { base: "", contexts: [] };
  beforeAll(async () => {
    const server = serve({ fetch: (request, env) => world.app.fetch(request, env), hostname: "127.0.0.1", port: 0 });
    open.base = `http://localhost:${await listening(server)}`;
    open.server = server;
    world.origin = open.base;
    open.browser = await launchChromium();
  });
  afterAll(async () => {
    await open.browser?.close();
    await new Promise((done) => open.server?.close(done));
  });
  const visitor = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await open.browser?.newContext({ viewport: PHONE, locale: "en", baseURL: open.base, bypassCSP: false, ...options });
    if (context === undefined) throw new Error("The browser is not open.");
    return context.newPage();
  };
  return {
    get base() {
      return open.base;
    },
    visitor,
    signedIn: async (name, options) => {
      const page = await visitor(options);
      await page.goto("/sign-in");
      await page.fill('input[name="login"]', name);
      await page.fill('input[name="password"]', PASSWORD);
      await page.click("main form button");
      await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
      return page;
    },
  };
}
