/** Texts of a form with the answers put into them. */
import { textOfNode } from "./expression/value.ts";
import type { Translations } from "./model.ts";
import type { Run } from "./run.ts";
import type { AnswerNode } from "./tree.ts";

/** Replaces every `${name}` by the answer seen from a node; an unanswered one leaves nothing. */
export function fillText(run: Run, node: AnswerNode, text: string): string {
  return text.replaceAll(/\$\{\s*([^}]*?)\s*\}/g, (whole, name: string) => {
    const nodes = run.world.named(name, node);
    if (nodes === null) return whole;
    const seen = nodes.find((candidate) => candidate.relevant);
    return seen === undefined ? "" : textOfNode(seen);
  });
}

/** The same for every language of a text; null where there is no text. */
export function fillAll(run: Run, node: AnswerNode, texts: Translations): Record<string, string> | null {
  const entries = Object.entries(texts);
  if (entries.length === 0) return null;
  return Object.fromEntries(entries.map(([language, text]) => [language, fillText(run, node, text)]));
}
