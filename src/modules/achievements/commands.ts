/** The command of this module: a past training list from a file on the server. */
import type { Command } from "#kernel/access/module.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import { codesOf } from "#kernel/pack/lookup.ts";
import { canonicalJson } from "#methods/proofs/canonical.ts";
import { fileOf, printFindings, refuseFile, reportOf } from "#modules/people";
import { confirmList, keepList, planList, takeList } from "./past-lists.ts";

const USAGE = "import trainings FILE [--dry-run] [--json]";

const importTrainings: Command = {
  name: "import trainings",
  usage: USAGE,
  summary: "take a list of past trainings from CSV or XLSX (name, sex, post, district, phone, course, from, to, funder), joining doubles",
  database: true,
  async run(context) {
    const file = await fileOf(context, USAGE);
    if (typeof file === "number") return file;
    const today = dayOf(context.now, context.pack.timeZone);
    const settings = { programme: null, modality: codesOf(context.pack, "modality", today)[0]?.code ?? "" };
    const plan = await planList(context.db, context.pack, today, file, settings);
    if (plan.problems.length > 0) return refuseFile(context, plan.problems);
    const taken = { imported: plan.fresh.length, unchanged: plan.same };
    let joined = 0;
    let open = 0;
    if (!file.dry && plan.fresh.length > 0)
      await context.act(async (act) => {
        const id = await keepList(act, file, settings, plan);
        await confirmList(act, id);
        const summary = await takeList(act, id);
        joined = summary.joined ?? 0;
        open = summary.open ?? 0;
      });
    const report = reportOf(plan.findings);
    if (context.json) context.print(canonicalJson({ ...taken, joined, open, ...report }));
    else {
      printFindings(context, plan.findings);
      context.print(
        `${file.dry ? "Would take" : "Taken"}: ${taken.imported}, unchanged ${taken.unchanged}, not taken ${report.rejected.length}, to check ${report.warnings.length}, joined ${joined}, possible doubles ${open}.`,
      );
    }
    return report.rejected.length > 0 ? 1 : 0;
  },
};

export const commands: readonly Command[] = [importTrainings];
