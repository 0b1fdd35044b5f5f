/** Writes many figures in one statement, as they are known: from a file, a system, or an earlier register. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { newId } from "#platform/db/ids.ts";
import type { MeasureCertainty, NewFigure } from "./schema.ts";

/** A figure with how it is kept. `verifiedBy` goes with *verified*. */
export interface KeptFigure extends NewFigure {
  readonly certainty: MeasureCertainty;
  readonly post: string | null;
  readonly verifiedBy?: string | null;
  readonly replaces?: string | null;
  readonly recordedAt: Date;
}

/** Writes the figures. Journals nothing: the caller does, once for all of them. */
export async function keepFigures(act: Act, figures: readonly KeptFigure[]): Promise<void> {
  if (figures.length === 0) return;
  const list = (of: (figure: KeptFigure) => string | number | null | undefined): (string | null)[] =>
    figures.map((figure) => {
      const value = of(figure);
      return value === null || value === undefined ? null : String(value);
    });
  await sql`
    insert into measure.observation (id, indicator, organisation, from_day, to_day, value, numerator, denominator, sex, tier, certainty, source, post,
      verified_by, verified_at, replaces, recorded_at)
    select id, indicator, organisation, from_day, to_day, value, numerator, denominator, sex, tier, certainty, source, post,
      verified_by, case when verified_by is not null then recorded_at end, replaces, recorded_at
    from unnest(${figures.map(() => newId())}::uuid[], ${list((one) => one.indicator)}::uuid[], ${list((one) => one.organisation)}::uuid[],
      ${list((one) => one.from)}::date[], ${list((one) => one.to)}::date[], ${list((one) => one.value)}::numeric[],
      ${list((one) => one.numerator)}::numeric[], ${list((one) => one.denominator)}::numeric[], ${list((one) => one.sex)}::text[],
      ${list((one) => one.tier)}::text[], ${list((one) => one.certainty)}::text[], ${list((one) => one.source)}::text[], ${list((one) => one.post)}::uuid[],
      ${list((one) => one.verifiedBy)}::uuid[], ${list((one) => one.replaces)}::uuid[], ${figures.map((one) => one.recordedAt.toISOString())}::timestamptz[])
      as t (id, indicator, organisation, from_day, to_day, value, numerator, denominator, sex, tier, certainty, source, post, verified_by, replaces, recorded_at)`.execute(
    act.tx,
  );
}
