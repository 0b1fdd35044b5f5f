/** One organisation’s sheet in lines: its own means, what moderation set instead, its kind of place, and its needs with the reply. */
import { awaitsPaper } from "./actions-paper.ts";
import { formatNumber, formatPercent } from "#platform/ui/format.ts";
import type { Tone } from "#platform/ui/marks.tsx";
import { NEED_STATES, type NeedState, PARTICIPATION, type ParticipationState, needFlow } from "./flows.ts";
import { placeText, titleOf } from "./picture-ranked.tsx";
import { type PictureTable, type Voice, codeName, countText, hiddenMark, hiddenWords, levelText } from "./picture.ts";
import type { PictureRequest } from "./results-build.tsx";
import { shownLevel } from "./results-figures.ts";
import type { Moderated, Strength } from "./results-queries-more.ts";
import type { FoundNeed, Participant, Turnout } from "./results-queries.ts";
import type { Ranking } from "./results-ranked.ts";
import type { Shown, Tally } from "./results-tally.ts";
import { fieldLines, needLines as linesOfNeed, ROOM, ROOM_TO_WRITE, roomOnSheet } from "./results-sheet.ts";
import { isTrainable } from "./rules.ts";
import type { FieldLine, NeedLine } from "./views/results-entity.tsx";
import { w } from "./words-results.ts";

export interface EntityFacts {
  readonly tally: Tally;
  readonly turnout: Turnout;
  readonly needs: readonly FoundNeed[];
  readonly moderated: readonly Moderated[];
  readonly strengths: readonly Strength[];
}

/** The mean gap of places of the same kind, without this one where that can be told; a dash where it is hidden. */
function peersOf(voice: Voice, tally: Tally, domain: string, group: string | null): string {
  const shown: Shown = group === null ? tally.at(domain, { of: "all" }) : tally.at(domain, { of: "group", group });
  return shown.kind === "shown" ? levelText(voice, shown.figures.gap) : "–";
}

function fieldLine(
  voice: Voice,
  organisation: Participant,
  tally: Tally,
  domain: string,
  floor: number,
  moderated: readonly Moderated[],
): FieldLine | null {
  const shown = tally.at(domain, { of: "organisation", organisation: organisation.id });
  if (shown.kind === "absent") return null;
  const name = codeName(voice, "capacity_domain", domain);
  const peers = peersOf(voice, tally, domain, organisation.group);
  const changed = moderated.find((one) => one.domain === domain);
  const set = changed === undefined ? "–" : levelText(voice, changed.current);
  if (shown.kind === "hidden") {
    const answers = hiddenMark(shown.because, floor);
    const none = { now: "–", moderated: set, wanted: "–", gap: "–", notCourse: null, levels: null };
    return { name, answers, peers, ...none, hidden: hiddenWords(voice, shown.because, floor), width: -Infinity, printed: true };
  }
  const { n, current, desired, gap, cause, causeShare } = shown.figures;
  const label = voice.say(w.dumbbell, { now: levelText(voice, current), wanted: levelText(voice, desired) });
  return {
    name,
    answers: countText(voice, n),
    now: levelText(voice, current),
    moderated: set,
    wanted: levelText(voice, desired),
    gap: levelText(voice, gap),
    peers,
    notCourse: isTrainable(voice.pack, cause)
      ? null
      : voice.say(w.notCourseBecause, {
          cause: codeName(voice, "gap_cause", cause ?? ""),
          share: causeShare === null ? "" : formatPercent(causeShare, voice.language),
        }),
    levels: { now: current, wanted: desired, label },
    hidden: null,
    width: gap,
    printed: true,
  };
}

function stateOf(voice: Voice, state: string): { readonly tone: Tone; readonly text: string } {
  const known = NEED_STATES.includes(state as NeedState) ? needFlow.states[state as NeedState] : null;
  return known === null ? { tone: "rest", text: state } : { tone: known.tone, text: voice.say(known.title) };
}

/** `awaiting`: the organisation may still answer on paper. */
function needLines({ voice }: PictureRequest, ranking: Ranking, awaiting: boolean): NeedLine[] {
  const { say } = voice;
  const toAnswer: readonly string[] = needFlow.steps.acceptOnPaper.from;
  const lineOf = (need: FoundNeed | null, place: string, detail: string): NeedLine[] => {
    if (need === null) return [];
    const response = need.types.map((type) => codeName(voice, "response_type", type)).join(", ");
    const said = [
      need.contest === null ? "" : say(w.contestedBecause, { text: need.contest }),
      need.contestAnswer === null ? "" : say(w.contestAnswered, { text: need.contestAnswer }),
      need.refusal ?? "",
    ].filter((text) => text !== "");
    return [
      {
        place,
        title: titleOf(voice, { need, domain: need.domain }),
        detail,
        state: stateOf(voice, need.state),
        said,
        response,
        printed: true,
        toAnswer: awaiting && toAnswer.includes(need.state),
      },
    ];
  };
  return [
    ...ranking.placed.flatMap((placed) => lineOf(placed.unit.need, `${placed.place}.`, placeText(voice, placed))),
    ...ranking.left.flatMap(({ unit }) => lineOf(unit.need, "", "–")),
  ];
}

/** Marks what has no room on one side of paper: the smallest gaps and the last needs stay on the page. */
function onPaper(fields: readonly FieldLine[], needs: readonly NeedLine[]): { readonly fields: FieldLine[]; readonly needs: NeedLine[] } {
  const widest = fields.toSorted((a, b) => b.width - a.width);
  const lines = needs.some((line) => line.toAnswer) ? ROOM - ROOM_TO_WRITE : ROOM;
  const room = roomOnSheet(widest.map(fieldLines), needs.map(linesOfNeed), lines);
  const printed = new Set(widest.slice(0, room.fields));
  return {
    fields: fields.map((line) => ({ ...line, printed: printed.has(line) })),
    needs: needs.map((line, index) => ({ ...line, printed: index < room.needs })),
  };
}

/** What kind of place an organisation is, and where: “Secondary city, Southern Province.” Empty when neither is known. */
function placeOf(voice: Voice, { group, areaName }: Participant): string {
  const parts = [group === null ? "" : codeName(voice, "context_group", group), areaName ?? ""].filter((part) => part !== "");
  return parts.length === 0 ? "" : `${parts.join(", ")}. `;
}

/** The lines of a sheet, in the reader’s language. */
export function entityLines(ask: PictureRequest, organisation: Participant, facts: EntityFacts, ranking: Ranking) {
  const { voice, scope } = ask;
  const { say, language } = voice;
  const { tally, turnout, moderated, strengths } = facts;
  const { invited = 0, answered = 0 } = turnout.organisations.get(organisation.id) ?? {};
  const standing = PARTICIPATION[organisation.state as ParticipationState] as { title: Parameters<typeof say>[0] } | undefined;
  const shownMean = (domain: string): string => {
    const shown = tally.at(domain, { of: "organisation", organisation: organisation.id });
    return shown.kind === "shown" ? levelText(voice, shown.figures.current) : "–";
  };
  return {
    lead: `${placeOf(voice, organisation)}${say(w.sheetLead, {
      answered: formatNumber(answered, language),
      invited: formatNumber(invited, language),
      round: scope.round.title,
      state: standing === undefined ? "" : say(standing.title),
    })}`,
    ...onPaper(
      tally.domains.flatMap((domain) => fieldLine(voice, organisation, tally, domain, scope.floor, moderated) ?? []),
      needLines(ask, ranking, awaitsPaper(scope.round, organisation)),
    ),
    moderations: moderated.map((one) =>
      say(w.moderationLine, {
        field: codeName(voice, "capacity_domain", one.domain),
        own: shownMean(one.domain),
        moderated: levelText(voice, one.current),
        reason: one.reason,
      }),
    ),
    strengths: strengths
      .filter(
        (one) =>
          one.respondents >= scope.floor && tally.at(one.domain, { of: "organisation", organisation: organisation.id }).kind === "shown",
      )
      .map((one) =>
        say(w.strengthLine, {
          field: codeName(voice, "capacity_domain", one.domain),
          level: levelText(voice, one.current),
          named: one.named,
        }),
      ),
  };
}

/** The figures of a sheet as a table to take away. */
export function entityTable(
  { voice, scope: { floor } }: PictureRequest,
  organisation: Participant,
  tally: Tally,
  moderated: readonly Moderated[],
): PictureTable {
  const { say } = voice;
  const level = (name: string) => ({ name, kind: "decimal", places: 1 }) as const;
  return {
    columns: [
      { name: say(w.fieldCode), kind: "text" },
      { name: say(w.field), kind: "text" },
      { name: say(w.respondents), kind: "integer" },
      level(say(w.levelNow)),
      level(say(w.moderatedHead)),
      level(say(w.levelWanted)),
      level(say(w.gap)),
      { name: say(w.mainCause), kind: "text" },
      { name: say(w.noteHead), kind: "text" },
    ],
    rows: tally.domains.flatMap((domain) => {
      const shown = tally.at(domain, { of: "organisation", organisation: organisation.id });
      if (shown.kind === "absent") return [];
      const changed = moderated.find((one) => one.domain === domain);
      const name = codeName(voice, "capacity_domain", domain);
      const set = changed === undefined ? null : shownLevel(changed.current);
      if (shown.kind === "hidden") return [[domain, name, null, null, set, null, null, "", hiddenWords(voice, shown.because, floor)]];
      const { n, current, desired, gap, cause } = shown.figures;
      return [
        [
          domain,
          name,
          n,
          shownLevel(current),
          set,
          shownLevel(desired),
          shownLevel(gap),
          cause === null ? "" : codeName(voice, "gap_cause", cause),
          "",
        ],
      ];
    }),
  };
}
