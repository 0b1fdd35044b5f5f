/** Reads the forms of the library. */
import type { Form } from "#platform/http/form.ts";
import { isLanguage } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { readWorkbook } from "#platform/tabular/workbook.ts";
import { w } from "./words.ts";

/** A workbook that a form brought. */
export interface UploadedWorkbook {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** The workbook of a form, if it is one that can be read at all; what its cells hold is another check. */
export async function workbookOf(
  form: Form,
): Promise<{ readonly value: UploadedWorkbook; readonly problem: null } | { readonly value: null; readonly problem: FieldProblem }> {
  const file = form.file("workbook");
  if (file === null) return { value: null, problem: { field: "workbook", text: w.chooseFile } };
  const read = await readWorkbook(file.bytes);
  if (read.ok) return { value: { bytes: file.bytes, fileName: file.name }, problem: null };
  const [first] = read.problems;
  return { value: null, problem: { field: "workbook", text: first?.text ?? w.chooseFile, values: first?.values } };
}

/** A new instrument as the form gives it. */
export interface UploadForm extends UploadedWorkbook {
  readonly title: string;
  readonly code: string;
  readonly language: string;
}

const CODE = /^[A-Za-z0-9][A-Za-z0-9-]{1,29}$/;

/** Reads the form of a new questionnaire: the values, or what to change. */
export async function readUpload(form: Form): Promise<{ readonly value: UploadForm | null; readonly problems: readonly FieldProblem[] }> {
  const problems: FieldProblem[] = [];
  const title = form.text("title").slice(0, 200);
  const code = form.text("code");
  const wished = form.text("language");
  if (title === "") problems.push({ field: "title", text: w.writeTitle });
  if (!CODE.test(code)) problems.push({ field: "code", text: w.writeCode });
  const { value, problem } = await workbookOf(form);
  if (problem !== null) problems.push(problem);
  if (problems.length > 0 || value === null) return { value: null, problems };
  return { value: { ...value, title, code, language: isLanguage(wished) ? wished : "en" }, problems };
}
