/** What we write to learners and supervisors about tasks at work. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  askTitle: {
    en: "What will you do at work? {session}",
    fr: "Que ferez-vous au travail ? {session}",
    rw: "≈Uzakora iki ku kazi? {session}",
  },
  askBody: {
    en: "{name}, you took part in “{session}”. Write in three minutes what you will do differently at work, by when, and who will see it:\n{link}\n\n{association}",
    fr: "{name}, vous avez participé à « {session} ». Écrivez en trois minutes ce que vous ferez autrement au travail, pour quand, et qui le verra :\n{link}\n\n{association}",
    rw: "≈{name}, witabiriye “{session}”. Andika mu minota itatu icyo uzakora ku kazi, igihe uzaba wakirangije n’uzakibona:\n{link}\n\n{association}",
  },
  askSms: {
    en: "{association}: after {session}, what will you do at work? Write it here: {link}",
    fr: "{association} : après {session}, que ferez-vous au travail ? Écrivez-le ici : {link}",
    rw: "≈{association}: nyuma ya {session}, uzakora iki ku kazi? Byandike hano: {link}",
  },
  toldTitle: {
    en: "{person} has a task after training",
    fr: "{person} a une tâche après la formation",
    rw: "≈{person} afite igikorwa nyuma y’amahugurwa",
  },
  toldBody: {
    en: "{name}, after “{session}” {person} will do this by {day}:\n\n“{what}”\n\nWe shall ask you once in three months whether you have seen it. Help where you can.\n\n{association}",
    fr: "{name}, après « {session} », {person} fera ceci d’ici le {day} :\n\n« {what} »\n\nNous vous demanderons dans trois mois si vous l’avez constaté. Aidez là où vous le pouvez.\n\n{association}",
    rw: "≈{name}, nyuma ya “{session}”, {person} azakora ibi bitarenze ku wa {day}:\n\n“{what}”\n\nTuzakubaza mu mezi atatu niba warabibonye. Mufashe aho bishoboka.\n\n{association}",
  },
  toldSms: {
    en: "{association}: after training {person} will by {day}: {what}. We will ask you later whether you saw it.",
    fr: "{association} : après la formation {person} fera d’ici le {day} : {what}. Nous vous demanderons plus tard.",
    rw: "≈{association}: nyuma y’amahugurwa {person} bitarenze {day}: {what}. Tuzakubaza nyuma.",
  },
  selfTitle: {
    en: "Did you do it? Your task at work",
    fr: "L’avez-vous fait ? Votre tâche au travail",
    rw: "≈Waba warabikoze? Igikorwa cyawe ku kazi",
  },
  selfBody: {
    en: "{name}, after “{session}” you wrote: “{what}”.\n\nDid you do it? Answer {code} 1 (yes), {code} 2 (partly) or {code} 3 (no), or here:\n{link}\n\n{association}",
    fr: "{name}, après « {session} » vous avez écrit : « {what} ».\n\nL’avez-vous fait ? Répondez {code} 1 (oui), {code} 2 (en partie) ou {code} 3 (non), ou ici :\n{link}\n\n{association}",
    rw: "≈{name}, nyuma ya “{session}” wanditse: “{what}”.\n\nWarabikoze? Subiza {code} 1 (yego), {code} 2 (igice) cyangwa {code} 3 (oya), cyangwa hano:\n{link}\n\n{association}",
  },
  selfSms: {
    en: "{association}: did you do it? {what}. Answer {code} 1 yes, {code} 2 partly, {code} 3 no, or {link}",
    fr: "{association} : l’avez-vous fait ? {what}. Répondez {code} 1 oui, {code} 2 en partie, {code} 3 non, ou {link}",
    rw: "≈{association}: warabikoze? {what}. Subiza {code} 1 yego, {code} 2 igice, {code} 3 oya, cyangwa {link}",
  },
  seenTitle: { en: "Have you seen it at work?", fr: "L’avez-vous constaté au travail ?", rw: "≈Waba warabibonye ku kazi?" },
  seenBody: {
    en: "{name}, after “{session}” {person} wrote: “{what}”.\n\nHave you seen it{until, select, none {} other { until {until}}}? Answer {code} 1 (yes), {code} 2 (partly) or {code} 3 (no), or here:\n{link}\n\nA “no” is no mark against anybody: it shows where help is needed.\n\n{association}",
    fr: "{name}, après « {session} », {person} a écrit : « {what} ».\n\nL’avez-vous constaté{until, select, none {} other { jusqu’au {until}}} ? Répondez {code} 1 (oui), {code} 2 (en partie) ou {code} 3 (non), ou ici :\n{link}\n\nUn « non » n’accuse personne : il montre où il faut aider.\n\n{association}",
    rw: "≈{name}, nyuma ya “{session}”, {person} yanditse: “{what}”.\n\nWarabibonye{until, select, none {} other { kugeza ku wa {until}}}? Subiza {code} 1 (yego), {code} 2 (igice) cyangwa {code} 3 (oya), cyangwa hano:\n{link}\n\n“Oya” si ikosa ku muntu: yerekana aho hakenewe ubufasha.\n\n{association}",
  },
  seenSms: {
    en: "{association}: {person} wrote: {what}. Have you seen it{until, select, none {} other { until {until}}}? {code} 1 yes, {code} 2 partly, {code} 3 no, or {link}",
    fr: "{association} : {person} a écrit : {what}. L’avez-vous constaté{until, select, none {} other { jusqu’au {until}}} ? {code} 1 oui, {code} 2 en partie, {code} 3 non, ou {link}",
    rw: "≈{association}: {person} yanditse: {what}. Warabibonye{until, select, none {} other { kugeza {until}}}? {code} 1 yego, {code} 2 igice, {code} 3 oya, cyangwa {link}",
  },
  thanksTitle: { en: "Thank you", fr: "Merci", rw: "Murakoze" },
  thanks: {
    en: "Thank you. We noted: {answer}. If that is wrong, answer once more.",
    fr: "Merci. Nous avons noté : {answer}. En cas d’erreur, répondez encore une fois.",
    rw: "≈Murakoze. Twanditse: {answer}. Niba atari byo, ongera usubize.",
  },
  help: {
    en: "Answer {code} and 1 for yes, 2 for partly, 3 for no.",
    fr: "Répondez {code} et 1 pour oui, 2 pour en partie, 3 pour non.",
    rw: "≈Subiza {code} na 1 kuri yego, 2 kuri igice, 3 kuri oya.",
  },
});
