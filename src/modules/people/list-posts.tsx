/** The list of posts and who holds them: as a page, and as a file. */
import { may, pageOf, within, type Request } from "#kernel/access/asked.ts";
import {
  choiceFilter,
  codeFilter,
  listed,
  listedFile,
  recordFilter,
  wordsFilter,
  type FilterAsked,
  type List,
} from "#kernel/access/list.ts";
import type { Verb } from "#kernel/access/verb.ts";
import { postTypeName } from "#kernel/pack/shown.ts";
import type { PostRow } from "#kernel/registry/posts.ts";
import { formatAsked } from "#platform/http/list-file.ts";
import { show, type Reply } from "#platform/http/reply.ts";
import type { OptionGroup } from "#platform/ui/forms.tsx";
import { paths } from "./paths.ts";
import { postName, tierOrder, typeOrder, typesNamed } from "./people-format.ts";
import {
  allPosts,
  organisationChoices,
  peopleNamed,
  POST_SORTS,
  POST_STATES,
  postPage,
  visiblePeople,
  type PostsQuestion,
  type PostSort,
} from "./queries.ts";
import { verbs } from "./rules.ts";
import { PeopleList } from "./views/people-list.tsx";
import { w as h } from "./words-handover.ts";
import { w } from "./words.ts";

/** Organisations to choose from, under the names of their tiers. */
async function organisationOptions(r: Request): Promise<readonly OptionGroup[]> {
  const high = r.pack.tiers.filter((tier) => tier.level === null || tier.level <= 3).map((tier) => tier.code);
  const tiers = Map.groupBy(await organisationChoices(r.db, await within(r, verbs.see), high, r.today), (one) => one.tier);
  return tierOrder(r.pack).flatMap((code) => {
    const own = tiers.get(code) ?? [];
    const tier = r.pack.tiers.find((one) => one.code === code);
    return own.length === 0 || tier === undefined
      ? []
      : [{ label: r.say(tier.plural), options: own.map((one) => ({ value: one.id, text: one.name })) }];
  });
}

const FILTERS = {
  q: wordsFilter({ label: w.search }),
  organisation: recordFilter(organisationOptions, { label: w.organisation, any: w.anyOrganisation }),
  post: choiceFilter((r) => typeOrder(r.pack, r.say).map((type) => ({ value: type, text: postTypeName(r.say, r.pack, type) })), {
    label: w.post,
    any: w.anyPost,
  }),
  state: codeFilter(POST_STATES, { label: w.stands, any: w.anyState, text: (state, r) => r.say(w[state]) }),
};

type PostsAsked = { readonly filter: FilterAsked<typeof FILTERS>; readonly sort: PostSort; readonly descending: boolean };

async function questionOf(r: Request, { filter, ...order }: PostsAsked): Promise<PostsQuestion> {
  return {
    ...order,
    within: await within(r, verbs.see),
    words: filter.q,
    typesNamed: typesNamed(r.pack, filter.q ?? ""),
    under: filter.organisation,
    postType: filter.post,
    state: filter.state,
    tierOrder: tierOrder(r.pack),
    typeOrder: typeOrder(r.pack, r.say),
    on: r.today,
  };
}

const LIST: List<Request, typeof FILTERS, PostRow, PostSort> = {
  name: "posts",
  path: () => paths.people(),
  filters: FILTERS,
  sorts: POST_SORTS,
  first: () => ({ sort: "organisation", descending: false }),
  rows: async (r, ask, part) => postPage(r.db, await questionOf(r, ask), part.limit, part.offset),
  every: async function* (r, ask) {
    yield* allPosts(r.db, await questionOf(r, ask));
  },
  result: (r, total) => {
    const { offset, limit } = pageOf(r);
    return total > limit
      ? r.say(w.resultPage, { from: Math.min(offset + 1, total), to: Math.min(offset + limit, total), total })
      : r.say(w.result, { shown: total, total });
  },
  columns: ({ say, pack }) => [
    { name: "post", head: w.post, cell: (row) => postName(pack, say, row) },
    { name: "organisation", head: w.organisation, cell: (row) => row.organisationName },
    { name: "holder", head: w.holder, cell: (row) => row.personName },
    { name: "stands", head: w.stands, cell: (row) => say(row.person === null ? w.vacant : row.acting ? w.acting : w.held) },
    { name: "since", head: w.since, kind: { kind: "date" }, cell: (row) => row.since },
    { name: "phone", head: w.phone, cell: (row) => row.phone },
  ],
};

/** Where else an actor may go from the list. */
function doorsOf(r: Request) {
  const { organisation } = r.actor;
  const doors: readonly { readonly href: string; readonly text: string; readonly verb?: Verb }[] = [
    { href: paths.groups(), text: r.say(w.groups) },
    { href: paths.handovers(), text: r.say(h.handovers), verb: verbs.seeHandover },
    { href: paths.imports(), text: r.say(w.imports), verb: verbs.importPeople },
    { href: paths.matches(), text: r.say(w.matches), verb: verbs.merge },
    ...(organisation === null ? [] : [{ href: paths.staffing(organisation), text: r.say(w.staffingLink), verb: verbs.staffing }]),
  ];
  return doors.filter((door) => door.verb === undefined || may(r, door.verb));
}

/** The list of posts, as a page or as the file that the address asks for. */
export async function posts(r: Request): Promise<Reply> {
  if (formatAsked(r.query) !== null) return listedFile(r, LIST);
  const list = await listed(r, LIST);
  const { q } = list.ask.filter;
  const named = q === null ? [] : await peopleNamed(r.db, await within(r, verbs.see), q, 10, r.today);
  const people = [...list.rows.flatMap((row) => row.person ?? []), ...named.map((one) => one.id)];
  const openPeople = await visiblePeople(r.db, r.actor, verbs.seePerson, people, r.today);
  return show(<PeopleList shell={r.shell} on={r.today} list={list} named={named} openPeople={openPeople} doors={doorsOf(r)} />);
}
