import { existsSync, rmSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { installByHand, launch, makeTrial } from "./trial.ts";
import type { Launch, Trial } from "./trial.ts";

let trial: Trial;
beforeEach(() => {
  trial = makeTrial();
});
afterEach(() => trial.remove());

const installs = () => (existsSync(trial.file("installs.log")) ? trial.read("installs.log").trim().split("\n") : []);
const says = (run: Launch, words: string) => expect.poll(run.output, { timeout: 10_000 }).toContain(words);
const pidIn = (run: Launch) => Number(/pid (\d+)/.exec(run.output())?.[1]);

test("Olive starts without node_modules: the packages are installed once and the program gets its arguments", async () => {
  const first = launch(trial, ["hello", "Olive"]);
  expect(await first.ended).toBe(0);
  expect(first.output()).toContain("inteko: installing the packages");
  expect(first.output()).toContain("said hello Olive");
  const second = launch(trial, ["again"]);
  expect(await second.ended).toBe(0);
  expect(second.output()).toBe("said again\n");
  expect(installs()).toEqual(["ci --no-fund --no-audit --loglevel=error"]);
});

test("Olive ran npm ci herself: nothing is installed; when the lockfile asks for another version, it is", async () => {
  installByHand(trial);
  expect(await launch(trial, ["x"]).ended).toBe(0);
  expect(installs()).toEqual([]);
  trial.write("package-lock.json", trial.read("package-lock.json").replace("1.0.0", "2.0.0"));
  const stale = launch(trial, ["x"]);
  expect(await stale.ended).toBe(1);
  // The stand-in for npm brings 1.0.0 again, and the launcher does not believe it.
  expect(stale.output()).toContain("packages are missing");
  expect(installs()).toHaveLength(1);
});

test("two starts of Olive's at once install once: one waits for the other", async () => {
  trial.write("hold", "");
  const first = launch(trial, ["one"]);
  await expect.poll(installs, { timeout: 10_000 }).toHaveLength(1);
  const second = launch(trial, ["two"]);
  await says(second, "waiting for it");
  rmSync(trial.file("hold"));
  expect([await first.ended, await second.ended]).toEqual([0, 0]);
  expect(second.output()).toContain("said two");
  expect(installs()).toHaveLength(1);
});

test("Olive's start is killed with -9 while npm works: the next waits for that npm instead of starting a second", async () => {
  trial.write("hold", "");
  const killed = launch(trial, ["one"]);
  await expect.poll(installs, { timeout: 10_000 }).toHaveLength(1);
  await expect.poll(() => trial.read(".cache/install.lock").trim().split("\n").length).toBe(2);
  killed.process.kill("SIGKILL");
  const next = launch(trial, ["two"]);
  await says(next, "waiting for it");
  rmSync(trial.file("hold"));
  expect(await next.ended).toBe(0);
  expect(next.output()).toContain("said two");
  expect(installs()).toHaveLength(1);
});

test("start and npm were both killed: the lock they left is taken over and the packages are installed", async () => {
  trial.write(".cache/install.lock", "999999999\t1\n999999998\t1\n");
  const next = launch(trial, ["two"]);
  expect(await next.ended).toBe(0);
  expect(installs()).toHaveLength(1);
  expect(existsSync(trial.file(".cache/install.lock"))).toBe(false);
});

test("the exit code of the program is the exit code of the command, also for npm test with its arguments", async () => {
  installByHand(trial);
  expect(await launch(trial, ["code", "7"]).ended).toBe(7);
  const tests = launch(trial, ["test", "--long"]);
  expect(await tests.ended).toBe(3);
  expect(tests.output()).toContain("tests --long");
});

test("Node is told to keep little memory for what is just made, as Olive’s machine has little", async () => {
  installByHand(trial);
  const run = launch(trial, ["flags"]);
  expect(await run.ended).toBe(0);
  expect(run.output()).toMatch(/^node .*--max-semi-space-size=16 .*\b2$/m);
});

test("SIGTERM to the launcher lets the program end in order", async () => {
  installByHand(trial);
  const run = launch(trial, ["serve"]);
  await says(run, "pid ");
  // The pinned Node is another process than the launcher.
  expect(pidIn(run)).not.toBe(run.process.pid);
  run.process.kill("SIGTERM");
  expect(await run.ended).toBe(0);
  expect(run.output()).toContain("ended in order");
});

test("the launcher is killed with -9: the program notices and ends in order", async () => {
  installByHand(trial);
  const run = launch(trial, ["serve"]);
  await says(run, "pid ");
  run.process.kill("SIGKILL");
  // Its output closes when the program has ended too.
  expect(await run.ended).toBe("SIGKILL");
  expect(run.output()).toContain("ended in order");
});

test("the program is killed with -9: the launcher ends by the same signal", async () => {
  installByHand(trial);
  const run = launch(trial, ["serve"]);
  await says(run, "pid ");
  process.kill(pidIn(run), "SIGKILL");
  expect(await run.ended).toBe("SIGKILL");
});
