import { existsSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { installByHand, launch, makeTrial } from "./trial.ts";
import type { Trial } from "./trial.ts";

let trial: Trial;
beforeEach(() => {
  trial = makeTrial();
  installByHand(trial);
});
afterEach(() => trial.remove());

const builds = () => readdirSync(trial.file(".cache/build")).filter((name) => name.startsWith("cli-"));

async function run(...args: string[]): Promise<string> {
  const started = launch(trial, args);
  await started.ended;
  return started.output();
}

test("Rose changes a source and a new program is built; her tests and notes make none", async () => {
  await run("x");
  trial.write("src/platform/a.test.ts", "export const a = 1;");
  trial.write("src/platform/README.md", "notes");
  await run("x");
  expect(builds()).toHaveLength(1);
  trial.write("src/app/cli.ts", `console.log("changed");`);
  expect(await run("x")).toBe("changed\n");
  expect(builds()).toHaveLength(2);
});

test("an import by #platform, a page in JSX and a file beside its source are found from the built program", async () => {
  trial.write("src/platform/page.tsx", `export const page = (): string => "page";\nexport const view = () => <p>{page()}</p>;`);
  trial.write(
    "src/platform/near.ts",
    `import { readFileSync } from "node:fs";\nexport const near = readFileSync(new URL("./near.txt", import.meta.url), "utf8");`,
  );
  trial.write("src/platform/near.txt", "near by");
  const lines = [`import { page } from "#platform/page.tsx";`, `import { near } from "#platform/near.ts";`, `console.log(page(), near);`];
  trial.write("src/app/cli.ts", lines.join("\n"));
  expect(await run("x")).toBe("page near by\n");
});

test("a failure names the line of the TypeScript source", async () => {
  trial.write("src/app/cli.ts", `type A = string;\n\nexport function main(): A {\n  throw new Error("broken");\n}\n`);
  expect(await run("x")).toContain("src/app/cli.ts:4:");
});

test("four starts at once after a change all run the new program, and one build remains", async () => {
  const outputs = await Promise.all(["a", "b", "c", "d"].map((word) => run(word)));
  expect(outputs).toEqual(["said a\n", "said b\n", "said c\n", "said d\n"]);
  expect(readdirSync(trial.file(".cache/build"))).toHaveLength(1);
});

test("where the cache cannot be written, the program is built in the temporary folder", async () => {
  rmSync(trial.file(".cache"), { recursive: true, force: true });
  // A file where the folder should be: not even root can write below it.
  writeFileSync(trial.file(".cache"), "");
  trial.write("src/app/cli.ts", `console.log(import.meta.filename, process.argv[1]);`);
  const [source, built] = (await run("x")).trim().split(" ");
  expect(source).toBe(trial.file("src/app/cli.ts"));
  expect(built).toMatch(/inteko-build-/);
  rmSync(join(built ?? "", "..", ".."), { recursive: true });
});

test("old programs are removed, but never one that a running process may still load parts of", async () => {
  await run("x");
  const used = builds()[0] ?? "";
  const folder = (name: string) => trial.file(join(".cache/build", name));
  writeFileSync(join(folder(used), `.used-${process.pid}`), "");
  for (let version = 0; version < 4; version++) {
    for (const name of builds()) utimesSync(folder(name), 1_000 + version, 1_000 + version);
    trial.write("src/app/cli.ts", `console.log(${version});`);
    expect(await run("x")).toBe(`${version}\n`);
  }
  expect(existsSync(folder(used))).toBe(true);
  expect(builds().length).toBeLessThanOrEqual(4);
});

test("an entry that imports from outside the watched folders is refused: its build would go stale", async () => {
  trial.write("packs/data.ts", "export const data = 1;");
  trial.write("src/app/cli.ts", `import { data } from "../../packs/data.ts";\nconsole.log(data);`);
  expect(await run("x")).toContain("packs/data.ts, which lies outside src");
});
