/** A page of a version as a respondent would meet it, with the condition under which it is asked. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { AskedPage } from "#kernel/questionnaire/asked.ts";
import type { Version } from "#kernel/questionnaire/store.ts";
import { Pages } from "#platform/ui/lists.tsx";
import { Notice, StepBar } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { w } from "../words.ts";
import { QuestionField } from "./question.tsx";

export interface PreviewProps {
  readonly shell: Shell;
  readonly version: Version;
  readonly asked: AskedPage;
  /** Conditions of the page and of its questions, as the author wrote them. */
  readonly conditions: readonly string[];
  readonly repeated: boolean;
}

export function PreviewView({ shell, version, asked, conditions, repeated }: PreviewProps): VNode {
  const { say, language } = shell;
  const lang = asked.language !== "" && asked.language !== language ? asked.language : undefined;
  return (
    <Frame
      shell={shell}
      title={say(w.previewTitle, { title: version.title })}
      breadcrumbs={[
        { text: say(w.module), href: paths.questionnaires },
        { text: version.title, href: paths.instrument(version.instrument) },
        { text: say(w.version, { number: version.number }), href: paths.version(version.id) },
      ]}
      notice={<Notice>{say(w.previewNote)}</Notice>}
      width="reading"
      current={paths.questionnaires}
    >
      <div class="in-sec">
        <StepBar say={say} number={asked.number} count={asked.count} />
      </div>
      {asked.caption !== "" && (
        <p class="in-caption" lang={lang}>
          {asked.caption}
        </p>
      )}
      {asked.heading !== "" && <h2 lang={lang}>{asked.heading}</h2>}
      {repeated && <p class="in-small">{say(w.repeatNote)}</p>}
      {conditions.map((condition) => (
        <p class="in-small">{say(w.askedWhen, { condition })}</p>
      ))}
      {asked.questions.map((question, index) => (
        <QuestionField say={say} asked={question} id={`q${index + 1}`} lang={lang} />
      ))}
      <div class="in-sec">
        <Pages say={say} current={asked.number} last={asked.count} href={(page) => paths.preview(version.id, page)} />
      </div>
    </Frame>
  );
}
