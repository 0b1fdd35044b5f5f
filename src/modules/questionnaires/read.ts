/** Lays answers out for reading: page by page as they were asked, with the words of the choices. */
import { askedOf, failureText, headingOf, pagesFor, valueAt, wordsOf } from "#kernel/questionnaire/asked.ts";
import type { OpenPage } from "#kernel/questionnaire/pages.ts";
import type { Standing } from "#kernel/questionnaire/state.ts";
import type { AttachedTable } from "#kernel/questionnaire/attached-tables.ts";
import type { Say } from "#platform/i18n/text.ts";

/** One answer as it is read. `file` is the id of an uploaded file. */
export interface ReadLine {
  readonly path: string;
  readonly label: string;
  readonly answer: string;
  readonly file: string | null;
  readonly problem: string | null;
}

/** The answers of one page under its heading. */
export interface ReadGroup {
  readonly page: OpenPage;
  readonly heading: string;
  readonly lines: readonly ReadLine[];
}

const FILE = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** Every page that is open to these answers, with what was answered on it. Notes are left out. */
export function readGroups(standing: Standing, tables: Readonly<Record<string, AttachedTable>>, say: Say): ReadGroup[] {
  const groups = pagesFor(standing).map((page): ReadGroup => {
    const lines = page.items.flatMap((path): ReadLine[] => {
      const asked = askedOf(standing, path, tables);
      if (asked === null || asked.control === "note") return [];
      const value = asked.failure?.kind === "type" ? asked.value : valueAt(standing, path);
      const file = asked.control === "file" && FILE.test(value) ? value : null;
      const problem = asked.failure === null ? null : failureText(standing, asked.failure, say);
      return [
        { path, label: asked.label, answer: file === null ? wordsOf(standing, path, asked.question, value, tables) : "", file, problem },
      ];
    });
    const { heading, caption } = headingOf(standing, page.heading);
    return { page, heading: caption === "" ? heading : `${caption}: ${heading}`, lines };
  });
  return groups.filter((group) => group.lines.length > 0);
}
