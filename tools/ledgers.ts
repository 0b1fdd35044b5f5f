/** `inteko ledgers`: writes what the house may do, where and by whom into docs/ledgers, so that a change of the code shows as a change of these. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type pg from "pg";
import { modules as allModules } from "#app/modules.ts";
import type { Module } from "#kernel/access/module.ts";
import type { Verb } from "#kernel/access/verb.ts";
import { loadPack } from "#kernel/pack/load.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { unconfirmedFacts, unreviewedTexts } from "#kernel/pack/review.ts";
import { ROLES, type Role } from "#kernel/pack/roles.ts";
import { testCluster } from "#platform/db/embedded/test-cluster.ts";
import { migrate } from "#platform/db/migrate.ts";
import { openPool } from "#platform/db/pool.ts";
import { flowsOf, unreviewed, type PlacedFlow } from "./catalogues.ts";

const ROOT = resolve(import.meta.dirname, "..");
const FOLDER = "docs/ledgers";

/** The sentence of a ledger that is out of date. */
export const RENEW = "differs from the code: renew it with `inteko ledgers`, and look at what changed";

/** A ledger by its file name. */
export type Ledgers = ReadonlyMap<string, string>;

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ");

/** A Markdown table; one row is one line, so that a diff names what changed. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function page(title: string, lead: string, parts: readonly string[]): string {
  return `${[`# ${title}`, `${lead} Written by \`inteko ledgers\` from the code; do not edit.`, ...parts].join("\n\n")}\n`;
}

const verbsOf = (modules: readonly Module[]): Verb[] =>
  modules.flatMap((module) => Object.values(module.verbs)).sort((a, b) => byText(a.name, b.name));

const reaches = (verb: Verb): string =>
  Object.entries(verb.roles)
    .sort(([a], [b]) => byText(a, b))
    .map(([role, reach]) => `${role}: ${reach}`)
    .join(", ");

/** Role × verb. Reach: `all` the whole association, `below` the own organisation and those below it, `own` the own organisation alone. */
function permissions(modules: readonly Module[], pack: Pack): string {
  const verbs = verbsOf(modules);
  const postsWith = (role: Role): string =>
    pack.postTypes
      .filter((type) => type.roles.includes(role))
      .map((type) => type.code)
      .sort()
      .join(" ");
  const rolesRows = ROLES.flatMap((role) => {
    const may = verbs.flatMap((verb) => (verb.roles[role] === undefined ? [] : [`${verb.name} (${verb.roles[role]})`]));
    return may.length === 0 ? [] : [[role, postsWith(role), may.join(", ")]];
  });
  return page(
    "Permissions",
    "Who may do what. Reach: `all` is the whole association, `below` the own organisation and those below it, `own` the own organisation alone.",
    [
      "## By permission",
      table(
        ["permission", "what", "roles and their reach"],
        verbs.map((verb) => [verb.name, verb.title.en, reaches(verb)]),
      ),
      "## By role",
      table(
        ["role", `post types of ${pack.code}`, "may"],
        rolesRows.sort((a, b) => byText(a[0] ?? "", b[0] ?? "")),
      ),
    ],
  );
}

const sizeOf = (bytes: number): string => (bytes === 0 ? "" : bytes % 1048576 === 0 ? `${bytes / 1048576} MiB` : `${bytes} B`);

/** Every address and what stands before it. */
function urls(modules: readonly Module[]): string {
  const sections = [...modules]
    .sort((a, b) => byText(a.name, b.name))
    .filter((module) => module.routes.length > 0)
    .map((module) => {
      const rows = module.routes
        .map((route) => [
          route.method,
          route.path,
          typeof route.guard === "string" ? route.guard : route.guard.name,
          sizeOf(route.maxBody),
          route.machine ? "program" : "",
        ])
        .sort((a, b) => byText(`${a[1]} ${a[0]}`, `${b[1]} ${b[0]}`));
      return `## ${module.name}\n\n${table(["method", "path", "guard", "largest body", "for"], rows)}`;
    });
  return page(
    "Addresses",
    "Every address of the product and who may ask for it: `public` is everyone, `signed-in` everyone with an account, otherwise a permission.",
    sections,
  );
}

function flowSection({ file, flow }: PlacedFlow): string {
  const states = Object.entries(flow.states).map(([name, state]) => [
    name === flow.start ? `${name} (start)` : name,
    state.title.en,
    state.tone,
    state.final === true ? "final" : "",
  ]);
  const steps = Object.entries(flow.steps).flatMap(([name, step]) =>
    step.from.map((from) => [from, name, step.to ?? from, step.verb.name, reaches(step.verb), step.check === undefined ? "" : "checked"]),
  );
  const order = Object.keys(flow.states);
  steps.sort((a, b) => order.indexOf(a[0] ?? "") - order.indexOf(b[0] ?? "") || byText(a[1] ?? "", b[1] ?? ""));
  return [
    `## ${flow.kind}`,
    `\`${file}\``,
    table(["state", "is called", "tone", ""], states),
    table(["from", "step", "to", "permission", "roles and their reach", "conditions"], steps),
  ].join("\n\n");
}

/** State × step tables. */
function workflows(flows: readonly PlacedFlow[]): string {
  return page("Workflows", "What may be done to a record in each state, by whom, and where it leads.", flows.map(flowSection));
}

/** Kinyarwanda for a native reviewer. */
async function wordsToReview(root: string, pack: Pack): Promise<string> {
  const found = (await unreviewed(root)).sort((a, b) => byText(`${a.file} ${a.key} ${a.rw}`, `${b.file} ${b.key} ${b.rw}`));
  const files = [...Map.groupBy(found, (text) => text.file)].map(
    ([file, texts]) =>
      `## ${file}\n\n${table(
        ["key", "English", "Kinyarwanda"],
        texts.map((text) => [text.key, text.en, text.rw]),
      )}`,
  );
  const ofPack = unreviewedTexts(pack)
    .map(({ where, what }) => [where, what.en, what.rw])
    .sort((a, b) => byText(a[0] ?? "", b[0] ?? ""));
  const lead = `${found.length} texts of the product and ${ofPack.length} of the pack \`${pack.code}\` that no native speaker of Kinyarwanda has confirmed. Take the mark ≈ off in the file once a text is right.`;
  return page("Kinyarwanda to review", lead, [...files, `## packs/${pack.code}`, table(["where", "English", "Kinyarwanda"], ofPack)]);
}

/** Facts of the pack that the association has still to confirm. */
function unconfirmedRules(pack: Pack): string {
  const rows = unconfirmedFacts(pack)
    .map(({ where, what }) => [where, what])
    .sort((a, b) => byText(a[0] ?? "", b[0] ?? ""));
  return page(
    "Facts to confirm",
    `${rows.length} facts of the pack \`${pack.code}\` that are marked unconfirmed, with the source they were taken from.`,
    [table(["where", "source"], rows)],
  );
}

const COLUMNS = `
  select n.nspname || '.' || c.relname as name, coalesce(obj_description(c.oid, 'pg_class'), '') as about, a.attname as column,
    format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required, coalesce(pg_get_expr(d.adbin, d.adrelid), '') as value,
    coalesce(col_description(c.oid, a.attnum), '') as note,
    exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any(i.indkey)) as key
  from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'v', 'm')
  join pg_namespace n on n.oid = c.relnamespace left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where a.attnum > 0 and not a.attisdropped and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'public') and n.nspname not like 'pg_toast%'
  order by n.nspname collate "C", c.relname collate "C", a.attnum`;

interface ColumnRow {
  readonly name: string;
  readonly about: string;
  readonly column: string;
  readonly type: string;
  readonly required: boolean;
  readonly value: string;
  readonly note: string;
  readonly key: boolean;
}

/** Tables and columns of a migrated database. */
async function schema(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<ColumnRow>(COLUMNS);
  const tables = [...Map.groupBy(rows, (row) => row.name)].map(([name, columns]) => {
    const lines = columns.map((row) => [
      row.key ? `**${row.column}**` : row.column,
      row.type,
      row.required ? "" : "may be empty",
      row.value,
      row.note,
    ]);
    return [
      `## ${name}`,
      ...(columns[0]?.about ? [columns[0].about] : []),
      table(["column", "type", "", "value when none is given", "note"], lines),
    ].join("\n\n");
  });
  return page("Tables", "Every table and column; the primary key is in bold.", tables);
}

/** All ledgers over modules, a pack and a migrated database. */
export async function writeLedgers(root: string, modules: readonly Module[], pack: Pack, pool: pg.Pool): Promise<Ledgers> {
  return new Map([
    ["permissions.md", permissions(modules, pack)],
    ["urls.md", urls(modules)],
    ["workflows.md", workflows(await flowsOf(root))],
    ["words-to-review.md", await wordsToReview(root, pack)],
    ["unconfirmed-rules.md", unconfirmedRules(pack)],
    ["schema.md", await schema(pool)],
  ]);
}

/** The ledgers on disk that are not as they should be. */
export function outdated(root: string, ledgers: Ledgers): string[] {
  const onDisk = (name: string): string | null => {
    try {
      return readFileSync(join(root, FOLDER, name), "utf8");
    } catch {
      return null;
    }
  };
  return [...ledgers].filter(([name, text]) => onDisk(name) !== text).map(([name]) => `${FOLDER}/${name}`);
}

/** The command: writes all ledgers and says which changed. */
export async function main(): Promise<number> {
  const cluster = await testCluster();
  const pool = openPool(cluster.connection, 2);
  try {
    await migrate(pool.pool, join(ROOT, "migrations"));
    const ledgers = await writeLedgers(ROOT, allModules, loadPack(join(ROOT, "packs/rwanda")), pool.pool);
    const changed = outdated(ROOT, ledgers);
    mkdirSync(join(ROOT, FOLDER), { recursive: true });
    for (const [name, text] of ledgers) writeFileSync(join(ROOT, FOLDER, name), text);
    console.log(changed.length === 0 ? "Every ledger was as it should be." : `Renewed: ${changed.join(", ")}`);
    return 0;
  } finally {
    await pool.close();
    await cluster.stop();
  }
}
