/** The sums over all modules: what posts owe, what a record is called and where it is, what is held about a person. */
import type { VNode } from "preact";
import type { Db } from "#platform/db/handle.ts";
import type { Language, Text } from "#platform/i18n/text.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { DerivedLink } from "#kernel/trace/chain.ts";
import type { Actor } from "./actor.ts";
import type { Dataset, Duty, DutyQuestion, Module, PersonalData, RecordKind } from "./module.ts";
import type { Asked } from "./route.ts";

/** A record by its kind and id, named and placed; `href` is null when the reader may not open it. */
export interface NamedRecord {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly href: string | null;
}

/** One found record, for the search page. */
export interface Found {
  readonly kind: RecordKind;
  readonly id: string;
  readonly title: string;
  readonly href: string;
}

/** Everything that pages draw from all modules at once. */
export interface House {
  readonly records: ReadonlyMap<string, RecordKind>;
  /** Sentences by kind of journal entry. */
  readonly stories: ReadonlyMap<string, Text>;
  readonly datasets: readonly Dataset[];
  readonly personalData: readonly PersonalData[];
  /** Links of the chain that follow from records. */
  readonly derived: readonly DerivedLink[];
  /** What other modules add to a record’s page, in order. */
  panels(r: Asked<any, Actor | null>, kind: string, id: string): Promise<readonly VNode[]>;
  duties(db: Db<any>, question: DutyQuestion): Promise<readonly Duty[]>;
  /** What a person owes herself, also without a post: the handover she leaves behind. */
  ownDuties(db: Db<any>, question: { readonly person: string; readonly today: Day; readonly pack: Pack }): Promise<readonly Duty[]>;
  /** Names many records of any kinds: two queries a kind, whatever their number. Records the actor may not see keep no link and no title. */
  name(
    db: Db<any>,
    actor: Actor | null,
    places: readonly { readonly kind: string; readonly id: string }[],
    language: Language,
    today: Day,
  ): Promise<ReadonlyMap<string, NamedRecord>>;
  search(db: Db<any>, actor: Actor | null, words: string, limit: number, language: Language, today: Day): Promise<readonly Found[]>;
}

async function nameKind(
  db: Db<any>,
  actor: Actor | null,
  kind: string,
  record: RecordKind,
  ids: readonly string[],
  language: Language,
  today: Day,
): Promise<NamedRecord[]> {
  const visible = await record.visible(db, actor, ids, today);
  const titles = await record.titles(db, [...visible], language);
  return ids.flatMap((id) => {
    const title = titles.get(id);
    return title === undefined ? [] : [{ kind, id, title, href: record.href(id) }];
  });
}

/** The house over a list of modules. Throws when two modules name the same kind of record. */
export function houseOf(modules: readonly Module[]): House {
  const records = new Map<string, RecordKind>();
  for (const module of modules)
    for (const [kind, record] of Object.entries(module.records)) {
      if (records.has(kind)) throw new Error(`Two modules hold records of kind "${kind}".`);
      records.set(kind, record);
    }
  return {
    records,
    stories: new Map(modules.flatMap((module) => Object.entries(module.stories ?? {}))),
    datasets: modules.flatMap((module) => module.datasets),
    personalData: modules.flatMap((module) => module.personalData),
    derived: modules.flatMap((module) => module.derived ?? []),
    panels: async (r, kind, id) => {
      const on = modules.flatMap((module) => module.panels ?? []).filter((panel) => panel.on === kind);
      const shown = await Promise.all(on.sort((a, b) => a.position - b.position).map((panel) => panel.show(r, id)));
      return shown.filter((part) => part !== null);
    },
    duties: async (db, question) => {
      const all = await Promise.all(modules.map((module) => module.duties(db, question)));
      return all.flat().sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.key < b.key ? -1 : 1));
    },
    ownDuties: async (db, question) => (await Promise.all(modules.map((module) => module.ownDuties?.(db, question) ?? []))).flat(),
    name: async (db, actor, places, language, today) => {
      const byKind = Map.groupBy(places, (place) => place.kind);
      const named = await Promise.all(
        [...byKind].map(([kind, list]) => {
          const record = records.get(kind);
          const ids = [...new Set(list.map((place) => place.id))];
          return record === undefined ? [] : nameKind(db, actor, kind, record, ids, language, today);
        }),
      );
      return new Map(named.flat().map((record) => [record.id, record]));
    },
    search: async (db, actor, words, limit, language, today) => {
      const found = await Promise.all(
        [...records.values()].map(async (kind) => {
          const ids = (await kind.search?.(db, actor, words, limit, today)) ?? [];
          const titles = await kind.titles(db, ids, language);
          return ids.flatMap((id) => {
            const title = titles.get(id);
            return title === undefined ? [] : [{ kind, id, title, href: kind.href(id) }];
          });
        }),
      );
      return found.flat();
    },
  };
}
