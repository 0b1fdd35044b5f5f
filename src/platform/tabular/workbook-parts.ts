/** Reads the parts of a workbook beside its sheets: their list, the relations between parts, shared texts and number formats. */
import type { Attributes, PartReader, Parts } from "./package-parts.ts";
import { formatKind, type FormatKind } from "./number-format.ts";
import { refuse } from "./table-problem.ts";
import type { WorkbookLimits } from "./workbook.ts";

/** One worksheet of the workbook part. */
export interface SheetPart {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

/** What the workbook part says. `date1904`: dates count from 1 January 1904, as old Macintosh files do. */
export interface WorkbookPart {
  readonly sheets: readonly SheetPart[];
  readonly date1904: boolean;
  readonly sharedPath: string | undefined;
  readonly stylesPath: string | undefined;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

/** Finds and reads the workbook part. Refuses a package without worksheets, and one whose content is declared to hold macros. */
export async function readWorkbookPart(parts: Parts): Promise<WorkbookPart> {
  await refuseMacroContent(parts);
  const roots = await readRelations(parts, "");
  const path = roots.find((one) => one.type === "officeDocument")?.path ?? "xl/workbook.xml";
  if (!parts.has(path)) refuse("otherArchive");
  const relations = await readRelations(parts, path);
  const listed: Attributes[] = [];
  let date1904 = false;
  await parts.parse(path, {
    open(name, attributes) {
      if (name === "sheet") listed.push(attributes);
      if (name === "workbookPr") date1904 = isTrue(attributes["date1904"]);
    },
  });
  const sheets = listed.flatMap((sheet): SheetPart[] => {
    const relation = relations.find((one) => one.id === sheet["id"]);
    if (relation?.type !== "worksheet") return [];
    const hidden = sheet["state"] === "hidden" || sheet["state"] === "veryHidden";
    return [{ name: sheet["name"] ?? "", path: relation.path, hidden }];
  });
  if (sheets.length === 0) refuse("noSheet");
  return {
    sheets,
    date1904,
    sharedPath: pathOf(relations, "sharedStrings"),
    stylesPath: pathOf(relations, "styles"),
  };
}

async function refuseMacroContent(parts: Parts): Promise<void> {
  await parts.parse("[Content_Types].xml", {
    open(_name, attributes) {
      if (attributes["ContentType"]?.includes("macroEnabled")) refuse("macros");
    },
  });
}

function pathOf(relations: readonly Relation[], type: string): string | undefined {
  return relations.find((one) => one.type === type)?.path;
}

/** Relations of one part; their type is the last word of its URI, the same in transitional and strict files. */
async function readRelations(parts: Parts, of: string): Promise<Relation[]> {
  const folder = of.slice(0, of.lastIndexOf("/") + 1);
  const path = `${folder}_rels/${of.slice(folder.length)}.rels`;
  const relations: Relation[] = [];
  if (!parts.has(path)) return relations;
  await parts.parse(path, {
    open(name, { Id = "", Type = "", Target = "", TargetMode }) {
      if (name !== "Relationship" || TargetMode === "External") return;
      const type = Type.slice(Type.lastIndexOf("/") + 1);
      relations.push({ id: Id, type, path: resolve(folder, Target) });
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  const path = target.startsWith("/") ? target.slice(1) : folder + target;
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** The table of texts that cells refer to by number; rich text is joined, phonetic guides are left out. */
export async function readSharedTexts(parts: Parts, book: WorkbookPart, limits: Pick<WorkbookLimits, "text" | "cells">): Promise<string[]> {
  if (book.sharedPath === undefined || !parts.has(book.sharedPath)) return [];
  const texts: string[] = [];
  const rich = new RichText(limits.text);
  await parts.parse(book.sharedPath, {
    open(name) {
      if (name === "si") rich.start();
      else rich.open(name);
    },
    text: (text) => rich.add(text),
    close(name) {
      rich.close(name);
      if (name !== "si") return;
      if (texts.length >= limits.cells) refuse("tooManyCells", { limit: limits.cells });
      texts.push(rich.value());
    },
  });
  return texts;
}

/** Gathers the text of one rich or plain string item: its `t` elements outside phonetic runs. */
export class RichText {
  private readonly limit: number;
  private text = "";
  private inText = false;
  private inPhonetic = false;

  constructor(limit: number) {
    this.limit = limit;
  }

  start(): void {
    this.text = "";
    this.inText = false;
    this.inPhonetic = false;
  }

  open(name: string): void {
    if (name === "t") this.inText = true;
    if (name === "rPh") this.inPhonetic = true;
  }

  add(text: string): void {
    if (!this.inText || this.inPhonetic) return;
    this.text += text;
    if (this.text.length > this.limit) refuse("textTooLong");
  }

  close(name: string): void {
    if (name === "t") this.inText = false;
    if (name === "rPh") this.inPhonetic = false;
  }

  value(): string {
    return unescapeText(this.text);
  }
}

/** Undoes `_x000D_`, the way characters that XML cannot hold are written (ECMA-376 part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** What each cell style makes of a number, by the style's index. */
export async function readStyles(parts: Parts, book: WorkbookPart): Promise<FormatKind[]> {
  if (book.stylesPath === undefined || !parts.has(book.stylesPath)) return [];
  const reader = new StylesReader();
  await parts.parse(book.stylesPath, reader);
  return reader.kinds;
}

class StylesReader implements PartReader {
  readonly kinds: FormatKind[] = [];
  private readonly codes = new Map<number, string>();
  private inCellFormats = false;

  open(name: string, attributes: Attributes): void {
    if (name === "numFmt") this.codes.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
    if (name === "cellXfs") this.inCellFormats = true;
    if (name !== "xf" || !this.inCellFormats) return;
    const id = Number(attributes["numFmtId"] ?? 0);
    this.kinds.push(formatKind(id, this.codes.get(id)));
  }

  close(name: string): void {
    if (name === "cellXfs") this.inCellFormats = false;
  }
}

/** A boolean attribute as XML writes it. */
function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
