/** The door on a phone without signal: scan, type a code, or tap a name; each press is saved before it is shown. */
import { el, notice } from "#kernel/offline/dom.ts";
import { announce, button, clock, device, go, shell, show } from "#kernel/offline/shell.ts";
import { w } from "../words-offline.ts";
import { directions } from "./directions.ts";
import { takeAlong } from "./exchange.ts";
import { look, markOf } from "./scan.ts";
import { codeOf, partAt, plain, standingOf, type KeptPart, type KeptPerson, type KeptRow, type Roster, type Standing } from "./state.ts";
import { put, rowsOf } from "./store.ts";

/** Names shown at once; the others are found by typing. */
const SHOWN = 30;
/** A code in front of the camera is read again and again; so long it counts once. */
const SAME_CODE_MS = 4000;
/** What was noted goes out a little later, so that a queue of people is not held up by sending. */
const SEND_AFTER_MS = 1500;

const time = (at: string): string => clock(new Date(at));

/** What the screen is about while it is open. */
class Door {
  private roster: Roster;
  readonly part: KeptPart;
  /** Rows of this half-day by person. */
  private readonly byPerson = new Map<string, KeptRow[]>();
  private readonly all = new Map<string, KeptRow>();
  private readonly names: readonly (readonly [KeptPerson, string])[];
  private readonly byCode: ReadonlyMap<string, KeptPerson>;
  private readonly byMark: ReadonlyMap<string, KeptPerson>;
  private here = 0;
  leaving = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  stopCamera: (() => void) | null = null;
  private readonly count = el("p", { class: "in-fig" });
  private readonly said = el("div", { class: "in-said" });
  private readonly list = el("ul", { class: "in-names" });
  private readonly kept = el("p", { class: "in-small", "data-kept": "" });
  private readonly field = el("input", {
    class: "govuk-input",
    id: "find",
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
  });
  private readonly items = new Map<string, HTMLElement>();
  private readonly trouble = el("div", {});

  constructor(roster: Roster, part: KeptPart, rows: readonly KeptRow[]) {
    this.roster = roster;
    this.part = part;
    this.names = roster.people.map((person) => [person, plain(`${person.name} ${person.office} ${person.code}`)] as const);
    this.byCode = new Map(roster.people.map((person) => [person.code, person]));
    this.byMark = new Map(roster.people.map((person) => [person.mark, person]));
    this.load(roster, rows);
  }

  /** Takes over what the phone keeps: at the beginning, and after something was sent. */
  private load(roster: Roster, rows: readonly KeptRow[]): void {
    this.roster = roster;
    this.all.clear();
    this.byPerson.clear();
    for (const row of rows) {
      this.all.set(row.id, row);
      if (row.part === this.part.id) this.file(row);
    }
    this.here = roster.people.filter((person) => this.standing(person.id).since !== null).length;
    this.showCount();
    this.trouble.replaceChildren(...[this.closed(), this.refusals()].filter((part) => part !== null));
  }

  get id(): string {
    return this.roster.id;
  }

  private closed(): HTMLElement | null {
    return this.roster.refusal === "" ? null : notice("watch", shell.say(w.closed, { reason: this.roster.refusal }));
  }

  /** Shows how things stand after sending; what is being typed stays. */
  refresh(roster: Roster, rows: readonly KeptRow[]): void {
    this.load(roster, rows);
    for (const person of roster.people) {
      const item = this.items.get(person.id);
      if (item !== undefined) this.fill(item, person);
    }
  }

  private file(row: KeptRow): void {
    const own = this.byPerson.get(row.participant);
    if (own === undefined) this.byPerson.set(row.participant, [row]);
    else own.push(row);
  }

  private standing(person: string): Standing {
    return standingOf(this.byPerson.get(person) ?? []);
  }

  /** Saves a row, then shows it. */
  private async add(person: KeptPerson, row: Pick<KeptRow, "kind" | "method"> & Partial<KeptRow>): Promise<KeptRow> {
    const was = this.standing(person.id).since !== null;
    const full: KeptRow = {
      id: crypto.randomUUID(),
      gathering: this.roster.id,
      part: this.part.id,
      participant: person.id,
      at: new Date().toISOString(),
      until: null,
      voids: null,
      reason: null,
      device: device(),
      waiting: 1,
      refused: "",
      ...row,
    };
    await put([full]);
    this.all.set(full.id, full);
    this.file(full);
    const is = this.standing(person.id).since !== null;
    this.here += Number(is) - Number(was);
    this.showCount();
    const item = this.items.get(person.id);
    if (item !== undefined) this.fill(item, person);
    shell.savedAt = clock();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void shell.send(), SEND_AFTER_MS);
    return full;
  }

  /** Somebody comes or leaves. A second scan of who is here changes nothing and says so. */
  async note(person: KeptPerson, method: "qr" | "code" | "name", leaves = this.leaving): Promise<void> {
    const standing = this.standing(person.id);
    if (!leaves && standing.since !== null) return this.say(shell.say(w.again, { name: person.name, time: time(standing.since) }), "info");
    const row = await this.add(person, { kind: leaves ? "left" : "arrived", method });
    this.say(shell.say(leaves ? w.notedLeft : w.noted, { name: person.name, time: time(row.at) }), "good", this.undo(person, row));
  }

  private undo(person: KeptPerson, row: KeptRow): HTMLElement {
    const box = el("span", { class: "in-more" });
    const back = (reason: string) => async (): Promise<void> => {
      await this.add(person, { kind: "void", method: row.method, voids: row.id, reason });
      this.say(shell.say(w.takenBack, { name: person.name }), "info");
    };
    const small = (text: string, press: () => unknown): HTMLElement => {
      const made = button(text, true, press);
      made.classList.add("govuk-button--small");
      return made;
    };
    const reasons = [w.wrongPerson, w.twice].map((reason) => small(shell.say(reason), back(shell.say(reason))));
    box.append(small(shell.say(w.takeBack), () => box.replaceChildren(el("span", {}, shell.say(w.why)), ...reasons)));
    return box;
  }

  private say(text: string, kind: "good" | "watch" | "info", more: HTMLElement | null = null): void {
    this.said.replaceChildren(notice(kind, text, " ", more));
    announce(text);
  }

  private showCount(): void {
    this.count.textContent = shell.say(w.here, { here: this.here, expected: this.roster.people.length });
    let waiting = 0;
    let sent = 0;
    for (const row of this.all.values()) {
      if (row.waiting === 1) waiting += 1;
      else if (row.refused === "" && row.device !== null) sent += 1;
    }
    this.kept.textContent = shell.say(w.stays, { waiting, sent });
  }

  /** What the list says of one person, with its one button. */
  private fill(item: HTMLElement, person: KeptPerson): void {
    const standing = this.standing(person.id);
    const isHere = standing.since !== null;
    const state = isHere
      ? shell.say(w.since, { time: time(standing.since ?? "") })
      : standing.left === null
        ? ""
        : shell.say(w.left, { time: time(standing.left) });
    const press = button(shell.say(isHere ? w.leaves : w.came), isHere, () => this.note(person, "name", isHere));
    press.classList.add("govuk-button--small");
    press.append(el("span", { class: "govuk-visually-hidden" }, ` ${person.name}`));
    item.classList.toggle("is-here", isHere);
    item.replaceChildren(
      el(
        "div",
        {},
        el("b", {}, person.name),
        el("p", { class: "in-small" }, [person.code, person.office, state].filter((text) => text !== "").join(" · ")),
      ),
      press,
    );
  }

  private showNames(typed: string): void {
    const wanted = plain(typed);
    const fits = this.names.filter(([, text]) => wanted === "" || text.includes(wanted));
    this.items.clear();
    const items = fits.slice(0, SHOWN).map(([person]) => {
      const item = el("li", {});
      this.items.set(person.id, item);
      this.fill(item, person);
      return item;
    });
    if (fits.length > SHOWN) items.push(el("li", { class: "in-small" }, shell.say(w.more, { count: fits.length - SHOWN })));
    this.list.replaceChildren(...items);
  }

  private async typed(): Promise<void> {
    const person = this.byCode.get(codeOf(this.field.value));
    if (person !== undefined) {
      await this.note(person, "code");
      this.field.value = "";
      this.showNames("");
    } else if (this.names.every(([, text]) => !text.includes(plain(this.field.value)))) this.say(shell.say(w.unknown), "watch");
    this.field.focus();
  }

  private async scanning(box: HTMLElement): Promise<void> {
    const video = el("video", { class: "in-camera", muted: true, playsinline: true });
    const stop = button(shell.say(w.stop), true, () => {
      this.stopCamera?.();
      this.stopCamera = null;
      this.scanButton(box);
    });
    box.replaceChildren(video, stop);
    let before = { text: "", at: 0 };
    try {
      this.stopCamera = await look(video, (text) => {
        if (text === before.text && Date.now() - before.at < SAME_CODE_MS) return;
        before = { text, at: Date.now() };
        void this.scanned(text);
      });
    } catch {
      this.scanButton(box);
      this.say(shell.say(w.noCamera), "watch");
    }
  }

  private async scanned(text: string): Promise<void> {
    const person = this.byCode.get(codeOf(text)) ?? this.byMark.get(await markOf(text));
    navigator.vibrate?.(80);
    if (person === undefined) this.say(shell.say(w.unknown), "watch");
    else await this.note(person, "qr");
  }

  private scanButton(box: HTMLElement): void {
    box.replaceChildren(button(shell.say(w.scan), true, () => this.scanning(box)));
  }

  private partChoice(): HTMLElement | null {
    if (this.roster.parts.length < 2) return null;
    const select: HTMLSelectElement = el(
      "select",
      { class: "govuk-select", id: "part", onchange: (): void => go(`/door/${this.roster.id}/${select.value}`) },
      ...this.roster.parts.map((part) => el("option", { value: part.id, selected: part.id === this.part.id }, partName(part))),
    );
    return el("p", {}, el("label", { class: "govuk-label", for: "part" }, shell.say(w.halfDay)), select);
  }

  private refusals(): HTMLElement | null {
    const names = new Map(this.roster.people.map((person) => [person.id, person.name]));
    const refused = [...this.all.values()].filter((row) => row.refused !== "");
    if (refused.length === 0) return null;
    const why = (code: string): string => shell.say(code === "unknown_participant" ? w.notOnList : w.notTaken);
    return el(
      "section",
      { class: "in-sec" },
      el("h2", {}, shell.say(w.refused)),
      el("p", {}, shell.say(w.refusedWhy)),
      el("ul", {}, ...refused.map((row) => el("li", {}, `${names.get(row.participant) ?? "–"}, ${time(row.at)}: ${why(row.refused)}`))),
    );
  }

  private async renew(): Promise<void> {
    if (shell.owner !== null && (await takeAlong(shell.owner, this.roster.id))) await shell.render();
  }

  draw(): void {
    const scan = el("div", { class: "in-scan" });
    this.scanButton(scan);
    this.field.addEventListener("input", () => this.showNames(this.field.value));
    const form = el(
      "form",
      { class: "in-sec", onsubmit: (event: Event) => (event.preventDefault(), this.typed()) },
      el("label", { class: "govuk-label govuk-label--m", for: "find" }, shell.say(w.find)),
      this.field,
      el("div", { class: "govuk-button-group" }, el("button", { class: "govuk-button" }, shell.say(w.note))),
    );
    show(
      this.roster.title,
      [el("p", { class: "in-caption" }, `${this.roster.reference} · ${partName(this.part)}`)],
      el("div", { class: "in-sec" }, this.count, this.kept),
      this.trouble,
      // What was read stands above the camera, where the eyes are.
      this.said,
      el("div", { class: "govuk-button-group" }, scan),
      form,
      directions(this.leaving, (leaving) => {
        this.leaving = leaving;
      }),
      this.partChoice(),
      this.list,
      el(
        "p",
        { class: "in-more" },
        button(shell.say(w.update), true, () => this.renew()),
        el("a", { href: "#/" }, shell.say(w.others)),
      ),
    );
    this.showNames("");
  }
}

/** `17/11/2025, morning`. */
export function partName(part: KeptPart): string {
  return `${part.day.split("-").toReversed().join("/")}, ${shell.say(w[part.half])}`;
}

let open: Door | null = null;

/** Leaves the door: the camera is not left on. */
export function leaveDoor(): void {
  open?.stopCamera?.();
  open = null;
}

/** Shows what became of what was sent, when a door is open. */
export async function refreshDoor(kept: readonly Roster[]): Promise<void> {
  const roster = kept.find((each) => each.id === open?.id);
  if (open !== null && roster !== undefined) open.refresh(roster, await rowsOf(roster.id));
}

/** Opens the door of a list, for the half-day asked for or the one of now. */
export async function openDoor(roster: Roster, part: string | undefined): Promise<boolean> {
  leaveDoor();
  const half = roster.parts.find((each) => each.id === part) ?? partAt(roster.parts, Date.now());
  if (half === undefined) return false;
  open = new Door(roster, half, await rowsOf(roster.id));
  open.draw();
  return true;
}
