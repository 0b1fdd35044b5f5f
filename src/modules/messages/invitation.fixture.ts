/** For tests: an invitation that asks yes or no, and what the handler of its answers was given. */
import { sql } from "kysely";
import { yesOrNo } from "#kernel/conversation/answers.ts";
import { registerReplies } from "#kernel/conversation/replies.ts";
import { newId } from "#platform/db/ids.ts";
import { defineProblems, Problem } from "#platform/problems/problem.ts";
import type { World } from "#test/support/world.ts";
import { freshOffice, INVITATION, NOTICE } from "./office.fixture.ts";

export const KIND = "test.invitation";
const p = defineProblems("test", { full: { status: 409, text: { en: "The course is full.", fr: "Complet.", rw: "Byuzuye." } } });

/** What the handler was given. */
export const answers: { person: string | null; actor: string | null; answer: boolean; subject: string | undefined; shared: boolean }[] = [];
/** Whether the course has a place left. */
export const course = { full: false };

registerReplies<boolean>({
  kind: KIND,
  parse: yesOrNo,
  handle: async (act, reply, person) => {
    answers.push({
      person,
      actor: act.actor?.person ?? null,
      answer: reply.answer,
      subject: reply.asked.subject?.id,
      shared: reply.shared,
    });
    await act.journal({ kind: "test.answered", subject: { kind: "test", id: reply.asked.id }, payload: {} });
    if (course.full) throw new Problem(p.full);
    return { template: { ...NOTICE, name: "test.thanks", sms: { en: "Noted, {name}.", fr: "Noté.", rw: "Murakoze." } } };
  },
});

/** What a test of invitations starts from: as the office does, with no answers, no price and no job. */
export async function freshCourse(world: World): ReturnType<typeof freshOffice> {
  answers.length = 0;
  course.full = false;
  await sql`delete from rules.rule_set where code = 'messages'`.execute(world.db);
  await sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`.execute(world.db);
  return freshOffice(world);
}

/** An invitation of somebody to a session. */
export const invitationOf = (person: string, subject = newId(), key?: string) => ({
  person,
  template: INVITATION,
  values: { day: "24/11/2025" },
  link: "https://inteko.example/learning/1",
  subject: { kind: "session", id: subject },
  reply: { kind: KIND },
  ...(key !== undefined && { key }),
});
