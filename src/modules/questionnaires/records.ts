/** The records of questionnaires that other pages name and link to. */
import type { Actor } from "#kernel/access/actor.ts";
import type { RecordKind } from "#kernel/access/module.ts";
import { reachOf } from "#kernel/access/verb.ts";
import { speak } from "#platform/i18n/text.ts";
import { paths } from "./paths.ts";
import { searchInstruments, sittingTitles, titlesOf } from "./queries.ts";
import { verbs } from "./rules.ts";
import { w } from "./words.ts";

const mayRead = (actor: Actor | null): boolean => reachOf(actor, verbs.read) !== null;
const none: ReadonlySet<string> = new Set();

export const records: Readonly<Record<string, RecordKind>> = {
  "questionnaire.instrument": {
    title: w.recordInstrument,
    href: paths.instrument,
    titles: async (db, ids) => new Map([...(await titlesOf(db, "instrument", ids))].map(([id, { title }]) => [id, title])),
    visible: async (db, actor, ids) => (mayRead(actor) ? new Set((await titlesOf(db, "instrument", ids)).keys()) : none),
    search: (db, actor, words, limit) => (mayRead(actor) ? searchInstruments(db, words, limit) : Promise.resolve([])),
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
    visible: async (db, actor, ids) => (mayRead(actor) ? new Set((await titlesOf(db, "version", ids)).keys()) : none),
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
