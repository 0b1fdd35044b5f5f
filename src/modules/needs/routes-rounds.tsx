/** The pages of rounds: the list, the page of one, its launch and its steps. */
import { act, page, type Route } from "#kernel/access/route.ts";
import { fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import { offers } from "#kernel/flow/flow.ts";
import { p as flowProblems } from "#kernel/flow/problems.ts";
import { nameOf, optionsOf } from "#kernel/pack/shown.ts";
import { versionOf } from "#kernel/questionnaire/store.ts";
import { startLink } from "#kernel/questionnaire/sitting.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import { formatAsked } from "#platform/http/list-file.ts";
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
import { may, param, timelineOf, within, type Request, type Write } from "#kernel/access/asked.ts";
import { choiceFilter, codeFilter, listed, listedFile, type List } from "#kernel/access/list.ts";
import { readRound } from "./ask.ts";
import { dayAfter, RULES } from "./due.ts";
import { datePartsOf, dayIn, note, partsOfDay, reading } from "#kernel/access/fields.ts";
import { ROUND_STATES, ROUND_STEPS, roundFlow, type RoundFacts, type RoundStep } from "./flows.ts";
import { countInvited } from "./invitations.ts";
import { paths } from "./paths.ts";
import { ROUND_KIND } from "./purpose.ts";
import { listRounds, participations, ROUND_SORTS, roundFacts, theRound, type RoundRow, type RoundSort } from "./queries.ts";
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

const FILTERS = {
  year: choiceFilter(
    (r) =>
      [-1, 0, 1, 2]
        .map((back) => fiscalYearOf(r.pack.calendar, `${Number(r.today.slice(0, 4)) - back}${r.today.slice(4, 8)}01`))
        .map((year) => ({ value: year.start, text: year.label })),
    { label: w.fiscalYear, any: w.anyYear },
  ),
  kind: choiceFilter((r) => optionsOf(r.say, r.pack, "assessment_cycle"), { label: w.kind, any: w.anyKind }),
  state: codeFilter(ROUND_STATES, { label: w.state, any: w.anyState, text: (state, r) => r.say(roundFlow.states[state].title) }),
};

const LIST: List<Request, typeof FILTERS, RoundRow, RoundSort> = {
  name: "rounds",
  path: () => paths.rounds,
  filters: FILTERS,
  sorts: ROUND_SORTS,
  first: () => ({ sort: "year", descending: true }),
  rows: async (r, { filter: { year, ...filter }, ...order }, part) =>
    listRounds(r.db, { ...filter, fiscalYearStart: year, within: await within(r, verbs.read) }, { ...order, ...part }),
  result: (r, total) => r.say(w.count, { total }),
  columns: (r) => [
    { name: "round", head: w.round, cell: (row) => row.title },
    { name: "kind", head: w.kind, cell: (row) => (row.kind === "" ? null : nameOf(r.say, r.pack, "assessment_cycle", row.kind)) },
    { name: "fiscal_year", head: w.fiscalYear, cell: (row) => fiscalYearOf(r.pack.calendar, row.fiscalYearStart).label },
    { name: "state", head: w.state, cell: (row) => r.say(roundFlow.states[row.state].title) },
    { name: "posts", head: w.posts, kind: { kind: "integer" }, cell: (row) => row.invited },
    { name: "answers", head: w.answers, kind: { kind: "integer" }, cell: (row) => row.answered },
    { name: "needs", head: w.needs, kind: { kind: "integer" }, cell: (row) => row.needs },
    { name: "due", head: w.due, kind: { kind: "date" }, cell: (row) => row.due },
  ],
};

async function rounds(r: Request): Promise<Reply> {
  if (formatAsked(r.query) !== null) return listedFile(r, LIST);
  return show(<RoundsView shell={r.shell} list={await listed(r, LIST)} mayDesign={may(r, verbs.design)} />);
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
  const facts = await roundFacts(r.db, found, r.today);
  if (!roundFlow.steps[step].from.includes(found.state) || roundFlow.steps[step].check?.(facts)) {
    // Sent from a second tab after the round moved on: an act that did nothing has no answer but to say so.
    if (given !== undefined) throw new Problem(flowProblems.notNow);
    return go(paths.round(found.id));
  }
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
