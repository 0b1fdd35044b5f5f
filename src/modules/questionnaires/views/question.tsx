/** One question of a questionnaire as a control that works without script. */
import type { VNode } from "preact";
import type { Asked } from "#kernel/questionnaire/asked.ts";
import type { Language, Say } from "#platform/i18n/text.ts";
import type { Content } from "#platform/ui/markup.ts";
import { Checkboxes, DateInput, Fieldset, FileUpload, Input, Radios, Select, Textarea } from "#platform/ui/forms.tsx";
import { part } from "../field-names.ts";
import { w } from "../words-answer.ts";

export interface QuestionProps {
  readonly say: Say;
  readonly asked: Asked;
  /** The id of its first control; the error summary links to it. */
  readonly id: string;
  readonly error?: string;
  /** The question is the page's title. */
  readonly heading?: boolean;
  /** Set when the question's language is not the page's. */
  readonly lang?: Language | string;
  /** Parts as they were typed, for what is sent back. */
  readonly typed?: Readonly<Record<string, string>>;
  /** The name of a file that is kept already. */
  readonly fileName?: string;
}

/** Text with its line breaks. */
function lines(text: string): Content {
  const [first, ...rest] = text.split("\n");
  if (rest.length === 0) return first;
  return (
    <>
      {first}
      {rest.map((line) => (
        <>
          <br />
          {line}
        </>
      ))}
    </>
  );
}

function joined(...parts: readonly string[]): string {
  return parts.filter((text) => text !== "").join(" ");
}

/** Number and words of a level, side by side. */
function choiceText(asked: Asked, name: string, label: string): Content {
  if (!asked.levels) return label;
  return (
    <>
      <b>{name}</b>
      <span>{label}</span>
    </>
  );
}

function Rank({ say, asked, id, error, typed = {} }: QuestionProps): VNode {
  const ranks = new Map(asked.value.split(" ").map((name, place) => [name, String(place + 1)]));
  const hint = joined(asked.hint, say(w.rankHint));
  return (
    <div class={error ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
      <Fieldset legend={lines(asked.label)} legendSize="l" describedBy={`${id}-hint`}>
        <p class="govuk-hint" id={`${id}-hint`}>
          {hint}
        </p>
        {error && <p class="govuk-error-message">{error}</p>}
        {asked.choices.map((choice, index) => (
          <Input
            say={say}
            id={index === 0 ? id : `${id}-${index + 1}`}
            name={part(asked.filed, `rank:${choice.name}`)}
            label={choice.label}
            width={3}
            inputmode="numeric"
            value={typed[part(asked.filed, `rank:${choice.name}`)] ?? ranks.get(choice.name) ?? ""}
          />
        ))}
      </Fieldset>
    </div>
  );
}

function Place({ say, asked, id, error, typed = {} }: QuestionProps): VNode {
  const [latitude = "", longitude = ""] = asked.value.split(/\s+/);
  const value = (name: string, known: string): string => typed[part(asked.filed, name)] ?? known;
  return (
    <div class={error ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"} data-place={id}>
      <Fieldset legend={lines(asked.label)} legendSize="l" describedBy={`${id}-hint`}>
        <p class="govuk-hint" id={`${id}-hint`}>
          {joined(asked.hint, say(w.placeHint))}
        </p>
        {error && <p class="govuk-error-message">{error}</p>}
        <Input say={say} id={id} name={part(asked.filed, "lat")} label={say(w.latitude)} width={10} value={value("lat", latitude)} />
        <Input
          say={say}
          id={`${id}-lon`}
          name={part(asked.filed, "lon")}
          label={say(w.longitude)}
          width={10}
          value={value("lon", longitude)}
        />
        <button type="button" class="govuk-button govuk-button--secondary govuk-button--small" data-use-place hidden>
          {say(w.usePlace)}
        </button>
      </Fieldset>
    </div>
  );
}

function DateField({ say, asked, id, error, heading, typed = {} }: QuestionProps): VNode {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(asked.value);
  const value = (name: string, known: string | undefined): string => typed[part(asked.filed, name)] ?? known ?? "";
  return (
    <DateInput
      say={say}
      id={id}
      namePrefix={asked.filed}
      legend={lines(asked.label)}
      legendSize="l"
      heading={heading}
      hint={joined(asked.hint, say(w.dateHint))}
      error={error}
      values={{ day: value("day", found?.[3]), month: value("month", found?.[2]), year: value("year", found?.[1]) }}
    />
  );
}

const ACCEPT: Readonly<Record<string, string>> = { image: "image/*", audio: "audio/*", video: "video/*" };

function Upload({ say, asked, id, error, heading, fileName }: QuestionProps): VNode {
  const { type } = asked.question;
  return (
    <FileUpload
      say={say}
      id={id}
      name={asked.filed}
      label={lines(asked.label)}
      labelSize="l"
      heading={heading}
      hint={joined(asked.hint, fileName === undefined ? "" : say(w.fileKept, { name: fileName }), say(w.fileHint))}
      error={error}
      accept={ACCEPT[type]}
      capture={type === "image" ? "environment" : undefined}
    />
  );
}

function One(props: QuestionProps): VNode {
  const { say, asked, id, error, heading } = props;
  const { scale } = asked;
  const steps =
    scale === null
      ? []
      : Array.from({ length: Math.round((scale.end - scale.start) / scale.step) + 1 }, (_, step) =>
          String(scale.start + step * scale.step),
        );
  const choices =
    asked.control === "scale"
      ? steps.map((step) => ({ value: step, text: step }))
      : asked.choices.map(({ name, label }) => ({ value: name, text: choiceText(asked, name, label) }));
  return (
    <Radios
      say={say}
      name={asked.filed}
      idPrefix={id}
      legend={lines(asked.label)}
      legendSize="l"
      heading={heading}
      hint={asked.hint === "" ? undefined : asked.hint}
      error={error}
      choices={choices}
      value={asked.value}
      class={asked.control === "scale" ? "govuk-radios--inline" : undefined}
    />
  );
}

const HINTS = { time: w.timeHint, moment: w.momentHint, shape: w.shapeHint } as const;

function Line({ say, asked, id, error, heading }: QuestionProps): VNode {
  const { control, scale } = asked;
  const own = control === "time" || control === "moment" || control === "shape" ? say(HINTS[control]) : "";
  const range = scale === null ? "" : say(w.scaleHint, { start: String(scale.start), end: String(scale.end) });
  const shared = {
    say,
    id,
    name: asked.filed,
    label: lines(asked.label),
    labelSize: "l" as const,
    heading,
    hint: joined(asked.hint, own, range) || undefined,
    error,
    value: asked.value,
  };
  if (control === "lines" || control === "shape") return <Textarea {...shared} rows={4} />;
  const numeric = control === "integer" || control === "decimal";
  return (
    <Input
      {...shared}
      inputmode={control === "integer" ? "numeric" : control === "decimal" ? "decimal" : undefined}
      width={numeric || control === "time" ? 10 : control === "moment" ? 20 : undefined}
    />
  );
}

function Control(props: QuestionProps): VNode {
  const { say, asked, id, error, heading } = props;
  switch (asked.control) {
    case "one":
    case "scale":
      return <One {...props} />;
    case "list": {
      const options = [{ value: "", text: say(w.choose) }, ...asked.choices.map(({ name, label }) => ({ value: name, text: label }))];
      return (
        <Select
          say={say}
          id={id}
          name={asked.filed}
          label={lines(asked.label)}
          labelSize="l"
          heading={heading}
          hint={asked.hint || undefined}
          error={error}
          options={options}
          value={asked.value}
        />
      );
    }
    case "many":
      return (
        <Checkboxes
          say={say}
          name={asked.filed}
          idPrefix={id}
          legend={lines(asked.label)}
          legendSize="l"
          heading={heading}
          hint={asked.hint || undefined}
          error={error}
          choices={asked.choices.map(({ name, label }) => ({ value: name, text: label }))}
          values={asked.value.split(" ")}
        />
      );
    case "tick":
      return (
        <Checkboxes
          say={say}
          name={asked.filed}
          idPrefix={id}
          legend={lines(asked.label)}
          legendSize="l"
          hint={asked.hint || undefined}
          error={error}
          choices={[{ value: "OK", text: say(w.tick) }]}
          values={asked.value === "" ? [] : ["OK"]}
        />
      );
    case "rank":
      return <Rank {...props} />;
    case "place":
      return <Place {...props} />;
    case "date":
      return <DateField {...props} />;
    case "file":
      return <Upload {...props} />;
    case "note":
      return (
        <div class="govuk-form-group">
          {asked.label.split(/\n{2,}/).map((text) => (
            <p>{lines(text)}</p>
          ))}
        </div>
      );
    case "shown":
      return (
        <div class="govuk-form-group">
          <p class="govuk-label govuk-label--l">{lines(asked.label)}</p>
          <p class="govuk-hint">{say(w.computed)}</p>
          <p>{asked.value === "" ? "–" : asked.value}</p>
        </div>
      );
    default:
      return <Line {...props} />;
  }
}

/** A question with the value that was shown, so that only what a person changed is kept as her answer. */
export function QuestionField(props: QuestionProps): VNode {
  const { asked, lang } = props;
  const answerable = asked.control !== "note" && asked.control !== "shown";
  return (
    <div lang={lang}>
      {answerable && <input type="hidden" name="shown" value={asked.filed} />}
      {answerable && <input type="hidden" name={part(asked.filed, "was")} value={asked.value} />}
      <Control {...props} />
    </div>
  );
}
