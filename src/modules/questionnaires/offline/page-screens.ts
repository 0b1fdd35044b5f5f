/** The screens on which questions are answered. */
import { pagesFor } from "#kernel/questionnaire/asked.ts";
import type { OpenPage } from "#kernel/questionnaire/pages.ts";
import { slugOf } from "../paths.ts";
import { w as a } from "../words-answer.ts";
import { askedPage, entriesOf, given, pageAfter, readPage, type Opened } from "./answering.ts";
import { app, button, clock, device, go, show, stateNotice } from "./app.ts";
import { controlOf, type Control } from "./controls.ts";
import { el } from "#kernel/offline/dom.ts";
import { errorSummary, stepBar } from "./parts.ts";

/** What a page is shown again with. */
interface Again {
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
}

async function save(opened: Opened, page: OpenPage, controls: readonly Control[]): Promise<void> {
  const filled = readPage(opened, page, controls, app.say, app.language, device());
  if (Object.keys(filled.errors).length > 0) {
    await questionScreen({ ...opened, standing: filled.after }, page, filled);
    return;
  }
  await app.store.add(opened.sitting.id, filled.events);
  app.savedAt = clock();
  void app.send();
  const shown = new Set(controls.map((control) => control.asked.filed));
  const next = pageAfter(filled.after, page, shown);
  go(next === null ? `/${opened.sitting.id}/check` : `/${opened.sitting.id}/${slugOf(next.key)}`);
}

/** One page of questions. */
export async function questionScreen(opened: Opened, page: OpenPage, again: Again = { errors: {}, typed: {} }): Promise<void> {
  const asked = askedPage(opened, page);
  const made = asked.questions.map((question, index) =>
    controlOf({
      say: app.say,
      asked: question,
      id: `q${index + 1}`,
      error: again.errors[question.path],
      typed: again.typed[question.path],
    }),
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
      el("button", { class: "govuk-button" }, app.say(a.continue)),
      el("a", { href: before === undefined ? "#/" : `#/${opened.sitting.id}/${slugOf(before.key)}` }, app.say(a.back)),
    ),
  );
  const summary = errors.length > 0 ? errorSummary(app.say, errors) : null;
  show(
    asked.heading === "" ? opened.sitting.title : asked.heading,
    [
      summary,
      stepBar(app.say, opened.sitting.title, asked.number, asked.count),
      asked.caption === "" ? null : el("p", { class: "in-caption" }, asked.caption),
    ],
    form,
    await stateNotice(),
    el("p", { class: "in-small in-sec" }, app.say(a.privacy)),
  );
  summary?.focus();
}

/** The page of a repeat: what was entered, one more, or on. */
export async function entriesScreen(opened: Opened, page: OpenPage): Promise<void> {
  const { sitting, standing } = opened;
  const { heading, keys } = entriesOf(opened, page);
  const pages = pagesFor(standing);
  const place = pages.findIndex((each) => each.key === page.key);
  const next = pages[place + 1];
  const filed = standing.projection.filed(page.key);
  const write = async (path: string, value: string | null): Promise<void> => {
    await app.store.add(sitting.id, given(opened, device(), [[path, value]]));
    app.savedAt = clock();
    void app.send();
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
      first === undefined ? "" : el("a", { href: `#/${sitting.id}/${slugOf(first.key)}` }, app.say(a.entry, { number: index + 1 })),
      button(app.say(a.removeEntry, { number: index + 1 }), true, async () => (await write(`${filed}[${key}]`, null), app.render())),
    );
  });
  const onward = next === undefined ? `/${sitting.id}/check` : `/${sitting.id}/${slugOf(next.key)}`;
  show(
    heading,
    [stepBar(app.say, sitting.title, place + 1, pages.length)],
    el("p", { class: "in-lead" }, app.say(a.entries, { count: keys.length })),
    ...entries,
    el(
      "div",
      { class: "govuk-button-group" },
      button(app.say(a.noMore), false, () => go(onward)),
      button(app.say(keys.length === 0 ? a.addEntry : a.addAnother), true, add),
    ),
    await stateNotice(),
  );
}
