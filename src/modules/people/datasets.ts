/** Open data of this module: the units of territory. (Public offices are the portal's.) */
import { sql } from "kysely";
import type { Dataset } from "#kernel/access/module.ts";
import { plainText } from "#platform/i18n/text.ts";
import { w } from "./words.ts";

type Row = Readonly<Record<string, string | number | null>>;

const units: Dataset = {
  name: "units",
  title: w.territories,
  columns: [
    { name: "tier", title: w.tier },
    { name: "code", title: w.code },
    { name: "name", title: w.name },
    { name: "parent", title: w.parent },
    { name: "population", title: w.population },
    { name: "households", title: w.households },
    { name: "source", title: w.source },
  ],
  async rows(db, pack, today) {
    const { rows } = await sql<Row & { tier: string }>`
      select t.tier, v.code, v.name, up.code as parent, v.population, v.households, v.source
      from registry.territory t
      join registry.territory_version v on v.territory = t.id and v.from_day <= ${today} and (v.to_day is null or v.to_day > ${today})
      left join registry.territory_version up on up.territory = v.parent and up.from_day <= ${today} and (up.to_day is null or up.to_day > ${today})
      order by length(v.code), v.code`.execute(db);
    const names = new Map(pack.tiers.map((tier) => [tier.code, plainText(tier.names.en).en]));
    return rows.map((row) => ({ ...row, tier: names.get(row.tier) ?? row.tier }));
  },
};

export const datasets: readonly Dataset[] = [units];
