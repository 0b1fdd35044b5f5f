/** The staffing profile of a body: read in three queries, computed by the named methods, small numbers hidden for those who do not keep staff records. */
import { sql } from "kysely";
import { addDays, addMonths, yearOf, type Day } from "#kernel/calendar/day.ts";
import type { Pack, PostType } from "#kernel/pack/pack.ts";
import { toldTable, type ToldTable } from "#kernel/publication/suppress.ts";
import { actingOver, fillRate, vacancyDays, type FillRate, type LongActing } from "#methods/staffing/fill.ts";
import { tenure, turnover, type Tenure, type Turnover } from "#methods/staffing/turnover.ts";
import type { Assignment, EstablishedPost } from "#methods/staffing/posts.ts";
import type { Db } from "#platform/db/handle.ts";

/** Which posts a profile is about. */
export interface ProfileQuestion {
  readonly organisation: string;
  readonly below: boolean;
  /** Elected people and volunteers too; otherwise appointed staff alone. */
  readonly everyone: boolean;
  readonly on: Day;
}

/** A post of the establishment. */
export interface ProfilePost extends EstablishedPost {
  readonly organisation: string;
  readonly organisationName: string;
  readonly postType: string;
  readonly funded: boolean;
}

/** A person in post, as the profile counts her. */
export interface ProfilePerson {
  readonly person: string;
  readonly sex: "F" | "M" | null;
  readonly birthYear: number | null;
  readonly level: string | null;
  readonly field: string | null;
}

/** What a profile is computed from. */
export interface ProfileData {
  readonly posts: readonly ProfilePost[];
  readonly assignments: readonly Assignment[];
  readonly people: readonly ProfilePerson[];
}

function typesCounted(pack: Pack, everyone: boolean): string[] {
  return pack.postTypes.filter((type) => everyone || type.selection === "appointed").map((type) => type.code);
}

/** Reads the establishment, who held it in the last twelve months, and who holds it now. Three queries. */
export async function readProfile(db: Db<any>, pack: Pack, ask: ProfileQuestion): Promise<ProfileData> {
  const { on } = ask;
  const from = addMonths(on, -12);
  const bodies = ask.below ? sql`(select organisation from registry.below(${ask.organisation}, ${on}))` : sql`(${ask.organisation}::uuid)`;
  const counted = sql`p.organisation in ${bodies} and p.post_type = any(${typesCounted(pack, ask.everyone)}::text[]) and p.from_day <= ${on} and (p.to_day is null or p.to_day > ${from})`;
  const { rows: posts } = await sql<ProfilePost>`
    select p.id as post, p.organisation, o.name as "organisationName", p.post_type as "postType", p.funded, p.from_day as "from", p.to_day as "to"
    from registry.post p join registry.organisation o on o.id = p.organisation where ${counted} order by o.name, p.post_type, p.seat`.execute(
    db,
  );
  const { rows: assignments } = await sql<Assignment>`
    select a.post, coalesce(h.merged_into, h.id) as person, a.acting, a.from_day as "from", a.to_day as "to"
    from registry.assignment a join registry.person h on h.id = a.person join registry.post p on p.id = a.post
    where ${counted} and a.from_day <= ${on} order by a.post, a.from_day`.execute(db);
  const levels = (pack.codeLists["qualification_level"] ?? []).map((code) => code.code);
  const { rows: people } = await sql<ProfilePerson>`
    select distinct on (h.id) h.id as person, h.sex, h.birth_year as "birthYear", q.level, q.field
    from registry.assignment a join registry.person d on d.id = a.person join registry.person h on h.id = coalesce(d.merged_into, d.id)
    join registry.post p on p.id = a.post
    left join registry.qualification q on q.person = h.id or q.person = d.id
    where ${counted} and a.from_day <= ${on} and (a.to_day is null or a.to_day > ${on}) and p.funded is not null
    order by h.id, array_position(${levels}::text[], q.level) desc nulls last`.execute(db);
  return { posts, assignments, people };
}

/** A breakdown of people by category and sex; null stands for a hidden number. */
export interface Breakdown {
  readonly categories: readonly string[];
  readonly table: ToldTable;
}

/** The columns of every breakdown. */
export const SEXES = ["F", "M", "–"] as const;

/** Vacant days of a type of post over the period. */
export interface TypeVacancy {
  readonly postType: string;
  readonly days: number;
}

/** A whole profile. */
export interface Profile {
  readonly fill: FillRate;
  readonly unfunded: number;
  readonly postDays: number;
  readonly vacantDays: number;
  readonly actedDays: number;
  readonly byType: readonly TypeVacancy[];
  readonly acting: readonly LongActing[];
  readonly turnover: Turnover;
  readonly tenure: Tenure;
  readonly tenureBands: Breakdown;
  readonly people: number;
  readonly women: number | null;
  readonly known: number | null;
  readonly managers: { readonly women: number | null; readonly known: number | null };
  readonly level: Breakdown;
  readonly field: Breakdown;
  readonly age: Breakdown;
}

/** How a profile is computed. `smallest` is the smallest number of people shown; 0 shows all. */
export interface ProfileRules {
  readonly actingDays: number;
  readonly smallest: number;
}

const MANAGING = new Set([
  "mayor",
  "vice_mayor",
  "governor",
  "executive_secretary",
  "unit_director",
  "secretary_general",
  "deputy_secretary_general",
]);

/** True for types of post that lead a body or a unit of it. */
export function isManagement(type: PostType): boolean {
  return type.isHead || type.roles.some((role) => MANAGING.has(role));
}

/** Counts people by a category and sex, and hides what must be. Categories without anybody are left out. */
export function breakdown(
  people: readonly ProfilePerson[],
  categories: readonly string[],
  of: (person: ProfilePerson) => string,
  smallest: number,
): Breakdown {
  const counts = categories.map((category) =>
    SEXES.map((sex) => people.filter((one) => of(one) === category && (one.sex ?? "–") === sex).length),
  );
  const kept = categories.flatMap((category, index) =>
    (counts[index] ?? []).some((count) => count > 0) ? [{ category, counts: counts[index] ?? [] }] : [],
  );
  const table = { rows: kept.map((one) => one.category), columns: SEXES, counts: kept.map((one) => one.counts) };
  if (kept.length === 0)
    return { categories: [], table: { rows: [], columns: SEXES, cells: [], rowTotals: [], columnTotals: [0, 0, 0], total: 0 } };
  return { categories: kept.map((one) => one.category), table: toldTable(table, Math.max(1, smallest)) };
}

/** Years of service that split the bands of tenure. */
const TENURE_YEARS = [1, 3, 5, 10];

function ageBand(pack: Pack, birthYear: number | null, on: Day): string {
  if (birthYear === null) return "–";
  const age = yearOf(on) - birthYear;
  const bands = (pack.codeLists["age_band"] ?? []).filter((code) => Number(code.flags["min"] ?? 0) <= age);
  return bands.at(-1)?.code ?? "–";
}

/** Vacancy of each body by itself, added up: the method compares every post with every other of its list. */
function vacancies(
  data: ProfileData,
  period: { readonly from: Day; readonly to: Day },
): { postDays: number; vacantDays: number; actedDays: number; byType: TypeVacancy[] } {
  const held = Map.groupBy(data.assignments, (one) => one.post);
  const types = new Map(data.posts.map((post) => [post.post, post.postType]));
  const parts = [...Map.groupBy(data.posts, (post) => post.organisation).values()].map((posts) =>
    vacancyDays(
      posts,
      posts.flatMap((post) => held.get(post.post) ?? []),
      period,
    ),
  );
  const byType = new Map<string, number>();
  for (const row of parts.flatMap((part) => part.byPost))
    byType.set(types.get(row.post) ?? "", (byType.get(types.get(row.post) ?? "") ?? 0) + row.vacantDays);
  const sum = (field: "postDays" | "vacantDays" | "actedDays"): number => parts.reduce((total, part) => total + part[field], 0);
  return {
    postDays: sum("postDays"),
    vacantDays: sum("vacantDays"),
    actedDays: sum("actedDays"),
    byType: [...byType]
      .map(([postType, days]) => ({ postType, days }))
      .filter((one) => one.days > 0)
      .toSorted((a, b) => b.days - a.days || (a.postType < b.postType ? -1 : 1)),
  };
}

/** A share of women, hidden when either the women or the others are too few to be told. */
function womenAmong(people: readonly ProfilePerson[], smallest: number): { readonly women: number | null; readonly known: number | null } {
  const known = people.filter((one) => one.sex !== null);
  const women = known.filter((one) => one.sex === "F").length;
  const small = [women, known.length - women].some((count) => count > 0 && count < smallest);
  return small || (known.length > 0 && known.length < smallest) ? { women: null, known: null } : { women, known: known.length };
}

/** Computes a profile from what was read. Pure. */
export function profileOf(pack: Pack, data: ProfileData, on: Day, rules: ProfileRules): Profile {
  const period = { from: addMonths(on, -12), to: addDays(on, 1) };
  const funded = data.posts.filter((post) => post.funded);
  const fundedIds = new Set(funded.map((post) => post.post));
  const assignments = data.assignments.filter((one) => fundedIds.has(one.post));
  const { smallest } = rules;
  const managing = new Set(pack.postTypes.filter(isManagement).map((type) => type.code));
  const managingPosts = new Set(data.posts.filter((post) => managing.has(post.postType)).map((post) => post.post));
  const managers = new Set(
    data.assignments.filter((one) => managingPosts.has(one.post) && (one.to === null || one.to > on)).map((one) => one.person),
  );
  const served = tenure(data.assignments, on, TENURE_YEARS);
  const since = new Map(
    data.assignments
      .filter((one) => !one.acting && one.from !== null && (one.to === null || one.to > on))
      .map((one) => [one.person, one.from as Day]),
  );
  const bandOf = ({ person }: ProfilePerson): string => {
    const from = since.get(person);
    if (from === undefined) return "–";
    return String(TENURE_YEARS.findLast((years) => addMonths(from, years * 12) <= on) ?? 0);
  };
  const list = (name: string): string[] => [...(pack.codeLists[name] ?? []).map((code) => code.code), "–"];
  return {
    fill: fillRate(funded, assignments, on),
    unfunded: data.posts.length - funded.length,
    ...vacancies({ ...data, posts: funded, assignments }, period),
    acting: actingOver(data.assignments, on, rules.actingDays),
    turnover: turnover(data.assignments, period),
    tenure: served,
    tenureBands: breakdown(data.people, ["0", ...TENURE_YEARS.map(String), "–"], bandOf, smallest),
    people: data.people.length,
    ...womenAmong(data.people, smallest),
    managers: womenAmong(
      data.people.filter((one) => managers.has(one.person)),
      smallest,
    ),
    level: breakdown(data.people, list("qualification_level"), (one) => one.level ?? "–", smallest),
    field: breakdown(data.people, list("qualification_field"), (one) => one.field ?? "–", smallest),
    age: breakdown(data.people, list("age_band"), (one) => ageBand(pack, one.birthYear, on), smallest),
  };
}

/** Fill rates of all bodies of one tier on a day, for a comparison that names nobody. One query. */
export async function peerRates(
  db: Db<any>,
  pack: Pack,
  tier: string,
  everyone: boolean,
  on: Day,
): Promise<{ readonly organisation: string; readonly rate: number }[]> {
  const { rows } = await sql<{ organisation: string; rate: number }>`
    select p.organisation, (count(a.id)::float / count(*)) as rate
    from registry.organisation o join registry.post p on p.organisation = o.id and p.funded and p.from_day <= ${on} and (p.to_day is null or p.to_day > ${on})
      and p.post_type = any(${typesCounted(pack, everyone)}::text[])
    left join registry.assignment a on a.post = p.id and not a.acting and a.from_day <= ${on} and (a.to_day is null or a.to_day > ${on})
    where o.tier = ${tier} and o.from_day <= ${on} and (o.to_day is null or o.to_day > ${on})
    group by p.organisation order by p.organisation`.execute(db);
  return rows;
}
