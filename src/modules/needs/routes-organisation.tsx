/** The page of one organisation in a round: what is expected of whom, what was found and said to it, and what it rests on. */
import { page, type Route } from "#kernel/access/route.ts";
import { holds } from "#kernel/access/verb.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import { postTypeOf, postTypesWith } from "#kernel/pack/lookup.ts";
import { postsOn, type PostRow } from "#kernel/registry/posts.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { sheetsByIds } from "#kernel/signature/sheet.ts";
import { show, type Reply } from "#platform/http/reply.ts";
import { formatDate } from "#platform/ui/format.ts";
import { awaitsPaper } from "./actions-paper.ts";
import { may, within, type Request } from "#kernel/access/asked.ts";
import { isWithheld, levelsVisible, readPart } from "./ask.ts";
import { compareSources } from "./compare.ts";
import { dayAfter, RULES } from "./due.ts";
import { expectedNow, type Expectation, type ExpectedStep } from "./expected.ts";
import { paths } from "./paths.ts";
import { evidenceOf, moderationsOf, sourcesOf, strengthsOf } from "./queries-answers.ts";
import { needsFound, responsesTo } from "./queries-needs.ts";
import { followsAll, verbs } from "./rules.ts";
import { shownResponses } from "./responses-shown.ts";
import { judgeFor, shownNeed } from "./results-needs.ts";
import type { Need, Participation, Round } from "./schema.ts";
import type { ShownExpectation, Signed } from "./views/organisation-props.ts";
import { OrganisationView } from "./views/organisation.tsx";
import { OWED } from "./flows.ts";
import { w as common } from "./words-common.ts";
import { w } from "./words-organisation.ts";

/** A post as a sentence names it: its type and its organisation. */
function postText(r: Request, post: PostRow | undefined): string {
  if (post === undefined) return r.say(common.someone);
  return r.say(common.postOf, { post: r.say(postTypeOf(r.pack, post.postType).names), organisation: post.organisationName });
}

async function postNamed(r: Request, post: string | null): Promise<string> {
  return postText(r, post === null ? undefined : (await postsOn(r.db, { posts: [post], on: r.today, language: r.language }))[0]);
}

/** Who signed the reply, on the page or on paper. */
async function signedOf(r: Request, round: Round, part: Participation): Promise<Signed | null> {
  if (part.sheet === null) return null;
  const sheet = (await sheetsByIds(r.db, [part.sheet])).get(part.sheet);
  const place = sheet?.places[0];
  if (sheet === undefined || place?.signedAt == null) return null;
  const at = formatDate(dayOf(place.signedAt, r.pack.timeZone));
  const hash = sheet.hash.slice(0, 12);
  if (place.paper === null || part.paperSignedOn === null)
    return { how: "page", name: place.signedByName ?? "", post: await postNamed(r, place.signedByPost), day: at, hash };
  return {
    how: "paper",
    post: await postNamed(r, place.post),
    day: formatDate(part.paperSignedOn),
    typed: at,
    typist: await postNamed(r, place.signedByPost),
    scan: paths.paperScan(round.id, part.organisation),
    hash,
  };
}

const VERB: Readonly<Record<ExpectedStep, (typeof verbs)[keyof typeof verbs]>> = {
  validate: verbs.validate,
  moderate: verbs.finishModeration,
  share: verbs.share,
  reply: verbs.reply,
  answerContest: verbs.answerContest,
  respond: verbs.respond,
  coverage: verbs.read,
};

function hrefOf(step: ExpectedStep, round: Round, part: Participation, needs: readonly Need[]): string | null {
  const first = (wanted: (need: Need) => boolean): string => needs.find(wanted)?.id ?? "";
  switch (step) {
    case "validate":
      return paths.validate(round.id, part.organisation);
    case "moderate":
      return paths.round(round.id);
    case "share":
      return paths.step(round.id, "share");
    case "reply":
      return paths.reply(round.id, part.organisation);
    case "answerContest":
      return paths.answerContest(first((need) => need.state === "contested"));
    case "respond":
      return paths.respond(first((need) => OWED.includes(need.state)));
    case "coverage":
      return paths.coverage(round.id);
  }
}

/** Whom an expectation waits for: the reader’s own post when it is among them, else the first that somebody holds. */
async function shownExpectation(
  r: Request,
  round: Round,
  part: Participation,
  needs: readonly Need[],
  expected: Expectation,
): Promise<ShownExpectation> {
  const { by, step } = expected;
  const can = step !== null && holds(await within(r, VERB[step]), part.organisation);
  const href = can ? hrefOf(step, round, part, needs) : null;
  const action = step === null || step === "coverage" ? w.coverage : VERB[step].title;
  if (by === null) return { ...expected, href, action, post: null, person: null, phone: null, yours: false };
  const at = by.at === "association" ? r.association : part.organisation;
  const types = by.roles.map((role) => postTypesWith(r.pack, role).map((type) => type.code));
  const posts = await postsOn(r.db, { organisations: [at], postTypes: types.flat(), on: r.today, language: r.language });
  const ranked = types.flatMap((codes) => posts.filter((post) => codes.includes(post.postType)));
  const own = ranked.find((post) => post.post === r.actor.post);
  const found = own ?? ranked.find((post) => post.person !== null) ?? ranked[0];
  return {
    ...expected,
    href,
    action,
    post: found === undefined ? null : postText(r, found),
    person: found?.personName ?? null,
    phone: found?.phone ?? null,
    yours: own !== undefined,
  };
}

async function needsShown(r: Request, round: Round, part: Participation): Promise<Need[]> {
  return (await needsFound(r.db, round.id, part.organisation)).filter((need) => followsAll(r.actor) || need.state !== "found");
}

/** Fields whose levels the pictures of results hide from this reader: the sources side by side must not bring them back. */
async function fieldsHidden(
  judge: ReturnType<typeof judgeFor>,
  round: Round,
  part: Participation,
  sources: readonly { readonly domain: string }[],
): Promise<ReadonlySet<string>> {
  const domains = [...new Set(sources.map((cell) => cell.domain))];
  const hidden = await Promise.all(
    domains.map((domain) => judge({ round: round.id, kind: "gap", organisation: part.organisation, domain, respondents: null })),
  );
  return new Set(domains.filter((_, index) => hidden[index] !== null));
}

async function organisation(r: Request): Promise<Reply> {
  const { round, part } = await readPart(r, verbs.read);
  const own = new Set([part.organisation]);
  const withheld = isWithheld(r, round, part);
  const visible = levelsVisible(r, round, part);
  const rules = await ruleSetFor(r.db, RULES, r.today);
  const fewest = numberOf(rules, "minimum_respondents");
  const replied = part.repliedAt === null ? null : dayOf(part.repliedAt, r.pack.timeZone);
  const contestBy = replied === null ? null : dayAfter(r.pack.calendar, rules, "contest_answer_within", replied);
  const sources = visible ? ((await sourcesOf(r.db, round.id, own)).get(part.organisation) ?? []) : [];
  const needs = visible ? await needsShown(r, round, part) : [];
  const judge = judgeFor(r);
  const hiddenFields = await fieldsHidden(judge, round, part, sources);
  const ids = needs.map((need) => need.id);
  const responses = await shownResponses(r, await responsesTo(r.db, ids));
  const collects = round.state === "open" || round.state === "validation";
  const expected = expectedNow({ round, part, needs: visible ? needs : null, responses, contestBy, today: r.today });
  return show(
    <OrganisationView
      shell={r.shell}
      round={round}
      part={part}
      expected={await shownExpectation(r, round, part, needs, expected)}
      withheld={withheld}
      comparisons={visible ? compareSources(sources, fewest, (domain) => hiddenFields.has(domain)) : null}
      moderations={visible ? await moderationsOf(r.db, round.id, own) : []}
      evidence={withheld ? [] : await evidenceOf(r.db, round.id, part.organisation)}
      needs={await Promise.all(needs.map((need) => shownNeed(need, judge)))}
      responses={Map.groupBy(responses, (response) => response.need)}
      strengths={visible ? await strengthsOf(r.db, round.id, part.organisation) : []}
      confirmed={
        part.validatedAt === null
          ? null
          : { day: formatDate(dayOf(part.validatedAt, r.pack.timeZone)), post: await postNamed(r, part.validatedBy) }
      }
      signed={await signedOf(r, round, part)}
      fewest={fewest}
      may={{
        record: collects && !withheld && holds(await within(r, verbs.record), part.organisation),
        moderate: visible && round.state === "validation" && may(r, verbs.moderate),
        typeReply: !withheld && awaitsPaper(round, part) && holds(await within(r, verbs.typeReply), part.organisation),
      }}
    />,
  );
}

export const organisationRoutes: readonly Route[] = [page(paths.organisation(":id", ":organisationId"), verbs.read, organisation)];
