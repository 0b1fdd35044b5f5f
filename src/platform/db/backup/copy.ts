/** Streams rows out of and into PostgreSQL with COPY over one connection of `pg`, a piece at a time, so that memory stays flat. */
import type { Socket } from "node:net";
import type pg from "pg";

/** What of pg's connection a COPY needs. */
interface Wire {
  readonly stream: Socket;
  query(text: string): void;
  sync(): void;
  sendCopyFromChunk(piece: Uint8Array): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

/** The calls with which pg tells a query what the server answered. */
abstract class Copy {
  readonly text: string;
  rows = 0;
  protected wire: Wire | null = null;

  constructor(text: string) {
    this.text = text;
  }

  submit(connection: unknown): void {
    this.wire = connection as Wire;
    this.wire.query(this.text);
  }

  handleCommandComplete(message: { readonly text: string }): void {
    this.rows = Number(/^COPY (\d+)$/.exec(message.text)?.[1] ?? 0);
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
  handleCopyInResponse(connection: Wire): void {
    connection.sendCopyFail("nothing to send");
  }
  handleCopyData(_message: { readonly chunk: Buffer }): void {}
  abstract handleReadyForQuery(): void;
  abstract handleError(error: Error): void;
}

/** Bytes waiting to be read before the server is told to wait. */
const HIGH = 4 * 1024 * 1024;

class CopyOut extends Copy {
  private readonly waiting: Buffer[] = [];
  private bytes = 0;
  private ended = false;
  private failure: Error | null = null;
  private wake: () => void = () => undefined;

  override handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    // The chunk lies in the connection's own buffer, which the next read reuses.
    this.waiting.push(Buffer.from(chunk));
    this.bytes += chunk.length;
    if (this.bytes > HIGH) this.wire?.stream.pause();
    this.wake();
  }

  handleReadyForQuery(): void {
    this.ended = true;
    this.wake();
  }

  handleError(error: Error): void {
    this.failure = error;
    this.wake();
  }

  async *read(): AsyncGenerator<Buffer> {
    for (;;) {
      if (this.failure !== null) throw this.failure;
      if (this.waiting.length > 0) {
        const all = this.waiting.splice(0);
        this.bytes = 0;
        this.wire?.stream.resume();
        yield* all;
      } else if (this.ended) return;
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}

/** Rows leaving the database: one buffer a row, as COPY prints it. Read `rows()` to the end before the connection is used again. */
export function copyOut(client: pg.ClientBase, statement: string): { rows(): AsyncGenerator<Buffer>; count(): number } {
  const query = new CopyOut(statement);
  client.query(query as never);
  return { rows: () => query.read(), count: () => query.rows };
}

class CopyIn extends Copy {
  readonly ready: Promise<Wire>;
  readonly done: Promise<number>;
  private begin: (wire: Wire) => void = () => undefined;
  private end: (rows: number) => void = () => undefined;
  private fail: (error: Error) => void = () => undefined;

  constructor(text: string) {
    super(text);
    this.ready = new Promise((resolve) => (this.begin = resolve));
    this.done = new Promise((resolve, reject) => {
      this.end = resolve;
      this.fail = reject;
    });
  }

  override handleCopyInResponse(connection: Wire): void {
    this.begin(connection);
  }

  handleReadyForQuery(): void {
    this.end(this.rows);
  }

  handleError(error: Error): void {
    this.fail(error);
  }
}

async function sendAll(query: CopyIn, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const wire = await query.ready;
  try {
    for await (const piece of pieces) {
      wire.sendCopyFromChunk(piece);
      if (wire.stream.writableNeedDrain) await new Promise((resolve) => wire.stream.once("drain", resolve));
    }
    wire.endCopyFrom();
  } catch (error) {
    wire.sendCopyFail("the source failed");
    throw error;
  }
}

/** Rows entering the database from pieces of COPY text; returns how many. Throws what the server or the source throws. */
export async function copyIn(client: pg.ClientBase, statement: string, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  const query = new CopyIn(statement);
  client.query(query as never);
  const sending = sendAll(query, pieces);
  // Whichever fails first tells: a refused row ends the copy while pieces are still being sent.
  sending.catch(() => undefined);
  query.done.catch(() => undefined);
  await Promise.race([sending, query.done]);
  return query.done;
}
