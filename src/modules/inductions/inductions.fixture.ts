/** People new in their posts for tests, written straight into registry and portfolio: by name, post, day, and what became of it. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { keepEntries } from "#kernel/portfolio/portfolio.ts";
import { assign, openPost } from "#kernel/registry/holders.ts";
import { addPerson } from "#kernel/registry/people.ts";
import { newId } from "#platform/db/ids.ts";

/** Somebody who began in a post of an organisation. */
export interface Beginner {
  readonly name: string;
  readonly sex?: "F" | "M";
  readonly phone?: string;
  readonly postType: string;
  readonly organisation: string;
  readonly since: Day;
  readonly until?: Day;
  readonly acting?: boolean;
  readonly precision?: "year" | "month" | "day";
}

/** Puts a new person, or one already known, into a new seat; returns her. */
export async function begin(act: Act, one: Beginner, known?: string): Promise<string> {
  const person = known ?? (await addPerson(act, { fullName: one.name, sex: one.sex ?? "F", phone: one.phone ?? null }, "test"));
  const post = await openPost(act, { organisation: one.organisation, postType: one.postType, from: "2000-01-01" });
  await assign(act, {
    post,
    person,
    acting: one.acting ?? false,
    from: one.since,
    to: one.until ?? null,
    precision: one.precision ?? "day",
  });
  return person;
}

/** An induction that a person took part in. */
export async function inducted(
  act: Act,
  person: string,
  day: Day,
  certainty: "verified" | "imported" | "claimed" = "verified",
  modality = "induction",
): Promise<void> {
  const id = newId();
  await keepEntries(act, [
    {
      id,
      person,
      kind: "test.enrolment",
      about: { kind: "test.session", id },
      course: null,
      title: "Induction",
      language: "en",
      modality,
      domain: null,
      programme: null,
      post: null,
      postType: null,
      organisation: null,
      tier: null,
      ageBand: null,
      from: day,
      to: day,
      minutes: 600,
      outcome: "attended",
      certainty,
      source: "test",
    },
  ]);
  await act.journal({ kind: "test.inducted", subject: { kind: "person", id: person }, payload: {} });
}

/** The sector of a member whose name comes first. */
export async function firstSector(act: Act, member: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select o.id from registry.below(${member}, ${act.today}) b join registry.organisation o on o.id = b.organisation
    where o.tier = 'SEC' order by o.name limit 1`.execute(act.tx);
  const found = rows[0];
  if (found === undefined) throw new Error("The member has no sector.");
  return found.id;
}
