/** Marks codes and sign-in names that a browser's translator must leave as they are. */

/** Spread it into an element: Preact would drop `translate={false}`, whose value in HTML is a word. */
export const VERBATIM: object = { translate: "no" };
