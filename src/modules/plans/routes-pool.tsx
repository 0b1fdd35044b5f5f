/** The pages before a draft: needs that wait, put together; ways compared, one chosen. */
import { listed, listedFile } from "#kernel/access/list.ts";
import { act, page, type Route, type Writing } from "#kernel/access/route.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { codesOf } from "#kernel/pack/lookup.ts";
import { needsByIds, openNeeds } from "#modules/needs";
import type { Form } from "#platform/http/form.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { addWay, chooseWay, leaveOut, putTogether } from "./actions-lines.ts";
import { param, type Request } from "#kernel/access/asked.ts";
import { may, mustReach, readPlan } from "./ask.ts";
import { codeIn, codesIn, moneyIn, note, reading, textIn, wholeIn } from "#kernel/access/fields.ts";
import { EDITABLE } from "./flows.ts";
import { poolOf } from "./list-pool.ts";
import { paths } from "./paths.ts";
import { bundlesOf, needsTaken } from "./queries.ts";
import { untrainable } from "./rules.ts";
import type { Plan } from "./schema.ts";
import { followsDrafts, verbs } from "./verbs.ts";
import { OptionsView } from "./views/options.tsx";
import { PoolView } from "./views/pool.tsx";
import { w as form } from "./words-form.ts";
import { w as planWords } from "./words-plan.ts";
import { p } from "./problems.ts";

type Write = Writing<any, Actor>;

/** The plan of the path for those who draft: what is pooled is not yet for members. */
async function draftOf(r: Request): Promise<Plan> {
  const plan = await readPlan(r);
  if (!followsDrafts(r.actor)) throw new Problem(p.noPlan);
  return plan;
}

async function showPool(r: Request, sent?: Form, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const plan = await draftOf(r);
  const all = await openNeeds(r.db, r.pack, {});
  const list = await listed(r, poolOf(plan, all));
  const editable = EDITABLE.includes(plan.state) && (await may(r, verbs.draft, plan));
  return show(
    <PoolView
      shell={r.shell}
      plan={plan}
      list={list}
      waiting={all.length}
      taken={await needsTaken(
        r.db,
        list.rows.map((need) => need.id),
      )}
      editable={editable}
      values={sent?.values() ?? {}}
      chosen={new Set(sent?.all("needs") ?? [])}
      groups={sent?.all("groups") ?? []}
      problems={problems}
    />,
    problems.length > 0 ? 422 : 200,
  );
}

async function poolFile(r: Request): Promise<Reply> {
  return listedFile(r, poolOf(await draftOf(r), await openNeeds(r.db, r.pack, {})));
}

async function pool(r: Write): Promise<Reply> {
  const plan = await draftOf(r);
  await mustReach(r, verbs.draft, plan);
  const reader = reading(r.form);
  const open = await openNeeds(r.db, r.pack, {});
  const needs = codesIn(
    reader,
    "needs",
    open.map((need) => need.id),
  );
  const title = textIn(reader, "title", planWords.sayTitle, 200);
  const mandate = textIn(reader, "mandate", null, 500);
  if (needs.length === 0 && mandate === "") note(reader, "needs", form.chooseNeeds);
  if (reader.problems.length > 0) return showPool(r, r.form, reader.problems);
  const chosen = new Set(needs);
  const domain = r.form.text("domain");
  const known = codesOf(r.pack, "capacity_domain").some((code) => code.code === domain);
  await putTogether(r.act, {
    plan: plan.id,
    title,
    language: r.language,
    domain: known ? domain : (open.find((need) => chosen.has(need.id))?.domain ?? null),
    groups: codesIn(
      reader,
      "groups",
      r.pack.groups.map((group) => group.code),
    ),
    needs,
    mandate: mandate === "" ? null : mandate,
  });
  return go(paths.options(plan.id));
}

async function showOptions(r: Request, bundle: string | null = null, sent?: Form, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const plan = await draftOf(r);
  const bundles = await bundlesOf(r.db, plan.id);
  const needs = await needsByIds(r.db, [...new Set(bundles.flatMap((one) => one.needs))]);
  return show(
    <OptionsView
      shell={r.shell}
      plan={plan}
      bundles={bundles}
      needs={needs}
      editable={EDITABLE.includes(plan.state) && (await may(r, verbs.draft, plan))}
      wrongBundle={bundle}
      values={sent?.values() ?? {}}
      problems={problems}
    />,
    problems.length > 0 ? 422 : 200,
  );
}

async function way(r: Write): Promise<Reply> {
  const plan = await draftOf(r);
  const bundle = param(r, "bundleId");
  const reader = reading(r.form);
  const modality = codeIn(
    reader,
    "modality",
    codesOf(r.pack, "modality").map((code) => code.code),
    form.chooseModality,
  );
  const places = wholeIn(reader, "places", { low: 1, high: 200_000 }, form.whole);
  const days = wholeIn(reader, "days", { low: 1, high: 366 }, form.whole);
  const minor = moneyIn(reader, "cost", r.pack.currency.exponent);
  if (minor === null && !reader.problems.some((problem) => problem.field === "cost")) note(reader, "cost", form.money);
  const own = (await bundlesOf(r.db, plan.id)).find((one) => one.id === bundle);
  const needs = [...(await needsByIds(r.db, own?.needs ?? [])).values()];
  const wrong = modality === "" ? [] : untrainable(r.pack, modality, needs);
  if (wrong.length > 0) note(reader, "modality", form.notCourse, { count: wrong.length });
  if (reader.problems.length > 0) return showOptions(r, bundle, r.form, reader.problems);
  await addWay(r.act, {
    plan: plan.id,
    bundle,
    modality,
    places: places ?? 1,
    days: days ?? 1,
    minor: minor ?? 0,
    note: r.form.text("note").slice(0, 500),
  });
  return go(`${paths.options(plan.id)}#bundle-${bundle}`);
}

async function choose(r: Write): Promise<Reply> {
  const plan = await draftOf(r);
  const line = await chooseWay(r.act, { plan: plan.id, bundle: param(r, "bundleId"), way: r.form.text("way") });
  return go(paths.line(line));
}

async function leave(r: Write): Promise<Reply> {
  const plan = await draftOf(r);
  const reason = r.form.text("reason").slice(0, 1000);
  if (reason === "")
    return showOptions(r, param(r, "bundleId"), r.form, [{ field: `reason-${param(r, "bundleId")}`, text: planWords.sayReason }]);
  await leaveOut(r.act, { plan: plan.id, bundle: param(r, "bundleId"), reason });
  return go(paths.options(plan.id));
}

export const poolRoutes: readonly Route[] = [
  page(paths.pool(":id"), verbs.read, (r: Request) => showPool(r)),
  page(paths.poolFile(":id"), verbs.read, poolFile),
  act(paths.pool(":id"), verbs.draft, pool),
  page(paths.options(":id"), verbs.read, (r: Request) => showOptions(r)),
  act(paths.way(":id", ":bundleId"), verbs.draft, way),
  act(paths.choose(":id", ":bundleId"), verbs.draft, choose),
  act(paths.leaveOut(":id", ":bundleId"), verbs.draft, leave),
];
