/** Stories on pages: list, form, one story, taking a consent back. */
import type { Actor } from "#kernel/access/actor.ts";
import { act, page, type Asked, type Writing } from "#kernel/access/route.ts";
import { reachOf as verbReach } from "#kernel/access/verb.ts";
import { isDay } from "#kernel/calendar/day.ts";
import { peopleByIds } from "#kernel/registry/people.ts";
import { pageAsked } from "#platform/http/address.ts";
import { readFile } from "#platform/files/store.ts";
import { MEDIA_TYPES, sniff } from "#platform/tabular/sniff.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { isLanguage } from "#platform/i18n/text.ts";
import { p } from "./problems.ts";
import { paths } from "./paths.ts";
import { copiesWithStory } from "./reports.ts";
import { verbs } from "./rules.ts";
import { storiesByIds, storyPage, tellStory, withdrawConsent, type NewStory } from "./stories.ts";
import type { AchievementsTables } from "./tables.ts";
import { NewStoryView, StoriesView, StoryView } from "./views/stories.tsx";
import { w } from "./words-story.ts";

type Reading = Asked<AchievementsTables, Actor>;
type Form = Writing<AchievementsTables, Actor>;

const PER_PAGE = 20;
const LONGEST = 1500;
const SCAN_BYTES = 5 * 1024 * 1024;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

async function list(r: Reading): Promise<Reply> {
  const asked = pageAsked(r.query);
  const { rows, total } = await storyPage(r.db, PER_PAGE, (asked - 1) * PER_PAGE);
  const last = Math.max(1, Math.ceil(total / PER_PAGE));
  return show(<StoriesView shell={r.shell} rows={rows} current={asked} last={last} mayTell={verbReach(r.actor, verbs.tell) !== null} />);
}

async function one(r: Reading): Promise<Reply> {
  const id = r.params["id"] ?? "";
  const [story] = UUID.test(id) ? await storiesByIds(r.db, [id]) : [];
  if (story === undefined) throw new Problem(p.noStory);
  const copies = await copiesWithStory(r.db, id);
  const printedIn = copies.map((copy) => ({ href: paths.copy(copy.id), title: `${copy.reference} · ${copy.number}` }));
  return show(
    <StoryView shell={r.shell} story={story} printedIn={printedIn} mayWithdraw={verbReach(r.actor, verbs.withdrawConsent) !== null} />,
  );
}

/** Whom the form is about: she is named by her line in a list of people reached, never typed. */
async function personAsked(r: Reading, id: string): Promise<{ readonly id: string; readonly name: string } | null> {
  if (!UUID.test(id)) return null;
  const found = (await peopleByIds(r.db, [id])).get(id);
  return found === undefined ? null : { id: found.id, name: found.fullName };
}

async function form(r: Reading, values: Readonly<Record<string, string>> = {}, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const person = await personAsked(r, values["person"] ?? r.query.get("person") ?? "");
  const view = <NewStoryView shell={r.shell} person={person} values={values} problems={problems} today={r.today} />;
  return show(view, problems.length === 0 ? 200 : 422);
}

/** What a signed form may be. */
const SCANS: ReadonlySet<string> = new Set(["application/pdf", "image/png", "image/jpeg"]);

function scanOf(r: Form): NewStory["scan"] {
  const file = r.form.file("scan");
  if (file === null || file.bytes.length > SCAN_BYTES) return null;
  const mediaType = MEDIA_TYPES[sniff(file.bytes)];
  return SCANS.has(mediaType) ? { name: file.name, mediaType, bytes: file.bytes } : null;
}

function problemsOf(r: Form, scan: NewStory["scan"], person: boolean): FieldProblem[] {
  const { form: sent } = r;
  const problems: FieldProblem[] = [];
  const need = (holds: boolean, field: string, text: FieldProblem["text"]): void => {
    if (!holds) problems.push({ field, text });
  };
  const past = (field: string): boolean => isDay(sent.text(field)) && sent.text(field) <= r.today;
  need(sent.text("place") !== "", "place", w.placeMissing);
  need(sent.text("changed") !== "", "changed", w.changedMissing);
  need(sent.text("changed").length <= LONGEST, "changed", w.changedLong);
  need(past("day"), "day", w.dayWrong);
  need(["named", "anonymous"].includes(sent.text("consent")), "consent", w.consentMissing);
  need(sent.text("consent") !== "named" || person, "consent", w.nameNeedsPerson);
  need(["tick", "scan"].includes(sent.text("way")), "way", w.wayMissing);
  need(sent.text("way") !== "scan" || scan !== null, "scan", w.scanMissing);
  need(past("consentDay"), "consentDay", w.dayWrong);
  return problems;
}

async function save(r: Form): Promise<Reply> {
  const { form: sent } = r;
  const person = await personAsked(r, sent.text("person"));
  const scan = scanOf(r);
  const problems = problemsOf(r, scan, person !== null);
  if (problems.length > 0) return form(r, sent.values(), problems);
  const language = sent.text("language");
  const id = await tellStory(r.act, {
    organisation: r.actor.organisation ?? r.association,
    person: person?.id ?? null,
    place: sent.text("place").slice(0, 200),
    changed: sent.text("changed"),
    language: isLanguage(language) ? language : r.language,
    programme: sent.text("programme").slice(0, 100) || null,
    day: sent.text("day"),
    consent: sent.text("consent") === "named" ? "named" : "anonymous",
    consentDay: sent.text("consentDay"),
    scan: sent.text("way") === "scan" ? scan : null,
  });
  return go(paths.story(id));
}

async function scanFile(r: Reading): Promise<Reply> {
  const id = r.params["id"] ?? "";
  const [story] = UUID.test(id) ? await storiesByIds(r.db, [id]) : [];
  const file = story?.file == null ? null : await readFile(r.db as never, story.file);
  if (file === null) throw new Problem(p.noStory);
  return download(file.name, file.mediaType, file.bytes);
}

export const storyRoutes = [
  page(paths.stories, verbs.tell, list),
  page(paths.newStory, verbs.tell, (r: Reading) => form(r)),
  act(paths.newStory, verbs.tell, save, { maxBody: SCAN_BYTES + 1024 * 1024 }),
  page(paths.story(":id"), verbs.withdrawConsent, one),
  page(paths.storyScan(":id"), verbs.withdrawConsent, scanFile),
  act(paths.storyConsent(":id"), verbs.withdrawConsent, async (r: Form) => {
    await withdrawConsent(r.act, r.params["id"] ?? "");
    return go(paths.story(r.params["id"] ?? ""));
  }),
];
