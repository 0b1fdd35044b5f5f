/** Writes a zip archive as a stream: each part is deflated while it is produced, so memory does not grow with its size. */
import { Readable, pipeline } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

/** One file of the archive. */
export interface ZipPart {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** Sizes beyond this need zip64, which some spreadsheet programs do not read. */
const LARGEST = 0xffff_ffff;
/** Sizes follow the data (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x0808;
/** 1 January 1980, so that the same input gives the same bytes. */
const DOS_DATE = 0x0021;

interface Written {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly size: number;
  readonly compressed: number;
}

/** The archive piece by piece (PKWARE APPNOTE 6.3.10). Throws a RangeError past 4 GB. */
export async function* zipStream(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const tally = { crc: 0, size: 0 };
    let compressed = 0;
    yield localHeader(name);
    for await (const chunk of deflated(part.content, tally)) {
      compressed += chunk.length;
      yield chunk;
    }
    if (tally.size > LARGEST || offset + compressed > LARGEST) throw new RangeError("The archive is larger than 4 GB.");
    yield descriptor(tally, compressed);
    written.push({ name, offset, compressed, ...tally });
    offset += 30 + name.length + compressed + 16;
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  yield endOfDirectory(written.length, directory.length, offset);
}

function deflated(content: AsyncIterable<Uint8Array>, tally: { crc: number; size: number }): AsyncIterable<Buffer> {
  async function* counted() {
    for await (const chunk of content) {
      tally.crc = crc32(chunk, tally.crc);
      tally.size += chunk.length;
      yield chunk;
    }
  }
  const deflate = createDeflateRaw({ level: 4 });
  // An error of the source reaches the reader through the deflater, which the pipeline destroys with it.
  pipeline(Readable.from(counted()), deflate, () => undefined);
  return deflate;
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(8, 8);
  header.writeUInt16LE(DOS_DATE, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function descriptor(tally: { crc: number; size: number }, compressed: number): Buffer {
  const data = Buffer.alloc(16);
  data.writeUInt32LE(0x08074b50, 0);
  data.writeUInt32LE(tally.crc, 4);
  data.writeUInt32LE(compressed, 8);
  data.writeUInt32LE(tally.size, 12);
  return data;
}

function directoryEntry({ name, offset, crc, size, compressed }: Written): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt16LE(DOS_DATE, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(compressed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, name]);
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
