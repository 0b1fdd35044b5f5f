/** The manifest of messages. */
import { moduleOf } from "#kernel/access/module.ts";
import { DELIVERY_JOB } from "#kernel/conversation/send.ts";
import { registerAddressReplies } from "./addresses.ts";
import { makeDemo } from "./demo.ts";
import { duties } from "./duties.ts";
import { deliver, remind } from "./jobs.ts";
import { paths } from "./paths.ts";
import { personalData } from "./personal-data.ts";
import { messageRecord } from "./records.ts";
import { openRoutes } from "./routes-open.tsx";
import { phoneRoutes } from "./routes-phone.tsx";
import { routes } from "./routes.tsx";
import { verbs } from "./rules.ts";
import { w } from "./words.ts";

registerAddressReplies();

export const module = moduleOf({
  name: "messages",
  title: w.title,
  // The addresses with a word before those with an id.
  routes: [...openRoutes, ...phoneRoutes, ...routes],
  verbs,
  menu: [{ text: w.title, href: paths.list, position: 70, for: verbs.read }],
  records: { message: messageRecord },
  stories: {
    "conversation.stopped": w.storyStopped,
    "conversation.failed": w.storyFailed,
    "messages.answered": w.storyAnswered,
    "messages.closed": w.storyClosed,
  },
  jobs: { [DELIVERY_JOB]: deliver, "messages.remind": remind },
  timers: [{ job: "messages.remind", cron: "5 * * * *" }],
  personalData,
  duties,
  demo: makeDemo,
});
