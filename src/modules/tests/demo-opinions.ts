/** What demonstration people say of a session: marks around how good it was, and now and then a sentence. */
import { eachItem, type Model, type Question } from "#kernel/questionnaire/model.ts";
import { typeOf } from "#kernel/questionnaire/types.ts";
import type { Random } from "#methods/draw/random.ts";
import { newId } from "#platform/db/ids.ts";

interface Said {
  readonly text: string;
  readonly language: "en" | "fr";
}

const en = (text: string): Said => ({ text, language: "en" });
const fr = (text: string): Said => ({ text, language: "fr" });

/** By the name of the question that they answer. */
const SENTENCES: Readonly<Record<string, readonly Said[]>> = {
  useful_part: [
    en("The exercises with our own files."),
    en("Working in pairs with colleagues of another district."),
    en("The checklist. I will use it next week."),
    fr("Les cas pratiques tirés de nos dossiers."),
    fr("Les échanges entre collègues de plusieurs districts."),
    en("That the trainer had done our job herself."),
  ],
  change: [
    en("One more day, with less in it."),
    en("Send the material a week before."),
    en("Begin later on the first day: the road is long."),
    fr("Davantage d’exercices, moins de diapositives."),
    en("The room was too small for group work."),
    fr("Prévoir un suivi après trois mois."),
  ],
  missing: [en("My supervisor."), en("The accountant of the district."), fr("Les secrétaires exécutifs des secteurs.")],
};

/** Share of people who write something at all. */
const WRITES = 0.14;

function markFor(model: Model, question: Question, level: number, random: Random): string | null {
  const names = (model.lists[question.list] ?? []).map((choice) => Number(choice.name));
  if (typeOf(question.type).answer !== "one" || names.length < 3 || names.some((name) => !Number.isFinite(name))) return null;
  const [low, high] = [Math.min(...names), Math.max(...names)];
  return String(Math.min(high, Math.max(low, Math.round(low + (high - low) * level + random.normal() * 0.75))));
}

/** Rows of opinions on one session, in no order. */
export function opinionRows(test: string, model: Model, count: number, random: Random): readonly Record<string, unknown>[] {
  const quality = 0.78 + random.normal() * 0.07;
  const taste = new Map<string, number>();
  const said = new Set<Said>();
  return Array.from({ length: count }, () => {
    const answers: Record<string, string> = {};
    let language = "en";
    eachItem(model.items, (item, path) => {
      if (item.kind !== "question") return;
      if (!taste.has(path)) taste.set(path, quality + random.normal() * 0.06);
      const mark = markFor(model, item, taste.get(path) ?? quality, random);
      if (mark !== null) answers[path] = mark;
      else if (typeOf(item.type).answer === "text" && random.uniform() < WRITES) {
        const left = (SENTENCES[item.name] ?? []).filter((sentence) => !said.has(sentence));
        if (left.length === 0) return;
        const sentence = random.pick(left);
        said.add(sentence);
        answers[path] = sentence.text;
        language = sentence.language;
      }
    });
    return { id: newId(), test, answers, language, source: "web" };
  });
}
