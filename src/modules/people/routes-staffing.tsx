/** Pages of the staffing profile. */
import { page } from "#kernel/access/route.ts";
import { holds, organisationsFor, reachOf } from "#kernel/access/verb.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { peopleByIds } from "#kernel/registry/people.ts";
import type { Db } from "#platform/db/handle.ts";
import { show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { isFormat, tableFile } from "./files.ts";
import { typeName } from "./people-format.ts";
import { p } from "./problems.ts";
import { organisationFacts } from "./queries.ts";
import type { Ask } from "./routes-registry.tsx";
import { verbs } from "./rules.ts";
import { dayOr } from "./schema.ts";
import { peerRates, profileOf, readProfile, type Breakdown, type Profile, type ProfileData } from "./staffing.ts";
import { categoryName, StaffingPage, type ActingRow } from "./views/staffing.tsx";
import { w } from "./words-staffing.ts";
import { w as people } from "./words.ts";

/** Everything of a profile as rows of a table: measure, category, sex, value; a hidden number is an empty cell. */
function fileRows(r: Ask, profile: Profile): (string | number | null)[][] {
  const { say } = r;
  const single = (text: { en: string; fr: string; rw: string }, value: number | null, category = ""): (string | number | null)[] => [
    say(text),
    category,
    "",
    value,
  ];
  const broken = (kind: "level" | "field" | "age" | "tenure", title: string, parts: Breakdown): (string | number | null)[][] =>
    parts.categories.flatMap((category, row) => {
      const name = categoryName(r.shell, kind, category);
      return [
        ...["F", "M", "–"].map((sex, column) => [title, name, sex, parts.table.cells[row]?.[column] ?? null]),
        [title, name, "", parts.table.rowTotals[row] ?? null],
      ];
    });
  return [
    single(w.fillRate, profile.fill.rate),
    single(people.posts, profile.fill.posts),
    single(people.held, profile.fill.substantive),
    single(people.acting, profile.fill.actingOnly),
    single(people.vacant, profile.fill.vacant),
    single(w.vacancyDays, profile.vacantDays),
    single(w.turnover, profile.turnover.rate),
    single(w.women, profile.women),
    single(w.womenManagement, profile.managers.women),
    ...broken("level", say(w.levelTitle), profile.level),
    ...broken("field", say(w.fieldTitle), profile.field),
    ...broken("age", say(w.ageTitle), profile.age),
    ...broken("tenure", say(w.tenure), profile.tenureBands),
    ...profile.byType.map((one) => single(w.byTypeTitle, one.days, typeName(r.pack, say, one.postType))),
  ];
}

async function actingRows(r: Ask, data: ProfileData, profile: Profile): Promise<ActingRow[]> {
  const posts = new Map(data.posts.map((post) => [post.post, post]));
  const names = await peopleByIds(
    r.db as Db<any>,
    profile.acting.flatMap((one) => one.persons),
  );
  return profile.acting.map((one) => {
    const post = posts.get(one.post);
    const title = post === undefined ? "" : `${typeName(r.pack, r.say, post.postType)}, ${post.organisationName}`;
    return { post: one.post, title, person: one.persons.map((id) => names.get(id)?.fullName ?? "").join(", "), days: one.days ?? 0 };
  });
}

async function staffing(r: Ask, print: boolean): Promise<Reply> {
  const db: Db<any> = r.db;
  const id = r.params["id"] ?? "";
  const on = dayOr(r.query.get("on"), r.today);
  const within = await organisationsFor(db, r.actor, verbs.staffing, r.today);
  const [facts] = holds(within, id) ? await organisationFacts(db, [id], on) : [];
  if (facts === undefined) throw new Problem(p.noOrganisation);
  const below = r.query.get("below") === "1";
  const everyone = r.query.get("everyone") === "1";
  const exact =
    reachOf(r.actor, verbs.countExactly) !== null && holds(await organisationsFor(db, r.actor, verbs.countExactly, r.today), id);
  const smallest = numberOf(await ruleSetFor(db, "disclosure", r.today), "smallest_cell");
  const actingDays = numberOf(await ruleSetFor(db, "staffing", r.today), "acting_longer_than");
  const data = await readProfile(db, r.pack, { organisation: id, below, everyone, on });
  // Paper travels: what is printed is safe for every reader.
  const profile = profileOf(r.pack, data, on, { actingDays, smallest: exact && !print ? 0 : smallest });
  const format = r.query.get("format");
  if (isFormat(format)) {
    const columns = [w.measure, w.category, people.sex].map((text) => ({ name: r.say(text), kind: "text" as const }));
    return tableFile(format, `staffing-${facts.code}`, [...columns, { name: r.say(w.value), kind: "decimal" }], fileRows(r, profile));
  }
  const peers = facts.tier === null ? [] : await peerRates(db, r.pack, facts.tier, everyone, on);
  const acting = await actingRows(r, data, profile);
  return show(
    <StaffingPage
      shell={r.shell}
      on={on}
      today={r.today}
      facts={facts}
      below={below}
      everyone={everyone}
      exact={exact}
      smallest={smallest}
      actingDays={actingDays}
      profile={profile}
      acting={acting}
      peers={below ? [] : peers}
      print={print}
    />,
  );
}

export const staffingRoutes = [
  page("/people/organisations/:id/staffing", verbs.staffing, (r: Ask) => staffing(r, false)),
  page("/people/organisations/:id/staffing/print", verbs.staffing, (r: Ask) => staffing(r, true)),
];
