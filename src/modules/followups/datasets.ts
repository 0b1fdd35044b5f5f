/** Open data: how much of each course is seen at work; no person stands in it, and small numbers are withheld. */
import type { Dataset } from "#kernel/access/module.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { coursesByIds } from "#modules/courses";
import { sumsBy } from "./queries.ts";
import { w } from "./words-rates.ts";

export const applicationDataset: Dataset = {
  name: "application",
  title: w.dataset,
  columns: [
    { name: "course", title: w.course },
    { name: "tasks", title: w.tasks },
    { name: "due", title: w.due },
    { name: "verified", title: w.seen },
    { name: "claimed", title: w.claimed },
  ],
  rows: async (db, _pack, today) => {
    const least = numberOf(await ruleSetFor(db, "disclosure", today), "smallest_cell");
    const sums = (await sumsBy(db, today, "course")).filter((one) => one.tasks >= least);
    const courses = await coursesByIds(
      db,
      sums.map((one) => one.key),
    );
    const large = (value: number): number | null => (value > 0 && value < least ? null : value);
    return sums.map((one) => ({
      course: courses.get(one.key)?.code ?? one.key,
      tasks: one.tasks,
      due: large(one.due),
      verified: large(one.verifiedFirst),
      claimed: large(one.claimed),
    }));
  },
};
