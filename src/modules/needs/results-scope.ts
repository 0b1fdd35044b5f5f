/** Who looks at a round’s results and how far: the association by name, a member at itself, everyone else at totals once they are shared. */
import type { Actor } from "#kernel/access/actor.ts";
import type { Asked } from "#kernel/access/route.ts";
import { defineVerbs, reachOf } from "#kernel/access/verb.ts";
import { codeOf, codesOf, hasCode, numberOn } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p } from "./problems.ts";
import { ownResultsVisible, verbs } from "./rules.ts";
import { roundsAndParticipants, sumsOf, type Participant, type ResultRound } from "./results-queries.ts";
import { tallyOf, type Tally, type TallyQuestion } from "./results-tally.ts";
import { w } from "./words-results.ts";

/** The permission behind every page of results. */
export const resultVerbs = defineVerbs("needs", {
  results: { title: w.verb, roles: { ...verbs.read.roles, respondent: "own" } },
});

/** How somebody may look: at everyone by name, at the own organisation and totals, or at totals alone. */
export type Audience = "association" | "member" | "everyone";

/** A request for a page of results. */
export type Request = Asked<any, Actor>;

/** A round as one reader may see it. */
export interface Scope {
  readonly audience: Audience;
  readonly round: ResultRound;
  /** Rounds that this reader may open, the latest first. */
  readonly rounds: readonly ResultRound[];
  /** False until the round is shared, for everybody but the association: no figure may be shown. */
  readonly open: boolean;
  readonly participants: readonly Participant[];
  /** Organisations whose figures this reader may see by name. */
  readonly named: ReadonlySet<string>;
  /** Organisations whose answers are in the totals that this reader sees. */
  readonly counted: ReadonlySet<string>;
  /** Fewest respondents that are shown. */
  readonly floor: number;
}

/** Who reads, and when: what a scope is decided from. */
export type Reader = Pick<Request, "db" | "pack" | "today" | "language" | "actor">;

/** How the actor may look at results. */
function audienceOf(actor: Actor): Audience {
  const reach = reachOf(actor, verbs.read);
  return reach === null ? "everyone" : reach === "all" ? "association" : "member";
}

/** How much an organisation agreed to, from 0 (only itself) upward: the pack says. An unknown answer counts as none. */
function consentOf(pack: Pack, consent: string): number {
  return hasCode(pack, "consent", consent) ? Number(codeOf(pack, "consent", consent).flags["value"] ?? 0) : 0;
}

/** What a consent must reach for the association to see an organisation, and for its answers to count in totals that others see. */
const SEEN = 1;
const IN_TOTALS = 2;

/** Consents under which answers count in totals that everyone sees. */
export function consentsInTotals(pack: Pack): string[] {
  return codesOf(pack, "consent")
    .filter((code) => consentOf(pack, code.code) >= IN_TOTALS)
    .map((code) => code.code);
}

/** Which of the participants a reader sees by name, and which are in her totals. Pure. */
export function viewOf(
  pack: Pack,
  audience: Audience,
  participants: readonly Participant[],
): { readonly named: ReadonlySet<string>; readonly counted: ReadonlySet<string> } {
  const least = audience === "association" ? SEEN : IN_TOTALS;
  const ids = (keep: (one: Participant) => boolean): ReadonlySet<string> => new Set(participants.filter(keep).map((one) => one.id));
  const counted = ids((one) => consentOf(pack, one.consent) >= least);
  if (audience === "association") return { named: counted, counted };
  return { named: audience === "member" ? ids((one) => one.own) : new Set(), counted };
}

/** Fewest respondents that are shown, by the rule in force. */
export function floorOn(pack: Pack, today: string): number {
  return numberOn(pack, "needs_round", "minimum_respondents", today);
}

/** The round of an address as the reader may see it. Throws when there is none. One query. */
export async function scopeOf(r: Reader, id: string): Promise<Scope> {
  const audience = audienceOf(r.actor);
  const root = audience === "member" ? r.actor.organisation : null;
  const { rounds: begun, participants } = await roundsAndParticipants(r.db, id, { today: r.today, language: r.language, root });
  const round = begun.find((one) => one.id === id);
  if (round === undefined) throw new Problem(p.noRound);
  const visible = (one: ResultRound): boolean => audience === "association" || ownResultsVisible(one.state);
  const rounds = begun
    .filter(visible)
    .sort((a, b) => (a.fiscalYearStart < b.fiscalYearStart ? 1 : a.fiscalYearStart > b.fiscalYearStart ? -1 : 0));
  const base = { audience, round, rounds, floor: floorOn(r.pack, r.today) };
  if (!visible(round)) return { ...base, open: false, participants: [], named: new Set(), counted: new Set() };
  return { ...base, open: true, participants, ...viewOf(r.pack, audience, participants) };
}

/** An organisation that the reader may see by name. Throws “not found” for any other, whether it takes part or not. */
export function namedOrganisation(scope: Scope, id: string | null | undefined): Participant {
  const found = scope.participants.find((one) => one.id === id);
  if (found === undefined || !scope.named.has(found.id)) throw new Problem(p.noOrganisation);
  return found;
}

/** The one organisation of its own that a member looks at first; null for everyone else. */
export function homeOf(scope: Scope, actor: Actor): Participant | null {
  if (scope.audience !== "member") return null;
  const own = scope.participants.filter((one) => scope.named.has(one.id));
  return own.find((one) => one.id === actor.organisation) ?? own[0] ?? null;
}

/** All figures of a scope, from one source of evidence or all (null). One query, over sums only. */
export async function tallyFor(r: Reader, scope: Scope, source: string | null, split?: TallyQuestion["split"]): Promise<Tally> {
  const rows = await sumsOf(r.db, {
    round: scope.round.id,
    counted: [...scope.counted],
    named: [...scope.named],
    source,
    causes: codesOf(r.pack, "gap_cause").map((code) => code.code),
  });
  return tallyOf({
    rows,
    counted: scope.counted,
    floor: scope.floor,
    aboutPeople: source === null || source === "self",
    order: codesOf(r.pack, "capacity_domain").map((code) => code.code),
    split,
  });
}
