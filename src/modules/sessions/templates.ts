/** What this module writes to people, as kinds of messages. */
import type { MessageTemplate } from "#kernel/conversation/template.ts";
import { w } from "./words-messages.ts";

const template = (
  name: string,
  of: { title: MessageTemplate["title"]; body: MessageTemplate["body"]; sms: MessageTemplate["sms"]; shared?: MessageTemplate["shared"] },
): MessageTemplate => ({
  name: `sessions.${name}`,
  ...of,
});

export const templates = {
  invitation: template("invitation", { title: w.inviteTitle, body: w.inviteBody, sms: w.inviteSms, shared: w.inviteShared }),
  reminder: template("reminder", { title: w.remindTitle, body: w.remindBody, sms: w.remindSms, shared: w.inviteShared }),
  thanks: template("thanks", { title: w.thanksTitle, body: w.thanks, sms: w.thanks }),
  noted: template("noted", { title: w.notedTitle, body: w.noted, sms: w.noted }),
  declined: template("declined", { title: w.declinedTitle, body: w.declinedBody, sms: w.declinedSms }),
  namesOpen: template("names_open", { title: w.openTitle, body: w.openBody, sms: w.openSms }),
  namesClosed: template("names_closed", { title: w.closedTitle, body: w.closedBody, sms: w.closedSms }),
  seatOffered: template("seat_offered", { title: w.seatTitle, body: w.seatBody, sms: w.seatSms }),
  seatLeft: template("seat_left", { title: w.leftTitle, body: w.leftBody, sms: w.leftSms }),
  cancelled: template("cancelled", { title: w.cancelTitle, body: w.cancelBody, sms: w.cancelSms }),
  trainer: template("trainer", { title: w.trainTitle, body: w.trainBody, sms: w.trainSms }),
  help: w.help,
} as const;
