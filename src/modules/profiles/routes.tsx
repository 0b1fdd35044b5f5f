/** The pages of learning: my own, who lacks what, and a portfolio on paper. */
import type { Actor } from "#kernel/access/actor.ts";
import { page, type Asked, type Route } from "#kernel/access/route.ts";
import { organisationsFor, reachOf } from "#kernel/access/verb.ts";
import { entriesOf } from "#kernel/portfolio/portfolio.ts";
import { membersOn } from "#kernel/registry/organisations.ts";
import { peopleByIds } from "#kernel/registry/people.ts";
import { postName } from "#modules/people";
import { pageAsked } from "#platform/http/address.ts";
import { formatAsked, inPages, listFile } from "#platform/http/list-file.ts";
import { p as http } from "#platform/http/problems.ts";
import { show, type Reply } from "#platform/http/reply.ts";
import { isId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import { picture } from "./organisation.tsx";
import { offered } from "./profile.ts";
import { paths } from "./paths.ts";
import { lackPage, mostLacked, type LackQuestion, type LackRow } from "./queries.ts";
import { verbs } from "./rules.ts";
import { LacksView } from "./views/lacks.tsx";
import { MineView } from "./views/mine.tsx";
import { PortfolioPrint } from "./views/portfolio.tsx";
import { w } from "./words.ts";

type Ask = Asked<any, Actor>;

const SIZE = 25;
/** Courses named above the list. */
const MOST_LACKED = 4;
const SORTS = ["organisation", "name", "since", "course"] as const;
const STANDINGS = ["has", "came", "lacks"] as const;

async function mine(r: Ask): Promise<Reply> {
  const panels = await r.house.panels(r, "person", r.actor.person);
  return show(<MineView shell={r.shell} panels={panels} mayList={reachOf(r.actor, verbs.lacks) !== null} />);
}

async function questionOf(r: Ask): Promise<LackQuestion> {
  const under = r.query.get("organisation") ?? undefined;
  return {
    within: await organisationsFor(r.db, r.actor, verbs.lacks, r.today),
    under: isId(under) ? under : undefined,
    course: r.query.get("course") || undefined,
    standing: STANDINGS.find((one) => one === r.query.get("standing")),
    sort: SORTS.find((one) => one === r.query.get("sort")) ?? "organisation",
    descending: r.query.get("down") === "1",
    on: r.today,
  };
}

async function lacks(r: Ask): Promise<Reply> {
  const { courses, requirements } = await offered(r);
  const ask = await questionOf(r);
  const title = (code: string): string => {
    const course = courses.get(code);
    return course === undefined ? code : r.say(course.title);
  };
  const post = (row: LackRow): string => postName(r.pack, r.say, { postType: row.postType });
  if (formatAsked(r.query) !== null)
    return listFile(r, {
      name: "who-lacks-what",
      columns: [
        { name: "holder", head: w.holder, cell: (row: LackRow) => row.name },
        { name: "post", head: w.post, cell: post },
        { name: "organisation", head: w.organisation, cell: (row) => row.organisationName },
        { name: "since", head: w.since, kind: { kind: "date" }, cell: (row) => row.since },
        { name: "course", head: w.course, cell: (row) => title(row.course) },
        { name: "stands", head: w.stands, cell: (row) => r.say(w[row.standing]) },
      ],
      rows: inPages<LackRow>(1000, async ({ offset, limit }) => (await lackPage(r.db, requirements, ask, { offset, limit })).rows),
    });
  const current = pageAsked(r.query);
  const { rows, total } = await lackPage(r.db, requirements, ask, { offset: (current - 1) * SIZE, limit: SIZE });
  const unlimited = ask.course === undefined && ask.standing === undefined && current === 1;
  const members = (await membersOn(r.db, r.today)).filter((one) => ask.within === "all" || ask.within.has(one.id));
  return show(
    <LacksView
      shell={r.shell}
      rows={rows}
      total={total}
      page={current}
      size={SIZE}
      ask={ask}
      courses={[...courses.values()]}
      organisations={members}
      titleOf={title}
      postOf={post}
      most={unlimited ? await mostLacked(r.db, requirements, ask, MOST_LACKED) : []}
    />,
  );
}

async function portfolio(r: Ask): Promise<Reply> {
  const person = r.params["id"] ?? "";
  const record = r.house.records.get("person");
  const open = isId(person) && record !== undefined && (await record.visible(r.db, r.actor, [person], r.today)).has(person);
  const facts = open ? (await peopleByIds(r.db, [person])).get(person) : undefined;
  if (facts === undefined) throw new Problem(http.notFound);
  return show(
    <PortfolioPrint shell={r.shell} person={person} name={facts.fullName} entries={await entriesOf(r.db, [person])} today={r.today} />,
  );
}

export const routes: readonly Route[] = [
  page(paths.mine, "signed-in", mine),
  page(paths.lacks, verbs.lacks, lacks),
  page("/learning/portfolio/:id", "signed-in", portfolio),
  page("/learning/organisations/:id/picture", "signed-in", picture),
];
