/** The manifest of certificates. */
import { moduleOf } from "#kernel/access/module.ts";
import { coursePaths } from "#modules/courses";
import { certificatesDataset } from "./datasets.ts";
import { demo } from "./demo.ts";
import { dutiesOf } from "./duties.ts";
import { panels } from "./panels.tsx";
import { paths } from "./paths.ts";
import { personalData } from "./personal-data.ts";
import { records } from "./records.ts";
import { routes } from "./routes.tsx";
import { verbs } from "./rules.ts";
import { w } from "./words.ts";
import { w as more } from "./words-more.ts";

export const module = moduleOf({
  name: "certificates",
  title: w.module,
  needs: ["account", "courses", "sessions", "tests"],
  routes,
  verbs,
  menu: [
    { text: w.module, href: paths.certificates(), position: 33, under: "/sessions", for: verbs.read },
    { text: more.verifyTitle, href: paths.verify, position: 60, under: coursePaths.courses, for: "public" },
  ],
  records,
  stories: {
    "certificates.issued": more.storyIssued,
    "certificates.withdrawn": more.storyWithdrawn,
    "certificates.reissued": more.storyReissued,
    "certificates.exception.asked": more.storyAsked,
    "certificates.exception.granted": more.storyGranted,
    "certificates.exception.refused": more.storyRefused,
  },
  panels,
  personalData,
  datasets: [certificatesDataset],
  duties: dutiesOf,
  demo,
});
