/** The form of a line in four parts: what and for whom, when and where, places by organisation, cost and means. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import { Details } from "#platform/ui/content.tsx";
import { Button, Checkboxes, DateInput, Form, Input, Radios, Select, Textarea, type Option } from "#platform/ui/forms.tsx";
import { paths } from "../paths.ts";
import { MODES } from "../schema.ts";
import { w as planWords } from "../words-plan.ts";
import { w } from "../words-line.ts";
import { groupOptions, nameOf, optionsOf } from "#kernel/pack/shown.ts";
import { wrongOf } from "#platform/ui/wrong.ts";
import { regionsOf } from "./common.tsx";
import { Clashes } from "./clashes.tsx";
import { Cause, needName } from "./need.tsx";

import { type LineFormProps } from "./line-form-props.ts";
import { Money, Seats } from "./line-form-sums.tsx";

const TITLES = { what: w.partWhat, when: w.partWhen, seats: w.partSeats, money: w.partMoney } as const;
const none: Option = { value: "", text: "–" };

function What({ shell, values, groups, chosenNeeds, choices, problems }: LineFormProps): VNode {
  const { say, pack } = shell;
  const wrong = wrongOf(say, problems);
  const value = (name: string): string => values[name] ?? "";
  return (
    <>
      <Input say={say} name="title" label={say(w.title)} value={value("title")} error={wrong.at("title")} />
      <Select
        say={say}
        name="modality"
        label={say(w.modality)}
        options={[none, ...optionsOf(say, pack, "modality")]}
        value={value("modality")}
        error={wrong.at("modality")}
      />
      <Radios
        say={say}
        name="mode"
        legend={say(w.mode)}
        choices={MODES.map((mode) => ({ value: mode, text: nameOf(say, pack, "delivery_mode", mode) }))}
        value={value("mode")}
      />
      <Select
        say={say}
        name="course"
        label={say(w.course)}
        options={[{ value: "", text: say(w.noCourse) }, ...choices.courses]}
        value={value("course")}
      />
      <Select
        say={say}
        name="domain"
        label={say(w.domain)}
        options={[none, ...optionsOf(say, pack, "capacity_domain")]}
        value={value("domain")}
      />
      <Details summary={`${say(w.groups)} (${groups.length})`} open={groups.length === 0}>
        <Checkboxes say={say} name="groups" choices={groupOptions(say, pack)} values={groups} />
      </Details>
      <div id="needs">
        {choices.needs.length > 0 && (
          <Checkboxes
            say={say}
            name="needs"
            idPrefix="need"
            legend={say(w.needs)}
            error={wrong.at("needs")}
            choices={choices.needs.map((need) => ({
              value: need.id,
              text: `${needName(shell, need)}, ${need.organisationName}`,
              hint: <Cause shell={shell} need={need} />,
            }))}
            values={[...chosenNeeds]}
          />
        )}
      </div>
      <Textarea
        say={say}
        name="mandate"
        label={say(w.mandate)}
        hint={say(w.mandateHint)}
        value={value("mandate")}
        error={wrong.at("mandate")}
        rows={2}
      />
      <Textarea
        say={say}
        name="change"
        label={say(w.change)}
        hint={say(w.changeHint)}
        value={value("change")}
        error={wrong.at("change")}
        rows={2}
      />
      <Select say={say} name="indicator" label={say(w.indicator)} options={[none, ...choices.indicators]} value={value("indicator")} />
      <Input say={say} name="indicatorWords" label={say(w.indicatorWords)} value={value("indicatorWords")} />
      <Select
        say={say}
        name="responsible"
        label={say(w.responsible)}
        options={[none, ...choices.responsible]}
        value={value("responsible")}
      />
    </>
  );
}

function When({ shell, values, days, clashes, problems }: LineFormProps): VNode {
  const { say, pack } = shell;
  const wrong = wrongOf(say, problems);
  return (
    <>
      <DateInput say={say} id="from" namePrefix="from" legend={say(w.from)} values={days.from} error={wrong.at("from-day")} />
      <DateInput say={say} id="to" namePrefix="to" legend={say(w.to)} values={days.to} error={wrong.at("to-day")} />
      <Clashes shell={shell} clashes={clashes} reason={null} />
      {(clashes.length > 0 || (values["clashReason"] ?? "") !== "") && (
        <Textarea
          say={say}
          name="clashReason"
          label={say(w.clashReason)}
          value={values["clashReason"] ?? ""}
          error={wrong.at("clashReason")}
          rows={2}
        />
      )}
      <Select
        say={say}
        name="region"
        label={say(w.region)}
        options={[none, ...regionsOf(pack).map((unit) => ({ value: unit.code, text: say(unit.names) }))]}
        value={values["region"] ?? ""}
      />
      <Input say={say} name="venue" label={say(w.venue)} value={values["venue"] ?? ""} />
      <Input say={say} name="provider" label={say(w.provider)} value={values["provider"] ?? ""} />
    </>
  );
}

const BODIES = { what: What, when: When, seats: Seats, money: Money } as const;

export function LineFormView(props: LineFormProps): VNode {
  const { shell, plan, line, part, title, values, problems } = props;
  const { say } = shell;
  const wrong = wrongOf(say, problems);
  const Body = BODIES[part];
  const isNew = line === "new";
  return (
    <Frame
      shell={shell}
      title={say(TITLES[part])}
      caption={title === "" ? plan.title : title}
      current={paths.plans}
      {...(part !== "seats" && { width: "reading" as const })}
      errors={wrong.errors}
      back={{
        href: isNew ? paths.lines(plan.id) : plan.state === "revision" ? paths.revision(plan.id) : paths.line(line),
        text: say(planWords.back),
      }}
    >
      <Form action={paths.edit(plan.id, line, part)} csrf={shell.formToken}>
        <Body {...props} />
        {plan.state === "revision" && (
          <Textarea
            say={say}
            name="changeReason"
            label={say(planWords.changeReason)}
            hint={say(planWords.changeReasonHint)}
            value={values["changeReason"] ?? ""}
            error={wrong.at("changeReason")}
            rows={2}
          />
        )}
        <Button>{say(planWords.save)}</Button>
      </Form>
    </Frame>
  );
}
