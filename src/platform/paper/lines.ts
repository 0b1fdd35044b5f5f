/** Breaks text into lines of a width, without drawing: words measured in their own weight and face. */
import type { Span, Wording } from "./paper.ts";
import { drawable, type Weight } from "./fonts.ts";

/** A stretch in one face. */
export interface Run {
  readonly text: string;
  readonly weight: Weight;
  readonly part: "latin" | "latin-ext";
}

export interface Line {
  readonly runs: readonly Run[];
  readonly width: number;
}

/** Width in points of a run at a size. */
export type Measure = (run: Run, size: number) => number;

const weightOf = ({ bold, italic }: Span): Weight => (bold ? (italic ? "boldItalic" : "bold") : italic ? "italic" : "regular");

/** The stretches of a wording; plain text is regular, or bold when told. */
export function spansOf(text: Wording, bold = false): readonly Span[] {
  if (typeof text === "string") return [{ text, bold }];
  return bold ? text.map((span) => ({ ...span, bold: true })) : text;
}

interface Word {
  runs: Run[];
  width: number;
  /** True when a line must end before it. */
  fresh: boolean;
}

function wordsOf(spans: readonly Span[], size: number, measure: Measure): Word[] {
  const words: Word[] = [{ runs: [], width: 0, fresh: false }];
  for (const span of spans) {
    for (const piece of span.text.split(/( |\n)/)) {
      if (piece === " " || piece === "\n") words.push({ runs: [], width: 0, fresh: piece === "\n" });
      else if (piece !== "") {
        const word = words.at(-1) as Word;
        for (const { text, part } of drawable(piece)) {
          const run = { text, part, weight: weightOf(span) };
          word.runs.push(run);
          word.width += measure(run, size);
        }
      }
    }
  }
  return words;
}

/** A word longer than the line, in pieces that fit. */
function pieces(word: Word, width: number, size: number, measure: Measure): Word[] {
  if (word.width <= width) return [word];
  const parts: Word[] = [{ runs: [], width: 0, fresh: word.fresh }];
  for (const run of word.runs) {
    for (const sign of run.text) {
      const one = { ...run, text: sign };
      const wide = measure(one, size);
      let last = parts.at(-1) as Word;
      if (last.width + wide > width && last.runs.length > 0) {
        last = { runs: [], width: 0, fresh: false };
        parts.push(last);
      }
      last.runs.push(one);
      last.width += wide;
    }
  }
  return parts;
}

function joined(runs: readonly Run[]): Run[] {
  const list: Run[] = [];
  for (const run of runs) {
    const last = list.at(-1);
    if (last !== undefined && last.weight === run.weight && last.part === run.part) {
      list[list.length - 1] = { ...last, text: last.text + run.text };
    } else list.push(run);
  }
  return list;
}

/** The lines of a wording at a size in points within a width in points; at least one line. */
export function linesOf(spans: readonly Span[], size: number, width: number, measure: Measure): readonly Line[] {
  const blank: Run = { text: " ", weight: "regular", part: "latin" };
  const space = measure(blank, size);
  const lines: { runs: Run[]; width: number }[] = [];
  for (const word of wordsOf(spans, size, measure).flatMap((whole) => pieces(whole, width, size, measure))) {
    const last = lines.at(-1);
    if (last === undefined || word.fresh || last.width + space + word.width > width)
      lines.push({ runs: [...word.runs], width: word.width });
    else {
      last.runs.push({ ...blank, weight: word.runs[0]?.weight ?? "regular" }, ...word.runs);
      last.width += space + word.width;
    }
  }
  return lines.map(({ runs }) => {
    const merged = joined(runs);
    return { runs: merged, width: merged.reduce((sum, run) => sum + measure(run, size), 0) };
  });
}
