/** Pages of posts, organisations, people and groups. */
import { may, param, reaches, type Request, type Write } from "#kernel/access/asked.ts";
import { act, page } from "#kernel/access/route.ts";
import { assign, openPost } from "#kernel/registry/holders.ts";
import { addPerson, partPeople, peopleByIds } from "#kernel/registry/people.ts";
import { historyOf, postsOn, type PostRow } from "#kernel/registry/posts.ts";
import { supervisorsOf } from "#kernel/registry/supervisors.ts";
import type { Db } from "#platform/db/handle.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { owedBy } from "./handover-file.ts";
import { handoversFor } from "./handover-queries.ts";
import { group, groups } from "./list-groups.tsx";
import { posts } from "./list-posts.tsx";
import { reopenMatches } from "./matches.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { candidatesFor, childrenOf, holdersOf, organisationFacts, personFacts, visiblePeople } from "./queries.ts";
import { verbs } from "./rules.ts";
import { dayOr, readDay, readSuccessor, summaryOf, textsOf } from "./schema.ts";
import { OrganisationPage } from "./views/organisation.tsx";
import { PersonPage } from "./views/person.tsx";
import { FillPage, PostPage } from "./views/post.tsx";
import { w as replacing } from "./words-replace.ts";
import { w } from "./words.ts";

/** The post that an actor may see, as it stands today; not found otherwise. Two queries. */
export async function seenPost(r: Request, verb = verbs.see): Promise<PostRow> {
  const db: Db<any> = r.db;
  const [row] = await postsOn(db, { posts: [param(r, "id")], on: r.today, language: r.language });
  const own = row !== undefined && row.post === r.actor.post;
  if (row === undefined || (!own && !(await reaches(r, verb, row.organisation)))) throw new Problem(p.noPost);
  return row;
}

async function organisation(r: Request, errors: readonly FieldProblem[] = []): Promise<Reply> {
  const db: Db<any> = r.db;
  const id = param(r, "id");
  const on = dayOr(r.query.get("on"), r.today);
  const [facts] = await organisationFacts(db, [id], on);
  if (facts === undefined || !(await reaches(r, verbs.see, id))) throw new Problem(p.noOrganisation);
  const posts = await postsOn(db, { organisations: [id], on });
  const children = await childrenOf(db, id, on);
  const [mayEdit, mayStaffing] = await Promise.all([reaches(r, verbs.edit, id), reaches(r, verbs.staffing, id)]);
  return show(
    <OrganisationPage
      shell={r.shell}
      on={on}
      today={r.today}
      facts={facts}
      posts={posts}
      children={children}
      openPeople={await visiblePeople(
        db,
        r.actor,
        verbs.seePerson,
        posts.flatMap((one) => one.person ?? []),
        r.today,
      )}
      mayOpenParent={facts.parent !== null && (await reaches(r, verbs.see, facts.parent))}
      mayEdit={mayEdit}
      mayStaffing={mayStaffing}
      panels={await r.house.panels(r, "organisation", id)}
      errors={summaryOf(r.say, errors)}
    />,
    errors.length > 0 ? 422 : 200,
  );
}

async function post(r: Request): Promise<Reply> {
  const db: Db<any> = r.db;
  const row = await seenPost(r);
  const holders = await holdersOf(db, row.post);
  const above = (await supervisorsOf(db, r.pack, [row.post], r.today)).get(row.post);
  const [supervisor = null] = above === undefined ? [] : await postsOn(db, { posts: [above], on: r.today, language: r.language });
  const duties = await owedBy(db, r.pack, { id: row.post, postType: row.postType, organisation: row.organisation }, r.today);
  const { rows: handovers } = await handoversFor(db, r.actor, { post: row.post, limit: 20, offset: 0 }, r.today);
  const [mayReplace, mayFill] = [await reaches(r, verbs.replace, row.organisation), await reaches(r, verbs.edit, row.organisation)];
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
      openPeople={await visiblePeople(
        db,
        r.actor,
        verbs.seePerson,
        holders.map((one) => one.person),
        r.today,
      )}
      mayOpenOrganisation={await reaches(r, verbs.see, row.organisation)}
      mayOpenSupervisor={
        supervisor !== null && (supervisor.post === r.actor.post || (await reaches(r, verbs.see, supervisor.organisation)))
      }
      mayOpenDuties={row.post === r.actor.post}
      panels={await r.house.panels(r, "post", row.post)}
    />,
  );
}

async function fillPage(r: Request, values: Readonly<Record<string, string>>, problems: readonly FieldProblem[]): Promise<Reply> {
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

async function person(r: Request): Promise<Reply> {
  const id = param(r, "id");
  const seen = await visiblePeople(r.db, r.actor, verbs.seePerson, [id], r.today);
  const facts = seen.has(id) ? await personFacts(r.db, id) : null;
  if (facts === null) throw new Problem(p.noPerson);
  const history = await historyOf(r.db as Db<any>, id);
  const panels = await r.house.panels(r, "person", id);
  return show(<PersonPage shell={r.shell} facts={facts} history={history} mayMerge={may(r, verbs.merge)} panels={panels} />);
}

export const registryRoutes = [
  page("/people", verbs.see, posts),
  page("/people/groups", verbs.see, groups),
  page("/people/groups/:code", verbs.see, group),
  page("/people/organisations/:id", verbs.see, (r: Request) => organisation(r)),
  act("/people/organisations/:id/posts", verbs.edit, async (r: Write) => {
    const id = param(r, "id");
    if (!(await reaches(r, verbs.edit, id))) throw new Problem(p.noOrganisation);
    const [facts] = await organisationFacts(r.db, [id], r.today);
    const type = r.pack.postTypes.find((one) => one.code === r.form.text("type") && facts?.tier != null && one.tiers.includes(facts.tier));
    if (type === undefined) return organisation(r, [{ field: "type", text: w.chooseType }]);
    return go(
      paths.post(await openPost(r.act, { organisation: id, postType: type.code, from: r.today, funded: r.form.text("funded") === "yes" })),
    );
  }),
  page("/people/posts/:id", "signed-in", post),
  page("/people/posts/:id/fill", verbs.edit, (r: Request) => fillPage(r, { from: formatDate(r.today), how: "holder" }, [])),
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
    const id = param(r, "id");
    const double = r.form.text("double");
    const facts = (await visiblePeople(r.db, r.actor, verbs.merge, [id], r.today)).has(id) ? await personFacts(r.db, id) : null;
    if (facts === null || !facts.doubles.some((one) => one.id === double)) throw new Problem(p.noPerson);
    await partPeople(r.act, double);
    await reopenMatches(r.act, double);
    return go(paths.person(id));
  }),
];
