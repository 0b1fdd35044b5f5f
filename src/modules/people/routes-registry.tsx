/** Pages of posts, organisations, people and groups. */
import type { Actor } from "#kernel/access/actor.ts";
import { act, page, type Asked, type Writing } from "#kernel/access/route.ts";
import { holds, organisationsFor, reachOf, type Verb } from "#kernel/access/verb.ts";
import { groupMembers, groupSizes, type GroupMember } from "#kernel/registry/groups.ts";
import { assign, openPost } from "#kernel/registry/holders.ts";
import { addPerson, partPeople, peopleByIds } from "#kernel/registry/people.ts";
import { historyOf, postsOn, type PostRow } from "#kernel/registry/posts.ts";
import { supervisorsOf } from "#kernel/registry/supervisors.ts";
import type { Db } from "#platform/db/handle.ts";
import { formatAsked, listFile } from "#platform/http/list-file.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { isId } from "#platform/db/ids.ts";
import { pageAsked } from "#platform/http/address.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { owedBy } from "./handover-file.ts";
import { handoversFor } from "./handover-queries.ts";
import { postName, tierOrder, typeOrder, typesNamed } from "./people-format.ts";
import { reopenMatches } from "./matches.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import {
  allPosts,
  candidatesFor,
  childrenOf,
  holdersOf,
  organisationChoices,
  organisationFacts,
  peopleNamed,
  personFacts,
  postPage,
  visibleOrganisations,
  visiblePeople,
  type PostState,
  type PostsQuestion,
} from "./queries.ts";
import { verbs } from "./rules.ts";
import { dayOr, readDay, readSuccessor, summaryOf, textsOf } from "./schema.ts";
import { GroupPage, GroupsPage } from "./views/groups.tsx";
import { OrganisationPage } from "./views/organisation.tsx";
import { PeopleList } from "./views/people-list.tsx";
import { PersonPage } from "./views/person.tsx";
import { FillPage, PostPage } from "./views/post.tsx";
import { w as h } from "./words-handover.ts";
import { w as replacing } from "./words-replace.ts";
import { w } from "./words.ts";

export type Ask = Asked<any, Actor>;
type Write = Writing<any, Actor>;

const SIZE = 50;
/** An id of the address; anything else names no organisation and is left out. */
const idAsked = (value: string | null): string | undefined => (isId(value ?? undefined) ? (value ?? undefined) : undefined);

const SORTS = ["organisation", "post", "holder", "since"] as const;
const STATES: ReadonlySet<string> = new Set(["held", "acting", "vacant"]);

/** The post that an actor may see, as it stands today; not found otherwise. Two queries. */
export async function seenPost(r: Ask, verb = verbs.see): Promise<PostRow> {
  const db: Db<any> = r.db;
  const [row] = await postsOn(db, { posts: [r.params["id"] ?? ""], on: r.today, language: r.language });
  const own = row !== undefined && row.post === r.actor.post;
  if (
    row === undefined ||
    (!own && (reachOf(r.actor, verb) === null || !holds(await organisationsFor(db, r.actor, verb, r.today), row.organisation)))
  )
    throw new Problem(p.noPost);
  return row;
}

async function mayAt(r: Ask, verb: (typeof verbs)[keyof typeof verbs], organisation: string): Promise<boolean> {
  return reachOf(r.actor, verb) !== null && holds(await organisationsFor(r.db as Db<any>, r.actor, verb, r.today), organisation);
}

function questionOf(r: Ask, within: PostsQuestion["within"]): PostsQuestion {
  const sort = SORTS.find((one) => one === r.query.get("sort")) ?? "organisation";
  const state = r.query.get("state") ?? "";
  const words = (r.query.get("q") ?? "").trim();
  return {
    within,
    words,
    typesNamed: typesNamed(r.pack, words),
    under: idAsked(r.query.get("organisation")),
    postType: r.query.get("post") || undefined,
    state: STATES.has(state) ? (state as PostState) : undefined,
    sort,
    descending: r.query.get("down") === "1",
    tierOrder: tierOrder(r.pack),
    typeOrder: typeOrder(r.pack, r.say),
    on: r.today,
  };
}

function postsFile(r: Ask, ask: PostsQuestion): Reply {
  const { say, pack } = r;
  return listFile(r, {
    name: "posts",
    columns: [
      { name: "post", head: w.post, cell: (row) => postName(pack, say, row) },
      { name: "organisation", head: w.organisation, cell: (row) => row.organisationName },
      { name: "holder", head: w.holder, cell: (row) => row.personName },
      { name: "stands", head: w.stands, cell: (row) => say(row.person === null ? w.vacant : row.acting ? w.acting : w.held) },
      { name: "since", head: w.since, kind: { kind: "date" }, cell: (row) => row.since },
      { name: "phone", head: w.phone, cell: (row) => row.phone },
    ],
    rows: allPosts(r.db, ask),
  });
}

async function list(r: Ask): Promise<Reply> {
  const within = await visibleOrganisations(r.db, r.actor, r.today);
  const ask = questionOf(r, within);
  if (formatAsked(r.query) !== null) return postsFile(r, ask);
  const page = pageAsked(r.query);
  const { rows, total } = await postPage(r.db, ask, SIZE, (page - 1) * SIZE);
  const tiers = r.pack.tiers.filter((tier) => tier.level === null || tier.level <= 3).map((tier) => tier.code);
  const named = ask.words ? await peopleNamed(r.db, within, ask.words, 10, r.today) : [];
  const doors = [
    { href: paths.groups(), text: r.say(w.groups) },
    { href: paths.handovers(), text: r.say(h.handovers), verb: verbs.seeHandover },
    { href: paths.imports(), text: r.say(w.imports), verb: verbs.importPeople },
    { href: paths.matches(), text: r.say(w.matches), verb: verbs.merge },
    ...(r.actor.organisation === null
      ? []
      : [{ href: paths.staffing(r.actor.organisation), text: r.say(w.staffingLink), verb: verbs.staffing }]),
  ].filter((door: { verb?: Verb }) => door.verb === undefined || reachOf(r.actor, door.verb) !== null);
  const filters = { q: ask.words ?? "", organisation: ask.under ?? "", post: ask.postType ?? "", state: ask.state ?? "" };
  const organisations = await organisationChoices(r.db, within, tiers, r.today);
  const people = [...rows.flatMap((row) => row.person ?? []), ...named.map((one) => one.id)];
  return show(
    <PeopleList
      openPeople={await visiblePeople(r.db, r.actor, verbs.seePerson, people, r.today)}
      shell={r.shell}
      on={r.today}
      filters={filters}
      organisations={organisations}
      rows={rows}
      total={total}
      page={page}
      size={SIZE}
      sort={{ key: ask.sort, descending: ask.descending }}
      named={named}
      doors={doors}
    />,
  );
}

async function organisation(r: Ask, errors: readonly FieldProblem[] = []): Promise<Reply> {
  const db: Db<any> = r.db;
  const id = r.params["id"] ?? "";
  const on = dayOr(r.query.get("on"), r.today);
  const [facts] = await organisationFacts(db, [id], on);
  if (facts === undefined || !(await mayAt(r, verbs.see, id))) throw new Problem(p.noOrganisation);
  const posts = await postsOn(db, { organisations: [id], on });
  const children = await childrenOf(db, id, on);
  const [mayEdit, mayStaffing] = await Promise.all([mayAt(r, verbs.edit, id), mayAt(r, verbs.staffing, id)]);
  return show(
    <OrganisationPage
      shell={r.shell}
      on={on}
      today={r.today}
      facts={facts}
      posts={posts}
      children={children}
      mayOpenParent={facts.parent !== null && (await mayAt(r, verbs.see, facts.parent))}
      mayEdit={mayEdit}
      mayStaffing={mayStaffing}
      panels={await r.house.panels(r, "organisation", id)}
      errors={summaryOf(r.say, errors)}
    />,
    errors.length > 0 ? 422 : 200,
  );
}

async function post(r: Ask): Promise<Reply> {
  const db: Db<any> = r.db;
  const row = await seenPost(r);
  const holders = await holdersOf(db, row.post);
  const above = (await supervisorsOf(db, r.pack, [row.post], r.today)).get(row.post);
  const [supervisor = null] = above === undefined ? [] : await postsOn(db, { posts: [above], on: r.today, language: r.language });
  const duties = await owedBy(db, r.pack, { id: row.post, postType: row.postType, organisation: row.organisation }, r.today);
  const { rows: handovers } = await handoversFor(db, r.actor, { post: row.post, limit: 20, offset: 0 }, r.today);
  const [mayReplace, mayFill] = [await mayAt(r, verbs.replace, row.organisation), await mayAt(r, verbs.edit, row.organisation)];
  return show(
    <PostPage
      shell={r.shell}
      today={r.today}
      row={row}
      holders={holders}
      supervisor={supervisor}
      duties={duties}
      handovers={handovers}
      mayReplace={mayReplace}
      mayFill={mayFill}
      mayOpenPeople={reachOf(r.actor, verbs.seePerson) !== null}
      panels={await r.house.panels(r, "post", row.post)}
    />,
  );
}

async function fillPage(r: Ask, values: Readonly<Record<string, string>>, problems: readonly FieldProblem[]): Promise<Reply> {
  const row = await seenPost(r, verbs.edit);
  const candidates = await candidatesFor(r.db, row.organisation, r.today);
  return show(
    <FillPage
      shell={r.shell}
      row={row}
      candidates={candidates}
      values={values}
      errors={summaryOf(r.say, problems)}
      texts={textsOf(r.say, problems)}
    />,
    problems.length > 0 ? 422 : 200,
  );
}

async function person(r: Ask): Promise<Reply> {
  const id = r.params["id"] ?? "";
  const seen = await visiblePeople(r.db, r.actor, verbs.seePerson, [id], r.today);
  const facts = seen.has(id) ? await personFacts(r.db, id) : null;
  if (facts === null) throw new Problem(p.noPerson);
  const history = await historyOf(r.db as Db<any>, id);
  const panels = await r.house.panels(r, "person", id);
  return show(
    <PersonPage shell={r.shell} facts={facts} history={history} mayMerge={reachOf(r.actor, verbs.merge) !== null} panels={panels} />,
  );
}

async function within(r: Ask): Promise<ReadonlySet<string> | undefined> {
  const reach = await visibleOrganisations(r.db, r.actor, r.today);
  return reach === "all" ? undefined : reach;
}

function groupFile(r: Ask, name: string, members: readonly GroupMember[]): Reply {
  const { say, pack } = r;
  return listFile(r, {
    name,
    columns: [
      { name: "name", head: w.name, cell: (one) => one.name },
      { name: "sex", head: w.sex, cell: (one) => one.sex },
      { name: "post", head: w.post, cell: (one) => postName(pack, say, { postType: one.postType }) },
      { name: "organisation", head: w.organisation, cell: (one) => one.organisationName },
      { name: "stands", head: w.stands, cell: (one) => say(one.acting ? w.acting : w.held) },
      { name: "since", head: w.since, kind: { kind: "date" }, cell: (one) => one.since },
      { name: "phone", head: w.phone, cell: (one) => one.phone },
      { name: "email", head: w.email, cell: (one) => one.email },
    ],
    rows: members,
  });
}

async function group(r: Ask): Promise<Reply> {
  const found = r.pack.groups.find((one) => one.code === r.params["code"]);
  if (found === undefined) throw new Problem(p.noGroup);
  const members = await groupMembers(r.db as Db<any>, r.pack, found.code, r.today, await within(r));
  if (formatAsked(r.query) !== null) return groupFile(r, found.code, members);
  const current = pageAsked(r.query);
  const people = new Set(members.map((one) => one.person)).size;
  return show(
    <GroupPage
      shell={r.shell}
      on={r.today}
      group={found}
      rows={members.slice((current - 1) * SIZE, current * SIZE)}
      people={people}
      total={members.length}
      page={current}
      size={SIZE}
    />,
  );
}

export const registryRoutes = [
  page("/people", verbs.see, list),
  page("/people/groups", verbs.see, async (r: Ask) =>
    show(<GroupsPage shell={r.shell} on={r.today} sizes={await groupSizes(r.db as Db<any>, r.pack, r.today, await within(r))} />),
  ),
  page("/people/groups/:code", verbs.see, group),
  page("/people/organisations/:id", verbs.see, (r: Ask) => organisation(r)),
  act("/people/organisations/:id/posts", verbs.edit, async (r: Write) => {
    const id = r.params["id"] ?? "";
    if (!(await mayAt(r, verbs.edit, id))) throw new Problem(p.noOrganisation);
    const [facts] = await organisationFacts(r.db, [id], r.today);
    const type = r.pack.postTypes.find((one) => one.code === r.form.text("type") && facts?.tier != null && one.tiers.includes(facts.tier));
    if (type === undefined) return organisation(r, [{ field: "type", text: w.chooseType }]);
    return go(
      paths.post(await openPost(r.act, { organisation: id, postType: type.code, from: r.today, funded: r.form.text("funded") === "yes" })),
    );
  }),
  page("/people/posts/:id", "signed-in", post),
  page("/people/posts/:id/fill", verbs.edit, (r: Ask) => fillPage(r, { from: formatDate(r.today), how: "holder" }, [])),
  act("/people/posts/:id/fill", verbs.edit, async (r: Write) => {
    const row = await seenPost(r, verbs.edit);
    const who = readSuccessor(r.pack, r.form, null, false);
    const from = readDay(r.form.text("from"));
    const problems: FieldProblem[] = [
      ...(who.ok ? [] : who.problems),
      ...(from === null ? [{ field: "from", text: replacing.sayDay, values: { day: formatDate(r.today) } }] : []),
    ];
    if (!who.ok || from === null || who.value.kind === "nobody") return fillPage(r, r.form.values(), problems);
    const { value } = who;
    const known = value.kind === "known" ? (await peopleByIds(r.act.tx as Db<any>, [value.person])).get(value.person)?.id : undefined;
    if (value.kind === "known" && known === undefined)
      return fillPage(r, r.form.values(), [{ field: "person", text: replacing.chooseWho }]);
    const chosen =
      known ?? (value.kind === "new" ? await addPerson(r.act, { fullName: value.fullName, phone: value.phone }, "post page") : "");
    await assign(r.act, { post: row.post, person: chosen, acting: value.acting, from });
    return go(paths.post(row.post));
  }),
  page("/people/persons/:id", "signed-in", person),
  act("/people/persons/:id/part", verbs.merge, async (r: Write) => {
    const id = r.params["id"] ?? "";
    const double = r.form.text("double");
    const facts = (await visiblePeople(r.db, r.actor, verbs.merge, [id], r.today)).has(id) ? await personFacts(r.db, id) : null;
    if (facts === null || !facts.doubles.some((one) => one.id === double)) throw new Problem(p.noPerson);
    await partPeople(r.act, double);
    await reopenMatches(r.act, double);
    return go(paths.person(id));
  }),
];
