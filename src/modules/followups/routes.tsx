/** The pages of follow-ups: rates, my tasks, questions to my post, one task and its evidence. */
import type { Actor } from "#kernel/access/actor.ts";
import { act, page, type Route, type Writing } from "#kernel/access/route.ts";
import { organisationsFor } from "#kernel/access/verb.ts";
import { isDay } from "#kernel/calendar/day.ts";
import { evidenceOf } from "#kernel/commitment/commitments.ts";
import { readingsOf } from "#kernel/commitment/readings.ts";
import { differs } from "#kernel/commitment/standing.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { fileFacts, streamFile } from "#platform/files/store.ts";
import { changedQuery, pageAsked } from "#platform/http/address.ts";
import { fileLinks, listFile, type ListColumn } from "#platform/http/list-file.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { BarsSvg } from "#platform/ui/charts/bars.tsx";
import { svgFile } from "#platform/ui/charts/frame.tsx";
import { enrolmentsOfPerson, sessionReach, sessionsByIds } from "#modules/sessions";
import { addTaskEvidence, LEARNERS } from "./actions.ts";
import { type Request } from "#kernel/access/asked.ts";
import { postText, readTask } from "./ask.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { tasksWhere } from "./queries.ts";
import { GROUPS, rateOf, RATE_SORTS, ratesFor, type RateQuestion, type RateRow } from "./rates.ts";
import { openRoutes } from "./routes-open.tsx";
import { sessionRoutes } from "./routes-session.tsx";
import { verbs } from "./rules.ts";
import { sumOf } from "./schema.ts";
import { RatesView, ratesPicture } from "./views/rates.tsx";
import { AskedView, MineView, TaskView } from "./views/task.tsx";
import { w } from "./words.ts";
import { w as rates } from "./words-rates.ts";

const SIZE = 40;

async function questionOf(r: Request): Promise<RateQuestion> {
  const [key, direction] = (r.query.get("sort") ?? "rate-down").split("-");
  const within = await organisationsFor(r.db, r.actor, verbs.read, r.today);
  const [from, to] = [r.query.get("from"), r.query.get("to")];
  return {
    by: GROUPS.find((one) => one === r.query.get("by")) ?? "session",
    from: isDay(from) ? from : null,
    to: isDay(to) ? to : null,
    ...(within !== "all" && { within: [...within] }),
    sort: RATE_SORTS.find((one) => one === key) ?? "rate",
    descending: direction === "down",
  };
}

const leastOf = async (r: Request): Promise<number> => numberOf(await ruleSetFor(r.db, "disclosure", r.today), "smallest_cell");

async function ratesPage(r: Request): Promise<Reply> {
  const ask = await questionOf(r);
  const least = await leastOf(r);
  const all = await ratesFor(r.db, r.say, r.today, ask, least);
  const whole = ask.by === "trainer" ? await ratesFor(r.db, r.say, r.today, { ...ask, by: "session" }, least) : all;
  const current = pageAsked(r.query);
  const href = (changes: Readonly<Record<string, string | number | null>>, path: string = paths.followups()): string =>
    changedQuery(path, r.query, changes);
  const { say } = r;
  const names = { session: rates.bySession, course: rates.byCourse, trainer: rates.byTrainer, entity: rates.byEntity } as const;
  return show(
    <RatesView
      shell={r.shell}
      rows={all.slice((current - 1) * SIZE, current * SIZE)}
      picture={ratesPicture(r.shell, all, r.today, href({ page: null }, paths.picture))}
      sum={sumOf(whole.map((row) => row.sum))}
      least={least}
      withheld={all.some((row) => row.withheld)}
      filters={{
        action: paths.followups(),
        result: say(rates.result, { total: all.length }),
        keep: { sort: r.query.get("sort") ?? undefined },
        ...((ask.from ?? ask.to) !== null && { clearHref: paths.followups({ by: ask.by }) }),
        fields: [
          { name: "by", label: say(rates.by), value: ask.by, options: GROUPS.map((one) => ({ value: one, text: say(names[one]) })) },
          { name: "from", label: say(rates.from), type: "date", value: ask.from ?? "" },
          { name: "to", label: say(rates.to), type: "date", value: ask.to ?? "" },
        ],
      }}
      sort={{ key: ask.sort, descending: ask.descending }}
      sortHref={(sort) => href({ sort: `${sort.key}-${sort.descending ? "down" : "up"}`, page: null })}
      pages={{ current, last: Math.max(1, Math.ceil(all.length / SIZE)), href: (at) => href({ page: at === 1 ? null : at }) }}
      downloads={fileLinks((format) => href({ page: null, format }, paths.file), ["csv", "xlsx", "json"])}
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
  const ask = await questionOf(r);
  const rows = await ratesFor(r.db, r.say, r.today, ask, await leastOf(r));
  return listFile(r, { name: `applied-by-${ask.by}`, sheet: r.say(w.module), columns: COLUMNS, rows });
}

async function ratesSvg(r: Request): Promise<Reply> {
  const bars = ratesPicture(r.shell, await ratesFor(r.db, r.say, r.today, await questionOf(r), await leastOf(r)), r.today, paths.picture);
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

async function addIt(r: Writing<any, Actor>): Promise<Reply> {
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
