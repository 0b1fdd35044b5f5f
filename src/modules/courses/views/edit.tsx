/** The pages that write a draft: one page for each part, in the order of the task list. */
import type { VNode } from "preact";
import { OWN_NAMES } from "#platform/i18n/own-names.ts";
import { Frame } from "#kernel/access/frame.tsx";
import { LANGUAGES, type Language, type Text } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Button, Checkboxes, Fieldset, Form, Input, Radios, Select, Textarea } from "#platform/ui/forms.tsx";
import { hasCode, codeOf } from "#kernel/pack/lookup.ts";
import { paths } from "../paths.ts";
import { courseModalities, type Offered } from "../schema-form.ts";
import type { CoursePart, CourseVersion } from "../schema.ts";
import { w } from "../words-form.ts";
import { w as words } from "../words.ts";
import { choicesOf, optionsOf } from "#kernel/pack/shown.ts";
import { wrongOf, type Wrong } from "#platform/ui/wrong.ts";
import { titleOf, type ViewProps } from "./common.tsx";
import { PART_TITLES } from "./course-work.tsx";

/** What the fields hold: from the draft, or as they were typed. */
export interface EditValues {
  readonly text: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

export interface EditProps extends ViewProps {
  readonly version: CourseVersion;
  readonly part: CoursePart;
  readonly values: EditValues;
  readonly offered: Offered;
  readonly rule: { readonly attendance: number; readonly pass: number };
  readonly problems: readonly FieldProblem[];
}

interface FieldsProps extends ViewProps {
  readonly values: EditValues;
  readonly wrong: Wrong;
}

const LANGUAGE_WORDS: Readonly<Record<Language, Text>> = { en: w.english, fr: w.french, rw: w.kinyarwanda };

/** One text in three boxes, one a language. */
export function WordingFields(
  props: FieldsProps & { readonly name: string; readonly label: Text; readonly long?: number; readonly hint?: Text },
): VNode {
  const { shell, values, wrong, name, label, long, hint } = props;
  const { say } = shell;
  return (
    <>
      {LANGUAGES.map((language, index) => {
        const field = `${name}-${language}`;
        const shared = {
          say,
          name: field,
          label: say(label, { language: say(LANGUAGE_WORDS[language]) }),
          value: values.text[field] ?? "",
          error: wrong.at(field),
          hint: index === 0 && hint !== undefined ? say(hint) : undefined,
          attributes: { lang: language },
        };
        return long === undefined ? <Input {...shared} /> : <Textarea {...shared} rows={long} />;
      })}
    </>
  );
}

function TitleFields({ shell, values, wrong }: FieldsProps): VNode {
  const { say, pack } = shell;
  const modalities = courseModalities(pack).map((code) => ({
    value: code,
    text: hasCode(pack, "modality", code) ? say(codeOf(pack, "modality", code).names) : code,
  }));
  return (
    <>
      <WordingFields shell={shell} values={values} wrong={wrong} name="title" label={w.titleIn} />
      <WordingFields shell={shell} values={values} wrong={wrong} name="summary" label={w.summaryIn} long={3} />
      <Select
        say={say}
        name="modality"
        label={say(w.modality)}
        options={[{ value: "", text: say(w.choose) }, ...modalities]}
        value={values.text["modality"]}
        error={wrong.at("modality")}
      />
      <Select
        say={say}
        name="domain"
        label={say(w.domain)}
        options={[{ value: "", text: say(w.choose) }, ...optionsOf(say, pack, "capacity_domain")]}
        value={values.text["domain"]}
        error={wrong.at("domain")}
      />
      <Checkboxes
        say={say}
        name="otherDomains"
        legend={say(w.otherDomains)}
        choices={choicesOf(say, pack, "capacity_domain")}
        values={values.lists["otherDomains"] ?? []}
      />
      <Input
        say={say}
        name="programme"
        label={say(w.programme)}
        hint={say(w.programmeHint)}
        value={values.text["programme"]}
        error={wrong.at("programme")}
      />
    </>
  );
}

function PeopleFields({ shell, values, wrong }: FieldsProps): VNode {
  const { say, pack } = shell;
  return (
    <>
      <Checkboxes
        say={say}
        name="groups"
        legend={say(w.groups)}
        choices={pack.groups.map((group) => ({ value: group.code, text: say(group.names) }))}
        values={values.lists["groups"] ?? []}
        error={wrong.at("groups")}
      />
      <Checkboxes
        say={say}
        name="languages"
        legend={say(w.languages)}
        choices={LANGUAGES.map((language) => ({ value: language, text: OWN_NAMES[language] }))}
        values={values.lists["languages"] ?? []}
        error={wrong.at("languages")}
      />
      <WordingFields shell={shell} values={values} wrong={wrong} name="prerequisites" label={w.prerequisitesIn} long={2} />
    </>
  );
}

function PassFields({ shell, values, wrong, rule }: FieldsProps & Pick<EditProps, "rule">): VNode {
  const { say, pack } = shell;
  const percent = (name: "passMark" | "attendanceMinimum", share: number): VNode => (
    <Input
      say={say}
      name={name}
      label={say(w[name])}
      hint={say(w.passHint, { share })}
      value={values.text[name]}
      error={wrong.at(name)}
      width={3}
      inputmode="numeric"
      suffix="%"
    />
  );
  return (
    <>
      <Radios
        say={say}
        name="assessment"
        legend={say(w.assessment)}
        choices={choicesOf(say, pack, "course_assessment")}
        value={values.text["assessment"]}
        error={wrong.at("assessment")}
      />
      {percent("passMark", rule.pass)}
      {percent("attendanceMinimum", rule.attendance)}
    </>
  );
}

function TestFields({ shell, values, wrong, offered }: FieldsProps & Pick<EditProps, "offered">): VNode {
  const { say } = shell;
  const chooser = (name: "preTest" | "postTest" | "evaluation", scored: boolean): VNode => (
    <Select
      say={say}
      name={name}
      label={say(w[name])}
      hint={name === "preTest" ? say(w.testsHint) : undefined}
      options={[
        { value: "", text: say(w.noTest) },
        ...offered.versions.filter((one) => one.scored === scored).map((one) => ({ value: one.version, text: one.title })),
      ]}
      value={values.text[name]}
      error={wrong.at(name)}
    />
  );
  return (
    <>
      {chooser("preTest", true)}
      {chooser("postTest", true)}
      {chooser("evaluation", false)}
    </>
  );
}

/** One part of a draft. */
export function EditView(props: EditProps): VNode {
  const { shell, version, part, problems } = props;
  const { say } = shell;
  const wrong = wrongOf(say, problems);
  const fields = { shell, values: props.values, wrong };
  return (
    <Frame
      shell={shell}
      title={say(PART_TITLES[part])}
      caption={titleOf(shell, version)}
      current={paths.courses}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.version(version.version), text: say(words.back) }}
    >
      <Form action={paths.part(version.version, part)} csrf={shell.formToken}>
        {part === "title" && <TitleFields {...fields} />}
        {part === "people" && <PeopleFields {...fields} />}
        {part === "outcomes" && <WordingFields {...fields} name="outcomes" label={w.outcomesIn} hint={w.outcomesHint} long={6} />}
        {part === "pass" && <PassFields {...fields} rule={props.rule} />}
        {part === "tests" && <TestFields {...fields} offered={props.offered} />}
        <Button>{say(w.save)}</Button>
      </Form>
    </Frame>
  );
}

/** The page that begins a course. */
export function BeginView({ shell, values, problems }: ViewProps & Pick<EditProps, "values" | "problems">): VNode {
  const { say, pack } = shell;
  const wrong = wrongOf(say, problems);
  const modalities = optionsOf(say, pack, "modality").filter((option) => courseModalities(pack).includes(String(option.value)));
  return (
    <Frame
      shell={shell}
      title={say(w.beginTitle)}
      lead={say(w.beginLead)}
      current={paths.courses}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.courses, text: say(words.module) }}
    >
      <Form action={paths.newCourse} csrf={shell.formToken}>
        <Fieldset>
          <Input
            say={say}
            name="code"
            label={say(w.code)}
            hint={say(w.codeHint)}
            value={values.text["code"]}
            error={wrong.at("code")}
            width={10}
          />
          <Input
            say={say}
            name="title"
            label={say(w.titleIn, { language: say(LANGUAGE_WORDS[shell.language]) })}
            value={values.text["title"]}
            error={wrong.at("title")}
          />
          <Select
            say={say}
            name="modality"
            label={say(w.modality)}
            options={[{ value: "", text: say(w.choose) }, ...modalities]}
            value={values.text["modality"]}
            error={wrong.at("modality")}
          />
          <Select
            say={say}
            name="domain"
            label={say(w.domain)}
            options={[{ value: "", text: say(w.choose) }, ...optionsOf(say, pack, "capacity_domain")]}
            value={values.text["domain"]}
            error={wrong.at("domain")}
          />
        </Fieldset>
        <Button>{say(w.beginTitle)}</Button>
      </Form>
    </Frame>
  );
}
