/** Questionnaires on paper: the blank form, and typing a filled one in with its true date. */
import { type Request, type Write } from "#kernel/access/asked.ts";
import QRCode from "qrcode";
import { sql } from "kysely";
import { act, page } from "#kernel/access/route.ts";
import type { Route } from "#kernel/access/route.ts";
import { holds, organisationsFor } from "#kernel/access/verb.ts";
import { parsePartial } from "#kernel/calendar/partial.ts";
import { purposeFacts, purposesFor } from "#kernel/questionnaire/purpose.ts";
import { startSitting } from "#kernel/questionnaire/sittings.ts";
import { languagesOf } from "#kernel/questionnaire/state.ts";
import { modelOf, versionOf, type Version } from "#kernel/questionnaire/store.ts";
import { organisationsOn } from "#kernel/registry/organisations.ts";
import { isId, referenceOf } from "#platform/db/ids.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { isLanguage, speak, type Language } from "#platform/i18n/text.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import type { Option } from "#platform/ui/forms.tsx";
import { paperOf } from "./paper.ts";
import { refuseKey } from "./library-access.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { verbs } from "./rules.ts";
import { PaperView } from "./views/paper.tsx";
import { TypeInView } from "./views/type-in.tsx";
import { w } from "./words-paper.ts";

async function versionIn(r: Request | Write, typing = false): Promise<Version> {
  const found = await versionOf(r.db, r.params["versionId"] ?? "");
  if (found === null || !found.report.ok) throw new Problem(p.notFound);
  await refuseKey(r, { version: found.id }, typing);
  return found;
}

function modulesOf(text: string): boolean[][] {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  return Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_each, column) => modules.get(row, column) === 1),
  );
}

async function paper(r: Request): Promise<Reply> {
  const version = await versionIn(r);
  const model = await modelOf(r.db, version.id);
  const wished = r.query.get("language") ?? r.language;
  const spoken = languagesOf(model);
  const language: Language = isLanguage(wished) && spoken.includes(wished) ? wished : (spoken.find(isLanguage) ?? r.language);
  const say = speak(language);
  return show(
    <PaperView
      shell={r.shell}
      say={say}
      language={language}
      version={version}
      issuer={say(r.pack.association.names)}
      reference={referenceOf(version.id)}
      parts={paperOf(model, language, say)}
      qr={modulesOf(r.origin + paths.typeIn(version.id))}
      today={r.today}
    />,
  );
}

/** Purposes that this version is asked for: those that say so, and those under which it was answered already. */
async function purposeOptions(r: Request | Write, version: string): Promise<Option[]> {
  const declared = await purposesFor(r.db, version, r.today);
  const { rows } = await sql<{ purposeKind: string; purpose: string }>`
    select distinct purpose_kind as "purposeKind", purpose from questionnaire.sitting where version = ${version} limit 100`.execute(r.db);
  const all = new Map([...declared, ...rows].map((each) => [each.purpose, each]));
  const facts = await purposeFacts(r.db, [...all.values()], r.today);
  return [...all.values()].flatMap(({ purposeKind, purpose }) => {
    const known = facts.get(purpose);
    return known === undefined ? [] : [{ value: `${purposeKind} ${purpose}`, text: known.title }];
  });
}

async function organisationOptions(r: Request | Write): Promise<Option[]> {
  const reach = await organisationsFor(r.db, r.actor, verbs.type_in, r.today);
  const rows = await organisationsOn(r.db, reach === "all" ? { on: r.today } : { on: r.today, ids: [...reach] });
  return rows.map((row) => ({ value: row.id, text: row.parentName === null ? row.name : `${row.name} (${row.parentName})` }));
}

async function form(
  r: Request | Write,
  values: Readonly<Record<string, string>>,
  problems: readonly FieldProblem[],
  status = 200,
): Promise<Reply> {
  const version = await versionIn(r, true);
  const model = await modelOf(r.db, version.id);
  return show(
    <TypeInView
      shell={r.shell}
      version={version}
      purposes={await purposeOptions(r, version.id)}
      organisations={await organisationOptions(r)}
      postTypes={r.pack.postTypes
        .map((type) => ({ value: type.code, text: r.say(type.names) }))
        .toSorted((a, b) => a.text.localeCompare(b.text))}
      languages={languagesOf(model)}
      values={values}
      problems={problems}
    />,
    status,
  );
}

const YEARS = /^\d{1,2}$/;

/** What is wrong with the head of a paper. */
function problemsOf(r: Write, purposes: readonly Option[]): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { form: sent } = r;
  if (!purposes.some((each) => each.value === sent.text("purpose"))) problems.push({ field: "purpose", text: w.choosePurpose });
  if (!isId(sent.text("organisation"))) problems.push({ field: "organisation", text: w.chooseOffice });
  if (!r.pack.postTypes.some((type) => type.code === sent.text("postType"))) problems.push({ field: "postType", text: w.choosePost });
  if (sent.text("years") !== "" && !YEARS.test(sent.text("years"))) problems.push({ field: "years", text: w.writeYears });
  const date = parsePartial(sent.text("happened"));
  if (date === null || date.start > r.today) problems.push({ field: "happened", text: w.writeDate });
  return problems;
}

async function typeIn(r: Write): Promise<Reply> {
  const version = await versionIn(r, true);
  const purposes = await purposeOptions(r, version.id);
  const problems = problemsOf(r, purposes);
  const date = parsePartial(r.form.text("happened"));
  if (problems.length > 0 || date === null) return form(r, r.form.values(), problems, 422);
  const organisation = r.form.text("organisation");
  if (!holds(await organisationsFor(r.act.tx, r.actor, verbs.type_in, r.today), organisation)) throw new Problem(p.notFound);
  const [purposeKind = "", purpose = ""] = r.form.text("purpose").split(" ");
  const sex = r.form.text("sex");
  const sitting = await startSitting(r.act, {
    purposeKind,
    purpose,
    version: version.id,
    organisation,
    title: String(purposes.find((each) => each.value === r.form.text("purpose"))?.text ?? version.title),
    channel: "paper",
    language: r.form.text("language") || version.language,
    postType: r.form.text("postType"),
    sex: sex === "F" || sex === "M" ? sex : null,
    yearsInPost: r.form.text("years") === "" ? null : Number(r.form.text("years")),
    happenedOn: date.start,
    happenedPrecision: date.precision,
    enteredBy: r.actor.post,
  });
  return go(paths.answer(sitting.id));
}

export const paperRoutes: readonly Route[] = [
  page("/questionnaires/versions/:versionId/paper", verbs.read, paper),
  page("/questionnaires/versions/:versionId/type-in", verbs.type_in, (r: Request) =>
    form(r, { purpose: r.query.get("purpose") ?? "" }, []),
  ),
  act("/questionnaires/versions/:versionId/type-in", verbs.type_in, typeIn),
];
