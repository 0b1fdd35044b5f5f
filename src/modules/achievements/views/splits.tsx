/** People by one of their facts, as tables whose every number opens its list. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { DataTable, type Column } from "#platform/ui/tables.tsx";
import type { SplitRow } from "../figures.ts";
import type { Facet, Namer } from "../names.ts";
import { paths } from "../paths.ts";
import type { Overlapping } from "../reach.ts";
import { NONE, scopedAddress, type Scope } from "../scope.ts";
import { w } from "../words.ts";
import { Count } from "./number.tsx";

interface SplitProps {
  readonly shell: Shell;
  readonly namer: Namer;
  readonly scope: Scope;
}

/** A split whose rows sum up to all: by tier or by district, with women and men. */
export function Split(props: SplitProps & { readonly facet: "tier" | "district"; readonly rows: readonly SplitRow[] }): VNode {
  const { shell, namer, scope, facet, rows } = props;
  const { say, language } = shell;
  const title = say(facet === "tier" ? w.bySexTier : w.byDistrict);
  const link = (row: SplitRow, change: Partial<Scope>): string => scopedAddress(paths.people, scope, { [facet]: row.code, ...change });
  const sexes = [
    { key: "women", head: say(w.women), sex: "F" },
    { key: "men", head: say(w.men), sex: "M" },
    { key: "unknown", head: say(w.unknown), sex: NONE },
  ] as const;
  const shown = sexes.filter(({ key }) => key !== "unknown" || rows.some((row) => row.unknown > 0));
  const columns: Column<SplitRow>[] = [
    { key: "name", head: say(w[facet]), cell: (row) => namer.name(facet, row.code)[language] },
    ...shown.map(({ key, head, sex }): Column<SplitRow> => ({
      key,
      head,
      numeric: true,
      close: "labelled",
      cell: (row) => <Count shell={shell} value={row[key]} href={link(row, { sex })} />,
    })),
    {
      key: "people",
      head: say(w.people),
      numeric: true,
      close: "labelled",
      cell: (row) => <Count shell={shell} value={row.people} href={link(row, {})} />,
    },
  ];
  return (
    <>
      <h3 class="govuk-heading-s in-part">{title}</h3>
      {facet === "district" && <p class="in-small">{say(w.latestPlace)}</p>}
      <DataTable say={say} caption={title} columns={columns} rows={rows} close />
    </>
  );
}

const TITLES = { modality: w.byModality, programme: w.byProgramme, year: w.byYear } as const;

/** The limits that open one row of an overlapping split. */
function changeFor(facet: Facet, code: string, yearEnd: (start: string) => string, scope: Scope): Partial<Scope> {
  if (facet === "modality") return { modality: code };
  if (facet === "programme") return { programme: code };
  const end = yearEnd(code);
  return { from: code > scope.from ? code : scope.from, to: end < scope.to ? end : scope.to };
}

/** A split whose rows overlap: one person can stand in several. */
export function OverlappingSplit(
  props: SplitProps & {
    readonly facet: "modality" | "programme" | "year";
    readonly rows: readonly Overlapping[];
    /** The last day of the fiscal year that begins on a day. */
    readonly yearEnd: (start: string) => string;
  },
): VNode {
  const { shell, namer, scope, facet, rows, yearEnd } = props;
  const { say, language } = shell;
  const title = say(TITLES[facet]);
  const ordered = rows.toSorted((a, b) => Number(a.code === NONE) - Number(b.code === NONE));
  const columns: Column<Overlapping>[] = [
    { key: "name", head: say(w[facet]), cell: (row) => namer.name(facet, row.code)[language] },
    {
      key: "people",
      head: say(w.people),
      numeric: true,
      close: "labelled",
      cell: (row) => (
        <Count shell={shell} value={row.people} href={scopedAddress(paths.people, scope, changeFor(facet, row.code, yearEnd, scope))} />
      ),
    },
  ];
  return (
    <>
      <h3 class="govuk-heading-s in-part">{title}</h3>
      <DataTable say={say} caption={title} columns={columns} rows={ordered} close />
    </>
  );
}
