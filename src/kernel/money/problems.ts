/** Why money is not entered or changed. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("money", {
  noLine: {
    status: 404,
    text: {
      en: "There is no such line of cost or means here.",
      fr: "Cette ligne de coût ou de moyens n’existe pas ici.",
      rw: "≈Uyu murongo w’amafaranga ntuboneka hano.",
    },
  },
  noAmount: {
    status: 422,
    text: {
      en: "Write an amount other than zero. To take an entry back, enter it again with a minus.",
      fr: "Écrivez un montant autre que zéro. Pour annuler une écriture, saisissez-la à nouveau avec un signe moins.",
      rw: "≈Andika umubare utari zeru. Gusubiza inyuma ibyanditswe, ongera ubyandike n’akamenyetso ko gukuramo.",
    },
  },
  future: {
    status: 422,
    text: {
      en: "Enter money on the day it moved, not before.",
      fr: "Saisissez l’argent le jour du mouvement, pas avant.",
      rw: "≈Andika amafaranga ku munsi yimutseho, ntubikore mbere.",
    },
  },
  costKinds: {
    status: 422,
    text: {
      en: "A cost is committed or paid. Enter what came in on a line of means.",
      fr: "Un coût est engagé ou payé. Saisissez ce qui est reçu sur une ligne de moyens.",
      rw: "≈Ikiguzi kiremezwa cyangwa kikishyurwa. Ayinjiye yandike ku murongo w’inkunga.",
    },
  },
  fundingKinds: {
    status: 422,
    text: {
      en: "Means are promised or received. Enter what was paid on a line of cost.",
      fr: "Des moyens sont promis ou reçus. Saisissez ce qui est payé sur une ligne de coût.",
      rw: "≈Inkunga iremerwa cyangwa ikakirwa. Ayishyuwe yandike ku murongo w’ikiguzi.",
    },
  },
  belowZero: {
    status: 422,
    text: {
      en: "This takes back more than was entered on the line.",
      fr: "Cela annule plus que ce qui a été saisi sur la ligne.",
      rw: "≈Ibi birakuraho ibirenze ibyanditswe kuri uyu murongo.",
    },
  },
  hasEntries: {
    status: 409,
    text: {
      en: "Money was already entered on one of these lines: it can change its amount, but neither vanish nor change its currency.",
      fr: "De l’argent a déjà été saisi sur une de ces lignes\u202f: son montant peut changer, mais elle ne peut ni disparaître ni changer de monnaie.",
      rw: "≈Hari amafaranga yamaze kwandikwa kuri umwe muri iyi mirongo: umubare ushobora guhinduka, ariko ntusibwa kandi ntuhindura ifaranga.",
    },
  },
});
