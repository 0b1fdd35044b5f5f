/** The page on which a district reports a service problem. */
import { act, page, type Route } from "#kernel/access/route.ts";
import { organisationsOn } from "#kernel/registry/organisations.ts";
import type { Form } from "#platform/http/form.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { reportProblem } from "./actions-response.ts";
import { type Request, type Write } from "#kernel/access/asked.ts";
import { datePartsOf, partsOfDay, reading } from "#kernel/access/fields.ts";
import { readProblem } from "./needs-form.ts";
import { paths } from "./paths.ts";
import { findPlaces } from "./queries-needs.ts";
import { verbs } from "./rules.ts";
import { ReportView } from "./views/report.tsx";
import { p } from "./problems.ts";

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
