/** Who may administer accounts, and what makes a password good enough; no database. */
import { defineVerbs } from "#kernel/access/verb.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { DEMO_PASSWORD } from "./demo-password.ts";
import { w } from "./words-sign-in.ts";
import { w as wa } from "./words-admin.ts";

/** The module's one verb: opening, closing and helping accounts; it shows no record of anybody's work. */
export const verbs = defineVerbs("account", {
  manage: { title: wa.verb, roles: { administrator: "all" } },
});

/** Fewest and most characters of a password. NIST SP 800-63B-4 §3.1.1: length, no rules about kinds of signs, a list of known ones. */
export const PASSWORD_LEAST = 12;
export const PASSWORD_MOST = 200;

// The passwords of twelve or more characters that lists of leaked ones name most often, and this product's own.
const KNOWN = new Set(
  [
    "123456789012",
    "1234567890123",
    "password1234",
    "password12345",
    "passwordpassword",
    "qwertyuiop12",
    "qwertyuiopasdf",
    "iloveyou1234",
    "administrator",
    "welcome12345",
    "changeme1234",
    "motdepasse12",
    "motdepasse123",
    "rwanda123456",
    "kigali123456",
    DEMO_PASSWORD,
  ].map((known) => known.toLowerCase()),
);

const repeats = (password: string): boolean => new Set(password).size < 5;

/** What is wrong with a wished password; empty when it will do. `names` are words that must not make it up. */
export function passwordProblems(password: string, again: string, names: readonly string[]): FieldProblem[] {
  const plain = password.toLowerCase();
  const long = names.flatMap((name) => name.toLowerCase().split(/\s+/)).filter((name) => name.length >= 4);
  // A name in a long phrase is harmless; a password that is little more than a name is not.
  const leftOver = long.reduce((rest, name) => rest.replaceAll(name, ""), plain);
  const problem = ((): FieldProblem | null => {
    if (password.length < PASSWORD_LEAST) return { field: "password", text: w.tooShort, values: { least: PASSWORD_LEAST } };
    if (password.length > PASSWORD_MOST) return { field: "password", text: w.tooLong, values: { most: PASSWORD_MOST } };
    if (KNOWN.has(plain) || repeats(plain)) return { field: "password", text: w.tooKnown };
    if (leftOver.length < PASSWORD_LEAST - 4 && leftOver !== plain) return { field: "password", text: w.likeName };
    return null;
  })();
  if (problem !== null) return [problem];
  return password === again ? [] : [{ field: "again", text: w.notTheSame }];
}

/** Which assignment a new session acts under: the only one, or none until the person has chosen. */
export function firstAssignment(holdings: readonly { readonly assignment: string }[]): string | null {
  return holdings.length === 1 ? (holdings[0]?.assignment ?? null) : null;
}
