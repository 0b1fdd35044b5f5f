/** The page around every picture of results: where it stands, the other pictures, files to take away. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { Link } from "#platform/ui/link.tsx";
import { Downloads } from "#platform/ui/lists.tsx";
import type { Content } from "#platform/ui/markup.ts";
import { EmptyState } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { resultPaths, withChoices, type Choices } from "../results-paths.ts";
import { w } from "../words-results.ts";

/** What every page of results knows of its round. */
export interface ResultsShell {
  readonly shell: Shell;
  readonly round: { readonly id: string; readonly title: string };
  /** The own organisation of the reader, for a way to its sheet. */
  readonly home: string | null;
  /** Words of the pictures of this round that exist for this reader. */
  readonly pages: readonly ResultPage[];
}

/** The pages of a round’s results. */
export const RESULT_PAGES = ["gaps", "ranked", "spread", "change", "map", "own", "print", "method"] as const;
export type ResultPage = (typeof RESULT_PAGES)[number];

const NAMES = {
  gaps: w.navGaps,
  ranked: w.navRanked,
  spread: w.navSpread,
  change: w.navChange,
  map: w.navMap,
  own: w.navOwn,
  print: w.navPrint,
  method: w.navMethod,
} as const;

function addressOf({ round, home }: ResultsShell, page: ResultPage): string {
  switch (page) {
    case "gaps":
      return resultPaths.overview(round.id);
    case "ranked":
      return resultPaths.ranked(round.id);
    case "spread":
      return resultPaths.spread(round.id);
    case "change":
      return resultPaths.change(round.id);
    case "map":
      return resultPaths.map(round.id);
    case "own":
      return resultPaths.entity(round.id, home ?? "");
    case "print":
      return resultPaths.print(round.id);
    case "method":
      return resultPaths.method(round.id);
  }
}

/** The line of pictures; the page being read is not a link. */
function PageLinks({ results, current }: { readonly results: ResultsShell; readonly current: ResultPage | null }): VNode {
  const { say } = results.shell;
  return (
    <nav class="in-more" aria-label={say(w.pictures)}>
      {results.pages.map((page) =>
        page === current ? <b aria-current="page">{say(NAMES[page])}</b> : <Link href={addressOf(results, page)}>{say(NAMES[page])}</Link>,
      )}
    </nav>
  );
}

export interface ResultsFrameProps {
  readonly results: ResultsShell;
  readonly current: ResultPage | null;
  readonly title: string;
  readonly lead?: Content;
  /** Before everything else: the head of a printed page. */
  readonly before?: Content;
  readonly children?: Content;
}

/** A page of results. */
export function ResultsFrame({ results, current, title, lead, before, children }: ResultsFrameProps): VNode {
  const { shell, round } = results;
  const { say } = shell;
  const trail = [{ text: say(w.needsHead), href: paths.needs }, { text: round.title, href: paths.round(round.id) }, { text: title }];
  return (
    <Frame shell={shell} current={paths.needs} title={title} lead={lead} breadcrumbs={trail} before={before}>
      <PageLinks results={results} current={current} />
      {children}
    </Frame>
  );
}

/** The picture’s figures as files, with the choices of the page. */
export function PictureFiles({
  results,
  file,
  choices,
  children,
}: {
  readonly results: ResultsShell;
  readonly file: string;
  readonly choices: Choices;
  readonly children?: Content;
}): VNode {
  const { shell, round } = results;
  const href = (format: string): string =>
    withChoices(resultPaths.file(round.id, `${file}.${format}`), { ...choices, lang: shell.language });
  return (
    <Downloads
      say={shell.say}
      files={[
        { href: href("csv"), format: "CSV" },
        { href: href("xlsx"), format: "XLSX" },
      ]}
    >
      {children}
    </Downloads>
  );
}

/** Instead of all pictures, until the round is shared. */
export function NotSharedView({ results }: { readonly results: ResultsShell }): VNode {
  const { say } = results.shell;
  return (
    <ResultsFrame results={{ ...results, pages: [] }} current={null} title={say(w.title)}>
      <EmptyState action={{ href: paths.rounds, text: say(w.notSharedAction) }}>{say(w.notShared)}</EmptyState>
    </ResultsFrame>
  );
}
