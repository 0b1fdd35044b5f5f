/** Who may answer, read or take back a sitting: the respondent herself, or the post that types a paper in. */
import type { Actor } from "#kernel/access/actor.ts";
import type { Asked } from "#kernel/access/route.ts";
import { holds, organisationsFor, reachOf } from "#kernel/access/verb.ts";
import { formatTime } from "#platform/ui/format.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { Db } from "#platform/db/handle.ts";
import { eventsOf } from "#kernel/questionnaire/events.ts";
import type { AnswerEvent } from "#kernel/questionnaire/merge.ts";
import type { Model } from "#kernel/questionnaire/model.ts";
import { purposeOf } from "#kernel/questionnaire/purpose.ts";
import type { NoOpening, Opening } from "#kernel/questionnaire/purpose.ts";
import { p as kernel } from "#kernel/questionnaire/problems.ts";
import { sittingOf } from "#kernel/questionnaire/sittings.ts";
import type { Sitting } from "#kernel/questionnaire/sittings.ts";
import { languagesOf, standingOf } from "#kernel/questionnaire/state.ts";
import type { Standing } from "#kernel/questionnaire/state.ts";
import { modelOf, tablesOf } from "#kernel/questionnaire/store.ts";
import type { AttachedTable } from "#kernel/questionnaire/attached-tables.ts";
import { p } from "./problems.ts";
import { verbs } from "./rules.ts";

/** What a request about a sitting needs: the request’s facts that do not depend on the route. */
export type Request = Pick<Asked<any, Actor>, "db" | "actor" | "language" | "now" | "today" | "pack">;

/** True for the post that typed a paper in, or another of that right above the organisation. */
async function maySee(r: Request, db: Db<any>, sitting: Sitting): Promise<boolean> {
  if (sitting.person !== null) return sitting.person === r.actor.person;
  if (sitting.channel !== "paper" && sitting.channel !== "interview") return false;
  if (reachOf(r.actor, verbs.type_in) === null) return false;
  return holds(await organisationsFor(db, r.actor, verbs.type_in, r.today), sitting.organisation);
}

/** A sitting that the actor may see; others are not told from ones that do not exist. */
export async function ownSitting(r: Request, db: Db<any>, id: string): Promise<Sitting> {
  const sitting = await sittingOf(db, id);
  if (sitting === null || !(await maySee(r, db, sitting))) throw new Problem(kernel.noSitting);
  return sitting;
}

/** Whether the purpose of a sitting still takes answers from the actor. */
export async function openingOf(r: Request, db: Db<any>, sitting: Pick<Sitting, "purposeKind" | "purpose">): Promise<Opening | NoOpening> {
  const purpose = purposeOf(sitting.purposeKind);
  if (purpose === undefined) return { allowed: false, text: kernel.notRegistered.text };
  return purpose.open(db, r.actor, sitting.purpose, r.today);
}

/** Whether an open sitting can still be changed; a paper may be typed in after the end, with its true date. */
export async function mayChange(r: Request, db: Db<any>, sitting: Sitting): Promise<boolean> {
  if (sitting.state !== "open") return false;
  if (sitting.person === null) return true;
  return (await openingOf(r, db, sitting)).allowed;
}

/** A sitting with its questions and its answers. */
export interface Loaded {
  readonly sitting: Sitting;
  readonly model: Model;
  readonly tables: Readonly<Record<string, AttachedTable>>;
  readonly events: readonly AnswerEvent[];
  readonly standing: Standing;
}

/** The language that a sitting is shown in: the reader’s when the questionnaire speaks it, else the sitting’s own. */
export function spokenIn(model: Model, reader: string, own: string): string {
  return languagesOf(model).includes(reader) ? reader : own;
}

// A formatter costs far more to make than to use.
const clocks = new Map<string, Intl.DateTimeFormat>();

/** The moment as the clock on the wall shows it, with its distance from UTC: `2025-11-17T09:00:00+02:00`. */
export function wallClock(now: Date, timeZone: string): string {
  let clock = clocks.get(timeZone);
  if (clock === undefined) {
    const two = "2-digit" as const;
    clock = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      year: "numeric",
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
      hourCycle: "h23",
      timeZoneName: "longOffset",
    });
    clocks.set(timeZone, clock);
  }
  const found = new Map(clock.formatToParts(now).map(({ type, value }) => [type, value]));
  const at = (type: Intl.DateTimeFormatPartTypes): string => found.get(type) ?? "";
  const offset = at("timeZoneName").replace("GMT", "") || "+00:00";
  return `${at("year")}-${at("month")}-${at("day")}T${at("hour")}:${at("minute")}:${at("second")}${offset}`;
}

/** Where a sitting stands after some answers. */
export function standingFor(r: Request, loaded: Pick<Loaded, "sitting" | "model" | "tables">, events: readonly AnswerEvent[]): Standing {
  const { sitting, model, tables } = loaded;
  const language = spokenIn(model, r.language, sitting.language);
  return standingOf(model, events, { sitting: sitting.id, language, now: wallClock(r.now, r.pack.timeZone), tables });
}

/** Loads a sitting’s questions and answers: three queries, one less when its questions are known already. */
export async function load(r: Request, db: Db<any>, sitting: Sitting): Promise<Loaded> {
  const model = await modelOf(db, sitting.version);
  const [tables, events] = [await tablesOf(db, sitting.version, model), await eventsOf(db, sitting.id)];
  const parts = { sitting, model, tables, events };
  return { ...parts, standing: standingFor(r, parts, events) };
}

/** When something was last kept, as the clock shows it. */
export function savedAt(r: Request, events: readonly AnswerEvent[]): string | undefined {
  const last = events.at(-1);
  return last === undefined ? undefined : formatTime(new Date(last.answeredAt), r.pack.timeZone);
}

/** Refuses what belongs to no kind of purpose that this house knows. */
export function knownPurpose(kind: string) {
  const purpose = purposeOf(kind);
  if (purpose === undefined) throw new Problem(p.notFound);
  return purpose;
}
