/** The journal's pages: public seal, key, checkpoint and proofs; the list of entries for those who oversee. */
import type { Request, Visit } from "#kernel/access/asked.ts";
import { choiceFilter, dayFilter, listed, listedFile, type FilterAsked, type List } from "#kernel/access/list.ts";
import { page, type Route } from "#kernel/access/route.ts";
import { addDays, startOfDay } from "#kernel/calendar/day.ts";
import { lastCheckpoint } from "#kernel/seal/sequence.ts";
import { toBase64 } from "#methods/proofs/encoding.ts";
import { formatAsked, inPages } from "#platform/http/list-file.ts";
import { data, download, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p } from "./problems.ts";
import { paths } from "./paths.ts";
import { entriesBeyond, entryKinds, listEntries, proofOf, type EntryFilter, type ListedEntry } from "./queries.ts";
import { verbs } from "./rules.ts";
import { EntriesView } from "./views/entries.tsx";
import { PublicView } from "./views/public.tsx";
import { w } from "./words.ts";

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

const FILTERS = {
  kind: choiceFilter(async (r) => (await entryKinds(r.db)).map((kind) => ({ value: kind, text: kind })), {
    label: w.kind,
    any: w.allKinds,
  }),
  from: dayFilter({ label: w.from }),
  to: dayFilter({ label: w.to }),
};

function filterOf(r: Visit, { kind, from, to }: FilterAsked<typeof FILTERS>): EntryFilter {
  const zone = r.pack.timeZone;
  return { kind, from: from === null ? null : startOfDay(from, zone), to: to === null ? null : startOfDay(addDays(to, 1), zone) };
}

const CHUNK = 5_000;

/** Every entry, the newest first; its file is for programs. */
const LIST: List<Request, typeof FILTERS, ListedEntry, "entry"> = {
  name: "journal",
  path: () => paths.entries,
  filters: FILTERS,
  sorts: ["entry"],
  first: () => ({ sort: "entry", descending: true }),
  rows: (r, { filter, descending }, part) => listEntries(r.db, filterOf(r, filter), { descending, ...part }),
  every: (r, { filter, descending }) =>
    inPages<ListedEntry>(CHUNK, ({ last, limit }) => entriesBeyond(r.db, filterOf(r, filter), { descending }, last?.entry ?? null, limit)),
  result: (r, total) => r.say(w.result, { n: total }),
  columns: () => [
    { name: "entry", cell: (row) => row.entry },
    { name: "recorded_at", cell: (row) => row.at.toISOString() },
    { name: "kind", cell: (row) => row.kind },
    { name: "record_kind", cell: (row) => row.subjectKind },
    { name: "record", cell: (row) => row.subject },
    { name: "post_type", cell: (row) => row.postType },
    { name: "organisation", cell: (row) => row.organisationName },
    { name: "place", cell: (row) => row.place },
  ],
  plain: true,
};

async function entries(r: Request): Promise<Reply> {
  if (formatAsked(r.query) !== null) return listedFile(r, LIST);
  const list = await listed(r, LIST);
  const records = list.rows.map((row) => ({ kind: row.subjectKind, id: row.subject }));
  const names = await r.house.name(r.db, r.actor, records, r.language, r.today);
  return show(<EntriesView shell={r.shell} list={list} names={names} />);
}

export const routes: readonly Route[] = [
  page(paths.public, "public", publicPage),
  page(paths.checkpoint, "public", checkpoint),
  page(paths.key, "public", key),
  page(paths.proof, "public", proof),
  page(paths.entries, verbs.read, entries),
  page(`${paths.entries}.csv`, verbs.read, (r) => listedFile(r, LIST)),
];
