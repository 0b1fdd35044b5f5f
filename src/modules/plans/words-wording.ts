/** Words of the page on which a plan’s title and summary stand in three languages. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  title: { en: "In three languages", fr: "En trois langues", rw: "≈Mu ndimi eshatu" },
  door: {
    en: "{approved, plural, =0 {None} one {One} other {#}} of 3 languages approved.",
    fr: "{approved, plural, =0 {Aucune langue approuvée} one {Une langue approuvée} other {# langues approuvées}} sur 3.",
    rw: "≈Indimi {approved} kuri 3 zaremejwe.",
  },
  lead: {
    en: "Readers see the title and summary in their own language once its wording is approved, else in the language of the plan. Version {number}.",
    fr: "Le titre et le résumé paraissent dans la langue du lecteur dès que leur version est approuvée, sinon dans la langue du plan. Version {number}.",
    rw: "≈Umusomyi abona umutwe n’incamake mu rurimi rwe iyo byemejwe, bitaba ibyo akabibona mu rurimi igenamigambi ryanditswemo. Verisiyo {number}.",
  },
  notYet: {
    en: "Open the plan for comments first: words belong to the version that organs read.",
    fr: "Ouvrez d’abord le plan aux avis\u202f: les textes appartiennent à la version lue par les organes.",
    rw: "≈Banza ufungure ibitekerezo: amagambo ni aya verisiyo inzego zisoma.",
  },
  original: {
    en: "The language in which the plan was written. It is approved when the General Assembly adopts the plan.",
    fr: "La langue dans laquelle le plan est rédigé. Elle est approuvée avec l’adoption du plan par l’Assemblée générale.",
    rw: "≈Ururimi igenamigambi ryanditswemo. Rwemezwa Inteko Rusange yemeje igenamigambi.",
  },
  none: { en: "No words yet", fr: "Pas encore de texte", rw: "≈Nta magambo arimo" },
  earlier: {
    en: "From version {number}; save to take it over.",
    fr: "Repris de la version {number}\u202f; enregistrez pour le conserver.",
    rw: "≈Bivuye muri verisiyo ya {number}; bika kugira ngo bigumeho.",
  },
  draft: { en: "Draft", fr: "Projet", rw: "≈Umushinga" },
  translated: { en: "Translated", fr: "Traduit", rw: "≈Byahinduwe mu rurimi" },
  reviewed: { en: "Reviewed", fr: "Relu", rw: "≈Byasubiwemo" },
  approved: { en: "Approved", fr: "Approuvé", rw: "≈Byemejwe" },
  wordTitle: { en: "Title", fr: "Titre", rw: "Umutwe" },
  summary: {
    en: "Summary: what the plan is to change",
    fr: "Résumé\u202f: ce que le plan doit changer",
    rw: "≈Incamake: icyo igenamigambi rigomba guhindura",
  },
  saySummary: { en: "Write the summary.", fr: "Écrivez le résumé.", rw: "≈Andika incamake." },
  saveDraft: { en: "Save as a draft", fr: "Enregistrer comme projet", rw: "≈Bika nk’umushinga" },
  handIn: { en: "The translation is complete", fr: "La traduction est terminée", rw: "≈Guhindura mu rurimi byarangiye" },
  write: {
    en: "Write a plan in other languages",
    fr: "Rédiger un plan dans d’autres langues",
    rw: "≈Kwandika igenamigambi mu zindi ndimi",
  },
  review: { en: "I have reviewed this wording", fr: "J’ai relu ce texte", rw: "≈Nasubiye muri aya magambo" },
  approve: { en: "Approve this wording", fr: "Approuver ce texte", rw: "≈Emeza aya magambo" },
  own: {
    en: "You wrote this wording yourself; somebody else looks at it.",
    fr: "Vous avez rédigé ce texte\u202f; une autre personne le vérifie.",
    rw: "≈Ni wowe wanditse aya magambo; undi ni we uyagenzura.",
  },
  notAdopted: {
    en: "The plan is not adopted yet. Its words are approved after that.",
    fr: "Le plan n’est pas encore adopté. Ses textes s’approuvent ensuite.",
    rw: "≈Igenamigambi ntiriremezwa. Amagambo yemezwa nyuma yaho.",
  },
  storyWritten: {
    en: "{post} wrote {what} in another language.",
    fr: "{post} a rédigé {what} dans une autre langue.",
    rw: "≈{post} yanditse {what} mu rundi rurimi.",
  },
  storyReviewed: {
    en: "{post} reviewed a translation of {what}.",
    fr: "{post} a relu une traduction de {what}.",
    rw: "≈{post} yasubiye mu ihindurandimi rya {what}.",
  },
  storyApproved: {
    en: "{post} approved a translation of {what}.",
    fr: "{post} a approuvé une traduction de {what}.",
    rw: "≈{post} yemeje ihindurandimi rya {what}.",
  },
});
