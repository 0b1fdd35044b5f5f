/** The manifest of attendance. */
import { join } from "node:path";
import { moduleOf } from "#kernel/access/module.ts";
import { registerOfflineRoom } from "#kernel/offline/rooms.ts";
import { demo } from "./demo.ts";
import { duties } from "./duties.ts";
import { panels } from "./panels.tsx";
import { paths } from "./paths.ts";
import { personalData } from "./personal.ts";
import { listRecord } from "./records.ts";
import { routes } from "./routes.ts";
import { verbs } from "./rules.ts";
import { LIST } from "./schema.ts";
import { registerSignIn } from "./sms.ts";
import { w } from "./words.ts";
import { w as e } from "./words-events.ts";

registerSignIn();
registerOfflineRoom(join(import.meta.dirname, "offline/room.ts"));

export const module = moduleOf({
  name: "attendance",
  title: w.module,
  needs: ["sessions"],
  routes,
  verbs,
  menu: [{ text: w.module, href: paths.list, position: 31, under: "/sessions", for: verbs.read }],
  records: { [LIST]: listRecord },
  stories: {
    "attendance.noted": e.storyNoted,
    "attendance.pin.refused": e.storyPinRefused,
    "attendance.closed": e.storyClosed,
    "attendance.reopened": e.storyReopened,
    "attendance.rate.set": e.storyRate,
    "attendance.paper.typed": e.storyPaper,
    "attendance.log.read": e.storyLogRead,
    "attendance.log.matched": e.storyLogMatched,
    "attendance.log.taken": e.storyLogTaken,
    "attendance.log.dropped": e.storyLogDropped,
    "attendance.asked": e.storyAsked,
  },
  panels,
  personalData,
  duties,
  demo,
});
