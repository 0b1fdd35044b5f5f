/** Who has answered a round, as pages and a file, and reminding the others. */
import { act, page, type Route, type Writing } from "#kernel/access/route.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { holds } from "#kernel/access/verb.ts";
import { formatAsked, listFile } from "#platform/http/list-file.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { may, pageOf, param, within, type Request } from "#kernel/access/asked.ts";
import { readRound } from "./ask.ts";
import { JOBS } from "./jobs.ts";
import { paths } from "./paths.ts";
import { ROUND_KIND } from "./purpose.ts";
import { coverageOf, waitingPosts } from "./queries-answers.ts";
import { isConcerned, participations, theRound } from "./queries.ts";
import { verbs } from "./rules.ts";
import { CoverageView } from "./views/coverage.tsx";
import { postName } from "./views/common.tsx";
import { w } from "./words-rounds.ts";
import { p } from "./problems.ts";

type Write = Writing<any, Actor>;

async function coverage(r: Request): Promise<Reply> {
  const { round: found, within: reach } = await readRound(r);
  const at = pageOf(r);
  const rows = await coverageOf(r.db, found.id, reach);
  if (formatAsked(r.query) !== null)
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
  const { rows: waiting, total } = await waitingPosts(r.db, found.id, reach, r.today, at);
  return show(
    <CoverageView
      shell={r.shell}
      round={found}
      rows={rows}
      waiting={waiting}
      total={total}
      pages={at.links(total)}
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
  act(paths.remind(":id"), verbs.remind, remind),
];
