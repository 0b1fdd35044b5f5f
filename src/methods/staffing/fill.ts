/** How far an establishment is filled: on a day, over a period, and who has been acting too long. */
import { checkSpan, cover, coveredSince, dayNumber, daysBetween, daysIn, holds } from "./dates.ts";
import type { Day, Period } from "./dates.ts";
import { byPost, checkSpans } from "./posts.ts";
import type { Assignment, EstablishedPost } from "./posts.ts";

/** The establishment on one day. Posts = substantive + actingOnly + vacant. */
export interface FillRate {
  readonly posts: number;
  readonly substantive: number;
  readonly actingOnly: number;
  readonly vacant: number;
  /** substantive ÷ posts; null when no post exists that day. An acting holder does not fill a post. */
  readonly rate: number | null;
  /** Filled posts whose holder's first day nobody knows: counted as filled. */
  readonly unknownStart: number;
  /** Posts with more than one substantive holder that day, counted once: ask which entry is wrong. */
  readonly doublyHeld: readonly string[];
}

/** Filled posts as a share of established posts on a day (1 − the job vacancy rate of Regulation (EC) 453/2008: vacancies ÷ (occupied + vacant posts)). */
export function fillRate(posts: readonly EstablishedPost[], assignments: readonly Assignment[], asOf: Day): FillRate {
  dayNumber(asOf);
  checkSpans(posts);
  const held = byPost(assignments);
  const existing = [...new Set(posts.filter((post) => holds(post, asOf)).map(({ post }) => post))];
  const states = existing.map((post) => {
    const { substantive = [], acting = [] } = held.get(post) ?? {};
    const holders = substantive.filter((assignment) => holds(assignment, asOf));
    return { post, holders, acting: acting.some((assignment) => holds(assignment, asOf)) };
  });
  const filled = states.filter(({ holders }) => holders.length > 0);
  const actingOnly = states.filter(({ holders, acting }) => holders.length === 0 && acting).length;
  return {
    posts: existing.length,
    substantive: filled.length,
    actingOnly,
    vacant: existing.length - filled.length - actingOnly,
    rate: existing.length === 0 ? null : filled.length / existing.length,
    unknownStart: filled.filter(({ holders }) => holders.every(({ from }) => from === null)).length,
    doublyHeld: filled.filter(({ holders }) => new Set(holders.map(({ person }) => person)).size > 1).map(({ post }) => post),
  };
}

/** One post over a period: the days it existed, those without a substantive holder, and those of them with an acting one. */
export interface PostVacancy {
  readonly post: string;
  readonly days: number;
  readonly vacantDays: number;
  readonly actedDays: number;
  /** Since when the post has had no substantive holder, if it has none on the period's last day; may lie before the period. */
  readonly vacantSince: Day | null;
}

/** Vacancy over a period, in post-days, in all and by post. */
export interface VacancyDays {
  readonly postDays: number;
  readonly vacantDays: number;
  readonly actedDays: number;
  readonly byPost: readonly PostVacancy[];
}

const previousDay = (day: Day): Day => new Date((dayNumber(day) - 1) * 86_400_000).toISOString().slice(0, 10);

function vacantSince(existed: readonly EstablishedPost[], holders: readonly Assignment[], lastDay: Day): Day | null {
  if (!existed.some((post) => holds(post, lastDay))) return null;
  if (holders.some((assignment) => holds(assignment, lastDay))) return null;
  const established = coveredSince(existed, lastDay);
  const left = holders
    .flatMap(({ to }) => (to !== null && to <= lastDay ? [to] : []))
    .sort()
    .at(-1);
  if (established === null || established === "unknown") return left ?? null;
  return left !== undefined && left > established ? left : established;
}

/** Vacancy in post-days over a period: an unfilled month of one post weighs like any other. A holder without a known first day counts from the period's beginning. */
export function vacancyDays(posts: readonly EstablishedPost[], assignments: readonly Assignment[], period: Period): VacancyDays {
  checkSpan(period);
  checkSpans(posts);
  const held = byPost(assignments);
  const names = [...new Set(posts.map(({ post }) => post))];
  const rows = names.flatMap((name): PostVacancy[] => {
    const existed = posts.filter(({ post }) => post === name);
    const { substantive = [], acting = [] } = held.get(name) ?? {};
    const open = cover(existed, period);
    const days = daysIn(open);
    if (days === 0) return [];
    const filled = open.reduce((sum, part) => sum + daysIn(cover(substantive, part)), 0);
    const anyone = open.reduce((sum, part) => sum + daysIn(cover([...substantive, ...acting], part)), 0);
    const since = vacantSince(existed, substantive, previousDay(period.to));
    return [
      {
        post: name,
        days,
        vacantDays: days - filled,
        actedDays: anyone - filled,
        vacantSince: since,
      },
    ];
  });
  const total = (field: "days" | "vacantDays" | "actedDays"): number => rows.reduce((sum, row) => sum + row[field], 0);
  return {
    postDays: total("days"),
    vacantDays: total("vacantDays"),
    actedDays: total("actedDays"),
    byPost: rows,
  };
}

/** A post in acting hands: who acts today, and since when somebody has without a break. Null where the beginning is unknown. */
export interface LongActing {
  readonly post: string;
  readonly persons: readonly string[];
  readonly since: Day | null;
  readonly days: number | null;
}

/**
 * Posts that have been in acting hands for more than `days` days (90 unless told), longest first. Renewals and a change of
 * the acting person do not start the count again, nor does a substantive holder on leave end it. Unknown beginnings come first: they may be the longest.
 */
export function actingOver(assignments: readonly Assignment[], asOf: Day, days = 90): LongActing[] {
  dayNumber(asOf);
  const long = [...byPost(assignments)].flatMap(([post, { acting }]): LongActing[] => {
    const since = coveredSince(acting, asOf);
    if (since === null) return [];
    const today = acting.filter((assignment) => holds(assignment, asOf));
    const persons = [...new Set(today.map(({ person }) => person))].sort();
    if (since === "unknown") return [{ post, persons, since: null, days: null }];
    const length = daysBetween(since, asOf);
    return length > days ? [{ post, persons, since, days: length }] : [];
  });
  const rank = ({ days: length }: LongActing): number => length ?? Infinity;
  return long.sort((a, b) => (rank(a) === rank(b) ? (a.post < b.post ? -1 : 1) : rank(b) - rank(a)));
}
