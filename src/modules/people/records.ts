/** The kinds of record of this module: titles, addresses, who may see them, search. */
import { containing } from "#platform/db/like.ts";
import { sql } from "kysely";
import type { RecordKind } from "#kernel/access/module.ts";
import { organisationsFor, reachOf, holds, type Organisations } from "#kernel/access/verb.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { sortNameOf } from "#kernel/registry/people.ts";
import type { Db } from "#platform/db/handle.ts";
import { patternOf, speak, type Language } from "#platform/i18n/text.ts";
import { handoversByIds, readableHandovers } from "./handover-queries.ts";
import { paths } from "./paths.ts";
import { peopleNamed, visiblePeople } from "./queries.ts";
import { verbs } from "./rules.ts";
import { sources } from "./sources.ts";
import { w } from "./words.ts";
import { w as h } from "./words-handover.ts";

async function reach(db: Db<any>, actor: Actor | null, verb = verbs.see, today = ""): Promise<Organisations> {
  return actor === null || reachOf(actor, verb) === null ? new Set() : organisationsFor(db, actor, verb, today);
}

const FAR = "9999-12-30";

const organisation: RecordKind = {
  title: w.recordOrganisation,
  href: (id) => paths.organisation(id),
  async titles(db, ids) {
    const { rows } = await sql<{
      id: string;
      name: string;
    }>`select id, name from registry.organisation where id = any(${[...ids]}::uuid[])`.execute(db);
    return new Map(rows.map((row) => [row.id, row.name]));
  },
  async visible(db, actor, ids, today) {
    const within = await reach(db, actor, verbs.see, today);
    return new Set(ids.filter((id) => holds(within, id)));
  },
  async search(db, actor, words, limit, today) {
    const within = await reach(db, actor, verbs.see, today);
    const like = containing(sortNameOf(words));
    const { rows } = await sql<{ id: string }>`
      select id from registry.organisation where lower(name) like ${like} and from_day <= ${today}
        ${within === "all" ? sql`` : sql`and id = any(${[...within]}::uuid[])`}
      order by length(name), name, id limit ${limit}`.execute(db);
    return rows.map((row) => row.id);
  },
};

/** What a type of post is called: record titles are asked for without a pack, so it comes from the configured sources. */
function typeTitle(code: string, language: Language): string {
  const type = sources().pack?.postTypes.find((one) => one.code === code);
  return type === undefined ? code : patternOf(type.names, language);
}

const post: RecordKind = {
  title: w.recordPost,
  href: (id) => paths.post(id),
  async titles(db, ids, language) {
    const { rows } = await sql<{ id: string; post_type: string; name: string }>`
      select p.id, p.post_type, o.name from registry.post p join registry.organisation o on o.id = p.organisation where p.id = any(${[...ids]}::uuid[])`.execute(
      db,
    );
    return new Map(rows.map((row) => [row.id, `${typeTitle(row.post_type, language)}, ${row.name}`]));
  },
  async visible(db, actor, ids, today) {
    const within = await reach(db, actor, verbs.see, today);
    const { rows } = await sql<{
      id: string;
      organisation: string;
    }>`select id, organisation from registry.post where id = any(${[...ids]}::uuid[])`.execute(db);
    return new Set(rows.filter((row) => row.id === actor?.post || holds(within, row.organisation)).map((row) => row.id));
  },
};

const person: RecordKind = {
  title: w.recordPerson,
  href: (id) => paths.person(id),
  async titles(db, ids) {
    const { rows } = await sql<{
      id: string;
      full_name: string;
    }>`select id, full_name from registry.person where id = any(${[...ids]}::uuid[])`.execute(db);
    return new Map(rows.map((row) => [row.id, row.full_name]));
  },
  visible: (db, actor, ids, today) => visiblePeople(db, actor, verbs.seePerson, ids, today),
  async search(db, actor, words, limit, today) {
    const within = await reach(db, actor, verbs.seePerson, today);
    return (await peopleNamed(db, within, words, limit, today)).map((row) => row.id);
  },
};

const handover: RecordKind = {
  title: h.handover,
  href: (id) => paths.handover(id),
  async titles(db, ids, language) {
    const say = speak(language);
    const rows = await handoversByIds(db, ids, FAR);
    return new Map(
      rows.map((row) => {
        const passing = say(h.fromTo, { outgoing: row.outgoingName, incoming: row.incomingName ?? say(h.nobody) });
        return [row.id, `${typeTitle(row.postType, language)}, ${row.organisationName}: ${passing}`];
      }),
    );
  },
  visible: readableHandovers,
};

export const records: Readonly<Record<string, RecordKind>> = { organisation, post, person, handover };
