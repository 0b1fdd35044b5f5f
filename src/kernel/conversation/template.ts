/** What is said, in three languages and two lengths, and how it becomes the text of one message. */
import { LANGUAGES, speak, type Language, type Say, type Text, type Values } from "#platform/i18n/text.ts";
import type { Channel } from "./address.ts";
import { smsOf, type Alphabet } from "./sms-parts.ts";
import { w } from "./words.ts";

/**
 * A kind of message. Every text may name the sender's values and `{name}` (of the recipient), `{association}`, `{link}` and `{code}`
 * (the reference to answer with).
 */
export interface MessageTemplate {
  /** Stable: `learning.invitation`. */
  readonly name: string;
  /** Subject of the e-mail; also names the message in lists. Holds nothing personal. */
  readonly title: Text;
  readonly body: Text;
  /** The short form: one part of a text message if it can be. */
  readonly sms: Text;
  /** What a telephone that several people read may show; without it such a telephone only learns that a message waits. With `{code}` it asks too. */
  readonly shared?: Text;
  /** Leaves at any hour: an exam moved to tomorrow morning. */
  readonly urgent?: true;
}

/** Values of a template, alike in every language or told by the recipient's. */
export type TemplateValues = Values | ((say: Say, language: Language) => Values);

/** What is known when a message is put into words. */
export interface Composing {
  readonly template: MessageTemplate;
  readonly values: TemplateValues;
  readonly language: Language;
  readonly channel: Channel;
  readonly shared: boolean;
  readonly name: string;
  readonly association: string;
  readonly link: string | null;
  readonly code: string | null;
}

/** A message in words. Alphabet and parts are those of a text message. */
export interface Composed {
  readonly title: string;
  /** The title in each language, for people who see the message in a list. */
  readonly heads: Readonly<Record<Language, string>>;
  readonly body: string;
  readonly alphabet: Alphabet | null;
  readonly parts: number | null;
}

function valuesIn(ask: Composing, language: Language): Record<string, string | number> {
  const own = typeof ask.values === "function" ? ask.values(speak(language), language) : ask.values;
  const values: Record<string, string | number> = { name: ask.name, association: ask.association, ...own };
  if (ask.link !== null) values["link"] = ask.link;
  if (ask.code !== null) values["code"] = ask.code;
  return values;
}

/** Puts a message into words. Throws when a text names a value that was not given. */
export function compose(ask: Composing): Composed {
  const { template, language } = ask;
  const say = speak(language);
  const values = valuesIn(ask, language);
  const heads = Object.fromEntries(LANGUAGES.map((one) => [one, speak(one)(template.title, valuesIn(ask, one))])) as Record<
    Language,
    string
  >;
  const title = heads[language];
  if (ask.channel === "email") return { title, heads, body: say(template.body, values), alphabet: null, parts: null };
  const sms = smsOf(say(ask.shared ? (template.shared ?? w.waits) : template.sms, values));
  return { title, heads, body: sms.text, alphabet: sms.alphabet, parts: sms.parts };
}
