/** The list of modules is refused when two of them claim the same thing; each fault is planted. */
import { describe, expect, it } from "vitest";
import { page } from "#kernel/access/route.ts";
import type { Module } from "#kernel/access/module.ts";
import { plainText } from "#platform/i18n/text.ts";
import { checkModules, modules } from "./modules.ts";

function moduleOf(name: string, rest: Partial<Module> = {}): Module {
  return {
    name,
    title: plainText(name),
    needs: [],
    routes: [],
    verbs: {},
    menu: [],
    records: {},
    jobs: {},
    timers: [],
    personalData: [],
    datasets: [],
    commands: [],
    duties: () => Promise.resolve([]),
    ...rest,
  };
}

const job = () => Promise.resolve();
const record = {
  title: plainText("Plan"),
  href: (id: string) => id,
  titles: () => Promise.resolve(new Map()),
  visible: () => Promise.resolve(new Set<string>()),
};
const dataset = { name: "plans", title: plainText("Plans"), columns: [], rows: () => Promise.resolve([]) };
const command = { name: "plan", summary: "", usage: "", database: false, run: () => Promise.resolve(0 as const) };
const route = page("/plans", "public", () => Promise.reject(new Error("not asked")));

describe("Gilbert starts the house", () => {
  it("whose own modules stand in order", () => {
    expect(() => checkModules(modules)).not.toThrow();
  });

  it.each<[string, Module[], string]>([
    [
      "needs one that comes later",
      [moduleOf("plans", { needs: ["needs"] }), moduleOf("needs")],
      `Module "plans" needs "needs", which does not stand before it.`,
    ],
    ["has another’s name", [moduleOf("plans"), moduleOf("plans")], `Two modules are called "plans".`],
    [
      "answers another’s address",
      [moduleOf("plans", { routes: [route] }), moduleOf("courses", { routes: [route] })],
      `Module "courses" answers GET /plans, and so does "plans".`,
    ],
    [
      "names another’s job",
      [moduleOf("plans", { jobs: { remind: job } }), moduleOf("courses", { jobs: { remind: job } })],
      `Module "courses" has the job “remind”, and so does "plans".`,
    ],
    [
      "names another’s timer",
      [
        moduleOf("plans", { jobs: { remind: job }, timers: [{ job: "remind", cron: "0 5 * * *" }] }),
        moduleOf("courses", { timers: [{ job: "remind", cron: "0 6 * * *" }] }),
      ],
      `Module "courses" has a timer for “remind”, and so does "plans".`,
    ],
    [
      "has a timer for no job",
      [moduleOf("plans", { timers: [{ job: "remind", cron: "0 5 * * *" }] })],
      `Module "plans" has a timer for “remind”, which is no job of its own.`,
    ],
    [
      "has another’s kind of record",
      [moduleOf("plans", { records: { plan: record } }), moduleOf("courses", { records: { plan: record } })],
      `Module "courses" has the kind of record “plan”, and so does "plans".`,
    ],
    [
      "has another’s dataset",
      [moduleOf("plans", { datasets: [dataset] }), moduleOf("courses", { datasets: [dataset] })],
      `Module "courses" has the dataset “plans”, and so does "plans".`,
    ],
    [
      "has another’s command",
      [moduleOf("plans", { commands: [command] }), moduleOf("courses", { commands: [command] })],
      `Module "courses" has the command “plan”, and so does "plans".`,
    ],
  ])("and is told when one %s", (_what, list, sentence) => {
    expect(() => checkModules(list)).toThrow(sentence);
  });

  it("and is told when a module’s own job has two timers, of which the queue knows one", () => {
    const timers = ["0 5 * * *", "0 17 * * *"].map((cron) => ({ job: "remind", cron }));
    expect(() => checkModules([moduleOf("plans", { jobs: { remind: job }, timers })])).toThrow(
      `Module "plans" has a timer for “remind” twice.`,
    );
  });
});
