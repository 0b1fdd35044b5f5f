/** The map of a frozen copy: its own numbers, hidden where they are hidden there. */
import type { Actor } from "#kernel/access/actor.ts";
import type { Asked } from "#kernel/access/route.ts";
import { membersOn } from "#kernel/registry/organisations.ts";
import { p } from "#platform/http/problems.ts";
import { download, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { svgFile } from "#platform/ui/charts/frame.tsx";
import { TileMapSvg, type TileMapProps } from "#platform/ui/charts/tile-map.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { ReportContent } from "./content.ts";
import { districtMap } from "./map.ts";
import { w } from "./words.ts";

type Visit = Asked<any, Actor | null>;

/** The name of the drawing among a copy’s files. */
export const MAP_FILE = "districts.svg";

/** The map of a copy; null where a table says it better. Two queries. */
export async function copyMap(r: Visit, content: ReportContent, svgHref: string): Promise<TileMapProps | null> {
  const { say, language, pack } = r;
  return districtMap({
    say,
    language,
    pack,
    members: await membersOn(r.db, content.counted, language),
    rows: content.districts.map((row) => ({ ...row, name: row.names[language] })),
    about: { source: say(w.sourceRecords), date: formatDate(content.counted), svgHref },
  });
}

/** The same as a file. */
export async function mapFile(r: Visit, content: ReportContent): Promise<Reply> {
  const map = await copyMap(r, content, "");
  if (map === null) throw new Problem(p.notFound);
  const file = svgFile(r.say, map.about, <TileMapSvg {...map} />);
  return download(`${content.reference}-${MAP_FILE}`, "image/svg+xml", file);
}
