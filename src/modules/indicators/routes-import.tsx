/** Importing figures: bring a file, look at what it comes to, take it or put it away, and get the bad rows back. */
import { act, page, type Route } from "#kernel/access/route.ts";
import { indicatorsByIds } from "#kernel/measure/queries.ts";
import { organisationsOn } from "#kernel/registry/organisations.ts";
import { isId } from "#platform/db/ids.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { rejectedCsv } from "#platform/tabular/table.ts";
import { bringFile, dropFile, takeFile } from "./actions.ts";
import { within, type Request, type Write } from "#kernel/access/asked.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { recentRuns, runById, type Run } from "./queries.ts";
import { verbs } from "./rules.ts";
import { ImportsView, RunView } from "./views/imports.tsx";
import { w } from "./words-more.ts";

const TEN_MEGABYTES = 10 * 1024 * 1024;

async function imports(r: Request, errors: readonly string[] = []): Promise<Reply> {
  const runs = await recentRuns(r.db);
  return show(
    <ImportsView shell={r.shell} runs={runs} errors={errors.map((text) => ({ href: "#file", text }))} />,
    errors.length > 0 ? 422 : 200,
  );
}

async function bring(r: Write): Promise<Reply> {
  const file = r.form.file("file");
  if (file === null || file.bytes.length === 0) return imports(r, [r.say(w.chooseFile)]);
  const { id, checked } = await bringFile(r.act, file, await within(r, verbs.take));
  return id === null
    ? imports(
        r,
        checked.problems.map((one) => r.say(one.text, one.values)),
      )
    : go(paths.run(id));
}

async function theRun(r: Request): Promise<Run> {
  const id = r.params["id"];
  const run = isId(id) ? await runById(r.db, id) : null;
  if (run === null) throw new Problem(p.noRun);
  return run;
}

async function run(r: Request): Promise<Reply> {
  const found = await theRun(r);
  const organisations = [...new Set(found.rows.flatMap((row) => row.organisation ?? []))];
  const [indicators, places] = await Promise.all([
    indicatorsByIds(r.db, [...new Set(found.rows.map((row) => row.indicator))]),
    organisations.length === 0 ? [] : organisationsOn(r.db, { ids: organisations, on: r.today, language: r.language }),
  ]);
  return show(<RunView shell={r.shell} run={found} indicators={indicators} names={new Map(places.map((one) => [one.id, one.name]))} />);
}

async function rejected(r: Request): Promise<Reply> {
  const found = await theRun(r);
  const name = `${found.fileName.replace(/\.\w+$/, "")}-rejected.csv`;
  return download(name, "text/csv; charset=utf-8", rejectedCsv({ headers: found.headers }, found.rejected, r.say));
}

export const importRoutes: readonly Route[] = [
  page(paths.imports, verbs.take, (r: Request) => imports(r)),
  act(paths.imports, verbs.take, bring, { maxBody: TEN_MEGABYTES }),
  page(paths.run(":id"), verbs.take, run),
  page(paths.rejected(":id"), verbs.take, rejected),
  act(paths.takeRun(":id"), verbs.take, async (r: Write) => {
    const { id } = await theRun(r);
    await takeFile(r.act, id);
    return go(paths.run(id));
  }),
  act(paths.dropRun(":id"), verbs.take, async (r: Write) => {
    const { id } = await theRun(r);
    await dropFile(r.act, id);
    return go(paths.run(id));
  }),
];
