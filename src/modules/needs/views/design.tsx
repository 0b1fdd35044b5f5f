/** The pages of a round’s design: the task list, and one page for each part. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Say, Text } from "#platform/i18n/text.ts";
import { Button, Form } from "#platform/ui/forms.tsx";
import { TaskList } from "#platform/ui/summaries.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { paths } from "../paths.ts";
import { DESIGN_PARTS, isComplete, type DesignPart, type Round } from "../schema.ts";
import { w as common } from "../words-common.ts";
import { w } from "../words-rounds.ts";
import { wrongOf } from "#platform/ui/wrong.ts";
import { PartFields, type DesignProps } from "./design-parts.tsx";

/** The title of each part, which is also its page’s. */
export const PART_TITLES: Readonly<Record<DesignPart, Text>> = {
  title: w.partTitle,
  why: w.partWhy,
  scope: w.partScope,
  people: w.partPeople,
  methods: w.partMethods,
  dates: w.partDates,
  levels: w.partLevels,
  sharing: w.partSharing,
};

/** The task list of a design. */
export function DesignTasks({ say, round }: { readonly say: Say; readonly round: Round }): VNode {
  return (
    <TaskList
      tasks={DESIGN_PARTS.map((part) => ({
        title: say(PART_TITLES[part]),
        href: paths.design(round.id, part),
        status: isComplete(round, part) ? (
          <StatusTag tone="good">{say(w.ready)}</StatusTag>
        ) : (
          <StatusTag tone="watch">{say(w.toDo)}</StatusTag>
        ),
      }))}
    />
  );
}

/** One part of the design. */
export function DesignView(props: DesignProps): VNode {
  const { shell, round, part, problems } = props;
  const { say } = shell;
  const wrong = wrongOf(say, problems);
  return (
    <Frame
      shell={shell}
      title={say(PART_TITLES[part])}
      caption={round.title}
      current={paths.needs}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.round(round.id), text: say(common.back) }}
    >
      <Form action={paths.design(round.id, part)} csrf={shell.formToken}>
        <PartFields {...props} wrong={wrong} />
        <Button>{say(w.save)}</Button>
      </Form>
    </Frame>
  );
}
