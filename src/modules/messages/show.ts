/** How messages are told on pages: with whom, about what, at what cost; and which texts a reader may see. */
import type { Actor } from "#kernel/access/actor.ts";
import type { House, NamedRecord } from "#kernel/access/house.ts";
import { maskAddress } from "#kernel/conversation/address.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Language, Say } from "#platform/i18n/text.ts";
import { formatMoney } from "#platform/ui/format.ts";
import type { ListedMessage } from "./queries.ts";
import { w } from "./words.ts";

/** Longest piece of a text in a list. */
const PREVIEW = 80;

/** The records that messages are about, as far as the reader may see them. */
export type Subjects = ReadonlyMap<string, NamedRecord>;

/** A message with what the reader may see of the records of its page. */
export type ShownMessage = ListedMessage & { readonly about: Subjects };

/** Names the records of many messages; two queries for each kind. */
export async function subjectsOf(
  asked: { readonly db: Db<any>; readonly actor: Actor | null; readonly house: House; readonly language: Language; readonly today: string },
  messages: readonly ListedMessage[],
): Promise<Subjects> {
  const places = messages.flatMap((message) =>
    message.subject === null || message.subjectKind === null ? [] : [{ kind: message.subjectKind, id: message.subject }],
  );
  return places.length === 0 ? new Map() : asked.house.name(asked.db, asked.actor, places, asked.language, asked.today);
}

/** A text is as open as the record it is about: who may not see the record does not read what was said of it. */
export function mayRead(message: ListedMessage, subjects: Subjects): boolean {
  return message.subject === null || subjects.has(message.subject);
}

/** What a message is, in one line, for lists. */
export function headOf(message: ListedMessage, subjects: Subjects, say: Say, language: Language): string {
  if (message.erased) return say(w.erasedPerson);
  if (message.heads !== null) return message.heads[language];
  if (!mayRead(message, subjects)) return say(w.hiddenShort);
  const text = (message.body ?? "").replaceAll(/\s+/g, " ").trim();
  return `“${text.length > PREVIEW ? `${text.slice(0, PREVIEW - 1)}…` : text}”`;
}

/** To or from whom, and on which way, in one line. */
export function wayOf(message: ListedMessage, say: Say): string {
  const [smsWay, mailWay] = message.direction === "in" ? [w.fromSms, w.fromMail] : [w.toSms, w.toMail];
  return say(message.channel === "sms" ? smsWay : mailWay, { whom: whomOf(message, say) });
}

/** With whom: the person's name, else an address nobody else can use. */
export function whomOf(message: ListedMessage, say: Say): string {
  if (message.personName !== null) return message.personName;
  if (message.erased) return say(w.erasedPerson);
  return message.address === null ? say(w.nobodyKnown) : maskAddress(message.channel, message.address);
}

/** An amount in the pack's currency. */
export function moneyOf(minor: number, pack: Pack, language: Language): string {
  return formatMoney({ minor, currency: pack.currency.code, exponent: pack.currency.exponent }, language);
}
