/** What anyone may read of inductions: numbers by tier over the listed period, none about fewer people than the rule allows. */
import type { Dataset } from "#kernel/access/module.ts";
import { smallestCell, toldTable, DISCLOSURE } from "#kernel/publication/suppress.ts";
import { tierOf } from "#kernel/pack/lookup.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import { patternOf } from "#platform/i18n/text.ts";
import { coverageParts } from "./queries.ts";
import { listedFrom, RULES } from "./rules.ts";
import { w } from "./words.ts";

export const inductionsByTier: Dataset = {
  name: "inductions",
  title: w.dataset,
  columns: [
    { name: "from", title: w.dataFrom },
    { name: "to", title: w.dataTo },
    { name: "tier", title: w.dataTier },
    { name: "inducted_verified", title: w.dataVerified },
    { name: "inducted_imported", title: w.dataImported },
    { name: "not_inducted", title: w.dataNot },
  ],
  rows: async (db, pack, today) => {
    const from = listedFrom(await ruleSetFor(db, RULES, today), today);
    const floor = smallestCell(await ruleSetFor(db, DISCLOSURE, today));
    const { parts } = await coverageParts(db, pack, { from, to: today, within: "all" }, today);
    const tier = parts.tier.filter((part) => part.key !== "");
    const table = {
      rows: tier.map((part) => part.key),
      columns: ["verified", "imported", "not"],
      counts: tier.map((part) => [part.inducted.verified, part.inducted.imported, part.late]),
    };
    const told = tier.length === 0 ? { cells: [] } : toldTable(table, floor);
    return tier.map((part, row) => ({
      from,
      to: today,
      tier: patternOf(tierOf(pack, part.key).names, "en"),
      inducted_verified: told.cells[row]?.[0] ?? null,
      inducted_imported: told.cells[row]?.[1] ?? null,
      not_inducted: told.cells[row]?.[2] ?? null,
    }));
  },
};
