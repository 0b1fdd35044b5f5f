/** Entering, verifying and correcting one figure. */
import { act, page, type Route } from "#kernel/access/route.ts";
import { claimFigure, correctFigure, verifyFigure } from "#kernel/measure/actions.ts";
import type { Figure } from "#kernel/measure/schema.ts";
import { p as measureProblems } from "#kernel/measure/problems.ts";
import { organisationsOn } from "#kernel/registry/organisations.ts";
import { addressOf } from "#platform/http/address.ts";
import type { Form } from "#platform/http/form.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { type Request, type Write } from "#kernel/access/asked.ts";
import { mayCorrect, placeOf, theFigure, theIndicator, type Place } from "./ask.ts";
import { note, reading, textIn } from "#kernel/access/fields.ts";
import { figureIn } from "./fields.ts";
import { seriesOf } from "./page.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { owedBy } from "./routes-one.tsx";
import { verbs, type Period } from "./rules.ts";
import type { Indicator } from "#kernel/measure/schema.ts";
import { CorrectView, RecordView } from "./views/record.tsx";
import { w } from "./words-forms.ts";
import { w as words } from "./words.ts";

interface Recording {
  readonly indicator: Indicator;
  readonly place: Place;
  readonly organisation: string;
  readonly owed: readonly Period[];
  readonly last: Figure | null;
}

/** What the acting post owes of the indicator; refused to a post that does not own it. */
async function recording(r: Request): Promise<Recording> {
  const indicator = await theIndicator(r);
  const place = await placeOf(r, indicator);
  const owner = place.owners.find((one) => one.post === r.actor.post);
  if (owner === undefined) throw new Problem(p.notOwner);
  const figures = await seriesOf(r, indicator, owner.organisation);
  const last = figures.findLast((one) => one.sex === null && one.tier === null) ?? null;
  return { indicator, place, organisation: owner.organisation, owed: owedBy(r, { indicator, place }, figures) ?? [], last };
}

async function showRecord(r: Request, known?: Recording, form?: Form, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const { indicator, place, organisation, owed, last } = known ?? (await recording(r));
  const placeName = place.places.find((one) => one.id === organisation)?.name ?? "";
  const view = (
    <RecordView
      shell={r.shell}
      indicator={indicator}
      placeName={placeName}
      owed={owed}
      last={last}
      values={form?.values() ?? {}}
      problems={problems}
    />
  );
  return show(view, form === undefined ? 200 : 422);
}

async function record(r: Write): Promise<Reply> {
  const known = await recording(r);
  const { indicator, organisation, owed } = known;
  const reader = reading(r.form);
  const period = owed.find((one) => one.to === r.form.text("period"));
  if (period === undefined) note(reader, "period", w.needPeriod);
  const given = figureIn(reader, indicator.unit, "", true);
  const groups = (["F", "M"] as const).map((sex) => ({ sex, given: figureIn(reader, indicator.unit, `${sex}-`, false) }));
  const source = textIn(reader, "source", w.needSource, 300);
  if (reader.problems.length > 0 || period === undefined || given === null) return showRecord(r, known, r.form, reader.problems);
  const base = { indicator: indicator.id, organisation, ...period, source };
  await claimFigure(r.act, { ...base, ...given });
  for (const group of groups) if (group.given !== null) await claimFigure(r.act, { ...base, ...group.given, sex: group.sex });
  return go(paths.one(indicator.id));
}

async function verify(r: Write): Promise<Reply> {
  const figure = await theFigure(r, verbs.verify);
  await verifyFigure(r.act, figure.id);
  if (r.form.text("back") !== "list") return go(paths.ofPlace(figure.indicator, figure.organisation));
  const kept = ["indicator", "place", "sort", "page"].map((name) => [name, r.form.text(name) || null]);
  return go(addressOf(paths.toVerify, Object.fromEntries(kept)));
}

async function correcting(r: Request): Promise<{ readonly indicator: Indicator; readonly figure: Figure }> {
  const indicator = await theIndicator(r);
  const figure = await theFigure(r, verbs.correct);
  const { owners } = await placeOf(r, indicator);
  if (!mayCorrect(r, figure, owners)) throw new Problem(p.notOwner);
  return { indicator, figure };
}

async function showCorrect(r: Request, form?: Form, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const { indicator, figure } = await correcting(r);
  const [place] =
    figure.organisation === null ? [] : await organisationsOn(r.db, { ids: [figure.organisation], on: r.today, language: r.language });
  const view = (
    <CorrectView
      shell={r.shell}
      indicator={indicator}
      placeName={place?.name ?? r.say(words.everywhere)}
      figure={figure}
      values={form?.values() ?? {}}
      problems={problems}
    />
  );
  return show(view, form === undefined ? 200 : 422);
}

async function correct(r: Write): Promise<Reply> {
  const { indicator, figure } = await correcting(r);
  const reader = reading(r.form);
  const given = figureIn(reader, indicator.unit, "", true);
  const source = textIn(reader, "source", w.needSource, 300);
  const reason = textIn(reader, "reason", w.needReason);
  if (reader.problems.length > 0 || given === null) return showCorrect(r, r.form, reader.problems);
  await correctFigure(r.act, figure.id, { ...given, source, reason });
  return go(paths.ofPlace(indicator.id, figure.organisation));
}

/** Throws unless the indicator of the path is there; for acts that need nothing else of it. */
export async function mustBeThere(r: Request): Promise<Indicator> {
  const indicator = await theIndicator(r);
  if (indicator.state !== "active") throw new Problem(measureProblems.noIndicator);
  return indicator;
}

export const figureRoutes: readonly Route[] = [
  page(paths.record(":id"), verbs.record, (r: Request) => showRecord(r)),
  act(paths.record(":id"), verbs.record, record),
  act(paths.verify(":id", ":figureId"), verbs.verify, verify),
  page(paths.correct(":id", ":figureId"), verbs.correct, (r: Request) => showCorrect(r)),
  act(paths.correct(":id", ":figureId"), verbs.correct, correct),
];
