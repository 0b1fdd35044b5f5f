/** The pages that read a session’s tests, and the same as files and drawings. */
import { param, type Request } from "#kernel/access/asked.ts";
import { page, type Route } from "#kernel/access/route.ts";
import { modelOf } from "#kernel/questionnaire/store.ts";
import { isId, referenceOf } from "#platform/db/ids.ts";
import { listFile, type ListColumn } from "#platform/http/list-file.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { svgFile } from "#platform/ui/charts/frame.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { scoredQuestions } from "#kernel/questionnaire/score.ts";
import { lacksOf, readerOf, sceneOf, type Scene } from "./ask.ts";
import { analyse, changeOf, gainFrom, scoresOf, type QuestionAnalysis } from "./figures.ts";
import { evaluationOf, type Evaluation } from "./opinions.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { resultsByIds, resultsOfVersion, testsByIds } from "./queries.ts";
import { IN_CLASS, PREPARED } from "./rules.ts";
import { EvaluationView, type OtherMeans } from "./views/evaluation.tsx";
import { gainDrawing, gainPicture, labelIn, marksDrawing, marksOf } from "./views/pictures.tsx";
import { QuestionsView } from "./views/questions.tsx";
import { SessionTestsView, type PersonRow } from "./views/session.tsx";
import { enrolmentsOf, sessionsWhere } from "#modules/sessions";
import { w } from "./words.ts";
import { w as asked } from "./words-questions.ts";

const sceneFor = (r: Request): Promise<Scene> => sceneOf(r.db, r.actor, param(r, "id"), r.today);
const gainIn = (scene: Scene) =>
  gainFrom(
    scene.results,
    scene.people.map((one) => one.id),
  );

/** Everybody of the class whose name the reader may see, with her scores. */
export function rowsOf(scene: Scene): readonly PersonRow[] {
  const scores = new Map(scoresOf(scene.tests, scene.results).map((score) => [score.enrolment, score]));
  return scene.people.filter(scene.reader.names).map((enrolment) => {
    const own = scene.results.filter((result) => result.enrolment === enrolment.id);
    return {
      enrolment,
      score: scores.get(enrolment.id) ?? null,
      post: own.find((result) => result.kind === "post") ?? null,
      retake: own.find((result) => result.kind === "retake") ?? null,
      papers: own.filter((result) => result.source === "paper"),
    };
  });
}

function passedIn(scene: Scene): { passed: number; sat: number; mark: number } | null {
  const mark = scene.tests.find((test) => test.kind === "post")?.passMark ?? null;
  const judged = scoresOf(scene.tests, scene.results).filter((one) => one.passed !== null);
  return mark === null || judged.length === 0 ? null : { passed: judged.filter((one) => one.passed).length, sat: judged.length, mark };
}

function noticeOf(r: Request): string | null {
  const reminded = Number(r.query.get("reminded") ?? "");
  if (Number.isSafeInteger(reminded) && reminded > 0) return r.say(w.reminded, { count: reminded });
  const done = r.query.get("done");
  return done === "kept" ? r.say(w.kept) : done === "back" ? r.say(w.takenBack) : null;
}

async function session(r: Request): Promise<Reply> {
  const scene = await sceneFor(r);
  const gain = gainIn(scene);
  return show(
    <SessionTestsView
      shell={r.shell}
      scene={scene}
      gain={gain}
      picture={gainPicture(r, scene.session, gain, scene.results)}
      passed={passedIn(scene)}
      lacks={lacksOf(scene, r.today)}
      rows={rowsOf(scene)}
      notice={noticeOf(r)}
      mayOpen={scene.reader.conducts && scene.tests.length === 0 && PREPARED.includes(scene.session.state)}
      printed={{ reference: referenceOf(scene.session.id), issuer: r.say(r.pack.association.names), date: formatDate(r.today) }}
      today={r.today}
    />,
  );
}

/** The analysis that an address asks for. The right answers stand on it. */
async function analysisOf(r: Request, scene: Scene) {
  if (!scene.reader.key) throw new Problem(p.noTest);
  const kind = r.query.get("kind") === "pre" ? ("pre" as const) : ("post" as const);
  const of = r.query.get("of") === "course" ? ("course" as const) : ("session" as const);
  const test = scene.tests.find((one) => one.kind === kind);
  if (test === undefined) return { kind, of, model: null, analysis: null };
  const model = await modelOf(r.db, test.version);
  const results = of === "course" ? await resultsOfVersion(r.db, test.version, kind) : scene.results.filter((one) => one.test === test.id);
  return { kind, of, model, analysis: analyse(scoredQuestions(model), results) };
}

async function questions(r: Request): Promise<Reply> {
  const scene = await sceneFor(r);
  const found = await analysisOf(r, scene);
  return show(<QuestionsView shell={r.shell} session={scene.session} {...found} />);
}

async function evaluationIn(r: Request, scene: Scene): Promise<Evaluation | null> {
  return (await evaluationOf(r.db, [scene.session.id], r.today)).get(scene.session.id) ?? null;
}

/** Means of the other sessions of the course with the same questions, of which enough people answered. */
async function othersOf(r: Request, scene: Scene, own: Evaluation | null): Promise<OtherMeans> {
  if (own === null) return { sessions: 0, means: new Map() };
  const same = (await sessionsWhere(r.db, { course: scene.session.course, limit: 200, offset: 0 })).filter((one) => one.id !== own.session);
  const evaluations = await evaluationOf(
    r.db,
    same.map((one) => one.id),
    r.today,
  );
  const others = [...evaluations.values()].filter((one) => one.shown && one.version === own.version);
  const means = new Map<string, number>();
  for (const { path } of marksOf(own)) {
    const known = others.flatMap((one) => marksOf(one).find((mark) => mark.path === path)?.mean ?? []);
    if (known.length > 0) means.set(path, known.reduce((sum, mean) => sum + mean, 0) / known.length);
  }
  return { sessions: others.length, means };
}

async function evaluation(r: Request): Promise<Reply> {
  const scene = await sceneFor(r);
  const own = await evaluationIn(r, scene);
  return show(
    <EvaluationView
      shell={r.shell}
      session={scene.session}
      evaluation={own}
      people={scene.people.filter((one) => IN_CLASS.includes(one.state)).length}
      others={await othersOf(r, scene, own)}
      conducts={scene.reader.conducts}
      notice={noticeOf(r)}
    />,
  );
}

const round = (value: number | null | undefined, places: number): number | null =>
  value === null || value === undefined ? null : Number(value.toFixed(places));
const decimal = (places: number) => ({ kind: "decimal", places }) as const;
const INTEGER = { kind: "integer" } as const;

const RESULT_COLUMNS: readonly ListColumn<PersonRow>[] = [
  { name: "person", head: w.person, cell: (row) => row.enrolment.personName },
  { name: "organisation", head: w.organisation, cell: (row) => row.enrolment.organisationName },
  { name: "pre", head: w.before, kind: decimal(1), cell: (row) => round(row.score?.pre, 1) },
  { name: "post", head: w.after, kind: decimal(1), cell: (row) => round(row.score?.post, 1) },
  { name: "change", head: w.change, kind: decimal(3), cell: (row) => round(row.score === null ? null : changeOf(row.score), 3) },
  { name: "passed", head: w.outcome, kind: INTEGER, cell: (row) => (row.score?.passed == null ? null : Number(row.score.passed)) },
  { name: "enrolment", cell: (row) => row.enrolment.id },
];

function questionsFile(r: Request, analysis: QuestionAnalysis | null): Reply {
  return listFile(r, {
    name: "questions",
    columns: [
      { name: "question", head: asked.question, cell: (one) => labelIn(one.question.label, r.language) },
      { name: "name", cell: (one) => one.name },
      { name: "points", kind: INTEGER, cell: (one) => one.question.points },
      { name: "difficulty", head: asked.difficulty, kind: decimal(3), cell: (one) => round(one.difficulty, 3) },
      { name: "item_rest", head: asked.rest, kind: decimal(3), cell: (one) => round(one.itemRest, 3) },
      { name: "discrimination", head: asked.discrimination, kind: decimal(3), cell: (one) => round(one.discrimination, 3) },
      { name: "alpha_without", head: asked.without, kind: decimal(3), cell: (one) => round(one.alphaWithout, 3) },
      { name: "look_at_key", cell: (one) => one.suspects.join(" ") },
    ],
    rows: analysis?.questions ?? [],
  });
}

function choicesFile(r: Request, analysis: QuestionAnalysis | null): Reply {
  const rows = (analysis?.questions ?? []).flatMap((one) => one.options.map((option) => ({ ...option, question: one.name })));
  return listFile(r, {
    name: "choices",
    columns: [
      { name: "question", head: asked.question, cell: (row) => row.question },
      { name: "choice", head: asked.choice, cell: (row) => row.choice },
      { name: "right", head: asked.right, kind: INTEGER, cell: (row) => (row.right ? 1 : 0) },
      { name: "chosen", head: asked.chosen, kind: INTEGER, cell: (row) => row.chosen },
      { name: "share", kind: decimal(3), cell: (row) => round(row.share, 3) },
      { name: "rest_mean", head: asked.restMean, kind: decimal(2), cell: (row) => round(row.restMean, 2) },
    ],
    rows,
  });
}

function marksFile(r: Request, own: Evaluation | null): Reply {
  const rows = own === null ? [] : marksOf(own).flatMap((mark) => mark.levels.map((level) => ({ mark, level })));
  return listFile(r, {
    name: "evaluation",
    columns: [
      { name: "question", head: asked.question, cell: (row) => labelIn(row.mark.label, r.language) },
      { name: "mark", head: asked.mark, kind: INTEGER, cell: (row) => Number(row.level.name) },
      { name: "people", head: asked.count, kind: INTEGER, cell: (row) => row.level.count },
      { name: "mean", head: asked.mean, kind: decimal(2), cell: (row) => round(row.mark.mean, 2) },
    ],
    rows,
  });
}

async function file(r: Request): Promise<Reply> {
  const scene = await sceneFor(r);
  switch (r.params["what"]) {
    case "results":
      return listFile(r, { name: "test-results", sheet: r.say(w.module), columns: RESULT_COLUMNS, rows: rowsOf(scene) });
    case "questions":
      return questionsFile(r, (await analysisOf(r, scene)).analysis);
    case "choices":
      return choicesFile(r, (await analysisOf(r, scene)).analysis);
    case "marks":
      return marksFile(r, await evaluationIn(r, scene));
    default:
      throw new Problem(p.noTest);
  }
}

async function picture(r: Request): Promise<Reply> {
  const scene = await sceneFor(r);
  const drawn = gainPicture(r, scene.session, gainIn(scene), scene.results);
  if (drawn === null) throw new Problem(p.noTest);
  return download(null, "image/svg+xml", svgFile(r.say, drawn.about, gainDrawing(drawn)));
}

async function evaluationPicture(r: Request): Promise<Reply> {
  const scene = await sceneFor(r);
  const own = await evaluationIn(r, scene);
  if (own === null || !own.shown) throw new Problem(p.noTest);
  const { about, drawing } = marksDrawing(r, scene.session, own);
  return download(null, "image/svg+xml", svgFile(r.say, about, drawing));
}

/** From a test or a result, as the journal names them, to the page it stands on. */
async function record(r: Request): Promise<Reply> {
  const id = param(r, "recordId");
  const found = isId(id) ? ((await testsByIds(r.db, [id])).get(id) ?? (await resultsByIds(r.db, [id]))[0]) : undefined;
  if (found === undefined) throw new Problem(p.noTest);
  const people = await enrolmentsOf(r.db, [found.session]);
  return go((await readerOf(r.db, r.actor, found.session, people, r.today)) === null ? paths.mine : paths.session(found.session));
}

export const sessionRoutes: readonly Route[] = [
  page(paths.record(":recordId"), "signed-in", record),
  page(paths.session(":id"), "signed-in", session),
  page(`${paths.session(":id")}/questions`, "signed-in", questions),
  page(paths.evaluation(":id"), "signed-in", evaluation),
  page(paths.file(":id", ":what"), "signed-in", file),
  page(paths.picture(":id"), "signed-in", picture),
  page(paths.evaluationPicture(":id"), "signed-in", evaluationPicture),
];
