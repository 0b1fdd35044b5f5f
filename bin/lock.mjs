/** A lock file for work that two launchers must not do at once; the lock of a killed launcher is taken over. */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** When a process started, as text that differs for a later process with the same number; undefined when it is gone. */
export function startOf(pid) {
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return fields[0] === "Z" ? undefined : fields[19];
    }
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** True while one of the processes named in the lock lives: the launcher, or the installer it left behind. */
function isHeld(content) {
  return content
    .trim()
    .split("\n")
    .some((line) => {
      const [pid, start] = line.split("\t");
      return start !== undefined && startOf(pid) === start;
    });
}

const line = (pid) => `${pid}\t${startOf(pid)}\n`;

/** Writes `content` under the lock's name unless the name is taken; the content is complete from the first moment. */
function claim(path, content) {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moves a dead lock aside. When another launcher was faster, the lock moved is its live one, and is put back. */
function clear(path, dead) {
  const aside = `${path}.${randomBytes(4).toString("hex")}.old`;
  try {
    renameSync(path, aside);
    if (read(aside) !== dead) linkSync(aside, path);
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "EEXIST") throw error;
  }
  rmSync(aside, { force: true });
}

/**
 * Runs `work` while holding the lock file `path`. `work` receives a function that adds a child process to the holders, so
 * that the lock outlives this process for as long as that child runs. `onWait` is called once when another holds the lock.
 */
export async function withLock(path, onWait, work) {
  mkdirSync(dirname(path), { recursive: true });
  const mine = line(process.pid);
  for (let waited = false; !claim(path, mine);) {
    const content = read(path);
    if (content === undefined) continue;
    if (!isHeld(content)) {
      clear(path, content);
      continue;
    }
    if (!waited) onWait();
    waited = true;
    await pause(250);
  }
  let held = mine;
  try {
    return await work((child) => {
      const draft = `${path}.${process.pid}.child`;
      writeFileSync(draft, mine + line(child));
      renameSync(draft, path);
      held = mine + line(child);
    });
  } finally {
    if (read(path)?.startsWith(held.split("\n")[0])) rmSync(path, { force: true });
  }
}
