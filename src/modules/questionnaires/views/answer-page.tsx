/** One page of a questionnaire. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { AskedPage } from "#kernel/questionnaire/asked.ts";
import { Button, ButtonGroup, Form } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { Notice, Progress, StepBar } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { w } from "../words-answer.ts";
import { QuestionField } from "./question.tsx";

export interface AnswerPageProps {
  readonly shell: Shell;
  readonly title: string;
  readonly asked: AskedPage;
  readonly action: string;
  readonly back: string | null;
  /** Where the answers are filed that this page shows. */
  readonly place: string;
  /** Come back to the check page afterwards. */
  readonly fromCheck?: boolean;
  readonly errors?: Readonly<Record<string, string>>;
  readonly typed?: Readonly<Record<string, string>>;
  readonly fileNames?: Readonly<Record<string, string>>;
  /** `09:42`, when something is kept. */
  readonly savedAt?: string;
  readonly scripts?: readonly string[];
  readonly faults?: string;
}

/** More pages than these are drawn as one bar. */
const MOST_STEPS = 40;

function Where({ shell, title, asked }: Pick<AnswerPageProps, "shell" | "title" | "asked">): VNode {
  const { say } = shell;
  if (asked.count <= MOST_STEPS) return <StepBar say={say} number={asked.number} count={asked.count} name={title} />;
  return <Progress done={asked.number} of={asked.count} text={`${title}. ${asked.number}/${asked.count}`} />;
}

export function AnswerPageView(props: AnswerPageProps): VNode {
  const { shell, title, asked, errors = {}, typed, fileNames = {}, savedAt, faults } = props;
  const { say, language } = shell;
  const [only] = asked.questions;
  const single =
    asked.heading === "" &&
    asked.questions.length === 1 &&
    only?.control !== "note" &&
    only?.control !== "rank" &&
    only?.control !== "place";
  const heading = asked.heading === "" ? title : asked.heading;
  const lang = asked.language !== "" && asked.language !== language ? asked.language : undefined;
  const idOf = (index: number): string => `q${index + 1}`;
  const listed = asked.questions.flatMap((question, index) => {
    const text = errors[question.path];
    const first = question.control === "date" ? `${idOf(index)}-day` : idOf(index);
    return text === undefined ? [] : [{ text, href: `#${first}` }];
  });
  const multipart = asked.questions.some((question) => question.control === "file");
  return (
    <Frame
      shell={shell}
      title={single ? (only?.label ?? title) : heading}
      heading={single ? false : lang === undefined ? undefined : <span lang={lang}>{heading}</span>}
      caption={asked.caption === "" ? undefined : <span lang={lang}>{asked.caption}</span>}
      width="reading"
      errors={listed}
      before={<Where shell={shell} title={title} asked={asked} />}
      current={paths.mine}
      scripts={props.scripts}
    >
      <Form
        action={props.action}
        csrf={shell.formToken}
        multipart={multipart}
        hidden={{ place: props.place, ...(props.fromCheck && { from: "check" }) }}
      >
        {asked.questions.map((question, index) => (
          <QuestionField
            say={say}
            asked={question}
            id={idOf(index)}
            error={errors[question.path]}
            heading={single}
            lang={lang}
            typed={typed}
            fileName={fileNames[question.value]}
          />
        ))}
        <ButtonGroup>
          <Button>{say(w.continue)}</Button>
          {props.back !== null && <Link href={props.back}>{say(w.back)}</Link>}
        </ButtonGroup>
        <ButtonGroup>
          <Button variant="secondary" size="small" name="stop" value="now">
            {say(w.later)}
          </Button>
        </ButtonGroup>
      </Form>
      {faults !== undefined && <Notice tone="watch">{say(w.fault, { where: faults })}</Notice>}
      {savedAt !== undefined && (
        <div class="in-sec">
          <Notice mark="good">{say(w.saved, { time: savedAt })}</Notice>
        </div>
      )}
      <p class="in-small in-sec">{say(w.privacy)}</p>
    </Frame>
  );
}
