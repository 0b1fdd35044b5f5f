/** Sends e-mail over SMTP. */
import nodemailer from "nodemailer";
import { isLoopback, OutletError, type Letter, type Outlet, type Refused, type Sent } from "./outlet.ts";

const TIMEOUT_MS = 20_000;

/** What nodemailer throws: its own code and the server's answer by number. */
interface SmtpFailure {
  readonly code?: string;
  readonly responseCode?: number;
}

function refusalOf(error: unknown): Refused {
  const { code = "", responseCode } = (error ?? {}) as SmtpFailure;
  // The server's words may repeat the address, so only its number is kept (RFC 5321 §4.2: 4xx may be tried again, 5xx not).
  if (code === "EAUTH" || code === "ENOAUTH" || responseCode === 535)
    return { ok: false, why: "sign_in", detail: String(responseCode ?? code), later: true };
  if (responseCode === undefined) {
    const ours = code === "EENVELOPE" || code === "EMESSAGE";
    return ours
      ? { ok: false, why: "refused", detail: code, later: false }
      : { ok: false, why: "unreachable", detail: code || "SMTP", later: true };
  }
  return responseCode >= 500
    ? { ok: false, why: "refused", detail: String(responseCode), later: false }
    : { ok: false, why: "busy", detail: String(responseCode), later: true };
}

const messageId = (id: string, domain: string): string => `<${id}@${domain}>`;

function headersOf(letter: Letter): Record<string, string> {
  const headers: Record<string, string> = { "Auto-Submitted": "auto-generated" };
  if (letter.language !== undefined) headers["Content-Language"] = letter.language;
  if (letter.stopLink !== undefined) {
    headers["List-Unsubscribe"] = `<${letter.stopLink}>`;
    headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
  }
  return headers;
}

/**
 * The way out through the server of an `smtp://` or `smtps://` address. Beyond this machine the connection must be encrypted,
 * unless the address ends with `?requireTLS=false`. `from` is the sender, as `Name <address>` or an address.
 * Throws OutletError for an address that is none.
 */
export function smtpOutlet(address: string, from: string): Outlet {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === "")
    throw new OutletError("SMTP_URL must be an address such as smtps://user:password@mail.example:465.");
  if (url.protocol === "smtp:" && !isLoopback(url.hostname) && !url.searchParams.has("requireTLS"))
    url.searchParams.set("requireTLS", "true");
  const domain = /@([^>\s]+)>?$/.exec(from)?.[1] ?? "localhost";
  const transport = nodemailer.createTransport({
    url: url.href,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const send = async (letter: Letter): Promise<Sent> => {
    try {
      const sent = await transport.sendMail({
        from,
        to: { name: "", address: letter.to },
        subject: letter.subject ?? "",
        text: letter.text,
        messageId: messageId(letter.id, domain),
        headers: headersOf(letter),
        ...(letter.answers !== undefined && {
          inReplyTo: messageId(letter.answers, domain),
          references: messageId(letter.answers, domain),
        }),
      });
      return { ok: true, reference: sent.messageId };
    } catch (error) {
      return refusalOf(error);
    }
  };
  return { send, close: () => transport.close() };
}
