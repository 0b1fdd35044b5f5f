/** Kinds of records that other modules link to and stand beside. */
export const NEED = "needs.need";
export const RESPONSE = "needs.response";
