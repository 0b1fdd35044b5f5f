/** Runs this module's commands in tests: on a database of the test's choice, with what they printed kept. */
import { houseOf } from "#kernel/access/house.ts";
import type { Command, CommandContext } from "#kernel/access/module.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { Problem } from "#platform/problems/problem.ts";
import { speak } from "#platform/i18n/text.ts";

/** Where a command runs. */
export interface Ground {
  readonly url: string;
  readonly dataFolder: string;
  readonly root: string;
  readonly pack: Pack;
  readonly now: Date;
}

/** What a command answered; a refusal counts as status 1 with its sentence, as on the command line. */
export async function runCommand(command: Command, args: readonly string[], ground: Ground): Promise<{ status: number; out: string }> {
  const lines: string[] = [];
  const tell = (text: string): void => void lines.push(text);
  const context: CommandContext = {
    args: args.filter((arg) => arg !== "--json"),
    json: args.includes("--json"),
    pack: ground.pack,
    now: ground.now,
    db: undefined as never,
    house: houseOf([]),
    root: ground.root,
    dataFolder: ground.dataFolder,
    print: tell,
    complain: tell,
    act: undefined as never,
  };
  const before = process.env["DATABASE_URL"];
  process.env["DATABASE_URL"] = ground.url;
  try {
    return { status: await command.run(context), out: lines.join("\n") };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { status: 1, out: speak("en")(error.kind.text, error.values) };
  } finally {
    if (before === undefined) delete process.env["DATABASE_URL"];
    else process.env["DATABASE_URL"] = before;
  }
}
