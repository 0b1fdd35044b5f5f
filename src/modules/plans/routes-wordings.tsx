/** The page of a plan’s words in three languages. */
import type { Actor } from "#kernel/access/actor.ts";
import { act, page, type Route, type Writing } from "#kernel/access/route.ts";
import { offers } from "#kernel/flow/flow.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { isLanguage, type Language } from "#platform/i18n/text.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { param, type Request } from "#kernel/access/asked.ts";
import { may, mustReach, readPlan } from "./ask.ts";
import { note, reading, textIn } from "#kernel/access/fields.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { verbs } from "./verbs.ts";
import { WordingsView, type WordingsProps } from "./views/wordings.tsx";
import { wordingFlow, WORDING_STEPS, type WordingStep } from "./flow-wording.ts";
import { takeWords, wordsOfPlan, writeWords } from "./wordings.ts";
import { w } from "./words-plan.ts";
import { w as wording } from "./words-wording.ts";

type Write = Writing<any, Actor>;

const isStep = (step: string): step is WordingStep => (WORDING_STEPS as readonly string[]).includes(step);

async function showWordings(r: Request, sent: WordingsProps["sent"] = null, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const plan = await readPlan(r);
  const found = await wordsOfPlan(r.db, plan);
  const adopted = found?.version.state === "in_force";
  const languages = (found?.languages ?? []).map((one) => ({
    ...one,
    offers:
      one.now === null
        ? []
        : offers(wordingFlow, one.now.status, { own: one.writer === r.actor.person, adopted }, { actor: r.actor }).flatMap((offer) =>
            isStep(offer.step) ? [{ ...offer, step: offer.step }] : [],
          ),
  }));
  return show(
    <WordingsView
      shell={r.shell}
      plan={plan}
      number={found?.version.number ?? null}
      languages={languages}
      mayWrite={await may(r, verbs.translate, plan)}
      sent={sent}
      problems={problems}
    />,
    problems.length > 0 ? 422 : 200,
  );
}

function languageOf(r: Request): Language {
  const language = param(r, "language");
  if (!isLanguage(language)) throw new Problem(p.noPlan);
  return language;
}

async function write(r: Write): Promise<Reply> {
  const plan = await readPlan(r);
  await mustReach(r, verbs.translate, plan);
  const language = languageOf(r);
  const complete = r.form.text("do") === "complete";
  const reader = reading(r.form);
  const title = textIn(reader, "title", w.sayTitle, 200);
  const body = textIn(reader, "body", null);
  if (complete && body === "") note(reader, "body", wording.saySummary);
  if (reader.problems.length > 0) {
    const problems = reader.problems.map((problem) => ({ ...problem, field: `${problem.field}-${language}` }));
    return showWordings(r, { language, values: r.form.values() }, problems);
  }
  await writeWords(r.act, { plan: plan.id, language, title, body, complete });
  return go(`${paths.wordings(plan.id)}#language-${language}`);
}

async function step(r: Write): Promise<Reply> {
  const plan = await readPlan(r);
  const name = param(r, "step");
  if (!isStep(name)) throw new Problem(p.noPlan);
  const language = languageOf(r);
  await takeWords(r.act, plan.id, language, name);
  return go(`${paths.wordings(plan.id)}#language-${language}`);
}

export const wordingRoutes: readonly Route[] = [
  page(paths.wordings(":id"), verbs.read, (r: Request) => showWordings(r)),
  act(paths.wordingStep(":id", ":language", ":step"), verbs.read, step),
  act(paths.wording(":id", ":language"), verbs.translate, write),
];
