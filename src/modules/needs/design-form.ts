/** Reads one page of a round’s design from its form; what cannot be taken is noted with what to do. */
import type { Day } from "#kernel/calendar/day.ts";
import { codesOf } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { formatDate } from "#platform/ui/format.ts";
import type { DesignPatch } from "./actions-round.ts";
import { codeIn, codesIn, dayIn, decimalFrom, note, textIn, wholeIn, type Reader } from "#kernel/access/fields.ts";
import type { DesignPart, Round } from "./schema.ts";
import { w as fieldWords } from "#kernel/access/words-fields.ts";
import { w } from "./words-fields.ts";

/** What may be chosen besides the pack’s codes. */
export interface DesignChoices {
  readonly years: readonly string[];
  readonly organisations: readonly string[];
  readonly versions: readonly string[];
  readonly rounds: readonly string[];
  readonly domains: readonly string[];
  readonly today: Day;
}

const codes = (pack: Pack, list: string): string[] => codesOf(pack, list).map((code) => code.code);

function readPeople(reader: Reader, pack: Pack, choices: DesignChoices): DesignPatch {
  const groups = codesIn(
    reader,
    "groups",
    pack.groups.map((group) => group.code),
  );
  if (groups.length === 0) note(reader, "groups", w.chooseGroups);
  const all = reader.form.text("take") !== "some";
  const organisations = all ? [] : codesIn(reader, "organisations", choices.organisations);
  if (!all && organisations.length === 0) note(reader, "take", w.chooseOrganisations);
  return { groups, organisations };
}

function readMethods(reader: Reader, pack: Pack, choices: DesignChoices): DesignPatch {
  const methods = codesIn(reader, "methods", codes(pack, "assessment_method"));
  if (methods.length === 0) note(reader, "methods", w.chooseMethods);
  const version = reader.form.text("version");
  const known = choices.versions.includes(version);
  if (methods.includes("self_assessment") && !known) note(reader, "version", w.chooseVersion);
  return { methods, version: known ? version : null };
}

function readDates(reader: Reader, choices: DesignChoices): DesignPatch {
  const opens = dayIn(reader, "opens", w.sayOpens);
  const closes = dayIn(reader, "closes", w.sayCloses);
  if (opens !== null && closes !== null && closes < opens)
    note(reader, "closes-day", w.closesFirst, { opens: formatDate(opens), closes: formatDate(closes) });
  else if (closes !== null && closes < choices.today) note(reader, "closes-day", w.closedAlready);
  return { opens, closes };
}

function readLevels(reader: Reader, choices: DesignChoices): DesignPatch {
  const needGap = decimalFrom(reader.form.text("needGap"));
  if (needGap === null || needGap < 0.1 || needGap > 4) note(reader, "needGap", w.chooseLine);
  const weight = (name: string): number => wholeIn(reader, name, { low: 0, high: 5 }, fieldWords.noNumber) ?? 0;
  const desired: Record<string, number> = {};
  for (const domain of choices.domains) {
    const level = Number(reader.form.text(`desired-${domain}`));
    if (level >= 1 && level <= 5 && Number.isInteger(level)) desired[domain] = level;
  }
  return {
    needGap: needGap ?? 1,
    weights: { gap: weight("gap"), importance: weight("importance"), reach: weight("reach"), cost: weight("cost") },
    desired,
  };
}

/** The changes that one page makes. Use them only when the reader noted nothing. */
export function readPart(reader: Reader, part: DesignPart, pack: Pack, choices: DesignChoices): DesignPatch {
  switch (part) {
    case "title":
      return {
        title: textIn(reader, "title", w.sayTitle, 200),
        fiscalYearStart: codeIn(reader, "year", choices.years, w.chooseOne),
        kind: codeIn(reader, "kind", codes(pack, "assessment_cycle"), w.chooseKind),
      };
    case "why":
      return {
        purpose: textIn(reader, "purpose", w.sayWhy),
        whom: textIn(reader, "whom", w.sayWhom),
        what: textIn(reader, "what", w.sayWhat),
      };
    case "scope": {
      const previous = reader.form.text("previous");
      return {
        scope: codeIn(reader, "scope", codes(pack, "assessment_scope"), w.chooseScope) as Round["scope"],
        previous: choices.rounds.includes(previous) ? previous : null,
      };
    }
    case "people":
      return readPeople(reader, pack, choices);
    case "methods":
      return readMethods(reader, pack, choices);
    case "dates":
      return readDates(reader, choices);
    case "levels":
      return readLevels(reader, choices);
    case "sharing":
      return { shareConsent: codeIn(reader, "consent", codes(pack, "consent"), w.chooseConsent) };
  }
}
