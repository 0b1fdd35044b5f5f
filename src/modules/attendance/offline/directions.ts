/** The choice at the door: noting people who come, or people who leave. */
import { el } from "#kernel/offline/dom.ts";
import { shell } from "#kernel/offline/shell.ts";
import { w } from "../words-offline.ts";

/** Two radios in a group; `choose` is told what is meant from now on. */
export function directions(leaving: boolean, choose: (leaving: boolean) => void): HTMLElement {
  const radio = (leaves: boolean, text: string): HTMLElement =>
    el(
      "label",
      { class: "in-choice" },
      el("input", { type: "radio", name: "direction", checked: leaving === leaves, onchange: () => choose(leaves) }),
      " ",
      text,
    );
  return el(
    "fieldset",
    { class: "in-choices" },
    el("legend", { class: "in-small" }, shell.say(w.direction)),
    radio(false, shell.say(w.coming)),
    radio(true, shell.say(w.leaving)),
  );
}
