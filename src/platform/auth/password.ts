/** Password hashing with argon2id. */
import { hash, verify } from "@node-rs/argon2";

// OWASP's second choice for argon2id (19 MiB, two passes, one lane): 20–40 ms on one core of a small server.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The argon2id hash of a password, with its salt and cost inside. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COST);
}

/** A hash that no password has: checked for an unknown name, so that it takes as long as a known one. */
const NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$0000000000000000000000000000000000000000000";

/** True when the password is the hash's. A missing hash takes as long and is false. */
export async function checkPassword(hashed: string | null, password: string): Promise<boolean> {
  try {
    const right = await verify(hashed ?? NOBODY, password.normalize("NFKC"));
    return hashed !== null && right;
  } catch {
    return false;
  }
}
