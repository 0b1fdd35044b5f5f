/** Lets a real browser visit a test's world under its own public address, through a proxy on a free port: no port is shared by tests. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Hono } from "hono";

async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part as Uint8Array);
  return new Uint8Array(Buffer.concat(parts));
}

/** Starts the proxy; give its address to a browser context as `proxy`. */
export async function proxyTo(
  app: () => Hono,
): Promise<{ readonly proxy: { readonly server: string; readonly bypass: string }; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void (async () => {
      const headers = new Headers();
      for (const [name, value] of Object.entries(request.headers))
        if (typeof value === "string" && !name.startsWith("proxy-")) headers.set(name, value);
      headers.delete("accept-encoding");
      const read = request.method === "GET" || request.method === "HEAD";
      const answer = await app().request(request.url ?? "/", {
        method: request.method,
        headers,
        body: read ? undefined : await bodyOf(request),
      });
      const cookies = answer.headers.getSetCookie();
      const out = Object.fromEntries([...answer.headers].filter(([name]) => name !== "set-cookie"));
      response.writeHead(answer.status, cookies.length > 0 ? { ...out, "set-cookie": cookies } : out);
      response.end(Buffer.from(await answer.arrayBuffer()));
    })();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    // Without the bypass entry a browser would not ask a proxy for this machine's own addresses.
    proxy: { server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bypass: "<-loopback>" },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
