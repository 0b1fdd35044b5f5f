/** Messages out and in: their list, what waits for a human, and reminders. Sending and answering are the kernel's `conversation`. */
export { module } from "./module.ts";
export { configureMessages, type MessageSettings } from "./settings.ts";
export { askAddresses } from "./addresses.ts";
export { remindAbout, type RemindAsk, type Reminded } from "./actions.ts";
export { composeDigest, type DigestAround, type DigestLine, type Digest } from "./digest.ts";
export { messagesAbout, type ListedMessage } from "./queries.ts";
