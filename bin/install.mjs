/** Installs the locked packages when they are missing or older than the lockfile. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants as modes, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { constants, homedir } from "node:os";
import { basename, dirname, join } from "node:path";
import { withLock } from "./lock.mjs";
import { LaunchError, say } from "./say.mjs";

const MARK = ".inteko-lock";
const INSTALLED = ".package-lock.json";

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** The hashes of the wished and of the installed lockfile; undefined when nothing is installed. */
function fingerprint(root) {
  try {
    const wished = sha256(readFileSync(join(root, "package-lock.json")));
    return `${wished}\n${sha256(readFileSync(join(root, "node_modules", INSTALLED)))}\n`;
  } catch {
    return undefined;
  }
}

/** True when every package of the lockfile stands in node_modules at its version. Optional ones may be missing: they are for other machines. */
function agrees(root, dev) {
  const wished = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const installed = JSON.parse(readFileSync(join(root, "node_modules", INSTALLED), "utf8")).packages;
  return Object.entries(wished).every(([path, entry]) => {
    if (path === "" || entry.optional || entry.devOptional || (entry.dev && !dev)) return true;
    const there = installed[path];
    return there?.version === entry.version && existsSync(join(root, path, "package.json"));
  });
}

function record(root) {
  try {
    writeFileSync(join(root, "node_modules", MARK), fingerprint(root) ?? "");
  } catch {
    // Installed by another user: the longer comparison is made at each start.
  }
}

/** True when node_modules holds what the lockfile asks for; `dev` includes the packages that only the tests need. */
export function isInstalled(root, { dev }) {
  const print = fingerprint(root);
  if (print === undefined) return false;
  try {
    if (readFileSync(join(root, "node_modules", MARK), "utf8") === print) return true;
  } catch {
    // Installed by hand: compared below.
  }
  if (!agrees(root, dev)) return false;
  if (dev || agrees(root, true)) record(root);
  return true;
}

/** The command that runs npm: the npm that called us, else the one beside this Node, else the one on the path. */
function npmCommand() {
  const caller = process.env.npm_execpath ?? "";
  const beside = join(dirname(process.execPath), "..", "lib", "node_modules", "npm", "bin");
  const folders = [/^np[mx]-cli\.js$/.test(basename(caller)) ? dirname(caller) : beside, beside];
  const script = folders.map((folder) => join(folder, "npm-cli.js")).find((file) => existsSync(file));
  return script === undefined ? ["npm"] : [process.execPath, script];
}

/** npm keeps its cache at home; an account without a writable home gets one in the checkout. */
function npmEnvironment(root) {
  try {
    accessSync(homedir(), modes.W_OK);
    return process.env;
  } catch {
    return { ...process.env, npm_config_cache: join(root, ".cache", "npm") };
  }
}

/** Runs `npm ci` and returns its exit code. A signal to us goes on to npm, so that no half installation runs on behind our back. */
function npmCi(root, dev, holdWith) {
  const [command, ...first] = npmCommand();
  const args = [...first, "ci", "--no-fund", "--no-audit", "--loglevel=error", ...(dev ? ["--include=dev"] : [])];
  // The output goes to the error stream: a command's own output may be piped into a file.
  const stdio = ["ignore", process.stderr, process.stderr];
  const child = spawn(command, args, { cwd: root, env: npmEnvironment(root), stdio });
  if (child.pid !== undefined) holdWith(child.pid);
  let stopped;
  const pass = (signal) => {
    stopped = 128 + constants.signals[signal];
    child.kill(signal);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.on("error", () => reject(new LaunchError("npm was not found. Install it, or run “npm ci” yourself.")));
    child.on("exit", (code) => resolve(stopped ?? code ?? 1));
  }).finally(() => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.off(signal, pass);
  });
}

async function install(root, dev, holdWith) {
  say("installing the packages of package-lock.json (npm ci); this happens once and can take a few minutes.");
  // An interrupted installation must not look complete: npm writes its own record again at the end.
  for (const file of [MARK, INSTALLED]) rmSync(join(root, "node_modules", file), { force: true });
  const code = await npmCi(root, dev, holdWith);
  if (code > 128) throw new LaunchError("the installation was stopped; the next start begins it anew.", code);
  if (code !== 0) throw new LaunchError(`the packages could not be installed: npm ci ended with ${code}.`, code);
  if (!isInstalled(root, { dev })) throw new LaunchError("npm ci ended without an error, but packages are missing.");
}

/** Installs when needed. Of two launchers at once, one installs and the other waits for it. Throws a LaunchError. */
export async function ensureInstalled(root, { dev }) {
  if (isInstalled(root, { dev })) return;
  const waiting = () => say("another start is installing the packages; waiting for it.");
  try {
    await withLock(join(root, ".cache", "install.lock"), waiting, async (holdWith) => {
      if (!isInstalled(root, { dev })) await install(root, dev, holdWith);
    });
  } catch (error) {
    if (error.code !== "EACCES" && error.code !== "EROFS" && error.code !== "EPERM") throw error;
    throw new LaunchError(
      `the packages must be installed, but ${error.path} cannot be written. Run “npm ci” in ${root} as the user who owns it.`,
    );
  }
}
