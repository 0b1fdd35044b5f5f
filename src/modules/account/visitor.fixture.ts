/** A browser that keeps cookies, for tests that sign in as people do: through the pages. */
import type { Hono } from "hono";
import { CSRF_FIELD } from "#platform/ui/buttons.tsx";

const ORIGIN = "http://localhost:8080";

/** What came back; `text` is the page. */
export interface Seen {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
}

/** A browser with a cookie jar. `token` is the form token of the last page it saw. */
export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Seen>;
  post(path: string, form?: Record<string, string>, headers?: Record<string, string>): Promise<Seen>;
  /** Signs in with a name and a password and returns the answer. */
  signIn(login: string, password: string, next?: string): Promise<Seen>;
  cookie(name: string): string | undefined;
  setCookie(name: string, value: string): void;
}

/** Opens a browser that comes from `address`. */
export function visitor(app: () => Hono, address = "10.0.0.1"): Visitor {
  const jar = new Map<string, string>();
  let token = "";
  const send = async (path: string, init: RequestInit): Promise<Seen> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { "accept-language": "en", origin: ORIGIN, cookie, ...(init.headers as Record<string, string>) };
    const response = await app().request(ORIGIN + path, { ...init, headers }, { incoming: { socket: { remoteAddress: address } } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    const text = await response.text();
    token = new RegExp(`name="${CSRF_FIELD}" value="([^"]*)"`).exec(text)?.[1] ?? token;
    return { status: response.status, text, location: response.headers.get("location") };
  };
  const self: Visitor = {
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, form = {}, headers = {}) =>
      send(path, { method: "POST", body: new URLSearchParams({ [CSRF_FIELD]: token, ...form }), headers }),
    signIn: async (login, password, next) => {
      await self.get(next === undefined ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`);
      const answer = await self.post("/sign-in", { login, password, ...(next !== undefined && { next }) });
      if (answer.status === 303) await self.get("/acting-as");
      return answer;
    },
    cookie: (name) => jar.get(name),
    setCookie: (name, value) => void jar.set(name, value),
  };
  return self;
}
