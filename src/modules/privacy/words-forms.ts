/** What a form of this module asks to change. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  missing: { en: "Write something here", fr: "Écrivez quelque chose ici", rw: "≈Andika hano" },
  moreWords: {
    en: "Write at least {least} characters, so that a reader understands it later",
    fr: "Écrivez au moins {least} caractères, pour qu’un lecteur comprenne plus tard",
    rw: "≈Andika nibura inyuguti {least}, kugira ngo uzabisoma azabyumve",
  },
  chooseKind: { en: "Choose what you ask for", fr: "Choisissez ce que vous demandez", rw: "≈Hitamo icyo usaba" },
  chooseDecision: { en: "Choose how the request was decided", fr: "Choisissez la décision prise", rw: "≈Hitamo icyemezo cyafashwe" },
  dayPast: {
    en: "Give the day it came, not later than today",
    fr: "Indiquez le jour de réception, au plus tard aujourd’hui",
    rw: "≈Andika umunsi byageze hano, utarenze uyu munsi",
  },
  momentPast: {
    en: "Give day and time when it was noticed, not later than now, for example 17/11/2025 at 08:30",
    fr: "Indiquez le jour et l’heure de la découverte, au plus tard maintenant, par exemple 17/11/2025 à 08:30",
    rw: "≈Andika umunsi n’isaha byagaragariyeho, bitarenze ubu, urugero 17/11/2025 saa 08:30",
  },
  inFigures: {
    en: "Write the number in figures, for example 14",
    fr: "Écrivez le nombre en chiffres, par exemple 14",
    rw: "≈Andika umubare mu mibare, urugero 14",
  },
  eraseFirst: {
    en: "Nothing was erased yet. Erase first, or choose “partly” or “refused” and give the reasons",
    fr: "Rien n’a encore été effacé. Effacez d’abord, ou choisissez « en partie » ou « refusée » et donnez les raisons",
    rw: "≈Nta kirasibwa. Banza usibe, cyangwa uhitemo “igice” cyangwa “byanzwe” utange impamvu",
  },
  lateReason: {
    en: "The time for the notice has passed: write why it is late",
    fr: "Le délai est passé : écrivez pourquoi la notification est tardive",
    rw: "≈Igihe cyararenze: andika impamvu byatinze",
  },
});
