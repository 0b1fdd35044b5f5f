/** Handlers of what is behind a figure, of one organisation’s sheet, and of the summary on paper. */
import { ownName } from "#platform/i18n/own-names.ts";
import { dayOf as dayIn } from "#kernel/calendar/day.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import { sheetsByIds } from "#kernel/signature/sheet.ts";
import { type Reply, show } from "#platform/http/reply.ts";
import { formatDate, formatDateTime, formatNumber } from "#platform/ui/format.ts";
import type { Signatory } from "#platform/ui/print.tsx";
import { entityLines, entityTable } from "./picture-entity.tsx";
import { causePicture } from "./picture-evidence.tsx";
import type { Origin } from "./picture-spread.tsx";
import { type Picture, countText, postName } from "./picture.ts";
import { buildChange, buildMap, buildTurnout } from "./results-build-more.tsx";
import {
  type Facts,
  type PictureRequest,
  buildHeat,
  buildRanked,
  dayOf,
  drawingOf,
  factsOf,
  needsFor,
  sourceOf,
  turnoutFor,
} from "./results-build.tsx";
import { NOTHING, together } from "./results-figures.ts";
import { whenOpen } from "./results-pages.tsx";
import { codeOf, referenceFor, signerOf } from "./results-paper.ts";
import { resultPaths } from "./results-paths.ts";
import { answerOf, lastEntryOf, moderatedIn, strengthsIn } from "./results-queries-more.ts";
import type { Participant, Turnout } from "./results-queries.ts";
import { type Request, type Scope, namedOrganisation, tallyFor } from "./results-scope.ts";
import type { Tally } from "./results-tally.ts";
import { EntityView, type Paper } from "./views/results-entity.tsx";
import { PrintView } from "./views/results-print.tsx";
import { w } from "./words-results.ts";

/** Head, foot and signatures of a printed result. */
function paperFor(
  { r, scope, voice }: PictureRequest,
  title: string,
  address: string,
  { organisation, signed }: { readonly organisation: Participant | null; readonly signed: Signatory | null },
  entry: number | null,
): Paper {
  const reference = referenceFor(scope.round.id, organisation?.code ?? null);
  const association = r.say(r.pack.association.names);
  const signs = (
    role: "capacity_manager" | "executive_secretary" | "secretary_general",
    place: string,
    code: string | null = null,
  ): { post: string }[] => {
    const post = signerOf(r.pack, role, code, r.today);
    return post === null ? [] : [{ post: `${postName(voice, post)}, ${place}` }];
  };
  const url = r.origin + address;
  return {
    head: { issuer: association, title, reference, date: formatDate(r.today), language: ownName(r.language) },
    reference,
    entry: entry === null ? undefined : formatNumber(entry, r.language),
    code: { label: url, modules: codeOf(url) },
    signatories:
      organisation === null
        ? [...signs("capacity_manager", association), ...signs("secretary_general", association)]
        : [
            ...(signed === null ? signs("executive_secretary", organisation.name, organisation.code) : [signed]),
            ...signs("capacity_manager", association),
          ],
  };
}

/** The signature under a reply, as paper says it: post, name, day and the beginning of the content’s hash; null when nobody signed. */
async function signedOf({ r, voice }: PictureRequest, organisation: Participant, id: string | null): Promise<Signatory | null> {
  const sheet = id === null ? undefined : (await sheetsByIds(r.db, [id])).get(id);
  const place = sheet?.places.find((one) => one.signedAt !== null);
  if (sheet === undefined || place?.signedAt == null) return null;
  const on = dayIn(place.signedAt, r.pack.timeZone);
  const [post] = place.signedByPost === null ? [] : await postsOn(r.db, { posts: [place.signedByPost], on, language: r.language });
  return {
    post: post === undefined ? organisation.name : `${postName(voice, post.postType)}, ${post.organisationName}`,
    name: place.signedByName ?? undefined,
    date: formatDate(on),
    hash: sheet.hash.slice(0, 12),
  };
}

/** Everything one organisation’s sheet is made of. */
async function entityFacts(r: Request, scope: Scope, organisation: string) {
  const [tally, turnout, needs, moderated, strengths, answer] = await Promise.all([
    tallyFor(r, scope, null),
    turnoutFor(r, scope),
    needsFor(r, scope),
    moderatedIn(r.db, scope.round.id, organisation),
    strengthsIn(r.db, scope.round.id, organisation),
    answerOf(r.db, scope.round.id, organisation),
  ]);
  return { tally, turnout, needs, moderated, strengths, answer };
}

/** The table of one organisation’s sheet, for a file. */
export async function entityFile(ask: PictureRequest, id: string) {
  const organisation = namedOrganisation(ask.scope, id);
  const { tally, moderated } = await entityFacts(ask.r, ask.scope, id);
  return entityTable(ask, organisation, tally, moderated);
}

function causesPicture(ask: PictureRequest, organisation: string, tally: Tally, turnout: Turnout): Picture | null {
  const { r, scope, voice } = ask;
  const answers = countText(voice, turnout.organisations.get(organisation)?.answered ?? 0);
  const origin: Origin = {
    voice,
    source: r.say(w.origin, { answers, organisations: 1, round: scope.round.title }),
    date: dayOf(r, scope.round),
    svgHref: drawingOf(ask, "entity-causes", { organisation }),
  };
  return causePicture(origin, causesOf(tally, organisation), { unit: r.say(w.causesAll), heading: 3 });
}

/** The causes of one organisation’s sheet, for a file; null when none is shown. */
export async function entityCauses(ask: PictureRequest, id: string): Promise<Picture | null> {
  const { r, scope } = ask;
  const organisation = namedOrganisation(scope, id).id;
  const [tally, turnout] = await Promise.all([tallyFor(r, scope, null), turnoutFor(r, scope)]);
  return causesPicture(ask, organisation, tally, turnout);
}

/** The causes of all subjects whose figures are shown. */
function causesOf(tally: Tally, organisation: string): Readonly<Record<string, number>> {
  return tally.domains.reduce((sum, domain) => together(sum, tally.sums(domain, { of: "organisation", organisation }) ?? NOTHING), NOTHING)
    .causes;
}

/** One organisation’s result, on a screen and on paper. */
export const entity = whenOpen(async (ask, results): Promise<Reply> => {
  const { r, scope } = ask;
  const organisation = namedOrganisation(scope, r.params["organisation"]);
  const facts = await entityFacts(r, scope, organisation.id);
  const { tally, turnout, answer } = facts;
  const signed = await signedOf(ask, organisation, answer?.sheet ?? null);
  const ranked = buildRanked(ask, facts, { list: "needs", organisation: organisation.id });
  const lines = entityLines(ask, organisation, facts, ranked.ranking);
  const title = r.say(w.sheetTitle, { organisation: organisation.name });
  const reply =
    answer?.reply == null
      ? null
      : {
          text: answer.reply,
          when: answer.repliedAt === null ? "" : r.say(w.repliedOn, { day: formatDate(dayIn(answer.repliedAt, r.pack.timeZone)) }),
        };
  return show(
    <EntityView
      results={results}
      organisation={organisation.id}
      title={title}
      own={organisation.id === results.home}
      {...lines}
      causes={causesPicture(ask, organisation.id, tally, turnout)?.html ?? null}
      reply={reply}
      signed={signed !== null}
      paper={paperFor(ask, title, resultPaths.entity(scope.round.id, organisation.id), { organisation, signed }, answer?.entry ?? null)}
    />,
  );
});

/** The summary of a round on paper. */
export const print = whenOpen(async (ask, results): Promise<Reply> => {
  const { r, scope } = ask;
  const choices = { view: "posts", area: { of: "all" }, source: null, response: null } as const;
  const facts: Facts = await factsOf(r, scope, choices);
  const [change, entry] = await Promise.all([buildChange(ask), lastEntryOf(r.db, scope.round.id)]);
  const ranked = buildRanked(ask, facts, { list: "fields", page: { from: 1, size: 10 }, heading: "none" });
  const title = r.say(w.printTitle);
  const turnout = buildTurnout(ask, facts)?.html ?? (await buildMap(ask, facts, { count: "answers", borders: false, heading: 3 })).html;
  return show(
    <PrintView
      results={results}
      lead={`${scope.round.title}. ${sourceOf(ask, facts.turnout)}. ${formatDateTime(r.now, r.pack.timeZone)}`}
      heat={buildHeat(ask, facts, choices).picture.html}
      ranked={ranked.ranking.placed.length === 0 ? null : ranked.picture.html}
      change={change?.picture?.html ?? null}
      turnout={turnout}
      paper={paperFor(ask, title, resultPaths.print(scope.round.id), { organisation: null, signed: null }, entry)}
    />,
  );
});
