/** Takes the first round of the demonstration from its closing to its end, each step by the post whose step it is. */
import type { Actor } from "#kernel/access/actor.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { addWorkingDays } from "#kernel/calendar/calendar.ts";
import { addDays, type Day } from "#kernel/calendar/day.ts";
import { seeded, type Random } from "#methods/draw/random.ts";
import { moderateLevel, recordEvidence, validateAnswers } from "./actions-evidence.ts";
import { answerContest, replyToResult } from "./actions-reply.ts";
import { addResponse, meetNeed, refuseNeed, stepResponse } from "./actions-response.ts";
import { beginPlanning, closeAnswers, closeRound, endModeration, shareResults } from "./actions-round.ts";
import { actedThen, actingAs, morning } from "./demo-acting.ts";
import { COMMENTS, NOTES, OBJECTION, OBJECTION_ANSWER, REASONS, REFUSALS, RESPONSES } from "./demo-story.ts";
import { sourcesOf } from "./queries-answers.ts";
import { needsFound } from "./queries-needs.ts";
import { participations } from "./queries.ts";
import { WHOLE_ORGANISATION } from "./rules.ts";
import type { Need, Participation } from "./schema.ts";

/** What the story is told with. */
interface Story {
  readonly demo: DemoContext;
  readonly manager: Actor;
  readonly round: string;
  readonly random: Random;
  readonly parts: readonly Participation[];
}

/** Every organisation confirms who answered: its HR director, or its executive secretary where that post is vacant, or whoever held it then. */
async function validate({ demo, round, parts, random }: Story, closed: Day): Promise<void> {
  for (const [index, part] of parts.entries()) {
    const day = addDays(closed, random.integer(1, 9));
    const note = random.pick(COMMENTS);
    const who =
      (await actingAs(demo, part.organisation, "hr_director", day, index)) ??
      (await actingAs(demo, part.organisation, "executive_secretary", day, index)) ??
      (await actedThen(demo, part.organisation, "hr_director", day, index)) ??
      (await actedThen(demo, part.organisation, "executive_secretary", day, index));
    if (who !== null)
      await demo.act(who.actor, who.at, (act) =>
        validateAnswers(act, { round, organisation: part.organisation, note, language: "en", consent: null }),
      );
  }
}

async function gather({ demo, manager, round, parts, random }: Story, day: Day): Promise<void> {
  const heard = await sourcesOf(demo.db, round, "all");
  for (const [index, part] of parts.entries()) {
    if (index % 3 !== 0) continue;
    const document = index % 6 === 0;
    const cells = (heard.get(part.organisation) ?? []).filter((cell) => cell.source === "self");
    const fields = (document ? ["PRC", "PLN"] : ["CMP", "SVC"]).flatMap((domain) => cells.filter((cell) => cell.domain === domain));
    if (fields.length === 0) continue;
    const on = addDays(day, random.integer(2, 12));
    await demo.act(manager, morning(demo, on, index), (act) =>
      recordEvidence(act, {
        round,
        organisation: part.organisation,
        method: document ? "document_check" : "interview",
        source: document ? "document" : "interview",
        postType: WHOLE_ORGANISATION,
        heldOn: on,
        people: document ? 2 : 6,
        women: document ? 1 : 3,
        consent: "agreed",
        notes: random.pick(document ? NOTES.document : NOTES.interview),
        language: "en",
        file: null,
        ratings: fields.map((cell) => ({
          domain: cell.domain,
          item: "",
          desired: 4,
          current: Math.max(1, Math.min(5, Math.round(cell.current + (random.uniform() < 0.4 ? 1 : 0)))),
          importance: null,
          cause: null,
          strength: false,
          bottleneck: null,
          evidence: null,
          confidence: null,
        })),
      }),
    );
    const disputed = fields[0];
    if (index % 12 === 0 && disputed !== undefined)
      await demo.act(manager, morning(demo, addDays(on, 2), index), (act) =>
        moderateLevel(act, {
          round,
          organisation: part.organisation,
          domain: disputed.domain,
          current: Math.round((disputed.current + 0.3) * 10) / 10,
          reason: random.pick(REASONS),
          language: "en",
        }),
      );
  }
}

/** Replies of the executive secretaries: most accept, one contests one need, two stay silent. Returns the contested need. */
async function reply({ demo, round, parts, random }: Story, day: Day): Promise<string | null> {
  let contested: string | null = null;
  for (const [index, part] of parts.entries()) {
    if (index % 14 === 9) continue;
    const who = await actingAs(demo, part.organisation, "executive_secretary", addDays(day, random.integer(1, 8)), index);
    if (who === null) continue;
    const needs = await needsFound(demo.db, round, part.organisation);
    const objected: string | undefined = contested === null && index > 3 ? needs.at(-1)?.id : undefined;
    contested ??= objected ?? null;
    await demo.act(who.actor, who.at, (act) =>
      replyToResult(act, {
        round,
        organisation: part.organisation,
        replies: needs.map((need) => ({ need: need.id, accepted: need.id !== objected, contest: need.id === objected ? OBJECTION : "" })),
        comment: "",
        language: "en",
      }),
    );
  }
  return contested;
}

async function respondTo({ demo, manager, random }: Story, need: Need, owner: string, day: Day): Promise<void> {
  const plans = RESPONSES[need.cause ?? "knowledge_skill"] ?? RESPONSES["knowledge_skill"] ?? [];
  const plan = random.pick(plans);
  const due = addDays(day, random.integer(90, 300));
  const response = await demo.act(manager, morning(demo, day), (act) =>
    addResponse(act, {
      need: need.id,
      type: plan.type,
      what: plan.what,
      language: "en",
      estimateMinor: plan.estimate === null ? null : plan.estimate * 10 ** demo.pack.currency.exponent,
      currency: demo.pack.currency.code,
      owner,
      due,
      addressee: plan.addressee ?? null,
    }),
  );
  if (due >= demo.today) return;
  await demo.act(manager, morning(demo, addDays(due, -random.integer(1, 20))), (act) =>
    stepResponse(act, { response, step: "begin", note: "" }),
  );
  const over = random.uniform() < 0.85 ? due : addDays(due, 10);
  if (over >= demo.today) return;
  await demo.act(manager, morning(demo, over), (act) =>
    stepResponse(act, { response, step: "complete", note: "Done as planned; what it changed is asked in the next round." }),
  );
  if (random.uniform() < 0.3) await demo.act(manager, morning(demo, over, 30), (act) => meetNeed(act, need.id));
}

/** Every need gets a response, or the reason why not. */
async function plan(story: Story, day: Day): Promise<void> {
  const { demo, manager, round, parts, random } = story;
  for (const part of parts) {
    const owner =
      (await actingAs(demo, part.organisation, "hr_director", day)) ??
      (await actingAs(demo, part.organisation, "executive_secretary", day));
    for (const need of await needsFound(demo.db, round, part.organisation)) {
      if (need.state === "withdrawn") continue;
      const on = addDays(day, random.integer(2, 60));
      if (owner === null || random.uniform() < 0.08)
        await demo.act(manager, morning(demo, on), (act) =>
          refuseNeed(act, { need: need.id, reason: random.pick(REFUSALS), language: "en" }),
        );
      else await respondTo(story, need, owner.actor.post ?? "", on);
    }
  }
}

/** Walks the round through all its states. */
export async function finishRound(demo: DemoContext, manager: Actor, round: string, closes: Day): Promise<void> {
  const closed = addDays(closes, 1);
  await demo.act(null, morning(demo, closed), (act) => closeAnswers(act, round));
  const story: Story = { demo, manager, round, random: seeded("finished round"), parts: await participations(demo.db, round, "all") };
  await validate(story, closed);
  await gather(story, closed);
  const moderated = addWorkingDays(demo.pack.calendar, closed, 20);
  await demo.act(manager, morning(demo, moderated), (act) => endModeration(act, round));
  const shared = addWorkingDays(demo.pack.calendar, moderated, 3);
  await demo.act(manager, morning(demo, shared), (act) => shareResults(act, round));
  const contested = await reply(story, shared);
  const planning = addWorkingDays(demo.pack.calendar, shared, 11);
  if (contested !== null)
    await demo.act(manager, morning(demo, addDays(planning, -1)), (act) =>
      answerContest(act, { need: contested, keep: true, answer: OBJECTION_ANSWER, language: "en" }),
    );
  await demo.act(null, morning(demo, planning), (act) => beginPlanning(act, round));
  await plan(story, planning);
  await demo.act(manager, morning(demo, addDays(planning, 75)), (act) => closeRound(act, round));
}
