/** Finds the round of the demonstration whose results the benchmarks look at. */
import { sql } from "kysely";
import { modules } from "#app/modules.ts";
import type { Installation } from "./installation.ts";

/** The round with the most respondents and the address of its heat-map; a sentence when there is none. */
export async function roundWithResults(
  inn: Installation,
): Promise<{ readonly round: string; readonly path: string; readonly respondents: number } | string> {
  const route = modules
    .flatMap((module) => module.routes)
    .find((one) => one.method === "GET" && /^\/needs\/.*:\w+\/results$/.test(one.path));
  if (route === undefined) return "there is no page of a round’s results";
  const { rows } = await sql<{ round: string; respondents: number }>`
    select c.round, max(total) as respondents from (select round, domain, sum(respondents) as total from needs.cell group by round, domain) c
    join needs.round r on r.id = c.round group by c.round order by max(total) desc limit 1`.execute(inn.db);
  const found = rows[0];
  if (found === undefined) return "the demonstration has no answered round";
  return { round: found.round, respondents: Number(found.respondents), path: route.path.replace(/:\w+/, found.round) };
}
