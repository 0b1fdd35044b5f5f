/** The administration pages about words and rules: hub, code lists, rule sets and their changes. */
import type { Actor } from "#kernel/access/actor.ts";
import { may } from "#kernel/access/asked.ts";
import { act, page, type Asked, type Route, type Writing } from "#kernel/access/route.ts";
import { isDay } from "#kernel/calendar/day.ts";
import { offers } from "#kernel/flow/flow.ts";
import type { RuleSet } from "#kernel/pack/pack.ts";
import { ruleSetsOn, rulesIn, versionsOf } from "#kernel/rules/versions.ts";
import { p as http } from "#platform/http/problems.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { patternOf, UNREVIEWED } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { changeById, changesOf, openChanges, parseProposal, propose, settle } from "./changes.ts";
import {
  addCode,
  codeIn,
  codeProblem,
  codesOfList,
  endCode,
  listLists,
  parseNames,
  renameCode,
  type CodeRow,
  type ListRow,
} from "./codes.ts";
import { codes, codesFile } from "./lists.tsx";
import { paths } from "./paths.ts";
import { changeFlow, verbs } from "./rules.ts";
import type { Tables } from "./schema.ts";
import { AdminView } from "./views/admin.tsx";
import { ChangeView } from "./views/change.tsx";
import { CodeListsView, CodeView, NewCodeView } from "./views/codes.tsx";
import { ProposeView, RulesView, RuleView } from "./views/rules.tsx";
import { w } from "./words-forms.ts";

type Reading = Asked<Tables, Actor>;
type Acting = Writing<Tables, Actor>;

async function listOf(r: Reading): Promise<ListRow> {
  const found = (await listLists(r.db, r.today)).find((row) => row.list === r.params["list"]);
  if (found === undefined) throw new Problem(http.notFound);
  return found;
}

async function add(r: Acting): Promise<Reply> {
  const list = await listOf(r);
  const code = r.form.text("code");
  const { names, problems } = parseNames(r.form);
  const wrong = codeProblem(code, await codesOfList(r.db, list.list, r.today), r.today);
  const all = wrong === null ? problems : [wrong, ...problems];
  if (all.length > 0) return show(<NewCodeView shell={r.shell} list={list} values={r.form.values()} problems={all} />, 422);
  await addCode(r.act, list.list, code, names);
  return go(paths.codes(list.list));
}

async function rowOf(r: Reading, list: ListRow): Promise<CodeRow> {
  const row = codeIn(await codesOfList(r.db, list.list, r.today), r.params["code"] ?? "");
  if (row === undefined) throw new Problem(http.notFound);
  return row;
}

const valuesOf = (row: CodeRow): Record<string, string> => ({
  en: row.names.en,
  fr: row.names.fr,
  rw: patternOf(row.names, "rw"),
  reviewed: row.names.rw.startsWith(UNREVIEWED) ? "" : "yes",
});

async function code(r: Reading): Promise<Reply> {
  const list = await listOf(r);
  const row = await rowOf(r, list);
  return show(<CodeView shell={r.shell} list={list} row={row} today={r.today} values={valuesOf(row)} />);
}

async function rename(r: Acting): Promise<Reply> {
  const list = await listOf(r);
  const row = await rowOf(r, list);
  const { names, problems } = parseNames(r.form);
  if (problems.length > 0)
    return show(<CodeView shell={r.shell} list={list} row={row} today={r.today} values={r.form.values()} problems={problems} />, 422);
  await renameCode(r.act, list.list, row, names);
  return go(paths.codes(list.list));
}

async function end(r: Acting): Promise<Reply> {
  const list = await listOf(r);
  const row = await rowOf(r, list);
  const day = r.form.text("day");
  // A code that began today cannot have ended before it stood.
  if (!isDay(day) || day < r.today || day <= row.from)
    return show(
      <CodeView
        shell={r.shell}
        list={list}
        row={row}
        today={r.today}
        values={{ ...valuesOf(row), day }}
        problems={[{ field: "day", text: w.endDay }]}
      />,
      422,
    );
  await endCode(r.act, list.list, row, day);
  return go(paths.codes(list.list));
}

/** The version of a rule set that stands today; the newest one where none does yet. */
async function standingOf(r: Reading, code: string): Promise<{ standing: RuleSet; versions: RuleSet[] }> {
  const versions = await versionsOf(rulesIn(r.db), code);
  const standing =
    versions.find((set) => (set.validFrom ?? "") <= r.today && (set.validTo === null || set.validTo > r.today)) ?? versions[0];
  if (standing === undefined) throw new Problem(http.notFound);
  return { standing, versions };
}

async function rules(r: Reading): Promise<Reply> {
  const open = await openChanges(r.db);
  return show(
    <RulesView
      shell={r.shell}
      sets={await ruleSetsOn(rulesIn(r.db), r.today)}
      open={new Map(open.map((change) => [change.ruleSet, change]))}
    />,
  );
}

async function rule(r: Reading): Promise<Reply> {
  const code = r.params["code"] ?? "";
  return show(
    <RuleView shell={r.shell} {...await standingOf(r, code)} changes={await changesOf(r.db, code)} mayPropose={may(r, verbs.propose)} />,
  );
}

async function proposeForm(r: Reading): Promise<Reply> {
  const { standing } = await standingOf(r, r.params["code"] ?? "");
  return show(
    <ProposeView
      shell={r.shell}
      standing={standing}
      values={{ source: standing.source, article: standing.article, confirmed: standing.unconfirmed ? "" : "yes" }}
    />,
  );
}

async function sendProposal(r: Acting): Promise<Reply> {
  const { standing } = await standingOf(r, r.params["code"] ?? "");
  const read = parseProposal(r.form, standing, r.today);
  if (!read.ok) return show(<ProposeView shell={r.shell} standing={standing} values={r.form.values()} problems={read.problems} />, 422);
  return go(paths.change(await propose(r.act, standing.code, read.value)));
}

async function change(r: Reading): Promise<Reply> {
  const row = await changeById(r.db, r.params["id"] ?? "");
  if (row === undefined) throw new Problem(http.notFound);
  const { versions, standing } = await standingOf(r, row.ruleSet);
  // Beside a change that is in force stands the version it replaced.
  const replaced = versions.find((set) => (set.validFrom ?? "") < row.from) ?? standing;
  const facts = { own: row.proposedBy === r.actor.person };
  return show(
    <ChangeView shell={r.shell} change={row} standing={replaced} offers={offers(changeFlow, row.state, facts, { actor: r.actor })} />,
  );
}

/** The one form that decides sends which button was pressed; the flow itself says whether its sender may. */
async function settleIt(r: Acting): Promise<Reply> {
  const id = r.params["id"] ?? "";
  const step = r.form.text("step");
  if (step !== "approve" && step !== "refuse" && step !== "withdraw") throw new Problem(http.notFound);
  await settle(r.act, id, step, r.form.text("reason").slice(0, 1_000));
  return go(paths.change(id));
}

export const routes: readonly Route[] = [
  page<Tables, typeof verbs.see>(paths.admin, verbs.see, (r) =>
    Promise.resolve(
      show(
        <AdminView
          shell={r.shell}
          accounts={r.actor.roles.includes("administrator")}
          exports={may(r, verbs.askExport) || may(r, verbs.decideExport)}
        />,
      ),
    ),
  ),
  page<Tables, typeof verbs.see>(paths.codeLists, verbs.see, async (r) =>
    show(<CodeListsView shell={r.shell} lists={await listLists(r.db, r.today)} />),
  ),
  page<Tables, typeof verbs.see>(paths.codes(":list"), verbs.see, async (r) => codes(r, await listOf(r))),
  page<Tables, typeof verbs.see>(paths.codesFile(":list"), verbs.see, async (r) => codesFile(r, await listOf(r))),
  page<Tables, typeof verbs.editCodes>(paths.newCode(":list"), verbs.editCodes, async (r) =>
    show(<NewCodeView shell={r.shell} list={await listOf(r)} values={{}} />),
  ),
  act<Tables, typeof verbs.editCodes>(paths.newCode(":list"), verbs.editCodes, add),
  page<Tables, typeof verbs.editCodes>(paths.code(":list", ":code"), verbs.editCodes, code),
  act<Tables, typeof verbs.editCodes>(paths.code(":list", ":code"), verbs.editCodes, rename),
  act<Tables, typeof verbs.editCodes>(paths.endCode(":list", ":code"), verbs.editCodes, end),
  page<Tables, typeof verbs.see>(paths.rules, verbs.see, rules),
  page<Tables, typeof verbs.see>(paths.rule(":code"), verbs.see, rule),
  page<Tables, typeof verbs.propose>(paths.proposeRule(":code"), verbs.propose, proposeForm),
  act<Tables, typeof verbs.propose>(paths.proposeRule(":code"), verbs.propose, sendProposal),
  page<Tables, typeof verbs.see>(paths.change(":id"), verbs.see, change),
  act<Tables, typeof verbs.see>(paths.changeStep(":id", "settle"), verbs.see, settleIt),
];
