/** Target groups with their sizes, and the list of who is in one of them. */
import { param, within, type Request } from "#kernel/access/asked.ts";
import { codeFilter, listed, listedFile, wordsFilter, type List } from "#kernel/access/list.ts";
import { groupMembers, groupSizes, type GroupMember } from "#kernel/registry/groups.ts";
import { formatAsked } from "#platform/http/list-file.ts";
import { show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { comparable } from "#platform/tabular/headers.ts";
import { paths } from "./paths.ts";
import { postName } from "./people-format.ts";
import { p } from "./problems.ts";
import { verbs } from "./rules.ts";
import { GroupPage, GroupsPage } from "./views/groups.tsx";
import { w } from "./words.ts";

const FILTERS = {
  q: wordsFilter({ label: w.search }),
  state: codeFilter(["held", "acting"], { label: w.stands, any: w.anyHolding, text: (state, r) => r.say(w[state]) }),
};

type Key = "name" | "organisation" | "since";

const SORTED: Readonly<Record<Key, (one: GroupMember) => string>> = {
  name: (one) => comparable(one.name),
  organisation: (one) => comparable(one.organisationName),
  since: (one) => one.since,
};

/** A list over the members of one group, who are read at once: their number is part of the page. */
const listOf = (code: string, members: readonly GroupMember[]): List<Request, typeof FILTERS, GroupMember, Key> => ({
  name: code,
  path: () => paths.group(code),
  filters: FILTERS,
  sorts: ["name", "organisation", "since"],
  first: () => ({ sort: "organisation", descending: false }),
  rows: async (r, { filter, sort, descending }, { offset, limit }) => {
    const words = comparable(filter.q ?? "");
    const textOf = (one: GroupMember) => `${one.name} ${one.organisationName} ${postName(r.pack, r.say, { postType: one.postType })}`;
    const found = members.filter(
      (one) =>
        (words === "" || comparable(textOf(one)).includes(words)) && (filter.state === null || one.acting === (filter.state === "acting")),
    );
    const key = SORTED[sort];
    const way = descending ? -1 : 1;
    const sorted = found.toSorted((a, b) => (key(a) === key(b) ? 0 : key(a) < key(b) ? -way : way));
    return { rows: sorted.slice(offset, offset + limit), total: found.length };
  },
  result: (r, total) => r.say(w.result, { shown: total, total: members.length }),
  columns: ({ say, pack }) => [
    { name: "name", head: w.name, cell: (one) => one.name },
    { name: "sex", head: w.sex, cell: (one) => one.sex },
    { name: "post", head: w.post, cell: (one) => postName(pack, say, { postType: one.postType }) },
    { name: "organisation", head: w.organisation, cell: (one) => one.organisationName },
    { name: "stands", head: w.stands, cell: (one) => say(one.acting ? w.acting : w.held) },
    { name: "since", head: w.since, kind: { kind: "date" }, cell: (one) => one.since },
    { name: "phone", head: w.phone, cell: (one) => one.phone },
    { name: "email", head: w.email, cell: (one) => one.email },
  ],
});

async function limited(r: Request): Promise<ReadonlySet<string> | undefined> {
  const reach = await within(r, verbs.see);
  return reach === "all" ? undefined : reach;
}

/** Every group with how many people are in it within the actor’s reach. */
export async function groups(r: Request): Promise<Reply> {
  return show(<GroupsPage shell={r.shell} on={r.today} sizes={await groupSizes(r.db, r.pack, r.today, await limited(r))} />);
}

/** Who is in a group, as a page or as the file that the address asks for. */
export async function group(r: Request): Promise<Reply> {
  const found = r.pack.groups.find((one) => one.code === param(r, "code"));
  if (found === undefined) throw new Problem(p.noGroup);
  const members = await groupMembers(r.db, r.pack, found.code, r.today, await limited(r));
  const list = listOf(found.code, members);
  if (formatAsked(r.query) !== null) return listedFile(r, list);
  const people = new Set(members.map((one) => one.person)).size;
  return show(<GroupPage shell={r.shell} on={r.today} group={found} list={await listed(r, list)} people={people} />);
}
