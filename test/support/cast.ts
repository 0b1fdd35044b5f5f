/** The people the tests are about. Names are invented; posts and places are real kinds of posts and places. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { addPerson } from "#kernel/registry/people.ts";
import { assign, openPost } from "#kernel/registry/holders.ts";
import { newId } from "#platform/db/ids.ts";
import { hashPassword } from "#platform/auth/password.ts";

/** Everyone in the cast by a short name: where they work, as what, and their sign-in name. */
export const CAST = {
  claudine: { name: "Claudine Mukamana", organisation: "RALGA", post: "CBM", sex: "F" },
  aimable: { name: "Aimable Nshuti", organisation: "RALGA", post: "SGE", sex: "M" },
  solange: { name: "Solange Uwera", organisation: "RALGA", post: "TRC", sex: "F" },
  gilbert: { name: "Gilbert Habimana", organisation: "RALGA", post: "SYS", sex: "M" },
  dative: { name: "Dative Ingabire", organisation: "RALGA", post: "DPO", sex: "F" },
  jeanbosco: { name: "Jean-Bosco Nkurunziza", organisation: "Huye", post: "DHR", sex: "M" },
  vestine: { name: "Vestine Mukandayisenga", organisation: "Huye", post: "DES", sex: "F" },
  innocent: { name: "Innocent Rugamba", organisation: "Huye", post: "MAY", sex: "M" },
  esperance: { name: "Espérance Nyiraneza", organisation: "Huye", post: "VMS", sex: "F" },
  pacifique: { name: "Pacifique Tuyisenge", organisation: "Huye", post: "PRO", sex: "M" },
  beata: { name: "Béata Kamikazi", organisation: "Ngoma/Huye", post: "SES", sex: "F" },
  olivier: { name: "Olivier Ndayisaba", organisation: "Musanze", post: "DHR", sex: "M" },
  chantal: { name: "Chantal Uwimana", organisation: "Musanze", post: "DES", sex: "F" },
} as const;

export type CastName = keyof typeof CAST;

/** The sign-in password of everyone in the cast. */
export const PASSWORD = "Amahugurwa-2025-Huye";

async function organisationOf(act: Act, where: string): Promise<string> {
  const [name, above] = where.split("/");
  const { rows } = await sql<{ id: string }>`
    select o.id from registry.organisation o
    left join registry.governs g on g.organisation = o.id
    left join registry.territory_version v on v.territory = g.territory
    left join registry.governs ug on ug.territory = v.parent
    left join registry.organisation up on up.id = ug.organisation
    where (o.name = ${name} or o.short_name = ${name}) and (${above ?? null}::text is null or up.name = ${above ?? null})
    order by o.code limit 1`.execute(act.tx);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error(`The pack has no organisation "${where}".`);
  return id;
}

async function postOf(act: Act, organisation: string, type: string): Promise<string> {
  const found = await act.tx
    .selectFrom("registry.post")
    .select("id")
    .where("organisation", "=", organisation)
    .where("post_type", "=", type)
    .orderBy("seat")
    .executeTakeFirst();
  return found?.id ?? openPost(act, { organisation, postType: type, from: "2006-01-01" });
}

/** Adds the cast with accounts to a freshly installed association. */
export async function addCast(act: Act): Promise<void> {
  const hash = await hashPassword(PASSWORD);
  for (const [login, person] of Object.entries(CAST)) {
    const organisation = await organisationOf(act, person.organisation);
    const post = await postOf(act, organisation, person.post);
    const id = await addPerson(act, { fullName: person.name, sex: person.sex, email: `${login}@inteko.example`, language: "en" }, "cast");
    await assign(act, { post, person: id, acting: false, from: "2024-02-03" });
    await act.tx.insertInto("access.account").values({ id: newId(), person: id, login, password_hash: hash }).execute();
  }
}
