/** What a report says, as data: computed from figures, small numbers hidden, names in three languages; this is what is frozen. */
import type { Day } from "#kernel/calendar/day.ts";
import type { Definition } from "#kernel/publication/releases.ts";
import { toldCount, toldList, toldPart, toldTable } from "#kernel/publication/suppress.ts";
import { definitionsOf } from "./definitions.ts";
import { bySureness, splitBy, type BySureness, type Figures, type SplitRow } from "./figures.ts";
import type { Facet, Namer, Names } from "./names.ts";
import type { Overlapping } from "./reach.ts";
import type { KeptStory } from "./stories.ts";

/** A count that may be hidden: null. */
export type Told = number | null;

/** A row of a split with its name. */
export interface ToldRow {
  readonly code: string;
  readonly names: Names;
  readonly women: Told;
  readonly men: Told;
  readonly unknown: Told;
  readonly people: Told;
}

/** A row of a split whose rows overlap. */
export interface ToldShare {
  readonly code: string;
  readonly names: Names;
  readonly people: Told;
}

/** A partner’s own name for a figure of ours. */
export interface Alias {
  /** Our code of the figure. */
  readonly figure: string;
  /** The partner’s code and name of it. */
  readonly code: string;
  readonly names: Names;
}

/** Everything that a release of achievements says; the stories’ words stay outside, because consent can be taken back. */
export interface ReportContent {
  readonly form: 1;
  readonly reference: string;
  readonly view: "association" | "partner";
  readonly programme: string | null;
  readonly from: Day;
  readonly to: Day;
  /** The day on which it was counted. */
  readonly counted: Day;
  readonly people: Told;
  readonly sureness: Readonly<Record<keyof BySureness, Told>>;
  readonly women: Told;
  readonly men: Told;
  readonly unknown: Told;
  readonly entries: Told;
  readonly competent: Told;
  /** Participations recorded here, of which is known who passed. */
  readonly assessed: Told;
  readonly sessions: number;
  readonly tiers: readonly ToldRow[];
  readonly districts: readonly ToldRow[];
  readonly modalities: readonly ToldShare[];
  readonly programmes: readonly ToldShare[];
  readonly years: readonly ToldShare[];
  readonly applied: { readonly tasks: number; readonly verified: Told } | null;
  /** In tenths of a percentage point, so that it is a whole number. */
  readonly gain: { readonly people: Told; readonly tenths: Told } | null;
  readonly paid: readonly { readonly currency: string; readonly minor: number }[];
  /** The two numbers of the strategic plan; only in the association’s own view. */
  readonly plan: {
    readonly begins: Day;
    readonly ends: Day;
    readonly until: Day;
    readonly target: number;
    readonly people: Told;
    readonly sureness: Readonly<Record<keyof BySureness, Told>>;
    readonly unconfirmed: boolean;
    readonly source: string;
    readonly induction: {
      readonly target: number;
      readonly due: Told;
      readonly verified: Told;
      readonly imported: Told;
      readonly late: Told;
    } | null;
  } | null;
  readonly aliases: readonly Alias[];
  readonly stories: readonly KeptStory[];
  /** Smallest number of people printed. */
  readonly floor: number;
}

/** What a report is made from beside its figures. */
export interface ContentInput {
  readonly reference: string;
  readonly view: "association" | "partner";
  readonly figures: Figures;
  readonly namer: Namer;
  readonly aliases: readonly Alias[];
  readonly stories: readonly KeptStory[];
  readonly floor: number;
  readonly today: Day;
}

interface ToldSplit {
  readonly rows: readonly ToldRow[];
  /** Whether the totals of women, men and those not known may be printed beside it. */
  readonly totals: readonly boolean[];
}

function toldSplit(rows: readonly SplitRow[], facet: Facet, namer: Namer, floor: number): ToldSplit {
  const told = toldTable(
    {
      rows: rows.map(({ code }) => code),
      columns: ["women", "men", "unknown"],
      counts: rows.map((row) => [row.women, row.men, row.unknown]),
    },
    floor,
  );
  return {
    totals: told.columnTotals.map((total) => total !== null),
    rows: rows.map(({ code }, index) => ({
      code,
      names: namer.name(facet, code),
      women: told.cells[index]?.[0] ?? null,
      men: told.cells[index]?.[1] ?? null,
      unknown: told.cells[index]?.[2] ?? null,
      people: told.rowTotals[index] ?? null,
    })),
  };
}

function toldShares(rows: readonly Overlapping[], facet: Facet, namer: Namer, floor: number): ToldShare[] {
  const { counts } = toldList(Object.fromEntries(rows.map((row) => [row.code, row.people])), floor, "overlapping");
  return rows.map(({ code }) => ({ code, names: namer.name(facet, code), people: counts[code] ?? null }));
}

function toldSureness(sureness: BySureness, floor: number): Readonly<Record<keyof BySureness, Told>> {
  return toldList({ ...sureness }, floor, "parts").counts as Readonly<Record<keyof BySureness, Told>>;
}

function planOf(input: ContentInput): ReportContent["plan"] {
  const { figures, floor } = input;
  const { plan, planReach, planScope, induction } = figures;
  if (input.view === "partner") return null;
  return {
    begins: plan.begins,
    ends: plan.ends,
    until: planScope.to,
    target: plan.people,
    people: toldCount(planReach.people, floor),
    sureness: toldSureness(bySureness(planReach.cells), floor),
    unconfirmed: plan.unconfirmed,
    source: plan.source,
    induction:
      induction === null
        ? null
        : {
            target: plan.induction,
            due: toldCount(induction.due, floor),
            verified: toldPart(induction.inducted.verified, induction.due, floor),
            imported: toldPart(induction.inducted.imported, induction.due, floor),
            late: toldPart(induction.late, induction.due, floor),
          },
  };
}

/** What a report says of its figures. Everything about people passed the gate for small numbers. */
export function contentOf(input: ContentInput): ReportContent {
  const { figures, namer, floor } = input;
  const { reach, outcomes, scope } = figures;
  const bySex = splitBy(reach.cells, () => "all")[0] ?? { women: 0, men: 0, unknown: 0 };
  const sexes = toldList({ women: bySex.women, men: bySex.men, unknown: bySex.unknown }, floor, "parts");
  const tiers = toldSplit(
    splitBy(reach.cells, (cell) => cell.tier),
    "tier",
    namer,
    floor,
  );
  const districts = toldSplit(
    splitBy(reach.cells, (cell) => cell.district),
    "district",
    namer,
    floor,
  );
  // A total that one table hides to protect its cells is hidden everywhere.
  const sex = (name: "women" | "men" | "unknown", column: number): Told =>
    tiers.totals[column] === true && districts.totals[column] === true ? (sexes.counts[name] ?? null) : null;
  const { gain, applied } = outcomes;
  return {
    form: 1,
    reference: input.reference,
    view: input.view,
    programme: scope.programme,
    from: scope.from,
    to: scope.to,
    counted: input.today,
    people: toldCount(reach.people, floor),
    sureness: toldSureness(bySureness(reach.cells), floor),
    women: sex("women", 0),
    men: sex("men", 1),
    unknown: sex("unknown", 2),
    entries: toldCount(reach.entries, floor),
    competent: toldPart(reach.competent, reach.assessed, floor),
    assessed: toldCount(reach.assessed, floor),
    sessions: figures.sessions,
    tiers: tiers.rows,
    districts: districts.rows,
    modalities: toldShares(reach.byModality, "modality", namer, floor),
    programmes: input.view === "partner" ? [] : toldShares(reach.byProgramme, "programme", namer, floor),
    years: toldShares(reach.byYear, "year", namer, floor),
    applied:
      applied === null || applied.tasks === 0 ? null : { tasks: applied.tasks, verified: toldPart(applied.verified, applied.tasks, floor) },
    gain:
      gain === null
        ? null
        : {
            people: toldCount(gain.people, floor),
            tenths: toldCount(gain.people, floor) === null ? null : Math.round((gain.after - gain.before) * 10),
          },
    paid: figures.paid ?? [],
    plan: planOf(input),
    aliases: input.aliases,
    stories: input.stories,
    floor,
  };
}

/** The definitions that go with it. */
export const definitionsFor = (input: ContentInput): Definition[] => definitionsOf(input.figures.plan.source, input.floor);

/** Every single figure of a report by a stable code, to compare two of them. Hidden ones are null. */
export function flatten(content: ReportContent): ReadonlyMap<string, Told> {
  const flat = new Map<string, Told>([
    ["people", content.people],
    ["verified", content.sureness.verified],
    ["claimed", content.sureness.claimed],
    ["imported", content.sureness.imported],
    ["women", content.women],
    ["men", content.men],
    ["unknown", content.unknown],
    ["entries", content.entries],
    ["assessed", content.assessed],
    ["competent", content.competent],
    ["sessions", content.sessions],
  ]);
  if (content.applied !== null) flat.set("applied", content.applied.verified).set("tasks", content.applied.tasks);
  for (const { currency, minor } of content.paid) flat.set(`paid ${currency}`, minor);
  if (content.plan !== null) {
    flat.set("plan.people", content.plan.people);
    if (content.plan.induction !== null)
      flat.set("induction.due", content.plan.induction.due).set("induction.verified", content.plan.induction.verified);
  }
  for (const row of content.districts) flat.set(`district ${row.code}`, row.people);
  return flat;
}
