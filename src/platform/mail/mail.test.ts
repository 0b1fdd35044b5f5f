/** Letters over a real SMTP server and a fake gateway on this machine, and what is kept of a refusal. */
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import { OutletError } from "./outlet.ts";
import { isSigned, signBody } from "./signature.ts";
import { gatewayOutlet } from "./sms-gateway.ts";
import { smtpOutlet } from "./smtp.ts";

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Mailbox {
  readonly url: string;
  readonly mails: string[];
}

/** A mail server that takes everything unless an option says otherwise. */
async function mailServer(options: SMTPServerOptions = {}): Promise<Mailbox> {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        mails.push(Buffer.concat(parts).toString("utf8"));
        done();
      });
    },
    ...options,
  });
  server.on("error", () => undefined);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  closing.push(() => new Promise((closed) => server.close(() => closed())));
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, mails };
}

const LETTER = {
  id: "0b0f7a52-6a5c-4c3e-9d6f-2f0f5b5f0001",
  to: "vestine@inteko.example",
  subject: "Amahugurwa – ku wa 24/11/2025",
  text: "Mwaramutse,\n\nMuraza?\n",
  language: "rw",
};

function smtp(url: string): ReturnType<typeof smtpOutlet> {
  const outlet = smtpOutlet(url, "RALGA <inteko@ralga.example>");
  closing.push(async () => outlet.close());
  return outlet;
}

test("Vestine’s mail arrives with its subject, language, steady name and the one-click way to end mail", async () => {
  const { url, mails } = await mailServer();
  const sent = await smtp(url).send({
    ...LETTER,
    stopLink: "https://inteko.example/stop/abc",
    answers: "0b0f7a52-6a5c-4c3e-9d6f-2f0f5b5f0002",
  });
  expect(sent).toEqual({ ok: true, reference: `<${LETTER.id}@ralga.example>` });
  const [mail = ""] = mails;
  expect(mail).toContain("To: vestine@inteko.example");
  expect(mail).toContain(`Message-ID: <${LETTER.id}@ralga.example>`);
  expect(mail).toContain("In-Reply-To: <0b0f7a52-6a5c-4c3e-9d6f-2f0f5b5f0002@ralga.example>");
  expect(mail).toContain("List-Unsubscribe: <https://inteko.example/stop/abc>");
  expect(mail).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(mail).toContain("Auto-Submitted: auto-generated");
  expect(mail).toContain("Content-Language: rw");
  expect(mail).toContain("Muraza?");
});

test("a subject with a line break adds no second recipient", async () => {
  const { url, mails } = await mailServer();
  await smtp(url).send({ ...LETTER, subject: "Hello\r\nBcc: everybody@inteko.example" });
  expect(mails[0]).not.toMatch(/^Bcc:/m);
});

const failure = (code: number): Error => Object.assign(new Error(`for vestine@inteko.example: no`), { responseCode: code });

test.each([
  [550, { ok: false, why: "refused", detail: "550", later: false }],
  [451, { ok: false, why: "busy", detail: "451", later: true }],
] as const)("a server that answers %i is understood, and its words, which name Vestine, are not kept", async (code, refusal) => {
  const { url } = await mailServer({ onRcptTo: (_address, _session, done) => done(failure(code)) });
  expect(await smtp(url).send(LETTER)).toEqual(refusal);
});

test("a wrong password is told apart from a refused letter, and is worth another try once it is mended", async () => {
  const { url } = await mailServer({ authOptional: false, onAuth: (_auth, _session, done) => done(failure(535)) });
  expect(await smtp(url.replace("smtp://", "smtp://inteko:wrong@")).send(LETTER)).toEqual({
    ok: false,
    why: "sign_in",
    detail: "535",
    later: true,
  });
});

test("a server that is not there is asked again later", async () => {
  const { url } = await mailServer();
  for (const close of closing.splice(0)) await close();
  expect(await smtp(url).send(LETTER)).toMatchObject({ ok: false, why: "unreachable", later: true });
});

test("a server elsewhere that offers no encryption gets no letter", async () => {
  const { url, mails } = await mailServer();
  const elsewhere = `${url}?requireTLS=true`;
  expect(await smtp(elsewhere).send(LETTER)).toMatchObject({ ok: false });
  expect(mails).toEqual([]);
});

test.each(["mail.example", "http://mail.example", "smtp://"])("the setting “%s” is refused with a sentence", (url) => {
  expect(() => smtpOutlet(url, "inteko@ralga.example")).toThrow(OutletError);
});

interface Taken {
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** A gateway that answers every message alike. */
async function gateway(status: number, answer: string, headers: Record<string, string> = {}): Promise<{ url: string; taken: Taken[] }> {
  const taken: Taken[] = [];
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      taken.push({ headers: request.headers, body: JSON.parse(Buffer.concat(parts).toString("utf8") || "null") });
      response.writeHead(status, headers).end(answer);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  closing.push(
    () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  );
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`, taken };
}

const SMS = { id: LETTER.id, to: "+250788000143", text: "RALGA: 1 yego, 2 oya" };

test("Béata’s text message goes to the gateway with the token and a steady reference, and its name there is kept", async () => {
  const { url, taken } = await gateway(202, '{"id":"gw-77"}');
  expect(await gatewayOutlet({ url, token: "secret", sender: "RALGA" }).send(SMS)).toEqual({ ok: true, reference: "gw-77" });
  expect(taken[0]?.headers.authorization).toBe("Bearer secret");
  expect(taken[0]?.body).toEqual({ to: SMS.to, text: SMS.text, reference: SMS.id, from: "RALGA" });
});

test.each([
  [400, { ok: false, why: "refused", detail: "HTTP 400", later: false }],
  [401, { ok: false, why: "sign_in", detail: "HTTP 401", later: true }],
  [429, { ok: false, why: "busy", detail: "HTTP 429", later: true }],
  [503, { ok: false, why: "busy", detail: "HTTP 503", later: true }],
] as const)("a gateway that answers %i is understood", async (status, refusal) => {
  const { url } = await gateway(status, "+250788000143 is not allowed");
  expect(await gatewayOutlet({ url, token: "secret" }).send(SMS)).toEqual(refusal);
});

test("a gateway that points elsewhere is not followed: the token would travel with it", async () => {
  const other = await gateway(200, "{}");
  const { url } = await gateway(307, "", { location: other.url });
  expect(await gatewayOutlet({ url, token: "secret" }).send(SMS)).toMatchObject({ ok: false, why: "unreachable", later: true });
  expect(other.taken).toEqual([]);
});

test("a gateway in the open is refused when it is set up, not when the first message leaves", () => {
  expect(() => gatewayOutlet({ url: "http://gateway.example/send", token: "secret" })).toThrow(OutletError);
  expect(() => gatewayOutlet({ url: "http://127.0.0.1.gateway.example/send", token: "secret" })).toThrow(OutletError);
});

test("a signature holds for its bytes and its secret alone", () => {
  const body = new TextEncoder().encode('{"id":"1"}');
  const signature = signBody("shared", body);
  expect(isSigned("shared", body, signature)).toBe(true);
  expect(isSigned("shared", body, signature.toUpperCase())).toBe(true);
  expect(isSigned("other", body, signature)).toBe(false);
  expect(isSigned("shared", new TextEncoder().encode('{"id":"2"}'), signature)).toBe(false);
  expect(isSigned("shared", body, null)).toBe(false);
});
