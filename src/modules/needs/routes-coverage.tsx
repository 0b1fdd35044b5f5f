/** Who has answered a round, as pages and a file, and reminding the others. */
import { act, page, type Route } from "#kernel/access/route.ts";
import { choiceFilter, codeFilter, listed, listedFile, recordFilter, type List } from "#kernel/access/list.ts";
import { holds } from "#kernel/access/verb.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import { formatAsked, listFile } from "#platform/http/list-file.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { may, param, within, type Request, type Write } from "#kernel/access/asked.ts";
import { readRound } from "./ask.ts";
import { JOBS } from "./jobs.ts";
import { paths } from "./paths.ts";
import { ROUND_KIND } from "./purpose.ts";
import { coverageOf, WAITING_SORTS, waitingPosts, type CoverageRow, type WaitingPost, type WaitingSort } from "./queries-answers.ts";
import { isConcerned, participations, theRound } from "./queries.ts";
import { verbs } from "./rules.ts";
import { CoverageView } from "./views/coverage.tsx";
import { postName } from "./views/common.tsx";
import { w } from "./words-rounds.ts";
import { p } from "./problems.ts";

const FILTERS = {
  organisation: recordFilter<Request>(
    async (r) => {
      const { round: found, within: reach } = await readRound(r);
      return (await participations(r.db, found.id, reach)).map((part) => ({ value: part.organisation, text: part.name }));
    },
    { label: w.organisation, any: w.anyOrganisation },
  ),
  post: choiceFilter((r) => r.pack.postTypes.map((type) => ({ value: type.code, text: postName(r.say, r.pack, type.code) })), {
    label: w.post,
    any: w.anyPost,
  }),
  written: codeFilter(["no", "yes"], {
    label: w.reminded,
    any: w.anyReminded,
    text: (code, r) => r.say(code === "yes" ? w.remindedYes : w.never),
  }),
};

/** The posts that have not answered: whom to call, and the same as a file. */
const WAITING: List<Request, typeof FILTERS, WaitingPost, WaitingSort> = {
  name: "waiting",
  path: (r) => paths.coverage(param(r, "id")),
  file: (r) => paths.waiting(param(r, "id")),
  filters: FILTERS,
  sorts: WAITING_SORTS,
  first: () => ({ sort: "under", descending: false }),
  rows: async (r, { filter, ...order }, part) => {
    const { round: found, within: reach } = await readRound(r);
    return waitingPosts(r.db, { ...filter, ...order, ...part, round: found.id, within: reach }, r.today);
  },
  result: (r, total) => r.say(w.toCallNote, { total }),
  columns: (r) => [
    { name: "post", head: w.post, cell: (row) => postName(r.say, r.pack, row.postType) },
    { name: "of", cell: (row) => row.organisationName },
    { name: "organisation", head: w.organisation, cell: (row) => row.underName },
    { name: "holder", head: w.holder, cell: (row) => row.personName },
    { name: "phone", cell: (row) => row.phone },
    { name: "reminded", head: w.reminded, kind: { kind: "date" }, cell: (row) => row.remindedAt && dayOf(row.remindedAt, r.pack.timeZone) },
  ],
};

/** Who has answered, as counts in a file. */
function countsFile(r: Request, rows: readonly CoverageRow[]): Reply {
  return listFile(r, {
    name: "coverage",
    columns: [
      { name: "organisation", head: w.organisation, cell: (row) => row.name },
      { name: "post", head: w.post, cell: (row) => postName(r.say, r.pack, row.postType) },
      { name: "posts", head: w.posts, kind: { kind: "integer" }, cell: (row) => row.invited },
      { name: "answers", head: w.answers, kind: { kind: "integer" }, cell: (row) => row.answered },
    ],
    rows,
  });
}

async function coverage(r: Request): Promise<Reply> {
  const { round: found, within: reach } = await readRound(r);
  const rows = await coverageOf(r.db, found.id, reach);
  if (formatAsked(r.query) !== null) return countsFile(r, rows);
  return show(
    <CoverageView
      shell={r.shell}
      round={found}
      rows={rows}
      waiting={await listed(r, WAITING)}
      mayRemind={found.state === "open" && may(r, verbs.remind)}
      reminded={r.query.get("reminded") === "yes"}
    />,
  );
}

async function remind(r: Write): Promise<Reply> {
  const found = await theRound(r.act.tx, param(r, "id"));
  const reach = await within(r, verbs.remind);
  if (found.state !== "open") throw new Problem(p.notOpen);
  if (!(await isConcerned(r.act.tx, found.id, reach))) throw new Problem(p.noRound);
  const own =
    reach === "all"
      ? [null]
      : (await participations(r.act.tx, found.id, reach))
          .filter((part) => holds(reach, part.organisation))
          .map((part) => part.organisation);
  for (const organisation of own)
    await r.act.later(JOBS.remind, { round: found.id, organisation }, { key: `${JOBS.remind}:${found.id}:${organisation ?? "all"}` });
  await r.act.journal({
    kind: "needs.round.reminder_asked",
    subject: { kind: ROUND_KIND, id: found.id },
    member: reach === "all" ? null : (own[0] ?? null),
    payload: {},
  });
  return go(`${paths.coverage(found.id)}?reminded=yes`);
}

export const coverageRoutes: readonly Route[] = [
  page(paths.coverage(":id"), verbs.read, coverage),
  page(paths.waiting(":id"), verbs.read, (r) => listedFile(r, WAITING)),
  act(paths.remind(":id"), verbs.remind, remind),
];
