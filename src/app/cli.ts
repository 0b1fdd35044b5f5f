/** The command line: `inteko <command>`, with exit status 0, 1 (the input has problems) or 2 (wrong usage). */
import { resolve } from "node:path";
import { perform } from "#kernel/access/act.ts";
import { houseOf } from "#kernel/access/house.ts";
import type { Command, CommandContext } from "#kernel/access/module.ts";
import { loadPack } from "#kernel/pack/load.ts";
import { canonicalJson } from "#methods/proofs/canonical.ts";
import { Problem } from "#platform/problems/problem.ts";
import { speak } from "#platform/i18n/text.ts";
import { openDatabase } from "./database.ts";
import { ConfigError, readConfig, type Config } from "./config.ts";
import { prepare } from "./installation.ts";
import { modules } from "./modules.ts";
import { wire } from "./wiring.ts";
import { ownCommands } from "./commands.ts";
import { beginning, DEVELOPER_COMMANDS, helpText, listText, type Listed } from "./usage.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

function allCommands(): readonly Command[] {
  return modules.flatMap((module) => module.commands);
}

function everyCommand(): readonly Listed[] {
  return [...ownCommands, ...allCommands(), ...DEVELOPER_COMMANDS];
}

/** Help asked for: all of it, or the commands that begin with the given words. */
function help(words: readonly string[]): 0 | 2 {
  const found = words.length === 0 ? [] : beginning(everyCommand(), words);
  if (words.length > 0 && found.length === 0) return unknown(words);
  print(found.length > 0 ? listText(found) : helpText(ownCommands, allCommands()));
  return 0;
}

function unknown(args: readonly string[]): 2 {
  const near = beginning(everyCommand(), args);
  complain(`There is no command "${args.join(" ")}".\n\n${near.length > 0 ? listText(near) : helpText(ownCommands, allCommands())}`);
  return 2;
}

/** The command whose name is the longest beginning of the arguments. */
function findCommand(args: readonly string[]): { command: Command; rest: readonly string[] } | null {
  const found = allCommands()
    .filter((command) => command.name.split(" ").every((word, index) => args[index] === word))
    .sort((a, b) => b.name.length - a.name.length)[0];
  return found === undefined ? null : { command: found, rest: args.slice(found.name.split(" ").length) };
}

async function runModuleCommand(command: Command, rest: readonly string[], config: Config, heard: Heard): Promise<number> {
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
    print: heard.print,
    complain: heard.complain,
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

async function dispatch(args: readonly string[], heard: Heard): Promise<number> {
  if (args[0] === undefined || args[0] === "help" || args[0] === "--help" || args[0] === "-h") return help(args.slice(1));
  if (args.at(-1) === "--help") return help(args.filter((arg) => !arg.startsWith("-")).slice(0, 2));
  const own = ownCommands.find((candidate) => candidate.name === args[0]);
  const found = findCommand(args);
  if (own === undefined && found === null) return unknown(args);
  const config = readConfig(process.env, ROOT);
  if (own !== undefined) return own.run({ args: args.slice(1), config, root: ROOT, print: heard.print, complain: heard.complain });
  return found === null ? 2 : runModuleCommand(found.command, found.rest, config, heard);
}

/** What went to the two streams so far: with --json the answer is JSON even when a command could only complain. */
interface Heard {
  printed: boolean;
  readonly complaints: string[];
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

function listen(): Heard {
  const heard: Heard = {
    printed: false,
    complaints: [],
    print: (text) => {
      heard.printed = true;
      print(text);
    },
    complain: (text) => {
      heard.complaints.push(text);
      complain(text);
    },
  };
  return heard;
}

const UNREACHED = new Set(["ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "EHOSTUNREACH", "EAI_AGAIN"]);

/** An error as the operator reads it: one sentence for what she can put right, the whole trace for what only a developer can. */
function sentenceOf(error: unknown): { readonly code: string; readonly message: string; readonly status: 1 | 2 } {
  if (error instanceof Problem) return { code: error.kind.code, message: speak("en")(error.kind.text, error.values), status: 1 };
  if (error instanceof ConfigError) return { code: "setting", message: error.message, status: 1 };
  if (!(error instanceof Error)) return { code: "failed", message: String(error), status: 1 };
  const { code, path, syscall, severity } = error as NodeJS.ErrnoException & { readonly severity?: string };
  // FATAL is PostgreSQL’s word for a connection that it refuses: a wrong password, no such database, too many clients.
  if (severity === "FATAL" || UNREACHED.has(code ?? ""))
    return {
      code: "database",
      message: `The database does not answer: ${error.message}. Does the server run, and is DATABASE_URL its address?`,
      status: 1,
    };
  if (path !== undefined && code !== undefined)
    return { code: `file.${code}`, message: `The file ${path} cannot be ${syscall === "open" ? "opened" : "used"}: ${code}.`, status: 2 };
  if (syscall === "read" && code === "EISDIR") return { code: "file.EISDIR", message: "That is a folder, not a file.", status: 2 };
  return { code: "failed", message: error.stack ?? error.message, status: 1 };
}

/** Runs one command line and returns the exit status. */
export async function main(args: readonly string[]): Promise<number> {
  const heard = listen();
  const answer = (status: number, code: string): number => {
    if (args.includes("--json") && !heard.printed && status !== 0)
      print(canonicalJson({ ok: false, problems: heard.complaints.map((message) => ({ code, message })) }));
    return status;
  };
  try {
    const status = await dispatch(args, heard);
    return answer(status, status === 2 ? "usage" : "failed");
  } catch (error) {
    const { code, message, status } = sentenceOf(error);
    heard.complain(message);
    return answer(status, code);
  }
}
