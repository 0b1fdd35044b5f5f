/** Past training lists on pages. */
import type { Actor } from "#kernel/access/actor.ts";
import { act, page, type Asked, type Writing } from "#kernel/access/route.ts";
import { codesOf, hasCode } from "#kernel/pack/lookup.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { patternOf } from "#platform/i18n/text.ts";
import { writeCsv } from "#platform/tabular/write.ts";
import { PAST_COLUMNS } from "./past-check.ts";
import { confirmList, dropList, keepList, pastListById, pastLists, planList, rowsToLookAt } from "./past-lists.ts";
import { p } from "./problems.ts";
import { paths } from "./paths.ts";
import { verbs } from "./rules.ts";
import type { AchievementsTables } from "./tables.ts";
import { PastListsView, PastListView } from "./views/past-lists.tsx";
import { w } from "./words-list.ts";

type Reading = Asked<AchievementsTables, Actor>;
type Sent = Writing<AchievementsTables, Actor>;

const MEGABYTES = 20;
const SHOWN = 300;
const LISTED = 50;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

async function overview(r: Reading, values: Readonly<Record<string, string>> = {}, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const modalities = codesOf(r.pack, "modality", r.today).map((code) => ({ value: code.code, text: patternOf(code.names, r.language) }));
  const lists = await pastLists(r.db, LISTED);
  const view = <PastListsView shell={r.shell} lists={lists} modalities={modalities} values={values} problems={problems} />;
  return show(view, problems.length === 0 ? 200 : 422);
}

async function bring(r: Sent): Promise<Reply> {
  const file = r.form.file("file");
  if (file === null || file.bytes.length === 0) return overview(r, r.form.values(), [{ field: "file", text: w.fileMissing }]);
  const modality = r.form.text("modality");
  const settings = {
    programme: r.form.text("programme").slice(0, 100) || null,
    modality: hasCode(r.pack, "modality", modality) ? modality : (codesOf(r.pack, "modality", r.today)[0]?.code ?? modality),
  };
  const plan = await planList(r.db, r.pack, r.today, file, settings);
  if (plan.problems.length > 0)
    return overview(
      r,
      r.form.values(),
      plan.problems.map((one) => ({ field: "file", text: one.text, values: one.values })),
    );
  return go(paths.list(await keepList(r.act, file, settings, plan)));
}

async function one(r: Reading): Promise<Reply> {
  const id = r.params["id"] ?? "";
  const list = UUID.test(id) ? await pastListById(r.db, id) : null;
  if (list === null) throw new Problem(p.noList);
  return show(<PastListView shell={r.shell} list={list} rows={await rowsToLookAt(r.db, id, SHOWN)} />);
}

async function* noRows(): AsyncGenerator<readonly string[]> {
  // The header alone.
}

function template(r: Reading): Reply {
  const heads = Object.values(PAST_COLUMNS).map((column) => r.say(column.name));
  return download("past-training-list.csv", "text/csv; charset=utf-8", writeCsv(heads, noRows(), { mark: true }));
}

const step =
  (take: (r: Sent, id: string) => Promise<void>) =>
  async (r: Sent): Promise<Reply> => {
    const id = r.params["id"] ?? "";
    if (!UUID.test(id)) throw new Problem(p.noList);
    await take(r, id);
    return go(paths.list(id));
  };

export const listRoutes = [
  page(paths.lists, verbs.importLists, (r: Reading) => overview(r)),
  act(paths.lists, verbs.importLists, bring, { maxBody: MEGABYTES * 1024 * 1024 }),
  page(paths.listTemplate, verbs.importLists, (r: Reading) => Promise.resolve(template(r))),
  page(paths.list(":id"), verbs.importLists, one),
  act(
    paths.listStep(":id", "take"),
    verbs.importLists,
    step((r, id) => confirmList(r.act, id)),
  ),
  act(
    paths.listStep(":id", "drop"),
    verbs.importLists,
    step((r, id) => dropList(r.act, id)),
  ),
];
