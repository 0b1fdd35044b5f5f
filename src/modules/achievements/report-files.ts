/** A copy as a file: PDF, Word, workbook or JSON. */
import type { Pack } from "#kernel/pack/pack.ts";
import { toDocx, toPdf } from "#platform/paper/paper.ts";
import { data, download, type Reply } from "#platform/http/reply.ts";
import { isLanguage, speak, type Language } from "#platform/i18n/text.ts";
import { MEDIA_TYPES } from "#platform/tabular/sniff.ts";
import { writeXlsx } from "#platform/tabular/write-xlsx.ts";
import { nameOf } from "./compare.ts";
import { reportPaper, type Voice } from "./report-paper.ts";
import type { Copy } from "./reports.ts";
import type { PrintedStory } from "./stories.ts";
import { flatten, type ToldRow } from "./content.ts";
import { w } from "./words-report.ts";

async function* rowsOf<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}

const integer = (name: string) => ({ name, kind: "integer" }) as const;
const text = (name: string) => ({ name, kind: "text" }) as const;

/** The workbook of a copy: figures, districts, tiers, what they mean. Hidden numbers are empty cells. */
function workbook(copy: Copy, voice: Voice): AsyncIterable<Uint8Array> {
  const { say, language } = voice;
  const { content } = copy;
  const split = (rows: readonly ToldRow[]) => rowsOf(rows.map((row) => [row.names[language], row.women, row.men, row.unknown, row.people]));
  const figures = [...flatten(content)]
    .filter(([code]) => !code.startsWith("district "))
    .map(([code, value]) => [nameOf(voice, code, [content]), value]);
  const heads = [integer(say(w.women)), integer(say(w.men)), integer(say(w.unknown)), integer(say(w.people))];
  return writeXlsx([
    { name: say(w.sectionDone), columns: [text(say(w.figure)), integer(say(w.value))], rows: rowsOf(figures) },
    { name: say(w.district), columns: [text(say(w.district)), ...heads], rows: split(content.districts) },
    { name: say(w.tier), columns: [text(say(w.tier)), ...heads], rows: split(content.tiers) },
    {
      name: say(w.sectionMeaning),
      columns: [text(say(w.figure)), text(say(w.sectionMeaning))],
      rows: rowsOf(copy.definitions.map((one) => [say(one.name), say(one.meaning)])),
    },
  ]);
}

/** A file of a copy by its name: `report-fr.pdf`, `report-rw.docx`, `report-en.xlsx` or `report.json`; null for any other name. */
export async function copyFile(
  copy: Copy,
  stories: readonly PrintedStory[],
  pack: Pack,
  name: string,
  checkAt: string,
): Promise<Reply | null> {
  const { content } = copy;
  if (name === "report.json") {
    const { title, number, state, hash, definitions, releasedAt } = copy;
    return data({ title, number, state, sha256: hash, releasedAt, content, definitions });
  }
  const [, language = "", ending = ""] = /^report-(\w\w)\.(pdf|docx|xlsx)$/.exec(name) ?? [];
  if (!isLanguage(language)) return null;
  const file = `${content.reference}-${copy.number}-${language}.${ending}`;
  const voice: Voice = { say: speak(language), language: language as Language, pack };
  if (ending === "xlsx") return download(file, MEDIA_TYPES.xlsx, workbook(copy, voice));
  const paper = reportPaper(copy, stories, pack, language, checkAt);
  if (ending === "pdf") return download(file, MEDIA_TYPES.pdf, await toPdf(paper));
  return download(file, MEDIA_TYPES.docx, await toDocx(paper));
}
