/** The gallery in a real browser: axe finds nothing, nothing scrolls sideways on a phone, and pages stay light. */
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, Page as Tab } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Assets, loadAssets } from "./assets.ts";
import { renderPage } from "./page.tsx";
import { launchChromium } from "./testing/browser.ts";
import { GALLERY } from "./testing/gallery/pages.ts";

const ORIGIN = "http://gallery.test";
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'";
const LANGUAGES = ["en", "rw"] as const;
const WIDTHS = [360, 1280] as const;
const PAGE_BUDGET = 20_000;
const STYLE_BUDGET = 15_000;
/** Where to keep pictures, for looking at them; none are kept without it. */
const SHOTS = process.env.UI_SHOTS;

let browser: Browser;
let assets: Assets;
let axe: string;

beforeAll(async () => {
  [browser, assets, axe] = await Promise.all([
    launchChromium(),
    loadAssets(),
    readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"),
  ]);
  if (SHOTS) await mkdir(SHOTS, { recursive: true });
}, 60_000);

afterAll(() => browser?.close());

function htmlOf(name: string, lang: "en" | "rw"): string {
  const View = GALLERY[name];
  if (View === undefined) throw new RangeError(`no gallery page ${name}`);
  return renderPage(View({ lang, assets }));
}

/** A tab that is answered from memory, under the product's own content policy. */
async function tabOf(width: number, pages: (path: string) => string): Promise<{ tab: Tab; context: BrowserContext; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const complaints: string[] = [];
  await context.route("**/*", (route) => {
    const { pathname } = new URL(route.request().url());
    const file = assets.files.get(pathname);
    if (file) return route.fulfill({ body: Buffer.from(file.body), contentType: file.type });
    return route.fulfill({
      body: pages(pathname),
      contentType: "text/html; charset=utf-8",
      headers: { "content-security-policy": POLICY },
    });
  });
  const tab = await context.newPage();
  tab.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  tab.on("pageerror", (error) => complaints.push(error.message));
  return { tab, context, complaints };
}

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

async function violations(tab: Tab): Promise<string[]> {
  await tab.evaluate(axe);
  const found = await tab.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<{ violations: Finding[] }> } }).axe.run());
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.html} ${node.failureSummary}`).join(" | ")}`);
}

/** Elements that reach past the right edge of the window, other than those made invisible. */
async function sidewaysOf(tab: Tab): Promise<string[]> {
  return tab.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
      .slice(0, 5)
      .map((element) => element.outerHTML.slice(0, 160));
  });
}

describe.each(Object.keys(GALLERY))("the %s page of the gallery", (name) => {
  for (const lang of LANGUAGES) {
    it.each(WIDTHS)(
      `Vestine reads it in ${lang} at %i px: axe finds nothing, nothing scrolls sideways, the content policy holds`,
      async (width) => {
        const { tab, context, complaints } = await tabOf(width, () => htmlOf(name, lang));
        await tab.goto(`${ORIGIN}/${name}`);
        expect(await sidewaysOf(tab)).toEqual([]);
        expect(await violations(tab)).toEqual([]);
        expect(complaints).toEqual([]);
        if (SHOTS) await tab.screenshot({ path: join(SHOTS, `${name}-${lang}-${width}.png`), fullPage: true });
        await context.close();
      },
      30_000,
    );
  }

  it.each(LANGUAGES)("Vestine on a slow line gets its %s markup in at most 20 kB compressed", (lang) => {
    expect(gzipSync(htmlOf(name, lang)).length).toBeLessThanOrEqual(PAGE_BUDGET);
  });
});

describe("the gallery's frame", () => {
  it("the whole stylesheet weighs at most 15 kB compressed", () => {
    expect(assets.files.get(assets.href("styles.css"))?.gzip.length).toBeLessThanOrEqual(STYLE_BUDGET);
  });

  it("a page that is too wide for Vestine’s phone is found out", async () => {
    const planted = htmlOf("questions", "rw").replace("<h1>", '<table width="700"><tr><td>.</td></tr></table><h1>');
    const { tab, context } = await tabOf(360, () => planted);
    await tab.goto(ORIGIN);
    expect(await sidewaysOf(tab)).not.toEqual([]);
    await context.close();
  }, 30_000);

  it("a picture without words is found out by axe, and an inline style by the content policy", async () => {
    const planted = htmlOf("questions", "en").replace("<h1>", '<img src="/assets/x.svg" style="color:red"><h1>');
    const { tab, context, complaints } = await tabOf(360, () => planted);
    await tab.goto(ORIGIN);
    expect((await violations(tab)).join()).toContain("image-alt");
    expect(complaints.join()).toContain("style");
    await context.close();
  }, 30_000);

  it("Vestine opens the menu and the acting-as bar on a phone without any script", async () => {
    const { tab, context } = await tabOf(360, () => htmlOf("morning", "rw"));
    await tab.goto(ORIGIN);
    await tab.locator(".in-menu > summary").click();
    await tab.locator(".in-as > summary").click();
    expect(await tab.locator(".in-menu li a").first().isVisible()).toBe(true);
    expect(await tab.locator(".in-as button").first().isVisible()).toBe(true);
    expect(await violations(tab)).toEqual([]);
    expect(await sidewaysOf(tab)).toEqual([]);
    if (SHOTS) await tab.screenshot({ path: join(SHOTS, "menu-open-360.png") });
    await context.close();
  }, 30_000);

  it("a form sent back moves Vestine’s focus to what needs a change, and each line leads to its field", async () => {
    const { tab, context } = await tabOf(360, () => htmlOf("questions", "en"));
    await tab.goto(ORIGIN);
    expect(await tab.evaluate(() => document.activeElement?.className)).toBe("govuk-error-summary");
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("Enter");
    expect(new URL(tab.url()).hash).toBe("#q4");
    await context.close();
  }, 30_000);

  it("every link and button that Vestine may press on a phone is at least 28 px high, and buttons are 44 px", async () => {
    const { tab, context } = await tabOf(360, () => htmlOf("morning", "rw"));
    await tab.goto(ORIGIN);
    const small = await tab.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("button, .govuk-button, nav a, summary, li a")]
        .filter((element) => element.offsetParent !== null && element.closest("p, .in-foot__note") === null)
        .filter((element) => element.getBoundingClientRect().height < (element.matches("button, .govuk-button") ? 44 : 28))
        .map((element) => `${element.outerHTML.slice(0, 80)} ${element.getBoundingClientRect().height}`),
    );
    expect(small).toEqual([]);
    await context.close();
  }, 30_000);
});
