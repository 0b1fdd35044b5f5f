/** A round as the purpose of a sitting: who may answer, until when, and that submitted answers are counted. */
import { sql } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { NoOpening, Opening, PurposeFacts, SittingPurpose } from "#kernel/questionnaire/purpose.ts";
import type { Db } from "#platform/db/handle.ts";
import { formatDate } from "#platform/ui/format.ts";
import { countAnswers, uncountAnswers } from "./actions-answers.ts";
import { p } from "./problems.ts";
import { w } from "./words-answer.ts";

interface Found {
  title: string;
  version: string | null;
  state: string;
  opens: Day | null;
  closes: Day | null;
  purpose: string;
  organisation: string | null;
  sitting: string | null;
  own: boolean;
}

async function open(db: Db<any>, actor: Actor, round: string, today: Day): Promise<Opening | NoOpening> {
  const { rows } = await sql<Found>`
    select r.title, r.version, r.state, r.opens, r.closes, r.purpose, i.organisation, i.sitting,
      exists (select from questionnaire.sitting s where s.id = i.sitting and s.person = ${actor.person}) as own
    from needs.round r left join needs.invitation i on i.round = r.id and i.post = ${actor.post}::uuid where r.id = ${round}`.execute(db);
  const found = rows[0];
  if (found === undefined) return { allowed: false, text: p.noRound.text };
  if (found.organisation === null) return { allowed: false, text: p.notInvited.text };
  if (found.state === "launched" && found.opens !== null)
    return { allowed: false, text: w.opensOn, values: { day: formatDate(found.opens) } };
  if (found.state !== "open" || found.version === null || (found.closes !== null && today > found.closes))
    return { allowed: false, text: p.notOpen.text };
  if (found.sitting !== null && !found.own) return { allowed: false, text: p.answeredAlready.text };
  return {
    allowed: true,
    version: found.version,
    title: found.title,
    intro: found.purpose,
    closes: found.closes,
    organisation: found.organisation,
  };
}

async function describe(db: Db<any>, rounds: readonly string[], today: Day): Promise<ReadonlyMap<string, PurposeFacts>> {
  const { rows } = await sql<{ id: string; title: string; closes: Day | null; state: string }>`
    select id, title, closes, state from needs.round where id = any(${[...rounds]}::uuid[])`.execute(db);
  return new Map(
    rows.map((row) => [
      row.id,
      { title: row.title, closes: row.closes, open: row.state === "open" && (row.closes === null || today <= row.closes) },
    ]),
  );
}

/** The kind of purpose and of record that rounds are. */
export const ROUND_KIND = "needs.round";

export const roundPurpose: SittingPurpose = {
  kind: ROUND_KIND,
  title: w.purpose,
  open,
  describe,
  submitted: countAnswers,
  withdrawn: uncountAnswers,
};
