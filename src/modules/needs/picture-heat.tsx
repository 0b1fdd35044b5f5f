/** The heat-map of gaps as a picture: a table on the page, a drawing as a file, and every figure behind it. */
import type { VNode } from "preact";
import { HeatMap, HeatMapSvg, type HeatCell, type HeatMapProps } from "#platform/ui/charts/heat-map.tsx";
import type { About } from "#platform/ui/charts/frame.tsx";
import { Details } from "#platform/ui/content.tsx";
import type { Value } from "#platform/tabular/write.ts";
import { codeName, countText, evenly, hiddenWords, levelText, postName, type Picture, type PictureTable, type Voice } from "./picture.ts";
import { shownLevel } from "./results-figures.ts";
import { widestOf, type Heat, type HeatCellData, type HeatEntry } from "./results-heat.ts";
import { isTrainable } from "./rules.ts";
import { w } from "./words-results.ts";

/** Where one step of colour ends and the next begins, in levels. */
const BREAKS = [0.5, 1, 1.5, 2] as const;
/** Columns that a phone can show side by side. */
const ACROSS = 8;

export interface HeatPictureProps {
  readonly voice: Voice;
  readonly heat: Heat;
  readonly floor: number;
  readonly source: string;
  /** Formatted. */
  readonly date: string;
  /** How many people of a post answered; hidden below the floor. */
  readonly answered: ReadonlyMap<string, number>;
  /** The page with what is behind a cell; no link where it is null. */
  readonly href: (cell: HeatCellData) => string | null;
  readonly svgHref: string;
}

/** A row’s or column’s name. */
function entryName(voice: Voice, entry: HeatEntry): string {
  switch (entry.kind) {
    case "all":
      return voice.say(w.everyone);
    case "group":
      return codeName(voice, "context_group", entry.group);
    case "post":
      return postName(voice, entry.post);
    case "organisation":
      return entry.organisation.name;
    case "domain":
      return codeName(voice, "capacity_domain", entry.domain);
  }
}

function shortName(voice: Voice, entry: HeatEntry): string {
  if (entry.kind === "post") return entry.post;
  if (entry.kind === "domain") return entry.domain;
  return entry.kind === "organisation" ? entry.organisation.name : voice.say(w.everyoneShort);
}

function cellOf(voice: Voice, cell: HeatCellData, href: HeatPictureProps["href"]): HeatCell {
  if (cell.shown.kind === "hidden") return { kind: "suppressed", protects: cell.shown.because === "protects" };
  if (cell.shown.kind === "absent") return { kind: "absent" };
  const { gap, cause } = cell.shown.figures;
  return { kind: "value", value: shownLevel(gap), href: href(cell) ?? undefined, corner: !isTrainable(voice.pack, cause) };
}

/** The finding in one sentence, and what is drawn. */
function aboutOf({ voice, heat, source, date, svgHref }: HeatPictureProps): About {
  const { say } = voice;
  const widest = widestOf(heat);
  const names =
    widest === null
      ? null
      : { row: entryName(voice, widest.row), column: entryName(voice, widest.column), gap: levelText(voice, widest.gap) };
  const one = names !== null && widest?.column.kind === "domain" ? say(w.widestField, { field: names.column, gap: names.gap }) : null;
  const two =
    names !== null && widest?.row.kind === "domain"
      ? widest.column.kind === "post"
        ? say(w.widestPost, { field: names.row, post: names.column, gap: names.gap })
        : say(w.widestField, { field: names.row, gap: names.gap })
      : null;
  const title = one ?? two ?? say(w.heatQuestion);
  return {
    title,
    unit: say(w.heatUnit),
    source,
    date,
    label: say(heat.view === "posts" ? w.heatLabelPosts : w.heatLabelOrganisations),
    svgHref,
  };
}

function mapProps(props: HeatPictureProps, about: About, columns: readonly number[]): HeatMapProps {
  const { voice, heat, floor, answered, href } = props;
  const { say } = voice;
  const noteOf = (entry: HeatEntry): string | undefined => {
    const n = entry.kind === "post" ? answered.get(entry.post) : undefined;
    return n === undefined ? undefined : n < floor ? `<${floor}` : countText(voice, n);
  };
  return {
    say,
    about,
    rowsHead: say(heat.view === "posts" ? w.field : w.organisation),
    columns: columns.flatMap((index) => {
      const entry = heat.columns[index];
      return entry === undefined ? [] : [{ head: entryName(voice, entry), short: shortName(voice, entry), note: noteOf(entry) }];
    }),
    rows: heat.rows.map((row) => ({
      head: entryName(voice, row.entry),
      cells: columns.flatMap((index) => (row.cells[index] === undefined ? [] : [cellOf(voice, row.cells[index], href)])),
    })),
    breaks: BREAKS,
    steps: [say(w.step0), say(w.step1), say(w.step2), say(w.step3), say(w.step4)],
    corner: say(w.notCourse),
    floor,
    absent: say(w.absent),
    format: (value) => levelText(voice, value),
  };
}

/** What the short heads stand for: a phone has room for no more than these. */
function ShortHeads({ voice, heat }: { readonly voice: Voice; readonly heat: Heat }): VNode | null {
  const named = heat.columns.filter((entry) => entry.kind === "post" || entry.kind === "domain");
  if (named.length === 0) return null;
  return (
    <Details summary={voice.say(w.shortHeads)}>
      <p class="in-small">{named.map((entry) => `${shortName(voice, entry)} ${entryName(voice, entry)}`).join(" · ")}</p>
    </Details>
  );
}

/** The maps of a page: the columns that a phone can show, then the others beneath. */
function HeatTables(props: HeatPictureProps & { readonly about: About }): VNode {
  const { voice, heat, about } = props;
  const pieces = evenly([...heat.columns.keys()], ACROSS);
  return (
    <>
      {pieces.map((columns, piece) => {
        const part = piece === 0 ? about : { ...about, title: voice.say(w.furtherColumns, { number: piece + 1, count: pieces.length }) };
        return <HeatMap {...mapProps(props, part, columns)} />;
      })}
      <ShortHeads voice={voice} heat={heat} />
    </>
  );
}

/** Every cell as a line: who, which field, how many, the means, and why a figure is not there. */
function tableOf(props: HeatPictureProps): PictureTable {
  const { voice, heat, floor } = props;
  const { say } = voice;
  const columns = [
    { name: say(heat.view === "posts" ? w.post : w.organisation), kind: "text" },
    { name: say(w.fieldCode), kind: "text" },
    { name: say(w.field), kind: "text" },
    { name: say(w.respondents), kind: "integer" },
    { name: say(w.gap), kind: "decimal", places: 1 },
    { name: say(w.levelNow), kind: "decimal", places: 1 },
    { name: say(w.levelWanted), kind: "decimal", places: 1 },
    { name: say(w.importance), kind: "decimal", places: 1 },
    { name: say(w.mainCause), kind: "text" },
    { name: say(w.noteHead), kind: "text" },
  ] as const;
  const rows = heat.rows.flatMap((row) =>
    row.cells.map((cell, index): Value[] => {
      const column = heat.columns[index];
      const who = heat.view === "posts" ? column : row.entry;
      const start = [who === undefined ? "" : entryName(voice, who), cell.domain, codeName(voice, "capacity_domain", cell.domain)];
      if (cell.shown.kind === "hidden")
        return [...start, null, null, null, null, null, null, hiddenWords(voice, cell.shown.because, floor)];
      if (cell.shown.kind === "absent") return [...start, null, null, null, null, null, null, say(w.absent)];
      const { n, gap, current, desired, importance, cause } = cell.shown.figures;
      const note = isTrainable(voice.pack, cause) ? "" : say(w.notCourse);
      return [
        ...start,
        n,
        shownLevel(gap),
        shownLevel(current),
        shownLevel(desired),
        importance === null ? null : shownLevel(importance),
        cause === null ? "" : codeName(voice, "gap_cause", cause),
        note,
      ];
    }),
  );
  return { columns, rows };
}

/** The heat-map. */
export function heatPicture(props: HeatPictureProps): Picture {
  const about = aboutOf(props);
  const all = [...props.heat.columns.keys()];
  return {
    about,
    html: <HeatTables {...props} about={about} />,
    svg: props.heat.rows.length === 0 ? null : <HeatMapSvg {...mapProps(props, about, all)} />,
    table: tableOf(props),
  };
}

/** The choices that lead from a cell to what is behind it. */
export function evidenceChoices(cell: HeatCellData): Readonly<Record<string, string>> {
  const { where, domain } = cell;
  switch (where.of) {
    case "all":
      return { domain };
    case "post":
      return { domain, post: where.post };
    case "group":
      return { domain, group: where.group };
    case "postGroup":
      return { domain, post: where.post, group: where.group };
    case "organisation":
      return { domain, organisation: where.organisation };
    case "own":
      return { domain, post: where.post, organisation: where.organisation };
  }
}
