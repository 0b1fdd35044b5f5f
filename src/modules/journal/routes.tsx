/** The journal's pages: public seal, key, checkpoint and proofs; the list of entries for those who oversee. */
import { page, type Asked, type Route } from "#kernel/access/route.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { addDays, startOfDay } from "#kernel/calendar/day.ts";
import { lastCheckpoint } from "#kernel/seal/sequence.ts";
import { toBase64 } from "#methods/proofs/encoding.ts";
import { changedQuery, pageAsked } from "#platform/http/address.ts";
import { inPages, listFile } from "#platform/http/list-file.ts";
import { data, download, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p } from "./problems.ts";
import { paths } from "./paths.ts";
import { dayGiven, entriesBefore, entryKinds, listEntries, proofOf, type EntryFilter, type ListedEntry } from "./queries.ts";
import { verbs } from "./rules.ts";
import { EntriesView } from "./views/entries.tsx";
import { PublicView } from "./views/public.tsx";

type Visit = Asked<any, Actor | null>;

const PAGE = 50;

async function publicPage(r: Visit): Promise<Reply> {
  const last = await lastCheckpoint(r.db);
  const seal = last === null ? null : { ...last, root: toBase64(new Uint8Array(last.root)) };
  return show(<PublicView shell={r.shell} seal={seal} />);
}

async function checkpoint(r: Visit): Promise<Reply> {
  const last = await lastCheckpoint(r.db);
  if (last === null) throw new Problem(p.noCheckpoint);
  return download("checkpoint.txt", "text/plain; charset=utf-8", last.note, 10);
}

async function key(r: Visit): Promise<Reply> {
  const fact = await r.db.selectFrom("setting.fact").select("value").where("name", "=", "journal_key").executeTakeFirst();
  if (fact === undefined) throw new Problem(p.noCheckpoint);
  return download("journal-key.txt", "text/plain; charset=utf-8", `${String(fact.value)}\n`, 3600);
}

async function proof(r: Visit): Promise<Reply> {
  const entry = Number(r.query.get("entry"));
  const found = Number.isSafeInteger(entry) && entry > 0 ? await proofOf(r.db, entry) : null;
  if (found === null) throw new Problem(p.noEntry);
  return data(found);
}

function filterOf(r: Asked<any, Actor>): EntryFilter {
  const from = dayGiven(r.query.get("from"));
  const to = dayGiven(r.query.get("to"));
  const zone = r.pack.timeZone;
  return {
    kind: r.query.get("kind") || null,
    from: from === null ? null : startOfDay(from, zone),
    to: to === null ? null : startOfDay(addDays(to, 1), zone),
  };
}

async function entries(r: Asked<any, Actor>): Promise<Reply> {
  const current = pageAsked(r.query);
  const filter = filterOf(r);
  const { entries: rows, total } = await listEntries(r.db, filter, { offset: (current - 1) * PAGE, limit: PAGE });
  const names = await r.house.name(
    r.db,
    r.actor,
    rows.map((row) => ({ kind: row.subjectKind, id: row.subject })),
    r.language,
    r.today,
  );
  return show(
    <EntriesView
      shell={r.shell}
      entries={rows}
      names={names}
      total={total}
      page={current}
      pageSize={PAGE}
      kinds={await entryKinds(r.db)}
      filter={{ kind: r.query.get("kind") ?? "", from: r.query.get("from") ?? "", to: r.query.get("to") ?? "" }}
      hrefOf={(number) => changedQuery(paths.entries, r.query, { page: number })}
      downloads={[{ href: changedQuery(`${paths.entries}.csv`, r.query, { page: null }), format: "CSV" }]}
      tell={(entry) => entry.kind}
    />,
  );
}

const CHUNK = 5_000;

/** Every entry of the filter, the newest first, as a file for programs. */
function entriesFile(r: Asked<any, Actor>): Promise<Reply> {
  const filter = filterOf(r);
  const file = listFile(
    r,
    {
      name: "journal",
      columns: [
        { name: "entry", cell: (row) => row.entry },
        { name: "recorded_at", cell: (row) => row.at.toISOString() },
        { name: "kind", cell: (row) => row.kind },
        { name: "record_kind", cell: (row) => row.subjectKind },
        { name: "record", cell: (row) => row.subject },
        { name: "post_type", cell: (row) => row.postType },
        { name: "organisation", cell: (row) => row.organisationName },
        { name: "place", cell: (row) => row.place },
      ],
      rows: inPages<ListedEntry>(CHUNK, ({ last, limit }) => entriesBefore(r.db, filter, last?.entry ?? null, limit)),
      plain: true,
    },
    "csv",
  );
  return Promise.resolve(file);
}

export const routes: readonly Route[] = [
  page(paths.public, "public", publicPage),
  page(paths.checkpoint, "public", checkpoint),
  page(paths.key, "public", key),
  page(paths.proof, "public", proof),
  page(paths.entries, verbs.read, entries),
  page(`${paths.entries}.csv`, verbs.read, entriesFile),
];
