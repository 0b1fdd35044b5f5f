/** The first screen: what is on the phone. */
import { LANGUAGES, speak, type Language } from "#platform/i18n/text.ts";
import { dayFirst } from "#kernel/questionnaire/asked.ts";
import { paths } from "../paths.ts";
import { ownName } from "#platform/i18n/own-names.ts";
import { w } from "../words-offline.ts";
import { app, button, countWaiting, show, stateNotice } from "./app.ts";
import { el } from "#kernel/offline/dom.ts";
import { takeAlong, type Offered } from "./exchange.ts";
import type { KeptSitting } from "./phone-store.ts";

function languageBar(): HTMLElement {
  const choices = LANGUAGES.map((code) =>
    code === app.language
      ? el("span", { lang: code, "aria-current": "true" }, ownName(code))
      : el(
          "button",
          {
            type: "button",
            class: "govuk-button govuk-button--secondary govuk-button--small",
            lang: code,
            onclick: () => setLanguage(code),
          },
          ownName(code),
        ),
  );
  return el("nav", { class: "in-more", "aria-label": app.say(w.language) }, ...choices);
}

/** Speaks a language from here on. */
export function useLanguage(code: Language): void {
  app.language = code;
  app.say = speak(code);
  document.documentElement.lang = code;
}

/** Goes on in another language, and remembers it on this phone. */
function setLanguage(code: Language): void {
  useLanguage(code);
  localStorage.setItem("inteko-language", code);
  void app.render();
}

function keptRow(sitting: KeptSitting): HTMLElement {
  const until = sitting.closes === null ? "" : app.say(w.until, { day: dayFirst(sitting.closes) });
  const state = sitting.sent
    ? app.say(w.sendDone)
    : sitting.refusal === "again"
      ? app.say(w.sendBack)
      : sitting.refusal !== ""
        ? app.say(w.refused, { reason: sitting.refusal })
        : sitting.submitAt !== null
          ? app.say(w.sendWaiting)
          : until;
  const title = sitting.sent
    ? el("span", {}, sitting.title)
    : el("a", { class: "govuk-link govuk-task-list__link", href: `#/${sitting.id}` }, sitting.title);
  return el(
    "li",
    { class: "govuk-task-list__item" },
    el("div", { class: "govuk-task-list__name-and-hint" }, title, el("div", { class: "govuk-task-list__hint" }, state)),
  );
}

function removeButton(waiting: number): HTMLElement {
  const box = el("div", { class: "in-sec" });
  const remove = async (): Promise<void> => {
    const person = app.owner?.person;
    if (person !== undefined) await Promise.all([app.store.remove(person), ...app.rooms.map((room) => room.remove(person))]);
    await app.store.setOwner(null);
    app.owner = null;
    app.available = [];
    app.savedAt = "";
    show(app.say(w.removed), [], el("p", {}, el("a", { href: paths.mine }, app.say(w.mine))));
  };
  const ask = (): void => box.replaceChildren(button(app.say(w.removeSure, { count: waiting }), true, remove));
  box.append(button(app.say(w.remove), true, waiting === 0 ? remove : ask), el("p", { class: "in-small" }, app.say(w.removeNote)));
  return box;
}

/** Everything of this person on the phone, what could be taken along, and how to take it all off. */
export async function listScreen(): Promise<void> {
  const kept = app.owner === null ? [] : await app.store.sittings(app.owner.person);
  const waiting = await countWaiting();
  const { owner } = app;
  const others = owner === null ? [] : (await Promise.all(app.rooms.map((room) => room.listed(owner)))).flat();
  const ids = new Set(kept.map((sitting) => sitting.id));
  const more = app.available.filter((each) => !ids.has(each.id));
  const section = (title: string, ...body: Node[]): HTMLElement => el("section", { class: "in-sec" }, el("h2", {}, title), ...body);
  const keep = (each: Offered): HTMLElement =>
    button(app.say(w.keep, { title: each.title }), true, async () => {
      if (app.owner !== null && (await takeAlong(app.store, app.owner, each.id))) await app.render();
    });
  show(
    app.say(w.title),
    [],
    el("p", { class: "in-lead" }, app.say(w.lead)),
    await stateNotice(),
    ...others,
    kept.length > 0 ? section(app.say(w.kept), el("ul", { class: "govuk-task-list" }, ...kept.map(keptRow))) : null,
    more.length > 0 ? section(app.say(w.available), ...more.map((each) => el("p", {}, keep(each)))) : null,
    kept.length === 0 && more.length === 0 && others.length === 0
      ? el("div", { class: "in-empty" }, el("p", {}, app.say(w.nothing)))
      : null,
    el("p", { class: "in-more" }, el("a", { href: paths.mine }, app.say(w.mine))),
    kept.length > 0 || others.length > 0 ? removeButton(waiting) : null,
    languageBar(),
  );
}
