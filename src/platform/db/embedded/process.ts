/** What can be told about another process of this machine: whether it lives, since when, and which program it is. */
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";

/** One line about a running process: its command with arguments, the owner's number, and text that changes when the number is used again. */
export interface ProcessFacts {
  readonly command: readonly string[];
  readonly uid: number;
  readonly start: string;
}

function factsOnLinux(pid: number): ProcessFacts | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // A zombie has ended; only its number is still taken.
  if (fields[0] === "Z" || fields[0] === "X") return undefined;
  const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  return { command, uid: statSync(`/proc/${pid}`).uid, start: fields[19] ?? "" };
}

function factsFromPs(pid: number): ProcessFacts | undefined {
  const options = ["-o", "uid=,stat=,lstart=,command=", "-p", String(pid)];
  const line = execFileSync("ps", options, {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  }).trim();
  const parts = /^(\d+)\s+(\S+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\d{4})\s+(.*)$/.exec(line);
  if (parts === null || parts[2]?.startsWith("Z")) return undefined;
  return { uid: Number(parts[1]), start: parts[3] ?? "", command: (parts[4] ?? "").split(" ") };
}

/** The facts about process `pid`; undefined when it has ended. */
export function processFacts(pid: number): ProcessFacts | undefined {
  try {
    return process.platform === "linux" ? factsOnLinux(pid) : factsFromPs(pid);
  } catch {
    return undefined;
  }
}
