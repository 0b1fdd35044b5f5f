/** Tells an author which texts are missing in which language, once per column and language. */
import { DEFAULT_LANGUAGE } from "#kernel/questionnaire/model.ts";
import type { Report } from "./report.ts";
import type { SettingsDraft } from "./settings.ts";
import type { Table } from "./table.ts";

const COLUMNS = ["label", "hint", "guidance_hint", "constraint_message", "required_message"];

/** Warns where a text exists in one language and not in another, and where the default language is none of the form’s. */
export function checkTranslations(
  survey: Table,
  choices: Table | undefined,
  languages: readonly string[],
  draft: SettingsDraft,
  report: Report,
): void {
  for (const table of choices === undefined ? [survey] : [survey, choices]) {
    for (const key of COLUMNS) checkColumn(table, key, languages, report);
  }
  const wanted = draft.defaultLanguage;
  if (draft.row !== undefined && wanted !== DEFAULT_LANGUAGE && !languages.includes(wanted)) {
    const values = { language: wanted, languages: languages.join(", ") };
    report.warning("defaultLanguageUnknown", draft.row.cell("default_language"), values);
  }
}

function checkColumn(table: Table, key: string, languages: readonly string[], report: Report): void {
  if (languages.length < 2) return;
  const missing = new Map<string, { first: number; n: number }>();
  for (const row of table.rows) {
    const texts = row.translations(key);
    if (Object.keys(texts).length === 0) continue;
    for (const language of languages) {
      if (texts[language] !== undefined) continue;
      const known = missing.get(language);
      missing.set(language, { first: known?.first ?? row.row, n: (known?.n ?? 0) + 1 });
    }
  }
  for (const [language, { first, n }] of missing) {
    report.warning("translationMissing", table.cell(first, key), { language, n, name: key });
  }
}
