/** Certificates as PDF: A4 across, one a page, three languages side by side, little ink. The same content gives the same bytes. */
import { LANGUAGES, speak, type Language, type Text } from "#platform/i18n/text.ts";
import { spansOf } from "#platform/paper/lines.ts";
import type { Paper } from "#platform/paper/paper.ts";
import { drawCode } from "#platform/paper/pdf-parts.ts";
import { ink, leading, mm, Sheet } from "#platform/paper/sheet.ts";
import { formatDate, NARROW } from "#platform/ui/format.ts";
import { paths } from "./paths.ts";
import type { Certificate, CertificateContent } from "./schema.ts";
import { w } from "./words-paper.ts";

/** A certificate to be drawn. */
export type Drawn = Pick<Certificate, "content" | "code" | "state" | "issuedAt">;

const CLAY = "#a8431f";
const DARK = "#16211f";

/** The wordmark: 96 by 32 units. */
const STROKES =
  "M5 12v16M13 28V12M13 20.5a6.5 6.5 0 0 1 13 0V28M33 6v16.5q0 5.5 5.5 5.5h1M28.5 14H40M45 20.5h13a6.6 6.6 0 1 0-2.5 5M64.5 3v25M74.5 12.5l-9 8M68.5 18l7.5 10";
const LOZENGE = "m86.5 13.2 7 7-7 7-7-7z";
const DOT = "M5 2.2 8.4 5.6 5 9 1.6 5.6z";

function wordmark(sheet: Sheet, x: number, y: number, width: number): void {
  const { doc } = sheet;
  doc
    .save()
    .translate(x, y)
    .scale(width / 96);
  doc.path(STROKES).lineWidth(4).stroke(DARK);
  doc.path(LOZENGE).lineWidth(3.8).stroke(DARK);
  doc.path(DOT).fill(CLAY);
  doc.restore();
}

/** A band of imigongo lozenges in outline: the pattern of the cow-dung paintings of Kirehe, drawn in lines so that it costs no ink. */
function band(sheet: Sheet, x: number, y: number, width: number): void {
  const { doc } = sheet;
  const count = Math.floor(width / 16);
  const unit = width / count;
  const lozenge = (centre: number, size: number): void => {
    doc
      .moveTo(centre - size, y)
      .lineTo(centre, y - size)
      .lineTo(centre + size, y)
      .lineTo(centre, y + size)
      .closePath();
  };
  for (let nth = 0; nth < count; nth++) {
    const centre = x + unit * (nth + 0.5);
    lozenge(centre, unit / 2);
    lozenge(centre, unit / 3.4);
  }
  doc.lineWidth(0.8).stroke(DARK);
  for (let nth = 0; nth < count; nth++) lozenge(x + unit * (nth + 0.5), unit / 8);
  doc.fill(CLAY);
}

function line(sheet: Sheet, text: string, at: { readonly x: number; readonly y: number; readonly width: number }, look: Look): number {
  const lines = sheet.lines(spansOf(text, look.bold), look.size, at.width);
  sheet.tag(look.tag ?? "P", () => sheet.setAll(lines, at, { align: "centre", ...look }), sheet.root, {
    ...(look.lang !== undefined && { lang: look.lang }),
  });
  return at.y + lines.length * leading(look.size);
}

interface Look {
  readonly size: number;
  readonly bold?: boolean;
  readonly align?: "start" | "centre" | "end";
  readonly colour?: string;
  readonly tag?: string;
  readonly lang?: Language;
}

/** The largest size at which a name stands in one line. */
function nameSize(sheet: Sheet, name: string, width: number): number {
  for (let size = 30; size > 16; size -= 2) if (sheet.lines(spansOf(name, true), size, width).length === 1) return size;
  return 16;
}

/** One language’s column: what it is about, of which course, when. */
function column(sheet: Sheet, content: CertificateContent, language: Language, box: { x: number; y: number; width: number }): void {
  const say = speak(language);
  const course = say(content.course.title);
  const when = say(w.when, {
    from: content.from === content.to ? "same" : formatDate(content.from),
    to: formatDate(content.to),
    hours: content.hours,
  });
  let y = line(sheet, say(w.completed), box, { size: 9, colour: ink.quiet, lang: language });
  y = line(sheet, course, { ...box, y: y + 3 }, { size: 13, bold: true, lang: language });
  line(sheet, when, { ...box, y: y + 3 }, { size: 9.5, lang: language });
}

const inAll = (text: Text, between: string): string => LANGUAGES.map((language) => speak(language)(text)).join(between);

function head(sheet: Sheet, content: CertificateContent): void {
  const { left, width } = sheet;
  const top = 14 * mm;
  sheet.ornament(() => {
    wordmark(sheet, left, top, 66);
    band(sheet, left + 84, top + 11, width - 84);
  });
  const at = { x: left, y: 30 * mm, width };
  let y = line(sheet, content.issuer, at, { size: 12, colour: ink.quiet });
  y = line(sheet, inAll(w.certificate, "  ·  "), { ...at, y: y + 6 }, { size: 24, bold: true, tag: "H1" });
  y = line(sheet, inAll(w.given, "  ·  "), { ...at, y: y + 4 }, { size: 10, colour: ink.quiet });
  const size = nameSize(sheet, content.name, width);
  y = line(sheet, content.name, { ...at, y: 66 * mm }, { size, bold: true, tag: "H2" });
  sheet.ornament(() =>
    sheet.doc
      .moveTo(left + width * 0.25, y + 3)
      .lineTo(left + width * 0.75, y + 3)
      .lineWidth(0.6)
      .stroke(ink.line),
  );
}

function foot(sheet: Sheet, { content, code, state }: Drawn, origin: string): void {
  const { left, width } = sheet;
  const third = width / 3;
  const y = 148 * mm;
  const { post, name } = content.signatory;
  const signed = { x: left, width: third * 1.2 };
  sheet.ornament(() =>
    sheet.doc
      .moveTo(left, y)
      .lineTo(left + third, y)
      .lineWidth(0.7)
      .stroke(ink.quiet),
  );
  let at = line(sheet, name ?? " ", { ...signed, y: y + 4 }, { size: 11, bold: true, align: "start" });
  for (const language of LANGUAGES)
    at = line(sheet, speak(language)(post), { ...signed, y: at }, { size: 8.5, align: "start", lang: language });
  const middle = { x: left + third * 1.2, width: third * 0.95 };
  at = line(sheet, `${inAll(w.number, " · ")}`, { ...middle, y: y + 4 }, { size: 8, colour: ink.quiet });
  at = line(sheet, content.number, { ...middle, y: at }, { size: 13, bold: true });
  at = line(sheet, `${inAll(w.issuedOn, " · ")}`, { ...middle, y: at + 4 }, { size: 8, colour: ink.quiet });
  at = line(sheet, formatDate(content.issuedOn), { ...middle, y: at }, { size: 11 });
  if (state === "withdrawn") line(sheet, inAll(w.withdrawn, " · "), { ...middle, y: at + 3 }, { size: 12, bold: true, colour: CLAY });
  const side = 30 * mm;
  const address = origin + paths.verifyCode(code);
  const right = { x: left + width - third * 0.85, width: third * 0.85 };
  const alt = `${speak("en")(w.checkAt)} ${address}`;
  sheet.tag("Figure", () => drawCode(sheet, address, right.x + right.width - side, y - 16 * mm, side), sheet.root, { alt });
  at = line(sheet, inAll(w.checkAt, " · "), { ...right, y: y + 15 * mm }, { size: 7.5, align: "end", colour: ink.quiet });
  line(sheet, address.replace(/^https?:\/\//u, ""), { ...right, y: at }, { size: 8, align: "end" });
}

function drawOne(sheet: Sheet, one: Drawn, origin: string): void {
  head(sheet, one.content);
  const gap = 8 * mm;
  const wide = (sheet.width - 2 * gap) / 3;
  for (const [nth, language] of LANGUAGES.entries())
    column(sheet, one.content, language, { x: sheet.left + nth * (wide + gap), y: 90 * mm, width: wide });
  foot(sheet, one, origin);
  sheet.ornament(() => band(sheet, sheet.left, sheet.doc.page.height - 13 * mm, sheet.width));
}

/** The sheet’s properties: title, issuer and the moment of the newest issue, never of drawing. */
function paperOf(list: readonly Drawn[]): Paper {
  const [first] = list;
  const newest = list.reduce((at, one) => (one.issuedAt > at ? one.issuedAt : at), first?.issuedAt ?? new Date(0));
  const say = speak("en");
  const number = list.length === 1 ? (first?.content.number ?? "") : (first?.content.session ?? "");
  return {
    language: "rw",
    title: `${say(list.length === 1 ? w.certificate : w.certificates)}${NARROW}${number}`,
    issuer: first?.content.issuer ?? "",
    orientation: "landscape",
    at: newest,
    blocks: [],
    foot: { reference: number, page: "" },
  };
}

/** The PDF of some certificates, a page each, in the order given. `origin` is where they can be checked. */
export async function certificatesPdf(list: readonly Drawn[], origin: string): Promise<Uint8Array> {
  const sheet = new Sheet(paperOf(list));
  for (const [nth, one] of list.entries()) {
    if (nth > 0) sheet.turn();
    drawOne(sheet, one, origin);
  }
  return sheet.finish();
}
