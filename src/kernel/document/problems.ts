/** Why a document, its words or a decision on it are refused. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("document", {
  noVersion: {
    status: 404,
    text: { en: "There is no such version here.", fr: "Cette version n’existe pas ici.", rw: "≈Iyi verisiyo ntiboneka hano." },
  },
  notNow: {
    status: 409,
    text: {
      en: "This version has moved on since you opened it. Look at it again.",
      fr: "Cette version a changé d’état depuis que vous l’avez ouverte. Relisez-la.",
      rw: "≈Iyi verisiyo yahindutse kuva uyifunguye. Ongera uyirebe.",
    },
  },
  inApproval: {
    status: 409,
    text: {
      en: "A version is before the organs. Take it back first; what they read must not change under their eyes.",
      fr: "Une version est devant les organes. Reprenez-la d’abord\u202f: ce qu’ils lisent ne doit pas changer sous leurs yeux.",
      rw: "≈Hari verisiyo iri mu nzego zifata ibyemezo. Banza uyisubize; ibyo basoma ntibigomba guhinduka.",
    },
  },
  changed: {
    status: 409,
    text: {
      en: "The content is not what was handed in: its hash differs. Nothing was put in force.",
      fr: "Le contenu n’est pas celui qui a été remis\u202f: son empreinte diffère. Rien n’a été mis en vigueur.",
      rw: "≈Ibirimo si byo byatanzwe: ikimenyetso cyabyo cyahindutse. Nta cyatangiye gukurikizwa.",
    },
  },
  approvedWording: {
    status: 409,
    text: {
      en: "This wording is approved. Write a new version to change it.",
      fr: "Cette version linguistique est approuvée. Rédigez une nouvelle version pour la modifier.",
      rw: "≈Iyi nyandiko muri uru rurimi yaremejwe. Andika verisiyo nshya kugira ngo uyihindure.",
    },
  },
  noWording: {
    status: 404,
    text: {
      en: "There are no words in this language yet.",
      fr: "Il n’y a pas encore de texte dans cette langue.",
      rw: "≈Nta nyandiko iraboneka muri uru rurimi.",
    },
  },
  noOrgan: {
    status: 422,
    text: {
      en: "Choose an organ of the association.",
      fr: "Choisissez un organe de l’association.",
      rw: "≈Hitamo urwego rw’ihuriro.",
    },
  },
  noNumber: {
    status: 422,
    text: {
      en: "Write the number of the decision as the minutes give it.",
      fr: "Écrivez le numéro de la décision tel que le donne le procès-verbal.",
      rw: "≈Andika nimero y’icyemezo nk’uko iri mu nyandikomvugo.",
    },
  },
  future: {
    status: 422,
    text: {
      en: "A decision is recorded on the day it was taken or later.",
      fr: "Une décision se consigne le jour où elle est prise ou plus tard.",
      rw: "≈Icyemezo cyandikwa ku munsi cyafatiwe cyangwa nyuma yawo.",
    },
  },
  noReasons: {
    status: 422,
    text: {
      en: "Write why it is returned, so that the drafters know what to change.",
      fr: "Écrivez pourquoi c’est renvoyé, afin que les rédacteurs sachent quoi changer.",
      rw: "≈Andika impamvu bisubijwe, kugira ngo ababiteguye bamenye ibyo bahindura.",
    },
  },
});
