/** Uploading a workbook: as a new questionnaire, or as the next version of one. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Button, ButtonGroup, FileUpload, Form, Input, Select } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { Notice } from "#platform/ui/parts.tsx";
import { LANGUAGES } from "#platform/i18n/text.ts";
import { paths } from "../paths.ts";
import { ownName } from "#platform/i18n/own-names.ts";
import { w } from "../words.ts";

export const XLSX = ".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export interface UploadProps {
  readonly shell: Shell;
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

export function UploadView({ shell, values, problems }: UploadProps): VNode {
  const { say } = shell;
  const errorOf = (field: string): string | undefined => {
    const problem = problems.find((each) => each.field === field);
    return problem && say(problem.text, problem.values);
  };
  return (
    <Frame
      shell={shell}
      title={say(w.add)}
      lead={say(w.addLead)}
      back={{ href: paths.questionnaires }}
      width="reading"
      current={paths.questionnaires}
      errors={problems.map((problem) => ({ text: say(problem.text, problem.values), href: `#${problem.field}` }))}
    >
      <Notice>
        <Link href={paths.template}>{say(w.template)}</Link>
      </Notice>
      <Form action={paths.upload} csrf={shell.formToken} multipart>
        <Input say={say} name="title" label={say(w.title)} hint={say(w.titleHint)} value={values["title"]} error={errorOf("title")} />
        <Select
          say={say}
          name="language"
          label={say(w.titleLanguage)}
          value={values["language"] ?? shell.language}
          options={LANGUAGES.map((code) => ({ value: code, text: ownName(code) }))}
        />
        <Input
          say={say}
          name="code"
          label={say(w.code)}
          hint={say(w.codeHint)}
          width={20}
          value={values["code"]}
          error={errorOf("code")}
          autocapitalize="characters"
        />
        <FileUpload say={say} name="workbook" label={say(w.workbook)} accept={XLSX} error={errorOf("workbook")} />
        <ButtonGroup>
          <Button>{say(w.upload)}</Button>
          <Link href={paths.questionnaires}>{say(w.module)}</Link>
        </ButtonGroup>
      </Form>
    </Frame>
  );
}
