/** What running the installation asks of posts: a decision on a rule, a look at failed jobs, a fresh backup, a word on an export. */
import { sql } from "kysely";
import type { Duty, DutyQuestion } from "#kernel/access/module.ts";
import { dayOf, type Day } from "#kernel/calendar/day.ts";
import type { Role } from "#kernel/pack/roles.ts";
import { referenceOf } from "#platform/db/ids.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Text } from "#platform/i18n/text.ts";
import { BACKUP_DAYS } from "./examine.ts";
import { paths } from "./paths.ts";
import { givenUp } from "./queue.ts";
import { w } from "./words-run.ts";

/** Stands for the installation itself, which is no record. */
const HOUSE = "00000000-0000-0000-0000-000000000000";

interface Waiting {
  readonly id: string;
  readonly kind: "change" | "export";
  readonly at: Date;
}

async function waitingThings(db: Db<any>): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    select id, 'change' as kind, proposed_at as at from operations.rule_change where state = 'proposed'
    union all select id, 'export', asked_at from operations.export where state = 'asked' order by at`.execute(db);
  return rows;
}

interface BackupAge {
  readonly at: Date | null;
  readonly exempt: boolean;
}

/** When the last backup was made; demonstrations owe none. */
async function lastBackup(db: Db<any>): Promise<BackupAge> {
  const { rows } = await sql<BackupAge>`
    select (select max(made_at) from operations.backup) as at, exists (select 1 from setting.fact where name = 'demonstration') as exempt`.execute(
    db,
  );
  return rows[0] ?? { at: null, exempt: true };
}

/** A duty about the installation itself. */
function houseDuty(key: string, post: string, text: Text, values: Readonly<Record<string, string | number>>, href: string, due: Day): Duty {
  return {
    key: `operations.${key}`,
    post,
    title: { text, values },
    record: { kind: "operations.installation", id: HOUSE },
    href,
    due,
    action: w.look,
  };
}

async function administratorDuties(db: Db<any>, posts: readonly string[], question: DutyQuestion): Promise<Duty[]> {
  const failed = await givenUp(db);
  const { at, exempt } = await lastBackup(db);
  const late =
    !exempt && (at === null || dayOf(new Date(at.getTime() + BACKUP_DAYS * 86_400_000), question.pack.timeZone) < question.today);
  return posts.flatMap((post) => [
    ...(failed > 0 ? [houseDuty("jobs", post, w.dutyJobs, { n: failed }, paths.jobs, question.today)] : []),
    ...(late ? [houseDuty("backup", post, w.dutyBackup, { days: BACKUP_DAYS }, paths.installation, question.today)] : []),
  ]);
}

/** The duties of the posts asked for; only posts of the association have any. Three queries at most, none for others. */
export async function duties(db: Db<any>, question: DutyQuestion): Promise<readonly Duty[]> {
  const having = (...roles: Role[]): string[] =>
    question.posts
      .filter((post) => post.organisation === question.association && roles.some((role) => post.roles.includes(role)))
      .map((post) => post.post);
  const deciders = { change: having("secretary_general", "deputy_secretary_general"), export: having("data_protection_officer") };
  const administrators = having("administrator");
  const found = administrators.length > 0 ? await administratorDuties(db, administrators, question) : [];
  if (deciders.change.length + deciders.export.length === 0) return found;
  const decisions = (await waitingThings(db)).flatMap(({ id, kind, at }) =>
    deciders[kind].map((post): Duty => ({
      key: `operations.${kind}.${id}`,
      post,
      title: { text: kind === "change" ? w.dutyChange : w.dutyExport, values: { reference: referenceOf(id) } },
      record: { kind: kind === "change" ? "operations.rule_change" : "operations.export", id },
      href: kind === "change" ? paths.change(id) : paths.exports,
      due: dayOf(at, question.pack.timeZone),
      action: w.decide,
    })),
  );
  return [...found, ...decisions];
}
