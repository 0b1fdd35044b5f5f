/** A round with a handful of invented answers, for tests of its pictures: each line is so many respondents of one post in one organisation. */
import type { Kysely } from "kysely";
import type { Module } from "#kernel/access/module.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import { resultRoutes, resultVerbs } from "./results.ts";

/** The pictures alone as a module: the rest of needs assessment is not asked for. */
export const resultsAlone: Module = {
  name: "needs",
  title: { en: "Needs", fr: "Besoins", rw: "≈Ibikenewe" },
  needs: [],
  routes: resultRoutes,
  verbs: resultVerbs,
  menu: [],
  records: {},
  jobs: {},
  timers: [],
  personalData: [],
  datasets: [],
  commands: [],
  duties: () => Promise.resolve([]),
};

/** So many respondents of a post in an organisation, all giving the same levels. */
export interface Line {
  readonly organisation: string;
  readonly post: string;
  readonly domain: string;
  readonly n: number;
  readonly current: number;
  readonly desired: number;
  readonly importance?: number;
  readonly cause?: string;
  readonly source?: string;
  /** What each of them wrote. */
  readonly bottleneck?: string;
}

/** A round to put into a test’s database. */
export interface RoundDraft {
  readonly title?: string;
  readonly state?: string;
  readonly fiscalYearStart?: string;
  readonly closes?: string;
  readonly previous?: string | null;
  readonly version?: string | null;
  readonly shareConsent?: string;
  readonly weights?: Readonly<Record<string, number>>;
  /** Consents that differ from the round’s, by organisation. */
  readonly consents?: Readonly<Record<string, string>>;
  readonly organisations: readonly string[];
  /** Invited posts beyond those who answered, by organisation. */
  readonly silent?: Readonly<Record<string, number>>;
  readonly lines: readonly Line[];
}

const membersPerLine = (line: Line): number[] => Array.from({ length: line.n }, (_, index) => index);

async function addRound(db: Kysely<any>, draft: RoundDraft): Promise<string> {
  const id = newId();
  await db
    .insertInto("needs.round")
    .values({
      id,
      title: draft.title ?? "Yearly round 2025/2026",
      language: "en",
      fiscal_year_start: draft.fiscalYearStart ?? "2025-07-01",
      kind: "annual",
      scope: "entity",
      purpose: "To know what to plan",
      methods: ["self_assessment"],
      groups: [],
      previous: draft.previous ?? null,
      version: draft.version ?? null,
      state: draft.state ?? "shared",
      opens: "2025-09-01",
      closes: draft.closes ?? "2025-10-31",
      weights: json(draft.weights ?? { gap: 1, importance: 1, reach: 1, cost: 1 }),
      need_gap: 1,
      share_consent: draft.shareConsent ?? "aggregate",
    })
    .execute();
  return id;
}

function cellOf(round: string, line: Line) {
  const gap = line.desired - line.current;
  return {
    round,
    member: line.organisation,
    organisation: line.organisation,
    post_type: line.post,
    domain: line.domain,
    source: line.source ?? "self",
    respondents: line.n,
    sum_gap: gap * line.n,
    sum_gap_squared: gap * gap * line.n,
    sum_current: line.current * line.n,
    sum_desired: line.desired * line.n,
    sum_importance: (line.importance ?? 3) * line.n,
    importance_respondents: line.n,
    causes: json({ [line.cause ?? "knowledge_skill"]: line.n }),
  };
}

function ratingsOf(round: string, line: Line) {
  return membersPerLine(line).map(() => ({
    year: 2025,
    member: line.organisation,
    round,
    id: newId(),
    organisation: line.organisation,
    source: line.source ?? "self",
    post_type: line.post,
    domain: line.domain,
    item: "one",
    desired: line.desired,
    current: line.current,
    importance: line.importance ?? 3,
    cause: line.cause ?? "knowledge_skill",
    bottleneck: line.bottleneck ?? null,
  }));
}

/** One organisation’s invitations: those who answered (the widest line of each post) and the silent ones. */
async function invite(db: Kysely<any>, round: string, organisation: string, draft: RoundDraft): Promise<void> {
  const own = draft.lines.filter((line) => line.organisation === organisation && (line.source ?? "self") === "self");
  const byPost = Map.groupBy(own, (line) => line.post);
  const wanted = [...byPost].flatMap(([post, lines]) =>
    Array.from({ length: Math.max(...lines.map((line) => line.n)) }, () => ({ post, answered: true })),
  );
  const silent = Array.from({ length: draft.silent?.[organisation] ?? 0 }, () => ({ post: "SES", answered: false }));
  const all = [...wanted, ...silent];
  if (all.length === 0) return;
  const { last } = await db
    .selectFrom("registry.post")
    .select((post) => post.fn.max("seat").as("last"))
    .where("organisation", "=", organisation)
    .executeTakeFirstOrThrow();
  const first = Number(last ?? 0) + 1;
  const posts = all.map(({ post }, index) => ({ id: newId(), organisation, post_type: post, seat: first + index, from_day: "2006-01-01" }));
  await db.insertInto("registry.post").values(posts).execute();
  await db
    .insertInto("needs.invitation")
    .values(
      all.map(({ post, answered }, index) => ({
        round,
        post: posts[index]?.id ?? "",
        organisation,
        post_type: post,
        sitting: answered ? newId() : null,
      })),
    )
    .execute();
}

/** Puts a round into the database and returns its id. */
export async function addResults(db: Kysely<any>, draft: RoundDraft): Promise<string> {
  const round = await addRound(db, draft);
  await db
    .insertInto("needs.participation")
    .values(
      draft.organisations.map((organisation) => ({
        round,
        organisation,
        state: "shared",
        invited: 0,
        consent: draft.consents?.[organisation] ?? null,
      })),
    )
    .execute();
  if (draft.lines.length > 0) {
    await db
      .insertInto("needs.cell")
      .values(draft.lines.map((line) => cellOf(round, line)))
      .execute();
    await db
      .insertInto("needs.rating")
      .values(draft.lines.flatMap((line) => ratingsOf(round, line)))
      .execute();
  }
  for (const organisation of draft.organisations) await invite(db, round, organisation, draft);
  return round;
}

/** A need of one organisation in a round, as moderation leaves it. */
export async function addNeed(
  db: Kysely<any>,
  need: {
    readonly round: string;
    readonly organisation: string;
    readonly domain: string;
    readonly statement: string;
    readonly current: number;
    readonly desired: number;
    readonly importance: number;
    readonly reach: number;
    readonly respondents: number;
    readonly cost?: number;
    readonly cause?: string;
    readonly state?: string;
    readonly contest?: string;
  },
): Promise<string> {
  const id = newId();
  await db
    .insertInto("needs.need")
    .values({
      id,
      round: need.round,
      organisation: need.organisation,
      kind: "gap",
      domain: need.domain,
      statement: need.statement,
      language: "en",
      desired: String(need.desired),
      current: String(need.current),
      importance: String(need.importance),
      reach: need.reach,
      respondents: need.respondents,
      cost_minor: need.cost ?? null,
      currency: need.cost === undefined ? null : "RWF",
      cause: need.cause ?? "knowledge_skill",
      cause_share: "0.610",
      certainty: "claimed",
      state: need.state ?? "shared",
      contest: need.contest ?? null,
      contest_language: need.contest === undefined ? null : "en",
    })
    .execute();
  return id;
}
