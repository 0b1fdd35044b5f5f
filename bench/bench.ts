/** `inteko bench [NAME …] [--json]`: measures the product on its own temporary installation and prints figures; it never fails for a slow one. */
import { cpus, totalmem } from "node:os";
import { achievements } from "./achievements.ts";
import { chain } from "./chain.ts";
import { checkin } from "./checkin.ts";
import { inductions } from "./inductions.ts";
import { closeInstallation } from "./installation.ts";
import { journal } from "./journal.ts";
import { load } from "./load.ts";
import { skipped, table, type Bench, type Line } from "./measure.ts";
import { backup, start, units } from "./operator.ts";
import { size } from "./size.ts";
import { weight } from "./weight.ts";

// The large data comes after the load: it makes the shared installation another one.
const BENCHES: readonly Bench[] = [start, weight, load, checkin, size, inductions, achievements, chain, journal, units, backup];

/** When all are asked for, no benchmark begins later than this, so that all of them together stay within ten minutes on a machine that is not busy otherwise. */
const LAST_BEGIN_MS = 8.5 * 60_000;

/** Runs one benchmark; one that breaks is told as not measured. */
async function runOne(bench: Bench): Promise<readonly Line[]> {
  try {
    return await bench.run();
  } catch (error) {
    return [{ what: bench.name, figures: [], skipped: `it broke: ${error instanceof Error ? error.message : String(error)}` }];
  }
}

/** Returns 0, or 2 when a name is not known. */
export async function main(args: readonly string[]): Promise<number> {
  const json = args.includes("--json");
  const names = args.filter((arg) => arg !== "--json");
  const unknown = names.filter((name) => !BENCHES.some((bench) => bench.name === name));
  if (unknown.length > 0) {
    console.error(`Usage: inteko bench [${BENCHES.map((bench) => bench.name).join("|")}] [--json]`);
    return 2;
  }
  const machine = { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.versions.node };
  const started = performance.now();
  const results: { readonly name: string; readonly about: string; readonly seconds: number; readonly lines: readonly Line[] }[] = [];
  try {
    for (const bench of BENCHES.filter((one) => names.length === 0 || names.includes(one.name))) {
      const began = performance.now();
      const isLate = names.length === 0 && began - started > LAST_BEGIN_MS;
      const lines = isLate ? [skipped(bench.name, "the time was used up; ask for it by its name")] : await runOne(bench);
      results.push({ name: bench.name, about: bench.about, seconds: Math.round((performance.now() - began) / 1000), lines });
      if (!json) console.log(`${bench.name}: ${bench.about} (${results.at(-1)?.seconds} s)\n${table(lines)}\n`);
    }
  } finally {
    await closeInstallation();
  }
  if (json) console.log(JSON.stringify({ machine, results }, null, 2));
  else
    console.log(
      `${machine.cores} cores, ${machine.memoryGiB} GiB, Node ${machine.node}; medians, ± half the distance from the fastest to the slowest run`,
    );
  return 0;
}
