/** The records of questionnaires that other pages name and link to. */
import type { Actor } from "#kernel/access/actor.ts";
import type { RecordKind } from "#kernel/access/module.ts";
import { reachOf } from "#kernel/access/verb.ts";
import type { Db } from "#platform/db/handle.ts";
import { speak } from "#platform/i18n/text.ts";
import { paths } from "./paths.ts";
import { searchInstruments, sittingTitles, titlesOf } from "./queries.ts";
import { readableInstruments, readableVersions, readingOf, type Reading } from "./reading.ts";
import { verbs } from "./rules.ts";
import { w } from "./words.ts";

/** What the actor reads; null for somebody who reads nothing of the library. */
const readingFor = (db: Db<any>, actor: Actor | null, today: string): Promise<Reading> | null =>
  actor === null || reachOf(actor, verbs.read) === null ? null : readingOf(db, actor, today);
const none: ReadonlySet<string> = new Set();

export const records: Readonly<Record<string, RecordKind>> = {
  "questionnaire.instrument": {
    title: w.recordInstrument,
    href: paths.instrument,
    titles: async (db, ids) => new Map([...(await titlesOf(db, "instrument", ids))].map(([id, { title }]) => [id, title])),
    visible: async (db, actor, ids, today) => {
      const reading = await readingFor(db, actor, today);
      return reading === null ? none : readableInstruments(db, reading, ids);
    },
    search: async (db, actor, words, limit, today) => {
      const reading = await readingFor(db, actor, today);
      return reading === null ? [] : searchInstruments(db, reading, words, limit);
    },
  },
  "questionnaire.version": {
    title: w.recordVersion,
    href: paths.version,
    titles: async (db, ids, language) => {
      const say = speak(language);
      return new Map(
        [...(await titlesOf(db, "version", ids))].map(([id, { title, number }]) => [
          id,
          `${title}, ${say(w.version, { number: number ?? 1 })}`,
        ]),
      );
    },
    visible: async (db, actor, ids, today) => {
      const reading = await readingFor(db, actor, today);
      return reading === null ? none : readableVersions(db, reading, ids);
    },
  },
  // A sitting is seen by its respondent alone.
  "questionnaire.sitting": {
    title: w.recordSitting,
    href: paths.answer,
    titles: async (db, ids) => new Map([...(await sittingTitles(db, ids))].map(([id, { title }]) => [id, title])),
    visible: async (db, actor, ids) => {
      if (actor === null) return none;
      const titles = await sittingTitles(db, ids);
      return new Set([...titles].filter(([, { person }]) => person === actor.person).map(([id]) => id));
    },
  },
};
