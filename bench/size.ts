/** Large data: the heat-map over 100,000 respondents, and an export of a million answers. */
import { sql } from "kysely";
import { modules } from "#app/modules.ts";
import { installation, type Installation } from "./installation.ts";
import { figure, forgetPeak, peakMemory, skipped, timed, type Bench, type Line } from "./measure.ts";
import { roundWithResults } from "./results.ts";

const RESPONDENTS = 100_000;
const ANSWERS = 1_000_000;
/** Rows of single ratings are multiplied no further than this: the picture reads sums, and a page that reads the rows shows it well before. */
const RATINGS = 2_000_000;

/** Multiplies a round's sums to the wished number of respondents, and its single ratings with them. */
async function multiply(inn: Installation, round: string, times: number): Promise<void> {
  const sums = ["respondents", "sum_gap", "sum_gap_squared", "sum_current", "sum_desired", "sum_importance", "importance_respondents"];
  await sql
    .raw(`update needs.cell set ${sums.map((name) => `${name} = ${name} * ${times}`).join(", ")} where round = '${round}'`)
    .execute(inn.db);
  const { rows } = await sql<{ n: number }>`select count(*) as n from needs.rating where round = ${round}`.execute(inn.db);
  const copies = Math.min(times - 1, Math.floor(RATINGS / Math.max(1, Number(rows[0]?.n ?? 0))));
  const columns = await columnsOf(inn, "needs", "rating", ["id"]);
  await sql
    .raw(
      `insert into needs.rating (id, ${columns}) select gen_random_uuid(), ${columns} from needs.rating cross join generate_series(1, ${copies}) where round = '${round}'`,
    )
    .execute(inn.db);
  await sql`analyze needs.rating, needs.cell`.execute(inn.db);
}

async function columnsOf(inn: Installation, schema: string, table: string, without: readonly string[]): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns where table_schema = ${schema} and table_name = ${table}
      and column_name <> all(${[...without]}::text[]) order by ordinal_position`.execute(inn.db);
  return rows.map((row) => row.name).join(", ");
}

async function heatMap(inn: Installation): Promise<Line> {
  const what = "heat-map over 100,000 respondents";
  const found = await roundWithResults(inn);
  if (typeof found === "string") return skipped(what, found);
  await multiply(inn, found.round, Math.max(1, Math.ceil(RESPONDENTS / Math.max(1, found.respondents))));
  const { cookie } = await inn.as("CBM");
  const times: number[] = [];
  for (let run = 0; run < 15; run++)
    times.push(
      await timed(async () => {
        const answer = await fetch(inn.server.address + found.path, { headers: { cookie } });
        if (!answer.ok) throw new Error(`The results answered ${answer.status}.`);
        await answer.arrayBuffer();
      }),
    );
  return { what, figures: [figure("first", "ms", times.slice(0, 1)), figure("then", "ms", times.slice(1), { most: 300 })] };
}

/** The instrument with the most submitted answers, its sittings multiplied until there are a million answers. */
async function manyAnswers(inn: Installation): Promise<string | null> {
  const { rows } = await sql<{ instrument: string; answers: number }>`
    select v.instrument, sum((select count(*) from jsonb_object_keys(s.answered -> 'answers')))::int as answers
    from questionnaire.sitting s join questionnaire.version v on v.id = s.version
    where s.state = 'submitted' group by v.instrument order by 2 desc limit 1`.execute(inn.db);
  const found = rows[0];
  if (found === undefined || found.answers === 0) return null;
  const copies = Math.ceil(ANSWERS / found.answers) - 1;
  const kept = await columnsOf(inn, "questionnaire", "sitting", ["id", "person", "post"]);
  await sql
    .raw(`
    insert into questionnaire.sitting (id, ${kept}) select gen_random_uuid(), ${kept.replaceAll(/\b(\w+)\b/g, "s.$1")}
    from questionnaire.sitting s join questionnaire.version v on v.id = s.version cross join generate_series(1, ${copies})
    where s.state = 'submitted' and v.instrument = '${found.instrument}'`)
    .execute(inn.db);
  await sql`analyze questionnaire.sitting`.execute(inn.db);
  return found.instrument;
}

async function exportAnswers(inn: Installation): Promise<Line> {
  const what = "export of 1,000,000 answers";
  const route = modules
    .flatMap((module) => module.routes)
    .find((one) => one.method === "GET" && /^\/questionnaires\/:id\/answers(\.csv|\.:\w+|\/?:\w+)$/.test(one.path));
  if (route === undefined) return skipped(what, "there is no address that exports answers");
  const instrument = await manyAnswers(inn);
  if (instrument === null) return skipped(what, "the demonstration has no submitted answers");
  const { cookie } = await inn.as("CBM");
  const pid = inn.server.process.pid ?? 0;
  forgetPeak(pid);
  const before = peakMemory(pid);
  let bytes = 0;
  const path = route.path.replace(":id", instrument).replace(/(\.|\/):\w+$/, "$1csv");
  const took = await timed(async () => {
    const answer = await fetch(inn.server.address + path, { headers: { cookie } });
    if (!answer.ok) throw new Error(`The export answered ${answer.status}.`);
    for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) bytes += part.byteLength;
  });
  const figures = [
    figure("", "s", [took / 1000], { most: 60 }),
    figure("memory of the server at most", "MiB", [peakMemory(pid)], { most: 300 }),
    figure("before", "MiB", [before]),
    figure("file", "MB", [bytes / 1e6]),
  ];
  return { what, figures };
}

export const size: Bench = {
  name: "size",
  about: "a heat-map over 100,000 respondents and an export of a million answers",
  run: async () => {
    const inn = await installation();
    return [await heatMap(inn), await exportAnswers(inn)];
  },
};
