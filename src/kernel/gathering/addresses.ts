/** Addresses and codes of participants, for the server and the app on a phone alike. */

/** The address of a participant’s own page, which her QR holds: her code, the PIN field, the way into the call. */
export function personalPath(token: string): string {
  return `/attend/${token}`;
}

/** The address that notes an arrival and leads on to the call. */
export function joinPath(token: string): string {
  return `/join/${token}`;
}

/** A code as it was typed: capitals, without spaces and hyphens. */
export function codeOf(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, "");
}
