/** What the app on the phone is about at this moment, and what all its screens share. */
import { speak, type Language, type Say } from "#platform/i18n/text.ts";
import { paths } from "../paths.ts";
import { w } from "../words-offline.ts";
import { el, notice } from "./dom.ts";
import type { Offered, Outcome } from "./exchange.ts";
import type { Owner, PhoneStore } from "./phone-store.ts";

/** The state of the app. `render` draws the screen of the address, `send` exchanges with the server. */
interface App {
  language: Language;
  say: Say;
  store: PhoneStore;
  owner: Owner | null;
  available: readonly Offered[];
  outcome: Outcome;
  /** `09:42`, when something was saved here. */
  savedAt: string;
  render: () => Promise<void>;
  send: () => Promise<void>;
}

// The entry fills in the store and the two functions before anything is drawn.
export const app = { language: "rw", say: speak("rw"), owner: null, available: [], outcome: "nothing", savedAt: "" } as unknown as App;

const host = document.querySelector<HTMLElement>("#offline-app")!;
const announcer = el("p", { class: "govuk-visually-hidden", "aria-live": "polite" });
host.after(announcer);

/** The time on the phone’s own clock. */
export const clock = (): string => `${String(new Date().getHours()).padStart(2, "0")}:${String(new Date().getMinutes()).padStart(2, "0")}`;
/** A name for this phone that says nothing about it or its owner. */
export const device = (): string => {
  const known = localStorage.getItem("inteko-device") ?? crypto.randomUUID().slice(0, 8);
  localStorage.setItem("inteko-device", known);
  return known;
};

/** Goes on to another screen. */
export function go(path: string): void {
  if (location.hash === `#${path}`) void app.render();
  else location.hash = path;
}

/** A button that does something here. */
export function button(text: string, secondary: boolean, press: () => unknown): HTMLElement {
  return el("button", { type: "button", class: secondary ? "govuk-button govuk-button--secondary" : "govuk-button", onclick: press }, text);
}

/** The answers on this phone that the server has not acknowledged. */
export async function countWaiting(): Promise<number> {
  const kept = app.owner === null ? [] : await app.store.sittings(app.owner.person);
  return (await Promise.all(kept.map((sitting) => app.store.events(sitting.id)))).flat().filter((event) => event.waiting === 1).length;
}

/** How saving and sending stand, in one sentence. */
export async function stateNotice(): Promise<HTMLElement | null> {
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

/** Puts a fresh notice in the place of the old one, while somebody fills in a page. */
export async function refreshNotice(): Promise<void> {
  const old = host.querySelector('[role="status"]');
  const fresh = await stateNotice();
  if (old !== null && fresh !== null) old.replaceWith(fresh);
}

/** Shows a screen from its top and says its title to those who listen. */
export function show(title: string, before: readonly (Node | null)[], ...body: readonly (Node | null)[]): void {
  host.replaceChildren(...[...before, el("h1", {}, title), ...body].filter((node) => node !== null));
  document.title = `${title} – Inteko`;
  announcer.textContent = title;
  scrollTo(0, 0);
}
