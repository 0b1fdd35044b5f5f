/** The pages of a round’s design: its beginning and one page for each part. */
import { act, page, type Route } from "#kernel/access/route.ts";
import { fiscalYearAfter, fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import { codesOf } from "#kernel/pack/lookup.ts";
import { domainsOf } from "#kernel/questionnaire/capacity.ts";
import { modelOf, publishedVersions } from "#kernel/questionnaire/store.ts";
import { membersOn } from "#kernel/registry/organisations.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import { isId } from "#platform/db/ids.ts";
import type { Form } from "#platform/http/form.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { designRound, saveDesign } from "./actions-round.ts";
import { param, type Request, type Write } from "#kernel/access/asked.ts";
import { readPart, type DesignChoices } from "./design-form.ts";
import { RULES } from "./due.ts";
import { datePartsOf, partsOfDay, reading, textIn } from "#kernel/access/fields.ts";
import { paths } from "./paths.ts";
import { earlierRounds, theRound } from "./queries.ts";
import { verbs } from "./rules.ts";
import { DESIGN_PARTS, type DesignPart, type Round } from "./schema.ts";
import { DesignView } from "./views/design.tsx";
import type { DesignOffers, DesignValues } from "./views/design-parts.tsx";
import { NewRoundView } from "./views/rounds.tsx";
import { w as fields } from "./words-fields.ts";
import { p } from "./problems.ts";

async function showNew(r: Request, form?: Form, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const earlier = await earlierRounds(r.db, null);
  const values = { title: form?.text("title") ?? "", copy: form?.text("copy") ?? "" };
  return show(<NewRoundView shell={r.shell} earlier={earlier} values={values} problems={problems} />, problems.length > 0 ? 422 : 200);
}

async function begin(r: Write): Promise<Reply> {
  const reader = reading(r.form);
  const title = textIn(reader, "title", fields.sayTitle, 200);
  if (reader.problems.length > 0) return showNew(r, r.form, reader.problems);
  const copy = r.form.text("copy");
  return go(paths.round(await designRound(r.act, { title, language: r.language, copyOf: isId(copy) ? copy : null })));
}

function partAsked(r: Request): DesignPart {
  const part = DESIGN_PARTS.find((name) => name === param(r, "part"));
  if (part === undefined) throw new Problem(p.noRound);
  return part;
}

/** A month and day such as 09-01, as people write it. */
const monthDay = (value: unknown): string => (typeof value === "string" ? value.split("-").reverse().join("/") : "");

async function offersOf(r: Request, round: Round): Promise<DesignOffers> {
  const rules = await ruleSetFor(r.db, RULES, r.today);
  const current = fiscalYearOf(r.pack.calendar, r.today);
  const years = [-1, 0, 1].map((n) => fiscalYearAfter(r.pack.calendar, current, n));
  const versions = await publishedVersions(r.db);
  const members = await membersOn(r.db, r.today);
  return {
    years: years.map((year) => ({ value: year.start, text: year.label })),
    earlier: await earlierRounds(r.db, round.id),
    organisations: members.map(({ id, name }) => ({ id, name })),
    versions: versions.map(({ version, title }) => ({ version, title })),
    domains:
      round.version === null ? codesOf(r.pack, "capacity_domain").map((code) => code.code) : domainsOf(await modelOf(r.db, round.version)),
    usual: { from: monthDay(rules.parameters["annual_opens"]?.value), to: monthDay(rules.parameters["annual_closes"]?.value) },
  };
}

function valuesOf(round: Round): DesignValues {
  return {
    text: {
      title: round.title,
      year: round.fiscalYearStart,
      kind: round.kind,
      purpose: round.purpose,
      whom: round.whom,
      what: round.what,
      scope: round.scope,
      previous: round.previous ?? "",
      take: round.organisations.length === 0 ? "all" : "some",
      version: round.version ?? "",
      needGap: String(round.needGap),
      ...Object.fromEntries(Object.entries(round.weights).map(([name, weight]) => [name, String(weight)])),
      ...Object.fromEntries(Object.entries(round.desired).map(([domain, level]) => [`desired-${domain}`, String(level)])),
      consent: round.shareConsent,
    },
    lists: { groups: round.groups, organisations: round.organisations, methods: round.methods },
    dates: { opens: partsOfDay(round.opens), closes: partsOfDay(round.closes) },
  };
}

function typed(form: Form): DesignValues {
  const lists = Object.fromEntries(["groups", "organisations", "methods"].map((name) => [name, form.all(name)]));
  return { text: form.values(), lists, dates: { opens: datePartsOf(form, "opens"), closes: datePartsOf(form, "closes") } };
}

async function showPart(r: Request, form?: Form, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const round = await theRound(r.db, param(r, "id"));
  if (round.state !== "designed") return go(paths.round(round.id));
  const part = partAsked(r);
  const values = form === undefined ? valuesOf(round) : typed(form);
  return show(
    <DesignView shell={r.shell} round={round} part={part} values={values} offers={await offersOf(r, round)} problems={problems} />,
    problems.length > 0 ? 422 : 200,
  );
}

async function savePart(r: Write): Promise<Reply> {
  const part = partAsked(r);
  const round = await theRound(r.act.tx, param(r, "id"));
  const offers = await offersOf(r, round);
  const choices: DesignChoices = {
    years: offers.years.map((year) => year.value),
    organisations: offers.organisations.map((organisation) => organisation.id),
    versions: offers.versions.map((one) => one.version),
    rounds: offers.earlier.map((earlier) => earlier.id),
    domains: offers.domains,
    today: r.today,
  };
  const reader = reading(r.form);
  const patch = readPart(reader, part, r.pack, choices);
  if (reader.problems.length > 0) return showPart(r, r.form, reader.problems);
  await saveDesign(r.act, round.id, patch);
  return go(paths.round(round.id));
}

export const designRoutes: readonly Route[] = [
  page(paths.newRound, verbs.design, (r: Request) => showNew(r)),
  act(paths.newRound, verbs.design, begin),
  page(paths.design(":id", ":part"), verbs.design, (r: Request) => showPart(r)),
  act(paths.design(":id", ":part"), verbs.design, savePart),
];
