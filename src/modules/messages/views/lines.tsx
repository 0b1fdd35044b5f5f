/** A text as it was written, line by line, marked with its language. */
import type { VNode } from "preact";
import type { Language } from "#platform/i18n/text.ts";

export interface LinesProps {
  readonly text: string;
  readonly lang: Language;
}

const broken = (text: string): (string | VNode)[] => text.split("\n").flatMap((line, index) => (index === 0 ? [line] : [<br />, line]));

/** Paragraphs at blank lines, line breaks within them. */
export function Lines({ text, lang }: LinesProps): VNode {
  const paragraphs = text
    .replaceAll("\r\n", "\n")
    .trim()
    .split(/\n{2,}/);
  return (
    <div lang={lang}>
      {paragraphs.map((paragraph) => (
        <p>{broken(paragraph)}</p>
      ))}
    </div>
  );
}
