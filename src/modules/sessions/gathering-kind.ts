/** A session as something that people meet for: its facts for the attendance list, who takes it, and what its close brings. */
import { sql } from "kysely";
import type { GatheringFacts, GatheringKind } from "#kernel/gathering/kinds.ts";
import { presenceOf } from "#kernel/gathering/presence.ts";
import { coursesByIds } from "#modules/courses";
import { markAttendance } from "./outcomes.ts";
import { paths } from "./paths.ts";
import { sessionReach } from "./reach.ts";
import { SESSION } from "./schema.ts";
import type { SessionState } from "./flows.ts";
import { w } from "./words-records.ts";

interface Row {
  id: string;
  title: string;
  language: string;
  reference: string;
  course: string;
  state: SessionState;
  runner: string | null;
  posts: (string | null)[];
}

export const sessionGathering: GatheringKind = {
  kind: SESSION,
  title: w.session,
  href: paths.session,
  describe: async (db, abouts) => {
    const { rows } = await sql<Row>`
      select s.id, s.title, s.language, s.reference, s.course, s.state, s.runner,
        array(select t.post from sessions.trainer t where t.session = s.id and t.state <> 'declined' order by t.id) as posts
      from sessions.session s where s.id = any(${[...abouts]}::uuid[])`.execute(db);
    const courses = await coursesByIds(db, [...new Set(rows.map((row) => row.course))]);
    return new Map(
      rows.map((row): [string, GatheringFacts] => [
        row.id,
        {
          title: row.title,
          language: row.language,
          reference: row.reference,
          minimum: courses.get(row.course)?.attendanceMinimum ?? null,
          owners: [...new Set([row.runner, ...row.posts].filter((post) => post !== null))],
          held: row.state !== "planned" && row.state !== "cancelled",
        },
      ]),
    );
  },
  mayRecord: (db, actor, abouts, today) => sessionReach.conduct(db, actor, abouts, today),
  mayRead: async (db, actor, abouts, today) => {
    const conducts = await sessionReach.conduct(db, actor, abouts, today);
    const all = await sessionReach.readAll(db, actor, abouts, today);
    return new Set([...conducts, ...all]);
  },
  refusesClosing: async (db, about) => {
    const row = await db.selectFrom("sessions.session").select("state").where("id", "=", about).executeTakeFirst();
    return row !== undefined && ["running", "delivered", "evaluated", "follow_up"].includes(row.state) ? null : { text: w.notHeldYet };
  },
  closed: async (act, about) => {
    const session = await act.tx.selectFrom("sessions.session").select("gathering").where("id", "=", about).executeTakeFirstOrThrow();
    const present = await presenceOf(act.tx as never, session.gathering);
    if (present.length > 0)
      await markAttendance(
        act,
        about,
        present.map((each) => ({ enrolment: each.participant, attended: each.minutes > 0, minutes: each.minutes })),
      );
  },
};
