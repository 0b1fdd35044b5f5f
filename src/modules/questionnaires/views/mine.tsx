/** A respondent's own questionnaires: to finish, and sent in. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { PurposeFacts } from "#kernel/questionnaire/purpose.ts";
import type { Sitting } from "#kernel/questionnaire/sittings.ts";
import { dayOf, formatDate } from "#platform/ui/format.ts";
import { TaskList } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { StatusTag, type Tone } from "#platform/ui/marks.tsx";
import { EmptyState, MoreLinks, Section } from "#platform/ui/parts.tsx";
import type { Text } from "#platform/i18n/text.ts";
import { paths } from "../paths.ts";
import { w } from "../words-answer.ts";

export interface MineProps {
  readonly shell: Shell;
  readonly sittings: readonly Sitting[];
  readonly facts: ReadonlyMap<string, PurposeFacts>;
  readonly today: string;
}

function statusOf(sitting: Sitting, facts: PurposeFacts | undefined): { tone: Tone; text: Text } {
  if (sitting.state === "submitted") return { tone: "good", text: w.sentOnes };
  if (sitting.state === "withdrawn") return { tone: "rest", text: w.takenBack };
  return facts?.open === false ? { tone: "rest", text: w.closedAlready } : { tone: "watch", text: w.openOnes };
}

function Rows({ shell, sittings, facts }: Omit<MineProps, "today">): VNode {
  const { say, pack } = shell;
  return (
    <TaskList
      tasks={sittings.map((sitting) => {
        const known = facts.get(sitting.purpose);
        const { tone, text } = statusOf(sitting, known);
        const day = formatDate(dayOf(sitting.submittedAt ?? sitting.startedAt, pack.timeZone));
        const when = sitting.submittedAt === null ? say(w.begun, { day }) : say(w.sentOn, { day });
        const until =
          sitting.state === "open" && known?.open === true && known.closes !== null
            ? ` ${say(w.until, { day: formatDate(known.closes) })}.`
            : "";
        return {
          title: known?.title ?? sitting.title,
          href: paths.answer(sitting.id),
          hint: `${when}.${until}`,
          status: <StatusTag tone={tone}>{say(text)}</StatusTag>,
        };
      })}
    />
  );
}

export function MineView(props: MineProps): VNode {
  const { shell, sittings, facts } = props;
  const { say } = shell;
  const open = sittings.filter((sitting) => sitting.state === "open");
  const others = sittings.filter((sitting) => sitting.state !== "open");
  return (
    <Frame shell={shell} title={say(w.mine)} lead={say(w.mineLead)} current={paths.mine} width="reading">
      {sittings.length === 0 && <EmptyState>{say(w.mineEmpty)}</EmptyState>}
      {open.length > 0 && (
        <Section id="open" title={say(w.openOnes)} count={open.length}>
          <Rows shell={shell} sittings={open} facts={facts} />
        </Section>
      )}
      {others.length > 0 && (
        <Section id="sent" title={say(w.sentOnes)} count={others.length}>
          <Rows shell={shell} sittings={others} facts={facts} />
        </Section>
      )}
      <MoreLinks>
        <Link href={paths.offline}>{say(w.offlineLink)}</Link>
      </MoreLinks>
    </Frame>
  );
}
