/** Answering on one page: the questions put, what a form gave, and the sitting that it becomes. For own links, for papers and for evaluations. */
import type { Act } from "#kernel/access/act.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { readAnswer } from "#kernel/questionnaire/answers.ts";
import { askPage, failureText, pagesFor, type Asked } from "#kernel/questionnaire/asked.ts";
import type { AttachedTable } from "#kernel/questionnaire/attached-tables.ts";
import { appendEvents, eventsOf, momentAfter, newEvents } from "#kernel/questionnaire/events.ts";
import type { AnswerEvent } from "#kernel/questionnaire/merge.ts";
import { eachItem, type Model } from "#kernel/questionnaire/model.ts";
import { closeSitting, lockSitting, startSitting } from "#kernel/questionnaire/sittings.ts";
import { answeredOf, languagesOf, standingOf, type Standing } from "#kernel/questionnaire/state.ts";
import { modelOf, tablesOf } from "#kernel/questionnaire/store.ts";
import type { Answered, Channel } from "#kernel/questionnaire/sitting.ts";
import { typeOf } from "#kernel/questionnaire/types.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Form } from "#platform/http/form.ts";
import type { Say } from "#platform/i18n/text.ts";
import type { EnrolmentFacts } from "#modules/sessions";
import { purposeKind, type ScoredKind, type Test } from "./schema.ts";

/** A questionnaire put on one page, with what was answered so far. */
export interface Paper {
  readonly model: Model;
  readonly tables: Readonly<Record<string, AttachedTable>>;
  readonly standing: Standing;
  readonly asked: readonly Asked[];
  /** The code of the language that it is put in. */
  readonly language: string;
}

/** What a page of questions depends on. `seed` makes its dice fall alike every time it is shown. */
export interface Putting {
  readonly version: string;
  readonly seed: string;
  /** The reader’s language; the questionnaire’s own when it does not speak it. */
  readonly language: string;
  readonly now: Date;
}

function put(model: Model, tables: Paper["tables"], events: readonly AnswerEvent[], how: Putting): Paper {
  const spoken = languagesOf(model);
  const language = spoken.includes(how.language) ? how.language : (spoken[0] ?? how.language);
  const standing = standingOf(model, events, { sitting: how.seed, language, now: how.now.toISOString(), tables });
  const asked = pagesFor(standing).flatMap((page) => (page.kind === "repeat" ? [] : askPage(standing, page, tables).questions));
  return { model, tables, standing, asked, language };
}

/** The questions without answers. */
export async function blankPaper(db: Db<any>, how: Putting): Promise<Paper> {
  const model = await modelOf(db, how.version);
  return put(model, await tablesOf(db, how.version, model), [], how);
}

/** The answers that a form gave to the questions of a model; those in repeats are not asked on one page. */
function givenIn(model: Model, form: Form): Map<string, string> {
  const given = new Map<string, string>();
  eachItem(model.items, (item, path, ancestors) => {
    if (item.kind !== "question" || ancestors.some((each) => each.kind === "repeat")) return;
    const raw =
      typeOf(item.type).answer === "many"
        ? form
            .all(path)
            .filter((name) => name !== "")
            .join(" ")
        : form.text(path);
    if (raw !== "") given.set(path, readAnswer(item, raw).text);
  });
  return given;
}

/** A page as it came back. `errors` stand by the path of their question. */
export interface Filled {
  readonly paper: Paper;
  readonly given: ReadonlyMap<string, string>;
  readonly errors: ReadonlyMap<string, string>;
}

/** Reads a page that came back. */
export async function filledPaper(db: Db<any>, how: Putting, form: Form, say: Say): Promise<Filled> {
  const blank = await blankPaper(db, how);
  const given = givenIn(blank.model, form);
  const paper = put(blank.model, blank.tables, newEvents(given, how.now.toISOString()), how);
  const { standing } = paper;
  return {
    paper,
    given,
    errors: new Map(standing.evaluation.failures.map((failure) => [failure.path, failureText(standing, failure, say)])),
  };
}

/** What is kept of a page that is complete. */
export const answeredIn = (filled: Filled): Answered => answeredOf(filled.paper.standing);

/** Whose test it is, and how it came. */
export interface Sat {
  readonly test: Test & { readonly kind: ScoredKind };
  readonly title: string;
  readonly enrolment: EnrolmentFacts;
  readonly channel: Channel;
  readonly happenedOn: Day;
  /** The post that types it in; null when she answers herself. */
  readonly enteredBy: string | null;
}

/** What is needed of a page to make a sitting of it. */
export interface Answering {
  readonly paper: Pick<Paper, "model" | "tables" | "language">;
  readonly given: ReadonlyMap<string, string>;
}

/** Makes the sitting of a page that is complete, answers and end, in one act; what was begun elsewhere is gone on with. */
export async function sitThrough(act: Act<any>, sat: Sat, filled: Answering): Promise<void> {
  const { test, enrolment } = sat;
  const { model, tables, language } = filled.paper;
  const begun = await startSitting(act, {
    purposeKind: purposeKind(test.kind),
    purpose: test.id,
    version: test.version,
    organisation: enrolment.organisation,
    title: sat.title,
    channel: sat.channel,
    language,
    post: enrolment.post,
    postType: enrolment.postType,
    person: enrolment.person,
    sex: enrolment.sex,
    happenedOn: sat.happenedOn,
    enteredBy: sat.enteredBy,
  });
  const sitting = await lockSitting(act, begun.id);
  const before = await eventsOf(act.tx as never, sitting.id);
  const at = momentAfter(before, act.now);
  const answers = new Map<string, string | null>([...before.map((event) => [event.path, null] as const), ...filled.given]);
  await appendEvents(act, sitting, model, newEvents(answers, at));
  const events = await eventsOf(act.tx as never, sitting.id);
  const standing = standingOf(model, events, { sitting: sitting.id, language, now: at, tables });
  await closeSitting(act, sitting, answeredOf(standing));
}
