/** Writes of indicators and figures: each is journaled, none overwrites a figure. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Text } from "#platform/i18n/text.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p } from "./problems.ts";
import { figuresByIds, indicatorsByIds } from "./queries.ts";
import type { Figure, Indicator, MeasureCertainty, NewFigure } from "./schema.ts";

/** Their kind of record. */
export const INDICATOR = "measure.indicator";

/** What an indicator begins with in one organisation; null is the association as a whole, for strategic targets alone. */
export interface Start {
  readonly organisation: string | null;
  readonly owner: string;
  readonly baseline: Omit<NewFigure, "indicator" | "organisation"> & { readonly certainty?: MeasureCertainty };
}

export type NewIndicator = Omit<Indicator, "id" | "state"> & { readonly starts: readonly Start[] };

async function ownersStandWell(act: Act, starts: readonly Start[]): Promise<boolean> {
  const local = starts.filter((start) => start.organisation !== null);
  if (local.length === 0) return true;
  const posts = await act.tx
    .selectFrom("registry.post")
    .select(["id", "organisation"])
    .where(
      "id",
      "in",
      local.map((start) => start.owner),
    )
    .execute();
  return local.every((start) => posts.some((post) => post["id"] === start.owner && post["organisation"] === start.organisation));
}

/** Makes an indicator with its owners and baselines. Refused without both in an organisation, with a code that is taken, or an owner of another organisation. */
export async function defineIndicator(act: Act, made: NewIndicator): Promise<string> {
  const { starts, ...own } = made;
  if (starts.length === 0 || (made.kind !== "strategic" && starts.some((start) => start.organisation === null)))
    throw new Problem(p.noStart);
  if (!(await ownersStandWell(act, starts))) throw new Problem(p.ownerElsewhere);
  const taken = await act.tx.selectFrom("measure.indicator").select("id").where("code", "=", made.code).executeTakeFirst();
  if (taken !== undefined) throw new Problem(p.codeTaken, { code: made.code });
  const id = newId();
  await act.tx
    .insertInto("measure.indicator")
    .values({ ...own, id, names: json(own.names), definition: json(own.definition), state: "active", recorded_at: act.now })
    .execute();
  for (const start of starts) {
    if (start.organisation !== null) await writeOwner(act, id, start.organisation, start.owner);
    await writeFigure(
      act,
      { ...start.baseline, indicator: id, organisation: start.organisation },
      {
        certainty: start.baseline.certainty ?? "claimed",
        baseline: true,
      },
    );
  }
  await act.journal({
    kind: "measure.indicator.defined",
    subject: { kind: INDICATOR, id },
    member: null,
    payload: { code: made.code, starts: starts.length },
  });
  return id;
}

async function writeOwner(act: Act, indicator: string, organisation: string, post: string): Promise<void> {
  await act.tx
    .insertInto("measure.owner")
    .values({ indicator, organisation, post, publishes: false, recorded_at: act.now })
    .onConflict((conflict) => conflict.columns(["indicator", "organisation"]).doUpdateSet({ post, recorded_at: act.now }))
    .execute();
}

/** Adds an organisation to an indicator, with its owner and baseline; for one that is there, the owner changes and the baseline stays. */
export async function addStart(act: Act, indicator: string, start: Start & { readonly organisation: string }): Promise<void> {
  if (!(await ownersStandWell(act, [start]))) throw new Problem(p.ownerElsewhere);
  const { organisation } = start;
  const known = await act.tx
    .selectFrom("measure.owner")
    .select("post")
    .where("indicator", "=", indicator)
    .where("organisation", "=", organisation)
    .executeTakeFirst();
  await writeOwner(act, indicator, organisation, start.owner);
  if (known === undefined)
    await writeFigure(
      act,
      { ...start.baseline, indicator, organisation },
      { certainty: start.baseline.certainty ?? "claimed", baseline: true },
    );
  await act.journal({
    kind: "measure.owner.set",
    subject: { kind: INDICATOR, id: indicator },
    member: organisation,
    payload: { post: start.owner },
  });
}

/** A row beside its figure. */
export interface HowKept {
  readonly certainty: MeasureCertainty;
  readonly baseline?: boolean;
  readonly replaces?: string | null;
  readonly reason?: string | null;
}

/** Writes one row; whoever calls journals. Returns its id. */
export async function writeFigure(act: Act, figure: NewFigure, kept: HowKept): Promise<string> {
  const id = newId();
  await act.tx
    .insertInto("measure.observation")
    .values({
      id,
      indicator: figure.indicator,
      organisation: figure.organisation,
      territory: null,
      from_day: figure.from,
      to_day: figure.to,
      value: String(figure.value),
      numerator: figure.numerator === undefined || figure.numerator === null ? null : String(figure.numerator),
      denominator: figure.denominator === undefined || figure.denominator === null ? null : String(figure.denominator),
      sex: figure.sex ?? null,
      tier: figure.tier ?? null,
      baseline: kept.baseline ?? false,
      certainty: kept.certainty,
      source: figure.source,
      post: act.author.post,
      replaces: kept.replaces ?? null,
      reason: kept.reason ?? null,
      recorded_at: act.now,
    })
    .execute();
  return id;
}

/** Locks the indicator: two people cannot enter one period at the same moment. */
async function lockIndicator(act: Act, id: string): Promise<Indicator> {
  await sql`select id from measure.indicator where id = ${id} for update`.execute(act.tx);
  const found = (await indicatorsByIds(act.tx, [id])).get(id);
  if (found === undefined) throw new Problem(p.noIndicator);
  return found;
}

/** The standing figure of the same indicator, organisation, period, sex and tier. One query. */
export async function standingAt(act: Act, at: NewFigure): Promise<Figure | null> {
  const { rows } = await sql<{ id: string }>`
    select o.id from measure.observation o where o.indicator = ${at.indicator} and o.organisation is not distinct from ${at.organisation}::uuid
      and o.from_day = ${at.from} and o.to_day = ${at.to} and o.sex is not distinct from ${at.sex ?? null}::text and o.tier is not distinct from ${at.tier ?? null}::text
      and not exists (select from measure.observation later where later.replaces = o.id) limit 1`.execute(act.tx);
  const id = rows[0]?.id;
  return id === undefined ? null : ((await figuresByIds(act.tx, [id])).get(id) ?? null);
}

/** Records what a post says: a claimed figure. Refused before the period is over and where one stands already. */
export async function claimFigure(act: Act, figure: NewFigure): Promise<string> {
  await lockIndicator(act, figure.indicator);
  if (figure.to >= act.today) throw new Problem(p.notYet);
  if ((await standingAt(act, figure)) !== null) throw new Problem(p.periodTaken);
  const id = await writeFigure(act, figure, { certainty: "claimed" });
  await act.journal({
    kind: "measure.figure.claimed",
    subject: { kind: INDICATOR, id: figure.indicator },
    member: figure.organisation,
    payload: { figure: id, from: figure.from, to: figure.to, value: figure.value },
  });
  return id;
}

/** The figure when it stands, its indicator locked. Throws when it was replaced in the meantime. */
async function standing(act: Act, id: string): Promise<Figure> {
  const first = (await figuresByIds(act.tx, [id])).get(id);
  if (first === undefined) throw new Problem(p.noFigure);
  await lockIndicator(act, first.indicator);
  const found = (await figuresByIds(act.tx, [id])).get(id);
  if (found === undefined || !found.stands) throw new Problem(p.noFigure);
  return found;
}

/** Replaces a figure by another value for the same period, as a claim with a reason; the old one stays readable. */
export async function correctFigure(
  act: Act,
  id: string,
  to: {
    readonly value: number;
    readonly numerator?: number | null;
    readonly denominator?: number | null;
    readonly source: string;
    readonly reason: string;
  },
): Promise<string> {
  if (to.reason.trim() === "") throw new Problem(p.noReason);
  const old = await standing(act, id);
  const { indicator, organisation, sex, tier, from, baseline } = old;
  const corrected = { indicator, organisation, sex, tier, from, to: old.to, ...to };
  const made = await writeFigure(act, corrected, { certainty: "claimed", baseline, replaces: id, reason: to.reason });
  await act.journal({
    kind: "measure.figure.corrected",
    subject: { kind: INDICATOR, id: indicator },
    member: organisation,
    payload: { figure: made, replaces: id, value: to.value, before: old.value },
    personal: { reason: to.reason },
  });
  return made;
}

/** True when the actor recorded the figure herself, under this post or another that she held on that day. */
async function isHers(act: Act, figure: Figure): Promise<boolean> {
  if (figure.post === null || act.actor === null) return false;
  if (figure.post === act.author.post) return true;
  const held = await act.tx
    .selectFrom("registry.assignment")
    .select("id")
    .where("post", "=", figure.post)
    .where("person", "=", act.actor.person)
    .where("from_day", "<=", act.today)
    .where((where) => where.or([where("to_day", "is", null), where("to_day", ">=", figure.to)]))
    .executeTakeFirst();
  return held !== undefined;
}

/** Says that a figure was checked against its source. Refused to whoever recorded it. */
export async function verifyFigure(act: Act, id: string): Promise<void> {
  const figure = await standing(act, id);
  if (figure.certainty === "verified") throw new Problem(p.verifiedAlready);
  if (await isHers(act, figure)) throw new Problem(p.otherVerifies);
  await act.tx
    .updateTable("measure.observation")
    .set({ certainty: "verified", verified_by: act.author.post, verified_at: act.now })
    .where("id", "=", id)
    .execute();
  await act.journal({
    kind: "measure.figure.verified",
    subject: { kind: INDICATOR, id: figure.indicator },
    member: figure.organisation,
    payload: { figure: id, value: figure.value },
  });
}

/** Sets a value to reach by a day, for one organisation or (null) for all together. */
export async function setTarget(
  act: Act,
  target: {
    readonly indicator: string;
    readonly organisation: string | null;
    readonly from: Day;
    readonly to: Day;
    readonly value: number;
    readonly source: string;
  },
): Promise<string> {
  const id = newId();
  const { indicator, organisation, from, to, value, source } = target;
  await act.tx
    .insertInto("measure.target")
    .values({ id, indicator, organisation, from_day: from, to_day: to, value: String(value), source, recorded_at: act.now })
    .execute();
  await act.journal({
    kind: "measure.target.set",
    subject: { kind: INDICATOR, id: indicator },
    member: organisation,
    payload: { to, value },
  });
  return id;
}

/** Names an indicator as a partner’s report does; the same frame again renames it. */
export async function nameAlias(
  act: Act,
  alias: { readonly indicator: string; readonly frame: string; readonly code: string; readonly names: Text },
): Promise<void> {
  const { indicator, frame, code, names } = alias;
  await act.tx
    .insertInto("measure.alias")
    .values({ indicator, frame, code, names: json(names) })
    .onConflict((conflict) => conflict.columns(["indicator", "frame"]).doUpdateSet({ code, names: json(names) }))
    .execute();
  await act.journal({
    kind: "measure.alias.named",
    subject: { kind: INDICATOR, id: indicator },
    member: null,
    payload: {},
    personal: { frame, code },
  });
}

/** Says whether an organisation agrees that its figures of an indicator are shown to everyone. */
export async function agreeToPublish(act: Act, indicator: string, organisation: string, publishes: boolean): Promise<void> {
  const { numUpdatedRows } = await act.tx
    .updateTable("measure.owner")
    .set({ publishes })
    .where("indicator", "=", indicator)
    .where("organisation", "=", organisation)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Problem(p.noIndicator);
  await act.journal({
    kind: publishes ? "measure.agreed" : "measure.withdrawn",
    subject: { kind: INDICATOR, id: indicator },
    member: organisation,
    payload: {},
  });
}
