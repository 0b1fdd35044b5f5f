/** The needs of an organisation as rows: levels drawn, cause, state, what the organisation says to it and what it was answered, and the responses. */
import type { VNode } from "preact";
import { formatDate, formatNumber, formatPercent } from "#platform/ui/format.ts";
import { Dumbbell } from "#platform/ui/charts/dumbbell.tsx";
import { Link } from "#platform/ui/link.tsx";
import { Mark, StatusTag } from "#platform/ui/marks.tsx";
import { Section } from "#platform/ui/parts.tsx";
import { needFlow } from "../flows.ts";
import { paths } from "../paths.ts";
import { isTrainable } from "../rules.ts";
import type { ShownNeed } from "../results-needs.ts";
import type { Need } from "../schema.ts";
import { w as evidence } from "../words-evidence.ts";
import { w } from "../words-organisation.ts";
import { langOf } from "#platform/ui/wrong.ts";
import { nameOf } from "#kernel/pack/shown.ts";
import { levelText, NeedTag, ResponseTag, type ViewProps } from "./common.tsx";
import { gapOf, hiddenText } from "./needs.tsx";
import type { ShownResponse } from "./need.tsx";
import type { OrganisationProps } from "./organisation-props.ts";

function causeOf({ shell, need }: ViewProps & { readonly need: Need }): string {
  const { say, pack, language } = shell;
  if (need.cause === null) return say(w.causeUnknown);
  const cause = nameOf(say, pack, "gap_cause", need.cause);
  return need.causeShare === null ? say(w.cause, { cause }) : say(w.causeShare, { cause, share: formatPercent(need.causeShare, language) });
}

/** Words of somebody about this need, after who says them. */
function Said({
  shell,
  who,
  text,
  lang,
}: ViewProps & { readonly who: string; readonly text: string; readonly lang: string | null }): VNode {
  return (
    <p>
      <b>{who}</b> <span lang={langOf(lang, shell.language)}>{text}</span>
    </p>
  );
}

/** The objection beside the result, and what the association answered to it; a stated refusal likewise. */
function Exchange({ shell, need }: ViewProps & { readonly need: Need }): VNode | null {
  const { say } = shell;
  if (need.contest === null && need.refusal === null) return null;
  return (
    <>
      {need.contest !== null && (
        <Said
          shell={shell}
          who={say(w.contests, { organisation: need.organisationName })}
          text={need.contest}
          lang={need.contestLanguage}
        />
      )}
      {need.contestAnswer !== null && (
        <Said shell={shell} who={say(w.answers)} text={need.contestAnswer} lang={need.contestAnswerLanguage} />
      )}
      {need.state === "contested" && <p class="in-small">{say(w.answersNot)}</p>}
      {need.refusal !== null && <Said shell={shell} who={say(w.refusal)} text={need.refusal} lang={need.refusalLanguage} />}
    </>
  );
}

function ResponseLine({ shell, response }: ViewProps & { readonly response: ShownResponse }): VNode {
  const { say, pack, language } = shell;
  return (
    <p>
      <b>{nameOf(say, pack, "response_type", response.type)}:</b> <span lang={langOf(response.language, language)}>{response.what}</span>
      <br />
      <span class="in-small">{say(w.responseDue, { owner: response.ownerName, day: formatDate(response.due) })}</span>{" "}
      <ResponseTag say={say} state={response.state} />
    </p>
  );
}

/** The levels as a drawing and a sentence; null where they are hidden. */
function levelsOf({ say, language }: ViewProps["shell"], need: ShownNeed) {
  const { current, desired } = need;
  if (current === null || desired === null) return null;
  const text = (level: number): string => levelText(language, level);
  const label = say(evidence.needLine, { current: text(current), desired: text(desired), gap: text(gapOf(need) ?? 0) });
  return { now: current, wanted: desired, label };
}

function NeedRow({
  shell,
  need,
  responses,
}: ViewProps & { readonly need: ShownNeed; readonly responses: readonly ShownResponse[] }): VNode {
  const { say, pack, language } = shell;
  const { tone } = needFlow.states[need.state];
  const levels = levelsOf(shell, need);
  return (
    <li class="in-row" id={`need-${need.id}`}>
      <Mark name={tone} colour={tone === "info" ? "lake" : tone} />
      <h3>
        <Link href={paths.need(need.id)}>{nameOf(say, pack, "capacity_domain", need.domain)}</Link>
      </h3>
      <p>{levels === null ? hiddenText(shell, need) : levels.label}</p>
      <p class="in-small">{causeOf({ shell, need })}</p>
      {levels !== null && (
        <div class="in-row__do">
          <Dumbbell {...levels} domain={[1, 5]} format={(level) => formatNumber(level, language)} />
        </div>
      )}
      <p class="in-tagrow">
        <NeedTag say={say} state={need.state} /> {!isTrainable(pack, need.cause) && <StatusTag tone="watch">{say(w.notCourse)}</StatusTag>}
      </p>
      <Exchange shell={shell} need={need} />
      {responses
        .filter((response) => response.state !== "dropped")
        .map((response) => (
          <ResponseLine shell={shell} response={response} />
        ))}
    </li>
  );
}

/** The needs, the widest gap first. */
export function NeedRows({ shell, needs, responses }: OrganisationProps): VNode | null {
  const { say } = shell;
  if (needs.length === 0) return null;
  return (
    <Section id="needs" title={say(w.needsTitle)} count={needs.length} note={say(w.needsNote)}>
      <ul class="in-rows">
        {needs.map((need) => (
          <NeedRow shell={shell} need={need} responses={responses.get(need.id) ?? []} />
        ))}
      </ul>
    </Section>
  );
}
