/** What the tests hold fixed: the checkout and the moment they take place in. */
import { resolve } from "node:path";

/** The checkout. */
export const ROOT = resolve(import.meta.dirname, "..", "..");

/** Monday 17/11/2025, 09:00 in Kigali. */
export const NOW = new Date("2025-11-17T07:00:00.000Z");

/** The day of `NOW`. */
export const TODAY = "2025-11-17";
