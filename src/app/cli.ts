/** The command line: `inteko <command>`, with exit status 0, 1 (the input has problems) or 2 (wrong usage). */
import { resolve } from "node:path";
import { perform } from "#kernel/access/act.ts";
import { houseOf } from "#kernel/access/house.ts";
import type { Command, CommandContext } from "#kernel/access/module.ts";
import { loadPack } from "#kernel/pack/load.ts";
import { Problem } from "#platform/problems/problem.ts";
import { speak } from "#platform/i18n/text.ts";
import { openDatabase } from "./database.ts";
import { ConfigError, readConfig, type Config } from "./config.ts";
import { prepare } from "./installation.ts";
import { modules } from "./modules.ts";
import { wire } from "./wiring.ts";
import { ownCommands } from "./commands.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

function allCommands(): readonly Command[] {
  return modules.flatMap((module) => module.commands);
}

function usage(): string {
  const lines = [
    ...ownCommands.map((own) => [own.usage, own.summary]),
    ...allCommands().map((command) => [command.usage, command.summary]),
  ];
  const width = Math.max(...lines.map(([left]) => left?.length ?? 0));
  return ["Usage: inteko <command>", "", ...lines.map(([left, right]) => `  ${(left ?? "").padEnd(width)}  ${right}`)].join("\n");
}

/** The command whose name is the longest beginning of the arguments. */
function findCommand(args: readonly string[]): { command: Command; rest: readonly string[] } | null {
  const found = allCommands()
    .filter((command) => command.name.split(" ").every((word, index) => args[index] === word))
    .sort((a, b) => b.name.length - a.name.length)[0];
  return found === undefined ? null : { command: found, rest: args.slice(found.name.split(" ").length) };
}

async function runModuleCommand(command: Command, rest: readonly string[], config: Config): Promise<number> {
  const json = rest.includes("--json");
  const now = new Date();
  const house = houseOf(modules);
  const base = {
    args: rest.filter((arg) => arg !== "--json"),
    json,
    now,
    house,
    root: ROOT,
    dataFolder: config.dataFolder,
    print,
    complain,
  };
  if (!command.database)
    return command.run({ ...base, pack: loadPack(config.packFolder), db: undefined as never, act: undefined as never });
  const database = await openDatabase(config, () => undefined);
  try {
    const { pack } = await prepare(database.db, database.pool, { root: ROOT, pack: config.packFolder }, now);
    await wire(config, database, pack);
    const context: CommandContext = {
      ...base,
      pack,
      db: database.db,
      act: (work) => perform(database.db, { actor: null, now: new Date(), pack }, work),
    };
    return await command.run(context);
  } finally {
    await database.close();
  }
}

async function dispatch(args: readonly string[]): Promise<number> {
  const config = readConfig(process.env, ROOT);
  const own = ownCommands.find((candidate) => candidate.name === args[0]);
  if (own !== undefined) return own.run({ args: args.slice(1), config, root: ROOT, print, complain });
  const found = findCommand(args);
  if (found !== null) return runModuleCommand(found.command, found.rest, config);
  const asked = args[0] === undefined || args[0] === "help" || args[0] === "--help";
  (asked ? print : complain)(asked ? usage() : `There is no command "${args.join(" ")}".\n\n${usage()}`);
  return asked ? 0 : 2;
}

/** Runs one command line and returns the exit status. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    return await dispatch(args);
  } catch (error) {
    if (error instanceof Problem) complain(speak("en")(error.kind.text, error.values));
    else if (error instanceof ConfigError) complain(error.message);
    else complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 1;
  }
}
