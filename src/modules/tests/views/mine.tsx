/** A person’s own tests: what waits for her, and what she scored, first for a phone; the same behind her own link. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { Say, Text } from "#platform/i18n/text.ts";
import { formatDate } from "#platform/ui/format.ts";
import { StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState, MorningGroup, Notice, Section, type MorningRowProps } from "#platform/ui/parts.tsx";
import { isOpen, type OwnTest } from "../own.ts";
import { reaches, type TestKind } from "../schema.ts";
import { w } from "../words-answer.ts";

/** What a kind of test is called. */
export const KIND_NAMES: Readonly<Record<TestKind, Text>> = { pre: w.pre, post: w.post, retake: w.retake, evaluation: w.evaluation };
export const KIND_INTROS: Readonly<Record<TestKind, Text>> = {
  pre: w.preIntro,
  post: w.postIntro,
  retake: w.retakeIntro,
  evaluation: w.evaluationIntro,
};

export interface MineProps {
  readonly shell: Shell;
  readonly title: string;
  readonly lead: string;
  readonly tests: readonly OwnTest[];
  readonly href: (test: OwnTest) => string;
  readonly notice: string | null;
  /** Opened by a personal link. */
  readonly bare?: boolean;
}

function waitingRow(say: Say, own: OwnTest, href: string): MorningRowProps {
  return {
    tone: own.test.kind === "evaluation" ? "info" : "watch",
    title: say(w.testTitle, { test: say(KIND_NAMES[own.test.kind]), session: own.session.title }),
    href,
    why: say(KIND_INTROS[own.test.kind]),
    when: own.closes === null ? "" : say(w.answerUntil, { day: formatDate(own.closes) }),
    action: { href, text: say(w.answerNow) },
  };
}

/** “7 of 10; at the start 4”; null while nothing was scored. */
export function ownScore(say: Say, tests: readonly OwnTest[]): string | null {
  const of = (kind: TestKind) => tests.find((one) => one.test.kind === kind)?.result ?? null;
  const [pre, post, retake] = [of("pre"), of("post"), of("retake")];
  const best = retake !== null && (post === null || retake.points > post.points) ? retake : post;
  if (best === null) return pre === null ? null : say(w.onlyBefore, { points: pre.points, most: pre.most });
  if (pre === null) return say(w.scored, { points: best.points, most: best.most });
  return say(w.scoredBefore, { points: best.points, most: best.most, before: pre.points });
}

/** Whether she passed; nothing while the test after was not taken. */
export function OwnVerdict({ say, tests }: { readonly say: Say; readonly tests: readonly OwnTest[] }): VNode | null {
  const after = tests.filter((one) => one.result !== null && (one.test.kind === "post" || one.test.kind === "retake"));
  const mark = after[0]?.test.passMark ?? null;
  if (mark === null) return null;
  const passed = after.some((one) => one.result !== null && reaches(one.result, mark));
  return <StatusTag tone={passed ? "good" : "watch"}>{passed ? say(w.passed) : say(w.notPassed, { mark })}</StatusTag>;
}

/** The results of a person, session by session. */
export function OwnResults({ say, tests }: { readonly say: Say; readonly tests: readonly OwnTest[] }): VNode {
  const sessions = [...Map.groupBy(tests, (one) => one.session.id).values()].filter((own) => ownScore(say, own) !== null);
  return (
    <ul class="govuk-list">
      {sessions.map((own) => (
        <li>
          <b>{own[0]?.session.title}</b> <OwnVerdict say={say} tests={own} />
          <br />
          {ownScore(say, own)} <span class="in-small">{formatDate(own[0]?.session.to ?? "")}</span>
        </li>
      ))}
    </ul>
  );
}

/** The page. */
export function MineView({ shell, title, lead, tests, href, notice, bare }: MineProps): VNode {
  const { say } = shell;
  const open = tests.filter(isOpen);
  const scored = tests.some((one) => one.result !== null);
  return (
    <Frame
      shell={shell}
      bare={bare}
      title={title}
      lead={lead}
      width="reading"
      current="/my/tests"
      notice={
        notice === null ? undefined : (
          <Notice tone="good" live>
            <p>{notice}</p>
          </Notice>
        )
      }
    >
      <MorningGroup id="waiting" title={say(w.toDo)} rows={open.map((own) => waitingRow(say, own, href(own)))} />
      {scored && (
        <Section id="results" title={say(w.results)}>
          <OwnResults say={say} tests={tests} />
        </Section>
      )}
      {!scored && open.length === 0 && <EmptyState>{say(w.mineEmpty)}</EmptyState>}
    </Frame>
  );
}
