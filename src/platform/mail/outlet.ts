/** What any way out of the house looks like: one letter in, taken or not, and why not. */

/** One message to one address. `id` stays the same over repeated tries, so that a server may notice. */
export interface Letter {
  readonly id: string;
  readonly to: string;
  readonly text: string;
  /** Of an e-mail. */
  readonly subject?: string;
  readonly language?: string;
  /** The address that ends all further mail: becomes List-Unsubscribe (RFC 2369, RFC 8058). */
  readonly stopLink?: string;
  /** The id of the letter that this one answers. */
  readonly answers?: string;
}

/** Why a letter was not taken. `later` is worth another try. `detail` is a code such as `550`; it never holds an address. */
export interface Refused {
  readonly ok: false;
  readonly why: "unreachable" | "busy" | "sign_in" | "refused";
  readonly detail: string;
  readonly later: boolean;
}

/** What became of a letter. `reference` is the other side's own name for it. */
export type Sent = { readonly ok: true; readonly reference: string | null } | Refused;

/** A way out. It never throws for what the other side or the network did. */
export interface Outlet {
  send(letter: Letter): Promise<Sent>;
  close(): void;
}

/** Thrown for a setting that cannot be used; the sentence says which and what to write instead. */
export class OutletError extends Error {}

/** True for this machine itself, where letters need no encryption on their way. */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "[::1]" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
