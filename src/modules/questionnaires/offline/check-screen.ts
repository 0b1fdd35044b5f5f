/** The screen on which answers are checked and sent in. */
import { slugOf } from "../paths.ts";
import { w as a } from "../words-answer.ts";
import { w } from "../words-offline.ts";
import { checkLines, type Opened } from "./answering.ts";
import { app, button, clock, go, show, stateNotice } from "./app.ts";
import { el } from "#kernel/offline/dom.ts";

/** Everything once more; it is sent in as soon as there is signal. */
export async function checkScreen(opened: Opened): Promise<void> {
  const { sitting } = opened;
  const groups = checkLines(opened, app.say);
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
            line.answer || app.say(a.notAnswered),
            line.problem === "" ? null : el("p", { class: "govuk-error-message" }, line.problem),
          ),
          el(
            "dd",
            { class: "govuk-summary-list__actions" },
            el(
              "a",
              { class: "govuk-link", href: `#/${sitting.id}/${slugOf(line.key)}` },
              app.say(a.change),
              el("span", { class: "govuk-visually-hidden" }, ` ${line.label}`),
            ),
          ),
        ),
      ),
    );
  const submit = async (): Promise<void> => {
    await app.store.update({ ...sitting, submitAt: new Date().toISOString(), refusal: "" });
    app.savedAt = clock();
    await app.send();
    go("/");
  };
  show(
    app.say(a.check),
    [el("p", { class: "in-caption" }, sitting.title)],
    el("p", { class: "in-lead" }, app.say(a.checkLead)),
    ...groups.flatMap((group) => [el("h2", { class: "in-sec" }, group.heading), rows(group.lines)]),
    wrong.length === 0 ? el("div", { class: "govuk-button-group" }, button(app.say(w.sendHere), false, submit)) : null,
    await stateNotice(),
    el("p", { class: "in-more" }, el("a", { href: "#/" }, app.say(w.list))),
  );
}
