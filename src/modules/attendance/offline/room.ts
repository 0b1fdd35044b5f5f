/** Attendance’s room in the app without signal: lists taken along, and the door of each. */
import { el } from "#kernel/offline/dom.ts";
import { button, go, shell, type Owner, type Room } from "#kernel/offline/shell.ts";
import { w } from "../words-offline.ts";
import { leaveDoor, openDoor, refreshDoor } from "./door.ts";
import { exchangeAll, offered, takeAlong, type Offered } from "./exchange.ts";
import { countWaiting, openStore, remove, rosters } from "./store.ts";

let available: readonly Offered[] = [];

async function keep(owner: Owner, id: string): Promise<void> {
  if (await takeAlong(owner, id)) go(`/door/${id}`);
}

async function listed(owner: Owner): Promise<readonly HTMLElement[]> {
  leaveDoor();
  const kept = await rosters(owner.person);
  const more = available.filter((each) => !kept.some((roster) => roster.id === each.id));
  if (kept.length === 0 && more.length === 0) return [];
  const row = (title: string, id: string, hint: string): HTMLElement =>
    el(
      "li",
      { class: "govuk-task-list__item" },
      el(
        "div",
        { class: "govuk-task-list__name-and-hint" },
        el("a", { class: "govuk-link govuk-task-list__link", href: `#/door/${id}` }, title),
        el("div", { class: "govuk-task-list__hint" }, hint),
      ),
    );
  return [
    el(
      "section",
      { class: "in-sec", "data-room": "door" },
      el("h2", {}, shell.say(w.title)),
      kept.length === 0
        ? null
        : el(
            "ul",
            { class: "govuk-task-list" },
            ...kept.map((roster) => row(roster.title, roster.id, shell.say(w.people, { count: roster.people.length }))),
          ),
      more.length === 0 ? null : el("p", { class: "in-small" }, shell.say(w.available)),
      ...more.map((each) =>
        el(
          "p",
          {},
          button(shell.say(w.keep, { title: each.title }), true, () => keep(owner, each.id)),
        ),
      ),
    ),
  ];
}

/** A list that is asked for and not on the phone is fetched while there is signal. */
async function render(rest: readonly string[]): Promise<boolean> {
  const [id = "", part] = rest;
  const { owner } = shell;
  if (owner === null || id === "") return false;
  const find = async () => (await rosters(owner.person)).find((roster) => roster.id === id);
  let roster = await find();
  if (roster === undefined && (await takeAlong(owner, id))) roster = await find();
  return roster === undefined ? false : openDoor(roster, part);
}

export const room: Room = {
  key: "door",
  begin: openStore,
  refresh: async () => {
    available = await offered();
  },
  render,
  listed,
  send: async (owner) => {
    const outcome = await exchangeAll(owner);
    if (outcome !== "nothing" && outcome !== "offline") await refreshDoor(await rosters(owner.person));
    return outcome;
  },
  waiting: async (owner) =>
    (await Promise.all((await rosters(owner.person)).map((roster) => countWaiting(roster.id)))).reduce((sum, count) => sum + count, 0),
  remove,
};
