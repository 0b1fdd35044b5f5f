/** What this module writes to people, as kinds of messages. */
import type { MessageTemplate } from "#kernel/conversation/template.ts";
import type { TestKind } from "./schema.ts";
import { w } from "./words-messages.ts";

export const templates: Readonly<Record<TestKind, MessageTemplate>> = {
  pre: { name: "tests.pre", title: w.preTitle, body: w.preBody, sms: w.preSms },
  post: { name: "tests.post", title: w.postTitle, body: w.postBody, sms: w.postSms },
  retake: { name: "tests.retake", title: w.retakeTitle, body: w.retakeBody, sms: w.retakeSms },
  evaluation: { name: "tests.evaluation", title: w.evaluationTitle, body: w.evaluationBody, sms: w.evaluationSms },
};
