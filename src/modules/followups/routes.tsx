/** The pages of follow-ups: rates, my tasks, questions to my post, one task and its evidence. */
import { within, type Request, type Write } from "#kernel/access/asked.ts";
import { askOf, dayFilter, listed, listedFile, usualFilter, type List, type Part, type RowsAsked } from "#kernel/access/list.ts";
import { act, page, type Route } from "#kernel/access/route.ts";
import { evidenceOf } from "#kernel/commitment/commitments.ts";
import { readingsOf } from "#kernel/commitment/readings.ts";
import { differs } from "#kernel/commitment/standing.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { fileFacts, streamFile } from "#platform/files/store.ts";
import { changedQuery } from "#platform/http/address.ts";
import type { ListColumn } from "#platform/http/list-file.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { BarsSvg } from "#platform/ui/charts/bars.tsx";
import { svgFile } from "#platform/ui/charts/frame.tsx";
import { enrolmentsOfPerson, sessionReach, sessionsByIds } from "#modules/sessions";
import { addTaskEvidence, LEARNERS } from "./actions.ts";
import { postText, readTask } from "./ask.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { tasksWhere } from "./queries.ts";
import { GROUPS, rateOf, RATE_SORTS, ratesFor, type RateRow } from "./rates.ts";
import { openRoutes } from "./routes-open.tsx";
import { sessionRoutes } from "./routes-session.tsx";
import { verbs } from "./rules.ts";
import { sumOf } from "./schema.ts";
import { RatesView, ratesPicture } from "./views/rates.tsx";
import { AskedView, MineView, TaskView } from "./views/task.tsx";
import { w } from "./words.ts";
import { w as rates } from "./words-rates.ts";

const GROUP_NAMES = { session: rates.bySession, course: rates.byCourse, trainer: rates.byTrainer, entity: rates.byEntity } as const;

const FILTERS = {
  by: usualFilter(GROUPS, "session", { label: rates.by, text: (by, r) => r.say(GROUP_NAMES[by]) }),
  from: dayFilter({ label: rates.from }),
  to: dayFilter({ label: rates.to }),
};

type Ask = RowsAsked<typeof FILTERS, (typeof RATE_SORTS)[number]>;

const leastOf = async (r: Request): Promise<number> => numberOf(await ruleSetFor(r.db, "disclosure", r.today), "smallest_cell");

async function ratesIn(r: Request, { filter, ...order }: Ask): Promise<readonly RateRow[]> {
  const reach = await within(r, verbs.read);
  return ratesFor(r.db, r.say, r.today, { ...filter, ...order, ...(reach !== "all" && { within: [...reach] }) }, await leastOf(r));
}

const partOf = (all: readonly RateRow[], { offset, limit }: Part) => ({ rows: all.slice(offset, offset + limit), total: all.length });

const LIST: List<Request, typeof FILTERS, RateRow, (typeof RATE_SORTS)[number]> = {
  name: "applied-at-work",
  path: () => paths.followups(),
  file: () => paths.file,
  filters: FILTERS,
  sorts: RATE_SORTS,
  first: () => ({ sort: "rate", descending: true }),
  rows: async (r, ask, part) => partOf(await ratesIn(r, ask), part),
  result: (r, total) => r.say(rates.result, { total }),
  columns: () => COLUMNS,
  sheet: w.module,
};

async function ratesPage(r: Request): Promise<Reply> {
  const ask = await askOf(r, LIST);
  const all = await ratesIn(r, ask);
  // A session with two trainers stands in two rows: its tasks count once in the sum.
  const whole = ask.filter.by === "trainer" ? await ratesIn(r, { ...ask, filter: { ...ask.filter, by: "session" } }) : all;
  return show(
    <RatesView
      shell={r.shell}
      list={await listed(r, { ...LIST, rows: (_, __, part) => Promise.resolve(partOf(all, part)) })}
      picture={ratesPicture(r.shell, all, r.today, changedQuery(paths.picture, r.query, { page: null }))}
      sum={sumOf(whole.map((row) => row.sum))}
      least={await leastOf(r)}
      withheld={all.some((row) => row.withheld)}
    />,
  );
}

const shownOrNull = (of: (row: RateRow) => number) => (row: RateRow) => (row.withheld ? null : of(row));

const COLUMNS: readonly ListColumn<RateRow>[] = [
  { name: "name", head: rates.name, cell: (row) => row.name },
  { name: "tasks", head: rates.tasks, kind: { kind: "integer" }, cell: shownOrNull((row) => row.sum.tasks) },
  { name: "due", head: rates.due, kind: { kind: "integer" }, cell: shownOrNull((row) => row.sum.due) },
  { name: "verified", head: rates.seen, kind: { kind: "integer" }, cell: shownOrNull((row) => row.sum.verifiedFirst) },
  {
    name: "rate",
    head: rates.rate,
    kind: { kind: "decimal", places: 3 },
    cell: (row) => {
      const rate = rateOf(row);
      return rate === null ? null : Number(rate.toFixed(3));
    },
  },
  { name: "claimed", head: rates.claimed, kind: { kind: "integer" }, cell: shownOrNull((row) => row.sum.claimed) },
  { name: "to_answer", head: rates.toAnswer, kind: { kind: "integer" }, cell: shownOrNull((row) => row.sum.toAnswer) },
];

async function ratesFile(r: Request): Promise<Reply> {
  const { filter } = await askOf(r, LIST);
  return listedFile(r, { ...LIST, name: `applied-by-${filter.by}` });
}

async function ratesSvg(r: Request): Promise<Reply> {
  const bars = ratesPicture(r.shell, await ratesIn(r, await askOf(r, LIST)), r.today, paths.picture);
  if (bars === null) throw new Problem(p.noTask);
  return download("applied-at-work.svg", "image/svg+xml", svgFile(r.say, bars.about, <BarsSvg {...bars} />));
}

async function titlesFor(r: Request, sessions: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await sessionsByIds(r.db, [...new Set(sessions)]);
  return new Map([...found.values()].map((session) => [session.id, session.title]));
}

async function mine(r: Request): Promise<Reply> {
  const tasks = await tasksWhere(r.db, r.today, { person: r.actor.person });
  const written = tasks.filter((task) => task.writtenAt !== null);
  const done = new Set(written.map((task) => task.enrolment));
  const enrolments = (await enrolmentsOfPerson(r.db, r.actor.person)).filter((one) => (LEARNERS as readonly string[]).includes(one.state));
  const open = enrolments.filter((one) => !done.has(one.id)).map((one) => ({ enrolment: one.id, session: one.session }));
  const titles = await titlesFor(
    r,
    [...written, ...open].map((one) => one.session),
  );
  return show(<MineView shell={r.shell} tasks={written} open={open} titles={titles} />);
}

async function asked(r: Request): Promise<Reply> {
  const tasks =
    r.actor.post === null ? [] : await tasksWhere(r.db, r.today, { verifiers: [r.actor.post], openToSupervisor: true, limit: 200 });
  const others = tasks.filter((task) => task.person !== r.actor.person);
  const open = (
    await readingsOf(
      r.db,
      others.map((task) => task.id),
    )
  ).filter((one) => one.side === "verifier" && one.answeredAt === null && one.lapsedAt === null && one.due <= r.today);
  const rows = others.flatMap((task) => {
    const reading = open.find((one) => one.commitment === task.id);
    return reading === undefined ? [] : [{ task, reading: reading.id }];
  });
  return show(
    <AskedView
      shell={r.shell}
      rows={rows}
      titles={await titlesFor(
        r,
        others.map((task) => task.session),
      )}
    />,
  );
}

async function taskPage(r: Request, error?: string) {
  const task = await readTask(r);
  const readings = await readingsOf(r.db, [task.id]);
  const session = (await sessionsByIds(r.db, [task.session])).get(task.session);
  const open = (await sessionReach.read(r.db, r.actor, [task.session], r.today)).has(task.session);
  const [post] = task.verifier === null ? [] : await postsOn(r.db, { posts: [task.verifier], on: r.today, language: r.language });
  const own = task.person === r.actor.person;
  const verifies = r.actor.post !== null && r.actor.post === task.verifier && !own;
  const mine = readings.filter((one) => one.lapsedAt === null && one.due <= r.today && (one.side === "self" ? own : verifies));
  return (
    <TaskView
      shell={r.shell}
      task={task}
      session={{ id: task.session, title: session?.title ?? "", href: open ? paths.session(task.session) : null }}
      supervisor={post === undefined ? null : postText(r.say, r.pack, post)}
      readings={readings}
      evidence={await evidenceOf(r.db, [task.id])}
      today={r.today}
      differs={differs(readings) && (own || verifies)}
      mine={new Set(mine.map((one) => one.id))}
      mayAdd={own || verifies}
      {...(error !== undefined && { error })}
    />
  );
}

async function addIt(r: Write): Promise<Reply> {
  const task = await readTask(r);
  const own = task.person === r.actor.person;
  if (!own && (r.actor.post === null || r.actor.post !== task.verifier)) throw new Problem(p.noTask);
  const text = r.form.text("text");
  if (text === "") return show(await taskPage(r, r.say(w.evidenceMissing)), 422);
  const upload = r.form.file("file");
  await addTaskEvidence(r.act, task.id, {
    text: text.slice(0, 1000),
    language: r.language,
    upload,
    certainty: own ? "claimed" : "verified",
  });
  return go(paths.task(task.id));
}

async function evidenceFile(r: Request): Promise<Reply> {
  const task = await readTask(r);
  const one = (await evidenceOf(r.db, [task.id])).find((each) => each.id === r.params["evidenceId"]);
  const facts = one?.file == null ? undefined : (await fileFacts(r.db as never, [one.file])).get(one.file);
  if (facts === undefined) throw new Problem(p.noTask);
  return download(facts.name, facts.mediaType, streamFile(r.db as never, facts));
}

export const routes: readonly Route[] = [
  page(paths.followups(), verbs.read, ratesPage),
  page(paths.file, verbs.read, ratesFile),
  page(paths.picture, verbs.read, ratesSvg),
  page(paths.asked, "signed-in", asked),
  page(paths.mine, "signed-in", mine),
  ...sessionRoutes,
  page(paths.task(":id"), "signed-in", async (r: Request) => show(await taskPage(r))),
  act(paths.evidence(":id"), "signed-in", addIt, { maxBody: 12 * 1024 * 1024 }),
  page(paths.evidenceFile(":id", ":evidenceId"), "signed-in", evidenceFile),
  ...openRoutes,
];
