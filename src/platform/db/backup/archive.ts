/** The container of a backup: a plain tar of parts (POSIX.1-1988 ustar) in which every single bit is checked when it is read. */
import { open, type FileHandle } from "node:fs/promises";
import { createHash } from "node:crypto";
import { Problem } from "#platform/problems/problem.ts";
import { p } from "./problems.ts";

const BLOCK = 512;
/** Largest part: the size field of a header has eleven octal digits. */
const LARGEST = 0o77777777777;

/** The header of a part: the same name and size always give the same bytes, so that a reader can compare all of them. */
function headerOf(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100 || size > LARGEST) throw new RangeError(`A part cannot be kept: ${name}, ${size} bytes.`);
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0);
  header.write("0000600\0", 100);
  header.write("0000000\0", 108);
  header.write("0000000\0", 116);
  header.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  header.write("00000000000\0", 136);
  header.write("        ", 148);
  header.write("0", 156);
  header.write("ustar\x0000", 257, "latin1");
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}

const paddingOf = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

/** SHA-256 in hexadecimal. */
export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** A part and its bytes. */
export interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

/** An archive being written. `close` adds the end mark and waits until the disk has everything. */
export interface ArchiveWriter {
  add(name: string, bytes: Uint8Array): Promise<void>;
  close(): Promise<number>;
  /** Gives up: closes the file as it stands. */
  abandon(): Promise<void>;
}

/** Opens a new archive, readable by its owner alone. Throws when the file exists. */
export async function writeArchive(path: string): Promise<ArchiveWriter> {
  const file = await open(path, "wx", 0o600);
  let size = 0;
  const write = async (bytes: Uint8Array): Promise<void> => {
    await file.writeFile(bytes);
    size += bytes.length;
  };
  return {
    add: async (name, bytes) => {
      await write(headerOf(name, bytes.length));
      await write(bytes);
      await write(Buffer.alloc(paddingOf(bytes.length)));
    },
    close: async () => {
      await write(Buffer.alloc(2 * BLOCK));
      await file.sync();
      await file.close();
      return size;
    },
    abandon: () => file.close(),
  };
}

async function readExactly(file: FileHandle, length: number, at: number): Promise<Buffer | null> {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, at + filled);
    if (bytesRead === 0) return null;
    filled += bytesRead;
  }
  return bytes;
}

const isZero = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0);

/** Name and size that a header claims; null when it is not one of ours to the last bit. */
function readHeader(header: Buffer): { name: string; size: number } | null {
  const name = header.toString("utf8", 0, 100).replace(/\0.*$/s, "");
  const digits = header.toString("latin1", 124, 135);
  if (name === "" || !/^[0-7]{11}$/.test(digits) || !/^[\w./-]+$/.test(name)) return null;
  const size = Number.parseInt(digits, 8);
  return headerOf(name, size).equals(header) ? { name, size } : null;
}

async function checkEnd(file: FileHandle, at: number, length: number): Promise<void> {
  const rest = await readExactly(file, BLOCK, at);
  if (rest === null || !isZero(rest)) throw new Problem(p.cut, { part: "end" });
  if (at + BLOCK !== length) throw new Problem(p.damaged, { part: "end" });
}

/**
 * The parts of an archive in their order, one at a time. Throws the Problem `backup.cut` where the file ends too early
 * and `backup.damaged` where it is not what was written, each naming the part.
 */
export async function* readArchive(path: string): AsyncGenerator<Part> {
  const file = await open(path, "r");
  try {
    const length = (await file.stat()).size;
    let at = 0;
    for (let before = "begin"; ;) {
      const header = await readExactly(file, BLOCK, at);
      if (header === null) throw new Problem(p.cut, { part: before });
      at += BLOCK;
      if (isZero(header)) return await checkEnd(file, at, length);
      const found = readHeader(header);
      if (found === null) throw new Problem(before === "begin" ? p.notABackup : p.damagedAfter, { part: before });
      const bytes = found.size > length - at ? null : await readExactly(file, found.size + paddingOf(found.size), at);
      if (bytes === null) throw new Problem(p.cut, { part: found.name });
      if (!isZero(bytes.subarray(found.size))) throw new Problem(p.damaged, { part: found.name });
      at += bytes.length;
      yield { name: found.name, bytes: bytes.subarray(0, found.size) };
      before = found.name;
    }
  } finally {
    await file.close();
  }
}
