/** The form for a service problem, with a search for the place that works without script. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import { tierOf } from "#kernel/pack/lookup.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Button, DateInput, Form, Input, Radios, Select, Textarea, type DateParts } from "#platform/ui/forms.tsx";
import { Columns, Notice } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { FoundPlace } from "../queries-needs.ts";
import { w as common } from "../words-common.ts";
import { w as needs } from "../words-needs.ts";
import { w } from "../words-report.ts";
import { optionsOf } from "#kernel/pack/shown.ts";
import { wrongOf } from "#platform/ui/wrong.ts";
import { type ViewProps } from "./common.tsx";

export interface ReportProps extends ViewProps {
  readonly organisationName: string;
  readonly values: Readonly<Record<string, string>>;
  readonly measuredOn: DateParts;
  readonly places: readonly FoundPlace[];
  readonly searched: boolean;
  readonly problems: readonly FieldProblem[];
}

export function ReportView({ shell, organisationName, values, measuredOn, places, searched, problems }: ReportProps): VNode {
  const { say, pack } = shell;
  const wrong = wrongOf(say, problems);
  const text = (name: string): string => values[name] ?? "";
  return (
    <Frame
      shell={shell}
      title={say(w.reportTitle)}
      caption={organisationName}
      lead={say(w.reportLead)}
      current={paths.needs}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.needs, text: say(common.back) }}
    >
      <Form action={paths.report} csrf={shell.formToken}>
        <Textarea say={say} name="statement" label={say(w.statement)} value={text("statement")} error={wrong.at("statement")} rows={2} />
        <Input
          say={say}
          name="service"
          label={say(needs.service)}
          hint={say(w.serviceHint)}
          value={text("service")}
          error={wrong.at("service")}
        />
        <Input say={say} name="place" label={say(w.placeSearch)} hint={say(w.placeHint)} value={text("place")} error={wrong.at("place")} />
        <p>
          <Button name="find" value="place" variant="secondary">
            {say(w.placeFind)}
          </Button>
        </p>
        {searched && places.length === 0 && (
          <Notice tone="watch">{say(w.placeNone, { organisation: organisationName, words: text("place") })}</Notice>
        )}
        {places.length > 0 && (
          <Radios
            say={say}
            name="territory"
            legend={say(w.placeChoose)}
            value={text("territory")}
            error={wrong.at("territory")}
            choices={places.map((place) => ({
              value: place.territory,
              text: place.name,
              hint:
                place.above === ""
                  ? say(tierOf(pack, place.tier).names)
                  : say(w.placeIn, { tier: say(tierOf(pack, place.tier).names), above: place.above }),
            }))}
          />
        )}
        <Input
          say={say}
          name="sufferers"
          label={say(needs.sufferers)}
          hint={say(w.sufferersHint)}
          value={text("sufferers")}
          error={wrong.at("sufferers")}
        />
        <Input
          say={say}
          name="since"
          label={say(w.sinceWhen)}
          hint={say(w.sinceHint)}
          width={10}
          value={text("since")}
          error={wrong.at("since")}
        />
        <Input
          say={say}
          name="measure"
          label={say(w.measureWhat)}
          hint={say(w.measureHint)}
          value={text("measure")}
          error={wrong.at("measure")}
        />
        <Columns>
          <Input
            say={say}
            name="value"
            label={say(w.value)}
            width={10}
            inputmode="decimal"
            value={text("value")}
            error={wrong.at("value")}
          />
          <Input say={say} name="unit" label={say(w.unit)} width={10} value={text("unit")} error={wrong.at("unit")} />
        </Columns>
        <DateInput
          say={say}
          id="measured"
          namePrefix="measured"
          legend={say(w.measuredOn)}
          values={measuredOn}
          error={wrong.at("measured-day")}
        />
        <Select
          say={say}
          name="domain"
          label={say(needs.field)}
          options={[{ value: "", text: "–" }, ...optionsOf(say, pack, "capacity_domain")]}
          value={text("domain")}
          error={wrong.at("domain")}
        />
        <Select
          say={say}
          name="cause"
          label={say(w.causeSeen)}
          options={[{ value: "", text: say(w.causeUnknown) }, ...optionsOf(say, pack, "gap_cause")]}
          value={text("cause")}
        />
        <Button>{say(w.reportButton)}</Button>
      </Form>
    </Frame>
  );
}
