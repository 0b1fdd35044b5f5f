/** The folder of built programs: where it lies, which builds are in use, and which may go. */
import { createHash } from "node:crypto";
import { accessSync, constants, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const KEPT = 3;
const ABANDONED_MS = 60 * 60 * 1000;
const IN_USE = /^\.used-(\d+)$/;

function isWritable(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A folder under the system's temporary one: code is run from it, so its name carries the user and `isOurs` must hold. */
function temporaryFolder(root) {
  const place = createHash("sha256").update(root).digest("hex").slice(0, 12);
  return join(tmpdir(), `inteko-build-${process.getuid?.() ?? 0}-${place}`);
}

/** True for a folder that belongs to this user and that nobody else can write into. */
function isOurs(folder) {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === (process.getuid?.() ?? found.uid) && (found.mode & 0o022) === 0;
}

const ownFolder = (root) => join(root, ".cache", "build");

/** The folders in which a build of this checkout may already stand. */
export function cacheFolders(root) {
  const temporary = temporaryFolder(root);
  return isOurs(temporary) ? [ownFolder(root), temporary] : [ownFolder(root)];
}

/** The folder for new builds: `.cache/build` in the checkout, or a private temporary one when that cannot be written. */
export function writableCache(root) {
  if (isWritable(ownFolder(root))) return ownFolder(root);
  const temporary = temporaryFolder(root);
  try {
    mkdirSync(temporary, { mode: 0o700 });
  } catch {
    // There already, or not creatable: looked at next.
  }
  return isOurs(temporary) ? temporary : mkdtempSync(join(tmpdir(), "inteko-build-"));
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function isInUse(folder) {
  return readdirSync(folder).some((name) => IN_USE.test(name) && isAlive(Number(IN_USE.exec(name)[1])));
}

/** Notes that this process runs from the build of `file`: parts of it may be loaded long after the sources have changed. */
export function markUsed(file) {
  const mark = join(dirname(file), `.used-${process.pid}`);
  try {
    writeFileSync(mark, "");
    process.on("exit", () => rmSync(mark, { force: true }));
  } catch {
    // Another user's build: that user's next build may remove it only when three newer ones exist.
  }
}

/** Removes builds beyond the newest three that no living process runs from, and what killed builds left behind. */
export function removeOld(cache, current) {
  try {
    const folders = readdirSync(cache)
      .map((name) => ({ path: join(cache, name), isAside: name.startsWith(".") }))
      .map((folder) => ({ ...folder, at: statSync(folder.path).mtimeMs }))
      .sort((a, b) => b.at - a.at);
    const builds = folders.filter((folder) => !folder.isAside && folder.path !== current);
    const old = builds.slice(KEPT - 1).filter((folder) => !isInUse(folder.path));
    const abandoned = folders.filter((folder) => folder.isAside && Date.now() - folder.at > ABANDONED_MS);
    for (const { path } of [...old, ...abandoned]) rmSync(path, { recursive: true, force: true });
  } catch {
    // Another process tidies at the same moment, or the files are another user's: nothing depends on it.
  }
}
