/** The app that answers without signal: what is on the phone, one page at a time, and the way out when the signal returns. */
import { isLanguage } from "#platform/i18n/text.ts";
import type { Outcome, Owner, Room } from "#kernel/offline/shell.ts";
import { pagesFor } from "#kernel/questionnaire/asked.ts";
import { keyOf, paths } from "../paths.ts";
import { openSitting, pageAt } from "./answering.ts";
import { app, refreshNotice } from "./app.ts";
import { checkScreen } from "./check-screen.ts";
import { exchangeAll, offered } from "./exchange.ts";
import { listScreen, useLanguage } from "./list-screen.ts";
import { entriesScreen, questionScreen } from "./page-screens.ts";
import { openStore } from "./phone-store.ts";

/** The browser’s word that the signal is back comes late or never on some phones; while something waits and the app is open, it is tried. */
const AGAIN_MS = 10_000;

/** Draws the screen of the address: a room’s own, or a questionnaire’s. */
async function render(): Promise<void> {
  const [, id = "", slug = "", ...more] = decodeURI(location.hash.slice(1)).split("/");
  const room = app.rooms.find((each) => each.key === id);
  if (room !== undefined && app.owner !== null && (await room.render([slug, ...more]))) return;
  const sitting =
    app.owner === null ? undefined : (await app.store.sittings(app.owner.person)).find((each) => each.id === id && !each.sent);
  if (sitting === undefined) return listScreen();
  const opened = await openSitting(app.store, sitting, app.language);
  if (slug === "check") return checkScreen(opened);
  const first = slug.endsWith("~first");
  const instance = first ? keyOf(decodeURIComponent(slug.slice(0, -6))) : "";
  const page = first
    ? (pagesFor(opened.standing).find((each) => each.key.startsWith(`${instance}/`)) ?? null)
    : pageAt(opened, keyOf(decodeURIComponent(slug)));
  if (page === null) return checkScreen(opened);
  return page.kind === "repeat" ? entriesScreen(opened, page) : questionScreen(opened, page);
}

let sending: Promise<void> | null = null;

/** Sends what waits, one attempt after the other: what was written during one goes out with the next. */
function send(): Promise<void> {
  const own = (sending ?? Promise.resolve()).then(sendOnce);
  sending = own;
  return own.finally(() => {
    if (sending === own) sending = null;
  });
}

/** Sends what every room has, until the signal or the session is gone. */
async function exchangeRooms(owner: Owner): Promise<Outcome> {
  let outcome = await exchangeAll(app.store, owner);
  for (const room of app.rooms) {
    if (outcome === "offline" || outcome === "signed-out") return outcome;
    const own = await room.send(owner);
    if (own !== "nothing") outcome = own;
  }
  return outcome;
}

async function sendOnce(): Promise<void> {
  if (app.owner === null) return;
  let ended = await exchangeRooms(app.owner);
  if (ended === "nothing") return;
  if (ended === "signed-out") {
    // She may have signed in again on another page: then there is a new token.
    await refresh();
    if (app.outcome !== "signed-out" && app.owner !== null) ended = await exchangeRooms(app.owner);
  }
  app.outcome = ended;
  if (app.outcome === "sent" && location.hash.split("/").length < 3) return render();
  return refreshNotice();
}

/** Asks who is signed in and what may be taken along; without signal the last owner of the app goes on. */
async function refresh(): Promise<void> {
  const answer = await offered(app.store);
  if (answer === "offline") app.owner = await app.store.owner();
  else if (answer === "signed-out") {
    app.owner = await app.store.owner();
    app.outcome = "signed-out";
  } else {
    app.owner = answer.owner;
    app.available = answer.list;
    app.outcome = "nothing";
    await Promise.all(app.rooms.map((room) => room.refresh(answer.owner)));
  }
}

/** Opens the app with the rooms of the other modules. */
export async function begin(rooms: readonly Room[]): Promise<void> {
  Object.assign(app, { render, send, rooms });
  const chosen = localStorage.getItem("inteko-language") ?? document.documentElement.lang;
  if (isLanguage(chosen)) useLanguage(chosen);
  app.store = await openStore();
  await Promise.all(rooms.map((room) => room.begin()));
  app.owner = await app.store.owner();
  await refresh();
  await render();
  await send();
  addEventListener("hashchange", () => void render());
  addEventListener("online", () => void refresh().then(send));
  document.addEventListener("visibilitychange", () => void (document.visibilityState === "visible" && send()));
  setInterval(() => void (sending === null && send()), AGAIN_MS);
  // The browser may then not clear the store when space is short.
  void navigator.storage?.persist?.();
  // Without signal the worker that is there goes on.
  await navigator.serviceWorker?.register(paths.serviceWorker).catch(() => undefined);
}
