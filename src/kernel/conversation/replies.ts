/** Which module understands the answer to which kind of question; modules register once, when they are loaded. */
import type { Act } from "#kernel/access/act.ts";
import type { Text } from "#platform/i18n/text.ts";
import type { TemplateValues, MessageTemplate } from "./template.ts";

/** A question that was put to somebody: the message she answers. */
export interface AskedMessage {
  readonly id: string;
  readonly template: string;
  readonly subject: { readonly kind: string; readonly id: string } | null;
  readonly person: string | null;
  readonly code: string;
  readonly askedAt: Date;
  /** True when an answer was understood before: this one changes it. */
  readonly answeredBefore: boolean;
}

/** An answer as its handler gets it. */
export interface Answered<A> {
  /** The message that came in. */
  readonly id: string;
  readonly asked: AskedMessage;
  /** What `parse` made of it. */
  readonly answer: A;
  /** As it was typed, without the reference. */
  readonly text: string;
  /** The telephone is read by several people: who typed it is not known. */
  readonly shared: boolean;
}

/** What is said back. */
export interface Told {
  readonly template: MessageTemplate;
  readonly values?: TemplateValues;
  readonly link?: string;
}

/**
 * How a module understands answers to its questions. `parse` is pure: null when the text is no answer. `handle` acts as the person
 * (on a shared telephone as nobody); a Problem it throws undoes what it did and is told to the sender.
 */
export interface ReplyHandler<A = any> {
  readonly kind: string;
  /** How to answer, said when an answer was not understood: may name {association}, {title} and {code}. A general sentence when absent. */
  readonly help?: Text;
  parse(text: string, asked: AskedMessage): A | null;
  handle(act: Act, reply: Answered<A>, person: string | null): Promise<Told | void>;
}

const handlers = new Map<string, ReplyHandler>();

/** Registers how a kind of question is answered. Throws when another handler has the kind. */
export function registerReplies<A>(handler: ReplyHandler<A>): void {
  const known = handlers.get(handler.kind);
  if (known !== undefined && known !== handler) throw new Error(`Two modules understand answers of the kind "${handler.kind}".`);
  handlers.set(handler.kind, handler as ReplyHandler);
}

/** The handler of a kind; undefined when no module has it. */
export function understand(kind: string): ReplyHandler | undefined {
  return handlers.get(kind);
}
