/** What happened to attendance lists, what is owed about them, and what they hold about people. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  storyNoted: { en: "{post} noted presence", fr: "{post} a noté des présences", rw: "≈{post} yanditse abitabiriye" },
  storyPinRefused: { en: "A number for the room was refused", fr: "Un nombre de salle a été refusé", rw: "≈Umubare wo mu cyumba wanzwe" },
  storyClosed: {
    en: "{post} closed the attendance list",
    fr: "{post} a clôturé la liste de présence",
    rw: "≈{post} yafunze urutonde rw’abitabiriye",
  },
  storyReopened: {
    en: "{post} opened the attendance list again",
    fr: "{post} a rouvert la liste de présence",
    rw: "≈{post} yongeye gufungura urutonde rw’abitabiriye",
  },
  storyRate: {
    en: "{post} entered the rate of the per-diem",
    fr: "{post} a saisi le taux du per diem",
    rw: "≈{post} yanditse amafaranga y’ubutumwa",
  },
  storyPaper: {
    en: "{post} typed in a paper list",
    fr: "{post} a saisi une liste papier",
    rw: "≈{post} yanditse urutonde rwo ku rupapuro",
  },
  storyLogRead: {
    en: "{post} brought a call’s attendance file",
    fr: "{post} a apporté le fichier de présence d’un appel",
    rw: "≈{post} yazanye dosiye y’abitabiriye inama",
  },
  storyLogTaken: {
    en: "{post} took a call’s minutes over",
    fr: "{post} a repris les minutes d’un appel",
    rw: "≈{post} yinjije iminota y’inama",
  },
  storyLogMatched: {
    en: "{post} matched lines of a call’s file to names",
    fr: "{post} a rattaché des lignes d’un appel à des noms",
    rw: "≈{post} yahuje imirongo ya dosiye n’amazina",
  },
  storyLogDropped: {
    en: "{post} dropped a call’s attendance file",
    fr: "{post} a abandonné le fichier d’un appel",
    rw: "≈{post} yaretse dosiye y’inama",
  },
  storyAsked: {
    en: "{post} asked by text message who is in the room",
    fr: "{post} a demandé par SMS qui est dans la salle",
    rw: "≈{post} yabajije mu butumwa bugufi abari mu cyumba",
  },
  dutyClose: {
    en: "Close the attendance list: {title}",
    fr: "Clôturer la liste de présence\u202f: {title}",
    rw: "≈Funga urutonde rw’abitabiriye: {title}",
  },
  dutyWhy: {
    en: "{count, plural, =0 {Every name is decided.} one {One name needs a decision.} other {# names need a decision.}} Certificates and per-diems wait for the list.",
    fr: "{count, plural, =0 {Chaque nom est décidé.} one {Un nom est à décider.} other {# noms sont à décider.}} Certificats et per diem attendent la liste.",
    rw: "≈Amazina akeneye kwemezwa: {count}. Impamyabushobozi n’amafaranga y’ubutumwa bitegereje urutonde.",
  },
  dutyAction: { en: "Decide and close", fr: "Décider et clôturer", rw: "≈Emeza ufunge" },
  presence: { en: "Presence at meetings", fr: "Présence aux rencontres", rw: "≈Kwitabira inama" },
  participant: { en: "Meetings invited to", fr: "Rencontres avec invitation", rw: "≈Inama watumiwemo" },
  logRows: {
    en: "Lines of calls’ attendance files",
    fr: "Lignes des fichiers de présence d’appels",
    rw: "≈Imirongo ya dosiye z’abitabiriye",
  },
  attempts: { en: "Wrong numbers for the room", fr: "Nombres de salle erronés", rw: "≈Imibare yo mu cyumba itari yo" },
});
