/** What posts owe to rounds, needs and responses: a fixed number of queries, whatever the number of posts and rounds. */
import { sql } from "kysely";
import type { Duty, DutyQuestion } from "#kernel/access/module.ts";
import { addDays, dayOf, type Day } from "#kernel/calendar/day.ts";
import { codeOf } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Role } from "#kernel/pack/roles.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { startLink } from "#kernel/questionnaire/sitting.ts";
import type { Db } from "#platform/db/handle.ts";
import { patternOf, type Language, type Text } from "#platform/i18n/text.ts";
import { formatDate } from "#platform/ui/format.ts";
import { dayAfter, RULES } from "./due.ts";
import { OWED, type RoundState } from "./flows.ts";
import { paths } from "./paths.ts";
import { ROUND_KIND } from "./purpose.ts";
import { WITHHELD } from "./queries-needs.ts";
import { w } from "./words-duties.ts";

type Posts = DutyQuestion["posts"];
const idsOf = (posts: Posts): string[] => posts.map((post) => post.post);
const withRole = (posts: Posts, ...roles: Role[]): Posts => posts.filter((post) => post.roles.some((role) => roles.includes(role)));

/** Answers owed by invited posts while a round is open. A person who has answered from another of her posts owes no second answer. */
async function answersOwed(db: Db<any>, { posts, today, pack }: DutyQuestion): Promise<Duty[]> {
  const { rows } = await sql<{ post: string; round: string; title: string; closes: Day; reminded: Date | null; call: string | null }>`
    select i.post, r.id as round, r.title, r.closes, i.reminded_at as reminded,
      (select p.id from registry.post p where p.organisation = i.organisation and p.post_type = any(${pack.postTypes.filter((type) => type.roles.includes("hr_director")).map((type) => type.code)}::text[]) order by p.seat limit 1) as call
    from needs.invitation i join needs.round r on r.id = i.round
    where i.post = any(${idsOf(posts)}::uuid[]) and i.sitting is null and r.state = 'open' and r.closes >= ${today}
      and not exists (select from questionnaire.sitting s
        join registry.assignment a on a.post = i.post and a.from_day <= ${today} and (a.to_day is null or a.to_day > ${today})
        where s.purpose = r.id and s.person = a.person and s.state = 'submitted')
    order by r.closes, r.id`.execute(db);
  return rows.map((row) => ({
    key: `needs.answer:${row.round}:${row.post}`,
    post: row.post,
    title: { text: w.answer, values: { round: row.title } },
    why:
      row.reminded === null
        ? { text: w.answerWhy }
        : { text: w.answerReminded, values: { day: formatDate(dayOf(row.reminded, pack.timeZone)) } },
    record: { kind: ROUND_KIND, id: row.round },
    href: startLink(ROUND_KIND, row.round),
    due: row.closes,
    action: w.answerAction,
    ...(row.call !== null && row.call !== row.post && { call: row.call }),
  }));
}

interface MemberRow {
  organisation: string;
  name: string;
  round: string;
  title: string;
  state: string;
  validateBy: Day | null;
  replyBy: Day | null;
  invited: number;
  answered: number;
  needs: number;
}

/** Confirming and replying, owed by the organisations’ own posts. */
async function membersOwe(db: Db<any>, { posts }: DutyQuestion): Promise<Duty[]> {
  const own = withRole(posts, "executive_secretary", "hr_director");
  if (own.length === 0) return [];
  const { rows } = await sql<MemberRow>`
    select p.organisation, o.name, r.id as round, r.title, p.state, r.validate_by as "validateBy", r.reply_by as "replyBy", p.invited,
      (select count(*) from needs.invitation i where i.round = r.id and i.organisation = p.organisation and i.sitting is not null)::int as answered,
      (select count(*) from needs.need n where n.round = r.id and n.organisation = p.organisation and n.state = 'shared')::int as needs
    from needs.participation p join needs.round r on r.id = p.round join registry.organisation o on o.id = p.organisation
    where p.organisation = any(${own.map((post) => post.organisation)}::uuid[])
      and ((r.state = 'validation' and p.state = 'invited') or (r.state = 'shared' and p.state = 'shared'))
    order by r.id`.execute(db);
  return rows.flatMap((row) => own.filter((post) => post.organisation === row.organisation).flatMap((post) => memberDuty(row, post)));
}

function memberDuty(row: MemberRow, post: Posts[number]): Duty[] {
  const about = { post: post.post, record: { kind: ROUND_KIND, id: row.round } };
  const { round, organisation, name } = row;
  if (row.state === "invited" && row.validateBy !== null)
    return [
      {
        ...about,
        key: `needs.validate:${round}:${organisation}`,
        title: { text: w.validate, values: { round: row.title } },
        why: { text: w.validateWhy, values: { answered: row.answered, invited: row.invited, organisation: name } },
        href: paths.organisation(round, organisation),
        due: row.validateBy,
      },
    ];
  if (row.state !== "shared" || row.replyBy === null || !post.roles.includes("executive_secretary")) return [];
  return [
    {
      ...about,
      key: `needs.reply:${round}:${organisation}`,
      title: { text: w.reply, values: { round: row.title } },
      why: { text: w.replyWhy, values: { needs: row.needs, organisation: name } },
      href: paths.reply(round, organisation),
      due: row.replyBy,
      action: w.sign,
    },
  ];
}

interface RunningRound {
  id: string;
  title: string;
  state: RoundState;
  due: Day;
  invited: number;
  answered: number;
  unvalidated: number;
  silent: number;
  waiting: number;
}

const TITLE: Readonly<Partial<Record<RoundState, readonly [title: Text, why: Text | null]>>> = {
  launched: [w.openRound, null],
  open: [w.closing, w.closingWhy],
  validation: [w.moderate, w.moderateWhy],
  moderated: [w.share, w.shareWhy],
  shared: [w.replies, w.repliesWhy],
  planning: [w.closeRound, w.closeRoundWhy],
};

/** The next step of every running round, owed by the manager. */
async function roundsOwed(db: Db<any>, managers: Posts): Promise<Duty[]> {
  const { rows } = await sql<RunningRound>`
    select r.id, r.title, r.state, r.due,
      (select coalesce(sum(invited), 0) from needs.participation where round = r.id)::int as invited,
      (select count(*) from needs.invitation where round = r.id and sitting is not null)::int as answered,
      (select count(*) from needs.participation where round = r.id and state = 'invited')::int as unvalidated,
      (select count(*) from needs.participation where round = r.id and state = 'shared')::int as silent,
      (select count(*) from needs.need n where n.round = r.id and n.state = any(${[...OWED]}::text[]) and not ${WITHHELD})::int as waiting
    from needs.round r where r.state not in ('designed', 'closed', 'cancelled') and r.due is not null order by r.due, r.id`.execute(db);
  return managers.flatMap((manager) =>
    rows.flatMap((row) => {
      const words = TITLE[row.state];
      if (words === undefined) return [];
      const { invited, answered, unvalidated, silent, waiting } = row;
      return [
        {
          key: `needs.round:${row.id}:${row.state}`,
          post: manager.post,
          title: { text: words[0], values: { round: row.title } },
          ...(words[1] !== null && { why: { text: words[1], values: { invited, answered, unvalidated, silent, waiting } } }),
          record: { kind: ROUND_KIND, id: row.id },
          href: paths.round(row.id),
          due: row.due,
          action: w.look,
        },
      ];
    }),
  );
}

/** Objections without an answer, and needs that have waited too long: one duty each, with their number. */
async function needsOwed(db: Db<any>, { today, pack }: DutyQuestion, managers: Posts): Promise<Duty[]> {
  const rules = await ruleSetFor(db, RULES, today);
  const days = numberOf(rules, "response_within");
  const { rows } = await sql<{ id: string; round: string | null; organisation: string; domain: string; state: string; since: Date }>`
    select n.id, n.round, o.name as organisation, n.domain, n.state, coalesce(n.replied_at, n.accepted_at, n.raised_at) as since
    from needs.need n join registry.organisation o on o.id = n.organisation
    where n.state = any(${[...OWED, "contested"]}::text[]) and not ${WITHHELD} order by since, n.id limit 5000`.execute(db);
  const contests = rows.filter((row) => row.state === "contested");
  const waited = rows.filter((row) => row.state !== "contested" && addDays(dayOf(row.since, pack.timeZone), days) <= today);
  const since = (row: { since: Date } | undefined): Day => (row === undefined ? today : dayOf(row.since, pack.timeZone));
  return managers.flatMap((manager): Duty[] => [
    ...(contests[0] === undefined
      ? []
      : [
          {
            key: `needs.contests:${since(contests[0])}`,
            post: manager.post,
            title: { text: w.contests, values: { count: contests.length } },
            why: { text: w.contestsWhy, values: { day: formatDate(since(contests[0])), organisation: contests[0].organisation } },
            record: { kind: "needs.need", id: contests[0].id },
            href: contests.length === 1 ? paths.need(contests[0].id) : `${paths.needs}?state=contested`,
            due: dayAfter(pack.calendar, rules, "contest_answer_within", since(contests[0])),
            action: w.look,
          },
        ]),
    ...(waited[0] === undefined
      ? []
      : [
          {
            key: `needs.waited:${since(waited[0])}`,
            post: manager.post,
            title: { text: w.waited, values: { count: waited.length, days } },
            why: {
              text: waitedWhy(
                pack,
                waited.map((row) => row.domain),
              ),
            },
            record: { kind: "needs.need", id: waited[0].id },
            href: `${paths.needs}?waited=${days}`,
            due: addDays(since(waited[0]), days),
            action: w.waitedAction,
          },
        ]),
  ]);
}

/** Responses that a post answers for. */
async function responsesOwed(db: Db<any>, { posts, pack }: DutyQuestion): Promise<Duty[]> {
  const { rows } = await sql<{ id: string; owner: string; type: string; need: string; domain: string; organisation: string; due: Day }>`
    select x.id, x.owner, x.type, x.need, n.domain, o.name as organisation, x.due
    from needs.response x join needs.need n on n.id = x.need join registry.organisation o on o.id = n.organisation
    where x.owner = any(${idsOf(posts)}::uuid[]) and x.state in ('planned', 'running') order by x.due, x.id`.execute(db);
  return rows.map((row) => ({
    key: `needs.response:${row.id}`,
    post: row.owner,
    title: { text: ownTitle(pack, row.type, row.domain), values: { organisation: row.organisation } },
    why: { text: w.ownWhy },
    record: { kind: "needs.response", id: row.id },
    href: paths.need(row.need),
    due: row.due,
    action: w.ownAction,
  }));
}

/** Names of codes put into a text, each in its language: the values of a duty are the same in every language. */
function filled(text: Text, names: (language: Language) => Readonly<Record<string, string>>): Text {
  const inLanguage = (language: Language): string =>
    Object.entries(names(language)).reduce((pattern, [place, name]) => pattern.replace(`{${place}}`, () => name), text[language]);
  return { en: inLanguage("en"), fr: inLanguage("fr"), rw: inLanguage("rw") };
}

function ownTitle(pack: Pack, type: string, domain: string): Text {
  return filled(w.own, (language) => ({
    type: patternOf(codeOf(pack, "response_type", type).names, language),
    domain: patternOf(codeOf(pack, "capacity_domain", domain).names, language),
  }));
}

function waitedWhy(pack: Pack, domains: readonly string[]): Text {
  const first = [...new Set(domains)].slice(0, 3);
  return filled(w.waitedWhy, (language) => ({
    domains: first.map((domain) => patternOf(codeOf(pack, "capacity_domain", domain).names, language)).join(", "),
  }));
}

/** Everything that posts owe here. At most six queries. */
export async function dutiesOf(db: Db<any>, question: DutyQuestion): Promise<readonly Duty[]> {
  if (question.posts.length === 0) return [];
  const managers = withRole(question.posts, "capacity_manager");
  const lists = await Promise.all([
    answersOwed(db, question),
    membersOwe(db, question),
    managers.length === 0 ? [] : roundsOwed(db, managers),
    managers.length === 0 ? [] : needsOwed(db, question, managers),
    responsesOwed(db, question),
  ]);
  return lists.flat();
}
