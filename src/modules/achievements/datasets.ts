/** What everybody may take along: the figures of released copies, as they were frozen. */
import type { Dataset } from "#kernel/access/module.ts";
import { publicReleases } from "#kernel/publication/releases.ts";
import { flatten, type ReportContent } from "./content.ts";
import { COPY } from "./reports.ts";
import { w as page } from "./words.ts";
import { w } from "./words-report.ts";

export const achievements: Dataset = {
  name: "key-achievements",
  title: w.publicTitle,
  columns: [
    { name: "reference", title: w.reference },
    { name: "number", title: w.copies },
    { name: "from", title: page.from },
    { name: "to", title: page.to },
    { name: "programme", title: w.programme },
    { name: "figure", title: w.figure },
    { name: "value", title: w.value },
  ],
  rows: async (db) =>
    (await publicReleases<ReportContent>(db, COPY, 200))
      .filter((copy) => copy.state === "released")
      .flatMap((copy) =>
        [...flatten(copy.content)].map(([figure, value]) => ({
          reference: copy.content.reference,
          number: copy.number,
          from: copy.content.from,
          to: copy.content.to,
          programme: copy.content.programme,
          figure,
          value,
        })),
      ),
};
