/** What `inteko help` prints: every command in its section, and the nearest ones when a command is not known. */

/** A command as help lists it. */
export interface Listed {
  readonly usage: string;
  readonly summary: string;
}

/** Commands for those who work on the program; the launcher (`bin/inteko.mjs`) runs them. */
export const DEVELOPER_COMMANDS: readonly (Listed & { readonly name: string })[] = [
  { name: "test", usage: "test [--long] [PATH…]", summary: "types, lint and every test; --long adds the slow ones" },
  { name: "tables", usage: "tables", summary: "write the table types anew from the migrations" },
  { name: "ledgers", usage: "ledgers", summary: "write docs/ledgers anew: permissions, addresses, workflows, words for a native reader" },
  { name: "bench", usage: "bench [NAME…] [--json]", summary: "measure speed, memory and page weight" },
];

const HELP: Listed = { usage: "help [COMMAND]", summary: "list the commands, or those that begin so" };

const wide = ({ usage, summary }: Listed): string => `  ${usage}\n      ${summary}`;

/** The whole help: the house, then what its modules bring, then what developers run. */
export function helpText(own: readonly Listed[], brought: readonly Listed[]): string {
  return [
    "Usage: inteko <command>",
    "With --json a command prints canonical JSON. It ends with 0, with 1 (the input has problems, listed) or with 2 (wrong usage).",
    "",
    "Running the house",
    ...[...own, HELP].map(wide),
    "",
    "Data, questionnaires, checks",
    ...brought.map(wide),
    "",
    "For developers",
    ...DEVELOPER_COMMANDS.map(wide),
  ].join("\n");
}

/** The commands that begin with the given words; all that begin with the first word when none does. */
export function beginning(commands: readonly Listed[], words: readonly string[]): readonly Listed[] {
  const found = commands.filter((one) => words.every((word, index) => one.usage.split(" ")[index] === word));
  return found.length > 0 ? found : commands.filter((one) => one.usage.split(" ")[0] === words[0]);
}

/** Some commands, as help lists them. */
export function listText(commands: readonly Listed[]): string {
  return commands.map(wide).join("\n");
}
