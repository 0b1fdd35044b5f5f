/** A real OpenID Connect provider on this machine, with accounts in memory, for tests that sign in with one. */
import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A running provider. `outsider` decides who signs in next; it knows no passwords. */
export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  outsider: string;
  /** Walks a browser without scripts from our authorization address to the address it is sent back to. */
  walk(address: string): Promise<string>;
  close(): Promise<void>;
}

// The published provider has no types of its own; these are the parts the tests touch.
interface ProviderClass {
  new (issuer: string, settings: object): ProviderServer;
}
interface ProviderServer {
  callback(): (request: object, response: object) => void;
  interactionDetails(
    request: object,
    response: object,
  ): Promise<{
    prompt: { name: string; details: { missingOIDCScope?: string[] } };
    params: { client_id: string };
    session?: { accountId: string };
  }>;
  interactionFinished(request: object, response: object, result: object): Promise<void>;
  Grant: new (of: { accountId: string | undefined; clientId: string }) => { addOIDCScope(scope: string): void; save(): Promise<string> };
}

const KINDS = ["AccessToken", "AuthorizationCode", "Grant", "IdToken", "Interaction", "Session"];

function settingsOf(clientId: string, clientSecret: string, returnTo: string): object {
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [returnTo],
        response_types: ["code"],
        grant_types: ["authorization_code"],
        application_type: "native",
      },
    ],
    pkce: { required: () => true },
    cookies: { keys: ["only for tests"] },
    jwks: { keys: [generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" })] },
    ttl: Object.fromEntries(KINDS.map((kind) => [kind, 600])),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
  };
}

/** Signs the outsider in and grants what is asked, as a person pressing "yes" would. */
async function answer(provider: ProviderServer, who: string, request: object, response: object): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === "login") return provider.interactionFinished(request, response, { login: { accountId: who } });
  const grant = new provider.Grant({ accountId: session?.accountId, clientId: params.client_id });
  grant.addOIDCScope("openid");
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}

async function walkTo(issuer: string, address: string): Promise<string> {
  const jar = new Map<string, string>();
  let at = address;
  for (let hop = 0; at.startsWith(issuer) && hop < 12; hop++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(at, { redirect: "manual", headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    await response.text();
    at = new URL(response.headers.get("location") ?? "", at).href;
  }
  return at;
}

/** Starts the provider on a free port for a client that comes back to `returnTo`. */
export async function startProvider(returnTo: string): Promise<TestProvider> {
  const clientId = "inteko";
  const clientSecret = "a secret of the tests only";
  const handler: { run?: (request: object, response: object) => void } = {};
  const server = createServer((request, response) => handler.run?.(request, response));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const name: string = "oidc-provider";
  const { default: Provider } = (await import(name)) as { default: ProviderClass };
  const provider = new Provider(issuer, settingsOf(clientId, clientSecret, returnTo));
  const serve = provider.callback();
  const made: TestProvider = {
    issuer,
    clientId,
    clientSecret,
    outsider: "nobody",
    walk: (address) => walkTo(issuer, address),
    close: () => new Promise((done) => server.close(() => done())),
  };
  handler.run = (request, response) => {
    if ((request as { url: string }).url.startsWith("/interaction/")) void answer(provider, made.outsider, request, response);
    else serve(request, response);
  };
  return made;
}
