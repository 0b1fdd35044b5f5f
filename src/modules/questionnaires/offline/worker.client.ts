/** The service worker: keeps the app’s own files on the phone, and nothing of any person. */

/** Filled in when the worker is served: the files to keep, and a name that changes with any of them. */
declare const FILES: readonly string[];
declare const BUILD: string;

interface ExtendableLike extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchLike extends ExtendableLike {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
const scope = globalThis as unknown as {
  addEventListener(name: string, listen: (event: never) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
};

scope.addEventListener("install", (event: ExtendableLike) => {
  event.waitUntil(
    caches
      .open(BUILD)
      .then((cache) => cache.addAll([...FILES]))
      .then(() => scope.skipWaiting()),
  );
});

scope.addEventListener("activate", (event: ExtendableLike) => {
  const drop = caches
    .keys()
    .then((names) => Promise.all(names.filter((name) => name.startsWith("offline-") && name !== BUILD).map((name) => caches.delete(name))));
  event.waitUntil(drop.then(() => scope.clients.claim()));
});

scope.addEventListener("fetch", (event: FetchLike) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const { pathname, search } = new URL(request.url);
  // The app’s page is the same for everyone and in every language of its address.
  const kept = request.mode === "navigate" ? pathname : pathname + search;
  if (!FILES.includes(kept)) return;
  event.respondWith(
    caches
      .open(BUILD)
      .then((cache) => cache.match(kept))
      .then((found) => found ?? fetch(request)),
  );
});
