/** IndexedDB as promises: a request answered, a transaction finished. */

/** What a request answers. */
export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("storage")));
  });
}

/** Kept once everything of a transaction is stored. */
export function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("error", () => reject(transaction.error ?? new Error("storage")));
    transaction.addEventListener("abort", () => reject(transaction.error ?? new Error("storage")));
  });
}

/** Opens a database by its name; `make` lays out its stores the first time. */
export function openDatabase(name: string, make: (db: IDBDatabase) => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.addEventListener("upgradeneeded", () => make(request.result));
  return answered(request);
}
