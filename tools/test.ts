/** `npm test`: types, lint, format, dead code, table types, ledgers, then every test; one closing line over all of them. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "..");
const tool = (path: string): string => join(ROOT, "node_modules", path);

/** Runs one program with the running Node and returns its exit status. Its output goes straight through. */
function run(script: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: ROOT,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    });
    child.once("error", () => done(1));
    child.once("exit", (code) => done(code ?? 1));
  });
}

const CHECKS: readonly (readonly [what: string, script: string, args: readonly string[]])[] = [
  ["types", tool("typescript/bin/tsc"), ["-p", "."]],
  ["lint", tool("oxlint/bin/oxlint"), ["--deny-warnings", "."]],
  ["format", tool("oxfmt/bin/oxfmt"), ["--check", "."]],
  ["dead code", tool("knip/bin/knip.js"), []],
];

async function runChecks(): Promise<{ passed: number; failed: number }> {
  let failed = 0;
  for (const [what, script, args] of CHECKS) {
    const status = await run(script, args);
    console.log(`${status === 0 ? "passed" : "FAILED"}: ${what}`);
    if (status !== 0) failed++;
  }
  return { passed: CHECKS.length - failed, failed };
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly numPendingTests: number;
}

async function runTests(args: readonly string[], long: boolean): Promise<{ passed: number; failed: number }> {
  const folder = mkdtempSync(join(tmpdir(), "inteko-test-"));
  const output = join(folder, "report.json");
  const status = await run(
    tool("vitest/vitest.mjs"),
    ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${output}`, ...args],
    long ? { INTEKO_LONG: "1" } : {},
  );
  try {
    const report = JSON.parse(readFileSync(output, "utf8")) as Report;
    // A file that does not load has no tests to fail; it counts as one failure. So does a run that failed for any other reason.
    const failed = Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0, status === 0 ? 0 : 1) + report.numPendingTests;
    return { passed: report.numPassedTests, failed };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs everything, or with paths only the tests under them. Returns 0 when nothing failed and something ran. */
export async function main(args: readonly string[]): Promise<number> {
  const long = args.includes("--long");
  const paths = args.filter((arg) => arg !== "--long");
  const started = Date.now();
  const checks = paths.length > 0 ? { passed: 0, failed: 0 } : await runChecks();
  const tests = await runTests(paths, long);
  const passed = checks.passed + tests.passed;
  const failed = checks.failed + tests.failed;
  console.log(`${Math.round((Date.now() - started) / 1000)} s`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && tests.passed > 0 ? 0 : 1;
}
