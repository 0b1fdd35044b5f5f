/** A purpose for tests: a round that everybody in a post may answer until its day. */
import type { Act } from "#kernel/access/act.ts";
import type { SittingPurpose } from "#kernel/questionnaire/purpose.ts";
import { registerPurpose } from "#kernel/questionnaire/purpose.ts";
import type { Answered, Sitting } from "#kernel/questionnaire/sitting.ts";
import { checkSheets } from "#kernel/questionnaire/check-upload.ts";
import { workbookBytes } from "#kernel/questionnaire/example.ts";
import { importInstrument, publishVersion } from "#kernel/questionnaire/store.ts";
import type { Cell, Sheet } from "#platform/tabular/workbook.ts";
import { newId } from "#platform/db/ids.ts";

/** A round of the tests. */
export interface TestRound {
  readonly id: string;
  version: string;
  closes: string | null;
  title: string;
}

/** Rounds by id, and what was handed to the purpose. */
export const rounds = new Map<string, TestRound>();
export const handed: { sitting: Sitting; answered: Answered }[] = [];
export const takenBack: string[] = [];
/** Versions that a person will be asked, by person. */
export const awaited = new Map<string, readonly string[]>();

export const testPurpose: SittingPurpose = {
  kind: "test.round",
  title: { en: "Round", fr: "Tour", rw: "≈Icyiciro" },
  open: (_db, actor, purpose, today) => {
    const round = rounds.get(purpose);
    const closed = { en: "The round is closed.", fr: "Le tour est clos.", rw: "≈Icyiciro cyarafunzwe." };
    if (round === undefined || (round.closes !== null && round.closes < today)) return Promise.resolve({ allowed: false, text: closed });
    if (actor.organisation === null || actor.postType === "MAY") {
      return Promise.resolve({
        allowed: false,
        text: {
          en: "Mayors are asked next year.",
          fr: "Les maires seront interrogés l’an prochain.",
          rw: "≈Abayobozi b’uturere bazabazwa umwaka utaha.",
        },
      });
    }
    return Promise.resolve({
      allowed: true,
      version: round.version,
      title: round.title,
      intro: "About your office.",
      closes: round.closes,
      organisation: actor.organisation,
      language: "rw",
    });
  },
  describe: (_db, purposes, today) =>
    Promise.resolve(
      new Map(
        purposes.flatMap((id) => {
          const round = rounds.get(id);
          return round === undefined
            ? []
            : [[id, { title: round.title, closes: round.closes, open: round.closes === null || round.closes >= today }] as const];
        }),
      ),
    ),
  asking: (_db, version) => Promise.resolve([...rounds.values()].filter((round) => round.version === version).map((round) => round.id)),
  awaits: (_db, person) => Promise.resolve(awaited.get(person) ?? []),
  submitted: (_act, sitting, answered) => {
    handed.push({ sitting, answered });
    return Promise.resolve();
  },
  withdrawn: (_act, sitting) => {
    takenBack.push(sitting.id);
    return Promise.resolve();
  },
};
registerPurpose(testPurpose);

/** Sheets of a workbook from rows of cells. */
export function sheetsOf(survey: readonly (readonly Cell[])[], choices: readonly (readonly Cell[])[] = []): Sheet[] {
  const sheet = (name: string, rows: readonly (readonly Cell[])[]): Sheet => ({
    name,
    rows: rows.map((row) => [...row]),
    merged: [],
    formulas: [],
  });
  return [sheet("survey", survey), ...(choices.length === 0 ? [] : [sheet("choices", choices)])];
}

/** Publishes a questionnaire from sheets and opens a round with it. */
export async function openRound(
  act: Act,
  association: string,
  sheets: readonly Sheet[],
  closes: string | null = "2025-11-28",
  title = "Needs 2026",
): Promise<TestRound> {
  const { report } = checkSheets(act.pack, sheets);
  if (!report.ok) throw new Error(`The test’s workbook has errors: ${JSON.stringify(report.problems)}`);
  const { version } = await importInstrument(act, {
    organisation: association,
    code: `T-${newId().slice(0, 8)}`,
    title,
    language: "en",
    bytes: await workbookBytes(sheets),
    fileName: "test.xlsx",
  });
  await publishVersion(act, version);
  const round: TestRound = { id: newId(), version, closes, title };
  rounds.set(round.id, round);
  return round;
}
