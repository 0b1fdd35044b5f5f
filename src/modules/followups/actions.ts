/** Writes of follow-ups: learners asked for their tasks, tasks written, evidence added. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { addEvidence, lockCommitment, makeCommitment, newToken } from "#kernel/commitment/commitments.ts";
import { holderOf } from "#kernel/commitment/readings.ts";
import { sendMessages } from "#kernel/conversation/send.ts";
import type { MessageTemplate } from "#kernel/conversation/template.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import { newId } from "#platform/db/ids.ts";
import { MEDIA_TYPES, sniff } from "#platform/tabular/sniff.ts";
import { storeFile } from "#platform/files/store.ts";
import type { Upload } from "#platform/http/form.ts";
import { Problem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { enrolmentsOf, SESSION, sessionsByIds, type EnrolmentFacts, type SessionFacts } from "#modules/sessions";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { knownEnrolments } from "./queries.ts";
import { stepsFor } from "./rules.ts";
import { COMMITMENT, TASK } from "./schema.ts";
import type { NewTask } from "./task-form.ts";
import { w } from "./words-messages.ts";

export const templates = {
  ask: { name: "followups.ask", title: w.askTitle, body: w.askBody, sms: w.askSms },
  told: { name: "followups.told", title: w.toldTitle, body: w.toldBody, sms: w.toldSms },
} as const satisfies Record<string, MessageTemplate>;

/** States of people who write a task; on the last day, before the list is closed, also those who are expected. */
export const LEARNERS = ["attended", "competent", "attended_only", "applied"] as const;
export const WRITERS: readonly string[] = [...LEARNERS, "confirmed"];

/** How much of a task a text message repeats. */
export const shortened = (what: string): string => (what.length <= 60 ? what : `${what.slice(0, 57).trimEnd()}…`);

const taskRow = (act: Act<any>, enrolment: EnrolmentFacts, session: SessionFacts, asked: boolean): Record<string, unknown> => ({
  id: newId(),
  enrolment: enrolment.id,
  session: session.id,
  course: session.course,
  person: enrolment.person,
  post: enrolment.post,
  entity: enrolment.entity,
  organisation: enrolment.organisation,
  token: newToken(),
  asked_at: asked ? act.now : null,
  recorded_at: act.now,
});

/** Inserts tasks, thousands in one statement. */
export async function insertTasks(act: Act<any>, rows: readonly Record<string, unknown>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 2000)
    await sql`
      insert into followups.task select * from jsonb_populate_recordset(null::followups.task, ${JSON.stringify(rows.slice(at, at + 2000))}::jsonb)
      on conflict (enrolment) do nothing`.execute(act.tx);
}

/** Asks every learner of a session who has not been asked for her task. Returns how many. Whoever calls it has checked that the actor may. */
export async function askTasks(act: Act<any>, id: string, origin: string): Promise<number> {
  const session = (await sessionsByIds(act.tx, [id])).get(id);
  if (session === undefined) throw new Problem(p.noSession);
  const running = session.state === "running";
  const there = (await enrolmentsOf(act.tx, [id])).filter((one) =>
    (running ? WRITERS : (LEARNERS as readonly string[])).includes(one.state),
  );
  const known = await knownEnrolments(
    act.tx,
    there.map((one) => one.id),
  );
  const rows = there.filter((one) => !known.has(one.id)).map((one) => taskRow(act, one, session, true));
  if (rows.length === 0) throw new Problem(p.nobodyToAsk);
  await insertTasks(act, rows);
  await sendMessages(
    act,
    rows.map((row) => ({
      person: String(row["person"]),
      template: templates.ask,
      values: { session: session.title },
      link: origin + paths.write(String(row["token"])),
      subject: { kind: SESSION, id },
      key: `followups.ask:${String(row["enrolment"])}`,
    })),
  );
  await act.journal({
    kind: "followups.asked",
    subject: { kind: SESSION, id },
    member: session.organisation,
    payload: { people: rows.length },
  });
  return rows.length;
}

/** The row of an enrolment, made when she writes without having been asked. Locked for the rest of the act. */
async function ensureTask(act: Act<any>, enrolment: EnrolmentFacts, session: SessionFacts): Promise<{ id: string; written: boolean }> {
  await insertTasks(act, [taskRow(act, enrolment, session, false)]);
  const { rows } = await sql<{ id: string; written: boolean }>`
    select id, written_at is not null as written from followups.task where enrolment = ${enrolment.id} for update`.execute(act.tx);
  const [row] = rows;
  if (row === undefined) throw new Problem(p.noTask);
  return row;
}

async function tellSupervisor(
  act: Act<any>,
  id: string,
  task: NewTask,
  facts: { session: SessionFacts; enrolment: EnrolmentFacts },
): Promise<void> {
  const { rows } = await sql<{ person: string | null }>`select ${holderOf(sql`${task.verifier}::uuid`, act.today)} as person`.execute(
    act.tx,
  );
  const person = rows[0]?.person ?? null;
  if (person === null || person === facts.enrolment.person) return;
  await sendMessages(act, [
    {
      person,
      template: templates.told,
      values: { session: facts.session.title, person: facts.enrolment.personName, what: shortened(task.what), day: formatDate(task.due) },
      subject: { kind: TASK, id },
      key: `followups.told:${id}`,
    },
  ]);
  await sql`update followups.task set told_at = ${act.now} where id = ${id}`.execute(act.tx);
}

/**
 * Writes a learner’s task: a commitment that stays hers, questions to her and to her supervisor’s post, and word to the supervisor.
 * `typed`: taken over from paper by whoever acts. Throws when she has written one, or did not take part. Returns its id.
 */
export async function writeTask(act: Act<any>, enrolment: EnrolmentFacts, task: NewTask, typed = false): Promise<string> {
  const session = (await sessionsByIds(act.tx, [enrolment.session])).get(enrolment.session);
  if (session === undefined) throw new Problem(p.noSession);
  const mayWrite = session.state === "running" ? WRITERS : (LEARNERS as readonly string[]);
  if (!mayWrite.includes(enrolment.state)) throw new Problem(p.notThere);
  const { id, written } = await ensureTask(act, enrolment, session);
  if (written) throw new Problem(p.written);
  await makeCommitment(act, {
    id,
    kind: COMMITMENT,
    about: enrolment.id,
    what: task.what,
    language: task.language,
    success: task.success,
    person: enrolment.person,
    post: enrolment.post,
    organisation: enrolment.organisation,
    verifier: task.verifier,
    due: task.due,
    steps: stepsFor(await ruleSetFor(act.tx, "training", act.today), session.to, act.today, task.verifier),
  });
  await sql`update followups.task set written_at = ${act.now}, typed_by = ${typed ? act.author.post : null} where id = ${id}`.execute(
    act.tx,
  );
  await act.journal({
    kind: typed ? "followups.task.typed" : "followups.task.written",
    subject: { kind: TASK, id },
    member: enrolment.entity,
    payload: { session: session.id, due: task.due },
    personal: { what: task.what },
  });
  await tellSupervisor(act, id, task, { session, enrolment });
  return id;
}

/** Adds a note and perhaps a file to a task; the owner’s are claimed, a supervisor’s verified. */
export async function addTaskEvidence(
  act: Act<any>,
  id: string,
  given: { readonly text: string; readonly language: string; readonly upload: Upload | null; readonly certainty: "claimed" | "verified" },
): Promise<void> {
  await lockCommitment(act, id);
  const file =
    given.upload === null
      ? null
      : await storeFile(act.tx, {
          name: given.upload.name,
          mediaType: MEDIA_TYPES[sniff(given.upload.bytes)] ?? given.upload.type,
          purpose: "followups.evidence",
          subject: { kind: TASK, id },
          uploadedBy: act.author.post,
          bytes: given.upload.bytes,
        });
  await addEvidence(act, { commitment: id, day: act.today, text: given.text, language: given.language, file, certainty: given.certainty });
  await act.journal({
    kind: "followups.evidence.added",
    subject: { kind: TASK, id },
    payload: { file: file !== null, certainty: given.certainty },
  });
}
