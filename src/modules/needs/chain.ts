/** A need’s chain as the page draws it: where it came from, the need, each response, and what other modules link behind those. */
import type { Link } from "#kernel/trace/links.ts";
import type { NamedRecord } from "#kernel/access/house.ts";
import { dayOf, daysBetween, type Day } from "#kernel/calendar/day.ts";
import { codeOf } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Language, Say, Text } from "#platform/i18n/text.ts";
import type { ChainStep } from "#platform/ui/charts/chain.tsx";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { gap } from "#methods/needs/gap.ts";
import { needFlow, responseFlow } from "./flows.ts";
import { paths } from "./paths.ts";
import type { Need, Response } from "./schema.ts";
import { w } from "./words-needs.ts";

/** What the chain is drawn from. */
export interface ChainFacts {
  readonly need: Need;
  readonly responses: readonly Response[];
  /** Links of the need’s neighbourhood, with the names of the records that the reader may see. */
  readonly links: readonly Link[];
  readonly names: ReadonlyMap<string, NamedRecord>;
  readonly kinds: ReadonlyMap<string, Text>;
  readonly fewest: number;
  readonly today: Day;
}

interface Speaker {
  readonly say: Say;
  readonly language: Language;
  readonly pack: Pack;
}

/** Most steps that fit on a desk. */
const MOST = 8;

function originOf({ say, language, pack }: Speaker, { need, fewest }: ChainFacts): ChainStep {
  if (need.kind === "service_problem")
    return {
      kind: say(w.stepReport),
      title: say(w.reportedBy),
      of: "claimed",
      proved: true,
      value: formatDate(dayOf(need.raisedAt, pack.timeZone)),
      detail: need.organisationName,
    };
  const enough = (need.respondents ?? 0) >= fewest;
  return {
    kind: say(w.stepAnswers),
    title: need.roundTitle ?? "",
    ...(need.round !== null && { href: paths.organisation(need.round, need.organisation) }),
    value: enough ? formatNumber(need.respondents ?? 0, language) : "",
    detail: enough ? say(w.respondents, { count: need.respondents ?? 0 }) : say(w.tooFew, { fewest }),
    of: need.certainty,
    proved: true,
  };
}

function needStep({ say, language, pack }: Speaker, { need }: ChainFacts): ChainStep {
  const levels = need.current === null || need.desired === null ? null : gap({ current: need.current, desired: need.desired });
  return {
    kind: say(w.stepNeed),
    title: need.kind === "gap" ? say(codeOf(pack, "capacity_domain", need.domain).names) : need.statement,
    value:
      levels === null
        ? `${formatNumber(need.measureValue ?? 0, language)} ${need.measureUnit ?? ""}`
        : say(w.levelsShort, { gap: formatNumber(levels, language, 1) }),
    detail: need.organisationName,
    of: need.certainty,
    proved: need.responses > 0,
    tag: { tone: needFlow.states[need.state].tone, text: say(needFlow.states[need.state].title) },
  };
}

function responseStep({ say, pack }: Speaker, response: Response, behind: boolean): ChainStep {
  const done = response.state === "done";
  return {
    kind: say(w.stepResponse),
    title: `${say(codeOf(pack, "response_type", response.type).names)}: ${response.what}`,
    href: `#response-${response.id}`,
    detail: say(w.dueOn, { day: formatDate(response.due) }),
    of: done ? "claimed" : "nothing",
    proved: behind,
    tag: { tone: responseFlow.states[response.state].tone, text: say(responseFlow.states[response.state].title) },
  };
}

/** Records of other kinds that stand behind the need or its responses; sittings are counted in the first step and never listed. */
function linkedSteps({ say }: Speaker, { need, responses, links, names, kinds }: ChainFacts): ChainStep[] {
  const own = new Set([need.id, ...responses.map((response) => response.id)]);
  const behind = links.flatMap((link) => (own.has(link.from.id) && !own.has(link.to.id) ? [link] : []));
  return behind.flatMap((link) => {
    const record = names.get(link.to.id);
    if (record === undefined) return [];
    const kind = kinds.get(link.to.kind);
    return [
      {
        kind: kind === undefined ? say(w.stepLinked) : say(kind),
        title: record.title,
        ...(record.href !== null && { href: record.href }),
        of: "claimed" as const,
        proved: link.proved,
      },
    ];
  });
}

/** The steps of the chain in order. Without a response its place is drawn dotted, with the days the need has waited. */
export function chainSteps(speaker: Speaker, facts: ChainFacts): ChainStep[] {
  const { say, pack } = speaker;
  const { need, today } = facts;
  const live = facts.responses.filter((response) => response.state !== "dropped");
  const linked = linkedSteps(speaker, facts);
  const since = dayOf(need.repliedAt ?? need.raisedAt, pack.timeZone);
  const waiting: ChainStep = {
    kind: say(w.stepResponse),
    title: say(w.stepNoResponse),
    value: say(w.stepDay, { day: daysBetween(since, today) }),
    of: "nothing",
    proved: false,
  };
  const answers =
    live.length > 0
      ? live.map((response) => responseStep(speaker, response, linked.length > 0))
      : ["refused", "withdrawn"].includes(need.state)
        ? []
        : [waiting];
  return [originOf(speaker, facts), needStep(speaker, facts), ...answers, ...linked].slice(0, MOST);
}
