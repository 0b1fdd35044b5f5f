/** The stylesheet and drawings as they are served. */
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { assetFile, loadAssets } from "./assets.ts";

describe("the assets", () => {
  it("a phone gets one stylesheet, whose name changes with its content", async () => {
    const assets = await loadAssets();
    const path = assets.href("styles.css");
    expect(path).toMatch(/^\/assets\/styles\.[A-Z0-9]{8}\.css$/);
    const file = assets.files.get(path);
    expect(file?.type).toBe("text/css; charset=utf-8");
    expect(Buffer.from(file?.body ?? []).toString()).toContain(".in-band");
  });

  it("each compressed form gives back the same bytes", async () => {
    for (const file of (await loadAssets()).files.values()) {
      expect(gunzipSync(file.gzip)).toEqual(Buffer.from(file.body));
      expect(brotliDecompressSync(file.br)).toEqual(Buffer.from(file.body));
    }
  });

  it("the stylesheet names only pictures that are served too, and nothing from elsewhere", async () => {
    const assets = await loadAssets();
    const css = Buffer.from(assets.files.get(assets.href("styles.css"))?.body ?? []).toString();
    const named = [...css.matchAll(/url\("?([^")]+)"?\)/g)].map((match) => match[1] ?? "");
    expect(named.length).toBeGreaterThan(0);
    for (const url of named) expect(assets.files.has(url), url).toBe(true);
  });

  it("the same content has the same mark, other content another", async () => {
    const [a, b, c] = await Promise.all(["x", "x", "y"].map((text) => assetFile("a.css", Buffer.from(text))));
    expect(a?.etag).toBe(b?.etag);
    expect(a?.etag).not.toBe(c?.etag);
  });

  it("refuses a name that does not exist and an ending without a media type", async () => {
    await expect(assetFile("a.exe", new Uint8Array())).rejects.toThrow(TypeError);
    const assets = await loadAssets();
    expect(() => assets.href("other.css")).toThrow(RangeError);
  });
});
