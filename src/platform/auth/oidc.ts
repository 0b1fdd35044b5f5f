/** Signing in at an outside OpenID Connect provider: authorization code with PKCE, state and nonce (RFC 9700 §2.1.1). */
import * as client from "openid-client";

/** Where the provider is and who we are to it. */
export interface Provider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What must be kept from sending the browser away until it comes back; keep it secret and use it once. */
export interface Departure {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who the provider says has signed in: the pair never changes hands, an e-mail address may. */
export interface OutsideIdentity {
  readonly issuer: string;
  readonly subject: string;
}

/** Thrown when the provider cannot be reached or describes itself wrongly. */
export class ProviderAway extends Error {}

/** Thrown when what came back does not prove a sign-in: a wrong state, a used code, a bad signature. */
export class ProviderRefused extends Error {}

const KEEP_MINUTES = 60;
const WAIT_SECONDS = 10;
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

const described = new Map<string, { readonly at: number; readonly config: Promise<client.Configuration> }>();

/** The provider's own description, kept for an hour; a failed answer is not kept. */
async function describe(provider: Provider): Promise<client.Configuration> {
  const key = `${provider.issuer}\n${provider.clientId}`;
  const known = described.get(key);
  if (known !== undefined && Date.now() - known.at < KEEP_MINUTES * 60_000) return known.config;
  const server = new URL(provider.issuer);
  // Plain http is for a provider on this machine; anywhere else the secret would travel in the open.
  const execute = server.protocol === "http:" && LOOPBACK.has(server.hostname) ? [client.allowInsecureRequests] : [];
  const config = client.discovery(server, provider.clientId, provider.clientSecret, undefined, {
    execute: [...execute, client.enableNonRepudiationChecks],
    timeout: WAIT_SECONDS,
  });
  described.set(key, { at: Date.now(), config });
  try {
    return await config;
  } catch (error) {
    described.delete(key);
    throw new ProviderAway("The provider does not answer.", { cause: error });
  }
}

/** The address to send the browser to, and what to keep until it is back at `returnTo`. Throws ProviderAway. */
export async function depart(provider: Provider, returnTo: string): Promise<{ readonly address: string; readonly keep: Departure }> {
  const config = await describe(provider);
  const keep = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: returnTo,
    scope: "openid",
    state: keep.state,
    nonce: keep.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(keep.verifier),
    code_challenge_method: "S256",
  });
  return { address: address.href, keep };
}

/** Who signed in, from the address the browser came back with. Throws ProviderAway or ProviderRefused. */
export async function comeBack(provider: Provider, address: URL, keep: Departure): Promise<OutsideIdentity> {
  const config = await describe(provider);
  try {
    const tokens = await client.authorizationCodeGrant(config, address, {
      expectedState: keep.state,
      expectedNonce: keep.nonce,
      pkceCodeVerifier: keep.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new ProviderRefused("The provider sent no identity.");
    // The library has checked that the token's issuer is this one; our own spelling is what links are kept under.
    return { issuer: provider.issuer, subject: claims.sub };
  } catch (error) {
    throw error instanceof ProviderRefused ? error : new ProviderRefused("The provider's answer proves no sign-in.", { cause: error });
  }
}
