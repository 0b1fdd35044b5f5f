/** Lays a version out for paper: numbered questions under their headings, with skip instructions in words. */
import { inLanguage } from "#kernel/questionnaire/model.ts";
import type { Item, Model, Question, Translations } from "#kernel/questionnaire/model.ts";
import { modelLanguage } from "#kernel/questionnaire/state.ts";
import { typeOf } from "#kernel/questionnaire/types.ts";
import type { Say } from "#platform/i18n/text.ts";
import { onlyIf, type PaperNumbers } from "./skip.ts";

/** What is printed to answer in. */
export type Field = "circles" | "squares" | "ranks" | "figures" | "date" | "line" | "lines" | "file" | "none";

/** One printed question or note. */
export interface PaperQuestion {
  readonly kind: "question";
  readonly number: string;
  readonly label: string;
  readonly hint: string;
  readonly skip: string;
  readonly field: Field;
  readonly choices: readonly { readonly mark: string; readonly label: string }[];
  /** Boxes for figures. */
  readonly boxes: number;
}

/** A heading with what is under it; `times` is more than one for what is asked again and again. */
export interface PaperSection {
  readonly kind: "section";
  readonly heading: string;
  readonly skip: string;
  readonly times: number;
  readonly parts: readonly PaperPart[];
}

export type PaperPart = PaperQuestion | PaperSection;

/** How often a repeat is printed. */
export const PRINTED_REPEATS = 3;

const FIELDS: Readonly<Record<string, Field>> = {
  one: "circles",
  many: "squares",
  rank: "ranks",
  integer: "figures",
  decimal: "figures",
  date: "date",
  time: "figures",
  dateTime: "date",
  acknowledge: "squares",
  file: "file",
  none: "none",
};

function isPrinted(item: Item): item is Question {
  return item.kind === "question" && typeOf(item.type).shown && item.calculation === "";
}

/** Numbers the questions as they are printed; notes have none. */
function numbered(items: readonly Item[], into: Map<string, string>, questions: Map<string, Question>): void {
  for (const item of items) {
    if (item.kind !== "question") numbered(item.items, into, questions);
    else if (isPrinted(item)) {
      questions.set(item.name, item);
      if (typeOf(item.type).answer !== "none") into.set(item.name, String(into.size + 1));
    }
  }
}

function boxesOf(question: Question): number {
  if (question.type === "range") return String(question.parameters["end"] ?? "10").length;
  return question.type === "integer" ? 6 : 10;
}

function questionPart(paper: PaperNumbers, item: Question): PaperQuestion {
  const said = (texts: Translations): string =>
    inLanguage(texts, paper.language, paper.model.defaultLanguage).replaceAll(/\$\{\s*([^}]*?)\s*\}/g, "______");
  const { answer } = typeOf(item.type);
  const choices = (paper.model.lists[item.list] ?? []).map((choice) => ({ mark: choice.name, label: said(choice.label) || choice.name }));
  const levels = choices.length >= 3 && choices.every((choice, index) => choice.mark === String(index + 1));
  const field: Field = FIELDS[answer] ?? (item.appearance.includes("multiline") ? "lines" : "line");
  const tick = answer === "acknowledge" ? [{ mark: "", label: said(item.label) }] : [];
  return {
    kind: "question",
    number: paper.numberOf.get(item.name) ?? "",
    label: said(item.label) || item.name,
    hint: said(item.hint),
    skip: item.relevant === "" ? "" : onlyIf(paper, item.relevant),
    field: item.file !== "" ? "line" : field,
    choices: [...choices.map((choice) => (levels ? choice : { ...choice, mark: "" })), ...tick],
    boxes: boxesOf(item),
  };
}

function parts(paper: PaperNumbers, items: readonly Item[]): PaperPart[] {
  return items.flatMap((item): PaperPart[] => {
    if (item.kind === "question") return isPrinted(item) ? [questionPart(paper, item)] : [];
    const inside = parts(paper, item.items);
    if (inside.length === 0) return [];
    const heading = inLanguage(item.label, paper.language, paper.model.defaultLanguage);
    const skip = item.relevant === "" ? "" : onlyIf(paper, item.relevant);
    return [{ kind: "section", heading, skip, times: item.kind === "repeat" ? PRINTED_REPEATS : 1, parts: inside }];
  });
}

/** A version as it is printed in one language; `say` speaks that language. */
export function paperOf(model: Model, language: string, say: Say): PaperPart[] {
  const [numberOf, questions] = [new Map<string, string>(), new Map<string, Question>()];
  numbered(model.items, numberOf, questions);
  return parts({ model, language: modelLanguage(model, language), say, numberOf, questions }, model.items);
}
