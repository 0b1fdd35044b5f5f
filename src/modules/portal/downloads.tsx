/** Open data as files, and changes of office as an Atom feed (RFC 4287). */
import { type Visit } from "#kernel/access/asked.ts";
import { renderToString } from "preact-render-to-string";
import { h } from "preact";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { FORMATS, listFile } from "#platform/http/list-file.ts";
import { download, type Reply } from "#platform/http/reply.ts";
import { p } from "#platform/http/problems.ts";
import { Problem } from "#platform/problems/problem.ts";
import { paths } from "./paths.ts";
import { changesOfOffice } from "./queries.ts";
import { publicOffices } from "./rules.ts";
import { w } from "./words.ts";

type Row = Readonly<Record<string, string | number | null>>;

const MINUTES = 300;

/** One dataset in one format; the name of the file says both. */
export async function dataset(r: Visit): Promise<Reply> {
  const [name, ending, more] = (r.params["file"] ?? "").split(".");
  const set = r.house.datasets.find((candidate) => candidate.name === name);
  const format = FORMATS.find((one) => one === ending);
  if (format === undefined || set === undefined || more !== undefined) throw new Problem(p.notFound);
  const file = {
    name: `${set.name}-${r.today}`,
    sheet: set.name,
    columns: set.columns.map((column) => ({ name: column.name, cell: (row: Row) => row[column.name] ?? null })),
    rows: await set.rows(r.db, r.pack, r.today),
    plain: true as const,
    cacheSeconds: MINUTES,
  };
  return listFile(r, file, format);
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
