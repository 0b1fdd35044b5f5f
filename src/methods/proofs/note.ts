/** Signed notes (C2SP signed-note v1): a text that one or more Ed25519 keys have signed, and the short text forms of those keys. */
import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { concatBytes, fromBase64, sha256, toBase64, utf8 } from "./encoding.ts";

/** A key whose signatures are trusted: its name, its 32-bit id and the 32-byte Ed25519 public key. */
export interface VerifierKey {
  readonly name: string;
  readonly id: number;
  readonly publicKey: Uint8Array;
}

/** A key that signs: its name and the 32-byte Ed25519 seed (RFC 8032 §5.1.5). */
export interface SigningKey {
  readonly name: string;
  readonly seed: Uint8Array;
}

/** Why a note is refused. `bad-signature`: a trusted key is named but its signature does not fit the text. */
export type NoteRefusal = "malformed" | "bad-signature" | "no-trusted-signature";

/** An opened note: its text, the trusted keys that signed it, and how many signatures come from other keys. */
export type OpenedNote =
  | {
      readonly ok: true;
      readonly text: string;
      readonly verified: readonly VerifierKey[];
      readonly unknown: number;
    }
  | { readonly ok: false; readonly code: NoteRefusal };

interface SignatureLine {
  readonly name: string;
  readonly id: number;
  readonly signature: Uint8Array;
}

const ed25519Type = 0x01;
/** The specification asks for a limit of at least 16. */
const mostSignatures = 100;
// Node takes raw Ed25519 keys only inside their DER wrapping (RFC 8410), as PEM.
const derPublic = Uint8Array.of(0x30, 42, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 3, 33, 0);
const derPrivate = Uint8Array.of(0x30, 46, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 34, 4, 32);

const isPrintable = (sign: string): boolean => sign >= " ";

function isKeyName(name: string): boolean {
  return name.isWellFormed() && /^[^\s\u0085+]+$/u.test(name) && [...name].every(isPrintable);
}

/** The 32-bit key id: the first four bytes, big-endian, of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key). */
export function keyId(name: string, publicKey: Uint8Array): number {
  const digest = sha256(concatBytes(utf8(name), Uint8Array.of(0x0a, ed25519Type), publicKey));
  return readId(digest);
}

function readId(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
}

function idBytes(id: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, id);
  return bytes;
}

/** A verifier key from its parts. Throws RangeError when the name has a space or a plus, or the key is not 32 bytes. */
export function verifierKey(name: string, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name)) throw new RangeError(`not a key name: ${JSON.stringify(name)}`);
  if (publicKey.length !== 32) throw new RangeError("an Ed25519 public key has 32 bytes");
  return { name, id: keyId(name, publicKey), publicKey };
}

function pem(label: string, wrapping: Uint8Array, key: Uint8Array): string {
  return `-----BEGIN ${label}-----\n${toBase64(concatBytes(wrapping, key))}\n-----END ${label}-----\n`;
}

function privateKeyOf({ seed }: SigningKey) {
  if (seed.length !== 32) throw new RangeError("an Ed25519 seed has 32 bytes");
  return createPrivateKey(pem("PRIVATE KEY", derPrivate, seed));
}

/** The verifier key that belongs to a signing key. */
export function verifierOf(key: SigningKey): VerifierKey {
  const der = createPublicKey(privateKeyOf(key)).export({ format: "der", type: "spki" });
  return verifierKey(key.name, new Uint8Array(der).slice(-32));
}

/** The text form `name+hash+base64` in which a verifier key is handed round. */
export function formatVerifierKey(key: VerifierKey): string {
  const id = key.id.toString(16).padStart(8, "0");
  return `${key.name}+${id}+${toBase64(concatBytes(Uint8Array.of(ed25519Type), key.publicKey))}`;
}

/** Reads `name+hash+base64`. Throws RangeError when it is not an Ed25519 verifier key or its hash does not fit its key. */
export function parseVerifierKey(text: string): VerifierKey {
  const parts = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(text);
  if (parts === null) throw new RangeError("not a verifier key");
  const [, name = "", id = "", encoded = ""] = parts;
  const bytes = fromBase64(encoded);
  if (bytes[0] !== ed25519Type) throw new RangeError("not an Ed25519 verifier key");
  const key = verifierKey(name, bytes.slice(1));
  if (key.id !== Number.parseInt(id, 16)) throw new RangeError("the key id does not fit the key");
  return key;
}

function isNoteText(text: string): boolean {
  if (!text.endsWith("\n") || !text.isWellFormed()) return false;
  return [...text].every((sign) => isPrintable(sign) || sign === "\n");
}

function signatureLine(text: string, signer: SigningKey): string {
  const { id } = verifierOf(signer);
  const signature = new Uint8Array(sign(null, utf8(text), privateKeyOf(signer)));
  return `— ${signer.name} ${toBase64(concatBytes(idBytes(id), signature))}\n`;
}

/** The text with one Ed25519 signature line per key. Throws RangeError when the text does not end in a newline or has control characters. */
export function signNote(text: string, signers: readonly SigningKey[]): string {
  if (!isNoteText(text)) throw new RangeError("a note is text without control characters that ends in a newline");
  if (signers.length === 0) throw new RangeError("a note needs a signature");
  return `${text}\n${signers.map((signer) => signatureLine(text, signer)).join("")}`;
}

/** A signed note with further signatures, as a witness adds them. Throws RangeError when it is not a signed note. */
export function addSignatures(note: string, signers: readonly SigningKey[]): string {
  const parsed = splitNote(note);
  if (parsed === null) throw new RangeError("not a signed note");
  return note + signers.map((signer) => signatureLine(parsed.text, signer)).join("");
}

function parseLine(line: string): SignatureLine | null {
  const parts = /^— ([^ ]+) ([A-Za-z0-9+/=]+)$/u.exec(line);
  if (parts === null) return null;
  const [, name = "", encoded = ""] = parts;
  if (!isKeyName(name)) return null;
  try {
    const bytes = fromBase64(encoded);
    if (bytes.length < 5) return null;
    return { name, id: readId(bytes), signature: bytes.slice(4) };
  } catch {
    return null;
  }
}

/** A note's text and signature lines, which the last empty line parts; null when it is not a signed note. */
function splitNote(note: string): { text: string; lines: SignatureLine[] } | null {
  const gap = note.lastIndexOf("\n\n");
  if (gap < 0 || !isNoteText(note)) return null;
  const rows = note.slice(gap + 2).split("\n");
  if (rows.pop() !== "" || rows.length === 0 || rows.length > mostSignatures) return null;
  const lines = rows.map(parseLine);
  if (!lines.every((line) => line !== null)) return null;
  return { text: note.slice(0, gap + 1), lines };
}

function fits(text: string, { signature }: SignatureLine, { publicKey }: VerifierKey): boolean {
  const key = createPublicKey(pem("PUBLIC KEY", derPublic, publicKey));
  return signature.length === 64 && verify(null, utf8(text), key, signature);
}

/**
 * Opens a note for somebody who trusts `trusted`. Signatures by other keys are ignored, as the specification requires;
 * a trusted key's signature that does not fit refuses the whole note.
 */
export function openNote(note: string, trusted: readonly VerifierKey[]): OpenedNote {
  const parsed = splitNote(note);
  if (parsed === null) return { ok: false, code: "malformed" };
  const verified = new Set<VerifierKey>();
  let unknown = 0;
  for (const line of parsed.lines) {
    const key = trusted.find(({ name, id }) => name === line.name && id === line.id);
    if (key === undefined) unknown += 1;
    else if (fits(parsed.text, line, key)) verified.add(key);
    else return { ok: false, code: "bad-signature" };
  }
  if (verified.size === 0) return { ok: false, code: "no-trusted-signature" };
  return { ok: true, text: parsed.text, verified: [...verified], unknown };
}
