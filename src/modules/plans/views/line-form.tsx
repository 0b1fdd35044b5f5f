/** The form of a line in four parts: what and for whom, when and where, places by organisation, cost and means. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import { codesOf } from "#kernel/pack/lookup.ts";
import type { NeedFacts } from "#modules/needs";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Details } from "#platform/ui/content.tsx";
import { formatNumber } from "#platform/ui/format.ts";
import {
  Button,
  ButtonGroup,
  Checkboxes,
  DateInput,
  Form,
  Input,
  Radios,
  Select,
  Textarea,
  type DateParts,
  type Option,
} from "#platform/ui/forms.tsx";
import { DataTable } from "#platform/ui/lists.tsx";
import { Section } from "#platform/ui/parts.tsx";
import type { Clash } from "../clashes.ts";
import { paths } from "../paths.ts";
import { MODES, type Plan } from "../schema.ts";
import { w as planWords } from "../words-plan.ts";
import { w } from "../words-line.ts";
import { nameOf, optionsOf } from "#kernel/pack/shown.ts";
import { wrongOf } from "#platform/ui/wrong.ts";
import { regionsOf, type ViewProps } from "./common.tsx";
import { Clashes } from "./line.tsx";
import { Cause, needName } from "./pool.tsx";

export const PARTS = ["what", "when", "seats", "money"] as const;
export type Part = (typeof PARTS)[number];

/** A row of means in the form. */
export const MEANS_ROWS = 5;

export interface LineFormProps extends ViewProps {
  readonly plan: Plan;
  readonly line: string;
  readonly part: Part;
  readonly title: string;
  /** What the fields show, by their names. */
  readonly values: Readonly<Record<string, string>>;
  readonly groups: readonly string[];
  readonly chosenNeeds: ReadonlySet<string>;
  readonly days: { readonly from: DateParts; readonly to: DateParts };
  readonly problems: readonly FieldProblem[];
  readonly choices: {
    readonly needs: readonly NeedFacts[];
    readonly courses: readonly Option[];
    readonly indicators: readonly Option[];
    readonly responsible: readonly Option[];
    readonly organisations: readonly { readonly id: string; readonly name: string; readonly posts: number }[];
    readonly parties: readonly Option[];
    readonly currencies: readonly string[];
  };
  readonly clashes: readonly Clash[];
}

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
        <Checkboxes
          say={say}
          name="groups"
          choices={pack.groups.map((group) => ({ value: group.code, text: say(group.names) }))}
          values={groups}
        />
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

function Seats({ shell, values, choices, problems }: LineFormProps): VNode {
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

function Money({ shell, values, choices, problems }: LineFormProps): VNode {
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

export interface RemoveProps extends ViewProps {
  readonly plan: Plan;
  readonly line: { readonly id: string; readonly title: string };
  readonly problems: readonly FieldProblem[];
}

/** Asks before a line leaves the draft; in a revision the reason is asked for as well. */
export function RemoveView({ shell, plan, line, problems }: RemoveProps): VNode {
  const { say } = shell;
  const wrong = wrongOf(say, problems);
  const revising = plan.state === "revision";
  const title = say(revising ? planWords.dropLine : w.remove);
  return (
    <Frame
      shell={shell}
      title={title}
      caption={line.title}
      lead={revising ? undefined : say(w.removeLead)}
      current={paths.plans}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.line(line.id), text: say(planWords.back) }}
    >
      <Form action={paths.removeLine(plan.id, line.id)} csrf={shell.formToken}>
        {revising && (
          <Textarea
            say={say}
            name="changeReason"
            label={say(planWords.changeReason)}
            hint={say(planWords.changeReasonHint)}
            error={wrong.at("changeReason")}
            rows={2}
          />
        )}
        <Button variant="secondary">{title}</Button>
      </Form>
    </Frame>
  );
}
