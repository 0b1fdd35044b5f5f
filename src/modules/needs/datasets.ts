/** What anyone may read of needs, and what is held about a person: totals by field without small numbers, and her own ratings. */
import { sql } from "kysely";
import type { Dataset, PersonalData } from "#kernel/access/module.ts";
import { codesOf, codeOf } from "#kernel/pack/lookup.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import { fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import { DISCLOSURE, smallestCell, toldTable } from "#kernel/publication/suppress.ts";
import { patternOf } from "#platform/i18n/text.ts";
import { w } from "./words-duties.ts";

interface DomainTotal {
  year: string;
  domain: string;
  organisations: number;
  respondents: number;
  current: number;
  desired: number;
  needs: number;
}

/**
 * Totals by fiscal year and field over the organisations that agreed to be counted. A number of respondents below the smallest cell
 * is hidden, and enough others with it that totals do not give it away; its levels go with it.
 */
export const needsByDomain: Dataset = {
  name: "capacity-needs",
  title: w.dataset,
  columns: [
    { name: "fiscal_year", title: w.dataYear },
    { name: "domain", title: w.dataDomain },
    { name: "domain_name", title: w.dataDomain },
    { name: "organisations", title: w.dataOrganisations },
    { name: "respondents", title: w.dataRespondents },
    { name: "current", title: w.dataCurrent },
    { name: "desired", title: w.dataDesired },
    { name: "needs", title: w.dataNeeds },
  ],
  rows: async (db, pack, today) => {
    const floor = smallestCell(await ruleSetFor(db, DISCLOSURE, today));
    const { rows } = await sql<DomainTotal>`
      select r.fiscal_year_start as year, c.domain, count(distinct c.organisation)::int as organisations, sum(c.respondents)::int as respondents,
        sum(c.sum_current) / sum(c.respondents) as current, sum(c.sum_desired) / sum(c.respondents) as desired,
        (select count(*) from needs.need n join needs.round y on y.id = n.round join needs.participation q on q.round = n.round and q.organisation = n.organisation
          where y.fiscal_year_start = r.fiscal_year_start and y.state in ('shared', 'planning', 'closed') and n.domain = c.domain
            and n.state not in ('found', 'withdrawn') and coalesce(q.consent, y.share_consent) in ('aggregate', 'peers'))::int as needs
      from needs.cell c
      join needs.round r on r.id = c.round
      join needs.participation p on p.round = c.round and p.organisation = c.organisation
      where c.source = 'self' and r.state in ('shared', 'planning', 'closed') and coalesce(p.consent, r.share_consent) in ('aggregate', 'peers')
      group by r.fiscal_year_start, c.domain order by 1 desc, 2`.execute(db);
    const years = [...new Set(rows.map((row) => row.year))];
    const domains = codesOf(pack, "capacity_domain")
      .map((code) => code.code)
      .filter((code) => rows.some((row) => row.domain === code));
    const at = new Map(rows.map((row) => [`${row.year} ${row.domain}`, row]));
    const told = toldTable(
      {
        rows: years,
        columns: domains,
        counts: years.map((year) => domains.map((domain) => at.get(`${year} ${domain}`)?.respondents ?? 0)),
      },
      floor,
    );
    return years.flatMap((year, row) =>
      domains.flatMap((domain, column) => {
        const total = at.get(`${year} ${domain}`);
        if (total === undefined) return [];
        const respondents = told.cells[row]?.[column] ?? null;
        const hidden = respondents === null;
        return [
          {
            fiscal_year: fiscalYearOf(pack.calendar, year).label,
            domain,
            domain_name: patternOf(codeOf(pack, "capacity_domain", domain).names, "en"),
            organisations: hidden ? null : total.organisations,
            respondents,
            current: hidden ? null : Number(total.current.toFixed(2)),
            desired: hidden ? null : Number(total.desired.toFixed(2)),
            needs: hidden ? null : total.needs,
          },
        ];
      }),
    );
  },
};

/** Ratings that a person gave. Erasure cuts the tie to her sitting and what she wrote; the sums stay, they name nobody. */
export const personalData: PersonalData = {
  table: "needs.rating",
  columns: ["sitting", "sex", "years_in_post", "bottleneck", "evidence"],
  purpose: "needs_answers",
  title: w.answersData,
  collect: async (db, person) => {
    const { rows } = await sql<Record<string, unknown>>`
      select r.title as round, t.domain, t.item, t.current, t.desired, t.importance, t.cause, t.bottleneck, t.evidence, t.confidence, t.strength
      from needs.rating t join questionnaire.sitting s on s.id = t.sitting join needs.round r on r.id = t.round
      where s.person = ${person} order by r.created_at, t.domain, t.item`.execute(db);
    return rows;
  },
  erase: async (tx, person) => {
    const { numAffectedRows } = await sql`
      update needs.rating t set sitting = null, sex = null, years_in_post = null, bottleneck = null, evidence = null
      from questionnaire.sitting s join needs.round r on r.id = s.purpose
      where s.id = t.sitting and s.person = ${person} and r.state <> 'open'`.execute(tx);
    return Number(numAffectedRows ?? 0);
  },
  expire: async (tx, before) => {
    const { numAffectedRows } = await sql`
      update needs.rating t set sitting = null, sex = null, years_in_post = null, bottleneck = null, evidence = null
      from needs.round r where r.id = t.round and r.closed_at < ${before}::date
        and (t.sitting is not null or t.sex is not null or t.years_in_post is not null or t.bottleneck is not null or t.evidence is not null)`.execute(
      tx,
    );
    return Number(numAffectedRows ?? 0);
  },
};
