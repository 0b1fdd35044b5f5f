/** Reads what people type back to the question “did it happen?”: 1 yes, 2 partly, 3 no, or the word in any of the three languages. */
import { choiceOf, plainAnswer, yesOrNo } from "#kernel/conversation/answers.ts";
import { ANSWERS, type Answer } from "./standing.ts";

const PARTLY = ["partly", "partially", "part", "partiellement", "en partie", "partie", "igice", "bimwe", "buhoro buhoro"];
// In a longer text a word of an answer may mean something else: a human reads it.
const MOST_WORDS = 5;

/** The answer in a text message; null when it is none, and the sender is told how to answer. */
export function answerIn(text: string): Answer | null {
  const plain = plainAnswer(text);
  if (/^[123]$/.test(plain)) return ANSWERS[(choiceOf(plain, 3) ?? 1) - 1] ?? null;
  const words = plain.split(" ");
  if (words.length > MOST_WORDS) return null;
  if (PARTLY.some((word) => plain === word || plain.startsWith(`${word} `))) return "partly";
  const [first] = words;
  if (words.length > 1 && /^[123]$/.test(first ?? "")) return ANSWERS[Number(first) - 1] ?? null;
  const yes = yesOrNo(words.length === 1 && /^\d+$/.test(plain) ? "" : text);
  return yes === null ? null : yes ? "yes" : "no";
}
