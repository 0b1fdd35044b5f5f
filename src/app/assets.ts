/** Serves the stylesheet, drawings and scripts: names carry a hash, so a browser keeps them for a year. */
import type { Context } from "hono";
import { ASSET_ROOT, type Assets } from "#platform/ui/assets.ts";

/** Answers `/assets/:file` from memory, in the smallest form the browser takes. */
export function serveAssets(assets: Assets): { href(name: string): string; serve(c: Context): Response } {
  return {
    href: (name) => assets.href(name),
    serve: (c) => {
      const file = assets.files.get(`${ASSET_ROOT}${c.req.param("file") ?? ""}`);
      if (file === undefined) return c.text("", 404);
      c.header("Cache-Control", "public, max-age=31536000, immutable");
      c.header("ETag", file.etag);
      c.header("Content-Type", file.type);
      c.header("Vary", "Accept-Encoding");
      if (c.req.header("if-none-match") === file.etag) return c.body(null, 304);
      const accepted = c.req.header("accept-encoding") ?? "";
      const encoding = accepted.includes("br") ? "br" : accepted.includes("gzip") ? "gzip" : null;
      if (encoding !== null) c.header("Content-Encoding", encoding);
      const body = encoding === null ? file.body : file[encoding];
      return c.body(body as Uint8Array<ArrayBuffer>);
    },
  };
}
