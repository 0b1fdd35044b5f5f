/** The command line answers wrong use with a sentence, a status and, when asked, JSON; help leaves nothing out. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ROOT } from "#test/support/fixed.ts";
import { main } from "./cli.ts";
import { ownCommands } from "./commands.ts";
import { modules } from "./modules.ts";
import { DEVELOPER_COMMANDS } from "./usage.ts";

let out = "";
let err = "";
beforeEach(() => {
  out = "";
  err = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => ((out += String(text)), true));
  vi.spyOn(process.stderr, "write").mockImplementation((text) => ((err += String(text)), true));
});
afterEach(() => void vi.restoreAllMocks());

describe("inteko help", () => {
  it("lists every command of the house, of the modules and of developers, in lines a terminal can hold", async () => {
    expect(await main(["help"])).toBe(0);
    const usages = [...ownCommands, ...modules.flatMap((module) => module.commands), ...DEVELOPER_COMMANDS].map((one) => one.usage);
    expect(usages.filter((usage) => !out.includes(`  ${usage}\n`))).toEqual([]);
  });

  it("names the commands of the launcher, all of them", async () => {
    const launcher = await readFile(join(ROOT, "bin", "inteko.mjs"), "utf8");
    const entries = /const ENTRIES = \{([^}]*)\}/.exec(launcher)?.[1] ?? "";
    expect([...entries.matchAll(/(\w+):/g)].map(([, name]) => name).toSorted()).toEqual(
      DEVELOPER_COMMANDS.map((one) => one.name).toSorted(),
    );
  });

  it("of one command says only that one", async () => {
    expect(await main(["help", "import", "units"])).toBe(0);
    expect([out.includes("import units FILE"), out.includes("import people")]).toEqual([true, false]);
    out = "";
    expect(await main(["verify", "--help"])).toBe(0);
    expect([out.includes("verify [--checkpoint FILE]"), out.includes("backup")]).toEqual([true, false]);
  });
});

describe("wrong use", () => {
  it.each([
    [["nonsense"], 2, "There is no command"],
    [["import"], 2, "import units FILE"],
    [["questionnaire"], 2, "questionnaire check FILE.xlsx"],
    [["start", "--claen"], 2, "Usage: inteko start [--clean] [--new-key]"],
    [["migrate", "now"], 2, "Usage: inteko migrate"],
    [["questionnaire", "check", "/no/such.xlsx"], 2, "/no/such.xlsx"],
    [["restore", "/no/such.backup"], 2, "The file /no/such.backup cannot be opened: ENOENT."],
    [["restore", ROOT], 2, "folder"],
  ])("%j ends with %i and says what is wrong, without a trace", async (args, status, sentence) => {
    expect(await main(args)).toBe(status);
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/\n\s+at /);
    expect(out).toBe("");
  });

  it.each([
    ["postgresql://nobody@127.0.0.1:1/none", "The database does not answer"],
    ["not a url", "DATABASE_URL must be an address"],
  ])("a database at %s is told in one sentence", async (url, sentence) => {
    vi.stubEnv("DATABASE_URL", url);
    expect(await main(["doctor"])).toBe(1);
    vi.unstubAllEnvs();
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it("with --json the answer is JSON as well", async () => {
    expect(await main(["questionnaire", "check", "/no/such.xlsx", "--json"])).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ ok: false, problems: [{ code: "usage" }] });
    out = "";
    expect(await main(["restore", "/no/such.backup", "--json"])).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ ok: false });
  });
});
