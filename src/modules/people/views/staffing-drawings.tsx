/** The drawings of the staffing profile, made once for the page and for the file. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { BarsSvg, type BarsProps } from "#platform/ui/charts/bars.tsx";
import { StripSvg, type StripProps } from "#platform/ui/charts/strip.tsx";
import type { About } from "#platform/ui/charts/frame.tsx";
import { formatDate, formatNumber, formatPercent } from "#platform/ui/format.ts";
import { paths } from "../paths.ts";
import { typeName } from "../people-format.ts";
import type { Breakdown, Profile } from "../staffing.ts";
import { w } from "../words-staffing.ts";
import { w as people } from "../words.ts";
import type { StaffingProps } from "./staffing.tsx";

/** What people are counted by. */
export type BreakdownKind = "level" | "field" | "age" | "tenure";
/** The name of a drawing in an address. */
export const DRAWINGS = ["level", "age", "tenure", "field", "vacancies", "peers"] as const;
export type Drawing = (typeof DRAWINGS)[number];

/** Each breakdown with its title and its part of a profile. */
export const BREAKDOWNS = [
  { kind: "level", title: w.levelTitle, of: (profile: Profile) => profile.level },
  { kind: "age", title: w.ageTitle, of: (profile: Profile) => profile.age },
  { kind: "tenure", title: w.tenure, of: (profile: Profile) => profile.tenureBands },
  { kind: "field", title: w.fieldTitle, of: (profile: Profile) => profile.field },
] as const;

/** The words for the categories of a breakdown. */
export function categoryName(shell: Shell, kind: BreakdownKind, category: string): string {
  const { say, pack, language } = shell;
  if (category === "–") return say(w.unknown);
  if (kind === "tenure") {
    const edges = [0, 1, 3, 5, 10];
    const from = Number(category);
    const to = edges[edges.indexOf(from) + 1];
    return to === undefined
      ? say(w.bandOpen, { from: formatNumber(from, language) })
      : say(w.band, { from: formatNumber(from, language), to: formatNumber(to, language) });
  }
  const list = { level: "qualification_level", field: "qualification_field", age: "age_band" }[kind];
  const code = (pack.codeLists[list] ?? []).find((one) => one.code === category);
  return code === undefined ? category : say(code.names);
}

/** The choices of the page as its address says them. */
export function choicesOf({ below, everyone, on, today }: Pick<StaffingProps, "below" | "everyone" | "on" | "today">) {
  return { below: below ? "1" : undefined, everyone: everyone ? "1" : undefined, on: on === today ? undefined : on };
}

/** What a reader must know of a drawing; the file carries the choices and the language of the page. */
function aboutOf(props: StaffingProps, drawing: Drawing, text: Pick<About, "title" | "unit" | "label">): About {
  const { shell, on, facts } = props;
  const svgHref = paths.staffing(facts.id, { ...choicesOf(props), format: "svg", drawing, lang: shell.language });
  return { ...text, source: shell.say(w.source), date: formatDate(on), svgHref };
}

/** One row of a breakdown; a number is null when it is hidden. */
export interface BrokenRow {
  readonly label: string;
  readonly total: number | null;
  readonly cells: readonly (number | null)[];
}

/** The rows of a breakdown in words. */
export function brokenRows(shell: Shell, kind: BreakdownKind, { categories, table }: Breakdown): BrokenRow[] {
  return categories.map((category, index) => ({
    label: categoryName(shell, kind, category),
    total: table.rowTotals[index] ?? null,
    cells: table.cells[index] ?? [],
  }));
}

/** A breakdown as bars: hidden rows have none. */
export function brokenBars(props: StaffingProps, kind: BreakdownKind, title: string, rows: readonly BrokenRow[]): BarsProps {
  const { say, language } = props.shell;
  const number = (value: number | null): string => (value === null ? say(w.hiddenRow) : formatNumber(value, language));
  return {
    say,
    about: aboutOf(props, kind, {
      title,
      unit: say(w.unitPeople, { day: formatDate(props.on), organisation: props.facts.name }),
      label: say(w.label, { title, rows: rows.map((row) => `${row.label} ${number(row.total)}`).join(", ") }),
    }),
    rows: rows.flatMap(({ label, total }) => (total === null ? [] : [{ label, value: total }])),
    format: (value) => formatNumber(value, language),
    heads: [say(w.category), say(w.number)],
  };
}

/** Vacant days by type of post, the twelve longest; null when there are none. */
export function vacancyBars(props: StaffingProps): BarsProps | null {
  const { shell, profile, on, facts } = props;
  const { say, pack, language } = shell;
  const rows = profile.byType.slice(0, 12).map((row) => ({
    label: typeName(pack, say, row.postType),
    value: row.days,
    href: paths.people({ organisation: facts.id, post: row.postType, state: "vacant" }),
  }));
  if (rows.length === 0) return null;
  const title = say(w.byTypeTitle);
  return {
    say,
    heading: "none",
    about: aboutOf(props, "vacancies", {
      title,
      unit: say(w.byTypeUnit, { day: formatDate(on) }),
      label: say(w.label, { title, rows: rows.map((row) => `${row.label} ${formatNumber(row.value, language)}`).join(", ") }),
    }),
    rows,
    format: (value) => formatNumber(value, language),
    heads: [say(people.post), say(w.days)],
  };
}

/** Fill rates of bodies of the same tier; null when there are too few to leave nameless. */
export function peersStrip(props: StaffingProps): StripProps | null {
  const { shell, facts, peers, on } = props;
  const { say, language, pack } = shell;
  const own = peers.find((one) => one.organisation === facts.id);
  if (peers.length < 5 || own === undefined) return null;
  const percent = (value: number): string => formatPercent(value, language);
  const tier = pack.tiers.find((one) => one.code === facts.tier);
  return {
    say,
    heading: "none",
    about: aboutOf(props, "peers", {
      title: say(w.peersTitle),
      unit: say(w.peersUnit, { day: formatDate(on) }),
      label: say(w.peersTitle),
    }),
    rows: [
      {
        label: tier === undefined ? "" : say(tier.plural),
        values: peers.map((one) => one.rate),
        own: { value: own.rate, label: say(w.ownMark, { organisation: facts.name, rate: percent(own.rate) }) },
      },
    ],
    domain: [0, 1],
    scale: [percent(0), percent(0.5), percent(1)],
    format: percent,
    words: { median: say(w.median), half: say(w.half) },
    rowLabel: (row) => say(w.peersLabel, row),
  };
}

/** A drawing of the profile for a file; null when there is none of this name, or nothing on it. */
export function staffingDrawing(props: StaffingProps, name: string): { readonly about: About; readonly drawing: VNode } | null {
  if (name === "peers") {
    const strip = peersStrip(props);
    return strip === null ? null : { about: strip.about, drawing: <StripSvg {...strip} /> };
  }
  const found = BREAKDOWNS.find((one) => one.kind === name);
  const bars =
    found !== undefined
      ? brokenBars(props, found.kind, props.shell.say(found.title), brokenRows(props.shell, found.kind, found.of(props.profile)))
      : name === "vacancies"
        ? vacancyBars(props)
        : null;
  return bars === null || bars.rows.length === 0 ? null : { about: bars.about, drawing: <BarsSvg {...bars} /> };
}
