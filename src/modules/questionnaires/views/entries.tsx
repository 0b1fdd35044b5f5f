/** The page of a repeat: what was entered so far, one more, or on to the next page. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { ActionForm, Button } from "#platform/ui/buttons.tsx";
import { SummaryList } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { StepBar } from "#platform/ui/parts.tsx";
import { w } from "../words-answer.ts";

/** One instance of a repeat. */
export interface Entry {
  readonly key: string;
  readonly name: string;
  readonly href: string | null;
}

export interface EntriesProps {
  readonly shell: Shell;
  readonly title: string;
  readonly heading: string;
  readonly number: number;
  readonly count: number;
  readonly entries: readonly Entry[];
  readonly add: string;
  readonly remove: string;
  readonly next: string;
  readonly back: string | null;
}

export function EntriesView(props: EntriesProps): VNode {
  const { shell, title, heading, entries, back } = props;
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={heading}
      width="reading"
      lead={say(w.entries, { count: entries.length })}
      before={<StepBar say={say} number={props.number} count={props.count} name={title} />}
    >
      <SummaryList
        rows={entries.map((entry, index) => ({
          key: say(w.entry, { number: index + 1 }),
          value: entry.name,
          actions: entry.href === null ? [] : [{ href: entry.href, text: say(w.change), hidden: say(w.entry, { number: index + 1 }) }],
        }))}
      />
      <div class="govuk-button-group">
        <Button href={props.next}>{say(w.noMore)}</Button>
        {back !== null && <Link href={back}>{say(w.back)}</Link>}
      </div>
      <div class="in-sec">
        <ActionForm
          action={props.add}
          csrf={shell.formToken}
          text={say(entries.length === 0 ? w.addEntry : w.addAnother)}
          variant="secondary"
        />
      </div>
      {entries.map((entry, index) => (
        <div class="in-more">
          <ActionForm
            action={props.remove}
            csrf={shell.formToken}
            hidden={{ key: entry.key }}
            text={say(w.removeEntry, { number: index + 1 })}
            variant="secondary"
            size="small"
          />
        </div>
      ))}
    </Frame>
  );
}
