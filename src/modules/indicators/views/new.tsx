/** A new indicator in three steps: what it counts, where it begins and who owns it, check and save. */
import { ownName } from "#platform/i18n/own-names.ts";
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import { LANGUAGES } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Button, DateInput, Form, Input, Radios, Select, Textarea, type DateParts, type Option } from "#platform/ui/forms.tsx";
import { CheckAnswers } from "#platform/ui/lists.tsx";
import { Details } from "#platform/ui/content.tsx";
import { StepBar } from "#platform/ui/parts.tsx";
import { INDICATOR_KINDS } from "#kernel/measure/schema.ts";

import { paths } from "../paths.ts";
import { w } from "../words-forms.ts";
import { w as words } from "../words.ts";
import { choicesOf, nameOf, optionsOf } from "#kernel/pack/shown.ts";
import { wrongOf, type Wrong } from "#platform/ui/wrong.ts";
import { type ViewProps } from "./common.tsx";

export type Values = Readonly<Record<string, string>>;
export interface NewProps extends ViewProps {
  readonly step: 1 | 2 | 3;
  readonly values: Values;
  readonly until: DateParts;
  readonly members: readonly Option[];
  readonly ownerTypes: readonly Option[];
  readonly problems: readonly FieldProblem[];
  /** Everything answered so far, carried along. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
}

interface StepProps extends ViewProps {
  readonly values: Values;
  readonly wrong: Wrong;
}

function Names({ shell, values, wrong, field }: StepProps & { readonly field: "name" | "definition" }): VNode {
  const { say, language } = shell;
  const one = (code: (typeof LANGUAGES)[number]): VNode => {
    const name = `${field}-${code}`;
    const common = { say, name, label: say(w[field], { language: ownName(code) }), value: values[name] ?? "", error: wrong.at(name) };
    return field === "name" ? <Input {...common} /> : <Textarea {...common} rows={3} hint={say(w.definitionHint)} />;
  };
  const others = LANGUAGES.filter((code) => code !== language);
  return (
    <>
      {one(language)}
      <Details
        summary={others.map((code) => ownName(code)).join(", ")}
        open={others.some((code) => wrong.at(`${field}-${code}`) !== undefined)}
      >
        {others.map(one)}
      </Details>
    </>
  );
}

function First({ shell, values, wrong }: StepProps): VNode {
  const { say, pack } = shell;
  const value = (name: string): string => values[name] ?? "";
  const kinds = INDICATOR_KINDS.filter((kind) => kind !== "strategic").map((kind) => ({
    value: kind,
    text: nameOf(say, pack, "indicator_kind", kind),
  }));
  return (
    <>
      <Names shell={shell} values={values} wrong={wrong} field="name" />
      <Input
        say={say}
        name="code"
        label={say(w.code)}
        hint={say(w.codeHint)}
        width={20}
        autocapitalize="characters"
        value={value("code")}
        error={wrong.at("code")}
      />
      <Names shell={shell} values={values} wrong={wrong} field="definition" />
      <Radios say={say} name="kind" legend={say(w.kind)} choices={kinds} value={value("kind")} error={wrong.at("kind")} />
      <Radios
        say={say}
        name="unit"
        legend={say(w.unit)}
        choices={choicesOf(say, pack, "indicator_unit")}
        value={value("unit")}
        error={wrong.at("unit")}
      />
      <Radios
        say={say}
        name="better"
        legend={say(w.better)}
        choices={[
          { value: "up", text: say(words.up) },
          { value: "down", text: say(words.down) },
        ]}
        value={value("better")}
        error={wrong.at("better")}
      />
      <Select
        say={say}
        name="frequency"
        label={say(w.frequency)}
        options={[{ value: "", text: say(w.choose) }, ...optionsOf(say, pack, "indicator_frequency")]}
        value={value("frequency")}
        error={wrong.at("frequency")}
      />
      <Select
        say={say}
        name="domain"
        label={say(w.field)}
        options={[{ value: "", text: "–" }, ...optionsOf(say, pack, "capacity_domain")]}
        value={value("domain")}
        error={wrong.at("domain")}
      />
      <Input say={say} name="usual" label={say(w.usualSource)} value={value("usual")} error={wrong.at("usual")} />
    </>
  );
}

/** Where an indicator begins: organisation, owner, baseline. Also the form that adds an organisation later. */
export function StartFields({
  shell,
  values,
  wrong,
  until,
  members,
  ownerTypes,
  percent,
}: StepProps & Pick<NewProps, "until" | "members" | "ownerTypes"> & { readonly percent: boolean }): VNode {
  const { say } = shell;
  const value = (name: string): string => values[name] ?? "";
  const choose = { value: "", text: say(w.choose) };
  return (
    <>
      <Select
        say={say}
        name="organisation"
        label={say(w.organisation)}
        options={[choose, ...members]}
        value={value("organisation")}
        error={wrong.at("organisation")}
      />
      <Select
        say={say}
        name="owner"
        label={say(w.ownerType)}
        options={[choose, ...ownerTypes]}
        value={value("owner")}
        error={wrong.at("owner")}
      />
      <Input
        say={say}
        name="value"
        label={say(w.baseline)}
        width={10}
        inputmode="decimal"
        value={value("value")}
        error={wrong.at("value")}
        {...(percent && { suffix: "%" })}
      />
      <DateInput say={say} id="until" namePrefix="until" legend={say(w.baselineTo)} values={until} error={wrong.at("until-day")} />
      <Input
        say={say}
        name="source"
        label={say(w.baselineSource)}
        hint={say(w.sourceHint)}
        value={value("source")}
        error={wrong.at("source")}
      />
    </>
  );
}

export function NewView(props: NewProps): VNode {
  const { shell, step, values, problems, hidden, answers } = props;
  const { say } = shell;
  const wrong = wrongOf(say, problems);
  const title = say(step === 1 ? w.step1 : step === 2 ? w.step2 : w.step3);
  return (
    <Frame
      shell={shell}
      title={title}
      current={paths.indicators}
      width="reading"
      errors={wrong.errors}
      before={<StepBar say={say} number={step} count={3} name={say(w.newTitle)} />}
      back={{ href: paths.indicators, text: say(words.module) }}
    >
      {step === 3 ? (
        <CheckAnswers
          say={say}
          groups={[{ answers }]}
          action={paths.create}
          csrf={shell.formToken}
          button={say(w.save)}
          hidden={{ ...hidden, step: "3" }}
        />
      ) : (
        <Form action={paths.create} csrf={shell.formToken} hidden={{ ...hidden, step: String(step) }}>
          {step === 1 ? (
            <First shell={shell} values={values} wrong={wrong} />
          ) : (
            <StartFields {...props} wrong={wrong} percent={values["unit"] === "percent"} />
          )}
          <Button>{say(w.next)}</Button>
        </Form>
      )}
    </Frame>
  );
}
