/** The fixed parts of a workbook we write, and text as its XML holds it. */

/** Number formats of all columns; the first are fixed. */
export const FIXED_FORMATS = ["General", "header", "0", "dd/mm/yyyy", "dd/mm/yyyy hh:mm"];
/** Cell styles by their place among the formats. */
export const STYLE = { general: 0, header: 1, integer: 2, date: 3, moment: 4 };

/** First line of each part. */
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Namespace of sheets. */
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET_ML = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Relation of the workbook to its sheet of that index. */
export function sheetRelation(_name: string, index: number): [string, string] {
  return ["worksheet", `worksheets/sheet${index + 1}.xml`];
}

/** Relations of a part, numbered rId1, rId2 … in their order. */
export function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const entries = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE_RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${entries.join("")}</Relationships>`;
}

/** Content types of all parts, one worksheet per name. */
export function contentTypes(names: readonly string[]): string {
  const sheets = names.map(
    (_name, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${SHEET_ML}.worksheet+xml"/>`,
  );
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_ML}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${SHEET_ML}.styles+xml"/>${sheets.join("")}</Types>`
  );
}

/** The workbook part: the names of its sheets. */
export function workbookXml(names: readonly string[]): string {
  const sheets = names.map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONS}"><sheets>${sheets.join("")}</sheets></workbook>`;
}

/** One cell style per number format, in the same order; custom formats are numbered from 164. */
export function stylesXml(formats: readonly string[]): string {
  const custom = formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(code)}"/>`);
  const styles = formats.map((_code, index) => {
    if (index === STYLE.general) return '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
    if (index === STYLE.header) {
      return '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>';
    }
    return `<xf numFmtId="${164 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;
  });
  const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
  return (
    `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${custom.length - 2}">${custom.slice(2).join("")}</numFmts>` +
    `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${styles.length}">${styles.join("")}</cellXfs></styleSheet>`
  );
}

/** Text as XML; characters that XML cannot hold are written _xHHHH_ (ECMA-376 part 1, 22.9.2.19), and what looks so is protected. */
export function escapeXml(text: string): string {
  if (!/[&<>"_\p{Cc}\ud800-\udfff\ufffe\uffff]/u.test(text)) return text;
  const escaped = text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, (one) => {
      return `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
    });
  return escaped.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Text without the characters that XML cannot hold. */
export function validXml(text: string): string {
  return text.toWellFormed().replace(/\p{Cc}|[\ufffe\uffff]/gu, " ");
}
