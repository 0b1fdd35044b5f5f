/** What all rooms of the app without signal share: who uses it, in which language, its screens and its way of saving. */
import { speak, type Language, type Say } from "#platform/i18n/text.ts";
import { el } from "./dom.ts";

/** Who used the app last, and the token that her session’s requests carry. */
export interface Owner {
  readonly person: string;
  readonly token: string;
}

/** How the last attempt to send ended. */
export type Outcome = "sent" | "nothing" | "offline" | "signed-out" | "refused";

/** A module’s part of the app. Its screens stand under `#/key/…`. */
export interface Room {
  readonly key: string;
  /** Opens what the room keeps on the phone. */
  begin(): Promise<void>;
  /** Asks the server what could be taken along; quietly nothing without signal. */
  refresh(owner: Owner): Promise<void>;
  /** Draws the screen of the rest of an address; false when there is none. */
  render(rest: readonly string[]): Promise<boolean>;
  /** What the first screen shows of the room. */
  listed(owner: Owner): Promise<readonly HTMLElement[]>;
  send(owner: Owner): Promise<Outcome>;
  /** How much waits on the phone to be sent. */
  waiting(owner: Owner): Promise<number>;
  /** Takes everything of one person off the phone. */
  remove(person: string): Promise<void>;
}

/** The state of the app. `render` draws the screen of the address, `send` exchanges with the server. */
export interface Shell {
  language: Language;
  say: Say;
  owner: Owner | null;
  outcome: Outcome;
  /** `09:42`, when something was saved here. */
  savedAt: string;
  rooms: readonly Room[];
  render: () => Promise<void>;
  send: () => Promise<void>;
}

// The entry fills in rooms and functions before anything is drawn.
export const shell = { language: "rw", say: speak("rw"), owner: null, outcome: "nothing", savedAt: "", rooms: [] } as unknown as Shell;

export const host = document.querySelector<HTMLElement>("#offline-app")!;
const announcer = el("p", { class: "govuk-visually-hidden", "aria-live": "polite" });
host.after(announcer);

/** The time on the phone’s own clock. */
export const clock = (at = new Date()): string => `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;

/** A name for this phone that says nothing about it or its owner. */
export const device = (): string => {
  const known = localStorage.getItem("inteko-device") ?? crypto.randomUUID().slice(0, 8);
  localStorage.setItem("inteko-device", known);
  return known;
};

/** Goes on to another screen. */
export function go(path: string): void {
  if (location.hash === `#${path}`) void shell.render();
  else location.hash = path;
}

/** A button that does something here. */
export function button(text: string, secondary: boolean, press: () => unknown): HTMLElement {
  return el("button", { type: "button", class: secondary ? "govuk-button govuk-button--secondary" : "govuk-button", onclick: press }, text);
}

/** Says something to those who listen. */
export function announce(text: string): void {
  announcer.textContent = text;
}

/** Shows a screen from its top and says its title to those who listen. */
export function show(title: string, before: readonly (Node | null)[], ...body: readonly (Node | null)[]): void {
  host.replaceChildren(...[...before, el("h1", {}, title), ...body].filter((node) => node !== null));
  document.title = `${title} – Inteko`;
  announce(title);
  scrollTo(0, 0);
}
