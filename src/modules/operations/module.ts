/** The manifest of administration: words and rules, the installation, backups, exports. */
import { moduleOf } from "#kernel/access/module.ts";
import { backupCommand, restoreCommand } from "./command-backup.ts";
import { doctorCommand } from "./command-doctor.ts";
import { exportCommand } from "./command-export.ts";
import { duties } from "./duties.ts";
import { forgetExports, writeExport } from "./exports.ts";
import { backUp } from "./jobs.ts";
import { paths } from "./paths.ts";
import { personalData } from "./personal-data.ts";
import { records } from "./records.ts";
import { routes } from "./routes.tsx";
import { runRoutes } from "./routes-run.tsx";
import { verbs } from "./rules.ts";
import { w } from "./words.ts";

export const module = moduleOf({
  name: "operations",
  title: w.module,
  routes: [...routes, ...runRoutes],
  verbs,
  menu: [{ text: w.module, href: paths.admin, position: 88, for: verbs.see }],
  records,
  jobs: { "operations.backup": backUp, "operations.export": writeExport, "operations.forget": forgetExports },
  timers: [
    { job: "operations.backup", cron: "40 23 * * *" },
    { job: "operations.forget", cron: "20 0 * * *" },
  ],
  personalData,
  commands: [backupCommand, restoreCommand, doctorCommand, exportCommand],
  duties,
});
