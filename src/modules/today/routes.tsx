/** The morning page and search. */
import { page, type Asked, type Route } from "#kernel/access/route.ts";
import type { Actor } from "#kernel/access/actor.ts";
import type { Duty } from "#kernel/access/module.ts";
import { rolesOf } from "#kernel/access/session.ts";
import { workingDaysBetween } from "#kernel/calendar/calendar.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { holdingsOf, postsOn, type PostRow } from "#kernel/registry/posts.ts";
import { download, show, type Reply } from "#platform/http/reply.ts";
import { formatDate, formatDateTime, formatWeekday } from "#platform/ui/format.ts";
import type { MorningRowProps, TimelineEntry } from "#platform/ui/parts.tsx";
import { calendarOf } from "./calendar.ts";
import { paths } from "./paths.ts";
import { foldAlike, groupDuties, happenings, type Alike } from "./queries.ts";
import { SearchView } from "./views/search.tsx";
import { TodayView } from "./views/today.tsx";
import { w } from "./words.ts";

type Request = Asked<any, Actor>;

/** The posts whose duties are shown: the one acted as, or all of one's own when acting as oneself. */
async function postsFor(r: Request) {
  const holdings = await holdingsOf(r.db, r.actor.person, r.today);
  return holdings
    .filter((holding) => r.actor.post === null || holding.post === r.actor.post)
    .map((holding) => ({
      post: holding.post,
      postType: holding.postType,
      organisation: holding.organisation,
      roles: rolesOf(r.pack, holding.postType),
    }));
}

/** Beyond so many working days their number says less than the day itself. */
const MANY_DAYS = 60;

/** When a duty falls due, in words: so many working days late, today, or by a day. */
function whenOf(r: Request, duty: Duty): string {
  if (duty.due === r.today) return r.say(w.today);
  if (duty.due > r.today) return r.say(w.by, { day: formatDate(duty.due) });
  const days = workingDaysBetween(r.pack.calendar, duty.due, r.today);
  if (days > MANY_DAYS) return r.say(w.lateSince, { day: formatDate(duty.due) });
  return days === 0 ? r.say(w.lateSinceRest, { day: formatDate(duty.due) }) : r.say(w.lateBy, { days });
}

/** One row for all duties of a kind: how many, how long the first has waited, and each of them folded in. */
function alikeRow(r: Request, { first, others }: Alike, calls: ReadonlyMap<string, PostRow>): MorningRowProps {
  const row = rowOf(r, first, calls);
  if (others.length === 0) return row;
  const all = [first, ...others];
  const list = (duties: readonly Duty[]) =>
    duties.map((duty) => ({ title: r.say(duty.title.text, duty.title.values), href: duty.href, when: whenOf(r, duty) }));
  const { many } = first;
  if (many === undefined) return { ...row, more: { summary: r.say(w.alike, { n: others.length }), rows: list(others) } };
  const { call: _, ...kept } = row;
  const href = many.href ?? first.href;
  return {
    ...kept,
    title: r.say(many.text, { n: all.length }),
    href,
    when: r.say(w.firstOfThem, { when: row.when as string }),
    action: { href, text: r.say(many.href === undefined ? w.openFirst : w.openAll) },
    more: { summary: r.say(w.eachOfThem, { n: all.length }), rows: list(all) },
  };
}

function rowOf(r: Request, duty: Duty, calls: ReadonlyMap<string, PostRow>): MorningRowProps {
  const call = duty.call === undefined ? undefined : calls.get(duty.call);
  const holder =
    call === undefined || call.personName === null ? undefined : `${call.personName}, ${r.say(postTypeOf(r.pack, call.postType).names)}`;
  return {
    tone: duty.due < r.today ? "late" : duty.due === r.today ? "watch" : "info",
    title: r.say(duty.title.text, duty.title.values),
    href: duty.href,
    why: duty.why === undefined ? "" : r.say(duty.why.text, duty.why.values),
    when: whenOf(r, duty),
    action: { href: duty.href, text: r.say(duty.action ?? w.open) },
    call: holder === undefined || call?.phone == null ? undefined : { name: holder, phone: call.phone },
  };
}

/** The newest entries that are read, and the sentences made of them: what happened many times over is told once. */
const READ = 60;
const TOLD = 6;

/** What happened lately, told with the post that acted and the record it was about. */
async function storiesOf(r: Request): Promise<TimelineEntry[]> {
  const all = r.actor.roles.some((role) => ["capacity_manager", "secretary_general", "monitoring_officer"].includes(role));
  if (!all && r.actor.organisation === null) return [];
  const rows = await happenings(r.db, {
    kinds: [...r.house.stories.keys()],
    organisations: all ? null : [r.actor.organisation ?? ""],
    since: new Date(r.now.getTime() - 7 * 86_400_000),
    limit: READ,
  });
  const names = await r.house.name(
    r.db,
    r.actor,
    rows.map((row) => ({ kind: row.subjectKind, id: row.subject })),
    r.language,
    r.today,
  );
  const told = rows.flatMap((row) => {
    const story = r.house.stories.get(row.kind);
    const what = names.get(row.subject);
    if (story === undefined || what === undefined) return [];
    const post = row.postType === null ? r.say(w.someone) : `${r.say(postTypeOf(r.pack, row.postType).names)}, ${row.organisationName}`;
    return [
      { date: formatDateTime(row.at, r.pack.timeZone), datetime: row.at.toISOString(), text: r.say(story, { post, what: what.title }) },
    ];
  });
  return [...Map.groupBy(told, (entry) => entry.text).values()].slice(0, TOLD).flatMap(([newest, ...same]) => {
    if (newest === undefined || same.length === 0) return newest ?? [];
    return [{ ...newest, by: r.say(w.times, { n: same.length + 1 }) }];
  });
}

async function dutiesFor(r: Request): Promise<readonly Duty[]> {
  const posts = await postsFor(r);
  const own = await r.house.ownDuties(r.db, { person: r.actor.person, today: r.today, pack: r.pack });
  const owed = await r.house.duties(r.db, { posts, today: r.today, pack: r.pack, association: r.association });
  const keys = new Set(owed.map((duty) => duty.record.id));
  return [...own.filter((duty) => !keys.has(duty.record.id)), ...owed].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

async function calendar(r: Request): Promise<Reply> {
  const text = calendarOf(await dutiesFor(r), { say: r.say, name: r.say(w.module), origin: r.origin, now: r.now });
  return download("inteko.ics", "text/calendar; charset=utf-8", text);
}

async function today(r: Request): Promise<Reply> {
  const duties = await dutiesFor(r);
  const groups = groupDuties(duties, r.today);
  const shown = [...groups.late, ...groups.today, ...groups.week, ...groups.later];
  const wanted = [...new Set(shown.flatMap((duty) => duty.call ?? []))];
  const called = wanted.length === 0 ? [] : await postsOn(r.db, { posts: wanted, on: r.today });
  const calls = new Map(called.map((post) => [post.post, post]));
  const rows = (list: readonly Duty[]): MorningRowProps[] => foldAlike(list).map((alike) => alikeRow(r, alike, calls));
  const people = called.filter((post) => post.phone !== null).length;
  return show(
    <TodayView
      shell={r.shell}
      name={r.actor.name.split(" ")[0] ?? r.actor.name}
      lead={r.say(w.lead, { day: formatWeekday(r.today, r.language), late: groups.late.length, today: groups.today.length, calls: people })}
      sections={[
        { id: "late", title: r.say(w.late), count: groups.late.length, rows: rows(groups.late) },
        { id: "due", title: r.say(w.dueToday), count: groups.today.length, rows: rows(groups.today) },
        { id: "week", title: r.say(w.thisWeek), count: groups.week.length, rows: rows(groups.week) },
        { id: "later", title: r.say(w.later), count: groups.later.length, rows: rows(groups.later) },
      ]}
      happened={await storiesOf(r)}
    />,
  );
}

async function search(r: Request): Promise<Reply> {
  const words = (r.query.get("q") ?? "").trim().slice(0, 100);
  const found = words === "" ? [] : await r.house.search(r.db, r.actor, words, 10, r.language, r.today);
  return show(<SearchView shell={r.shell} words={words} found={found} />);
}

export const routes: readonly Route[] = [
  page(paths.today, "signed-in", today),
  page(paths.calendar, "signed-in", calendar),
  page(paths.search, "signed-in", search),
];
