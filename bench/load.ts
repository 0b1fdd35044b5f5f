/** Requests under load: how many a second, how long each takes, and what it costs in processor time, at 1, 20 and 100 clients. */
import { join } from "node:path";
import autocannon from "autocannon";
import { sql } from "kysely";
import { modules } from "#app/modules.ts";
import { perform } from "#kernel/access/act.ts";
import { loadPack } from "#kernel/pack/load.ts";
import { importInstrument, publishVersion } from "#kernel/questionnaire/store.ts";
import { associationId } from "#kernel/registry/organisations.ts";
import { newId } from "#platform/db/ids.ts";
import { CSRF_FIELD } from "#platform/ui/buttons.tsx";
import { ROOT } from "#test/support/fixed.ts";
import { filledIn, formsOf, type FormOnPage } from "#test/hardening/reader.ts";
import { installation, type Installation } from "./installation.ts";
import { figure, processorTime, skipped, type Bench, type Figure, type Line } from "./measure.ts";
import { roundWithResults } from "./results.ts";

const RUNS = 3;
/** Seconds of a run by number of clients: what is cut off at its end must be little beside what was answered. */
const SECONDS: Readonly<Record<number, number>> = { 1: 2, 20: 3, 100: 8 };
const CLIENTS = Object.keys(SECONDS).map(Number);
/** Clients that each need a sitting of their own. */
const MOST = Math.max(...CLIENTS);

/** One request of a run, by its number: neighbours in number are on their way at once. */
interface Request {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}
type Target = (number: number) => Request;

/** One run: every client asks again as soon as it was answered. */
function fire(address: string, clients: number, target: Target, seconds: number = SECONDS[clients] ?? 3): Promise<autocannon.Result> {
  let number = 0;
  const setupRequest = (request: autocannon.Request): autocannon.Request => {
    const { method, path, headers, body } = target(number++);
    return { ...request, method, path, headers: { "accept-encoding": "br", ...headers }, body };
  };
  return autocannon({ url: address, connections: clients, duration: seconds, timeout: 30, requests: [{ setupRequest }] });
}

/** How the server ended, when it did. */
function endOf({ server }: Installation): string {
  const { exitCode, signalCode } = server.process;
  return exitCode === null && signalCode === null
    ? ""
    : `; the server ended with ${signalCode ?? exitCode}: ${server.output().slice(-300)}`;
}

const MS = 1000;

async function underLoad(inn: Installation, what: string, clients: number, target: Target): Promise<Line> {
  const named = `${what}, ${clients} client${clients === 1 ? "" : "s"}`;
  const rates: number[] = [];
  const [half, slow]: number[][] = [[], []];
  const own: number[] = [];
  const database: number[] = [];
  // The first requests fill caches and are compiled.
  await fire(inn.server.address, Math.min(clients, 4), target, 1);
  for (let run = 0; run < RUNS; run++) {
    const before = processorTime(inn.server.process.pid ?? 0, inn.postmaster);
    const result = await fire(inn.server.address, clients, target);
    const after = processorTime(inn.server.process.pid ?? 0, inn.postmaster);
    const answered = result["2xx"] + result["3xx"];
    const failed = result.non2xx - result["3xx"] + result.errors + result.timeouts;
    if (answered === 0 || failed > 0)
      return skipped(named, `${failed} of ${answered + failed} requests failed (${JSON.stringify(result.statusCodeStats)})${endOf(inn)}`);
    rates.push(answered / result.duration);
    half?.push(result.latency.p50);
    slow?.push(result.latency.p99);
    own.push(((after.program - before.program) / answered) * MS);
    database.push(((after.family - before.family) / answered) * MS);
  }
  const figures: Figure[] = [
    figure("", "requests/s", rates),
    figure("p50", "ms", half ?? []),
    figure("p99", "ms", slow ?? []),
    figure("processor", "ms a request", own),
    figure("PostgreSQL", "ms a request", database),
  ];
  return { what: named, figures };
}

/** The published questionnaire with the most questions; when there is none, the product's own template is published. */
async function published(inn: Installation): Promise<{ readonly version: string; readonly organisation: string }> {
  const { rows } = await sql<{ version: string; organisation: string }>`
    select v.id as version, i.organisation from questionnaire.version v join questionnaire.instrument i on i.id = v.instrument
    where v.state = 'published' order by length(v.model::text) desc, v.id limit 1`.execute(inn.db);
  if (rows[0] !== undefined) return rows[0];
  const { cookie } = await inn.as("CBM");
  const template = await fetch(`${inn.server.address}/questionnaires/template.xlsx`, { headers: { cookie } });
  const bytes = new Uint8Array(await template.arrayBuffer());
  const organisation = await associationId(inn.db);
  return perform(inn.db, { actor: null, now: new Date(), pack: loadPack(join(ROOT, "packs/rwanda")) }, async (act) => {
    const { version } = await importInstrument(act, {
      organisation,
      code: "bench",
      title: "Measured",
      language: "en",
      bytes,
      fileName: "template.xlsx",
    });
    await publishVersion(act, version);
    return { version, organisation };
  });
}

/** Open sittings on paper, one for each client, that the capacity-building manager types in. */
async function sittings(inn: Installation): Promise<readonly string[]> {
  const { version, organisation } = await published(inn);
  const ids = Array.from({ length: MOST }, newId);
  await sql`
    insert into questionnaire.sitting (year, member, id, version, purpose_kind, purpose, organisation, channel, state, language, title, happened_on)
    select 2025, ${organisation}, id, ${version}, 'bench', gen_random_uuid(), ${organisation}, 'paper', 'open', 'en', 'Measured', current_date
    from unnest(${ids}::uuid[]) as id`.execute(inn.db);
  return ids;
}

/** The page of a sitting that asks most, among the first ones, as an address with a place for the sitting; and its form. */
async function fullestPage(
  inn: Installation,
  sitting: string,
  another: string,
): Promise<{ readonly path: string; readonly form: FormOnPage } | null> {
  const { cookie, formToken } = await inn.as("CBM");
  const headers = { cookie, origin: inn.server.address };
  let best: { path: string; form: FormOnPage } | null = null;
  let address = `${inn.server.address}/answer/${sitting}`;
  for (let step = 0; step < 8; step++) {
    const page = await fetch(address, { headers });
    const path = new URL(page.url).pathname;
    const form = formsOf({ path, status: page.status, html: await page.text() }).find(
      (one) => one.method === "POST" && one.action.includes(sitting),
    );
    if (form === undefined) break;
    const general = path.replace(sitting, ":sitting");
    const open = await fetch(inn.server.address + general.replace(":sitting", another), { headers, redirect: "manual" });
    if (open.ok && form.fields.length > (best?.form.fields.length ?? 0)) best = { path: general, form };
    const body = new URLSearchParams({ ...filledIn(form, "first"), [CSRF_FIELD]: formToken });
    const next = await fetch(new URL(form.action, address), { method: "POST", headers, body, redirect: "manual" });
    const to = next.headers.get("location");
    if (to === null) break;
    address = new URL(to, address).href;
  }
  return best;
}

async function answering(inn: Installation): Promise<readonly Line[]> {
  const names = ["answer page", "answer submission"] as const;
  if (!modules.some((module) => module.name === "questionnaires"))
    return names.map((name) => skipped(name, "there is no module for questionnaires"));
  const ids = await sittings(inn);
  const found = await fullestPage(inn, ids[0] ?? "", ids[1] ?? "");
  if (found === null) return names.map((name) => skipped(name, "the questionnaire has no page with a form"));
  const { cookie, formToken } = await inn.as("CBM");
  // Two ways to answer, taken in turn: an unchanged answer would not be written.
  const bodies = (["first", "last"] as const).map((choice) =>
    new URLSearchParams({ ...filledIn(found.form, choice), [CSRF_FIELD]: formToken }).toString(),
  );
  const own = (number: number): string => found.path.replace(":sitting", ids[number % ids.length] ?? "");
  const headers = { cookie, origin: inn.server.address };
  const show: Target = (number) => ({ method: "GET", path: own(number), headers });
  const send: Target = (number) => ({
    method: "POST",
    path: own(number),
    headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
    body: bodies[Math.floor(number / ids.length) % bodies.length],
  });
  const lines: Line[] = [];
  for (const clients of CLIENTS) lines.push(await underLoad(inn, names[0], clients, show));
  for (const clients of CLIENTS) lines.push(await underLoad(inn, names[1], clients, send));
  return lines;
}

/** The portal's first page, the heat-map of a round, a page of questions, and sending it. */
export const load: Bench = {
  name: "load",
  about: "requests a second, waiting and processor time at 1, 20 and 100 clients",
  run: async () => {
    const inn = await installation();
    const lines: Line[] = [];
    const home: Target = () => ({ method: "GET", path: "/", headers: {} });
    for (const clients of CLIENTS) lines.push(await underLoad(inn, "portal home", clients, home));
    const results = await roundWithResults(inn);
    if (typeof results === "string") lines.push(skipped("results heat-map", results));
    else {
      const { cookie } = await inn.as("CBM");
      for (const clients of CLIENTS)
        lines.push(await underLoad(inn, "results heat-map", clients, () => ({ method: "GET", path: results.path, headers: { cookie } })));
    }
    return [...lines, ...(await answering(inn))];
  },
};
