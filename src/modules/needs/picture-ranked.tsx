/** Ranked needs as a picture: places with their ranges, what is done about each, and a dumbbell on one scale. */
import { Ranked, RankedSvg, type RankedItem, type RankedProps } from "#platform/ui/charts/ranked.tsx";
import type { About } from "#platform/ui/charts/frame.tsx";
import { codeOf, hasCode } from "#kernel/pack/lookup.ts";
import { Details } from "#platform/ui/content.tsx";
import { formatMoney, formatNumber, formatPercent } from "#platform/ui/format.ts";
import { Table } from "#platform/ui/lists.tsx";
import type { Value } from "#platform/tabular/write.ts";
import { w as ui } from "#platform/ui/words.ts";
import { codeName, countText, levelText, type Picture, type PictureTable, type Voice } from "./picture.ts";
import { shownLevel } from "./results-figures.ts";
import type { LeftOut, Placed, Ranking, RankUnit } from "./results-ranked.ts";
import { isTrainable } from "./rules.ts";
import { w } from "./words-results.ts";

export interface RankedPictureProps {
  readonly voice: Voice;
  readonly ranking: Ranking;
  /** Names of organisations that the reader may see. */
  readonly names: ReadonlyMap<string, string>;
  readonly source: string;
  readonly date: string;
  /** Which places are drawn, from 1; all when absent. The table always holds every one. */
  readonly page?: { readonly from: number; readonly size: number };
  readonly hrefOf: (unit: RankUnit) => string | undefined;
  readonly svgHref: string;
  readonly heading?: 2 | 3 | "none";
  /** The table of all figures beneath. */
  readonly figures?: boolean;
}

/** What a unit is called: the need’s own sentence; its field, in the reader’s language, where the sentence is no more than its name. */
export function titleOf(voice: Voice, unit: Pick<RankUnit, "need" | "domain">): string {
  const names = hasCode(voice.pack, "capacity_domain", unit.domain)
    ? Object.values(codeOf(voice.pack, "capacity_domain", unit.domain).names)
    : [];
  const statement = unit.need?.statement ?? "";
  return statement === "" || names.includes(statement) ? codeName(voice, "capacity_domain", unit.domain) : statement;
}

/** “Place 2 to 5”, and where the round itself puts it when that is elsewhere. */
export function placeText({ say }: Voice, { best, worst, place, ownPlace }: Placed): string {
  const range = best === worst ? say(w.placeFixed, { place: best }) : say(w.placeRange, { best, worst });
  return place === ownPlace ? range : `${say(w.moved, { was: ownPlace, now: place })} ${range}`;
}

function detailOf(props: RankedPictureProps, placed: Placed): string {
  const { voice, names } = props;
  const { unit } = placed;
  const { say } = voice;
  const who = unit.need === null ? say(w.needsIn, { count: unit.needs }) : names.get(unit.need.organisation);
  const parts = [
    who === undefined ? "" : `${who}.`,
    say(w.answers, { count: unit.respondents, shown: countText(voice, unit.respondents) }),
    placeText(voice, placed),
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** What is done about it: its responses by name; before there is one, why no course will do, or that nothing is planned yet. */
export function tagOf(voice: Voice, unit: RankUnit): NonNullable<RankedItem["tag"]> {
  const { say, pack, language } = voice;
  if (unit.types.length > 0) {
    const types = unit.types.map((type) => codeName(voice, "response_type", type)).join(", ");
    return { tone: "good", text: unit.needs > 1 ? say(w.responsesFor, { types, answered: unit.answered, needs: unit.needs }) : types };
  }
  if (!isTrainable(pack, unit.cause)) {
    const cause = codeName(voice, "gap_cause", unit.cause ?? "");
    const share = unit.causeShare === null ? "" : formatPercent(unit.causeShare, language);
    return { tone: "watch", text: say(w.notCourseBecause, { cause, share }) };
  }
  return { tone: "info", text: say(w.noResponse) };
}

function itemOf(props: RankedPictureProps, placed: Placed): RankedItem {
  const { voice } = props;
  const { unit } = placed;
  const levels = { now: levelText(voice, unit.current), wanted: levelText(voice, unit.desired) };
  return {
    title: titleOf(voice, unit),
    href: props.hrefOf(unit),
    detail: detailOf(props, placed),
    tag: tagOf(voice, unit),
    now: unit.current,
    wanted: unit.desired,
    label: voice.say(w.dumbbell, levels),
  };
}

const REASON: Readonly<Record<LeftOut, keyof typeof w>> = {
  "no-gap": "leftNoGap",
  "no-importance": "leftNoImportance",
  "no-reach": "leftNoReach",
  "no-cost": "leftNoCost",
  few: "leftFew",
  protects: "hiddenProtects",
};

function columnsOf(voice: Voice): PictureTable["columns"] {
  const { say, pack } = voice;
  return [
    { name: say(w.place), kind: "integer" },
    { name: say(w.ownPlace), kind: "integer" },
    { name: say(w.bestPlace), kind: "integer" },
    { name: say(w.worstPlace), kind: "integer" },
    { name: say(w.need), kind: "text" },
    { name: say(w.organisation), kind: "text" },
    { name: say(w.field), kind: "text" },
    { name: say(w.levelNow), kind: "decimal", places: 1 },
    { name: say(w.levelWanted), kind: "decimal", places: 1 },
    { name: say(w.importance), kind: "decimal", places: 1 },
    { name: say(w.reach), kind: "integer" },
    { name: say(w.cost), kind: "money", currency: pack.currency.code, exponent: pack.currency.exponent },
    { name: say(w.mainCause), kind: "text" },
    { name: say(w.responses), kind: "text" },
    { name: say(w.noteHead), kind: "text" },
  ];
}

function lineOf(props: RankedPictureProps, unit: RankUnit, placed: Placed | null, note: string): Value[] {
  const { voice, names } = props;
  const few = placed === null && (note === voice.say(w.leftFew) || note === voice.say(w.hiddenProtects));
  const level = (value: number | null): number | null => (value === null || few ? null : shownLevel(value));
  return [
    placed?.place ?? null,
    placed?.ownPlace ?? null,
    placed?.best ?? null,
    placed?.worst ?? null,
    titleOf(voice, unit),
    unit.need === null ? "" : (names.get(unit.need.organisation) ?? ""),
    codeName(voice, "capacity_domain", unit.domain),
    level(unit.current),
    level(unit.desired),
    level(unit.importance),
    unit.reach,
    unit.cost,
    few || unit.cause === null ? "" : codeName(voice, "gap_cause", unit.cause),
    unit.types.map((type) => codeName(voice, "response_type", type)).join(", "),
    note,
  ];
}

function tableOf(props: RankedPictureProps): PictureTable {
  const { voice, ranking } = props;
  return {
    columns: columnsOf(voice),
    rows: [
      ...ranking.placed.map((placed) => lineOf(props, placed.unit, placed, "")),
      ...ranking.left.map(({ unit, reason }) => lineOf(props, unit, null, voice.say(w[REASON[reason]]))),
    ],
  };
}

/** The same as a table on the page: what the file holds, in the reader’s numbers. */
function FiguresTable({ props, shown }: { readonly props: RankedPictureProps; readonly shown: readonly Placed[] }) {
  const { voice } = props;
  const { say, language, pack } = voice;
  const money = (minor: number | null): string =>
    minor === null
      ? "–"
      : formatMoney({ minor: Math.round(minor), currency: pack.currency.code, exponent: pack.currency.exponent }, language);
  const head = [w.place, w.ownPlace, w.need, w.gap, w.importance, w.reach, w.cost].map((text, index) => ({
    text: say(text),
    numeric: index !== 2,
  }));
  const rows = shown.map(({ unit, place, ownPlace }) => [
    { text: String(place), numeric: true },
    { text: String(ownPlace), numeric: true },
    { text: unit.need === null ? titleOf(voice, unit) : `${titleOf(voice, unit)} (${props.names.get(unit.need.organisation) ?? ""})` },
    { text: levelText(voice, shownLevel(unit.desired) - shownLevel(unit.current)), numeric: true },
    { text: unit.importance === null ? "–" : levelText(voice, unit.importance), numeric: true },
    { text: unit.reach === null ? "–" : formatNumber(unit.reach, language), numeric: true },
    { text: money(unit.cost), numeric: true },
  ]);
  return (
    <Details summary={say(ui.sameAsTable)}>
      <Table caption={<span class="govuk-visually-hidden">{say(w.rankedTitle)}</span>} head={head} rows={rows} />
    </Details>
  );
}

function aboutOf({ voice, ranking, source, date, svgHref }: RankedPictureProps): About {
  const { say } = voice;
  const top = ranking.placed[0];
  const title = top === undefined ? say(w.rankedTitle) : say(w.rankedFinding, { need: titleOf(voice, top.unit) });
  const unit = say(ranking.costCounts ? w.rankedUnit : w.rankedUnitNoCost);
  return { title, unit, source, date, label: say(w.rankedLabel, { count: ranking.placed.length }), svgHref };
}

/** The ranked list. */
export function rankedPicture(props: RankedPictureProps): Picture {
  const about = aboutOf(props);
  const { from = 1, size = props.ranking.placed.length } = props.page ?? {};
  const shown = props.ranking.placed.slice(from - 1, from - 1 + size);
  const drawn: RankedProps = {
    say: props.voice.say,
    about,
    items: shown.map((placed) => itemOf(props, placed)),
    domain: [1, 5],
    first: from,
    heading: props.heading,
    format: (value) => formatNumber(value, props.voice.language),
  };
  return {
    about,
    html: (
      <>
        <Ranked {...drawn} />
        {props.figures === true && <FiguresTable props={props} shown={shown} />}
      </>
    ),
    svg: shown.length === 0 ? null : <RankedSvg {...drawn} />,
    table: tableOf(props),
  };
}
