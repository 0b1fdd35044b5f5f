/** What happened to a plan, as sentences. */
import type { Text } from "#platform/i18n/text.ts";
import { w as wording } from "./words-wording.ts";

export const stories: Readonly<Record<string, Text>> = {
  "plans.plan.made": { en: "{post} started {what}.", fr: "{post} a commencé {what}.", rw: "≈{post} yatangije {what}." },
  "plans.plan.changed": { en: "{post} changed {what}.", fr: "{post} a modifié {what}.", rw: "≈{post} yahinduye {what}." },
  "plans.bundle.made": {
    en: "{post} put needs together for {what}.",
    fr: "{post} a rassemblé des besoins pour {what}.",
    rw: "≈{post} yahuje ibikenewe bya {what}.",
  },
  "plans.bundle.left_out": {
    en: "{post} said why needs stay out of {what}.",
    fr: "{post} a dit pourquoi des besoins restent hors de {what}.",
    rw: "≈{post} yavuze impamvu ibikenewe bitajya muri {what}.",
  },
  "plans.option.added": {
    en: "{post} described a way to answer needs in {what}.",
    fr: "{post} a décrit un moyen de répondre à des besoins dans {what}.",
    rw: "≈{post} yavuze uburyo bwo gusubiza ibikenewe muri {what}.",
  },
  "plans.line.written": { en: "{post} wrote {what}.", fr: "{post} a rédigé {what}.", rw: "≈{post} yanditse {what}." },
  "plans.lines.written": {
    en: "{post} wrote the lines of {what}.",
    fr: "{post} a rédigé les lignes de {what}.",
    rw: "≈{post} yanditse ibikorwa bya {what}.",
  },
  "plans.line.removed": {
    en: "{post} took a line out of {what}.",
    fr: "{post} a retiré une ligne de {what}.",
    rw: "≈{post} yakuye igikorwa muri {what}.",
  },
  "plans.line.done": {
    en: "{post} said that {what} is done.",
    fr: "{post} a déclaré {what} réalisé.",
    rw: "≈{post} yavuze ko {what} byakozwe.",
  },
  "plans.plan.options": {
    en: "{post} went on to compare options for {what}.",
    fr: "{post} est passé à la comparaison des options pour {what}.",
    rw: "≈{post} yatangiye kugereranya amahitamo ya {what}.",
  },
  "plans.plan.draft": {
    en: "{post} went on to the draft of {what}.",
    fr: "{post} est passé au projet de {what}.",
    rw: "≈{post} yatangiye umushinga wa {what}.",
  },
  "plans.plan.opened": {
    en: "{post} opened {what} for comments.",
    fr: "{post} a ouvert {what} aux avis.",
    rw: "≈{post} yafunguye ibitekerezo kuri {what}.",
  },
  "plans.plan.taken_back": {
    en: "{post} took {what} back to the draft.",
    fr: "{post} a repris le projet de {what}.",
    rw: "≈{post} yasubije {what} ku mushinga.",
  },
  "plans.plan.secretariat": {
    en: "{post} recorded the commissions’ comments on {what}.",
    fr: "{post} a consigné l’avis des commissions sur {what}.",
    rw: "≈{post} yanditse ibitekerezo bya komisiyo kuri {what}.",
  },
  "plans.plan.executive": {
    en: "{post} approved {what} for the Executive Committee.",
    fr: "{post} a approuvé {what} pour le Comité exécutif.",
    rw: "≈{post} yemeje ko {what} ijya muri Komite Nyobozi.",
  },
  "plans.plan.assembly": {
    en: "{post} recorded the Executive Committee’s decision on {what}.",
    fr: "{post} a consigné la décision du Comité exécutif sur {what}.",
    rw: "≈{post} yanditse icyemezo cya Komite Nyobozi kuri {what}.",
  },
  "plans.plan.adopted": {
    en: "{post} recorded that the General Assembly adopted {what}.",
    fr: "{post} a consigné l’adoption de {what} par l’Assemblée générale.",
    rw: "≈{post} yanditse ko Inteko Rusange yemeje {what}.",
  },
  "plans.plan.returned": {
    en: "{post} recorded that {what} was returned.",
    fr: "{post} a consigné le renvoi de {what}.",
    rw: "≈{post} yanditse ko {what} yasubijwe.",
  },
  "plans.plan.running": { en: "{post} started {what}.", fr: "{post} a démarré {what}.", rw: "≈{post} yatangije ikurikizwa rya {what}." },
  "plans.plan.revision": {
    en: "{post} began a revision of {what}.",
    fr: "{post} a commencé une révision de {what}.",
    rw: "≈{post} yatangiye kuvugurura {what}.",
  },
  "plans.plan.revised": {
    en: "{post} recorded the decision on the revision of {what}.",
    fr: "{post} a consigné la décision sur la révision de {what}.",
    rw: "≈{post} yanditse icyemezo ku ivugururwa rya {what}.",
  },
  "plans.plan.closed": { en: "{post} closed {what}.", fr: "{post} a clos {what}.", rw: "≈{post} yasoje {what}." },
  "plans.change.written": {
    en: "{post} wrote a change of {what}.",
    fr: "{post} a rédigé un changement de {what}.",
    rw: "≈{post} yanditse ihinduka rya {what}.",
  },
  "plans.change.removed": {
    en: "{post} took a change of {what} out.",
    fr: "{post} a retiré un changement de {what}.",
    rw: "≈{post} yakuyeho ihinduka rya {what}.",
  },
  "plans.revision.submitted": {
    en: "{post} handed the revision of {what} in.",
    fr: "{post} a remis la révision de {what}.",
    rw: "≈{post} yatanze ivugururwa rya {what}.",
  },
  "plans.revision.returned": {
    en: "{post} recorded that the revision of {what} was returned.",
    fr: "{post} a consigné le renvoi de la révision de {what}.",
    rw: "≈{post} yanditse ko ivugururwa rya {what} ryasubijwe.",
  },
  "plans.revision.abandoned": {
    en: "{post} gave the revision of {what} up.",
    fr: "{post} a abandonné la révision de {what}.",
    rw: "≈{post} yaretse ivugururwa rya {what}.",
  },
  "plans.comment.made": {
    en: "{post} commented on {what}.",
    fr: "{post} a donné un avis sur {what}.",
    rw: "≈{post} yatanze igitekerezo kuri {what}.",
  },
  "plans.comment.answered": {
    en: "{post} answered a comment on {what}.",
    fr: "{post} a répondu à un avis sur {what}.",
    rw: "≈{post} yasubije igitekerezo kuri {what}.",
  },
  "plans.wording.written": wording.storyWritten,
  "plans.wording.reviewed": wording.storyReviewed,
  "plans.wording.approved": wording.storyApproved,
  "plans.money.commitment": {
    en: "{post} entered a commitment on {what}.",
    fr: "{post} a saisi un engagement sur {what}.",
    rw: "≈{post} yanditse amafaranga yemejwe kuri {what}.",
  },
  "plans.money.payment": {
    en: "{post} entered a payment on {what}.",
    fr: "{post} a saisi un paiement sur {what}.",
    rw: "≈{post} yanditse ubwishyu kuri {what}.",
  },
  "plans.money.receipt": {
    en: "{post} entered a receipt on {what}.",
    fr: "{post} a saisi une réception sur {what}.",
    rw: "≈{post} yanditse amafaranga yakiriwe kuri {what}.",
  },
  "plans.money.entered": {
    en: "{post} entered the money of {what}.",
    fr: "{post} a saisi les montants de {what}.",
    rw: "≈{post} yanditse amafaranga ya {what}.",
  },
};
