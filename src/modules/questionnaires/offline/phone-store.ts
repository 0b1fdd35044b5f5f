/** What the phone keeps, in IndexedDB: questionnaires taken along, and every answer given on it until it is removed. */
import { answered, finished, openDatabase } from "#kernel/offline/database.ts";
import type { Owner } from "#kernel/offline/shell.ts";
import type { AttachedTable } from "#kernel/questionnaire/attached-tables.ts";
import type { AnswerEvent } from "#kernel/questionnaire/merge.ts";
import type { Model } from "#kernel/questionnaire/model.ts";

/** A sitting as the server hands it over. */
export interface TakenSitting {
  readonly id: string;
  readonly title: string;
  readonly closes: string | null;
  readonly language: string;
  readonly model: Model;
  readonly tables: Readonly<Record<string, AttachedTable>>;
  readonly offset: string;
}

/** A sitting on the phone. It stays with the questions it was taken along with. */
export interface KeptSitting extends TakenSitting {
  readonly person: string;
  /** When the respondent asked to send it in. */
  readonly submitAt: string | null;
  readonly sent: boolean;
  readonly refusal: string;
}

/** An answer on the phone; `waiting` is 1 until the server has said that it has it. */
export interface KeptEvent extends AnswerEvent {
  readonly sitting: string;
  readonly waiting: 0 | 1;
}

/** Opens the phone’s store. */
export async function openStore(): Promise<PhoneStore> {
  const db = await openDatabase("inteko-questionnaires", (fresh) => {
    fresh.createObjectStore("meta");
    fresh.createObjectStore("sittings", { keyPath: "id" });
    fresh.createObjectStore("events", { keyPath: "event" }).createIndex("sitting", "sitting");
  });
  return new PhoneStore(db);
}

/** The store, once open. Everything is asked for one person: what others left on the phone is never shown. */
export class PhoneStore {
  private readonly db: IDBDatabase;
  constructor(db: IDBDatabase) {
    this.db = db;
  }

  async owner(): Promise<Owner | null> {
    return (await answered(this.db.transaction("meta").objectStore("meta").get("owner") as IDBRequest<Owner | undefined>)) ?? null;
  }

  async setOwner(owner: Owner | null): Promise<void> {
    const transaction = this.db.transaction("meta", "readwrite");
    if (owner === null) transaction.objectStore("meta").delete("owner");
    else transaction.objectStore("meta").put(owner, "owner");
    await finished(transaction);
  }

  async sittings(person: string): Promise<KeptSitting[]> {
    const all = await answered(this.db.transaction("sittings").objectStore("sittings").getAll() as IDBRequest<KeptSitting[]>);
    return all.filter((sitting) => sitting.person === person);
  }

  async events(sitting: string): Promise<KeptEvent[]> {
    return answered(this.db.transaction("events").objectStore("events").index("sitting").getAll(sitting) as IDBRequest<KeptEvent[]>);
  }

  /** Keeps a sitting with the answers that the server has of it. Answers that wait here go on waiting. */
  async keep(sitting: KeptSitting, events: readonly AnswerEvent[]): Promise<void> {
    const waiting = new Set((await this.events(sitting.id)).filter((event) => event.waiting === 1).map((event) => event.event));
    const transaction = this.db.transaction(["sittings", "events"], "readwrite");
    transaction.objectStore("sittings").put(sitting);
    for (const event of events)
      if (!waiting.has(event.event)) transaction.objectStore("events").put({ ...event, sitting: sitting.id, waiting: 0 });
    await finished(transaction);
  }

  async update(sitting: KeptSitting): Promise<void> {
    const transaction = this.db.transaction("sittings", "readwrite");
    transaction.objectStore("sittings").put(sitting);
    await finished(transaction);
  }

  /** Adds answers given on this phone; durable when the promise is kept. */
  async add(sitting: string, events: readonly AnswerEvent[]): Promise<void> {
    const transaction = this.db.transaction("events", "readwrite");
    for (const event of events) transaction.objectStore("events").put({ ...event, sitting, waiting: 1 });
    await finished(transaction);
  }

  /** Notes what the server has: each event by itself. Events of other devices come along. */
  async acknowledge(sitting: string, known: ReadonlySet<string>, all: readonly AnswerEvent[]): Promise<void> {
    const own = await this.events(sitting);
    const transaction = this.db.transaction("events", "readwrite");
    const store = transaction.objectStore("events");
    for (const event of own) if (event.waiting === 1 && known.has(event.event)) store.put({ ...event, waiting: 0 });
    const waiting = new Set(own.filter((event) => event.waiting === 1 && !known.has(event.event)).map((event) => event.event));
    for (const event of all) if (!waiting.has(event.event)) store.put({ ...event, sitting, waiting: 0 });
    await finished(transaction);
  }

  /** Takes everything of one person off the phone, or one sitting of hers. */
  async remove(person: string, only: string | null = null): Promise<void> {
    const ids = (await this.sittings(person)).map((sitting) => sitting.id).filter((id) => only === null || id === only);
    const events = (await Promise.all(ids.map((id) => this.events(id)))).flat();
    const transaction = this.db.transaction(["sittings", "events"], "readwrite");
    for (const id of ids) transaction.objectStore("sittings").delete(id);
    for (const event of events) transaction.objectStore("events").delete(event.event);
    await finished(transaction);
  }
}
