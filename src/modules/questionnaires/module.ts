/** The manifest of questionnaires. */
import { moduleOf } from "#kernel/access/module.ts";
import { commands } from "./commands.ts";
import { duties } from "./duties.ts";
import { paths } from "./paths.ts";
import { personalData } from "./personal.ts";
import { records } from "./records.ts";
import { routes } from "./routes.tsx";
import { verbs } from "./rules.ts";
import { w } from "./words.ts";
import { w as a } from "./words-answer.ts";

export const module = moduleOf({
  name: "questionnaires",
  title: w.module,
  routes,
  verbs,
  menu: [
    { text: w.module, href: paths.questionnaires, position: 45, under: "/needs", for: verbs.read },
    { text: a.mine, href: paths.mine, position: 60, own: true, for: "signed-in" },
  ],
  records,
  stories: {
    "questionnaire.version.uploaded": w.storyUploaded,
    "questionnaire.version.published": w.storyPublished,
    "questionnaire.version.retired": w.storyRetired,
  },
  personalData,
  commands,
  duties,
});
