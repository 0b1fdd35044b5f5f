/** Ranked needs on a page of their own: weights in a plain form, and what moves when they move. */
import type { VNode } from "preact";
import { Button } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { Pages } from "#platform/ui/lists.tsx";
import { EmptyState, MoreLinks, Notice, Section } from "#platform/ui/parts.tsx";
import { resultPaths, withChoices, type Choices } from "../results-paths.ts";
import type { RankedList } from "../results-ranked.ts";
import type { Weights } from "../schema.ts";
import { w } from "../words-results.ts";
import { PictureFiles, ResultsFrame, type ResultsShell } from "./results-frame.tsx";

export interface RankedViewProps {
  readonly results: ResultsShell;
  /** What comes first, in one sentence. */
  readonly finding: string;
  readonly picture: VNode;
  readonly count: number;
  readonly pages: { readonly current: number; readonly last: number; readonly href: (page: number) => string };
  readonly list: RankedList;
  readonly canName: boolean;
  readonly own: Weights;
  readonly tried: Weights;
  /** How many places differ from those under the round’s own weights. */
  readonly moved: number;
  readonly costNote: string | null;
  readonly left: readonly { readonly name: string; readonly reason: string }[];
  readonly choices: Choices;
}

const PARTS = ["gap", "importance", "reach", "cost"] as const;
const WORD = { gap: w.gap, importance: w.importance, reach: w.reach, cost: w.cost };

/** Four lists from 0 to 5 and a button: it works without script. */
function WeightForm({ results, own, tried, list }: Pick<RankedViewProps, "results" | "own" | "tried" | "list">): VNode {
  const { say } = results.shell;
  const address = resultPaths.ranked(results.round.id);
  return (
    <Section id="weights" title={say(w.weightsTitle)} note={say(w.weightsHint, { ...own })}>
      <form class="in-filter" method="get" action={address}>
        {list === "needs" && <input type="hidden" name="list" value="needs" />}
        {PARTS.map((part) => (
          <div>
            <label for={`weight-${part}`}>{say(WORD[part])}</label>
            <select class="govuk-select" id={`weight-${part}`} name={part}>
              {[0, 1, 2, 3, 4, 5].map((value) => (
                <option value={value} selected={value === tried[part]}>
                  {value}
                </option>
              ))}
            </select>
          </div>
        ))}
        <Button size="small">{say(w.mapCount)}</Button>
      </form>
    </Section>
  );
}

function ListSwitch({ results, list, tried }: Pick<RankedViewProps, "results" | "list" | "tried">): VNode {
  const { say } = results.shell;
  const entries = [
    ["fields", say(w.byFieldList)],
    ["needs", say(w.byNeedList)],
  ] as const;
  return (
    <MoreLinks>
      {entries.map(([name, text]) =>
        name === list ? (
          <b aria-current="true">{text}</b>
        ) : (
          <Link href={withChoices(resultPaths.ranked(results.round.id), { ...tried, list: name })}>{text}</Link>
        ),
      )}
    </MoreLinks>
  );
}

/** What comes first. */
export function RankedView(props: RankedViewProps): VNode {
  const { results, finding, picture, count, pages, list, canName, own, tried, moved, costNote, left, choices } = props;
  const { say } = results.shell;
  const changed = PARTS.some((part) => own[part] !== tried[part]);
  return (
    <ResultsFrame results={results} current="ranked" title={say(w.rankedTitle)} lead={say(w.rankedLead)}>
      {count === 0 && left.length === 0 ? (
        <EmptyState>{say(w.noNeeds)}</EmptyState>
      ) : (
        <>
          <WeightForm results={results} own={own} tried={tried} list={list} />
          {changed && (
            <Notice>
              <p>
                {say(w.movedNote, { count: moved })}{" "}
                <Link href={withChoices(resultPaths.ranked(results.round.id), { list: list === "needs" ? list : null })}>
                  {say(w.ownWeights)}
                </Link>
              </p>
            </Notice>
          )}
          <Section id="list" title={finding}>
            {canName && <ListSwitch results={results} list={list} tried={tried} />}
            {picture}
          </Section>
          <Pages say={say} {...pages} />
          {costNote !== null && <p class="in-small">{costNote}</p>}
          <PictureFiles results={results} file="ranked" choices={choices} />
          {left.length > 0 && (
            <Section id="left" title={say(w.leftTitle)} count={left.length}>
              <ul class="govuk-list govuk-list--bullet">
                {left.map(({ name, reason }) => (
                  <li>
                    {name}: {reason}
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </>
      )}
    </ResultsFrame>
  );
}
