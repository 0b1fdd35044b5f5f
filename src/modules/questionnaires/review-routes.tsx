/** The end of answering: check, send in, read again, take back. */
import { type Request, type Write } from "#kernel/access/asked.ts";
import { act, page } from "#kernel/access/route.ts";
import type { Route } from "#kernel/access/route.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { formatPartial } from "#kernel/calendar/partial.ts";
import { pagesFor } from "#kernel/questionnaire/asked.ts";
import { p as kernel } from "#kernel/questionnaire/problems.ts";
import { closeSitting, lockSitting, withdrawSitting } from "#kernel/questionnaire/sittings.ts";
import type { Sitting } from "#kernel/questionnaire/sittings.ts";
import { answeredOf } from "#kernel/questionnaire/state.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import { referenceOf } from "#platform/db/ids.ts";
import { fileFacts } from "#platform/files/store.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { dayOf, formatDate } from "#platform/ui/format.ts";
import { paths } from "./paths.ts";
import { readGroups, type ReadGroup } from "./read.ts";
import { load, mayChange, openingOf, ownSitting, savedAt } from "./sitting-access.ts";
import type { Loaded } from "./sitting-access.ts";
import { CheckView, DoneView, ReadView, type ReadProps } from "./views/review.tsx";
import { w } from "./words-answer.ts";

async function namesIn(r: Request | Write, groups: readonly ReadGroup[]): Promise<Record<string, string>> {
  const ids = groups.flatMap((group) => group.lines.flatMap((line) => line.file ?? []));
  return Object.fromEntries([...(await fileFacts(r.db, ids))].map(([id, found]) => [id, found.name]));
}

function buttonFor(r: Request | Write, sitting: Sitting): string {
  if (sitting.person === null) return r.say(w.sendTyped);
  return sitting.postType === null ? r.say(w.send) : r.say(w.sendAs, { post: r.say(postTypeOf(r.pack, sitting.postType).names) });
}

async function checkView(r: Request | Write, loaded: Loaded) {
  const groups = readGroups(loaded.standing, loaded.tables, r.say);
  const last = pagesFor(loaded.standing).at(-1);
  return (
    <CheckView
      shell={r.shell}
      sitting={loaded.sitting.id}
      groups={groups}
      fileNames={await namesIn(r, groups)}
      title={loaded.sitting.title}
      button={buttonFor(r, loaded.sitting)}
      back={last === undefined ? paths.mine : paths.page(loaded.sitting.id, last.key)}
      savedAt={savedAt(r, loaded.events)}
    />
  );
}

async function check(r: Request): Promise<Reply> {
  const sitting = await ownSitting(r, r.db, r.params["sittingId"] ?? "");
  if (!(await mayChange(r, r.db, sitting))) return go(`${paths.answer(sitting.id)}/read`);
  return show(await checkView(r, await load(r, r.db, sitting)));
}

async function submit(r: Write): Promise<Reply> {
  const own = await ownSitting(r, r.act.tx, r.params["sittingId"] ?? "");
  const sitting = await lockSitting(r.act, own.id);
  if (!(await mayChange(r, r.act.tx, sitting))) throw new Problem(kernel.notOpen);
  const loaded = await load(r, r.act.tx, sitting);
  if (loaded.standing.evaluation.failures.length > 0) return show(await checkView(r, loaded), 422);
  await closeSitting(r.act, sitting, answeredOf(loaded.standing));
  return go(paths.done(sitting.id));
}

async function done(r: Request): Promise<Reply> {
  const sitting = await ownSitting(r, r.db, r.params["sittingId"] ?? "");
  if (sitting.state !== "submitted") return go(paths.answer(sitting.id));
  const opening = await openingOf(r, r.db, sitting);
  const back = opening.allowed && opening.back !== undefined ? opening.back : paths.mine;
  return show(<DoneView shell={r.shell} title={sitting.title} reference={referenceOf(sitting.id)} sitting={sitting.id} back={back} />);
}

function leadOf(r: Request, sitting: Sitting): ReadProps["lead"] {
  if (sitting.state === "withdrawn") return { text: w.withdrawnLead };
  if (sitting.submittedAt === null) return { text: w.closed };
  return { text: w.readLead, values: { day: formatDate(dayOf(sitting.submittedAt, r.pack.timeZone)) } };
}

async function typedNote(r: Request, sitting: Sitting): Promise<string | undefined> {
  if (sitting.enteredBy === null) return undefined;
  const [post] = await postsOn(r.db, { posts: [sitting.enteredBy], on: r.today });
  const name = post === undefined ? "–" : `${r.say(postTypeOf(r.pack, post.postType).names)}, ${post.organisationName}`;
  return r.say(w.typedNote, { post: name, day: formatPartial({ precision: sitting.happenedPrecision, start: sitting.happenedOn }) });
}

async function withdrawalOf(r: Request, sitting: Sitting): Promise<ReadProps["withdraw"]> {
  if (sitting.state !== "submitted" || sitting.person === null) return undefined;
  const opening = await openingOf(r, r.db, sitting);
  if (!opening.allowed) return { refusal: r.say(opening.text, opening.values) };
  return { note: opening.closes === null ? r.say(w.withdrawNoteOpen) : r.say(w.withdrawNote, { day: formatDate(opening.closes) }) };
}

async function read(r: Request): Promise<Reply> {
  const sitting = await ownSitting(r, r.db, r.params["sittingId"] ?? "");
  const loaded = await load(r, r.db, sitting);
  const groups = readGroups(loaded.standing, loaded.tables, () => "").map((group) => ({
    ...group,
    lines: group.lines.map((line) => ({ ...line, problem: null })),
  }));
  return show(
    <ReadView
      shell={r.shell}
      sitting={sitting.id}
      groups={groups}
      fileNames={await namesIn(r, groups)}
      title={sitting.title}
      lead={leadOf(r, sitting)}
      note={await typedNote(r, sitting)}
      withdraw={await withdrawalOf(r, sitting)}
    />,
  );
}

async function withdraw(r: Write): Promise<Reply> {
  const own = await ownSitting(r, r.act.tx, r.params["sittingId"] ?? "");
  const sitting = await lockSitting(r.act, own.id);
  const opening = await openingOf(r, r.act.tx, sitting);
  if (!opening.allowed || sitting.person === null) throw new Problem(kernel.notOpen);
  await withdrawSitting(r.act, sitting);
  return go(`${paths.answer(sitting.id)}/read`);
}

export const reviewRoutes: readonly Route[] = [
  page("/answer/:sittingId/check", "signed-in", check),
  page("/answer/:sittingId/read", "signed-in", read),
  page("/answer/:sittingId/done", "signed-in", done),
  act("/answer/:sittingId/submit", "signed-in", submit),
  act("/answer/:sittingId/withdraw", "signed-in", withdraw),
];
