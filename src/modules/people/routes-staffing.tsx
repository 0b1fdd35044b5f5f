/** Pages of the staffing profile. */
import { param, reaches, type Request } from "#kernel/access/asked.ts";
import { page } from "#kernel/access/route.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { peopleByIds } from "#kernel/registry/people.ts";
import type { Db } from "#platform/db/handle.ts";
import { formatAsked, listFile } from "#platform/http/list-file.ts";
import { p as http } from "#platform/http/problems.ts";
import { download, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { svgFile } from "#platform/ui/charts/frame.tsx";
import { typeName } from "./people-format.ts";
import { p } from "./problems.ts";
import { organisationFacts } from "./queries.ts";
import { verbs } from "./rules.ts";
import { dayOr } from "./schema.ts";
import { peerRates, profileOf, readProfile, type Breakdown, type Profile, type ProfileData } from "./staffing.ts";
import { StaffingPage, type ActingRow, type StaffingProps } from "./views/staffing.tsx";
import { categoryName, staffingDrawing } from "./views/staffing-drawings.tsx";
import { w } from "./words-staffing.ts";
import { w as people } from "./words.ts";

/** Everything of a profile as rows of a table: measure, category, sex, value; a hidden number is an empty cell. */
function fileRows(r: Request, profile: Profile): (string | number | null)[][] {
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

async function actingRows(r: Request, data: ProfileData, profile: Profile): Promise<ActingRow[]> {
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

/** One drawing of the page as a file. Throws “not found” when there is none of this name, or nothing on it. */
function drawingFile(props: StaffingProps, name: string): Reply {
  const found = staffingDrawing(props, name);
  if (found === null) throw new Problem(http.notFound);
  const file = `staffing-${props.facts.code.replaceAll("/", "-")}-${name}.svg`;
  return download(file, "image/svg+xml", svgFile(props.shell.say, found.about, found.drawing));
}

async function staffing(r: Request, print: boolean): Promise<Reply> {
  const db: Db<any> = r.db;
  const id = param(r, "id");
  const on = dayOr(r.query.get("on"), r.today);
  const [facts] = (await reaches(r, verbs.staffing, id)) ? await organisationFacts(db, [id], on) : [];
  if (facts === undefined) throw new Problem(p.noOrganisation);
  const below = r.query.get("below") === "1";
  const everyone = r.query.get("everyone") === "1";
  const exact = await reaches(r, verbs.countExactly, id);
  const smallest = numberOf(await ruleSetFor(db, "disclosure", r.today), "smallest_cell");
  const actingDays = numberOf(await ruleSetFor(db, "staffing", r.today), "acting_longer_than");
  const data = await readProfile(db, r.pack, { organisation: id, below, everyone, on });
  // Paper travels: what is printed is safe for every reader.
  const profile = profileOf(r.pack, data, on, { actingDays, smallest: exact && !print ? 0 : smallest });
  const format = r.query.get("format");
  if (formatAsked(r.query) !== null)
    return listFile(r, {
      name: `staffing-${facts.code}`,
      columns: [
        { name: "measure", head: w.measure, cell: (row) => row[0] },
        { name: "category", head: w.category, cell: (row) => row[1] },
        { name: "sex", head: people.sex, cell: (row) => row[2] },
        { name: "value", head: w.value, kind: { kind: "decimal" }, cell: (row) => row[3] },
      ],
      rows: fileRows(r, profile),
    });
  const peers = facts.tier === null ? [] : await peerRates(db, r.pack, facts.tier, everyone, on);
  const props: StaffingProps = {
    shell: r.shell,
    on,
    today: r.today,
    facts,
    below,
    everyone,
    exact,
    smallest,
    actingDays,
    profile,
    acting: await actingRows(r, data, profile),
    peers: below ? [] : peers,
    print,
  };
  return format === "svg" ? drawingFile(props, r.query.get("drawing") ?? "") : show(<StaffingPage {...props} />);
}

export const staffingRoutes = [
  page("/people/organisations/:id/staffing", verbs.staffing, (r: Request) => staffing(r, false)),
  page("/people/organisations/:id/staffing/print", verbs.staffing, (r: Request) => staffing(r, true)),
];
