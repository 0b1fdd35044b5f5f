/** The head of a paper questionnaire that is typed in: for what, whose post, and when it was really answered. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { Version } from "#kernel/questionnaire/store.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Button, ButtonGroup, Form, Input, type Option, Radios, Select } from "#platform/ui/forms.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { ownName } from "#platform/i18n/own-names.ts";
import { w } from "../words-paper.ts";
import { w as l } from "../words.ts";
import { w as o } from "../words-offline.ts";

export interface TypeInProps {
  readonly shell: Shell;
  readonly version: Version;
  readonly purposes: readonly Option[];
  readonly organisations: readonly Option[];
  readonly postTypes: readonly Option[];
  readonly languages: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

export function TypeInView(props: TypeInProps): VNode {
  const { shell, version, purposes, organisations, postTypes, languages, values, problems } = props;
  const { say } = shell;
  const errorOf = (field: string): string | undefined => {
    const problem = problems.find((each) => each.field === field);
    return problem && say(problem.text, problem.values);
  };
  const choose: Option = { value: "", text: "–" };
  const select = (name: string, label: string, options: readonly Option[]): VNode => (
    <Select say={say} name={name} label={label} options={[choose, ...options]} value={values[name] ?? ""} error={errorOf(name)} />
  );
  return (
    <Frame
      shell={shell}
      title={say(w.typeIn)}
      caption={`${version.title}, ${say(l.version, { number: version.number })}`}
      lead={say(w.typeInLead)}
      width="reading"
      current={paths.questionnaires}
      back={{ href: paths.version(version.id) }}
      errors={problems.map((problem) => ({ text: say(problem.text, problem.values), href: `#${problem.field}` }))}
    >
      {purposes.length === 0 ? (
        <EmptyState>{say(w.noPurpose)}</EmptyState>
      ) : (
        <Form action={paths.typeIn(version.id)} csrf={shell.formToken}>
          {select("purpose", say(w.purpose), purposes)}
          {select("organisation", say(w.office), organisations)}
          {select("postType", say(w.post), postTypes)}
          <Radios
            say={say}
            name="sex"
            legend={say(w.sex)}
            value={values["sex"] ?? ""}
            choices={[
              { value: "F", text: say(w.female) },
              { value: "M", text: say(w.male) },
              { value: "", text: say(w.notSaid), checked: (values["sex"] ?? "") === "" },
            ]}
          />
          <Input
            say={say}
            name="years"
            label={say(w.years)}
            width={3}
            inputmode="numeric"
            value={values["years"]}
            error={errorOf("years")}
          />
          <Input
            say={say}
            name="happened"
            label={say(w.trueDate)}
            hint={say(w.trueDateHint)}
            width={10}
            value={values["happened"]}
            error={errorOf("happened")}
          />
          {languages.length > 1 && (
            <Select
              say={say}
              name="language"
              label={say(o.language)}
              value={values["language"] ?? languages[0]}
              options={languages.map((code) => ({ value: code, text: ownName(code) }))}
            />
          )}
          <ButtonGroup>
            <Button>{say(w.begin)}</Button>
          </ButtonGroup>
        </Form>
      )}
    </Frame>
  );
}
