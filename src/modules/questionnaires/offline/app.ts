/** What the app on the phone is about at this moment, with what questionnaires add to the shell of all rooms. */
import { el, notice } from "#kernel/offline/dom.ts";
import { host, shell, type Shell } from "#kernel/offline/shell.ts";
import { paths } from "../paths.ts";
import { w } from "../words-offline.ts";
import type { Offered } from "./exchange.ts";
import type { PhoneStore } from "./phone-store.ts";

export { button, clock, device, go, show } from "#kernel/offline/shell.ts";

/** The shell with what questionnaires keep on the phone and could take along. The entry fills them in before anything is drawn. */
export const app = shell as Shell & { store: PhoneStore; available: readonly Offered[] };
app.available = [];

/** What stands on this phone that the server has not acknowledged: answers, and what other rooms noted. */
export async function countWaiting(): Promise<number> {
  const { owner } = app;
  if (owner === null) return 0;
  const kept = await app.store.sittings(owner.person);
  const answers = (await Promise.all(kept.map((sitting) => app.store.events(sitting.id))))
    .flat()
    .filter((event) => event.waiting === 1).length;
  const others = await Promise.all(app.rooms.map((room) => room.waiting(owner)));
  return others.reduce((sum, count) => sum + count, answers);
}

async function noticeNow(): Promise<HTMLElement | null> {
  if (app.owner === null) return null;
  const kept = await app.store.sittings(app.owner.person);
  const waiting = await countWaiting();
  if (app.outcome === "signed-out")
    return notice(
      "watch",
      app.say(w.signIn),
      " ",
      el("a", { href: `/sign-in?next=${encodeURIComponent(paths.offlineApp)}` }, app.say(w.signInAgain)),
    );
  if (waiting > 0)
    return notice("good", app.savedAt === "" ? app.say(w.waiting, { count: waiting }) : app.say(w.savedHere, { time: app.savedAt }));
  if (kept.some((sitting) => sitting.submitAt !== null && !sitting.sent)) return notice("good", app.say(w.sendWaiting));
  return app.outcome === "sent" && app.savedAt !== "" ? notice("good", app.say(w.sentOut, { time: app.savedAt })) : null;
}

/** How saving and sending stand, in one sentence. */
export async function stateNotice(): Promise<HTMLElement | null> {
  const made = await noticeNow();
  made?.setAttribute("data-state", "");
  return made;
}

/** Puts a fresh notice in the place of the old one, while somebody fills in a page. */
export async function refreshNotice(): Promise<void> {
  const old = host.querySelector("[data-state]");
  const fresh = await stateNotice();
  if (old !== null && fresh !== null) old.replaceWith(fresh);
}
