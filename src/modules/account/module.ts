/** The manifest of accounts and signing in. */
import type { Module } from "#kernel/access/module.ts";
import { signInRoutes } from "./routes-sign-in.tsx";
import { verbs } from "./rules.ts";
import { w } from "./words.ts";

export const module: Module = {
  name: "account",
  title: w.title,
  needs: [],
  routes: [...signInRoutes],
  verbs,
  menu: [],
  records: {},
  jobs: {},
  timers: [],
  personalData: [],
  datasets: [],
  commands: [],
  duties: () => Promise.resolve([]),
};
