/** Sends text messages through any gateway that takes JSON over HTTP. */
import { isLoopback, OutletError, type Letter, type Outlet, type Refused, type Sent } from "./outlet.ts";

/** Where the gateway is, the token it knows us by, and the name or number shown as sender when it lets us choose. */
export interface GatewaySettings {
  readonly url: string;
  readonly token: string;
  readonly sender?: string;
}

const TIMEOUT_MS = 15_000;
const MOST_ANSWER_BYTES = 65_536;

function refusalOf(status: number): Refused {
  const detail = `HTTP ${status}`;
  if (status === 401 || status === 403) return { ok: false, why: "sign_in", detail, later: true };
  // RFC 9110 §15.5.9, RFC 6585 §4: a timeout and "too many requests" are asked again, like everything the server blames on itself.
  if (status === 408 || status === 429 || status >= 500) return { ok: false, why: "busy", detail, later: true };
  return { ok: false, why: "refused", detail, later: false };
}

/** The gateway's own name for a message: `id`, `messageId` or `reference` of its JSON answer. */
function referenceOf(text: string): string | null {
  try {
    const answer = JSON.parse(text) as Record<string, unknown> | null;
    const found = answer?.["id"] ?? answer?.["messageId"] ?? answer?.["reference"];
    return typeof found === "string" || typeof found === "number" ? String(found).slice(0, 200) : null;
  } catch {
    return null;
  }
}

/**
 * The way out through a gateway: `POST {"to","text","reference","from"?}` with a bearer token; any 2xx answer means taken.
 * `reference` stays the same over repeated tries. Throws OutletError for an address that would send tokens in the open.
 */
export function gatewayOutlet(settings: GatewaySettings): Outlet {
  const url = URL.canParse(settings.url) ? new URL(settings.url) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new OutletError("SMS_GATEWAY_URL must be an address such as https://gateway.example/messages.");
  if (url.protocol === "http:" && !isLoopback(url.hostname))
    throw new OutletError("SMS_GATEWAY_URL must begin with https:// beyond this machine: messages and the token would travel in the open.");
  const send = async (letter: Letter): Promise<Sent> => {
    const body = {
      to: letter.to,
      text: letter.text,
      reference: letter.id,
      ...(settings.sender !== undefined && { from: settings.sender }),
    };
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${settings.token}` },
        body: JSON.stringify(body),
        // A redirect would carry the token to another place.
        redirect: "error",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const answer = (await response.text()).slice(0, MOST_ANSWER_BYTES);
      return response.ok ? { ok: true, reference: referenceOf(answer) } : refusalOf(response.status);
    } catch (error) {
      const cause = (error as { cause?: { code?: unknown } }).cause?.code;
      return { ok: false, why: "unreachable", detail: typeof cause === "string" ? cause : "HTTP", later: true };
    }
  };
  return { send, close: () => undefined };
}
