/** The page shell as text. */
import { describe, expect, it } from "vitest";
import { Lozenge, weakest } from "./marks.tsx";
import { marksIn, Page, type PageProps, renderPage } from "./page.tsx";
import { GALLERY } from "./testing/gallery/pages.ts";

const assets = { href: (name: string) => `/assets/${name}` };
const base: PageProps = { lang: "en", title: "Needs", area: "portal", assets };

describe("a page", () => {
  it("carries exactly the marks it uses", () => {
    const html = renderPage(
      <Page {...base}>
        <Lozenge of="claimed" />
      </Page>,
    );
    expect(html.match(/<symbol id="[^"]+"/g)).toEqual(['<symbol id="m-claimed"']);
    expect(marksIn(html)).toEqual(["claimed"]);
    expect(renderPage(<Page {...base} />)).not.toContain("<symbol");
  });

  it("says its language, its title and that something needs a change", () => {
    const html = renderPage(<Page {...base} lang="rw" errors={[{ text: "Andika itariki", href: "#due" }]} />);
    expect(html.startsWith('<!doctype html><html lang="rw">')).toBe(true);
    expect(html).toContain("<title>Ikosa: Needs – Inteko</title>");
    expect(html.indexOf("govuk-error-summary")).toBeLessThan(html.indexOf("<h1>"));
  });

  it("sends a form along when the language changes, and Enter in a field presses none of the languages", () => {
    const languages = ["rw", "en"].map((lang) => ({ lang, text: lang, href: `/task?lang=${lang}`, current: lang === "en", form: "task" }));
    const html = renderPage(<Page {...base} languages={languages} />);
    expect(html).toContain('<button form="task" formaction="/task?lang=rw" name="other_language" value="rw" lang="rw">rw</button>');
    expect(html).not.toContain('href="/task?lang=rw"');
    // The first button of a form is the one that Enter presses.
    expect(html.match(/<button form="task"[^>]*>/)?.[0]).toBe(
      '<button form="task" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">',
    );
  });

  it("keeps the order ribbon, header, acting-as, band, title, footer", () => {
    const actingAs = { post: "Manager", choices: [], action: "/acting", csrf: "t" };
    const html = renderPage(<Page {...base} area="workspace" ribbon="Demonstration" actingAs={actingAs} />);
    const places = ["in-ribbon", "in-head", "in-bar", "in-band", "<h1>", "in-foot"].map((part) => html.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
  });

  it("escapes what people wrote", () => {
    const html = renderPage(<Page {...base} title={'<script>alert("x")</script>'} lead="a & b" />);
    expect(html).not.toContain("<script>");
    expect(html).toContain("a &amp; b");
  });

  it("has no inline style, script or event handler anywhere in the gallery", () => {
    for (const View of Object.values(GALLERY)) {
      for (const lang of ["en", "rw", "fr"] as const) {
        const html = renderPage(View({ lang, assets }));
        expect(html).not.toMatch(/\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:/);
      }
    }
  });

  it("has one h1, no id twice, and a label for every field in the gallery", () => {
    for (const [name, View] of Object.entries(GALLERY)) {
      const html = renderPage(View({ lang: "en", assets }));
      expect(html.match(/<h1/g), name).toHaveLength(1);
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        name,
      ).toEqual([]);
      expect(html, name).not.toContain("≈");
    }
  });
});

describe("how sure a sum is", () => {
  it.each([
    [["verified", "verified"], "verified"],
    [["verified", "claimed", "imported"], "claimed"],
    [["verified", "nothing"], "nothing"],
    [[], "nothing"],
  ] as const)("%j is %s", (parts, sum) => {
    expect(weakest(parts)).toBe(sum);
  });
});
