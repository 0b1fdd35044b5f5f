/** Certificates and exceptions as others link to and search them. */
import { containing } from "#platform/db/like.ts";
import { sql } from "kysely";
import type { RecordKind } from "#kernel/access/module.ts";
import { reachOf } from "#kernel/access/verb.ts";
import { speak } from "#platform/i18n/text.ts";
import { enrolmentsByIds } from "#modules/sessions";
import { readableCertificates } from "./ask.ts";
import { paths } from "./paths.ts";
import { certificatesByIds, exceptionsByIds } from "./queries.ts";
import { verbs } from "./rules.ts";
import { CERTIFICATE, EXCEPTION } from "./schema.ts";
import { w } from "./words.ts";

const certificate: RecordKind = {
  title: w.certificate,
  href: paths.certificate,
  titles: async (db, ids, language) => {
    const say = speak(language);
    const found = await certificatesByIds(db, ids);
    return new Map([...found.values()].map((one) => [one.id, `${say(w.certificate)} ${one.number}`]));
  },
  visible: async (db, actor, ids, today) => {
    const found = [...(await certificatesByIds(db, ids)).values()];
    return new Set((await readableCertificates(db, actor, found, today, (list) => enrolmentsByIds(db, list))).map((one) => one.id));
  },
  search: async (db, actor, words, limit, today) => {
    if (actor === null) return [];
    const { rows } = await sql<{ id: string }>`
      select id from certificates.certificate where number ilike ${containing(words)} or content ->> 'name' ilike ${containing(words)}
      order by issued_on desc, id limit ${limit * 4}`.execute(db);
    const ids = rows.map((row) => row.id);
    const seen = await certificate.visible(db, actor, ids, today);
    return ids.filter((id) => seen.has(id)).slice(0, limit);
  },
};

const exception: RecordKind = {
  title: w.exception,
  href: paths.exception,
  titles: async (db, ids, language) => {
    const found = await exceptionsByIds(db, ids);
    return new Map([...found.keys()].map((id) => [id, speak(language)(w.exception)]));
  },
  visible: (_db, actor, ids) =>
    Promise.resolve(new Set(reachOf(actor, verbs.grant) !== null || reachOf(actor, verbs.except) !== null ? ids : [])),
};

export const records: Readonly<Record<string, RecordKind>> = { [CERTIFICATE]: certificate, [EXCEPTION]: exception };
