/** The chain through records of invented kinds: what a walk takes in, what it leaves out, and that page, file and command agree. */
import { describe, expect, it } from "vitest";
import type { CommandContext, Module, RecordKind } from "#kernel/access/module.ts";
import { houseOf } from "#kernel/access/house.ts";
import type { Stage } from "#kernel/trace/chain.ts";
import { link, type Place } from "#kernel/trace/links.ts";
import { newId } from "#platform/db/ids.ts";
import { module as chain } from "#modules/chain";
import { NOW, ROOT } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { traceCommand } from "./commands.ts";

const id = Object.fromEntries(
  ["need", "line", "otherLine", "huye", "musanze", "indicator", "beata", "olivier", "task"].map((name) => [name, newId()]),
) as Record<"need" | "line" | "otherLine" | "huye" | "musanze" | "indicator" | "beata" | "olivier" | "task", string>;

const TITLES = new Map<string, string>([
  [id.need, "Complaints wait too long"],
  [id.line, "Line 17: complaint handling"],
  [id.otherLine, "Line 18: a manual"],
  [id.huye, "Three days in Huye"],
  [id.musanze, "Three days in Musanze"],
  [id.indicator, "Days to a first answer"],
  [id.beata, "Béata Kamikazi"],
  [id.olivier, "Olivier Ndayisaba"],
  [id.task, "Answer within five days"],
]);

/** Béata attended in Huye, Olivier in Musanze. */
const ATTENDED: readonly (readonly [string, string])[] = [
  [id.beata, id.huye],
  [id.olivier, id.musanze],
];
const secret = new Set<string>();

const kind = (stage: Stage | null, href: string, counts: Record<string, [number, number]> = {}): RecordKind => ({
  title: { en: stage ?? "person", fr: stage ?? "person", rw: stage ?? "person" },
  href: (one) => `${href}/${one}`,
  titles: (_, ids) => Promise.resolve(new Map(ids.flatMap((one) => (TITLES.has(one) ? [[one, TITLES.get(one) as string] as const] : [])))),
  visible: (_, __, ids) => Promise.resolve(new Set(ids.filter((one) => TITLES.has(one) && !secret.has(one)))),
  ...(stage !== null && {
    chain: {
      stage,
      facts: (ask, ids) =>
        Promise.resolve(
          new Map(
            ids.map((one) => {
              const [part, whole] = counts[one] ?? [];
              return [
                one,
                {
                  of: "verified" as const,
                  ...(part !== undefined && whole !== undefined && { count: { part, whole } }),
                  ...(stage === "need" && { organisation: "huye" }),
                  ...(stage === "result" && { value: ask.organisations.join(",") || "all" }),
                },
              ];
            }),
          ),
        ),
    },
  }),
});

const invented: Module = {
  ...chain,
  name: "invented",
  routes: [],
  commands: [],
  records: {
    "x.need": kind("need", "/n"),
    "x.line": kind("plan", "/l"),
    "x.session": kind("session", "/s", { [id.huye]: [26, 28], [id.musanze]: [20, 30] }),
    "x.application": kind("work", "/a", { [id.huye]: [13, 22] }),
    "x.task": kind("work", "/t"),
    "x.indicator": kind("result", "/i"),
    "x.person": kind(null, "/p"),
  },
  derived: [
    {
      relation: "applied_in",
      from: "x.session",
      to: "x.application",
      onwards: (_, from) => Promise.resolve(from.map((one) => [one, one] as const)),
      back: (_, to) => Promise.resolve(to.map((one) => [one, one] as const)),
    },
    {
      relation: "attended",
      from: "x.person",
      to: "x.session",
      personal: true,
      onwards: (_, from) => Promise.resolve(ATTENDED.filter(([person]) => from.includes(person))),
      back: (_, to) => Promise.resolve(ATTENDED.filter(([, session]) => to.includes(session))),
    },
    {
      relation: "does",
      from: "x.person",
      to: "x.task",
      personal: true,
      onwards: (_, from) => Promise.resolve(from.includes(id.beata) ? [[id.beata, id.task] as const] : []),
      back: (_, to) => Promise.resolve(to.includes(id.task) ? [[id.beata, id.task] as const] : []),
    },
  ],
};

const world = useWorld([chain, invented]);

async function linked(): Promise<void> {
  const place = (name: string, of: string): Place => ({ kind: name, id: of });
  const pairs: [string, Place, Place][] = [
    ["planned_in", place("x.need", id.need), place("x.line", id.line)],
    ["planned_in", place("x.need", id.need), place("x.line", id.otherLine)],
    ["delivered_by", place("x.line", id.line), place("x.session", id.huye)],
    ["delivered_by", place("x.line", id.line), place("x.session", id.musanze)],
    ["measured_by", place("x.need", id.need), place("x.indicator", id.indicator)],
  ];
  await world.act("claudine", async (act) => {
    for (const [relation, from, to] of pairs) await link(act, { relation, from, to, proved: true });
    await act.journal({ kind: "chain.linked", subject: { kind: "x.need", id: id.need }, payload: {} });
  });
}

interface Data {
  readonly places: readonly { readonly stage: string; readonly records: readonly { readonly id: string; readonly value?: string }[] }[];
}

async function dataOf(place: string, of: string): Promise<Record<string, string[]>> {
  const browser = await world.browser("claudine");
  const answer = await browser.get(`/chain/${place}/${of}/data`);
  expect(answer.status).toBe(200);
  const { places } = JSON.parse(answer.text) as Data;
  return Object.fromEntries(places.map((one) => [one.stage, one.records.map((record) => record.id)]));
}

describe("the chain", () => {
  it("shows Claudine everything behind a need: both lines, both sessions, what was done at work, and the indicator", async () => {
    await linked();
    expect(await dataOf("x.need", id.need)).toEqual({
      need: [id.need],
      plan: [id.line, id.otherLine].sort(),
      session: [id.huye, id.musanze].sort(),
      work: [id.huye, id.musanze].sort(),
      result: [id.indicator],
      told: [],
    });
  });

  it("shows from a session its own line and need, never the other session of the line nor the need’s other line", async () => {
    expect(await dataOf("x.session", id.huye)).toEqual({
      need: [id.need],
      plan: [id.line],
      session: [id.huye],
      work: [id.huye],
      result: [id.indicator],
      told: [],
    });
  });

  it("walks from an indicator back to the need and on to the sessions that answer it", async () => {
    expect(await dataOf("x.indicator", id.indicator)).toMatchObject({
      need: [id.need],
      plan: [id.line, id.otherLine].sort(),
      session: [id.huye, id.musanze].sort(),
      result: [id.indicator],
    });
  });

  it("shows Béata’s chain with her session and her task, and nobody else’s", async () => {
    expect(await dataOf("x.person", id.beata)).toEqual({
      need: [id.need],
      plan: [id.line],
      session: [id.huye],
      work: [id.task],
      result: [id.indicator],
      told: [],
    });
  });

  it("prints in the terminal the same bytes as the page’s file", async () => {
    const browser = await world.browser("claudine");
    for (const [place, of] of [
      ["x.need", id.need],
      ["x.session", id.musanze],
      ["x.person", id.olivier],
    ] as const) {
      const printed: string[] = [];
      const context = {
        args: [place, of],
        json: true,
        pack: world.pack,
        now: NOW,
        db: world.db,
        house: houseOf([chain, invented]),
        root: ROOT,
      };
      const status = await traceCommand.run({
        ...context,
        print: (text: string) => printed.push(text),
        complain: () => undefined,
      } as unknown as CommandContext);
      expect(status).toBe(0);
      expect(JSON.parse(printed.join(""))).toEqual(JSON.parse((await browser.get(`/chain/${place}/${of}/data`)).text));
    }
  });

  it("draws two sessions as one place that sums who came, and links every record within a click", async () => {
    const page = (await (await world.browser("claudine")).get(`/chain/x.need/${id.need}`)).text;
    expect(page).toContain("46 of 58");
    expect(page).toContain(`href="/s/${id.huye}"`);
    expect(page).toContain(`href="/s/${id.musanze}"`);
    expect(page).toContain("Nothing yet");
  });

  it("counts the session and its application that Claudine may not open, and does not name them", async () => {
    secret.add(id.musanze);
    const page = (await (await world.browser("claudine")).get(`/chain/x.need/${id.need}`)).text;
    secret.clear();
    expect(page).not.toContain("Three days in Musanze");
    expect(page).toContain("2 more records stand");
  });

  it("answers a stranger to a record, and a record that is none, with “not found” and where to start", async () => {
    secret.add(id.need);
    const hidden = await (await world.browser(null)).get(`/chain/x.need/${id.need}`);
    secret.clear();
    expect(hidden.status).toBe(404);
    expect((await (await world.browser(null)).get(`/chain/x.none/${id.need}`)).status).toBe(404);
    expect(hidden.text).toContain("Start from a need");
  });

  it("gives an indicator the figure of the organisation whose need it measures", async () => {
    const browser = await world.browser("claudine");
    const { places } = JSON.parse((await browser.get(`/chain/x.need/${id.need}/data`)).text) as Data;
    expect(places.find((place) => place.stage === "result")?.records[0]?.value).toBe("huye");
  });
});
