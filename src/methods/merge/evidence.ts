/** What speaks for and against two records being one person, in bits, each with a code that says why. */
import { pairTokens } from "./names.ts";

/** A person as a list has them. Phones are in one normal form; whatever is missing speaks neither for nor against. */
export interface PersonRecord {
  readonly id: string;
  /** Which list it stands on. */
  readonly list: string;
  readonly name: string;
  readonly phones?: readonly string[];
  readonly entity?: string;
  readonly post?: string;
  readonly birthYear?: number;
  readonly sex?: string;
}

/** What a reason is about. */
export type ReasonCode =
  | "name-same"
  | "name-similar"
  | "name-initial"
  | "name-extra"
  | "name-differs"
  | "phone-same"
  | "phone-differs"
  | "entity-same"
  | "entity-differs"
  | "post-same"
  | "post-differs"
  | "birth-year-same"
  | "birth-year-near"
  | "birth-year-differs"
  | "sex-same"
  | "sex-differs";

/** One thing that speaks for (positive bits) or against (negative bits) a match, and the words or values it is about. */
export interface Reason {
  readonly code: ReasonCode;
  readonly bits: number;
  readonly about: string;
}

/** Bits for each fact. Agreement on something shared by few weighs log2 of how few, up to the ceiling given here. */
export interface EvidenceWeights {
  readonly nameCeiling: number;
  /** A similar word counts this share of the same word. */
  readonly similarShare: number;
  readonly initial: number;
  readonly extraName: number;
  readonly otherName: number;
  readonly phoneCeiling: number;
  readonly otherPhone: number;
  readonly entityCeiling: number;
  readonly otherEntity: number;
  readonly postCeiling: number;
  readonly otherPost: number;
  readonly sameBirthYear: number;
  readonly nearBirthYear: number;
  readonly otherBirthYear: number;
  readonly sameSex: number;
  readonly otherSex: number;
}

/** A starting point; an operator who has decided some hundred pairs by hand can set their own. */
export const usualWeights: EvidenceWeights = {
  nameCeiling: 8,
  similarShare: 0.6,
  initial: 1.5,
  extraName: -0.5,
  otherName: -5,
  phoneCeiling: 10,
  otherPhone: -1,
  entityCeiling: 4,
  otherEntity: -1.5,
  postCeiling: 3,
  otherPost: -0.5,
  sameBirthYear: 4,
  nearBirthYear: 0,
  otherBirthYear: -6,
  sameSex: 0.5,
  otherSex: -5,
};

/** A record made ready: the words of its name. */
export interface Prepared {
  readonly record: PersonRecord;
  readonly tokens: readonly string[];
}

/** How many records hold each word, phone, entity and post, out of how many. */
export interface Frequencies {
  readonly records: number;
  readonly count: ReadonlyMap<string, number>;
}

/** What a record says, as keys to count: each once per record. */
export function factsOf({ record, tokens }: Prepared): string[] {
  const { phones = [], entity, post } = record;
  const facts = [...tokens.map((token) => `name ${token}`), ...phones.map((phone) => `phone ${phone}`)];
  if (entity) facts.push(`entity ${entity}`);
  if (post) facts.push(`post ${post}`);
  return [...new Set(facts)];
}

/** How many of the records hold each fact. */
export function frequenciesOf(all: readonly Prepared[]): Frequencies {
  const count = new Map<string, number>();
  for (const prepared of all) {
    for (const fact of factsOf(prepared)) count.set(fact, (count.get(fact) ?? 0) + 1);
  }
  return { records: all.length, count };
}

/** log2 of how many times rarer the fact is than "everybody has it", from 0 to the ceiling. A fact on two records of two is not thereby common. */
function rarity({ records, count }: Frequencies, fact: string, ceiling: number): number {
  const shared = count.get(fact) ?? 1;
  // Two records agree on it at least; small lists are read as if they came from a large one.
  return Math.min(ceiling, Math.log2(Math.max(records, 1024) / shared));
}

interface Weighing {
  readonly frequencies: Frequencies;
  readonly weights: EvidenceWeights;
}

function nameReasons(a: Prepared, b: Prepared, { frequencies, weights }: Weighing): Reason[] {
  const { pairs, onlyA, onlyB } = pairTokens(a.tokens, b.tokens);
  const reasons = pairs.map(({ a: one, b: other, likeness }): Reason => {
    const about = one === other ? one : [one, other].sort().join(" ~ ");
    if (likeness === "initial") return { code: "name-initial", bits: weights.initial, about };
    const bits = Math.min(
      rarity(frequencies, `name ${one}`, weights.nameCeiling),
      rarity(frequencies, `name ${other}`, weights.nameCeiling),
    );
    if (likeness === "same") return { code: "name-same", bits, about };
    return { code: "name-similar", bits: bits * weights.similarShare, about };
  });
  const differing = Math.min(onlyA.length, onlyB.length);
  const extra = Math.max(onlyA.length, onlyB.length) - differing;
  const about = [...onlyA, ...onlyB].sort().join(" ");
  if (differing > 0) reasons.push({ code: "name-differs", bits: differing * weights.otherName, about });
  if (extra > 0) reasons.push({ code: "name-extra", bits: extra * weights.extraName, about });
  return reasons;
}

function phoneReasons(a: Prepared, b: Prepared, { frequencies, weights }: Weighing): Reason[] {
  const [first, second] = [a.record.phones ?? [], b.record.phones ?? []];
  if (first.length === 0 || second.length === 0) return [];
  const shared = first.filter((phone) => second.includes(phone)).sort();
  if (shared.length === 0) return [{ code: "phone-differs", bits: weights.otherPhone, about: "" }];
  // A number that a whole office shares is on many records, and weighs accordingly little.
  const rarest = shared.map((phone) => ({
    phone,
    bits: rarity(frequencies, `phone ${phone}`, weights.phoneCeiling),
  }));
  const best = rarest.reduce((x, y) => (y.bits > x.bits ? y : x));
  return [{ code: "phone-same", bits: best.bits, about: best.phone }];
}

function placeReasons(a: Prepared, b: Prepared, { frequencies, weights }: Weighing): Reason[] {
  const compare = (field: "entity" | "post", ceiling: number, other: number): Reason[] => {
    const [first, second] = [a.record[field], b.record[field]];
    if (!first || !second) return [];
    if (first !== second) return [{ code: `${field}-differs`, bits: other, about: "" }];
    return [
      {
        code: `${field}-same`,
        bits: rarity(frequencies, `${field} ${first}`, ceiling),
        about: first,
      },
    ];
  };
  return [...compare("entity", weights.entityCeiling, weights.otherEntity), ...compare("post", weights.postCeiling, weights.otherPost)];
}

function personReasons(a: Prepared, b: Prepared, { weights }: Weighing): Reason[] {
  const reasons: Reason[] = [];
  const [born, bornToo] = [a.record.birthYear, b.record.birthYear];
  if (born !== undefined && bornToo !== undefined) {
    const apart = Math.abs(born - bornToo);
    const about = born === bornToo ? String(born) : "";
    if (apart === 0) reasons.push({ code: "birth-year-same", bits: weights.sameBirthYear, about });
    else if (apart === 1) reasons.push({ code: "birth-year-near", bits: weights.nearBirthYear, about });
    else reasons.push({ code: "birth-year-differs", bits: weights.otherBirthYear, about });
  }
  const [sex, sexToo] = [a.record.sex, b.record.sex];
  if (sex && sexToo) {
    if (sex === sexToo) reasons.push({ code: "sex-same", bits: weights.sameSex, about: sex });
    else reasons.push({ code: "sex-differs", bits: weights.otherSex, about: "" });
  }
  return reasons;
}

/** Everything that speaks for or against; the strongest first. The same whichever record is named first. */
export function weigh(a: Prepared, b: Prepared, weighing: Weighing): Reason[] {
  const reasons = [nameReasons, phoneReasons, placeReasons, personReasons].flatMap((kind) => kind(a, b, weighing));
  const rounded = reasons.map((reason) => ({
    ...reason,
    bits: Math.round(reason.bits * 100) / 100,
  }));
  return rounded.sort(
    (x, y) =>
      Math.abs(y.bits) - Math.abs(x.bits) ||
      (x.code < y.code ? -1 : x.code > y.code ? 1 : x.about < y.about ? -1 : x.about > y.about ? 1 : 0),
  );
}
