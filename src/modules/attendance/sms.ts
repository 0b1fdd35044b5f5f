/** Signing in by text message: the question sent to a participant, and her answer with the number from the room. */
import { participantsByIds } from "#kernel/gathering/participants.ts";
import { registerReplies } from "#kernel/conversation/replies.ts";
import type { MessageTemplate } from "#kernel/conversation/template.ts";
import { Problem } from "#platform/problems/problem.ts";
import { checkInByPin } from "./actions.ts";
import { p } from "./problems.ts";
import { attendanceRules } from "./queries.ts";
import { w } from "./words-personal.ts";

/** The kind of question. */
export const SIGN_IN = "attendance.sign_in";

export const askTemplate: MessageTemplate = { name: SIGN_IN, title: w.smsTitle, body: w.smsBody, sms: w.sms, urgent: true };
const thanks: MessageTemplate = { name: "attendance.signed_in", title: w.smsTitle, body: w.smsThanks, sms: w.smsThanks, urgent: true };

/** The four digits of an answer; null when there are none or several. */
export function pinOf(text: string): string | null {
  const found = text.match(/(?<!\d)\d{4}(?!\d)/g) ?? [];
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Makes the answers understood; the module calls it when it loads. */
export function registerSignIn(): void {
  registerReplies<string>({
    kind: SIGN_IN,
    help: w.smsHelp,
    parse: (text) => pinOf(text),
    handle: async (act, { asked, answer }) => {
      const id = asked.subject?.id ?? "";
      const who = (await participantsByIds(act.tx, [id])).get(id);
      if (who === undefined) throw new Problem(p.notFound);
      const outcome = await checkInByPin(act, who, answer, "sms");
      if (outcome.ok) return { template: thanks };
      // The try is counted although the sentence is told as a message, not as a problem.
      const { pinMinutesBefore } = await attendanceRules(act.tx, act.today);
      const text = p[outcome.why].text;
      return {
        template: { name: "attendance.refused", title: w.smsTitle, body: text, sms: text, urgent: true },
        values: { minutes: pinMinutesBefore },
      };
    },
  });
}
