/** Forms that plan and change a session: new, title, dates, place, people; its trainers; and the page that asks before a step. */
import { ownName } from "#platform/i18n/own-names.ts";
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Text } from "#platform/i18n/text.ts";
import { LANGUAGES } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Details } from "#platform/ui/content.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { Button, Checkboxes, DateInput, Form, Input, Radios, Select, Textarea, type DateParts, type Option } from "#platform/ui/forms.tsx";
import { Table } from "#platform/ui/lists.tsx";
import { Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { Session } from "../queries.ts";
import { w as page } from "../words-pages.ts";
import { w } from "../words-edit.ts";
import { choicesOf, optionsOf } from "#kernel/pack/shown.ts";
import { wrongOf } from "#platform/ui/wrong.ts";
import { MODES, type ViewProps } from "./common.tsx";

/** Values of a form as typed. */
export type Typed = Readonly<Record<string, string>>;

const languages: Option[] = LANGUAGES.map((language) => ({ value: language, text: ownName(language) }));

interface DatesProps extends ViewProps {
  readonly dates: Readonly<Record<"from" | "to", DateParts>>;
  readonly halves: string;
  readonly at: (field: string) => string | undefined;
}

function Dates({ shell, dates, halves, at }: DatesProps): VNode {
  const { say } = shell;
  return (
    <>
      <DateInput say={say} id="from" namePrefix="from" legend={say(w.from)} legendSize="s" values={dates.from} error={at("from-day")} />
      <DateInput say={say} id="to" namePrefix="to" legend={say(w.to)} legendSize="s" values={dates.to} error={at("to-day")} />
      <Radios
        say={say}
        name="halves"
        legend={say(w.halves)}
        legendSize="s"
        value={halves || "both"}
        choices={[
          { value: "both", text: say(w.both) },
          { value: "morning", text: say(w.mornings) },
          { value: "afternoon", text: say(w.afternoons) },
        ]}
      />
    </>
  );
}

const modeChoices = (shell: ViewProps["shell"]) =>
  (["physical", "online", "hybrid"] as const).map((mode) => ({ value: mode, text: shell.say(MODES[mode]) }));

export interface NewProps extends ViewProps {
  readonly lines: readonly Option[];
  readonly courses: readonly Option[];
  readonly values: Typed;
  readonly dates: Readonly<Record<"from" | "to", DateParts>>;
  readonly problems: readonly FieldProblem[];
}

export function NewSessionView({ shell, lines, courses, values, dates, problems }: NewProps): VNode {
  const { say } = shell;
  const wrong = wrongOf(say, problems);
  return (
    <Frame
      shell={shell}
      title={say(w.newTitle)}
      lead={say(w.newLead)}
      current={paths.sessions}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.sessions, text: say(page.sessions) }}
    >
      <Form action={paths.newSession} csrf={shell.formToken}>
        <Select
          say={say}
          name="line"
          label={say(w.line)}
          value={values["line"]}
          options={[{ value: "", text: say(w.lineNone) }, ...lines]}
          error={wrong.at("line")}
        />
        <Select
          say={say}
          name="course"
          label={say(w.course)}
          hint={say(w.courseHint)}
          value={values["course"]}
          options={[{ value: "", text: say(w.courseOfLine) }, ...courses]}
          error={wrong.at("course")}
        />
        <Textarea
          say={say}
          name="mandate"
          label={say(w.mandate)}
          hint={say(w.mandateHint)}
          value={values["mandate"]}
          rows={2}
          error={wrong.at("mandate")}
        />
        <Input say={say} name="title" label={say(w.titleOf)} value={values["title"]} error={wrong.at("title")} />
        <Select say={say} name="language" label={say(w.language)} value={values["language"] || "rw"} options={languages} />
        <Dates shell={shell} dates={dates} halves={values["halves"] ?? "both"} at={wrong.at} />
        <Radios
          say={say}
          name="mode"
          legend={say(w.mode)}
          legendSize="s"
          value={values["mode"] || "physical"}
          choices={modeChoices(shell)}
        />
        <Input
          say={say}
          name="places"
          label={say(w.places)}
          inputmode="numeric"
          width={4}
          value={values["places"] || "40"}
          error={wrong.at("places")}
        />
        <Button>{say(w.next)}</Button>
      </Form>
    </Frame>
  );
}

export const PARTS = ["title", "dates", "venue", "people"] as const;
export type EditPart = (typeof PARTS)[number];
const TITLES: Readonly<Record<EditPart, Text>> = { title: w.editTitle, dates: w.editDates, venue: w.editVenue, people: w.editPeople };

export interface EditProps extends ViewProps {
  readonly session: Session;
  readonly part: EditPart;
  readonly values: Typed;
  readonly chosen: Readonly<Record<"access" | "groups", readonly string[]>>;
  readonly dates: Readonly<Record<"from" | "to" | "closes", DateParts>>;
  readonly rule: { readonly days: number; readonly day: string };
  readonly hosts: readonly Option[];
  readonly seats: readonly { readonly organisation: string; readonly name: string; readonly value: string }[];
  readonly problems: readonly FieldProblem[];
}

/** One member with the box for its places: a row of a table, because one under the other thirty boxes fill ten screens of a phone. */
function seatRow({ organisation, name, value }: EditProps["seats"][number], error: string | undefined) {
  const id = `seat-${organisation}`;
  return [
    {
      text: (
        <label for={id}>
          {name}
          {error !== undefined && (
            <span class="govuk-error-message" id={`${id}-error`}>
              {error}
            </span>
          )}
        </label>
      ),
    },
    {
      numeric: true,
      text: (
        <input
          class={`govuk-input govuk-input--width-4${error === undefined ? "" : " govuk-input--error"}`}
          id={id}
          name={id}
          inputmode="numeric"
          value={value}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
        />
      ),
    },
  ];
}

function PartFields(props: EditProps & { readonly at: (field: string) => string | undefined }): VNode {
  const { shell, session, part, values, chosen, dates, rule, hosts, seats, at } = props;
  const { say, pack } = shell;
  if (part === "title")
    return (
      <>
        <Input say={say} name="title" label={say(w.titleOf)} value={values["title"]} error={at("title")} />
        <Select say={say} name="language" label={say(w.language)} value={values["language"]} options={languages} />
        {session.planLine === null && (
          <Textarea say={say} name="mandate" label={say(w.mandate)} value={values["mandate"]} rows={2} error={at("mandate")} />
        )}
        <Select
          say={say}
          name="funder"
          label={say(w.funder)}
          value={values["funder"]}
          options={[{ value: "", text: say(w.notChosen) }, ...optionsOf(say, pack, "funding_source")]}
        />
      </>
    );
  if (part === "dates")
    return (
      <>
        <Dates shell={shell} dates={dates} halves={values["halves"] ?? "both"} at={at} />
        <DateInput
          say={say}
          id="closes"
          namePrefix="closes"
          legend={say(w.closes)}
          legendSize="s"
          hint={say(w.closesHint, { days: rule.days, day: formatDate(rule.day) })}
          values={dates.closes}
          error={at("closes-day")}
        />
      </>
    );
  if (part === "venue")
    return (
      <>
        <Radios say={say} name="mode" legend={say(w.mode)} legendSize="s" value={values["mode"]} choices={modeChoices(shell)} />
        <Input say={say} name="place" label={say(w.place)} hint={say(w.placeHint)} value={values["place"]} error={at("place")} />
        <Select
          say={say}
          name="host"
          label={say(w.host)}
          value={values["host"]}
          options={[{ value: "", text: say(w.notChosen) }, ...hosts]}
        />
        <Checkboxes
          say={say}
          name="access"
          legend={say(w.access)}
          legendSize="s"
          values={chosen.access}
          choices={choicesOf(say, pack, "access_need")}
        />
        <Input say={say} name="link" type="url" label={say(w.link)} value={values["link"]} error={at("link")} />
      </>
    );
  return (
    <>
      <Details summary={`${say(w.groups)} (${chosen.groups.length})`} open={chosen.groups.length === 0 || at("groups") !== undefined}>
        <Checkboxes
          say={say}
          name="groups"
          values={chosen.groups}
          error={at("groups")}
          choices={pack.groups.map((group) => ({ value: group.code, text: say(group.names) }))}
        />
      </Details>
      <Input say={say} name="places" label={say(w.places)} inputmode="numeric" width={4} value={values["places"]} error={at("places")} />
      <Section id="seats" title={say(w.seats)}>
        <p class="govuk-hint">{say(w.seatsHint)}</p>
        <Table
          caption={<span class="govuk-visually-hidden">{say(w.seats)}</span>}
          head={[{ text: say(page.organisation) }, { text: say(page.seatCount), numeric: true }]}
          rows={seats.map((row) => seatRow(row, at(`seat-${row.organisation}`)))}
        />
      </Section>
    </>
  );
}

export function EditView(props: EditProps): VNode {
  const { shell, session, part, problems } = props;
  const { say } = shell;
  const wrong = wrongOf(say, problems);
  return (
    <Frame
      shell={shell}
      title={say(TITLES[part])}
      caption={session.title}
      current={paths.sessions}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.session(session.id), text: say(page.back) }}
    >
      <Form action={paths.edit(session.id, part)} csrf={shell.formToken}>
        <PartFields {...props} at={wrong.at} />
        <Button>{say(w.save)}</Button>
      </Form>
    </Frame>
  );
}
