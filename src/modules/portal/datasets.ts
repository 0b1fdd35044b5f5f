/** Open data of the portal itself: the public offices and their holders. */
import type { Dataset } from "#kernel/access/module.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { organisationsOn } from "#kernel/registry/organisations.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import { defineWords } from "#platform/i18n/text.ts";
import { publicOffices } from "./rules.ts";

const w = defineWords({
  title: { en: "Public offices and who holds them", fr: "Fonctions publiques et leurs titulaires", rw: "≈Imyanya ya Leta n’abayirimo" },
  code: { en: "code of the body", fr: "code de l’organisme", rw: "≈kode y’urwego" },
  body: { en: "the body", fr: "l’organisme", rw: "≈urwego" },
  above: { en: "the body above it", fr: "l’organisme au-dessus", rw: "≈urwego ruyisumba" },
  post: { en: "the post, in English", fr: "le poste, en anglais", rw: "≈umwanya, mu cyongereza" },
  holder: { en: "who holds it; empty when vacant", fr: "le titulaire ; vide si vacant", rw: "≈uwurimo; ubusa iyo nta muntu" },
  acting: { en: "yes when held in an acting capacity", fr: "yes en cas d’intérim", rw: "≈yes iyo ari w’agateganyo" },
  since: { en: "since when, yyyy-mm-dd", fr: "depuis quand, aaaa-mm-jj", rw: "≈kuva ryari" },
});

export const offices: Dataset = {
  name: "offices",
  title: w.title,
  columns: [
    { name: "body_code", title: w.code },
    { name: "body", title: w.body },
    { name: "above", title: w.above },
    { name: "post", title: w.post },
    { name: "holder", title: w.holder },
    { name: "acting", title: w.acting },
    { name: "since", title: w.since },
  ],
  rows: async (db, pack, today) => {
    const posts = await postsOn(db, { postTypes: publicOffices(pack), on: today });
    const organisations = await organisationsOn(db, { ids: [...new Set(posts.map((post) => post.organisation))], on: today });
    const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
    return posts.map((post) => ({
      body_code: byId.get(post.organisation)?.code ?? null,
      body: post.organisationName,
      above: byId.get(post.organisation)?.parentName ?? null,
      post: postTypeOf(pack, post.postType).names.en,
      holder: post.personName,
      acting: post.acting ? "yes" : "no",
      since: post.since,
    }));
  },
};
