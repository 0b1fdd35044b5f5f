/** The app that answers without signal: what is on the phone, one page at a time, and the way out when the signal returns. */
import { LANGUAGES, isLanguage, speak, type Language, type Say } from "#platform/i18n/text.ts";
import { dayFirst, pagesFor } from "#kernel/questionnaire/asked.ts";
import type { OpenPage } from "#kernel/questionnaire/pages.ts";
import { keyOf, paths, slugOf } from "../paths.ts";
import { w as a } from "../words-answer.ts";
import { w } from "../words-offline.ts";
import { askedPage, checkLines, entriesOf, given, openSitting, pageAfter, pageAt, readPage, type Opened } from "./answering.ts";
import { controlOf, type Control } from "./controls.ts";
import { el, notice } from "./dom.ts";
import { errorSummary, stepBar } from "./parts.ts";
import { exchangeAll, offered, takeAlong, type Offered, type Outcome } from "./exchange.ts";
import { openStore, type KeptSitting, type Owner, type PhoneStore } from "./phone-store.ts";

const NAMES: Record<Language, string> = { rw: "Kinyarwanda", en: "English", fr: "Français" };
/** The browser’s word that the signal is back comes late or never on some phones; while something waits and the app is open, it is tried. */
const AGAIN_MS = 10_000;

const host = document.querySelector<HTMLElement>("#offline-app")!;
let language: Language = isLanguage(document.documentElement.lang) ? document.documentElement.lang : "rw";
let say: Say = speak(language);
let store: PhoneStore;
let owner: Owner | null = null;
let available: readonly Offered[] = [];
let outcome: Outcome = "nothing";
let savedAt = "";

const clock = (): string => `${String(new Date().getHours()).padStart(2, "0")}:${String(new Date().getMinutes()).padStart(2, "0")}`;
/** A name for this phone that says nothing about it or its owner. */
const device = (): string => {
  const known = localStorage.getItem("inteko-device") ?? crypto.randomUUID().slice(0, 8);
  localStorage.setItem("inteko-device", known);
  return known;
};

function go(path: string): void {
  if (location.hash === `#${path}`) void render();
  else location.hash = path;
}

function button(text: string, secondary: boolean, press: () => unknown): HTMLElement {
  return el("button", { type: "button", class: secondary ? "govuk-button govuk-button--secondary" : "govuk-button", onclick: press }, text);
}

/** How saving and sending stand, in one sentence. */
async function stateNotice(): Promise<HTMLElement | null> {
  if (owner === null) return null;
  const kept = await store.sittings(owner.person);
  const waiting = (await Promise.all(kept.map((sitting) => store.events(sitting.id)))).flat().filter((event) => event.waiting === 1).length;
  if (outcome === "signed-out")
    return notice(
      "watch",
      say(w.signIn),
      " ",
      el("a", { href: `/sign-in?next=${encodeURIComponent(paths.offlineApp)}` }, say(w.signInAgain)),
    );
  if (waiting > 0) return notice("good", savedAt === "" ? say(w.waiting, { count: waiting }) : say(w.savedHere, { time: savedAt }));
  if (kept.some((sitting) => sitting.submitAt !== null && !sitting.sent)) return notice("good", say(w.sendWaiting));
  return outcome === "sent" && savedAt !== "" ? notice("good", say(w.sentOut, { time: savedAt })) : null;
}

function languageBar(): HTMLElement {
  const choices = LANGUAGES.map((code) =>
    code === language
      ? el("span", { lang: code, "aria-current": "true" }, NAMES[code])
      : el(
          "button",
          {
            type: "button",
            class: "govuk-button govuk-button--secondary govuk-button--small",
            lang: code,
            onclick: () => setLanguage(code),
          },
          NAMES[code],
        ),
  );
  return el("nav", { class: "in-more", "aria-label": say(w.language) }, ...choices);
}

function setLanguage(code: Language): void {
  language = code;
  say = speak(code);
  document.documentElement.lang = code;
  localStorage.setItem("inteko-language", code);
  void render();
}

/** Shows a screen and moves to its title, so that it is read out. */
function show(title: string, before: readonly (Node | null)[], ...body: readonly (Node | null)[]): void {
  const heading = el("h1", { tabindex: "-1" }, title);
  host.replaceChildren(...[...before, heading, ...body].filter((node) => node !== null));
  document.title = `${title} – Inteko`;
  heading.focus({ preventScroll: false });
  scrollTo(0, 0);
}

function keptRow(sitting: KeptSitting): HTMLElement {
  const until = sitting.closes === null ? "" : say(w.until, { day: dayFirst(sitting.closes) });
  const state = sitting.sent
    ? say(w.sendDone)
    : sitting.refusal === "again"
      ? say(w.sendBack)
      : sitting.refusal !== ""
        ? say(w.refused, { reason: sitting.refusal })
        : sitting.submitAt !== null
          ? say(w.sendWaiting)
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
    if (owner !== null) await store.remove(owner.person);
    await store.setOwner(null);
    owner = null;
    available = [];
    savedAt = "";
    show(say(w.removed), [], el("p", {}, el("a", { href: paths.mine }, say(w.mine))));
  };
  const ask = (): void => box.replaceChildren(button(say(w.removeSure, { count: waiting }), true, remove));
  box.append(button(say(w.remove), true, waiting === 0 ? remove : ask), el("p", { class: "in-small" }, say(w.removeNote)));
  return box;
}

async function listScreen(): Promise<void> {
  const kept = owner === null ? [] : await store.sittings(owner.person);
  const waiting = (await Promise.all(kept.map((sitting) => store.events(sitting.id)))).flat().filter((event) => event.waiting === 1).length;
  const ids = new Set(kept.map((sitting) => sitting.id));
  const more = available.filter((each) => !ids.has(each.id));
  const section = (title: string, ...body: Node[]): HTMLElement => el("section", { class: "in-sec" }, el("h2", {}, title), ...body);
  const keep = (each: Offered): HTMLElement =>
    button(say(w.keep, { title: each.title }), true, async () => {
      if (owner !== null && (await takeAlong(store, owner, each.id))) await render();
    });
  show(
    say(w.title),
    [],
    el("p", { class: "in-lead" }, say(w.lead)),
    await stateNotice(),
    kept.length > 0 ? section(say(w.kept), el("ul", { class: "govuk-task-list" }, ...kept.map(keptRow))) : null,
    more.length > 0 ? section(say(w.available), ...more.map((each) => el("p", {}, keep(each)))) : null,
    kept.length === 0 && more.length === 0 ? el("div", { class: "in-empty" }, el("p", {}, say(w.nothing))) : null,
    el("p", { class: "in-more" }, el("a", { href: paths.mine }, say(w.mine))),
    kept.length > 0 ? removeButton(waiting) : null,
    languageBar(),
  );
}

/** What a page is shown again with. */
interface Again {
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
}

async function save(opened: Opened, page: OpenPage, controls: readonly Control[]): Promise<void> {
  const filled = readPage(opened, page, controls, say, language, device());
  if (Object.keys(filled.errors).length > 0) {
    await questionScreen({ ...opened, standing: filled.after }, page, filled);
    return;
  }
  await store.add(opened.sitting.id, filled.events);
  savedAt = clock();
  void send();
  const shown = new Set(controls.map((control) => control.asked.filed));
  const next = pageAfter(filled.after, page, shown);
  go(next === null ? `/${opened.sitting.id}/check` : `/${opened.sitting.id}/${slugOf(next.key)}`);
}

async function questionScreen(opened: Opened, page: OpenPage, again: Again = { errors: {}, typed: {} }): Promise<void> {
  const asked = askedPage(opened, page);
  const made = asked.questions.map((question, index) =>
    controlOf({ say, asked: question, id: `q${index + 1}`, error: again.errors[question.path], typed: again.typed[question.path] }),
  );
  const controls = made.filter((each): each is Control => each.read !== null);
  const errors = made.flatMap((each, index) =>
    again.errors[each.asked.path] === undefined ? [] : [[`q${index + 1}`, again.errors[each.asked.path] ?? ""] as const],
  );
  const form = el(
    "form",
    { novalidate: true, onsubmit: (event: Event) => (event.preventDefault(), save(opened, page, controls)) },
    ...made.map((each) => each.element),
  );
  const before = pagesFor(opened.standing)[asked.number - 2];
  form.append(
    el(
      "div",
      { class: "govuk-button-group" },
      el("button", { class: "govuk-button" }, say(a.continue)),
      el("a", { href: before === undefined ? "#/" : `#/${opened.sitting.id}/${slugOf(before.key)}` }, say(a.back)),
    ),
  );
  const summary = errors.length > 0 ? errorSummary(say, errors) : null;
  show(
    asked.heading === "" ? opened.sitting.title : asked.heading,
    [
      summary,
      stepBar(say, opened.sitting.title, asked.number, asked.count),
      asked.caption === "" ? null : el("p", { class: "in-caption" }, asked.caption),
    ],
    form,
    await stateNotice(),
    el("p", { class: "in-small in-sec" }, say(a.privacy)),
  );
  summary?.focus();
}

async function entriesScreen(opened: Opened, page: OpenPage): Promise<void> {
  const { sitting, standing } = opened;
  const { heading, keys } = entriesOf(opened, page);
  const pages = pagesFor(standing);
  const place = pages.findIndex((each) => each.key === page.key);
  const next = pages[place + 1];
  const filed = standing.projection.filed(page.key);
  const write = async (path: string, value: string | null): Promise<void> => {
    await store.add(sitting.id, given(opened, device(), [[path, value]]));
    savedAt = clock();
    void send();
  };
  const add = async (): Promise<void> => {
    await write(`${filed}[k${crypto.randomUUID().replaceAll("-", "").slice(0, 10)}]`, "+");
    go(`/${sitting.id}/${slugOf(`${page.key}[${keys.length + 1}]`)}~first`);
  };
  const entries = keys.map((key, index) => {
    const first = pages.find((each) => each.key.startsWith(`${page.key}[${index + 1}]/`));
    return el(
      "p",
      { class: "in-more" },
      first === undefined ? "" : el("a", { href: `#/${sitting.id}/${slugOf(first.key)}` }, say(a.entry, { number: index + 1 })),
      button(say(a.removeEntry, { number: index + 1 }), true, async () => (await write(`${filed}[${key}]`, null), render())),
    );
  });
  const onward = next === undefined ? `/${sitting.id}/check` : `/${sitting.id}/${slugOf(next.key)}`;
  show(
    heading,
    [stepBar(say, sitting.title, place + 1, pages.length)],
    el("p", { class: "in-lead" }, say(a.entries, { count: keys.length })),
    ...entries,
    el(
      "div",
      { class: "govuk-button-group" },
      button(say(a.noMore), false, () => go(onward)),
      button(say(keys.length === 0 ? a.addEntry : a.addAnother), true, add),
    ),
    await stateNotice(),
  );
}

async function checkScreen(opened: Opened): Promise<void> {
  const { sitting } = opened;
  const groups = checkLines(opened, say);
  const wrong = groups.flatMap((group) => group.lines.filter((line) => line.problem !== ""));
  const rows = (lines: (typeof groups)[number]["lines"]): HTMLElement =>
    el(
      "dl",
      { class: "govuk-summary-list" },
      ...lines.map((line) =>
        el(
          "div",
          { class: "govuk-summary-list__row" },
          el("dt", { class: "govuk-summary-list__key" }, line.label),
          el(
            "dd",
            { class: "govuk-summary-list__value" },
            line.answer || say(a.notAnswered),
            line.problem === "" ? null : el("p", { class: "govuk-error-message" }, line.problem),
          ),
          el(
            "dd",
            { class: "govuk-summary-list__actions" },
            el(
              "a",
              { class: "govuk-link", href: `#/${sitting.id}/${slugOf(line.key)}` },
              say(a.change),
              el("span", { class: "govuk-visually-hidden" }, ` ${line.label}`),
            ),
          ),
        ),
      ),
    );
  const submit = async (): Promise<void> => {
    await store.update({ ...sitting, submitAt: new Date().toISOString(), refusal: "" });
    savedAt = clock();
    await send();
    go("/");
  };
  show(
    say(a.check),
    [el("p", { class: "in-caption" }, sitting.title)],
    el("p", { class: "in-lead" }, say(a.checkLead)),
    ...groups.flatMap((group) => [el("h2", { class: "in-sec" }, group.heading), rows(group.lines)]),
    wrong.length === 0 ? el("div", { class: "govuk-button-group" }, button(say(w.sendHere), false, submit)) : null,
    await stateNotice(),
    el("p", { class: "in-more" }, el("a", { href: "#/" }, say(w.list))),
  );
}

async function render(): Promise<void> {
  const [, id = "", slug = ""] = decodeURI(location.hash.slice(1)).split("/");
  const sitting = owner === null ? undefined : (await store.sittings(owner.person)).find((each) => each.id === id && !each.sent);
  if (sitting === undefined) return listScreen();
  const opened = await openSitting(store, sitting, language);
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

/** Sends what waits, one attempt at a time; the notice on the page then says how it went. */
function send(): Promise<void> {
  sending ??= sendOnce().finally(() => {
    sending = null;
  });
  return sending;
}

async function sendOnce(): Promise<void> {
  if (owner === null) return;
  let ended = await exchangeAll(store, owner);
  if (ended === "nothing") return;
  if (ended === "signed-out") {
    // She may have signed in again on another page: then there is a new token.
    await refresh();
    if (outcome !== "signed-out" && owner !== null) ended = await exchangeAll(store, owner);
  }
  outcome = ended;
  if (outcome === "sent" && location.hash.split("/").length < 3) return render();
  const old = host.querySelector('[role="status"]');
  const fresh = await stateNotice();
  if (old !== null && fresh !== null) old.replaceWith(fresh);
}

/** Asks who is signed in and what may be taken along; without signal the last owner of the app goes on. */
async function refresh(): Promise<void> {
  const answer = await offered(store);
  if (answer === "offline") owner = await store.owner();
  else if (answer === "signed-out") {
    owner = await store.owner();
    outcome = "signed-out";
  } else {
    ({ owner, list: available } = answer);
    outcome = "nothing";
  }
}

async function begin(): Promise<void> {
  const chosen = localStorage.getItem("inteko-language");
  if (isLanguage(chosen)) {
    language = chosen;
    say = speak(chosen);
    document.documentElement.lang = chosen;
  }
  store = await openStore();
  owner = await store.owner();
  await refresh();
  await render();
  await send();
  addEventListener("hashchange", () => void render());
  addEventListener("online", () => void refresh().then(send));
  document.addEventListener("visibilitychange", () => void (document.visibilityState === "visible" && send()));
  setInterval(() => void send(), AGAIN_MS);
  // The browser may then not clear the store when space is short.
  void navigator.storage?.persist?.();
  // Without signal the worker that is there goes on.
  await navigator.serviceWorker?.register(paths.serviceWorker).catch(() => undefined);
}

void begin();
