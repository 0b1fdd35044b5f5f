/** Handlers of what is behind a figure, of one organisation’s sheet, and of the summary on paper. */
import { codesOf } from "#kernel/pack/lookup.ts";
import { show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { Bars } from "#platform/ui/charts/bars.tsx";
import { formatDate, formatDateTime, formatNumber, formatPercent } from "#platform/ui/format.ts";
import { dayOf as dayIn } from "#kernel/calendar/day.ts";
import { codeName, countText, levelText, postName, type Picture } from "./picture.ts";
import { p } from "./problems.ts";
import { entityLines, entityTable } from "./picture-entity.tsx";
import { buildChange, buildHeat, buildRanked, buildTurnout, buildMap, dayOf, factsOf, originOf, turnoutFor, needsFor, type PictureRequest, type Facts } from "./results-build.tsx";
import { evidenceFrom, organisationsIn, partsOf, whereOf, withoutNames, type EvidenceChoice, type Part } from "./results-evidence.ts";
import { figuresOf, NOTHING, together, type Sums } from "./results-figures.ts";
import { whenOpen } from "./results-pages.tsx";
import { codeOf, referenceFor, signerOf } from "./results-paper.ts";
import { resultPaths, withChoices } from "./results-paths.ts";
import { bottlenecksOf, levelsOf, namesWithin, postSumsOf, sourcesOf, type LevelCounts, type Participant } from "./results-queries.ts";
import { answerOf, lastEntryOf, moderatedIn, strengthsIn } from "./results-queries-more.ts";
import { namedOrganisation, tallyFor, type Request, type Scope } from "./results-scope.ts";
import type { Tally } from "./results-tally.ts";
import { EntityView, type Paper } from "./views/results-entity.tsx";
import { EvidenceView, type EvidenceProps } from "./views/results-evidence.tsx";
import { PrintView } from "./views/results-print.tsx";
import { w } from "./words-results.ts";

type Shown = NonNullable<EvidenceProps["shown"]>;

const causesIn = (r: Request): string[] => codesOf(r.pack, "gap_cause").map((code) => code.code);

/** Whom a figure is about, in words. */
function whoOf({ r, scope, voice }: PictureRequest, { organisation, post, group }: EvidenceChoice): string {
  const place = organisation !== null ? (scope.participants.find((one) => one.id === organisation)?.name ?? "") : group !== null ? codeName(voice, "context_group", group) : null;
  const parts = [post === null ? null : postName(voice, post), place].filter((part) => part !== null);
  return parts.length === 0 ? r.say(w.everyone) : parts.join(", ");
}

function levelBars({ r, scope, voice }: PictureRequest, counts: LevelCounts, source: string): Picture["html"] | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const most = counts.indexOf(Math.max(...counts)) + 1;
  const nameOf = (level: number): string => codeName(voice, "capacity_level", String(level));
  const title = r.say(w.levelsTitle, { level: most, name: nameOf(most) });
  const about = { title, unit: r.say(w.levelsUnit), source, date: dayOf(r, scope.round), label: title };
  const rows = counts.map((count, index) => ({ label: `${index + 1} ${nameOf(index + 1)}`, value: count / total }));
  return <Bars say={r.say} about={about} rows={rows} format={(value) => formatPercent(value, r.language)} heads={[r.say(w.levelHead), r.say(w.shareOfRatings)]} heading={2} />;
}

/** How often each cause was named, most often first. */
export function causeBars({ r, scope, voice }: PictureRequest, causes: Readonly<Record<string, number>>, source: string, unit: string, heading: 2 | 3): Picture["html"] | null {
  const named = Object.entries(causes)
    .filter(([, count]) => count > 0)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const first = named[0];
  if (first === undefined) return null;
  const title = r.say(w.causesTitle, { cause: codeName(voice, "gap_cause", first[0]) });
  const about = { title, unit, source, date: dayOf(r, scope.round), label: title };
  const rows = named.map(([cause, count]) => ({ label: codeName(voice, "gap_cause", cause), value: count }));
  return <Bars say={r.say} about={about} rows={rows} format={(value) => countText(voice, value)} heads={[r.say(w.causeHead), r.say(w.namedHead)]} heading={heading} />;
}

function partLines(ask: PictureRequest, choice: EvidenceChoice, parts: readonly Part[]): Shown["parts"] {
  const { r, scope, voice } = ask;
  if (parts.length === 0) return null;
  const byPost = choice.organisation !== null;
  const lines = parts.map(({ post, group, shown }) => {
    const name = post !== null ? postName(voice, post) : codeName(voice, "context_group", group ?? "");
    if (shown.kind !== "shown") return { name, href: null, count: `<${scope.floor}`, now: "–", gap: "–" };
    const { n, current, gap } = shown.figures;
    const href = withChoices(resultPaths.evidence(scope.round.id), { ...choice, post: post ?? choice.post, group });
    return { name, href, count: countText(voice, n), now: levelText(voice, current), gap: levelText(voice, gap) };
  });
  return { title: r.say(byPost ? w.splitPosts : w.splitGroups), head: r.say(byPost ? w.post : w.groupFilter), lines };
}

/** What the own people wrote, without names; null for anyone else’s organisation and for parts of one. */
async function textsFor({ r, scope }: PictureRequest, choice: EvidenceChoice, sums: Sums): Promise<string[] | null> {
  const { organisation, post, domain } = choice;
  if (scope.audience !== "member" || organisation === null || post !== null || sums.n < scope.floor) return null;
  const [texts, names] = await Promise.all([bottlenecksOf(r.db, scope.round.id, domain, organisation), namesWithin(r.db, organisation, r.today)]);
  return texts.map((text) => withoutNames(text, names, r.say(w.nameLeftOut)));
}

async function evidenceTally(r: Request, scope: Scope, { organisation }: EvidenceChoice): Promise<Tally> {
  if (organisation === null) return tallyFor(r, scope, null);
  const rows = await postSumsOf(r.db, scope.round.id, organisation, causesIn(r));
  return tallyFor(r, scope, null, { organisation, rows });
}

async function shownOf(ask: PictureRequest, choice: EvidenceChoice, tally: Tally, sums: Sums): Promise<Shown | null> {
  const { r, scope, voice } = ask;
  const figures = figuresOf(sums);
  if (figures === null) return null;
  const within = { round: scope.round.id, domain: choice.domain, organisations: organisationsIn(scope, choice), post: choice.post };
  const [levels, sources, turnout, texts] = await Promise.all([levelsOf(r.db, within), sourcesOf(r.db, within), turnoutFor(r, scope), textsFor(ask, choice, sums)]);
  const { source } = originOf(ask, turnout, null);
  return {
    lead: r.say(w.evidenceLead, { who: whoOf(ask, choice), wanted: levelText(voice, figures.desired), now: levelText(voice, figures.current), gap: levelText(voice, figures.gap), answers: countText(voice, figures.n) }),
    levels: levelBars(ask, levels, source),
    causes: causeBars(ask, sums.causes, source, r.say(w.causesUnit), 2),
    sources: sources.flatMap((row) => {
      const found = figuresOf(row);
      return found === null ? [] : [{ name: codeName(voice, "evidence_source", row.source), count: countText(voice, found.n), now: levelText(voice, found.current), wanted: levelText(voice, found.desired), gap: levelText(voice, found.gap) }];
    }),
    parts: partLines(ask, choice, partsOf(tally, choice)),
    texts,
  };
}

/** What is behind one figure. Figures that are hidden have nothing behind them to see. */
export const evidence = whenOpen(async (ask, results) => {
  const { r, scope, voice } = ask;
  const choice = evidenceFrom(r.query);
  if (choice.organisation !== null) namedOrganisation(scope, choice.organisation);
  const tally = await evidenceTally(r, scope, choice);
  if (!tally.domains.includes(choice.domain)) throw new Problem(p.noRound);
  const sums = tally.sums(choice.domain, whereOf(choice));
  const shown = sums === null ? null : await shownOf(ask, choice, tally, sums);
  const field = codeName(voice, "capacity_domain", choice.domain);
  return show(<EvidenceView results={results} domain={choice.domain} field={field} who={whoOf(ask, choice)} shown={shown} hidden={r.say(w.evidenceHidden, { floor: scope.floor })} />);
});

const LANGUAGE_NAME = { rw: "Kinyarwanda", en: "English", fr: "Français" } as const;

/** Head, foot and signatures of a printed result. */
function paperFor({ r, scope, voice }: PictureRequest, title: string, address: string, organisation: Participant | null, entry: number | null): Paper {
  const reference = referenceFor(scope.round.id, organisation?.code ?? null);
  const association = r.say(r.pack.association.names);
  const signs = (role: "capacity_manager" | "executive_secretary" | "secretary_general", place: string): { post: string }[] => {
    const post = signerOf(r.pack, role);
    return post === null ? [] : [{ post: `${postName(voice, post)}, ${place}` }];
  };
  const url = r.origin + address;
  return {
    head: { issuer: association, title, reference, date: formatDate(r.today), language: LANGUAGE_NAME[r.language] },
    reference,
    entry: entry === null ? undefined : formatNumber(entry, r.language),
    code: { label: url, modules: codeOf(url) },
    signatories: organisation === null ? [...signs("capacity_manager", association), ...signs("secretary_general", association)] : [...signs("executive_secretary", organisation.name), ...signs("capacity_manager", association)],
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
  return entityTable(ask.voice, organisation, tally, moderated);
}

/** The causes of all subjects whose figures are shown. */
function causesOf(tally: Tally, organisation: string): Readonly<Record<string, number>> {
  return tally.domains.reduce((sum, domain) => together(sum, tally.sums(domain, { of: "organisation", organisation }) ?? NOTHING), NOTHING).causes;
}

/** One organisation’s result, on a screen and on paper. */
export const entity = whenOpen(async (ask, results): Promise<Reply> => {
  const { r, scope } = ask;
  const organisation = namedOrganisation(scope, r.params["organisation"]);
  const facts = await entityFacts(r, scope, organisation.id);
  const { tally, turnout, answer } = facts;
  const ranked = buildRanked(ask, facts, { list: "needs", organisation: organisation.id });
  const lines = entityLines(ask, organisation, facts, ranked.ranking);
  const { source } = originOf(ask, turnout, null);
  const title = r.say(w.sheetTitle, { organisation: organisation.name });
  const reply = answer?.reply == null ? null : { text: answer.reply, when: answer.repliedAt === null ? "" : r.say(w.repliedOn, { day: formatDate(dayIn(answer.repliedAt, r.pack.timeZone)) }) };
  return show(
    <EntityView
      results={results}
      organisation={organisation.id}
      title={title}
      own={organisation.id === results.home}
      {...lines}
      causes={causeBars(ask, causesOf(tally, organisation.id), source, r.say(w.causesAll), 3)}
      reply={reply}
      paper={paperFor(ask, title, resultPaths.entity(scope.round.id, organisation.id), organisation, answer?.entry ?? null)}
    />,
  );
});

/** The summary of a round on paper. */
export const print = whenOpen(async (ask, results): Promise<Reply> => {
  const { r, scope } = ask;
  const choices = { view: "posts", area: { of: "all" }, source: null, response: null } as const;
  const facts: Facts = await factsOf(r, scope, choices);
  const [change, entry] = await Promise.all([buildChange(ask), lastEntryOf(r.db, scope.round.id)]);
  const ranked = buildRanked(ask, facts, { list: "fields", first: 10, heading: "none" });
  const title = r.say(w.printTitle);
  const turnout = buildTurnout(ask, facts)?.html ?? (await buildMap(ask, facts, { count: "answers", borders: false, heading: 3 })).html;
  return show(
    <PrintView
      results={results}
      lead={`${scope.round.title}. ${originOf(ask, facts.turnout, null).source}. ${formatDateTime(r.now, r.pack.timeZone)}`}
      heat={buildHeat(ask, facts, choices).picture.html}
      ranked={ranked.ranking.placed.length === 0 ? null : ranked.picture.html}
      change={change?.picture?.html ?? null}
      turnout={turnout}
      paper={paperFor(ask, title, resultPaths.print(scope.round.id), null, entry)}
    />,
  );
});
