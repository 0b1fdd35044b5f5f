/** Why a signature is refused. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("signature", {
  noSheet: {
    status: 404,
    text: { en: "There is nothing to sign here.", fr: "Il n’y a rien à signer ici.", rw: "≈Nta cyo gusinya kiri hano." },
  },
  closed: {
    status: 409,
    text: {
      en: "This sheet is closed: everyone has signed, or its content has changed and a new sheet was opened.",
      fr: "Cette feuille est close : tout le monde a signé, ou son contenu a changé et une nouvelle feuille est ouverte.",
      rw: "≈Uru rupapuro rwarafunzwe: bose barasinye, cyangwa ibirimo byarahindutse hafungurwa urundi.",
    },
  },
  signedAlready: {
    status: 409,
    text: { en: "This place has been signed already.", fr: "Cet emplacement est déjà signé.", rw: "≈Aha hamaze gusinywa." },
  },
  notYours: {
    status: 403,
    text: {
      en: "This place is for another post or person. Sign on your own line, or add the scan of the signed paper.",
      fr: "Cet emplacement est celui d’un autre poste ou d’une autre personne. Signez à votre ligne, ou joignez le papier signé et numérisé.",
      rw: "≈Aha ni ah’undi mwanya cyangwa undi muntu. Sinya ahawe, cyangwa ushyireho urupapuro rwasinywe.",
    },
  },
  sayWhy: {
    status: 422,
    text: {
      en: "Say why you sign instead of the person named.",
      fr: "Indiquez pourquoi vous signez à la place de la personne nommée.",
      rw: "≈Vuga impamvu usinyiye uwanditswe.",
    },
  },
});
