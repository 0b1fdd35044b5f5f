/** The picture of presence: people down, half-days across, percent of the minutes in every cell. */
import type { Say } from "#platform/i18n/text.ts";
import type { Language } from "#platform/i18n/text.ts";
import type { Part } from "#kernel/gathering/gatherings.ts";
import type { Participant } from "#kernel/gathering/participants.ts";
import type { ParticipantPresence } from "#kernel/gathering/presence.ts";
import { formatDate, formatPercent } from "#platform/ui/format.ts";
import type { HeatCell, HeatMapProps } from "#platform/ui/charts/heat-map.tsx";
import { paths } from "./paths.ts";
import { partShort } from "./views/common.tsx";
import { w } from "./words.ts";

/** One person of a sheet. */
export interface SheetRow {
  readonly participant: Participant;
  readonly presence: ParticipantPresence;
  readonly enough: boolean;
  readonly undecided: boolean;
}

/** Most columns of a picture; a longer meeting is drawn by days. */
const MOST_COLUMNS = 10;

interface Column {
  readonly head: string;
  readonly short: string;
  readonly parts: readonly string[];
}

function columnsOf(say: Say, parts: readonly Part[]): readonly Column[] {
  if (parts.length <= MOST_COLUMNS)
    return parts.map((part) => ({ head: partShort(say, part), short: partShort(say, part), parts: [part.id] }));
  return [...Map.groupBy(parts, (part) => part.day)].slice(0, MOST_COLUMNS).map(([day, own]) => {
    const head = formatDate(day).slice(0, 5);
    return { head, short: head, parts: own.map((part) => part.id) };
  });
}

function cellOf(row: SheetRow, column: Column): HeatCell {
  const own = row.presence.parts.filter((part) => column.parts.includes(part.part));
  if (own.every((part) => !part.decided)) return { kind: "absent" };
  const minutes = own.reduce((sum, part) => sum + part.minutes, 0);
  const offered = own.reduce((sum, part) => sum + part.offered, 0);
  return { kind: "value", value: offered === 0 ? 0 : Math.floor((minutes * 100) / offered), corner: own.some((part) => part.unclear) };
}

/** The picture’s props, for the page and for the file alike. */
export function gridOf(ask: {
  readonly say: Say;
  readonly language: Language;
  readonly id: string;
  readonly parts: readonly Part[];
  readonly rows: readonly SheetRow[];
  readonly date: string;
}): HeatMapProps {
  const { say, language, id, parts, rows, date } = ask;
  const columns = columnsOf(say, parts);
  return {
    say,
    about: {
      title: say(w.gridTitle),
      unit: say(w.gridUnit),
      source: say(w.gridSource),
      date,
      label: say(w.gridLabel, { people: rows.length, parts: parts.length }),
      tableHref: "#totals",
      svgHref: paths.picture(id),
    },
    rowsHead: say(w.person),
    columns,
    rows: rows.map((row) => ({
      head: row.participant.name,
      href: paths.participant(id, row.participant.id),
      cells: columns.map((column) => cellOf(row, column)),
    })),
    breaks: [1, 50, 80, 100],
    ramp: "amount",
    steps: [say(w.step0), say(w.step1), say(w.step2), say(w.step3), say(w.step4)],
    corner: say(w.unclear),
    floor: 0,
    absent: say(w.notDecided),
    format: (value) => formatPercent(value / 100, language),
    heading: "none",
  };
}
