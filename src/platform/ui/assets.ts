/** The stylesheet and drawings as files with a hash in their name, compressed once when the server starts. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build } from "esbuild";

/** One file as it is sent. The name holds a hash of the content, so it may be kept for ever. */
export interface AssetFile {
  readonly body: Uint8Array;
  readonly gzip: Uint8Array;
  readonly br: Uint8Array;
  readonly type: string;
  readonly etag: string;
}

export interface Assets {
  /** The path of a file by its plain name: `styles.css`, `icon.svg`, `imigongo.svg`, `weave.svg`. Throws on a name that does not exist. */
  href(name: string): string;
  /** By path, such as `/assets/styles.4f0c….css`. */
  readonly files: ReadonlyMap<string, AssetFile>;
}

/** Where the files are served. */
export const ASSET_ROOT = "/assets/";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".js": "text/javascript; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

const HERE = dirname(fileURLToPath(import.meta.url));

const squeeze = promisify(gzip);
const squeezeMore = promisify(brotliCompress);

/** One file, compressed as far as it goes; text only. Throws on an ending without a media type. */
export async function assetFile(name: string, body: Uint8Array): Promise<AssetFile> {
  const type = TYPES[extname(name)];
  if (type === undefined) throw new TypeError(`no media type for ${name}`);
  const [gz, br] = await Promise.all([
    squeeze(body, { level: 9 }),
    squeezeMore(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength } }),
  ]);
  return { body, gzip: gz, br, type, etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"` };
}

/** Bundles and minifies the stylesheets; pictures they name come out as files of their own. */
async function bundle(): Promise<{ readonly path: string; readonly body: Uint8Array }[]> {
  const built = await build({
    entryPoints: [join(HERE, "css/styles.css")],
    bundle: true,
    minify: true,
    write: false,
    outdir: "/",
    publicPath: ASSET_ROOT,
    entryNames: "[name].[hash]",
    assetNames: "[name].[hash]",
    loader: { ".svg": "file" },
    target: ["chrome90", "firefox90", "safari14"],
    legalComments: "none",
    logLevel: "silent",
  });
  return built.outputFiles.map((file) => ({ path: basename(file.path), body: file.contents }));
}

/** Drawings that no stylesheet names. */
async function loose(): Promise<{ readonly path: string; readonly body: Uint8Array }[]> {
  const body = await readFile(join(HERE, "art/icon.svg"));
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 8).toUpperCase();
  return [{ path: `icon.${hash}.svg`, body }];
}

async function load(): Promise<Assets> {
  const files = new Map<string, AssetFile>();
  const paths = new Map<string, string>();
  for (const { path, body } of [...(await bundle()), ...(await loose())]) {
    const plain = path.replace(/\.[A-Z0-9]{8}(\.[a-z]+)$/, "$1");
    files.set(ASSET_ROOT + path, await assetFile(path, body));
    paths.set(plain, ASSET_ROOT + path);
  }
  return {
    files,
    href(name) {
      const path = paths.get(name);
      if (path === undefined) throw new RangeError(`no asset named ${name}`);
      return path;
    },
  };
}

let loaded: Promise<Assets> | undefined;

/** The files, built on the first call of a process and kept. Throws when the stylesheet does not build. */
export function loadAssets(): Promise<Assets> {
  loaded ??= load();
  return loaded;
}
