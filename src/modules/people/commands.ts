/** The commands of this module: the same imports as on the pages, for files on a server. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { sql } from "kysely";
import type { Command, CommandContext } from "#kernel/access/module.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import { associationId } from "#kernel/registry/organisations.ts";
import { canonicalJson } from "#methods/proofs/canonical.ts";
import { speak } from "#platform/i18n/text.ts";
import type { TableProblem } from "#platform/tabular/table-problem.ts";
import { planBoundaries, writeBoundaries } from "./boundary-import.ts";
import { findMatches } from "./matches.ts";
import { planPeople, takePerson } from "./people-import.ts";
import { kindWord, sayFinding, type Finding } from "./findings.ts";
import { batchesOf, countsOf, planUnits, writeBatch, type UnitPlan } from "./unit-import.ts";

const say = speak("en");

/** The one file a command is about, read; or null after saying how it is used. */
export async function fileOf(
  context: CommandContext,
  usage: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly dry: boolean } | 1 | 2> {
  const paths = context.args.filter((arg) => !arg.startsWith("--"));
  const [path] = paths;
  if (path === undefined || paths.length > 1 || context.args.some((arg) => arg.startsWith("--") && arg !== "--dry-run")) {
    context.complain(`Usage: inteko ${usage}`);
    return 2;
  }
  try {
    return { name: basename(path), bytes: await readFile(path), dry: context.args.includes("--dry-run") };
  } catch (error) {
    context.complain(`The file ${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`);
    return 2;
  }
}

/** Says why a file cannot be used at all; the exit status. `imported` is nothing, in the shape in which the command counts. */
export function refuseFile(context: CommandContext, problems: readonly TableProblem[], imported: number | Record<string, number> = 0): 1 {
  if (context.json)
    context.print(
      canonicalJson({
        imported,
        unchanged: 0,
        rejected: [],
        warnings: [],
        problems: problems.map((one) => ({ code: one.code, detail: say(one.text, one.values) })),
      }),
    );
  else for (const one of problems) context.complain(say(one.text, one.values));
  return 1;
}

/** Findings as the result of a command: rejected rows with their reason, warnings with their kind. */
export function reportOf(findings: readonly Finding[]): {
  rejected: { row: number; code: string; reason: string }[];
  warnings: { code: string; kind: string; detail: string }[];
} {
  const detail = (one: Finding): string => sayFinding(say, one);
  return {
    rejected: findings
      .filter((one) => one.rejected)
      .map((one) => ({ row: one.row, code: one.code, reason: `${kindWord(one.kind)}: ${detail(one)}` })),
    warnings: findings.filter((one) => !one.rejected).map((one) => ({ code: one.code, kind: kindWord(one.kind), detail: detail(one) })),
  };
}

/** Findings for people to read, one a line. */
export function printFindings(context: CommandContext, findings: readonly Finding[]): void {
  for (const one of findings) {
    const place = one.row === 0 ? "file" : `row ${one.row}`;
    context.print(
      [one.rejected ? "not taken" : "to check ", place, one.code, sayFinding(say, one)].filter((part) => part !== "").join("  "),
    );
  }
}

async function writeUnits(context: CommandContext, plan: UnitPlan, file: { name: string; bytes: Uint8Array }): Promise<void> {
  if (plan.added.length + plan.updated.length === 0) return;
  await context.act(async (act) => {
    const places = new Map<string, string>();
    for (const batch of batchesOf(plan)) await writeBatch(act, plan, batch, places, `file ${file.name}`);
    await act.journal({
      kind: "people.units.imported",
      subject: { kind: "organisation", id: await associationId(act.tx as Db<any>) },
      payload: { imported: countsOf(plan), sha256: createHash("sha256").update(file.bytes).digest("hex") },
    });
    // What was just added is asked for at once; the planner must not believe the tables empty.
    await sql`analyze registry.territory_version, registry.governs, registry.organisation, registry.post`.execute(act.tx);
  });
}

const UNITS_USAGE = "import units FILE [--dry-run] [--json]";

const importUnits: Command = {
  name: "import units",
  usage: UNITS_USAGE,
  summary: "add or update territorial units from CSV or XLSX (level, code, name, parent code, population, households)",
  database: true,
  async run(context) {
    const file = await fileOf(context, UNITS_USAGE);
    if (typeof file === "number") return file;
    const plan = await planUnits(context.db, context.pack, dayOf(context.now, context.pack.timeZone), file.bytes, file.name);
    if (plan.problems.length > 0) return refuseFile(context, plan.problems, countsOf(plan));
    if (!file.dry) await writeUnits(context, plan, file);
    const imported = countsOf(plan);
    const report = reportOf(plan.findings);
    if (context.json) context.print(canonicalJson({ imported, unchanged: plan.unchanged, ...report }));
    else {
      printFindings(context, plan.findings);
      const taken = Object.entries(imported).map(([word, count]) => `${count} ${word}`);
      context.print(
        `${file.dry ? "Would take" : "Taken"}: ${taken.join(", ")}. New ${plan.added.length}, brought up to date ${plan.updated.length}, unchanged ${plan.unchanged}, not taken ${report.rejected.length}, to check ${report.warnings.length}.`,
      );
    }
    return report.rejected.length > 0 ? 1 : 0;
  },
};

const BOUNDARIES_USAGE = "import boundaries FILE [--dry-run] [--json]";

/** What an import of boundaries or people prints: how many were taken, how many were known, and every finding. */
function report(
  context: CommandContext,
  file: { readonly dry: boolean },
  result: { readonly imported: number; readonly unchanged: number; readonly findings: readonly Finding[]; readonly matches?: number },
): 0 | 1 {
  const { imported, unchanged, findings, matches } = result;
  const told = reportOf(findings);
  if (context.json) context.print(canonicalJson({ imported, unchanged, ...(matches === undefined ? {} : { matches }), ...told }));
  else {
    printFindings(context, findings);
    const pairs = matches === undefined ? "" : `, possible doubles ${matches}`;
    context.print(
      `${file.dry ? "Would take" : "Taken"}: ${imported}, unchanged ${unchanged}, not taken ${told.rejected.length}, to check ${told.warnings.length}${pairs}.`,
    );
  }
  return told.rejected.length > 0 ? 1 : 0;
}

const importBoundaries: Command = {
  name: "import boundaries",
  usage: BOUNDARIES_USAGE,
  summary: "store the boundaries of units from GeoJSON, simplified so that neighbours still meet",
  database: true,
  async run(context) {
    const file = await fileOf(context, BOUNDARIES_USAGE);
    if (typeof file === "number") return file;
    const plan = await planBoundaries(context.db, context.pack, dayOf(context.now, context.pack.timeZone), file.bytes);
    if (plan.problems.length > 0) return refuseFile(context, plan.problems);
    if (!file.dry && plan.placed.length > 0)
      await context.act(async (act) => {
        await writeBoundaries(act, plan.placed, `file ${file.name}`);
        await act.journal({
          kind: "people.boundaries.imported",
          subject: { kind: "organisation", id: await associationId(act.tx as Db<any>) },
          payload: { areas: plan.placed.length },
        });
      });
    return report(context, file, { imported: plan.placed.length, unchanged: plan.unchanged, findings: plan.findings });
  },
};

const PEOPLE_USAGE = "import people FILE [--dry-run] [--json]";

const importPeople: Command = {
  name: "import people",
  usage: PEOPLE_USAGE,
  summary: "add people and the posts they hold from CSV or XLSX, and look for doubles",
  database: true,
  async run(context) {
    const file = await fileOf(context, PEOPLE_USAGE);
    if (typeof file === "number") return file;
    const plan = await planPeople(context.db, context.pack, "all", dayOf(context.now, context.pack.timeZone), file.bytes, file.name);
    if (plan.problems.length > 0) return refuseFile(context, plan.problems);
    let matches = 0;
    if (!file.dry && plan.placed.length > 0)
      await context.act(async (act) => {
        const added = new Set<string>();
        for (const one of plan.placed) added.add(await takePerson(act, one, `file ${file.name}`));
        matches = await findMatches(act, added);
      });
    return report(context, file, { imported: plan.placed.length, unchanged: plan.unchanged, findings: plan.findings, matches });
  },
};

export const commands: readonly Command[] = [importUnits, importBoundaries, importPeople];
