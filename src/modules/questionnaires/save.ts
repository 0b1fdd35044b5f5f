/** Saves one page of a sitting: what was changed is appended, files are kept, and the next page is found. */
import type { Act } from "#kernel/access/act.ts";
import { askedOf, failureText, pagesFor } from "#kernel/questionnaire/asked.ts";
import { appendEvents, momentAfter, newEvents } from "#kernel/questionnaire/events.ts";
import type { AnswerEvent } from "#kernel/questionnaire/merge.ts";
import { nextRelevantPage } from "#kernel/questionnaire/pages.ts";
import type { OpenPage } from "#kernel/questionnaire/pages.ts";
import type { Standing } from "#kernel/questionnaire/state.ts";
import { storeFile } from "#platform/files/store.ts";
import type { Form, Upload } from "#platform/http/form.ts";
import type { Say, Text } from "#platform/i18n/text.ts";
import { MEDIA_TYPES, sniff } from "#platform/tabular/sniff.ts";
import { givenOn } from "./form-answers.ts";
import type { Given } from "./form-answers.ts";
import { standingFor } from "./sitting-access.ts";
import type { Loaded, Request } from "./sitting-access.ts";
import { w } from "./words-answer.ts";

/** A page that was sent: what would be kept, where the sitting then stands, and what is wrong on this page. */
export interface Sent {
  readonly given: readonly Given[];
  readonly events: readonly AnswerEvent[];
  readonly after: Standing;
  /** What to do, by place of the question. */
  readonly errors: Readonly<Record<string, string>>;
}

/** Largest file that an answer may be, in bytes. */
export const LARGEST_FILE = 10 * 1024 * 1024;

const KINDS: Readonly<Record<string, RegExp>> = { image: /^image\//, audio: /^audio\//, video: /^video\// };

/** What a file may be served as: images, PDF and tables by their content; everything else as bytes to save. */
function mediaTypeOf(upload: Upload): string {
  return MEDIA_TYPES[sniff(upload.bytes)];
}

function fileProblem(given: Given, upload: Upload): { text: Text; values: { kinds: string } } | null {
  const kind = given.asked.question.type;
  const wanted = KINDS[kind];
  // Sound and film have too many shapes to be told by their content; what the phone says is taken, and nothing is ever played from here.
  const type = kind === "image" ? mediaTypeOf(upload) : upload.type;
  return wanted === undefined || wanted.test(type) ? null : { text: w.fileWrong, values: { kinds: kind } };
}

/** What a submitted page comes to, before anything is kept. */
export function weigh(r: Request & { readonly say: Say }, loaded: Loaded, page: OpenPage, form: Form): Sent {
  const given = givenOn(loaded.standing, page.items, form, loaded.tables);
  const at = momentAfter(loaded.events, r.now);
  const answers = given.filter((each) => each.changed).map(({ asked, value }) => [asked.filed, value === "" ? null : value] as const);
  const fresh = newEvents(answers, at);
  const after = standingFor(r, loaded, [...loaded.events, ...fresh]);
  const errors: Record<string, string> = {};
  for (const each of given) {
    const upload = form.file(each.asked.filed);
    const problem = each.problem ?? (upload === null ? null : fileProblem(each, upload));
    if (problem !== null) errors[each.asked.path] = r.say(problem.text, problem.values);
  }
  const asked = new Set(given.map((each) => each.asked.path));
  for (const failure of after.evaluation.failures) {
    const hasFile = failure.kind === "required" && form.file(after.projection.filed(failure.path)) !== null;
    if (asked.has(failure.path) && !hasFile) errors[failure.path] ??= failureText(after, failure, r.say);
  }
  return { given, events: fresh, after, errors };
}

/** Keeps the uploaded files of a page and returns the answers that name them. */
async function keepFiles(act: Act, loaded: Loaded, given: readonly Given[], form: Form, at: string): Promise<AnswerEvent[]> {
  const kept: [string, string][] = [];
  for (const { asked } of given) {
    const upload = asked.control === "file" ? form.file(asked.filed) : null;
    if (upload === null) continue;
    const id = await storeFile(act.tx, {
      name: upload.name,
      mediaType: mediaTypeOf(upload),
      purpose: "questionnaire.answer",
      subject: { kind: "questionnaire.sitting", id: loaded.sitting.id },
      uploadedBy: act.author.person,
      bytes: upload.bytes,
    });
    kept.push([asked.filed, id]);
  }
  return newEvents(kept, at);
}

/** Appends what a page gave. `only` leaves out answers that are wrong, for a person who stops in the middle. */
export async function keep(act: Act, loaded: Loaded, sent: Sent, form: Form, only: "all" | "right"): Promise<readonly AnswerEvent[]> {
  const wrong = new Set(Object.keys(sent.errors));
  const right = sent.given.filter((each) => only === "all" || !wrong.has(each.asked.path));
  const fileds = new Set(right.map((each) => each.asked.filed));
  const files = await keepFiles(act, loaded, right, form, momentAfter(loaded.events, act.now));
  const events = [...sent.events.filter((event) => fileds.has(event.path)), ...files];
  await appendEvents(act, loaded.sitting, loaded.model, events);
  return [...loaded.events, ...events];
}

/**
 * Where to go on after a page: the same page again when an answer on it opened another question there, else the next page that is
 * asked; null when the last page is done.
 */
export function pageAfter(standing: Standing, page: OpenPage, shown: readonly string[]): OpenPage | null {
  const same = pagesFor(standing).find((each) => each.key === page.key);
  const known = new Set(shown);
  const opened = same?.items.some((path) => {
    const asked = askedOf(standing, path);
    return asked !== null && asked.control !== "note" && asked.control !== "shown" && !known.has(asked.filed);
  });
  if (same !== undefined && opened === true) return same;
  return nextRelevantPage(standing.model, standing.evaluation, page.key);
}

/** The page before another; null for the first. */
export function pageBefore(standing: Standing, page: OpenPage): OpenPage | null {
  const pages = pagesFor(standing);
  const place = pages.findIndex((each) => each.key === page.key);
  return place > 0 ? (pages[place - 1] ?? null) : null;
}
