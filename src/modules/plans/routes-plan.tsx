/** The pages of a plan: the list, a new plan, its own page, and paper. */
import QRCode from "qrcode";
import { listed, listedFile } from "#kernel/access/list.ts";
import { act, page, type Route, type Writing } from "#kernel/access/route.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { reachOf } from "#kernel/access/verb.ts";
import { fiscalYearAfter, fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import { decisionsOf } from "#kernel/document/decisions.ts";
import { versionsOf } from "#kernel/document/versions.ts";
import { offers } from "#kernel/flow/flow.ts";
import { balanceOf } from "#kernel/money/lines.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { membersOn } from "#kernel/registry/organisations.ts";
import { referenceOf } from "#platform/db/ids.ts";
import { OWN_NAMES } from "#platform/i18n/own-names.ts";
import type { Form } from "#platform/http/form.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { type FieldProblem } from "#platform/problems/problem.ts";
import { svgFile } from "#platform/ui/charts/frame.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { Door } from "#platform/ui/parts.tsx";
import { makePlan } from "./actions-plan.ts";
import { asked, timelineOf, type Request } from "#kernel/access/asked.ts";
import { may, readPlan } from "./ask.ts";
import { codeIn, reading, textIn } from "#kernel/access/fields.ts";
import { EDITABLE, planFlow } from "./flows.ts";
import { PLANS } from "./list-plans.ts";
import { paths } from "./paths.ts";
import { aboutYear, YearSvg, type YearProps } from "./picture.tsx";
import { bundlesOf, changesOf, commentsOf, linesOfPlan, listPlans, nextVersion, planFacts, progressOf } from "./queries.ts";
import { executionOf, isDelivered, lacksOf, lineReference } from "./rules.ts";
import type { Line, Plan, Progress } from "./schema.ts";
import { followsDrafts, verbs } from "./verbs.ts";
import { PaperView } from "./views/paper.tsx";
import { PlanView } from "./views/plan.tsx";
import { NewPlanView, PlansView } from "./views/plans.tsx";
import { approvedWords, wordsOfPlan } from "./wordings.ts";
import { w } from "./words-plan.ts";
import { w as wording } from "./words-wording.ts";

type Write = Writing<any, Actor>;

async function plans(r: Request): Promise<Reply> {
  return show(<PlansView shell={r.shell} list={await listed(r, PLANS)} mayStart={reachOf(r.actor, verbs.draft) !== null} />);
}

/** Fiscal years around today that have no plan yet. */
async function freeYears(r: Request) {
  const now = fiscalYearOf(r.pack.calendar, r.today);
  const taken = new Set((await listPlans(r.db)).map((plan) => plan.fiscalYearStart));
  return [0, 1, 2].map((n) => fiscalYearAfter(r.pack.calendar, now, n)).filter((year) => !taken.has(year.start));
}

async function showNew(r: Request, form?: Form, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const years = await freeYears(r);
  const values = form?.values() ?? { year: years[0]?.start ?? "" };
  const choices = years.map((year) => ({ value: year.start, text: year.label }));
  return show(<NewPlanView shell={r.shell} years={choices} values={values} problems={problems} />, problems.length > 0 ? 422 : 200);
}

async function make(r: Write): Promise<Reply> {
  const reader = reading(r.form);
  const years = await freeYears(r);
  const fiscalYearStart = codeIn(
    reader,
    "year",
    years.map((year) => year.start),
    w.chooseYear,
  );
  const { label = "" } = years.find((year) => year.start === fiscalYearStart) ?? {};
  const title = textIn(reader, "title", null, 200) || r.say(w.defaultTitle, { year: label });
  const purpose = textIn(reader, "purpose", null, 2000);
  if (reader.problems.length > 0) return showNew(r, r.form, reader.problems);
  const id = await makePlan(r.act, { organisation: r.association, fiscalYearStart, title, language: r.language, purpose });
  return go(paths.pool(id));
}

/** The year of a plan, ready to be drawn. */
export function yearProps(
  r: Pick<Request, "say" | "language" | "pack" | "today">,
  plan: Plan,
  lines: readonly Line[],
  progress: ReadonlyMap<string, Progress>,
): YearProps {
  return {
    say: r.say,
    language: r.language,
    pack: r.pack,
    fiscalYearStart: plan.fiscalYearStart,
    source: r.say(planFlow.states[plan.state].title),
    today: r.today,
    svgHref: `${paths.picture(plan.id)}?lang=${r.language}`,
    lines: lines
      .filter((line) => line.state !== "dropped")
      .map((line) => ({
        title: line.title,
        number: lineReference(line.number),
        from: line.from,
        to: line.to,
        places: line.places,
        done: isDelivered(line, progress.get(line.id)),
        href: paths.line(line.id),
        kind: [line.modality, line.domain, ...line.groups].join(" "),
      })),
  };
}

async function doorsOf(r: Request, plan: Plan, lines: readonly Line[]): Promise<Door[]> {
  const drafting = EDITABLE.includes(plan.state) && followsDrafts(r.actor);
  const doors: Door[] = [];
  if (drafting) {
    const bundles = await bundlesOf(r.db, plan.id);
    const open = bundles.filter((bundle) => bundle.leftOut === null && bundle.options.every((way) => way.line === null)).length;
    doors.push({ href: paths.pool(plan.id), title: r.say(w.pool), text: r.say(w.poolDoor) });
    doors.push({ href: paths.options(plan.id), title: r.say(w.optionsTitle), text: r.say(w.optionsDoor, { count: bundles.length, open }) });
  }
  const incomplete = drafting ? lines.filter((line) => lacksOf(line).length > 0).length : 0;
  doors.push({
    href: paths.lines(plan.id),
    title: r.say(w.lines),
    ...(drafting && { text: r.say(w.linesDoor, { count: lines.length, incomplete }) }),
  });
  const words = await wordsOfPlan(r.db, plan);
  if (words !== undefined) {
    const approved = words.languages.filter((one) => one.now?.status === "approved").length;
    doors.push({ href: paths.wordings(plan.id), title: r.say(wording.title), text: r.say(wording.door, { approved }) });
  }
  doors.push({ href: paths.money(plan.id), title: r.say(w.moneyTitle), text: r.say(w.moneyDoor) });
  if (plan.commentFrom !== null || plan.state === "comment") {
    const comments = await commentsOf(r.db, plan.id);
    doors.push({ href: paths.comments(plan.id), title: r.say(w.commentsTitle), text: r.say(w.commentsDoor, { count: comments.length }) });
  }
  if (plan.state === "revision") {
    const { number } = await nextVersion(r.db, plan);
    const changes = await changesOf(r.db, plan.id, number);
    doors.push({ href: paths.revision(plan.id), title: r.say(w.revisionTitle), text: r.say(w.revisionDoor, { count: changes.length }) });
  }
  return doors;
}

/** The member that a reader is of, when she is not of the association. */
export async function ownMember(r: Request): Promise<{ readonly id: string; readonly name: string } | null> {
  const { organisation, organisationName } = r.actor;
  if (organisation === null || organisation === r.association) return null;
  return { id: organisation, name: organisationName ?? "" };
}

/** The plan in the words of the reader’s language when these are approved, else in its own. */
async function inWords(r: Request, plan: Plan): Promise<Plan> {
  const words = r.language === plan.language ? null : await approvedWords(r.db, plan, r.language);
  return words === null ? plan : { ...plan, title: words.title, purpose: words.body, language: words.language };
}

async function plan(r: Request): Promise<Reply> {
  const found = await inWords(r, await readPlan(r));
  const lines = await linesOfPlan(r.db, found.id);
  const progress = await progressOf(
    r.db,
    lines.map((line) => line.id),
  );
  const live = lines.filter((line) => line.state !== "dropped");
  const offered = offers(planFlow, found.state, await planFacts(r.db, found, r.actor, r.today, lines), { actor: r.actor });
  const inReach = await Promise.all(offered.map((offer) => may(r, planFlow.steps[offer.step].verb, found)));
  return show(
    <PlanView
      shell={r.shell}
      plan={found}
      lines={lines}
      balance={balanceOf(live.flatMap((line) => line.money))}
      execution={executionOf(lines, progress)}
      offers={offered.filter((_, index) => inReach[index])}
      doors={await doorsOf(r, found, lines)}
      year={yearProps(r, found, lines, progress)}
      decisions={await decisionsOf(r.db, [found.id])}
      versions={found.document === null ? [] : await versionsOf(r.db, found.document)}
      history={await timelineOf(r, [found.id], asked(r, "all") === "yes" ? 500 : 8)}
      own={await ownMember(r)}
    />,
  );
}

async function picture(r: Request): Promise<Reply> {
  const found = await readPlan(r);
  const lines = await linesOfPlan(r.db, found.id);
  const props = yearProps(
    r,
    found,
    lines,
    await progressOf(
      r.db,
      lines.map((line) => line.id),
    ),
  );
  return download(`plan-${found.fiscalYearStart}.svg`, "image/svg+xml", svgFile(r.say, aboutYear(props), <YearSvg {...props} />));
}

function modulesOf(address: string): boolean[][] {
  const { size, data } = QRCode.create(address, { errorCorrectionLevel: "M" }).modules;
  return Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_unused, column) => data[row * size + column] === 1));
}

/** Who signs the plan on paper: the leader of the secretariat and the chair of the Executive Committee, as the pack names them. */
const SIGNING = ["secretary_general", "executive_committee_member"] as const;

async function paper(r: Request): Promise<Reply> {
  const found = await inWords(r, await readPlan(r));
  const lines = await linesOfPlan(r.db, found.id);
  const versions = found.document === null ? [] : await versionsOf(r.db, found.document);
  const types = SIGNING.flatMap((role) => r.pack.postTypes.find((type) => type.roles.includes(role)) ?? []);
  const address = `${r.origin}${paths.plan(found.id)}`;
  return show(
    <PaperView
      shell={r.shell}
      plan={found}
      lines={lines}
      balance={balanceOf(lines.filter((line) => line.state !== "dropped").flatMap((line) => line.money))}
      decisions={await decisionsOf(r.db, [found.id])}
      version={versions.find((version) => version.state === "in_force") ?? versions[0] ?? null}
      signatories={types.map((type) => ({ post: r.say(postTypeOf(r.pack, type.code).names) }))}
      printed={{
        issuer: r.say(r.pack.association.names),
        reference: referenceOf(found.id),
        date: formatDate(r.today),
        language: OWN_NAMES[r.language],
      }}
      code={{ label: address, modules: modulesOf(address) }}
    />,
  );
}

/** Members of the association that take part with places, by name, the association first. Two queries. */
export async function seatHolders(
  r: Pick<Request, "db" | "today" | "language" | "association" | "say" | "pack">,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const members = await membersOn(r.db, r.today, r.language);
  return [{ id: r.association, name: r.say(r.pack.association.names) }, ...members.map(({ id, name }) => ({ id, name }))];
}

export const planRoutes: readonly Route[] = [
  page(paths.plans, verbs.read, plans),
  page(paths.plansFile, verbs.read, (r: Request) => listedFile(r, PLANS)),
  page(paths.newPlan, verbs.draft, (r: Request) => showNew(r)),
  act(paths.newPlan, verbs.draft, make),
  page(paths.plan(":id"), verbs.read, plan),
  page(paths.picture(":id"), verbs.read, picture),
  page(paths.print(":id"), verbs.read, paper),
];
