/** The steps that every plan of the demonstration goes: opened, written, commented, adopted, put into French, its money spent. */
import { sql } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { addWorkingDays } from "#kernel/calendar/calendar.ts";
import { addDays, type Day } from "#kernel/calendar/day.ts";
import type { FiscalYear } from "#kernel/calendar/fiscal-year.ts";
import { newId } from "#platform/db/ids.ts";
import { putLine } from "./actions-lines.ts";
import { goOn, inviteComments, makePlan, recordDecision, startPlan, type Decided } from "./actions-plan.ts";
import { answerComment, sayComment } from "./actions-running.ts";
import { holderOf, morning, type Cast } from "./demo-cast.ts";
import { COMMENTS } from "./demo-words.ts";
import { commentsOf, linesOfPlan, thePlan } from "./queries.ts";
import { isCourse } from "./rules.ts";
import type { LineContent } from "./schema.ts";
import { takeWords, writeWords } from "./wordings.ts";

/** Whose plans these are, and who writes and decides them. */
export interface Story {
  readonly cast: Cast;
  readonly demo: DemoContext;
  readonly manager: Actor;
  readonly leader: Actor;
}

/** A decision of an organ on a day. */
export const decidedOn = (organ: string, on: Day, number: string, outcome: Decided["outcome"] = "adopted"): Decided => ({
  organ,
  on,
  number,
  outcome,
  reasons: null,
  language: null,
  file: null,
});

/** Opens the plan of a year. */
export async function planOf({ demo, manager }: Story, year: FiscalYear, on: Day): Promise<string> {
  return demo.act(manager, morning(demo, on), (act) =>
    makePlan(act, {
      organisation: demo.association,
      fiscalYearStart: year.start,
      title: `Capacity-building plan ${year.label}`,
      language: "en",
      purpose: "To put means where districts say they lack most, and to see at work what a course has changed.",
    }),
  );
}

/** Writes a year’s lines in one act, with one entry in the journal. Returns their ids in the same order. */
export async function writeAll(
  { demo, manager }: Story,
  plan: string,
  contents: readonly LineContent[],
  on: Day,
): Promise<readonly string[]> {
  const ids = contents.map(() => newId());
  await demo.act(manager, morning(demo, on), async (act) => {
    const found = await thePlan(act.tx, plan);
    for (const [index, content] of contents.entries()) await putLine(act, found, ids[index] ?? newId(), content);
    await act.journal({ kind: "plans.plan.changed", subject: { kind: "plans.plan", id: plan }, payload: { lines: contents.length } });
  });
  return ids;
}

async function commented({ demo, cast, manager }: Story, plan: string, on: Day): Promise<void> {
  const districts = cast.members.filter((member) => member.via === null);
  for (const [index, comment] of COMMENTS.entries()) {
    const organisation = districts[index * 7 + 3]?.id;
    const who = organisation === undefined ? null : await holderOf(demo, organisation, "executive_secretary");
    if (who === null) continue;
    const at = morning(demo, addDays(on, 2 + index), 45);
    await demo.act(who, at, (act) => sayComment(act, { plan, line: null, text: comment.text, language: "en" }));
  }
  for (const [index, comment] of (await commentsOf(demo.db, plan)).entries()) {
    const answer = COMMENTS.find((one) => one.text === comment.text)?.answer ?? "";
    await demo.act(manager, morning(demo, addDays(on, 8), index), (act) =>
      answerComment(act, { plan, comment: comment.id, answer, language: "en" }),
    );
  }
}

/** Takes a written plan through comments and organs to its start. */
export async function adopted(story: Story, plan: string, year: FiscalYear, opened: Day): Promise<void> {
  const { demo, manager, leader } = story;
  const label = year.start.slice(0, 4);
  await demo.act(manager, morning(demo, addDays(opened, -2)), (act) => goOn(act, plan, "compare"));
  await demo.act(manager, morning(demo, addDays(opened, -1)), (act) => goOn(act, plan, "write"));
  await demo.act(manager, morning(demo, opened), (act) => inviteComments(act, plan));
  await commented(story, plan, opened);
  const heard = addWorkingDays(demo.pack.calendar, opened, 12);
  await demo.act(manager, morning(demo, heard), (act) =>
    recordDecision(act, plan, "forward", decidedOn("commission", heard, `COM/${label}/02`, "noted")),
  );
  const endorsed = addDays(heard, 4);
  await demo.act(leader, morning(demo, endorsed), (act) =>
    recordDecision(act, plan, "endorse", decidedOn("secretariat", endorsed, `SG/${label}/118`)),
  );
  const confirmed = addDays(endorsed, 12);
  await demo.act(leader, morning(demo, confirmed), (act) =>
    recordDecision(act, plan, "confirm", decidedOn("executive_committee", confirmed, `EC/${label}/07`)),
  );
  const assembly = addDays(year.start, -9);
  await demo.act(leader, morning(demo, assembly), (act) =>
    recordDecision(act, plan, "adopt", decidedOn("general_assembly", assembly, `GA/${label}/03`)),
  );
  await translated(story, plan, year.label, addDays(assembly, 2));
  await demo.act(manager, morning(demo, year.start), (act) => startPlan(act, plan));
}

/** Puts the adopted plan into French; Kinyarwanda is left to somebody who writes it well, and the page says that it is missing. */
async function translated({ demo, manager, leader }: Story, plan: string, label: string, on: Day): Promise<void> {
  const title = `Plan de renforcement des capacités ${label}`;
  const body = "Mettre des moyens là où les districts disent en manquer le plus, et constater au travail ce qu’une formation a changé.";
  await demo.act(manager, morning(demo, on), (act) => writeWords(act, { plan, language: "fr", title, body, complete: true }));
  await demo.act(leader, morning(demo, addDays(on, 1)), (act) => takeWords(act, plan, "fr", "review"));
  await demo.act(leader, morning(demo, addDays(on, 1)), (act) => takeWords(act, plan, "fr", "approve"));
}

/** Money that moved for lines that are over: committed before, paid after, and what payers sent. One statement, one entry. */
export async function spend({ demo, manager }: Story, plan: string, until: Day): Promise<void> {
  const lines = (await linesOfPlan(demo.db, plan)).filter((line) => line.state !== "dropped" && line.to !== null && line.to < until);
  const rows = lines.flatMap((line) => {
    // Nothing is spent that nobody has given.
    const whole = (side: string): number => line.money.reduce((sum, one) => sum + (one.side === side ? one.minor : 0), 0);
    const given = Math.min(1, whole("funding") / Math.max(1, whole("cost")));
    return line.money.flatMap((one, index) => {
      const base = {
        line: one.id,
        certainty: "claimed",
        source: "typed",
        file: null,
        post: manager.post,
        recorded_at: morning(demo, addDays(line.to ?? until, 3)),
      };
      const number = `${line.number}/${index + 1}`;
      if (one.side === "funding")
        return [
          { ...base, id: newId(), kind: "receipt", amount: one.minor, day: addDays(line.from ?? until, -10), reference: `R ${number}` },
        ];
      const committed = Math.floor(one.minor * given);
      if (committed === 0) return [];
      const paid = Math.round((committed * (90 + ((line.number * 7 + index) % 11))) / 100);
      return [
        { ...base, id: newId(), kind: "commitment", amount: committed, day: addDays(line.from ?? until, -8), reference: `C ${number}` },
        { ...base, id: newId(), kind: "payment", amount: paid, day: line.to, reference: `P ${number}` },
      ];
    });
  });
  await demo.act(manager, morning(demo, addDays(until, -1)), async (act) => {
    await sql`insert into money.entry select * from jsonb_populate_recordset(null::money.entry, ${JSON.stringify(rows)}::jsonb)`.execute(
      act.tx,
    );
    await act.journal({ kind: "plans.money.entered", subject: { kind: "plans.plan", id: plan }, payload: { entries: rows.length } });
  });
}

/** Activities that are no courses leave no list of participants: the manager says when they were done. */
export async function settleOthers({ demo, manager }: Story, plan: string, until: Day): Promise<void> {
  const done = (await linesOfPlan(demo.db, plan)).filter(
    (line) => line.state === "planned" && !isCourse(demo.pack, line.modality) && line.to !== null && line.to < until,
  );
  for (const line of done)
    await demo.act(manager, morning(demo, addDays(line.to ?? until, 2)), async (act) => {
      await act.tx
        .updateTable("plans.line")
        .set({ state: "done", settled_on: act.today, settlement: "Held as planned; the note of it is with the coordinator." })
        .where("id", "=", line.id)
        .execute();
      await act.journal({ kind: "plans.line.done", subject: { kind: "plans.line", id: line.id }, payload: { plan } });
    });
}
