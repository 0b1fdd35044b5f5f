/** Where a sitting stands: its newest answers projected on its questions and evaluated. The same on the server and on a phone. */
import { seeded } from "#methods/draw/random.ts";
import { evaluate } from "./evaluate.ts";
import type { Environment, Evaluation } from "./evaluate.ts";
import { newestOf } from "./merge.ts";
import type { AnswerEvent, Newest } from "./merge.ts";
import { languageCode } from "./model.ts";
import type { Model } from "./model.ts";
import { project } from "./project.ts";
import type { Projection } from "./project.ts";
import type { Answered } from "./sitting.ts";
import type { AttachedTable } from "./attached-tables.ts";

/** What an evaluation needs beside the answers. `now` is ISO 8601 with an offset. */
export interface Setting {
  readonly sitting: string;
  /** `rw`, `en` or `fr`. */
  readonly language: string;
  readonly now: string;
  readonly tables?: Readonly<Record<string, AttachedTable>>;
}

/** A sitting at a moment. */
export interface Standing {
  readonly model: Model;
  readonly language: string;
  readonly newest: Newest;
  readonly projection: Projection;
  readonly evaluation: Evaluation;
}

/** The model’s own name for a language: `fr` → `Français (fr)`; its default where it does not speak it. */
export function modelLanguage(model: Model, code: string): string {
  return model.languages.find((language) => languageCode(language) === code) ?? model.defaultLanguage;
}

/** The codes of the languages that a questionnaire speaks; `default` counts as the one it was uploaded with. */
export function languagesOf(model: Model): string[] {
  return model.languages.map((language) => languageCode(language)).filter((code) => code !== "");
}

/** The environment of a sitting: its dice fall alike on every device, because they are seeded with its id. */
export function environmentOf(model: Model, setting: Setting): Environment {
  const random = seeded(setting.sitting);
  return {
    now: setting.now,
    random: () => random.uniform(),
    language: modelLanguage(model, setting.language),
    tables: setting.tables ?? {},
    device: {},
  };
}

/** Where a sitting stands after these answers. */
export function standingOf(model: Model, events: readonly AnswerEvent[], setting: Setting): Standing {
  const newest = newestOf(events);
  const projection = project(model, newest);
  const env = environmentOf(model, setting);
  const evaluation = evaluate(model, projection.answers, env);
  return { model, language: env.language ?? model.defaultLanguage, newest, projection, evaluation };
}

/** The answer filed for a place in order, as it was given; empty when there is none. */
export function givenAt(standing: Standing, path: string): string {
  return standing.newest.get(standing.projection.filed(path))?.value ?? "";
}

function textOf(value: string | number | readonly unknown[]): string {
  return typeof value === "object" ? value.join(" ") : String(value);
}

/** Texts by place of nested values. */
function flat(values: Evaluation["values"], at: string, into: Record<string, string>): Record<string, string> {
  for (const [name, value] of Object.entries(values)) {
    const path = `${at}/${name}`;
    if (typeof value !== "object") into[path] = textOf(value);
    else if (!Array.isArray(value)) flat(value, path, into);
    else if (value.every((each) => typeof each === "string")) into[path] = textOf(value);
    else for (const [place, each] of value.entries()) flat(each as Evaluation["values"], `${path}[${place + 1}]`, into);
  }
  return into;
}

/** What is kept of a sitting when it is submitted. */
export function answeredOf(standing: Standing): Answered {
  const { evaluation, language } = standing;
  return {
    format: 1,
    language: languageCode(language),
    values: evaluation.values,
    answers: flat(evaluation.values, "", {}),
    aside: evaluation.aside,
    instanceName: evaluation.instanceName,
  };
}
