/** What stands behind one figure, decided without a database: which people it is about, its parts, and texts without names. */
import type { Scope } from "./results-scope.ts";
import type { Where } from "./results-hide.ts";
import type { Shown, Tally } from "./results-tally.ts";

/** Which figure an address asks for. */
export interface EvidenceChoice {
  readonly domain: string;
  readonly organisation: string | null;
  readonly post: string | null;
  readonly group: string | null;
}

/** The choice of an address. An organisation goes before a kind of district. */
export function evidenceFrom(query: URLSearchParams): EvidenceChoice {
  const read = (name: string): string | null => query.get(name) || null;
  const organisation = read("organisation");
  return { domain: query.get("domain") ?? "", organisation, post: read("post"), group: organisation === null ? read("group") : null };
}

/** The people that a choice is about. */
export function whereOf({ organisation, post, group }: EvidenceChoice): Where {
  if (organisation !== null) return post === null ? { of: "organisation", organisation } : { of: "own", organisation, post };
  if (group !== null) return post === null ? { of: "group", group } : { of: "postGroup", post, group };
  return post === null ? { of: "all" } : { of: "post", post };
}

/** The organisations whose answers make up the figure. */
export function organisationsIn(scope: Scope, { organisation, group }: EvidenceChoice): string[] {
  if (organisation !== null) return [organisation];
  return scope.participants.filter((one) => scope.counted.has(one.id) && (group === null || one.group === group)).map((one) => one.id);
}

/** One part of a figure, still to be named. */
export interface Part {
  readonly post: string | null;
  readonly group: string | null;
  readonly shown: Shown;
}

/** The parts of a figure: an organisation falls into its posts, everything else into kinds of district. Parts nobody answered in are left out. */
export function partsOf(tally: Tally, choice: EvidenceChoice): Part[] {
  const { domain, organisation, post, group } = choice;
  if (group !== null || (organisation !== null && post !== null)) return [];
  const parts =
    organisation === null
      ? tally.groups.map((kind): Part => ({ post: null, group: kind, shown: tally.at(domain, whereOf({ ...choice, group: kind })) }))
      : tally.posts.map((type): Part => ({ post: type, group: null, shown: tally.at(domain, whereOf({ ...choice, post: type })) }));
  return parts.filter((part) => part.shown.kind !== "absent");
}

/** Letters and marks that belong to a word; names with hyphens are several words. */
const WORD = /\p{L}[\p{L}\p{M}’']*/gu;

function plain(word: string): string {
  return word.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/**
 * A text without the names of people: every word that is part of one of `names` becomes `instead`, whatever its case and
 * accents; words shorter than three letters stay, and neighbours fall together. It errs on the side of taking out too much.
 */
export function withoutNames(text: string, names: readonly string[], instead: string): string {
  const parts = new Set(names.flatMap((name) => [...name.matchAll(WORD)].map(([word]) => plain(word))).filter((word) => word.length >= 3));
  const cleared = text.replaceAll(WORD, (word) => (parts.has(plain(word)) ? "\ue000" : word));
  return cleared.replaceAll(/\ue000(?:[\s-]*\ue000)*/g, instead);
}
