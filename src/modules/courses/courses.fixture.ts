/** Small courses for tests: a test with a key, an evaluation, and a course complete but for what the test is about. */
import type { Act } from "#kernel/access/act.ts";
import { exampleWorkbook } from "#kernel/questionnaire/example.ts";
import { importInstrument, publishedVersions, publishVersion } from "#kernel/questionnaire/store.ts";
import { associationId } from "#kernel/registry/organisations.ts";
import { addModule, beginCourse, saveVersion } from "./actions-draft.ts";
import { DEMO_TESTS } from "./demo.ts";
import { evaluationWorkbook, testWorkbook } from "./demo-workbooks.ts";

/** Keeps and publishes a test, an evaluation and a questionnaire without a key, once; returns their versions. */
export async function keepQuestionnaires(
  act: Act,
): Promise<{ readonly test: string; readonly evaluation: string; readonly needs: string }> {
  const organisation = await associationId(act.tx as never);
  const known = new Map((await publishedVersions(act.tx as never)).map((one) => [one.code, one.version]));
  const keep = async (code: string, bytes: Uint8Array): Promise<string> => {
    const kept = known.get(code);
    if (kept !== undefined) return kept;
    const { version } = await importInstrument(act, { organisation, code, title: code, language: "en", bytes, fileName: `${code}.xlsx` });
    await publishVersion(act, version);
    return version;
  };
  const test = DEMO_TESTS.find((one) => one.code === "PRO");
  if (test === undefined) throw new Error("The demonstration has no test for procurement officers.");
  return {
    test: await keep("test-pro", await testWorkbook(test)),
    evaluation: await keep("evaluation", await evaluationWorkbook()),
    needs: await keep("needs", await exampleWorkbook(act.pack)),
  };
}

/** A complete draft of a course for procurement officers; returns its version. */
export async function completeDraft(act: Act, code: string): Promise<string> {
  const organisation = await associationId(act.tx as never);
  const { test, evaluation } = await keepQuestionnaires(act);
  const title = { en: "Buying for the district", fr: "Acheter pour le district", rw: "Kugura ibikenewe mu Karere" };
  const id = await beginCourse(act, { organisation, code, title, modality: "short_course", domain: "PRC" });
  await saveVersion(act, id, "title", { summary: { en: "From the request to the last payment." } });
  await saveVersion(act, id, "people", { groups: ["procurement_officers"], languages: ["en"] });
  await saveVersion(act, id, "outcomes", { outcomes: { en: "Checks a bid against the notice\nFollows a contract" } });
  await saveVersion(act, id, "pass", { assessment: "test" });
  await saveVersion(act, id, "tests", { preTest: test, postTest: test, evaluation });
  const module = { objective: {}, method: "exercise" };
  await addModule(act, id, { ...module, title: { en: "The plan" }, minutes: 90, practicalMinutes: 60 });
  await addModule(act, id, { ...module, title: { en: "The bids" }, minutes: 60, practicalMinutes: 30 });
  return id;
}
