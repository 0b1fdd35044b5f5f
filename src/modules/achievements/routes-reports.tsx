/** Reports on pages: list, form, one report, its steps, its copies and their files. */
import type { Actor } from "#kernel/access/actor.ts";
import { listed, listedFile, type List } from "#kernel/access/list.ts";
import { act, page, type Asked, type Writing } from "#kernel/access/route.ts";
import { p as publication } from "#kernel/publication/problems.ts";
import { reachOf as verbReach, type Verb } from "#kernel/access/verb.ts";
import { isDay } from "#kernel/calendar/day.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { isLanguage, patternOf } from "#platform/i18n/text.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { comparisonOf } from "./compare.ts";
import { contentOf, definitionsFor } from "./content.ts";
import { p } from "./problems.ts";
import { paths } from "./paths.ts";
import { programmesOffered } from "./programmes.ts";
import { copyMap, MAP_FILE, mapFile } from "./copy-map.tsx";
import { copyFile } from "./report-files.ts";
import { leadOf, type Voice } from "./report-paper.ts";
import {
  beginReport,
  comparable,
  copiesOf,
  copyById,
  draftOf,
  dropCopy,
  framesKnown,
  freezeReport,
  releaseReport,
  reportById,
  reportPage,
  titleOf,
  withdrawReport,
  type Copy,
  type ListedReport,
  type NewReport,
  type Report,
} from "./reports.ts";
import { verbs } from "./rules.ts";
import { NONE, planOn, yearsOffered } from "./scope.ts";
import { printedStories } from "./stories.ts";
import type { AchievementsTables } from "./tables.ts";
import { CopyView, NewReportView, ReportsView, ReportView } from "./views/reports.tsx";
import { w as pageWords } from "./words.ts";
import { w } from "./words-report.ts";

type Reading = Asked<AchievementsTables, Actor>;
type Sent = Writing<AchievementsTables, Actor>;

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** How a request speaks. */
export const voiceOf = (r: Pick<Reading, "say" | "language" | "pack">): Voice => ({ say: r.say, language: r.language, pack: r.pack });

const LIST: List<Reading, Record<never, never>, ListedReport, "newest"> = {
  name: "reports",
  path: () => paths.reports,
  file: () => `${paths.reports}/list`,
  filters: {},
  sorts: ["newest"],
  first: () => ({ sort: "newest", descending: false }),
  rows: (r, _, { limit, offset }) => reportPage(r.db, limit, offset),
  result: () => "",
  columns: (r) => [
    { name: "reference", head: w.reference, cell: (row) => row.reference },
    { name: "from", head: pageWords.from, kind: { kind: "date" }, cell: (row) => row.from },
    { name: "to", head: pageWords.to, kind: { kind: "date" }, cell: (row) => row.to },
    { name: "programme", head: w.programme, cell: (row) => row.programme },
    { name: "number", head: w.copies, kind: { kind: "integer" }, cell: (row) => row.number },
    { name: "state", head: w.state, cell: (row) => r.say(row.state === null ? w.noCopy : w[row.state]) },
  ],
};

async function list(r: Reading): Promise<Reply> {
  const { rows, around } = await listed(r, LIST);
  const mayWrite = verbReach(r.actor, verbs.write) !== null;
  return show(<ReportsView shell={r.shell} rows={rows} pages={around.pages} mayWrite={mayWrite} downloads={around.downloads} />);
}

async function form(r: Reading, values: Readonly<Record<string, string>> = {}, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const plan = await planOn(r.db, r.today);
  const periods = [
    ...yearsOffered(r.pack, r.today, 4).map((year) => ({ value: `${year.start}_${year.end}`, text: year.label })),
    { value: `${plan.begins}_${plan.ends}`, text: `${r.say(pageWords.planSoFar)} (${formatDate(plan.begins)} – ${formatDate(plan.ends)})` },
  ];
  const view = (
    <NewReportView
      shell={r.shell}
      periods={periods}
      programmes={(await programmesOffered(r.db, r.pack, "all", r.today)).filter((code) => code !== NONE)}
      frames={await framesKnown(r.db)}
      earlier={await comparable(r.db)}
      values={values}
      problems={problems}
    />
  );
  return show(view, problems.length === 0 ? 200 : 422);
}

async function begin(r: Sent): Promise<Reply> {
  const { form: sent } = r;
  const [from = "", to = ""] = sent.text("period").split("_");
  const partner = sent.text("view") === "partner";
  const problems: FieldProblem[] = [];
  if (!isDay(from) || !isDay(to) || to < from) problems.push({ field: "period", text: w.periodMissing });
  if (partner && sent.text("programme") === "") problems.push({ field: "programme", text: w.programmeMissing });
  if (problems.length > 0) return form(r, sent.values(), problems);
  const language = sent.text("language");
  const wanted: NewReport = {
    view: partner ? "partner" : "association",
    programme: partner ? sent.text("programme").slice(0, 100) : null,
    frame: partner ? sent.text("frame") || null : null,
    from,
    to,
    language: isLanguage(language) ? language : r.language,
    compares: UUID.test(sent.text("compares")) ? sent.text("compares") : null,
  };
  return go(paths.report(await beginReport(r.act, r.association, wanted)));
}

async function found(r: Reading): Promise<Report> {
  const id = r.params["id"] ?? "";
  const report = UUID.test(id) ? await reportById(r.db, id) : null;
  if (report === null) throw new Problem(p.noReport);
  return report;
}

async function one(r: Reading, problem?: FieldProblem): Promise<Reply> {
  const report = await found(r);
  const copies = await copiesOf(r.db, report.id);
  const waiting = copies[0]?.state === "draft" || copies[0]?.state === "reply_open";
  const input = waiting ? null : await draftOf(r.db, r.pack, report, r.today);
  const content = input === null ? null : contentOf(input);
  const voice = voiceOf(r);
  const may = (verb: Verb): boolean => verbReach(r.actor, verb) !== null;
  const view = (
    <ReportView
      shell={r.shell}
      report={report}
      title={patternOf(titleOf(r.pack, report), r.language)}
      lead={leadOf(voice, content ?? (copies[0] as Copy).content)}
      copies={copies}
      draft={
        input === null || content === null
          ? null
          : { content, body: { definitions: definitionsFor(input), stories: await printedStories(r.db, content.stories) } }
      }
      comparison={content === null ? null : await comparisonOf(r.db, voice, report, copies, content, { number: null, moment: r.now })}
      may={{ freeze: may(verbs.freeze), drop: may(verbs.drop), release: may(verbs.release), withdraw: may(verbs.withdraw) }}
      problem={problem}
    />
  );
  return show(view, problem === undefined ? 200 : 422);
}

const step =
  (take: (r: Sent, id: string) => Promise<unknown>, field?: string) =>
  async (r: Sent): Promise<Reply> => {
    const report = await found(r);
    if (field !== undefined && r.form.text(field) === "" && (field === "why" || (await copiesOf(r.db, report.id)).length > 0))
      return one(r, { field, text: publication.reasonMissing.text });
    await take(r, report.id);
    return go(paths.report(report.id));
  };

/** A copy that somebody asks for in the workspace. */
async function copyAsked(r: Reading): Promise<Copy> {
  const id = r.params["id"] ?? "";
  const copy = UUID.test(id) ? await copyById(r.db, id) : null;
  if (copy === null) throw new Problem(p.noReport);
  return copy;
}

async function copyPage(r: Reading): Promise<Reply> {
  const copy = await copyAsked(r);
  const report = await reportById(r.db, copy.about);
  if (report === null) throw new Problem(p.noReport);
  const voice = voiceOf(r);
  const at = { number: copy.number, moment: copy.recordedAt };
  return show(
    <CopyView
      shell={r.shell}
      copy={copy}
      content={copy.content}
      definitions={copy.definitions}
      reason={copy.reason}
      stories={await printedStories(r.db, copy.content.stories)}
      map={await copyMap(r, copy.content, paths.copyFile(copy.id, MAP_FILE))}
      lead={leadOf(voice, copy.content)}
      comparison={await comparisonOf(r.db, voice, report, await copiesOf(r.db, report.id), copy.content, at)}
      fileHref={(file) => paths.copyFile(copy.id, file)}
      area="workspace"
      back={{ href: paths.report(report.id), text: report.reference }}
    />,
  );
}

async function file(r: Reading): Promise<Reply> {
  const copy = await copyAsked(r);
  if (r.params["file"] === MAP_FILE) return mapFile(r, copy.content);
  const stories = await printedStories(r.db, copy.content.stories);
  const answer = await copyFile(copy, stories, r.pack, r.params["file"] ?? "", `${r.origin}${paths.publishedCopy(copy.id)}`);
  if (answer === null) throw new Problem(p.noReport);
  return answer;
}

export const reportRoutes = [
  page(paths.reports, verbs.tell, list),
  page(`${paths.reports}/list`, verbs.tell, (r: Reading) => listedFile(r, LIST)),
  page(paths.newReport, verbs.write, (r: Reading) => form(r)),
  act(paths.newReport, verbs.write, begin),
  page(paths.report(":id"), verbs.tell, (r: Reading) => one(r)),
  act(
    paths.step(":id", "freeze"),
    verbs.freeze,
    step((r, id) => freezeReport(r.act, id, r.form.text("reason")), "reason"),
  ),
  act(
    paths.step(":id", "drop"),
    verbs.drop,
    step((r, id) => dropCopy(r.act, id)),
  ),
  act(
    paths.step(":id", "release"),
    verbs.release,
    step((r, id) => releaseReport(r.act, id)),
  ),
  act(
    paths.step(":id", "withdraw"),
    verbs.withdraw,
    step((r, id) => withdrawReport(r.act, id, r.form.text("why")), "why"),
  ),
  page(paths.copy(":id"), verbs.tell, copyPage),
  page(paths.copyFile(":id", ":file"), verbs.tell, file),
];
