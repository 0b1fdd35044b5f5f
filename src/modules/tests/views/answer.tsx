/** A test or an evaluation on one page: for a person’s own link, for an evaluation on her phone, and for a paper that is typed in. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { Button, ButtonGroup, Form, Input } from "#platform/ui/forms.tsx";
import { InsetText } from "#platform/ui/content.tsx";
import type { Paper } from "../answering.ts";
import { w } from "../words-answer.ts";
import { fieldId, QuestionField } from "./question-field.tsx";

export interface AnswerProps {
  readonly shell: Shell;
  readonly title: string;
  readonly lead: string;
  readonly paper: Paper;
  readonly given: ReadonlyMap<string, string>;
  readonly errors: ReadonlyMap<string, string>;
  readonly action: string;
  readonly back: { readonly href: string; readonly text: string };
  /** The day that stands on a paper; absent when the person answers herself. */
  readonly day?: { readonly value: string; readonly error?: string; readonly example: string };
  /** True for a paper: the button keeps it. */
  readonly typed: boolean;
  /** Said beneath the button when there is no way back. */
  readonly once: boolean;
  /** Opened by a personal link. */
  readonly bare?: boolean;
}

/** The form’s id, so that changing the language sends along what was answered. */
const FORM = "answers";

function Questions({ shell, paper, given, errors }: Pick<AnswerProps, "shell" | "paper" | "given" | "errors">): VNode {
  let number = 0;
  return (
    <div lang={paper.language === shell.language ? undefined : paper.language}>
      {paper.asked.map((asked) => {
        if (asked.control !== "note" && asked.control !== "shown") number += 1;
        return (
          <QuestionField say={shell.say} asked={asked} number={number} value={given.get(asked.path) ?? ""} error={errors.get(asked.path)} />
        );
      })}
    </div>
  );
}

/** The page. */
export function AnswerView(props: AnswerProps): VNode {
  const { shell, title, lead, errors, action, back, day, typed, once, bare } = props;
  const { say } = shell;
  const summary = [
    ...(day?.error === undefined ? [] : [{ text: day.error, href: "#happened" }]),
    ...[...errors].map(([path, text]) => ({
      text: `${props.paper.asked.find((asked) => asked.path === path)?.label ?? ""}: ${text}`,
      href: `#${fieldId(path)}`,
    })),
  ];
  return (
    <Frame
      shell={shell}
      bare={bare}
      typing={FORM}
      title={title}
      lead={lead}
      width="reading"
      back={back}
      errors={summary}
      current="/my/tests"
    >
      <Form action={action} csrf={shell.formToken} id={FORM}>
        {day && (
          <Input
            say={say}
            name="happened"
            label={say(w.paperDay)}
            hint={say(w.paperDayHint, { day: day.example })}
            value={day.value}
            error={day.error}
            width={10}
          />
        )}
        <Questions {...props} />
        {once && <InsetText>{say(w.sendOnce)}</InsetText>}
        <ButtonGroup>
          <Button>{say(typed ? w.keepPaper : w.send)}</Button>
        </ButtonGroup>
      </Form>
    </Frame>
  );
}
