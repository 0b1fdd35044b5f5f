/** The fields of each part of a round’s design. */
import type { VNode } from "preact";
import type { Say, Text } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Checkboxes, DateInput, Input, Radios, Select, Textarea, type DateParts } from "#platform/ui/forms.tsx";
import { EmptyState, Section } from "#platform/ui/parts.tsx";
import { type DesignPart, type Round } from "../schema.ts";
import { w } from "../words-rounds.ts";
import { choicesOf, nameOf } from "#kernel/pack/shown.ts";
import { type Wrong } from "#platform/ui/wrong.ts";
import { type ViewProps } from "./common.tsx";

/** What the fields of a part hold: from the round, or as they were typed. */
export interface DesignValues {
  readonly text: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly dates: Readonly<Record<string, DateParts>>;
}

/** What the fields of a part offer. */
export interface DesignOffers {
  readonly years: readonly { readonly value: string; readonly text: string }[];
  readonly earlier: readonly { readonly id: string; readonly title: string }[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly versions: readonly { readonly version: string; readonly title: string }[];
  readonly domains: readonly string[];
  readonly usual: { readonly from: string; readonly to: string };
}

export interface DesignProps extends ViewProps {
  readonly round: Round;
  readonly part: DesignPart;
  readonly values: DesignValues;
  readonly offers: DesignOffers;
  readonly problems: readonly FieldProblem[];
}

export interface PartProps extends DesignProps {
  readonly wrong: Wrong;
}

const textOf = (props: PartProps, name: string): string => props.values.text[name] ?? "";
const listOf = (props: PartProps, name: string): readonly string[] => props.values.lists[name] ?? [];

function Area(props: PartProps & { readonly name: string; readonly label: Text; readonly hint?: Text }): VNode {
  const { say } = props.shell;
  return (
    <Textarea
      say={say}
      name={props.name}
      label={say(props.label)}
      hint={props.hint && say(props.hint)}
      value={textOf(props, props.name)}
      error={props.wrong.at(props.name)}
      rows={4}
    />
  );
}

function TitlePart(props: PartProps): VNode {
  const { shell, offers, wrong } = props;
  const { say, pack } = shell;
  return (
    <>
      <Input say={say} name="title" label={say(w.title)} hint={say(w.titleHint)} value={textOf(props, "title")} error={wrong.at("title")} />
      <Select
        say={say}
        name="year"
        label={say(w.fiscalYear)}
        options={offers.years}
        value={textOf(props, "year")}
        error={wrong.at("year")}
      />
      <Radios
        say={say}
        name="kind"
        legend={say(w.kind)}
        choices={choicesOf(say, pack, "assessment_cycle")}
        value={textOf(props, "kind")}
        error={wrong.at("kind")}
      />
    </>
  );
}

function ScopePart(props: PartProps): VNode {
  const { shell, offers, wrong } = props;
  const { say, pack } = shell;
  return (
    <>
      <Radios
        say={say}
        name="scope"
        legend={say(w.scope)}
        choices={choicesOf(say, pack, "assessment_scope")}
        value={textOf(props, "scope")}
        error={wrong.at("scope")}
      />
      <Select
        say={say}
        name="previous"
        label={say(w.previous)}
        hint={say(w.previousHint)}
        options={[{ value: "", text: say(w.previousNone) }, ...offers.earlier.map((round) => ({ value: round.id, text: round.title }))]}
        value={textOf(props, "previous")}
      />
    </>
  );
}

function PeoplePart(props: PartProps): VNode {
  const { shell, offers, wrong } = props;
  const { say, pack } = shell;
  return (
    <>
      <Checkboxes
        say={say}
        name="groups"
        legend={say(w.groups)}
        choices={pack.groups.map((group) => ({ value: group.code, text: say(group.names) }))}
        values={listOf(props, "groups")}
        error={wrong.at("groups")}
      />
      <Radios
        say={say}
        name="take"
        legend={say(w.whoTakes)}
        choices={[
          { value: "all", text: say(w.allTake) },
          { value: "some", text: say(w.someTake) },
        ]}
        value={textOf(props, "take")}
        error={wrong.at("take")}
      />
      <Checkboxes
        say={say}
        name="organisations"
        legend={say(w.organisations)}
        choices={offers.organisations.map((one) => ({ value: one.id, text: one.name }))}
        values={listOf(props, "organisations")}
      />
    </>
  );
}

function MethodsPart(props: PartProps): VNode {
  const { shell, offers, wrong } = props;
  const { say, pack } = shell;
  return (
    <>
      <Checkboxes
        say={say}
        name="methods"
        legend={say(w.methods)}
        choices={choicesOf(say, pack, "assessment_method")}
        values={listOf(props, "methods")}
        error={wrong.at("methods")}
      />
      {offers.versions.length === 0 ? (
        <EmptyState>{say(w.versionEmpty)}</EmptyState>
      ) : (
        <Select
          say={say}
          name="version"
          label={say(w.version)}
          options={[{ value: "", text: say(w.versionNone) }, ...offers.versions.map((one) => ({ value: one.version, text: one.title }))]}
          value={textOf(props, "version")}
          error={wrong.at("version")}
        />
      )}
    </>
  );
}

/** The two dates of a round: on the design’s page and on the page that moves them. */
export function DatesFields({
  say,
  values,
  wrong,
  opens = true,
}: {
  readonly say: Say;
  readonly values: Readonly<Record<string, DateParts>>;
  readonly wrong: Wrong;
  readonly opens?: boolean;
}): VNode {
  return (
    <>
      {opens && (
        <DateInput say={say} id="opens" namePrefix="opens" legend={say(w.opens)} values={values["opens"]} error={wrong.at("opens-day")} />
      )}
      <DateInput
        say={say}
        id="closes"
        namePrefix="closes"
        legend={say(w.closes)}
        values={values["closes"]}
        error={wrong.at("closes-day")}
      />
    </>
  );
}

const WEIGHTS = [
  ["gap", w.weightGap],
  ["importance", w.weightImportance],
  ["reach", w.weightReach],
  ["cost", w.weightCost],
] as const;

function LevelsPart(props: PartProps): VNode {
  const { shell, offers, wrong } = props;
  const { say, pack } = shell;
  const levels = [
    { value: "", text: say(w.desiredFree) },
    ...["1", "2", "3", "4", "5"].map((level) => ({ value: level, text: `${level} ${nameOf(say, pack, "capacity_level", level)}` })),
  ];
  return (
    <>
      <Input
        say={say}
        name="needGap"
        label={say(w.needGap)}
        hint={say(w.needGapHint)}
        value={textOf(props, "needGap")}
        error={wrong.at("needGap")}
        suffix={say(w.levels)}
        width={4}
        inputmode="decimal"
      />
      <Section id="weights" title={say(w.weights)} note={say(w.weightsHint)}>
        {WEIGHTS.map(([name, label]) => (
          <Input
            say={say}
            name={name}
            label={say(label)}
            value={textOf(props, name)}
            error={wrong.at(name)}
            width={2}
            inputmode="numeric"
          />
        ))}
      </Section>
      <Section id="desired" title={say(w.desired)} note={say(w.desiredHint)}>
        {offers.domains.map((domain) => (
          <Select
            say={say}
            name={`desired-${domain}`}
            label={nameOf(say, pack, "capacity_domain", domain)}
            options={levels}
            value={textOf(props, `desired-${domain}`)}
          />
        ))}
      </Section>
    </>
  );
}

/** The fields of one part. */
export function PartFields(props: PartProps): VNode {
  const { shell, part, wrong } = props;
  const { say, pack } = shell;
  switch (part) {
    case "title":
      return <TitlePart {...props} />;
    case "why":
      return (
        <>
          <Area {...props} name="purpose" label={w.why} hint={w.whyHint} />
          <Area {...props} name="whom" label={w.whom} />
          <Area {...props} name="what" label={w.what} />
        </>
      );
    case "scope":
      return <ScopePart {...props} />;
    case "people":
      return <PeoplePart {...props} />;
    case "methods":
      return <MethodsPart {...props} />;
    case "dates":
      return (
        <>
          <p>{say(w.datesHint, props.offers.usual)}</p>
          <DatesFields say={say} values={props.values.dates} wrong={wrong} />
        </>
      );
    case "levels":
      return <LevelsPart {...props} />;
    case "sharing":
      return (
        <Radios
          say={say}
          name="consent"
          legend={say(w.consent)}
          hint={say(w.consentHint)}
          choices={choicesOf(say, pack, "consent")}
          value={textOf(props, "consent")}
          error={wrong.at("consent")}
        />
      );
  }
}
