/** Reads the `parameters` column, `start=1 end=10 step=0.5`, and reports what a question type cannot use. */
import { hasChoices } from "#kernel/questionnaire/types.ts";
import type { Report } from "./report.ts";
import type { Row } from "./table.ts";

/** Parameters by question type, as the XLSForm reference lists them. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  range: ["start", "end", "step", "tick_interval", "placeholder", "tick_labelset"],
  image: ["max-pixels", "app"],
  audio: ["quality"],
  "background-audio": ["quality"],
  audit: ["location-priority", "location-min-interval", "location-max-age", "track-changes", "identify-user", "track-changes-reasons"],
  geopoint: ["capture-accuracy", "warning-accuracy", "allow-mock-accuracy"],
  geotrace: ["allow-mock-accuracy", "incremental"],
  geoshape: ["allow-mock-accuracy", "incremental"],
  text: ["rows"],
};
const OF_SELECTS = ["randomize", "seed", "value", "label"];

/** The parameters of a question. A range without limits runs from 1 to 10 in steps of 1, as XLSForm has it. */
export function readParameters(row: Row, type: string, report: Report): Record<string, string> {
  const cell = row.cell("parameters");
  const found: [string, string][] = [];
  for (const part of row
    .text("parameters")
    .replaceAll(/\s*=\s*/g, "=")
    .split(/[\s,;]+/)) {
    if (part === "") continue;
    const [name, value, more] = part.split("=");
    if (!name || !value || more !== undefined) {
      report.error("parameterUnreadable", cell, { part });
    } else found.push([name, value]);
  }
  const allowed = hasChoices(type) ? OF_SELECTS : (PARAMETERS[type] ?? []);
  for (const [name] of found) {
    if (!allowed.includes(name)) report.warning("parameterUnknown", cell, { name, type });
  }
  const parameters = Object.fromEntries(found);
  return type === "range" ? rangeOf(parameters, row, report) : parameters;
}

function rangeOf(parameters: Record<string, string>, row: Row, report: Report): Record<string, string> {
  const range = { start: "1", end: "10", step: "1", ...parameters };
  const [start, end, step] = [Number(range.start), Number(range.end), Number(range.step)];
  const cell = row.cell("parameters");
  for (const [name, value] of Object.entries({ start, end, step })) {
    if (Number.isNaN(value)) report.error("parameterNotNumber", cell, { name });
  }
  if (step === 0 || Math.abs(step) > Math.abs(end - start)) report.error("rangeStep", cell);
  return range;
}
