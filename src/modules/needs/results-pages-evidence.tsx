/** The page of what stands behind one figure. */
import { codesOf } from "#kernel/pack/lookup.ts";
import { show } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { Bars } from "#platform/ui/charts/bars.tsx";
import { formatPercent } from "#platform/ui/format.ts";
import { type Picture, codeName, countText, levelText, postName } from "./picture.ts";
import { p } from "./problems.ts";
import { type PictureRequest, dayOf } from "./results-build.tsx";
import { type EvidenceChoice, type Part, evidenceFrom, organisationsIn, partsOf, whereOf, withoutNames } from "./results-evidence.ts";
import { type Sums, figuresOf } from "./results-figures.ts";
import { whenOpen } from "./results-pages.tsx";
import { resultPaths, withChoices } from "./results-paths.ts";
import { type LevelCounts, bottlenecksOf, levelsOf, namesWithin, postSumsOf, sourcesOf } from "./results-queries.ts";
import { type Request, type Scope, namedOrganisation, tallyFor } from "./results-scope.ts";
import type { Tally } from "./results-tally.ts";
import { EvidenceView, type EvidenceProps } from "./views/results-evidence.tsx";
import { w } from "./words-results.ts";

type Shown = NonNullable<EvidenceProps["shown"]>;

const causesIn = (r: Request): string[] => codesOf(r.pack, "gap_cause").map((code) => code.code);

/** Whom a figure is about, in words. */
function whoOf({ r, scope, voice }: PictureRequest, { organisation, post, group }: EvidenceChoice): string {
  const place =
    organisation !== null
      ? (scope.participants.find((one) => one.id === organisation)?.name ?? "")
      : group !== null
        ? codeName(voice, "context_group", group)
        : null;
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
  return (
    <Bars
      say={r.say}
      about={about}
      rows={rows}
      format={(value) => formatPercent(value, r.language)}
      heads={[r.say(w.levelHead), r.say(w.shareOfRatings)]}
      heading={2}
    />
  );
}

/** How often each cause was named, most often first. */
export function causeBars(
  { r, scope, voice }: PictureRequest,
  causes: Readonly<Record<string, number>>,
  source: string,
  unit: string,
  heading: 2 | 3,
): Picture["html"] | null {
  const named = Object.entries(causes)
    .filter(([, count]) => count > 0)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const first = named[0];
  if (first === undefined) return null;
  // Of causes named equally often none is named most often.
  const title =
    named[1]?.[1] === first[1] ? r.say(w.causesHeading) : r.say(w.causesTitle, { cause: codeName(voice, "gap_cause", first[0]) });
  const about = { title, unit, source, date: dayOf(r, scope.round), label: title };
  const rows = named.map(([cause, count]) => ({ label: codeName(voice, "gap_cause", cause), value: count }));
  return (
    <Bars
      say={r.say}
      about={about}
      rows={rows}
      format={(value) => countText(voice, value)}
      heads={[r.say(w.causeHead), r.say(w.namedHead)]}
      heading={heading}
    />
  );
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
  const [texts, names] = await Promise.all([
    bottlenecksOf(r.db, scope.round.id, domain, organisation),
    namesWithin(r.db, organisation, r.today),
  ]);
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
  const [levels, sources, texts] = await Promise.all([levelsOf(r.db, within), sourcesOf(r.db, within), textsFor(ask, choice, sums)]);
  const source = r.say(w.origin, {
    answers: countText(voice, figures.n),
    organisations: within.organisations.length,
    round: scope.round.title,
  });
  return {
    lead: r.say(w.evidenceLead, {
      who: whoOf(ask, choice),
      wanted: levelText(voice, figures.desired),
      now: levelText(voice, figures.current),
      gap: levelText(voice, figures.gap),
      answers: countText(voice, figures.n),
    }),
    levels: levelBars(ask, levels, source),
    causes: causeBars(ask, sums.causes, source, r.say(w.causesUnit), 2),
    sources: sources.flatMap((row) => {
      const found = figuresOf(row);
      return found === null
        ? []
        : [
            {
              name: codeName(voice, "evidence_source", row.source),
              count: countText(voice, found.n),
              now: levelText(voice, found.current),
              wanted: levelText(voice, found.desired),
              gap: levelText(voice, found.gap),
            },
          ];
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
  return show(
    <EvidenceView
      results={results}
      domain={choice.domain}
      field={field}
      who={whoOf(ask, choice)}
      shown={shown}
      hidden={r.say(w.evidenceHidden, { floor: scope.floor })}
    />,
  );
});
