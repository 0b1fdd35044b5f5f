/** `inteko export`: everything in open formats, into a folder or one ZIP. */
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Command, CommandContext } from "#kernel/access/module.ts";
import { newId } from "#platform/db/ids.ts";
import type { Db } from "#platform/db/handle.ts";
import { zipStream } from "#platform/tabular/zip-stream.ts";
import { formatNumber } from "#platform/ui/format.ts";
import { inSnapshot, prepareExport, type Export } from "./export-write.ts";
import type { Tables } from "./schema.ts";

interface Options {
  readonly target: string;
  /** Why personal data is included; null when it is not. */
  readonly purpose: string | null;
}

function optionsOf(args: readonly string[]): Options | null {
  const at = args.indexOf("--with-personal-data");
  const purpose = at < 0 ? null : (args[at + 1] ?? "");
  const rest = at < 0 ? args : args.toSpliced(at, 2);
  const [target] = rest;
  if (target === undefined || rest.length !== 1 || target.startsWith("--") || (purpose !== null && purpose.length < 10)) return null;
  return { target: resolve(target), purpose };
}

async function write(prepared: Export, target: string): Promise<void> {
  if (target.endsWith(".zip")) {
    const partial = `${target}.partial`;
    await pipeline(Readable.from(zipStream(prepared.parts)), createWriteStream(partial, { mode: 0o600 }));
    await rename(partial, target);
    return;
  }
  for (const part of prepared.parts) {
    const path = join(target, part.name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await pipeline(Readable.from(part.content), createWriteStream(path, { mode: 0o600, flags: "wx" }));
  }
}

async function run(context: CommandContext): Promise<0 | 1 | 2> {
  const options = optionsOf(context.args);
  if (options === null) {
    context.complain(
      `Usage: inteko ${exportCommand.usage}\nThe purpose for which personal data leaves is written into the journal, so write it in a sentence.`,
    );
    return 2;
  }
  const { pack, house, now } = context;
  const withPersonal = options.purpose !== null;
  // Told before anything leaves: a copy that nobody knows of is worse than a line about one that failed.
  await context.act((act) =>
    act.journal({
      kind: "operations.export_written",
      subject: { kind: "operations.export", id: newId() },
      payload: { way: "command", with_personal: withPersonal },
      personal: { purpose: options.purpose },
    }),
  );
  let rows = 0;
  try {
    await inSnapshot(context.db as Db<Tables>, async (tx) => {
      const prepared = await prepareExport(tx, {
        pack,
        declared: house.personalData,
        withPersonal,
        now,
        counted: (more) => void (rows += more),
      });
      await write(prepared, options.target);
    });
  } catch (error) {
    await rm(`${options.target}.partial`, { force: true });
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    context.complain("The folder holds files of these names already. Give an empty folder.");
    return 1;
  }
  context.print(
    `Wrote ${options.target}: ${formatNumber(rows, "en")} rows. ${withPersonal ? "It holds personal data." : "Columns about people are empty, and files are left out."}`,
  );
  return 0;
}

export const exportCommand: Command = {
  name: "export",
  usage: "export FOLDER|FILE.zip [--with-personal-data PURPOSE]",
  summary: "write everything in open formats: CSV, JSON Schema, JSON lines, files",
  database: true,
  run,
};
