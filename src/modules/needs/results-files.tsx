/** Pictures as files: the drawing as SVG, its figures as CSV and XLSX, and a whole round for programs as JSON. */
import { codesOf } from "#kernel/pack/lookup.ts";
import { type Download, type Reply, data, download } from "#platform/http/reply.ts";
import type { Language } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { writeXlsx } from "#platform/tabular/write-xlsx.ts";
import { writeCsv } from "#platform/tabular/write.ts";
import { svgFile } from "#platform/ui/charts/frame.tsx";
import { type Picture, type PictureTable, codeName } from "./picture.ts";
import { p } from "#platform/http/problems.ts";
import {
  buildChange,
  buildEstimates,
  buildMap,
  buildSpread,
  buildTurnout,
  domainFor,
  groupFor,
  mapCountOf,
} from "./results-build-more.tsx";
import {
  type PictureRequest,
  buildHeat,
  buildRanked,
  factsOf,
  heatChoicesOf,
  rankedListOf,
  turnoutFor,
  voiceOf,
  yearOf,
} from "./results-build.tsx";
import { shownLevel } from "./results-figures.ts";
import type { Where } from "./results-hide.ts";
import { evidencePicture } from "./results-pages-evidence.tsx";
import { entityCauses, entityFile } from "./results-pages-more.tsx";
import { referenceFor } from "./results-paper.ts";
import { type Request, type Scope, scopeOf, tallyFor } from "./results-scope.ts";
import type { Shown, Tally } from "./results-tally.ts";
import { w } from "./words-results.ts";

type Made = Pick<Picture, "table"> & Partial<Pick<Picture, "about" | "svg">>;

/** The picture of a name with the choices of the address; null when there is no such picture, or nothing in it. */
async function pictureNamed(ask: PictureRequest, name: string): Promise<Made | null> {
  const { r, scope } = ask;
  switch (name) {
    case "change":
      return (await buildChange(ask))?.picture ?? null;
    case "trend":
      return (await buildChange(ask))?.trend ?? null;
    case "turnout":
      return buildTurnout(ask, { turnout: await turnoutFor(r, scope) });
    case "entity":
      return { table: await entityFile(ask, r.query.get("organisation") ?? "") };
    case "entity-causes":
      return entityCauses(ask, r.query.get("organisation") ?? "");
    case "levels":
    case "causes":
      return evidencePicture(ask, name);
    default:
      return pictureOfFacts(ask, name);
  }
}

async function pictureOfFacts(ask: PictureRequest, name: string): Promise<Made | null> {
  const { r, scope } = ask;
  const choices = heatChoicesOf(r, scope);
  const spread = name === "spread" || name === "estimates";
  const facts = await factsOf(r, scope, name === "heat" ? choices : { ...choices, view: "organisations", source: spread ? "self" : null });
  switch (name) {
    case "heat":
      return buildHeat(ask, facts, choices).picture;
    case "ranked":
      return buildRanked(ask, facts, { list: rankedListOf(r, scope) }).picture;
    case "spread":
      return buildSpread(ask, facts, groupFor(r, scope));
    case "estimates":
      return buildEstimates(ask, facts, groupFor(r, scope), domainFor(r, facts.tally) ?? facts.tally.domains[0] ?? null);
    case "map":
      return buildMap(ask, facts, { count: mapCountOf(r), borders: true });
    default:
      return null;
  }
}

/** CSV that the spreadsheets of a language open directly. */
function csvOf(table: PictureTable, language: Language): Download["body"] {
  return writeCsv(
    table.columns.map((column) => column.name),
    table.rows,
    { mark: true, delimiter: language === "fr" ? ";" : "," },
  );
}

/** One picture as a file. Throws “not found” for a name or a format that there is not, and for a picture with nothing in it. */
export async function file(r: Request): Promise<Reply> {
  const scope = await scopeOf(r, r.params["id"] ?? "");
  const [name = "", format = ""] = (r.params["file"] ?? "").split(".");
  const made = scope.open ? await pictureNamed({ r, scope, voice: voiceOf(r) }, name) : null;
  if (made === null) throw new Problem(p.notFound);
  const saved = `needs-${referenceFor(scope.round.id)}-${name}.${format}`;
  switch (format) {
    case "csv":
      return download(saved, "text/csv; charset=utf-8", csvOf(made.table, r.language));
    case "xlsx":
      return download(saved, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", writeXlsx([{ name, ...made.table }]));
    case "svg":
      if (made.about === undefined || made.svg === undefined || made.svg === null) throw new Problem(p.notFound);
      return download(saved, "image/svg+xml", svgFile(r.say, made.about, made.svg));
    default:
      throw new Problem(p.notFound);
  }
}

function figuresFor(shown: Shown): Readonly<Record<string, unknown>> {
  if (shown.kind !== "shown")
    return {
      suppressed: shown.kind === "hidden",
      suppressedBecause: shown.kind === "hidden" ? shown.because : null,
      respondents: null,
      gap: null,
      current: null,
      desired: null,
      importance: null,
      cause: null,
    };
  const { n, gap, current, desired, importance, cause } = shown.figures;
  return {
    suppressed: false,
    suppressedBecause: null,
    respondents: n,
    gap: shownLevel(gap),
    current: shownLevel(current),
    desired: shownLevel(desired),
    importance: importance === null ? null : shownLevel(importance),
    cause,
  };
}

function domainFigures(ask: PictureRequest, tally: Tally, domain: string) {
  const { scope, voice } = ask;
  const entry = (where: Where, name: Readonly<Record<string, string>>) => {
    const shown = tally.at(domain, where);
    return shown.kind === "absent" ? [] : [{ ...name, ...figuresFor(shown) }];
  };
  return {
    domain,
    name: codeName(voice, "capacity_domain", domain),
    all: figuresFor(tally.at(domain, { of: "all" })),
    groups: tally.groups.flatMap((group) => entry({ of: "group", group }, { group })),
    posts: tally.posts.flatMap((post) => entry({ of: "post", post }, { post })),
    organisations: scope.participants
      .filter((one) => scope.named.has(one.id))
      .flatMap((one) => entry({ of: "organisation", organisation: one.id }, { code: one.code, organisation: one.name })),
  };
}

/** The figures of a round as one reader may see them. Everything hidden on the pages is hidden here. */
export async function json(r: Request): Promise<Reply> {
  const scope: Scope = await scopeOf(r, r.params["id"] ?? "");
  if (!scope.open) throw new Problem(p.notFound);
  const ask: PictureRequest = { r, scope, voice: voiceOf(r) };
  const source = r.query.get("source");
  const known = codesOf(r.pack, "evidence_source").some((code) => code.code === source) ? source : null;
  const tally = await tallyFor(r, scope, known);
  const { id, title, language, state, opens, closes } = scope.round;
  return data({
    round: { id, title, language, state, opens, closes, fiscalYear: yearOf(r, scope.round) },
    source: known ?? "all",
    scale: { lowest: 1, highest: 5, gap: r.say(w.heatUnit) },
    fewestRespondents: scope.floor,
    domains: tally.domains.map((domain) => domainFigures(ask, tally, domain)),
  });
}
