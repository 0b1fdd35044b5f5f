/** The manifest of accounts and signing in. */
import { moduleOf } from "#kernel/access/module.ts";
import { sweep } from "./jobs.ts";
import { paths } from "./paths.ts";
import { personalData } from "./personal-data.ts";
import { accountRecord } from "./records.ts";
import { adminRoutes } from "./routes-admin.tsx";
import { ownRoutes } from "./routes-own.tsx";
import { passkeyRoutes } from "./routes-passkey.tsx";
import { providerRoutes } from "./routes-provider.tsx";
import { setPasswordRoutes } from "./routes-set-password.tsx";
import { signInRoutes } from "./routes-sign-in.tsx";
import { verbs } from "./rules.ts";
import { w } from "./words.ts";
import { w as wa } from "./words-admin.ts";

export const module = moduleOf({
  name: "account",
  title: w.title,
  routes: [...signInRoutes, ...passkeyRoutes, ...providerRoutes, ...setPasswordRoutes, ...ownRoutes, ...adminRoutes],
  verbs,
  menu: [{ text: wa.accounts, href: paths.accounts, position: 90, for: verbs.manage }],
  records: { account: accountRecord },
  jobs: { "account.sweep": sweep },
  timers: [{ job: "account.sweep", cron: "23 1 * * *" }],
  personalData,
});
