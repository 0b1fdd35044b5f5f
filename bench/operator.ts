/** What an operator waits for: the first start, the next start, the country's units, a backup and its restore. */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { modules } from "#app/modules.ts";
import { makeFolder, removeFolder } from "#platform/db/embedded/trial.ts";
import { ROOT } from "#test/support/fixed.ts";
import { command, startServer } from "#test/hardening/server.ts";
import { figure, skipped, timed, type Bench, type Line } from "./measure.ts";

const hasCommand = (name: string): boolean => modules.some((module) => module.commands.some((one) => one.name === name));

/** Milliseconds from the command to the first page in hand. */
async function toFirstPage(dataFolder: string, args: readonly string[]): Promise<number> {
  const start = performance.now();
  const server = await startServer(dataFolder, { args });
  await (await fetch(server.address)).text();
  const took = performance.now() - start;
  await server.stop();
  return took;
}

/** Does some work on a data folder of its own, and removes it whatever happens. */
async function onFolder<R>(work: (dataFolder: string, folder: string) => Promise<R>): Promise<R> {
  const folder = makeFolder();
  const dataFolder = join(folder, "data");
  try {
    return await work(dataFolder, folder);
  } finally {
    removeFolder(folder, dataFolder);
  }
}

async function starts(): Promise<Line[]> {
  const cold: number[] = [];
  const second: number[] = [];
  for (let run = 0; run < 3; run++)
    await onFolder(async (dataFolder) => {
      cold.push((await toFirstPage(dataFolder, ["--clean"])) / 1000);
      second.push((await toFirstPage(dataFolder, [])) / 1000);
    });
  const demonstration = (await onFolder((dataFolder) => toFirstPage(dataFolder, []))) / 1000;
  return [
    { what: "empty folder to first page, clean", figures: [figure("", "s", cold)] },
    { what: "second start to first page", figures: [figure("", "s", second)] },
    { what: "empty folder to first page, with the demonstration", figures: [figure("", "s", [demonstration])] },
  ];
}

export const start: Bench = { name: "start", about: "from the command to the first page", run: starts };

/** A country of Rwanda's size, where its own file is not at hand: 5 provinces, 30 districts, 416 sectors, 2,148 cells, 14,837 villages. */
export function inventedCountry(): string {
  const sizes = [5, 30, 416, 2148, 14_837] as const;
  const levels = ["province", "district", "sector", "cell", "village"] as const;
  const widths = [1, 2, 4, 6, 8] as const;
  const rows = ["level,code,name,parent code"];
  let above: string[] = [""];
  for (const [level, wanted] of sizes.entries()) {
    const counts = new Map<string, number>();
    const codes = Array.from({ length: wanted }, (_, number) => {
      const parent = above[number % above.length] ?? "";
      const place = (counts.get(parent) ?? 0) + 1;
      counts.set(parent, place);
      const code = parent + String(place).padStart((widths[level] ?? 0) - parent.length, "0");
      rows.push(`${levels[level]},${code},Place ${level}-${number},${parent}`);
      return code;
    });
    above = codes;
  }
  return `${rows.join("\n")}\n`;
}

async function importUnits(): Promise<Line[]> {
  const what = "import of 17,413 units";
  if (!hasCommand("import units")) return [skipped(what, "there is no command that imports units")];
  const given = join(ROOT, "..", "shared", "data", "rwanda", "units.csv");
  const folder = makeFolder();
  const dataFolder = join(folder, "data");
  const invented = join(folder, "units.csv");
  const file = existsSync(given) ? given : invented;
  if (file === invented) writeFileSync(invented, inventedCountry());
  try {
    await command(["migrate"], dataFolder);
    let said = "";
    const took = await timed(async () => {
      const { status, output } = await command(["import", "units", file], dataFolder);
      said = output.trim().split("\n").at(-1) ?? "";
      if (status !== 0 && status !== 1) throw new Error(`The import ended with ${status}: ${output}`);
    });
    const again = await timed(() => command(["import", "units", file], dataFolder));
    const server = await startServer(dataFolder, { args: ["--clean"] });
    const pages: number[] = [];
    for (let run = 0; run < 10; run++) pages.push(await timed(async () => (await fetch(server.address)).text()));
    await server.stop();
    const of = file === given ? "the country’s own file" : "an invented country";
    return [
      {
        what: `${what} (${of}: ${said})`,
        figures: [
          figure("", "s", [took / 1000]),
          figure("the same file again", "s", [again / 1000]),
          figure("portal home afterwards", "ms", pages),
        ],
      },
    ];
  } finally {
    removeFolder(folder, dataFolder);
  }
}

export const units: Bench = { name: "units", about: "import of a whole country’s units", run: importUnits };

const sizeBelow = (path: string): number =>
  statSync(path).isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeBelow(join(path, name)), 0) : statSync(path).size;

async function backups(): Promise<Line[]> {
  const what = "backup and restore of the demonstration";
  if (!hasCommand("backup") || !hasCommand("restore")) return [skipped(what, "there are no commands for backup and restore")];
  const folder = makeFolder();
  const dataFolder = join(folder, "data");
  const other = makeFolder();
  const target = join(mkdtempSync(join(tmpdir(), "inteko-backup-")), "backup");
  const run = async (args: readonly string[], data: string): Promise<number> =>
    timed(async () => {
      const { status, output } = await command(args, data);
      if (status !== 0) throw new Error(`inteko ${args.join(" ")} ended with ${status}: ${output}`);
    });
  try {
    await command(["demo"], dataFolder);
    const kept = await run(["backup", target], dataFolder);
    const restored = await run(["restore", target], join(other, "data"));
    return [
      {
        what,
        figures: [
          figure("backup", "s", [kept / 1000]),
          figure("restore", "s", [restored / 1000]),
          figure("size", "MB", [sizeBelow(target) / 1e6]),
        ],
      },
    ];
  } finally {
    removeFolder(folder, dataFolder);
    removeFolder(other, join(other, "data"));
    rmSync(target, { recursive: true, force: true });
  }
}

export const backup: Bench = { name: "backup", about: "backup and restore", run: backups };
