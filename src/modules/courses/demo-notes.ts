/** The participant's notes of a demonstration course: one plain page made of its outcomes and modules. */
import type { DemoCourse } from "./demo-shapes.ts";

const HEADS = {
  en: {
    notes: "Participant’s notes",
    after: "Afterwards you",
    modules: "Modules",
    minutes: "minutes, of them practice",
    task: "My task at work",
  },
  fr: {
    notes: "Notes du participant",
    after: "Ensuite, la personne",
    modules: "Modules",
    minutes: "minutes, dont pratique",
    task: "Ma tâche au travail",
  },
} as const;

/** Title and text of the notes in a language. */
export function notesOf(course: DemoCourse, language: "en" | "fr"): { readonly title: string; readonly text: string } {
  const head = HEADS[language];
  const title = `${head.notes}, ${course.code}`;
  const modules = course.modules.flatMap(([name, minutes, practical, , objective], index) => [
    `${index + 1}. ${name[language] ?? ""} (${minutes} ${head.minutes} ${practical})`,
    `   ${objective[language] ?? ""}`,
  ]);
  const lines = [
    course.title[language] ?? "",
    title,
    "",
    `${head.after}:`,
    ...course.outcomes.map((outcome) => `- ${outcome[language] ?? ""}`),
    "",
    `${head.modules}:`,
    ...modules,
    "",
    `${head.task}: ______________________________________________`,
    "",
  ];
  return { title, text: lines.join("\n") };
}
