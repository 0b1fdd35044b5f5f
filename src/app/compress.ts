/** Compresses pages and data on the way out; what is compressed already, or small, goes as it is. */
import { brotliCompress, constants, gzip } from "node:zlib";
import { promisify } from "node:util";
import type { MiddlewareHandler } from "hono";

const squeeze = promisify(gzip);
const squeezeMore = promisify(brotliCompress);
const TEXT = /^(text\/|application\/(json|xml|.*\+json|.*\+xml)|image\/svg)/;

/** Brotli at a low level costs about what gzip costs and saves a tenth more on a slow line. */
export const compress: MiddlewareHandler = async (c, next) => {
  await next();
  const type = c.res.headers.get("content-type") ?? "";
  if (c.res.headers.has("content-encoding") || !TEXT.test(type) || c.res.headers.has("content-disposition") || c.res.body === null) return;
  const accepted = c.req.header("accept-encoding") ?? "";
  const encoding = accepted.includes("br") ? "br" : accepted.includes("gzip") ? "gzip" : null;
  if (encoding === null) return;
  const body = Buffer.from(await c.res.arrayBuffer());
  const packed =
    body.length < 1000
      ? null
      : encoding === "br"
        ? await squeezeMore(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
        : await squeeze(body);
  const headers = new Headers(c.res.headers);
  headers.append("Vary", "Accept-Encoding");
  headers.delete("content-length");
  if (packed !== null) headers.set("Content-Encoding", encoding);
  c.res = new Response(new Uint8Array(packed ?? body), { status: c.res.status, headers });
};
