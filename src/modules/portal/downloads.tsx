/** Open data as files, and changes of office as an Atom feed (RFC 4287). */
import { renderToString } from "preact-render-to-string";
import { h } from "preact";
import type { Asked } from "#kernel/access/route.ts";
import type { Actor } from "#kernel/access/actor.ts";
import type { Dataset } from "#kernel/access/module.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { download, type Reply } from "#platform/http/reply.ts";
import { p } from "#platform/http/problems.ts";
import { Problem } from "#platform/problems/problem.ts";
import { writeCsv, writeJson } from "#platform/tabular/write.ts";
import { writeXlsx } from "#platform/tabular/write-xlsx.ts";
import { paths } from "./paths.ts";
import { changesOfOffice } from "./queries.ts";
import { publicOffices } from "./rules.ts";
import { w } from "./words.ts";

type Visit = Asked<any, Actor | null>;
type Row = Readonly<Record<string, string | number | null>>;

const MINUTES = 300;

async function* linesOf(set: Dataset, rows: readonly Row[]): AsyncGenerator<(string | number | null)[]> {
  for (const row of rows) yield set.columns.map((column) => row[column.name] ?? null);
}

/** One dataset in one format; the name of the file says both. */
export async function dataset(r: Visit): Promise<Reply> {
  const match = /^([a-z-]+)\.(csv|xlsx|json)$/.exec(r.params["file"] ?? "");
  const set = r.house.datasets.find((candidate) => candidate.name === match?.[1]);
  if (match === null || set === undefined) throw new Problem(p.notFound);
  const rows = await set.rows(r.db, r.pack, r.today);
  const names = set.columns.map((column) => column.name);
  const file = `${set.name}-${r.today}.${match[2]}`;
  if (match[2] === "csv") return download(file, "text/csv; charset=utf-8", writeCsv(names, linesOf(set, rows)), MINUTES);
  if (match[2] === "json") return download(file, "application/json", writeJson(names, rows), MINUTES);
  const columns = names.map((name) => ({ name, kind: "text" as const }));
  const body = writeXlsx([{ name: set.name, columns, rows: textRows(set, rows) }]);
  return download(file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body, MINUTES);
}

async function* textRows(set: Dataset, rows: readonly Row[]): AsyncGenerator<(string | null)[]> {
  for await (const line of linesOf(set, rows)) yield line.map((value) => (value === null ? null : String(value)));
}

/** The last hundred changes of public office. */
export async function feed(r: Visit): Promise<Reply> {
  const changes = await changesOfOffice(r.db, publicOffices(r.pack), r.today, 100);
  const link = (path: string): string => r.origin + path;
  const entries = changes.map((change) =>
    h("entry", {}, [
      h("id", {}, `urn:uuid:${change.assignment}`),
      h(
        "title",
        {},
        r.say(w.feedEntry, {
          person: change.person,
          post: r.say(postTypeOf(r.pack, change.postType).names),
          organisation: change.organisationName,
        }),
      ),
      h("updated", {}, change.recordedAt.toISOString()),
      h("link", { href: link(paths.place(change.organisation)) }),
      h("content", { type: "text" }, `${change.acting ? r.say(w.acting) : ""} ${change.from}`.trim()),
    ]),
  );
  const updated = changes[0]?.recordedAt ?? r.now;
  const document = h("feed", { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": r.language }, [
    h("id", {}, link(paths.feed)),
    h("title", {}, r.say(w.feedTitle)),
    h("updated", {}, updated.toISOString()),
    h("author", {}, h("name", {}, r.say(r.pack.association.names))),
    h("link", { rel: "self", href: link(paths.feed) }),
    ...entries,
  ]);
  const xml = `<?xml version="1.0" encoding="utf-8"?>${renderToString(document).replaceAll("></link>", "/>")}`;
  return download(null, "application/atom+xml; charset=utf-8", xml, MINUTES);
}
