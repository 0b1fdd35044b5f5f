/** Answering on the web: a page at a time, saved at every step, checked once more, sent, read, taken back. */
import { type Request, type Write } from "#kernel/access/asked.ts";
import { act, page } from "#kernel/access/route.ts";
import type { Route } from "#kernel/access/route.ts";
import { askPage, findPage, headingOf, pagesFor, textIn, valueAt, wordsOf } from "#kernel/questionnaire/asked.ts";
import { appendEvents, momentAfter, newEvents } from "#kernel/questionnaire/events.ts";
import { pagesOf, type OpenPage } from "#kernel/questionnaire/pages.ts";
import { itemsByPath } from "#kernel/questionnaire/project.ts";
import { p as kernel } from "#kernel/questionnaire/problems.ts";
import { lockSitting, sittingsOfPerson, startSitting } from "#kernel/questionnaire/sittings.ts";
import { purposeFacts } from "#kernel/questionnaire/purpose.ts";
import { languagesOf } from "#kernel/questionnaire/state.ts";
import { modelOf } from "#kernel/questionnaire/store.ts";
import { newId } from "#platform/db/ids.ts";
import { fileFacts, streamFile } from "#platform/files/store.ts";
import { p as http } from "#platform/http/problems.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { typedOn } from "./form-answers.ts";
import { p } from "./problems.ts";
import { keyOf, paths } from "./paths.ts";
import { placeScriptAddress } from "./scripts.ts";
import { keep, LARGEST_FILE, pageAfter, pageBefore, weigh } from "./save.ts";
import { knownPurpose, load, mayChange, ownSitting, savedAt, standingFor } from "./sitting-access.ts";
import type { Loaded } from "./sitting-access.ts";
import { AnswerPageView } from "./views/answer-page.tsx";
import { EntriesView } from "./views/entries.tsx";
import { MineView } from "./views/mine.tsx";
import { NotAskedView, StartView } from "./views/start.tsx";

async function mine(r: Request): Promise<Reply> {
  const sittings = await sittingsOfPerson(r.db, r.actor.person);
  return show(<MineView shell={r.shell} sittings={sittings} facts={await purposeFacts(r.db, sittings, r.today)} today={r.today} />);
}

async function before(r: Request): Promise<Reply> {
  const { kind = "", purposeId = "" } = r.params;
  const opening = await knownPurpose(kind).open(r.db, r.actor, purposeId, r.today);
  if (!opening.allowed) return show(<NotAskedView shell={r.shell} refusal={opening} />, 403);
  const model = await modelOf(r.db, opening.version);
  return show(<StartView shell={r.shell} opening={opening} pages={pagesOf(model).length} action={paths.start(kind, purposeId)} />);
}

async function start(r: Write): Promise<Reply> {
  const { kind = "", purposeId = "" } = r.params;
  const opening = await knownPurpose(kind).open(r.act.tx, r.actor, purposeId, r.today);
  if (!opening.allowed) return show(<NotAskedView shell={r.shell} refusal={opening} />, 403);
  const model = await modelOf(r.act.tx, opening.version);
  const spoken = languagesOf(model);
  const wished = spoken.includes(r.language) ? r.language : (opening.language ?? spoken[0] ?? r.language);
  const sitting = await startSitting(r.act, {
    purposeKind: kind,
    purpose: purposeId,
    version: opening.version,
    organisation: opening.organisation,
    title: opening.title,
    channel: "web",
    language: wished,
    post: r.actor.post,
    postType: r.actor.postType,
    person: r.actor.person,
  });
  // Starting a second time changes nothing, and is still an act: it says that she came back.
  await r.act.journal({
    kind: "questionnaire.sitting.opened",
    subject: { kind: "questionnaire.sitting", id: sitting.id },
    member: sitting.member,
    payload: {},
  });
  return go(paths.answer(sitting.id));
}

/** The first page on which something is missing or wrong; the first page before anything was answered; null when all is done. */
function pageToGoOnWith(loaded: Loaded): OpenPage | null {
  const pages = pagesFor(loaded.standing);
  if (loaded.events.length === 0) return pages[0] ?? null;
  const wrong = new Set(loaded.standing.evaluation.failures.map((failure) => failure.path));
  return pages.find((each) => each.items.some((path) => wrong.has(path))) ?? null;
}

async function resume(r: Request): Promise<Reply> {
  const sitting = await ownSitting(r, r.db, r.params["sittingId"] ?? "");
  if (!(await mayChange(r, r.db, sitting))) return go(`${paths.answer(sitting.id)}/read`);
  const next = pageToGoOnWith(await load(r, r.db, sitting));
  return go(next === null ? paths.check(sitting.id) : paths.page(sitting.id, next.key));
}

function addressAfter(loaded: Loaded, next: OpenPage | null, fromCheck: boolean, same: boolean): string {
  const { id } = loaded.sitting;
  if (next === null || (fromCheck && !same)) return paths.check(id);
  return paths.page(id, next.key) + (fromCheck ? "?from=check" : "");
}

async function fileNames(r: Request | Write, values: readonly string[]): Promise<Record<string, string>> {
  const ids = values.filter((value) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value));
  if (ids.length === 0) return {};
  return Object.fromEntries([...(await fileFacts(r.db, ids))].map(([id, file]) => [id, file.name]));
}

/** What differs between showing a page and showing it again with its problems. */
interface Extra {
  readonly errors?: Readonly<Record<string, string>>;
  readonly typed?: Readonly<Record<string, string>>;
  readonly fromCheck: boolean;
}

async function pageView(r: Request | Write, loaded: Loaded, open: OpenPage, extra: Extra) {
  const { sitting, standing, tables } = loaded;
  const asked = askPage(standing, open, tables);
  const previous = pageBefore(standing, open);
  const faults = standing.evaluation.faults.filter((fault) => open.items.includes(fault.path)).map((fault) => fault.path);
  const back = extra.fromCheck ? paths.check(sitting.id) : previous === null ? null : paths.page(sitting.id, previous.key);
  return (
    <AnswerPageView
      shell={r.shell}
      title={sitting.title}
      asked={asked}
      action={paths.page(sitting.id, open.key)}
      back={back}
      place={standing.projection.filed(open.key)}
      fromCheck={extra.fromCheck}
      errors={extra.errors}
      typed={extra.typed}
      fileNames={await fileNames(
        r,
        asked.questions.map((question) => question.value),
      )}
      savedAt={savedAt(r, loaded.events)}
      scripts={asked.questions.some((question) => question.control === "place") ? [await placeScriptAddress()] : undefined}
      faults={faults.length === 0 ? undefined : faults.join(", ")}
    />
  );
}

/** The name of an instance: the words of its first answered question. */
function entryName(loaded: Loaded, instance: string): string {
  const { standing, tables } = loaded;
  for (const page of pagesFor(standing)) {
    for (const path of page.items) {
      if (!path.startsWith(`${instance}/`)) continue;
      const item = itemsByPath(standing.model).get(path.replaceAll(/\[\d+\]/g, ""));
      const value = valueAt(standing, path);
      if (item?.kind === "question" && value !== "") return wordsOf(standing, path, item, value, tables).replaceAll("\n", ", ");
    }
  }
  return "–";
}

function entriesView(r: Request, loaded: Loaded, open: OpenPage) {
  const { sitting, standing } = loaded;
  const pages = pagesFor(standing);
  const number = pages.findIndex((each) => each.key === open.key) + 1;
  const keys = standing.projection.keysOf(open.key);
  const entries = keys.map((key, index) => {
    const instance = `${open.key}[${index + 1}]`;
    const first = pages.find((each) => each.key.startsWith(`${instance}/`));
    return { key, name: entryName(loaded, instance), href: first === undefined ? null : paths.page(sitting.id, first.key) };
  });
  const next = pages[number];
  const previous = pages[number - 2];
  const own = itemsByPath(standing.model).get(open.key.replaceAll(/\[\d+\]/g, ""));
  const heading =
    headingOf(standing, open.heading).heading || (own === undefined ? "" : textIn(standing, open.key, own.label)) || sitting.title;
  return (
    <EntriesView
      shell={r.shell}
      title={sitting.title}
      heading={heading}
      number={number}
      count={pages.length}
      entries={entries}
      add={paths.add(sitting.id, open.key)}
      remove={paths.remove(sitting.id, open.key)}
      next={next === undefined ? paths.check(sitting.id) : paths.page(sitting.id, next.key)}
      back={previous === undefined ? null : paths.page(sitting.id, previous.key)}
    />
  );
}

async function questions(r: Request): Promise<Reply> {
  const sitting = await ownSitting(r, r.db, r.params["sittingId"] ?? "");
  if (!(await mayChange(r, r.db, sitting))) return go(`${paths.answer(sitting.id)}/read`);
  const key = keyOf(r.params["page"] ?? "");
  if (key === "") throw new Problem(http.notFound);
  const loaded = await load(r, r.db, sitting);
  const open = findPage(loaded.standing, key);
  // A page that an answer has closed since: go on where something is left to do.
  if (open === null) return go(paths.answer(sitting.id));
  if (open.kind === "repeat") return show(entriesView(r, loaded, open));
  return show(await pageView(r, loaded, open, { fromCheck: r.query.get("from") === "check" }));
}

/** Holds the sitting of a write request and loads it; refuses what may not change any more. */
async function held(r: Write): Promise<Loaded> {
  const sitting = await ownSitting(r, r.act.tx, r.params["sittingId"] ?? "");
  const locked = await lockSitting(r.act, sitting.id);
  if (!(await mayChange(r, r.act.tx, locked))) throw new Problem(kernel.notOpen);
  return load(r, r.act.tx, locked);
}

async function save(r: Write): Promise<Reply> {
  const loaded = await held(r);
  const { sitting } = loaded;
  const open = findPage(loaded.standing, keyOf(r.params["page"] ?? ""), r.form.text("place"));
  const fromCheck = r.form.text("from") === "check";
  if (open === null || open.kind === "repeat") {
    await appendEvents(r.act, sitting, loaded.model, []);
    return go(paths.answer(sitting.id));
  }
  const sent = weigh(r, loaded, open, r.form);
  if (r.form.text("stop") === "now") {
    await keep(r.act, loaded, sent, r.form, "right");
    return go(paths.mine);
  }
  if (Object.keys(sent.errors).length > 0) {
    const again = { ...loaded, standing: sent.after };
    return show(await pageView(r, again, open, { errors: sent.errors, typed: typedOn(r.form), fromCheck }), 422);
  }
  const events = await keep(r.act, loaded, sent, r.form, "all");
  const after = standingFor(r, loaded, events);
  const next = pageAfter(after, open, r.form.all("shown"));
  return go(addressAfter(loaded, next, fromCheck, next?.key === open.key));
}

async function addEntry(r: Write): Promise<Reply> {
  const loaded = await held(r);
  const key = keyOf(r.params["page"] ?? "");
  const open = findPage(loaded.standing, key);
  if (open?.kind !== "repeat") throw new Problem(p.notFound);
  const at = momentAfter(loaded.events, r.now);
  // A letter first: numbers are the keys of repeats that a count makes.
  const entry = `k${newId().replaceAll("-", "").slice(0, 10)}`;
  const events = newEvents([[`${loaded.standing.projection.filed(open.key)}[${entry}]`, "+"]], at);
  await appendEvents(r.act, loaded.sitting, loaded.model, events);
  const after = standingFor(r, loaded, [...loaded.events, ...events]);
  const place = after.projection.keysOf(open.key).indexOf(entry) + 1;
  const first = pagesFor(after).find((each) => each.key.startsWith(`${open.key}[${place}]/`));
  return go(paths.page(loaded.sitting.id, (first ?? open).key));
}

async function removeEntry(r: Write): Promise<Reply> {
  const loaded = await held(r);
  const open = findPage(loaded.standing, keyOf(r.params["page"] ?? ""));
  const entry = r.form.text("key");
  if (open?.kind !== "repeat" || !loaded.standing.projection.keysOf(open.key).includes(entry)) throw new Problem(p.notFound);
  const path = `${loaded.standing.projection.filed(open.key)}[${entry}]`;
  await appendEvents(r.act, loaded.sitting, loaded.model, newEvents([[path, null]], momentAfter(loaded.events, r.now)));
  return go(paths.page(loaded.sitting.id, open.key));
}

async function file(r: Request): Promise<Reply> {
  const sitting = await ownSitting(r, r.db, r.params["sittingId"] ?? "");
  const id = r.params["fileId"] ?? "";
  const found = (await fileFacts(r.db, [id])).get(id);
  if (found === undefined || found.subject !== sitting.id) throw new Problem(p.notFound);
  return download(found.name, found.mediaType, streamFile(r.db, found));
}

/** Routes that would be taken for a page of a sitting stand before it. */
export const answerRoutes: readonly Route[] = [
  page(paths.mine, "signed-in", mine),
  page("/answer/start/:kind/:purposeId", "signed-in", before),
  act("/answer/start/:kind/:purposeId", "signed-in", start),
  page("/answer/:sittingId", "signed-in", resume),
  page("/answer/:sittingId/file/:fileId", "signed-in", file),
];

export const pageRoutes: readonly Route[] = [
  page("/answer/:sittingId/:page", "signed-in", questions),
  act("/answer/:sittingId/:page", "signed-in", save, { maxBody: LARGEST_FILE + 1024 * 1024 }),
  act("/answer/:sittingId/:page/add", "signed-in", addEntry),
  act("/answer/:sittingId/:page/remove", "signed-in", removeEntry),
];
