/** Reads a request's form with a limit that holds while it streams, not only by what the sender declares. */
import type { Context } from "hono";
import { formOf, type Form, type Upload } from "#platform/http/form.ts";
import { p } from "#platform/http/problems.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p as own } from "./problems.ts";

/** The body's bytes, at most `limit` of them. Throws the "too large" problem as soon as there are more. */
export async function readLimited(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = new Problem(p.tooLarge, { megabytes: Math.max(1, Math.round(limit / 1048576)) });
  if (Number(request.headers.get("content-length") ?? "0") > limit) throw tooLarge;
  if (request.body === null) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > limit) throw tooLarge;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The form of a request, urlencoded or multipart, and its bytes. Any other body gives an empty form. */
export async function readForm(c: Context, limit: number): Promise<{ readonly form: Form; readonly bytes: Uint8Array }> {
  const bytes = await readLimited(c.req.raw, limit);
  const type = c.req.header("content-type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) return { form: formOf(new Map()), bytes };
  const sent = await new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { "content-type": type } }).formData().catch(() => {
    throw new Problem(own.unreadable);
  });
  const fields = new Map<string, string[]>();
  const files = new Map<string, Upload>();
  for (const [name, value] of sent) {
    // No text in PostgreSQL can hold the NUL sign, so none may come in.
    if (typeof value === "string") fields.set(name, [...(fields.get(name) ?? []), value.replaceAll("\0", "")]);
    else if (value.size > 0) files.set(name, { name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return { form: formOf(fields, files), bytes };
}
