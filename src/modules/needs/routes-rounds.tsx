/** The pages of rounds: the list, the page of one, its launch and its steps. */
import { act, page, type Route, type Writing } from "#kernel/access/route.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import { offers } from "#kernel/flow/flow.ts";
import { codesOf } from "#kernel/pack/lookup.ts";
import { versionOf } from "#kernel/questionnaire/store.ts";
import { startLink } from "#kernel/questionnaire/sitting.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import type { Text, Values } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import {
  beginPlanning,
  cancelRound,
  closeAnswers,
  closeRound,
  endModeration,
  extendRound,
  launchRound,
  openRound,
  shareResults,
} from "./actions-round.ts";
import { asked, askedDay, may, pageOf, param, timelineOf, within, type Request } from "#kernel/access/asked.ts";
import { readRound } from "./ask.ts";
import { dayAfter, RULES } from "./due.ts";
import { datePartsOf, dayIn, note, partsOfDay, reading } from "#kernel/access/fields.ts";
import { ROUND_STATES, ROUND_STEPS, roundFlow, type RoundFacts, type RoundStep } from "./flows.ts";
import { countInvited } from "./invitations.ts";
import { paths } from "./paths.ts";
import { ROUND_KIND } from "./purpose.ts";
import { listRounds, participations, roundFacts, theRound } from "./queries.ts";
import { followsAll, ownResultsVisible, verbs } from "./rules.ts";
import type { Round } from "./schema.ts";
import { levelText } from "./views/common.tsx";
import { LaunchView } from "./views/launch.tsx";
import { RoundView } from "./views/round.tsx";
import { RoundsView } from "./views/rounds.tsx";
import { StepView } from "./views/step.tsx";
import { w as fields } from "./words-fields.ts";
import { w } from "./words-rounds.ts";
import { p } from "./problems.ts";

type Write = Writing<any, Actor>;

async function rounds(r: Request): Promise<Reply> {
  const at = pageOf(r);
  const ask = {
    within: await within(r, verbs.read),
    state: asked(r, "state"),
    fiscalYearStart: askedDay(r, "year"),
    kind: asked(r, "kind"),
  };
  const { rows, total } = await listRounds(r.db, ask, at);
  const years = [-1, 0, 1, 2].map((back) => fiscalYearOf(r.pack.calendar, `${Number(r.today.slice(0, 4)) - back}${r.today.slice(4, 8)}01`));
  const filtered = ask.state !== null || ask.kind !== null || ask.fiscalYearStart !== null;
  return show(
    <RoundsView
      shell={r.shell}
      rows={rows.map((row) => ({ ...row, year: fiscalYearOf(r.pack.calendar, row.fiscalYearStart).label }))}
      pages={at.links(total)}
      mayDesign={may(r, verbs.design)}
      filters={{
        action: paths.rounds,
        result: r.say(w.count, { total }),
        ...(filtered && { clearHref: paths.rounds }),
        fields: [
          {
            name: "year",
            label: r.say(w.fiscalYear),
            value: ask.fiscalYearStart ?? "",
            options: [{ value: "", text: r.say(w.anyYear) }, ...years.map((year) => ({ value: year.start, text: year.label }))],
          },
          {
            name: "kind",
            label: r.say(w.kind),
            value: ask.kind ?? "",
            options: [
              { value: "", text: r.say(w.anyKind) },
              ...codesOf(r.pack, "assessment_cycle").map((code) => ({ value: code.code, text: r.say(code.names) })),
            ],
          },
          {
            name: "state",
            label: r.say(w.state),
            value: ask.state ?? "",
            options: [
              { value: "", text: r.say(w.anyState) },
              ...ROUND_STATES.map((state) => ({ value: state, text: r.say(roundFlow.states[state].title) })),
            ],
          },
        ],
      }}
    />,
  );
}

async function invitableOf(r: Request, round: Round): Promise<number> {
  if (round.state !== "designed") return 0;
  return (await countInvited(r.db, r.pack, round, r.today)).reduce((sum, row) => sum + row.posts, 0);
}

async function round(r: Request): Promise<Reply> {
  const { round: found, within: reach } = await readRound(r);
  const facts = await roundFacts(r.db, found, r.today, await invitableOf(r, found));
  const parts = await participations(r.db, found.id, reach);
  const own = reach === "all" ? facts : ownFacts(facts, parts);
  const version = found.version === null ? null : await versionOf(r.db, found.version);
  const invited = r.actor.post === null ? false : await isInvited(r, found.id);
  return show(
    <RoundView
      shell={r.shell}
      round={found}
      year={fiscalYearOf(r.pack.calendar, found.fiscalYearStart).label}
      facts={own}
      offers={offers(roundFlow, found.state, facts, { actor: r.actor })}
      participations={parts}
      history={await timelineOf(r, [found.id], 12)}
      versionTitle={version === null ? null : version.title}
      may={{
        design: may(r, verbs.design),
        coverage: found.state !== "designed",
        answer: found.state === "open" && invited,
        results: found.state !== "designed" && found.state !== "launched" && (followsAll(r.actor) || ownResultsVisible(found.state)),
      }}
    />,
  );
}

async function isInvited(r: Request, id: string): Promise<boolean> {
  const row = await r.db
    .selectFrom("needs.invitation")
    .select("post")
    .where("round", "=", id)
    .where("post", "=", r.actor.post)
    .executeTakeFirst();
  return row !== undefined;
}

/** A member sees its own numbers, never those of all. */
function ownFacts(facts: RoundFacts, parts: readonly { readonly invited: number; readonly answered: number }[]): RoundFacts {
  const sum = (pick: (part: { invited: number; answered: number }) => number): number =>
    parts.reduce((total, part) => total + pick(part), 0);
  return { ...facts, invited: sum((part) => part.invited), answered: sum((part) => part.answered), needs: 0 };
}

async function launch(r: Request): Promise<Reply> {
  const found = await theRound(r.db, param(r, "id"));
  if (found.state !== "designed") return go(paths.round(found.id));
  const counts = await countInvited(r.db, r.pack, found, r.today);
  const facts = await roundFacts(
    r.db,
    found,
    r.today,
    counts.reduce((sum, count) => sum + count.posts, 0),
  );
  return show(<LaunchView shell={r.shell} round={found} counts={counts} refusal={roundFlow.steps.launch.check?.(facts) ?? null} />);
}

const STEPS: Readonly<Record<Exclude<RoundStep, "launch">, (r: Write, id: string) => Promise<void>>> = {
  open: (r, id) => openRound(r.act, id),
  extend: async () => undefined,
  close: (r, id) => closeAnswers(r.act, id),
  finishModeration: (r, id) => endModeration(r.act, id),
  share: (r, id) => shareResults(r.act, id),
  plan: (r, id) => beginPlanning(r.act, id),
  finish: (r, id) => closeRound(r.act, id),
  cancel: async () => undefined,
};

async function consequenceOf(
  r: Request,
  found: Round,
  facts: RoundFacts,
  step: RoundStep,
): Promise<{ readonly text: Text; readonly values?: Values }> {
  const { invited, answered, unvalidated, silent, needs } = facts;
  switch (step) {
    case "close":
      return { text: w.stepClose, values: { answered, invited } };
    case "finishModeration":
      return { text: w.stepFinishModeration, values: { levels: levelText(r.language, found.needGap), unvalidated } };
    case "share": {
      const rules = await ruleSetFor(r.db, RULES, r.today);
      return { text: w.stepShare, values: { needs, day: formatDate(dayAfter(r.pack.calendar, rules, "contest_window", r.today)) } };
    }
    case "plan":
      return { text: w.stepPlan, values: { silent } };
    case "finish":
      return { text: w.stepFinish, values: { needs } };
    case "cancel":
      return { text: w.stepCancel };
    case "extend":
      return { text: w.stepExtend };
    default:
      return { text: w.stepOpen, values: { invited } };
  }
}

function stepAsked(r: Request): Exclude<RoundStep, "launch"> {
  const step = ROUND_STEPS.find((name) => name === param(r, "step"));
  if (step === undefined || step === "launch") throw new Problem(p.noRound);
  return step;
}

async function showStep(
  r: Request,
  given?: { readonly reason: string; readonly form: Write["form"]; readonly problems: readonly FieldProblem[] },
): Promise<Reply> {
  const step = stepAsked(r);
  const found = await theRound(r.db, param(r, "id"));
  if (!roundFlow.steps[step].from.includes(found.state)) return go(paths.round(found.id));
  const facts = await roundFacts(r.db, found, r.today);
  if (roundFlow.steps[step].check?.(facts)) return go(paths.round(found.id));
  const dates =
    given === undefined
      ? { opens: partsOfDay(found.opens), closes: partsOfDay(found.closes) }
      : { opens: datePartsOf(given.form, "opens"), closes: datePartsOf(given.form, "closes") };
  const consequence = await consequenceOf(r, found, facts, step);
  return show(
    <StepView
      shell={r.shell}
      round={found}
      step={step}
      consequence={consequence}
      values={{ reason: given?.reason ?? "", dates }}
      problems={given?.problems ?? []}
    />,
    given === undefined ? 200 : 422,
  );
}

async function takeStep(r: Write): Promise<Reply> {
  const step = stepAsked(r);
  const id = param(r, "id");
  const reader = reading(r.form);
  if (step === "cancel") {
    const reason = r.form.text("reason");
    if (reason === "") note(reader, "reason", fields.sayReason);
    else await cancelRound(r.act, id, reason);
  } else if (step === "extend") {
    const found = await theRound(r.act.tx, id);
    const opens = found.state === "launched" ? dayIn(reader, "opens", fields.sayOpens) : found.opens;
    const closes = dayIn(reader, "closes", fields.sayCloses);
    if (closes !== null && closes < r.today) note(reader, "closes-day", fields.closedAlready);
    else if (opens !== null && closes !== null && closes < opens)
      note(reader, "closes-day", fields.closesFirst, { closes: formatDate(closes), opens: formatDate(opens) });
    if (reader.problems.length === 0 && opens !== null && closes !== null) await extendRound(r.act, id, { opens, closes });
  } else await STEPS[step](r, id);
  if (reader.problems.length > 0) return showStep(r, { reason: r.form.text("reason"), form: r.form, problems: reader.problems });
  return go(paths.round(id));
}

export const roundRoutes: readonly Route[] = [
  page(paths.rounds, verbs.read, rounds),
  page(paths.round(":id"), verbs.read, round),
  page(paths.launch(":id"), verbs.launch, launch),
  act(paths.launch(":id"), verbs.launch, async (r: Write) => {
    await launchRound(r.act, param(r, "id"));
    return go(paths.round(param(r, "id")));
  }),
  page(paths.step(":id", ":step"), verbs.design, (r: Request) => showStep(r)),
  act(paths.step(":id", ":step"), verbs.design, takeStep),
  page(paths.answer(":id"), verbs.answer, async (r: Request) => go(startLink(ROUND_KIND, param(r, "id")))),
];
