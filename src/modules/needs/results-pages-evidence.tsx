/** The page of what stands behind one figure. */
import { codesOf } from "#kernel/pack/lookup.ts";
import { show } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { causePicture, levelPicture } from "./picture-evidence.tsx";
import type { Origin } from "./picture-spread.tsx";
import { type Picture, codeName, countText, hiddenMark, levelText, postName } from "./picture.ts";
import { p } from "./problems.ts";
import { type PictureRequest, dayOf, drawingOf } from "./results-build.tsx";
import { type EvidenceChoice, type Part, evidenceFrom, organisationsIn, partsOf, whereOf, withoutNames } from "./results-evidence.ts";
import { type Sums, figuresOf } from "./results-figures.ts";
import { whenOpen } from "./results-pages.tsx";
import { resultPaths, withChoices } from "./results-paths.ts";
import { bottlenecksOf, levelsOf, namesWithin, postSumsOf, sourcesOf } from "./results-queries.ts";
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

function partLines(ask: PictureRequest, choice: EvidenceChoice, parts: readonly Part[]): Shown["parts"] {
  const { r, scope, voice } = ask;
  if (parts.length === 0) return null;
  const byPost = choice.organisation !== null;
  const lines = parts.map(({ post, group, shown }) => {
    const name = post !== null ? postName(voice, post) : codeName(voice, "context_group", group ?? "");
    if (shown.kind !== "shown") {
      const count = shown.kind === "hidden" ? hiddenMark(shown.because, scope.floor) : "–";
      return { name, href: null, count, now: "–", gap: "–" };
    }
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

/** Whose ratings are behind a choice. */
const ratingsOf = ({ scope }: PictureRequest, choice: EvidenceChoice) => ({
  round: scope.round.id,
  domain: choice.domain,
  organisations: organisationsIn(scope, choice),
  post: choice.post,
});

/** Where a picture of a choice comes from, and its drawing. */
function evidenceOrigin(ask: PictureRequest, choice: EvidenceChoice, n: number, file: "levels" | "causes"): Origin {
  const { r, scope, voice } = ask;
  const organisations = organisationsIn(scope, choice).length;
  const source = r.say(w.origin, { answers: countText(voice, n), organisations, round: scope.round.title });
  return { voice, source, date: dayOf(r, scope.round), svgHref: drawingOf(ask, file, { ...choice }) };
}

const causesOf = (ask: PictureRequest, choice: EvidenceChoice, sums: Sums): Picture | null =>
  causePicture(evidenceOrigin(ask, choice, sums.n, "causes"), sums.causes, { unit: ask.r.say(w.causesUnit), heading: 2 });

/** One picture of what is behind a figure, for a file; null when the figure is hidden or nothing is behind it. */
export async function evidencePicture(ask: PictureRequest, name: "levels" | "causes"): Promise<Picture | null> {
  const { r, scope } = ask;
  const choice = evidenceFrom(r.query);
  if (choice.organisation !== null) namedOrganisation(scope, choice.organisation);
  const sums = (await evidenceTally(r, scope, choice)).sums(choice.domain, whereOf(choice));
  if (sums === null) return null;
  if (name === "causes") return causesOf(ask, choice, sums);
  return levelPicture(evidenceOrigin(ask, choice, sums.n, name), await levelsOf(r.db, ratingsOf(ask, choice)));
}

async function shownOf(ask: PictureRequest, choice: EvidenceChoice, tally: Tally, sums: Sums): Promise<Shown | null> {
  const { r, voice } = ask;
  const figures = figuresOf(sums);
  if (figures === null) return null;
  const within = ratingsOf(ask, choice);
  const [levels, sources, texts] = await Promise.all([levelsOf(r.db, within), sourcesOf(r.db, within), textsFor(ask, choice, sums)]);
  return {
    lead: r.say(w.evidenceLead, {
      who: whoOf(ask, choice),
      wanted: levelText(voice, figures.desired),
      now: levelText(voice, figures.current),
      gap: levelText(voice, figures.gap),
      answers: countText(voice, figures.n),
    }),
    levels: levelPicture(evidenceOrigin(ask, choice, figures.n, "levels"), levels)?.html ?? null,
    causes: causesOf(ask, choice, sums)?.html ?? null,
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
  const figure = tally.at(choice.domain, whereOf(choice));
  const hidden = figure.kind === "hidden" && figure.because === "protects" ? w.evidenceProtects : w.evidenceFew;
  const shown = sums === null ? null : await shownOf(ask, choice, tally, sums);
  const field = codeName(voice, "capacity_domain", choice.domain);
  return show(
    <EvidenceView
      results={results}
      domain={choice.domain}
      field={field}
      who={whoOf(ask, choice)}
      shown={shown}
      hidden={r.say(hidden, { floor: scope.floor })}
    />,
  );
});
