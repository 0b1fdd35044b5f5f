/** Links never run as script. */
import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { Link, safeHref } from "./link.tsx";

describe("the address of a link", () => {
  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "java\u0000script:x",
    "data:text/html,x",
    "vbscript:x",
    "blob:x",
  ])("whoever plants %j gets a link that leads nowhere", (href) => {
    expect(safeHref(href)).toBe("#");
    expect(render(<Link href={href}>x</Link>)).toBe('<a href="#">x</a>');
  });

  it.each([
    "/needs?x=1",
    "#q4",
    "?lang=rw",
    "https://example.org/",
    "tel:+250788000143",
    "mailto:a@example.org",
    "needs/a:b",
    "//example.org",
  ])("%j stays as it is", (href) => {
    expect(safeHref(href)).toBe(href);
  });

  it("a link to another site sends no address of ours along, and the page being shown is marked", () => {
    expect(render(<Link href="https://example.org">x</Link>)).toContain('rel="noreferrer"');
    expect(
      render(
        <Link href="/a" current>
          x
        </Link>,
      ),
    ).toContain('aria-current="page"');
  });
});
