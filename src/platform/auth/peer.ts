/** Where a request comes from: the server writes the address into a header that senders cannot choose. */

/** The server sets this header on every request, over whatever the sender wrote in it. */
export const PEER_HEADER = "x-inteko-peer";

/** The address of the sender; one shared name when the server did not say, so that limits still hold. */
export function peerOf(headers: Headers): string {
  return headers.get(PEER_HEADER) || "unknown";
}
