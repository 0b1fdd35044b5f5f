/** The console itself: overview, inventory, retention, breaches, exceptional access. */
import type { Actor } from "#kernel/access/actor.ts";
import { param } from "#kernel/access/asked.ts";
import { act, page, type Asked, type Route, type Writing } from "#kernel/access/route.ts";
import { offers } from "#kernel/flow/flow.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import { listFile } from "#platform/http/list-file.ts";
import { p as http } from "#platform/http/problems.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { isLanguage } from "#platform/i18n/text.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { assess, breachFacts, closeBreach, noteNotice, noteTold } from "./actions-breach.ts";
import { allowance } from "./allowance.ts";
import { markSeen } from "./glass.ts";
import { accesses, breaches } from "./lists-console.tsx";
import { findGaps, purposesOf } from "./inventory.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { breachById, consoleCounts, listBreaches, listRuns, runById, within, type BreachRow } from "./queries.ts";
import { dropRun, planOf, startRun, writePlan } from "./retention.ts";
import { breachFlow, verbs } from "./rules.ts";
import { parseAssessment, parseReason, type Tables } from "./schema.ts";
import { BreachView } from "./views/breaches.tsx";
import { ConsoleView } from "./views/console.tsx";
import { InventoryView, basisText, keptText } from "./views/inventory.tsx";
import { NoticeView } from "./views/notice.tsx";
import { RetentionView, RunView } from "./views/retention.tsx";
import { w as forms } from "./words-forms.ts";

type Reading = Asked<Tables, Actor>;
type Acting = Writing<Tables, Actor>;

const idOf = (r: Reading): string => param(r, "id");

/** Throws unless the actor is an officer of the association: what spans all members is hers alone. */
function mustBeAssociation(r: Reading): void {
  if (r.actor.organisation !== r.association) throw new Problem(p.associationOnly);
}

async function overview(r: Reading): Promise<Reply> {
  const mine = await within(r.db, r.actor, r.association, r.today);
  const { rows } = await listBreaches(r.db, mine, { limit: 5, offset: 0 });
  const open = rows.filter((row) => row.state !== "closed");
  const counts = await consoleCounts(r.db, mine, r.today);
  return show(<ConsoleView shell={r.shell} counts={counts} open={open} now={r.now} whole={r.actor.organisation === r.association} />);
}

async function inventory(r: Reading): Promise<Reply> {
  mustBeAssociation(r);
  const gaps = await findGaps(r.db, r.pack, r.house.personalData);
  return show(<InventoryView shell={r.shell} purposes={purposesOf(r.pack, r.house.personalData)} gaps={gaps} />);
}

function inventoryFile(r: Reading): Promise<Reply> {
  mustBeAssociation(r);
  const purposes = purposesOf(r.pack, r.house.personalData);
  const file = listFile(r, {
    name: "inventory",
    columns: [
      { name: "purpose", cell: ({ purpose }) => purpose.code },
      { name: "title", cell: ({ purpose }) => r.say(purpose.names) },
      { name: "basis", cell: ({ purpose }) => basisText(r.say, r.pack, purpose) },
      { name: "kept", cell: ({ purpose }) => keptText(r.say, r.pack, purpose) },
      { name: "afterwards", cell: ({ purpose }) => purpose.afterwards },
      { name: "table", cell: ({ one }) => one.table },
      { name: "columns", cell: ({ one }) => one.columns.join(" ") },
      { name: "erased_on_demand", cell: ({ one }) => (one.erase === undefined ? "no" : "yes") },
      { name: "unconfirmed", cell: ({ purpose }) => (purpose.unconfirmed ? "yes" : "no") },
    ],
    rows: purposes.flatMap(({ purpose, declared }) => declared.map((one) => ({ purpose, one }))),
  });
  return Promise.resolve(file);
}

async function run(r: Reading): Promise<Reply> {
  mustBeAssociation(r);
  const row = await runById(r.db, idOf(r));
  if (row === undefined) throw new Problem(http.notFound);
  return show(<RunView shell={r.shell} run={row} />);
}

async function count(r: Acting): Promise<Reply> {
  mustBeAssociation(r);
  const plan = await planOf(r.db, r.house.personalData, r.pack, r.today);
  return go(paths.retentionRun(await writePlan(r.act, plan)));
}

async function breachOf(r: Reading): Promise<BreachRow> {
  const row = await breachById(r.db, await within(r.db, r.actor, r.association, r.today), idOf(r));
  if (row === undefined) throw new Problem(http.notFound);
  return row;
}

interface Again {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

async function breach(r: Reading, again?: Again): Promise<Reply> {
  const row = await breachOf(r);
  const { amount } = await allowance({ tx: r.db as never, today: r.today }, "breach_notice_within");
  const shown = offers(breachFlow, row.state, breachFacts(row), { actor: r.actor });
  return show(
    <BreachView shell={r.shell} row={row} offers={shown} now={r.now} allowed={amount} values={again?.values} problems={again?.problems} />,
    again === undefined ? 200 : 422,
  );
}

/** The association's data protection officer as a name and a telephone, or null when the post is vacant. */
export async function officerOf(
  r: Pick<Reading, "db" | "pack" | "association" | "today">,
): Promise<{ readonly name: string; readonly phone: string | null } | null> {
  const types = r.pack.postTypes.filter((type) => type.roles.includes("data_protection_officer")).map((type) => type.code);
  const posts = await postsOn(r.db, { organisations: [r.association], postTypes: types, on: r.today });
  const held = posts.find((post) => post.personName !== null);
  return held?.personName == null ? null : { name: held.personName, phone: held.phone };
}

async function notice(r: Reading): Promise<Reply> {
  const asked = r.query.get("in");
  return show(
    <NoticeView
      shell={r.shell}
      row={await breachOf(r)}
      language={isLanguage(asked) ? asked : r.language}
      now={r.now}
      officer={await officerOf(r)}
    />,
  );
}

/** One step of a breach: reads its form, does it, and comes back to the page. */
async function stepOf(r: Acting, step: "assess" | "notify" | "tellPeople" | "closeBreach"): Promise<Reply> {
  const mine = await within(r.db, r.actor, r.association, r.today);
  const again = (problems: readonly FieldProblem[]): Promise<Reply> => breach(r, { values: r.form.values(), problems });
  if (step === "notify") {
    const sent = await noteNotice(r.act, mine, idOf(r), r.form.text("late").slice(0, 2_000));
    return sent ? go(paths.breach(idOf(r))) : again([{ field: "late", text: forms.lateReason }]);
  }
  if (step === "assess") {
    const read = parseAssessment(r.form);
    if (!read.ok) return again(read.problems);
    await assess(r.act, mine, idOf(r), read.value);
  } else {
    const read = parseReason(r.form, step === "tellPeople" ? "how" : "closing");
    if (!read.ok) return again(read.problems);
    await (step === "tellPeople" ? noteTold : closeBreach)(r.act, mine, idOf(r), read.value);
  }
  return go(paths.breach(idOf(r)));
}

async function glass(r: Reading): Promise<Reply> {
  mustBeAssociation(r);
  return accesses(r);
}

export const consoleRoutes: readonly Route[] = [
  page<Tables, typeof verbs.oversee>(paths.console, verbs.oversee, overview),
  page<Tables, typeof verbs.oversee>(paths.inventory, verbs.oversee, inventory),
  page<Tables, typeof verbs.oversee>(paths.inventoryFile, verbs.oversee, inventoryFile),
  page<Tables, typeof verbs.retain>(paths.retention, verbs.retain, async (r) => {
    mustBeAssociation(r);
    return show(<RetentionView shell={r.shell} runs={await listRuns(r.db)} />);
  }),
  act<Tables, typeof verbs.retain>(paths.retention, verbs.retain, count),
  page<Tables, typeof verbs.retain>(paths.retentionRun(":id"), verbs.retain, run),
  act<Tables, typeof verbs.retain>(paths.retentionStep(":id", "start"), verbs.retain, async (r) => {
    mustBeAssociation(r);
    await startRun(r.act, idOf(r));
    return go(paths.retentionRun(idOf(r)));
  }),
  act<Tables, typeof verbs.retain>(paths.retentionStep(":id", "drop"), verbs.retain, async (r) => {
    mustBeAssociation(r);
    await dropRun(r.act, idOf(r));
    return go(paths.retention);
  }),
  page<Tables, typeof verbs.breach>(paths.breaches, verbs.breach, breaches),
  page<Tables, typeof verbs.breach>(paths.breach(":id"), verbs.breach, (r) => breach(r)),
  page<Tables, typeof verbs.breach>(`${paths.breach(":id")}/notice`, verbs.breach, notice),
  act<Tables, typeof verbs.assess>(paths.breachStep(":id", "assess"), verbs.assess, (r) => stepOf(r, "assess")),
  act<Tables, typeof verbs.notify>(paths.breachStep(":id", "notify"), verbs.notify, (r) => stepOf(r, "notify")),
  act<Tables, typeof verbs.tellPeople>(paths.breachStep(":id", "tellPeople"), verbs.tellPeople, (r) => stepOf(r, "tellPeople")),
  act<Tables, typeof verbs.closeBreach>(paths.breachStep(":id", "closeBreach"), verbs.closeBreach, (r) => stepOf(r, "closeBreach")),
  page<Tables, typeof verbs.readAccesses>(paths.glass, verbs.readAccesses, glass),
  act<Tables, typeof verbs.readAccesses>(paths.glassSeen(":id"), verbs.readAccesses, async (r) => {
    mustBeAssociation(r);
    await markSeen(r.act, idOf(r), r.form.text("remark").slice(0, 500));
    return go(paths.glass);
  }),
];
