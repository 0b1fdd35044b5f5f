/** The pages on which a reviewer decides, and on which a version is dropped or retired. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Button, ButtonGroup, Form, Radios, Textarea } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { courseFlow } from "../flows.ts";
import { paths } from "../paths.ts";
import type { Aspect, CourseVersion } from "../schema.ts";
import { w } from "../words-form.ts";
import { w as words } from "../words.ts";
import { wrongOf } from "#platform/ui/wrong.ts";
import { titleOf, type ViewProps } from "./common.tsx";

interface DecideProps extends ViewProps {
  readonly version: CourseVersion;
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

export function ReviewView({ shell, version, aspect, values, problems }: DecideProps & { readonly aspect: Aspect }): VNode {
  const { say } = shell;
  const wrong = wrongOf(say, problems);
  return (
    <Frame
      shell={shell}
      title={say(aspect === "content" ? w.reviewContentTitle : w.reviewLegalTitle)}
      caption={titleOf(shell, version)}
      lead={say(aspect === "content" ? w.reviewContentLead : w.reviewLegalLead)}
      current={paths.courses}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.version(version.version), text: say(words.back) }}
    >
      <p>
        <Link href={paths.version(version.version)}>{say(w.readCourse)}</Link>
      </p>
      <Form action={paths.review(version.version, aspect)} csrf={shell.formToken}>
        <Radios
          say={say}
          name="decision"
          legend={say(w.decision)}
          choices={[
            { value: "approved", text: say(w.approve) },
            { value: "returned", text: say(w.return) },
          ]}
          value={values["decision"]}
          error={wrong.at("decision")}
        />
        <Textarea say={say} name="note" label={say(w.note)} value={values["note"]} error={wrong.at("note")} rows={4} />
        <Button>{say(w.give)}</Button>
      </Form>
    </Frame>
  );
}

export function EndView({ shell, version, step, values, problems }: DecideProps & { readonly step: "drop" | "retire" }): VNode {
  const { say } = shell;
  const wrong = wrongOf(say, problems);
  const title = say(courseFlow.steps[step].verb.title);
  return (
    <Frame
      shell={shell}
      title={title}
      caption={titleOf(shell, version)}
      lead={say(step === "drop" ? w.endDropLead : w.endRetireLead)}
      current={paths.courses}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.version(version.version), text: say(words.back) }}
    >
      <Form action={paths.end(version.version, step)} csrf={shell.formToken}>
        <Textarea say={say} name="reason" label={say(w.reason)} value={values["reason"]} error={wrong.at("reason")} rows={3} />
        <ButtonGroup>
          <Button>{title}</Button>
          <Link href={paths.version(version.version)}>{say(words.back)}</Link>
        </ButtonGroup>
      </Form>
    </Frame>
  );
}
