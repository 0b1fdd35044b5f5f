/** Background work: carrying messages out, and the daily reminders. */
import type { JobHandler } from "#kernel/access/module.ts";
import { deliverMessages } from "#kernel/conversation/deliver.ts";
import { stopToken } from "#kernel/conversation/opt-out.ts";
import { isId } from "#platform/db/ids.ts";
import { paths } from "./paths.ts";
import { remindAll } from "./remind.ts";
import { messageSettings } from "./settings.ts";

/** Carries out the messages that a payload names. */
export const deliver: JobHandler = async (job, payload) => {
  const { keyring, outlets } = messageSettings();
  const listed: unknown = payload["messages"];
  const ids = Array.isArray(listed) ? listed.filter((id): id is string => typeof id === "string" && isId(id)) : [];
  await deliverMessages(job, { outlets, stopLink: (message) => job.origin + paths.stop(stopToken(keyring, message)) }, ids);
};

/** Runs every hour; the first run after six in the association's time reminds, the others do nothing. */
export const remind: JobHandler = (job) => remindAll(job);
