/** The parts of a line’s form that hold numbers: places by organisation, cost and means. */
import type { VNode } from "preact";
import { codesOf } from "#kernel/pack/lookup.ts";
import { Details } from "#platform/ui/content.tsx";
import { formatNumber } from "#platform/ui/format.ts";
import { Button, ButtonGroup, Input, Select, type Option } from "#platform/ui/forms.tsx";
import { DataTable } from "#platform/ui/lists.tsx";
import { Section } from "#platform/ui/parts.tsx";
import { w } from "../words-line.ts";
import { optionsOf } from "#kernel/pack/shown.ts";
import { wrongOf } from "#platform/ui/wrong.ts";

import { MEANS_ROWS, type LineFormProps } from "./line-form-props.ts";

const none: Option = { value: "", text: "–" };

/** Places by organisation, shared out by posts when asked. */
export function Seats({ shell, values, choices, problems }: LineFormProps): VNode {
  const { say, language } = shell;
  const wrong = wrongOf(say, problems);
  type Row = LineFormProps["choices"]["organisations"][number];
  return (
    <>
      <Input
        say={say}
        name="wanted"
        label={say(w.wanted)}
        width={5}
        inputmode="numeric"
        value={values["wanted"] ?? ""}
        error={wrong.at("wanted")}
      />
      <ButtonGroup>
        <Button name="do" value="share" variant="secondary">
          {say(w.shareOut)}
        </Button>
      </ButtonGroup>
      <p class="in-small">{say(w.seatsHint)}</p>
      <DataTable
        say={say}
        caption={say(w.seats)}
        rows={choices.organisations}
        columns={[
          { key: "name", head: say(w.organisation), cell: (row: Row) => <label for={`seat-${row.id}`}>{row.name}</label> },
          { key: "posts", head: say(w.posts), numeric: true, cell: (row: Row) => formatNumber(row.posts, language) },
          {
            key: "places",
            head: say(w.places),
            numeric: true,
            cell: (row: Row) => (
              <input
                class="govuk-input govuk-input--width-4"
                id={`seat-${row.id}`}
                name={`seat-${row.id}`}
                inputmode="numeric"
                value={values[`seat-${row.id}`] ?? ""}
              />
            ),
          },
        ]}
      />
    </>
  );
}

/** Cost by kind, means by source. */
export function Money({ shell, values, choices, problems }: LineFormProps): VNode {
  const { say, pack } = shell;
  const wrong = wrongOf(say, problems);
  const currencies = choices.currencies.map((code) => ({ value: code, text: code }));
  return (
    <>
      <Section id="costs" title={say(w.cost)} note={pack.currency.code}>
        {codesOf(pack, "cost_kind").map((kind) => (
          <Input
            say={say}
            name={`cost-${kind.code}`}
            label={say(kind.names)}
            width={20}
            inputmode="numeric"
            value={values[`cost-${kind.code}`] ?? ""}
            error={wrong.at(`cost-${kind.code}`)}
          />
        ))}
      </Section>
      <Section id="means" title={say(w.funding)}>
        {Array.from({ length: MEANS_ROWS }, (_, index) => (
          <Details summary={`${say(w.funding)} ${index + 1}`} open={index === 0 || (values[`means-${index}-amount`] ?? "") !== ""}>
            <Select
              say={say}
              name={`means-${index}-source`}
              label={say(w.source)}
              options={[none, ...optionsOf(say, pack, "funding_source")]}
              value={values[`means-${index}-source`] ?? ""}
              error={wrong.at(`means-${index}-source`)}
            />
            <Select
              say={say}
              name={`means-${index}-party`}
              label={say(w.party)}
              options={[none, ...choices.parties]}
              value={values[`means-${index}-party`] ?? ""}
            />
            <Input
              say={say}
              name={`means-${index}-amount`}
              label={say(w.amount)}
              width={20}
              inputmode="numeric"
              value={values[`means-${index}-amount`] ?? ""}
              error={wrong.at(`means-${index}-amount`)}
            />
            <Select
              say={say}
              name={`means-${index}-currency`}
              label={say(w.currency)}
              options={currencies}
              value={values[`means-${index}-currency`] ?? pack.currency.code}
            />
          </Details>
        ))}
      </Section>
    </>
  );
}
