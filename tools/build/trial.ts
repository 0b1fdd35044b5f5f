/** A small checkout in a temporary folder, with the real launcher and a stand-in for npm, for the launcher's tests. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const CHECKOUT = fileURLToPath(new URL("../../", import.meta.url));
const NODE_PACKAGE = process.platform === "darwin" ? `node-bin-darwin-${process.arch}` : `node-${process.platform}-${process.arch}`;

const CLI = `
export async function main(args: string[]): Promise<number> {
  console.log("said " + args.join(" "));
  if (args[0] === "code") return Number(args[1]);
  if (args[0] === "flags") console.log("node " + process.execArgv.join(" ") + " " + process.env["MALLOC_ARENA_MAX"]);
  if (args[0] !== "serve") return 0;
  const wait = setInterval(() => undefined, 60_000);
  console.log("pid " + process.pid);
  return new Promise((done) => {
    process.on("SIGTERM", () => {
      clearInterval(wait);
      console.log("ended in order");
      done(0);
    });
  });
}
`;

/** Stands in for `npm ci`: counts its runs, waits while a file named hold is there, and puts the packages in place. */
const NPM = `
import { appendFileSync, cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
appendFileSync("installs.log", process.argv.slice(2).join(" ") + "\\n");
rmSync("node_modules", { recursive: true, force: true });
await new Promise((done) => {
  const timer = setInterval(() => {
    if (existsSync("hold")) return;
    clearInterval(timer);
    done(undefined);
  }, 20);
});
cpSync("packages", "node_modules", { recursive: true, verbatimSymlinks: true });
`;

/** A trial checkout; `packages` is what its npm installs. */
export interface Trial {
  readonly root: string;
  file(path: string): string;
  write(path: string, text: string): void;
  read(path: string): string;
  remove(): void;
}

function placePackages(root: string): void {
  const packages = join(root, "packages");
  const bin = join(packages, NODE_PACKAGE, "bin");
  mkdirSync(bin, { recursive: true });
  // Another file than the Node that runs the test: the launcher has to go over to it.
  try {
    linkSync(realpathSync(process.execPath), join(bin, "node"));
  } catch {
    copyFileSync(process.execPath, join(bin, "node"));
  }
  for (const name of ["esbuild", "@esbuild", "preact"]) symlinkSync(join(CHECKOUT, "node_modules", name), join(packages, name));
  mkdirSync(join(packages, "plain"));
  writeFileSync(join(packages, "plain", "package.json"), "{}");
  const installed = { packages: { "node_modules/plain": { version: "1.0.0" } } };
  writeFileSync(join(packages, ".package-lock.json"), JSON.stringify(installed));
}

/** Makes a trial checkout without node_modules. */
export function makeTrial(): Trial {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "inteko-launch-")));
  const trial: Trial = {
    root,
    file: (path) => join(root, path),
    write: (path, text) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    read: (path) => readFileSync(join(root, path), "utf8"),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  cpSync(join(CHECKOUT, "bin"), join(root, "bin"), { recursive: true });
  cpSync(join(CHECKOUT, "tools", "build"), join(root, "tools", "build"), { recursive: true });
  trial.write("package.json", JSON.stringify({ type: "module", imports: { "#platform/*": "./src/platform/*" } }));
  const wished = { "": {}, "node_modules/plain": { version: "1.0.0" }, "node_modules/other": { version: "1.0.0", optional: true } };
  trial.write("package-lock.json", JSON.stringify({ packages: wished }));
  trial.write("npm/npm-cli.js", NPM);
  trial.write("src/app/cli.ts", CLI);
  trial.write("tools/test.ts", `console.log("tests " + process.argv.slice(2).join(" "));\nprocess.exitCode = 3;\n`);
  placePackages(root);
  return trial;
}

/** Puts the packages in place as a person's own `npm ci` does. */
export function installByHand(trial: Trial): void {
  cpSync(trial.file("packages"), trial.file("node_modules"), { recursive: true, verbatimSymlinks: true });
}

/** A running launcher; `output` grows while it runs. */
export interface Launch {
  readonly process: ChildProcess;
  output(): string;
  readonly ended: Promise<number | NodeJS.Signals>;
}

/** Runs the trial's launcher as `npm start` does. */
export function launch(trial: Trial, args: readonly string[]): Launch {
  const child = spawn(process.execPath, [trial.file("bin/inteko.mjs"), ...args], {
    cwd: tmpdir(),
    env: { ...process.env, npm_execpath: trial.file("npm/npm-cli.js"), npm_lifecycle_event: undefined },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.on("close", (code, signal) => resolve(signal ?? code ?? -1));
  });
  return { process: child, output: () => output, ended };
}
