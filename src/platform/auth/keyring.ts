/** The installation's key file: seals secrets that lie in the database, and turns names and addresses into counters' subjects. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { chmod, link, mkdir, open, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** What a key can do. A copy of the database without the key file opens nothing. */
export interface Keyring {
  /** AES-256-GCM over `plain`. What is sealed for one purpose and one record (`context`) opens for no other. */
  seal(purpose: string, context: string, plain: Uint8Array): Buffer;
  /** The content of `seal`. Throws when the key, purpose or context is another, or a bit was changed. */
  unseal(purpose: string, context: string, sealed: Uint8Array): Buffer;
  /** A keyed hash (HMAC-SHA256, base64url): the same value always gives the same text, which without the key tells nothing. */
  digest(purpose: string, value: string): string;
}

/** Thrown when the key file cannot be used; the sentence says what to do. */
export class KeyringError extends Error {}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A keyring over 32 random bytes. Throws KeyringError for another length. */
export function keyringOf(key: Uint8Array): Keyring {
  if (key.length !== KEY_BYTES) throw new KeyringError(`The key must have ${KEY_BYTES} bytes; it has ${key.length}.`);
  const derived = new Map<string, Buffer>();
  // RFC 5869: one key for each purpose, so that a weakness in one use does not reach another.
  const keyFor = (use: string): Buffer => {
    const known = derived.get(use) ?? Buffer.from(hkdfSync("sha256", key, "", `inteko ${use}`, KEY_BYTES));
    derived.set(use, known);
    return known;
  };
  return {
    seal(purpose, context, plain) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", keyFor(`seal ${purpose}`), nonce).setAAD(Buffer.from(context));
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    unseal(purpose, context, sealed) {
      const nonce = sealed.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv("aes-256-gcm", keyFor(`seal ${purpose}`), nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
    },
    digest: (purpose, value) =>
      createHmac("sha256", keyFor(`digest ${purpose}`))
        .update(value)
        .digest("base64url"),
  };
}

/** Writes a new key beside its place and links it there whole: of two processes that start at once, one key wins. */
async function create(folder: string, path: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const aside = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const file = await open(aside, "wx", 0o600);
  try {
    await file.writeFile(randomBytes(KEY_BYTES));
    await file.sync();
    await link(aside, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } finally {
    await file.close();
    await rm(aside, { force: true });
  }
}

/**
 * Opens the keyring of `secrets.key` in a folder, making the file (mode 0600) when it is missing. Every web and worker
 * process of an installation needs the same file. Throws KeyringError when the file is not a key.
 */
export async function openKeyring(folder: string): Promise<Keyring> {
  const path = join(folder, "secrets.key");
  const found = await stat(path).catch(() => null);
  if (found === null) await create(folder, path);
  else if ((found.mode & 0o077) !== 0) await chmod(path, 0o600);
  const key = await readFile(path);
  if (key.length !== KEY_BYTES)
    throw new KeyringError(
      `${path} is not a key of this product: it has ${key.length} bytes, not ${KEY_BYTES}. Put the file of the backup back in its place.`,
    );
  return keyringOf(key);
}
