/** What a phone has to load for the first page it opens: page, stylesheet, scripts and drawings, compressed as they come over the line. */
import { get } from "node:http";
import { modules } from "#app/modules.ts";
import { shapeOf, tagsOf } from "#test/hardening/reader.ts";
import type { SignedIn } from "#test/hardening/probe.ts";
import { installation } from "./installation.ts";
import { figure, skipped, type Bench, type Line } from "./measure.ts";

interface Loaded {
  readonly status: number;
  readonly bytes: number;
  readonly text: string;
}

/** Fetches without unpacking, so that the bytes are those of the line. */
function fetchPacked(address: string, cookie: string, unpack: boolean): Promise<Loaded> {
  return new Promise((done, fail) => {
    get(address, { headers: { cookie, "accept-encoding": "br" } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const body = Buffer.concat(parts);
        const plain = unpack && response.headers["content-encoding"] === "br" ? unbrotli(body) : Promise.resolve(body);
        void plain.then(
          (whole) => done({ status: response.statusCode ?? 0, bytes: body.length, text: unpack ? whole.toString("utf8") : "" }),
          fail,
        );
      });
    }).on("error", fail);
  });
}

async function unbrotli(body: Buffer): Promise<Buffer> {
  const { brotliDecompressSync } = await import("node:zlib");
  return brotliDecompressSync(body);
}

interface FileOfPage {
  readonly kind: "css" | "js" | "svg";
  readonly path: string;
}

/** The files that a browser fetches for a page before it shows it, by what they are. */
function filesOf(html: string): FileOfPage[] {
  return tagsOf(html).flatMap(({ name, attributes }): FileOfPage[] => {
    const path = attributes[name === "link" ? "href" : "src"] ?? "";
    if (!path.startsWith("/")) return [];
    if (name === "link" && /stylesheet/.test(attributes["rel"] ?? "")) return [{ kind: "css", path }];
    if (name === "script" || /modulepreload/.test(attributes["rel"] ?? "")) return [{ kind: "js", path }];
    return name === "img" || /icon/.test(attributes["rel"] ?? "") ? [{ kind: "svg", path }] : [];
  });
}

const KB = 1000;

async function weigh(address: string, path: string, as: SignedIn | null, language: string): Promise<Line | null> {
  const cookie = [as?.cookie, `inteko_lang=${language}`].filter(Boolean).join("; ");
  const page = await fetchPacked(address + path, cookie, true);
  if (page.status !== 200) return skipped(`${path} ${language}`, `answered ${page.status}`);
  if (!page.text.startsWith("<!doctype html>") && !page.text.startsWith("<!DOCTYPE html>")) return null;
  const sizes = { html: page.bytes, css: 0, js: 0, svg: 0 };
  const seen = new Set<string>();
  for (const { kind, path: file } of filesOf(page.text)) {
    if (seen.has(file)) continue;
    seen.add(file);
    sizes[kind] += (await fetchPacked(address + file, cookie, false)).bytes;
  }
  const all = sizes.html + sizes.css + sizes.js + sizes.svg;
  const figures = [
    figure("all", "kB", [all / KB], { most: 60 }),
    figure("page", "kB", [sizes.html / KB]),
    figure("style", "kB", [sizes.css / KB]),
    figure("script", "kB", [sizes.js / KB], { most: 15 }),
    figure("drawings", "kB", [sizes.svg / KB]),
  ];
  return { what: `${shapeOf(path)} ${language}`, figures };
}

/** Pages worth weighing beside those of the menus. */
const GIVEN: readonly string[] = ["/", "/sign-in", "/today", "/account", "/needs/rounds"];

/** One page below each list: the first record that the list links to. */
async function recordsBelow(address: string, path: string, as: SignedIn | null): Promise<string[]> {
  const page = await fetchPacked(address + path, as?.cookie ?? "", true);
  const links = tagsOf(page.text).flatMap((tag) => (tag.name === "a" ? [(tag.attributes["href"] ?? "").split(/[?#]/)[0] ?? ""] : []));
  const record = links.find((href) => /^\/.*[0-9a-f]{8}-[0-9a-f-]{27}$/.test(href));
  return record === undefined ? [] : [record];
}

/** First-load weight of every page of the menus and of one record below each, in English and Kinyarwanda. */
export const weight: Bench = {
  name: "weight",
  about: "first load of the main pages, compressed",
  run: async () => {
    const { server, as } = await installation();
    const somebody = await as("CBM");
    const entries = modules.flatMap((module) => module.menu);
    const open = entries.filter((entry) => entry.for === "public").map((entry) => entry.href);
    const inside = entries.filter((entry) => entry.for !== "public").map((entry) => entry.href);
    const visits = [
      ...[...GIVEN.slice(0, 2), ...open].map((path) => [path, null] as const),
      ...[...GIVEN.slice(2), ...inside].map((path) => [path, somebody] as const),
    ];
    const lines: Line[] = [];
    const shapes = new Set<string>();
    for (const [path, visitor] of visits) {
      const below = await recordsBelow(server.address, path, visitor);
      for (const one of [path, ...below]) {
        if (shapes.has(shapeOf(one))) continue;
        shapes.add(shapeOf(one));
        for (const language of ["en", "rw"]) {
          const line = await weigh(server.address, one, visitor, language);
          // A page that this post may not open belongs to another post's menu.
          if (line !== null && !/answered (403|404)/.test(line.skipped ?? "")) lines.push(line);
        }
      }
    }
    return lines;
  },
};
