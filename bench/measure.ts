/** Figures of the benchmarks: medians with their noise, and how they are printed. Nothing here asserts anything. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

/** One measured figure. `noise` is the distance from the smallest to the largest run, as a share of the median. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly median: number;
  readonly noise: number | null;
  readonly runs: number;
  /** What is wanted at most, or at least, where that was said beforehand. */
  readonly wanted?: { readonly most: number } | { readonly least: number };
}

/** A line of the result: what was measured, and its figures; or why it was not. */
export interface Line {
  readonly what: string;
  readonly figures: readonly Figure[];
  readonly skipped?: string;
}

/** A benchmark by the name it is called with. */
export interface Bench {
  readonly name: string;
  readonly about: string;
  run(): Promise<readonly Line[]>;
}

/** The middle of some numbers. Throws for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new RangeError("There is no median of nothing.");
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** The figure of several runs. */
export function figure(name: string, unit: string, values: readonly number[], wanted?: Figure["wanted"]): Figure {
  const middle = median(values);
  const noise = values.length < 2 || middle === 0 ? null : (Math.max(...values) - Math.min(...values)) / middle;
  return { name, unit, median: middle, noise, runs: values.length, ...(wanted && { wanted }) };
}

/** A line that says why something was not measured. */
export const skipped = (what: string, why: string): Line => ({ what, figures: [], skipped: why });

const short = (value: number): string =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString("en-GB") : Number(value.toPrecision(3)).toString();

function ratioOf({ median: value, wanted }: Figure): string {
  if (wanted === undefined) return "";
  const [word, limit] = "most" in wanted ? ["at most", wanted.most] : ["at least", wanted.least];
  return ` (wanted ${word} ${short(limit)}; ratio ${short(value / limit)})`;
}

/** A figure as people read it. */
export function told(one: Figure): string {
  const noise = one.noise === null ? "" : ` ±${Math.round(one.noise * 50)} %`;
  return `${one.name} ${short(one.median)} ${one.unit}${noise}${ratioOf(one)}`;
}

/** The lines of a benchmark as a plain table. */
export function table(lines: readonly Line[]): string {
  const width = Math.max(...lines.map((line) => line.what.length));
  return lines
    .map(
      (line) =>
        `  ${line.what.padEnd(width)}  ${line.skipped === undefined ? line.figures.map(told).join(" · ") : `not measured: ${line.skipped}`}`,
    )
    .join("\n");
}

/** Milliseconds that some work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Seconds of processor time that a process has used, by Linux's hundredths; null elsewhere. */
function secondsOf(pid: number): { readonly seconds: number; readonly parent: number } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "latin1")
      .replace(/^.*\) /s, "")
      .split(" ");
    // Fields 14 to 17 of proc(5), counted from the state, the third: own and waited-for children, user and system.
    return { seconds: [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) / 100, parent: Number(fields[1]) };
  } catch {
    return null;
  }
}

/** Processor seconds of a process, and of another with all its children. */
export function processorTime(program: number, family: number): { readonly program: number; readonly family: number } {
  let sum = secondsOf(family)?.seconds ?? 0;
  for (const entry of readdirSync("/proc")) {
    const found = /^\d+$/.test(entry) ? secondsOf(Number(entry)) : null;
    if (found?.parent === family) sum += found.seconds;
  }
  return { program: secondsOf(program)?.seconds ?? 0, family: sum };
}

/** Forgets the largest memory that a process has used so far. */
export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, "5");
}

/** The largest memory of a process since `forgetPeak`, in MiB. */
export function peakMemory(pid: number): number {
  const kib = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kib ?? 0) / 1024;
}
