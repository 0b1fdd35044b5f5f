/** The page on which a district reports a service problem. */
import { act, page, type Route, type Writing } from "#kernel/access/route.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { holds } from "#kernel/access/verb.ts";
import { addDays, dayOf, startOfDay } from "#kernel/calendar/day.ts";
import { offers } from "#kernel/flow/flow.ts";
import { codesOf, postTypeOf } from "#kernel/pack/lookup.ts";
import { organisationsOn, membersOn } from "#kernel/registry/organisations.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { chainOf } from "#kernel/trace/links.ts";
import type { Form } from "#platform/http/form.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { writeCsv } from "#platform/tabular/write.ts";
import { writeXlsx } from "#platform/tabular/write-xlsx.ts";
import { formatDate } from "#platform/ui/format.ts";
import type { Option } from "#platform/ui/forms.tsx";
import { answerContest } from "./actions-reply.ts";
import { addResponse, meetNeed, refuseNeed, reportProblem, stepResponse } from "./actions-response.ts";
import { asked, askedId, hrefWith, may, mustReach, pageOf, param, timelineOf, within, type Request } from "./ask.ts";
import { chainSteps } from "./chain.ts";
import { RULES } from "./due.ts";
import { datePartsOf, note, partsOfDay, reading, textIn } from "./fields.ts";
import { NEED_STATES, needFlow, RESPONSE_STEPS, responseFlow } from "./flows.ts";
import { readProblem, readResponse } from "./needs-form.ts";
import { paths } from "./paths.ts";
import { bottlenecksOf } from "./queries-answers.ts";
import {
  everyNeed,
  findPlaces,
  listNeeds,
  needFacts,
  NEED_SORTS,
  placeName,
  responsesTo,
  theNeed,
  theResponse,
  type NeedFilter,
  type NeedSort,
} from "./queries-needs.ts";
import { listRounds } from "./queries.ts";
import { visibleNeeds } from "./records.ts";
import { followsAll, isTrainable, needsSkillCause, verbs } from "./rules.ts";
import type { Need, Response } from "./schema.ts";
import { nameOf } from "./views/common.tsx";
import { NeedView, type ShownResponse } from "./views/need.tsx";
import { gapOf, needTitle, NeedsView, OwnNeedsView } from "./views/needs.tsx";
import { AnswerContestView, NotACourseView, RefuseView, RespondView } from "./views/respond.tsx";
import { ReportView } from "./views/report.tsx";
import { w as fields } from "./words-fields.ts";
import { w } from "./words-needs.ts";
import { p } from "./problems.ts";

type Write = Writing<any, Actor>;

/** The district that the actor reports for: her own organisation, which must be one that takes part in the association. */
async function reportingFor(r: Request): Promise<{ readonly id: string; readonly name: string }> {
  const [own] = await organisationsOn(r.db, { ids: r.actor.organisation === null ? [] : [r.actor.organisation], on: r.today });
  if (own === undefined) throw new Problem(p.noOrganisation);
  return own;
}

async function showReport(r: Request, form?: Form, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const own = await reportingFor(r);
  const words = form?.text("place") ?? "";
  const places = words === "" ? [] : await findPlaces(r.db, own.id, words, r.today, 20);
  const measuredOn = form === undefined ? partsOfDay(r.today) : datePartsOf(form, "measured");
  return show(
    <ReportView
      shell={r.shell}
      organisationName={own.name}
      values={form?.values() ?? {}}
      measuredOn={measuredOn}
      places={places}
      searched={words !== ""}
      problems={problems}
    />,
    form === undefined ? 200 : 422,
  );
}

async function report(r: Write): Promise<Reply> {
  const own = await reportingFor(r);
  if (r.form.text("find") !== "") return showReport(r, r.form);
  const reader = reading(r.form);
  const problem = readProblem(reader, { organisation: own.id, pack: r.pack, today: r.today, language: r.language });
  if (reader.problems.length > 0) return showReport(r, r.form, reader.problems);
  return go(paths.need(await reportProblem(r.act, problem)));
}

export const reportRoutes: readonly Route[] = [
  page(paths.report, verbs.report, (r: Request) => showReport(r)),
  act(paths.report, verbs.report, report),
];
