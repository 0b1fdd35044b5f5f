/** The lists of the administration: failed jobs, texts to review, the codes of a list; each as a page and as a file. */
import type { Actor } from "#kernel/access/actor.ts";
import { may } from "#kernel/access/asked.ts";
import { codeFilter, listed, listedFile, wordsFilter, type List } from "#kernel/access/list.ts";
import type { Asked } from "#kernel/access/route.ts";
import { ruleSetsOn, rulesIn } from "#kernel/rules/versions.ts";
import { formatAsked, listFile } from "#platform/http/list-file.ts";
import { show, type Reply } from "#platform/http/reply.ts";
import { patternOf, UNREVIEWED, type Text } from "#platform/i18n/text.ts";
import { formatDateTime } from "#platform/ui/format.ts";
import { codesOfList, type CodeRow, type ListRow } from "./codes.ts";
import { paths } from "./paths.ts";
import { JOB_SORTS, jobCounts, JOBS_SHOWN, listJobs, type JobRow } from "./queue.ts";
import { factsToConfirm, textsToReview, type TextToReview } from "./review.ts";
import { verbs } from "./rules.ts";
import type { Tables } from "./schema.ts";
import { operationsSettings } from "./settings.ts";
import { CodesView } from "./views/codes.tsx";
import { ReviewView, SOURCE_WORD } from "./views/review.tsx";
import { JobsView } from "./views/run.tsx";
import { w } from "./words-run.ts";
import { w as words } from "./words.ts";

type Reading = Asked<Tables, Actor>;

const JOB_FILTERS = {
  q: wordsFilter({ label: w.search }),
  state: codeFilter(JOBS_SHOWN, {
    label: w.happened,
    any: w.all,
    text: (state, r) => r.say(state === "given" ? w.onlyGiven : w.onlyAgain),
  }),
};

const JOBS: List<Reading, typeof JOB_FILTERS, JobRow, (typeof JOB_SORTS)[number]> = {
  name: "jobs",
  path: () => paths.jobs,
  filters: JOB_FILTERS,
  sorts: JOB_SORTS,
  first: () => ({ sort: "next", descending: false }),
  rows: (r, { filter, ...order }, part) => listJobs(r.db, { ...filter, ...order, ...part }),
  result: (r, total) => r.say(w.jobsResult, { n: total }),
  columns: (r) => [
    { name: "job", head: w.job, cell: (row) => row.name },
    { name: "attempts", kind: { kind: "integer" }, cell: (row) => row.attempts },
    { name: "given_up", cell: (row) => (row.given ? "yes" : "no") },
    { name: "next_try", cell: (row) => (row.given ? null : formatDateTime(row.runAt, r.pack.timeZone)) },
    { name: "created", cell: (row) => formatDateTime(row.createdAt, r.pack.timeZone) },
    { name: "error", head: w.message, cell: (row) => row.error },
  ],
};

/** Jobs that failed, as a page or as the file that the address asks for. */
export async function jobs(r: Reading): Promise<Reply> {
  if (formatAsked(r.query) !== null) return listedFile(r, JOBS);
  return show(<JobsView shell={r.shell} list={await listed(r, JOBS)} counts={await jobCounts(r.db)} mayRun={may(r, verbs.run)} />);
}

const has = (text: Text | readonly string[], q: string | null): boolean =>
  q === null || Object.values(text).join("\n").toLowerCase().includes(q.toLowerCase());

const REVIEW_FILTERS = {
  source: codeFilter(["pack", "program", "code_list"], { label: w.part, any: w.all, text: (source, r) => r.say(SOURCE_WORD[source]) }),
  q: wordsFilter({ label: w.search }),
};

/** The rows of a list in memory in the order of a text. */
function sortedBy<Row>(rows: readonly Row[], textOf: (row: Row) => string, descending: boolean): Row[] {
  const order = new Intl.Collator("en");
  const sorted = rows.toSorted((a, b) => order.compare(textOf(a), textOf(b)));
  return descending ? sorted.toReversed() : sorted;
}

const REVIEW: List<Reading, typeof REVIEW_FILTERS, TextToReview, "where" | "rw"> = {
  name: "kinyarwanda",
  path: () => paths.review,
  file: () => paths.reviewFile,
  filters: REVIEW_FILTERS,
  sorts: ["where", "rw"],
  first: () => ({ sort: "where", descending: false }),
  rows: async (r, { filter, sort, descending }, { offset, limit }) => {
    const found = textsToReview(r.pack, operationsSettings()?.root ?? null).filter(
      (row) =>
        (filter.source === null || row.source === filter.source) && has([row.where, row.text.en, row.text.fr, row.text.rw], filter.q),
    );
    // Texts come in the order of where they stand.
    const texts = sort === "rw" ? sortedBy(found, (row) => patternOf(row.text, "rw"), descending) : descending ? found.toReversed() : found;
    return { rows: texts.slice(offset, offset + limit), total: texts.length };
  },
  result: (r, total) => r.say(w.textsResult, { n: total }),
  columns: () => [
    { name: "part", cell: (row) => row.source },
    { name: "where", cell: (row) => row.where },
    { name: "en", cell: (row) => row.text.en },
    { name: "fr", cell: (row) => row.text.fr },
    { name: "rw", cell: (row) => patternOf(row.text, "rw") },
    { name: "corrected", cell: () => "" },
  ],
};

/** What somebody outside the program must still look at. */
export async function review(r: Reading): Promise<Reply> {
  const sets = (await ruleSetsOn(rulesIn(r.db), r.today)).filter((set) => set.unconfirmed);
  return show(<ReviewView shell={r.shell} list={await listed(r, REVIEW)} facts={factsToConfirm(r.pack)} sets={sets} />);
}

/** The texts that the address asks for, as a file with an empty column for corrections. */
export const reviewFile = (r: Reading): Promise<Reply> => listedFile(r, REVIEW);

/** Facts to confirm, as a file with empty columns for who confirmed them. */
export async function factsFile(r: Reading): Promise<Reply> {
  return listFile(r, {
    name: "facts",
    columns: [
      { name: "where", cell: (fact) => fact.where },
      { name: "source", cell: (fact) => fact.source },
      { name: "confirmed_by", cell: () => "" },
      { name: "on", cell: () => "" },
    ],
    rows: factsToConfirm(r.pack),
  });
}

const CODE_FILTERS = {
  q: wordsFilter({ label: w.search }),
  state: codeFilter(["valid", "ended", "unreviewed"], {
    label: words.valid,
    any: w.all,
    text: (state, r) => r.say({ valid: w.onlyValid, ended: w.onlyEnded, unreviewed: words.unreviewed }[state]),
  }),
};

const codesOf = (list: ListRow): List<Reading, typeof CODE_FILTERS, CodeRow, "position" | "code"> => ({
  name: list.list,
  path: () => paths.codes(list.list),
  file: () => paths.codesFile(list.list),
  filters: CODE_FILTERS,
  sorts: ["position", "code"],
  first: () => ({ sort: "position", descending: false }),
  rows: async (r, { filter, sort, descending }, { offset, limit }) => {
    const ended = (row: CodeRow) => row.to !== null && row.to <= r.today;
    const fits = {
      valid: (row: CodeRow) => !ended(row),
      ended,
      unreviewed: (row: CodeRow) => row.names.rw.startsWith(UNREVIEWED),
    };
    const found = (await codesOfList(r.db, list.list, r.today)).filter(
      (row) => (filter.state === null || fits[filter.state](row)) && has([row.code, row.names.en, row.names.fr, row.names.rw], filter.q),
    );
    const rows = sort === "code" ? sortedBy(found, (row) => row.code, descending) : descending ? found.toReversed() : found;
    return { rows: rows.slice(offset, offset + limit), total: rows.length };
  },
  result: (r, total) => r.say(words.result, { n: total }),
  columns: () => [
    { name: "code", cell: (row) => row.code },
    { name: "en", cell: (row) => row.names.en },
    { name: "fr", cell: (row) => row.names.fr },
    { name: "rw", cell: (row) => patternOf(row.names, "rw") },
    { name: "rw_reviewed", cell: (row) => (row.names.rw.startsWith(UNREVIEWED) ? "no" : "yes") },
    { name: "valid_from", cell: (row) => row.from },
    { name: "valid_to", cell: (row) => row.to },
  ],
});

/** The codes of one list as a page. */
export async function codes(r: Reading, list: ListRow): Promise<Reply> {
  return show(
    <CodesView shell={r.shell} list={list} codes={await listed(r, codesOf(list))} today={r.today} mayEdit={may(r, verbs.editCodes)} />,
  );
}

/** The codes of one list as a file. */
export const codesFile = (r: Reading, list: ListRow): Promise<Reply> => listedFile(r, codesOf(list));
