/** What may be done with indicators, and what happened to them. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  read: { en: "Read indicators", fr: "Lire les indicateurs", rw: "≈Gusoma ibipimo" },
  define: { en: "Make an indicator", fr: "Créer un indicateur", rw: "≈Gushyiraho igipimo" },
  record: { en: "Enter a figure", fr: "Saisir un chiffre", rw: "≈Kwandika umubare" },
  verify: { en: "Verify", fr: "Vérifier", rw: "≈Kugenzura" },
  correct: { en: "Correct", fr: "Corriger", rw: "≈Gukosora" },
  target: { en: "Set a target", fr: "Fixer une cible", rw: "≈Gushyiraho intego" },
  link: { en: "Link a need", fr: "Relier un besoin", rw: "≈Guhuza n’igikenewe" },
  note: { en: "Note what else happened", fr: "Noter ce qui s’est passé d’autre", rw: "≈Andika ikindi cyabaye" },
  agree: { en: "Agree that figures are public", fr: "Accepter que les chiffres soient publics", rw: "≈Kwemera ko imibare itangazwa" },
  publish: { en: "Show an indicator to everyone", fr: "Montrer un indicateur à tous", rw: "≈Kwereka bose igipimo" },
  take: { en: "Import figures", fr: "Importer des chiffres", rw: "≈Kwinjiza imibare" },
});

/** What happened, as sentences. */
export const stories = defineWords({
  "measure.indicator.defined": { en: "{post} made “{what}”", fr: "{post} a créé « {what} »", rw: "≈{post} yashyizeho “{what}”" },
  "measure.owner.set": {
    en: "{post} named who owns “{what}”",
    fr: "{post} a désigné le responsable de « {what} »",
    rw: "≈{post} yagaragaje ushinzwe “{what}”",
  },
  "measure.figure.claimed": {
    en: "{post} entered a figure of “{what}”",
    fr: "{post} a saisi un chiffre de « {what} »",
    rw: "≈{post} yanditse umubare wa “{what}”",
  },
  "measure.figure.corrected": {
    en: "{post} corrected a figure of “{what}”",
    fr: "{post} a corrigé un chiffre de « {what} »",
    rw: "≈{post} yakosoye umubare wa “{what}”",
  },
  "measure.figure.verified": {
    en: "{post} verified a figure of “{what}”",
    fr: "{post} a vérifié un chiffre de « {what} »",
    rw: "≈{post} yagenzuye umubare wa “{what}”",
  },
  "measure.figures.kept": {
    en: "{post} brought earlier figures of “{what}”",
    fr: "{post} a apporté des chiffres antérieurs de « {what} »",
    rw: "≈{post} yazanye imibare ya mbere ya “{what}”",
  },
  "measure.target.set": {
    en: "{post} set a target for “{what}”",
    fr: "{post} a fixé une cible pour « {what} »",
    rw: "≈{post} yashyizeho intego ya “{what}”",
  },
  "measure.alias.named": {
    en: "{post} named “{what}” as a partner does",
    fr: "{post} a nommé « {what} » comme un partenaire",
    rw: "≈{post} yahaye “{what}” izina umufatanyabikorwa akoresha",
  },
  "measure.agreed": {
    en: "{post} agreed that its figures of “{what}” are public",
    fr: "{post} a accepté que ses chiffres de « {what} » soient publics",
    rw: "≈{post} yemeye ko imibare ya “{what}” itangazwa",
  },
  "measure.withdrawn": {
    en: "{post} no longer agrees that its figures of “{what}” are public",
    fr: "{post} n’accepte plus que ses chiffres de « {what} » soient publics",
    rw: "≈{post} ntacyemera ko imibare ya “{what}” itangazwa",
  },
  "indicators.linked": {
    en: "{post} linked a need to “{what}”",
    fr: "{post} a relié un besoin à « {what} »",
    rw: "≈{post} yahuje igikenewe na “{what}”",
  },
  "indicators.compared": {
    en: "{post} said which course “{what}” is compared by",
    fr: "{post} a dit par quel cours comparer « {what} »",
    rw: "≈{post} yavuze amahugurwa “{what}” igereranywaho",
  },
  "indicators.noted": {
    en: "{post} noted what else may have moved “{what}”",
    fr: "{post} a noté ce qui a pu faire bouger « {what} »",
    rw: "≈{post} yanditse ikindi gishobora kuba cyarahinduye “{what}”",
  },
  "indicators.shown": {
    en: "{post} showed “{what}” to everyone",
    fr: "{post} a montré « {what} » à tous",
    rw: "≈{post} yeretse bose “{what}”",
  },
  "indicators.hidden": {
    en: "{post} no longer shows “{what}” to everyone",
    fr: "{post} ne montre plus « {what} » à tous",
    rw: "≈{post} ntacyereka bose “{what}”",
  },
  "indicators.import.checked": {
    en: "{post} brought a file of figures",
    fr: "{post} a apporté un fichier de chiffres",
    rw: "≈{post} yazanye dosiye y’imibare",
  },
  "indicators.import.taken": {
    en: "{post} took the figures of a file",
    fr: "{post} a pris les chiffres d’un fichier",
    rw: "≈{post} yakiriye imibare yo muri dosiye",
  },
  "indicators.import.dropped": {
    en: "{post} put a file of figures away",
    fr: "{post} a écarté un fichier de chiffres",
    rw: "≈{post} yaretse dosiye y’imibare",
  },
});
