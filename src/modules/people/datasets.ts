/** Open data of this module: public offices of the members with their holders, and the units of territory. */
import { sql } from "kysely";
import type { Dataset } from "#kernel/access/module.ts";
import { plainText } from "#platform/i18n/text.ts";
import { w } from "./words.ts";

type Row = Readonly<Record<string, string | number | null>>;

/** Heads of the members only: their names are public by office; nobody else’s is published. */
const offices: Dataset = {
  name: "public-offices",
  title: w.offices,
  columns: [
    { name: "code", title: w.code },
    { name: "organisation", title: w.organisation },
    { name: "post_type", title: w.post },
    { name: "post", title: w.post },
    { name: "holder", title: w.holder },
    { name: "acting", title: w.acting },
    { name: "since", title: w.since },
  ],
  async rows(db, pack, today) {
    const heads = pack.postTypes
      .filter((type) => type.isHead || type.selection === "elected")
      .filter((type) => type.roles.some((role) => role === "mayor" || role === "vice_mayor" || role === "council_president"));
    const { rows } = await sql<Row & { post_type: string }>`
      select o.code, o.name as organisation, p.post_type, h.full_name as holder, case when a.acting then 'yes' when a.id is not null then 'no' end as acting, a.from_day as since
      from registry.membership m join registry.organisation o on o.id = m.member
      join registry.post p on p.organisation = o.id and p.post_type = any(${heads.map((type) => type.code)}::text[]) and p.from_day <= ${today} and (p.to_day is null or p.to_day > ${today})
      left join lateral (select * from registry.assignment a where a.post = p.id and a.from_day <= ${today} and (a.to_day is null or a.to_day > ${today}) order by a.acting, a.from_day desc limit 1) a on true
      left join registry.person h on h.id = a.person
      where m.via is null and m.from_day <= ${today} and (m.to_day is null or m.to_day > ${today})
      order by o.code, p.post_type, p.seat`.execute(db);
    const names = new Map(pack.postTypes.map((type) => [type.code, type.names.en]));
    return rows.map((row) => ({ ...row, post: names.get(row.post_type) ?? row.post_type }));
  },
};

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

export const datasets: readonly Dataset[] = [offices, units];
