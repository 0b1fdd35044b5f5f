/** Why an indicator or a figure cannot be taken. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("measure", {
  noIndicator: {
    status: 404,
    text: {
      en: "There is no such indicator. Look for it in the list of indicators.",
      fr: "Cet indicateur n’existe pas. Cherchez-le dans la liste des indicateurs.",
      rw: "≈Iki gipimo ntikibaho. Gishake ku rutonde rw’ibipimo.",
    },
  },
  noFigure: {
    status: 404,
    text: {
      en: "There is no such figure, or it was corrected in the meantime. Open the indicator again.",
      fr: "Ce chiffre n’existe pas, ou il a été corrigé entre-temps. Rouvrez l’indicateur.",
      rw: "≈Uyu mubare ntubaho, cyangwa wakosowe hagati aho. Ongera ufungure igipimo.",
    },
  },
  codeTaken: {
    status: 409,
    text: {
      en: "The code {code} already names another indicator. Choose another code.",
      fr: "Le code {code} désigne déjà un autre indicateur. Choisissez un autre code.",
      rw: "≈Kode {code} isanzwe ari iy’ikindi gipimo. Hitamo indi kode.",
    },
  },
  noStart: {
    status: 422,
    text: {
      en: "An indicator needs a baseline and an owning post in at least one organisation. Add both.",
      fr: "Un indicateur exige une valeur de départ et un poste responsable dans au moins une organisation. Ajoutez les deux.",
      rw: "≈Igipimo gikeneye umubare w’itangiriro n’umwanya ugishinzwe mu rwego nibura rumwe. Ongeramo byombi.",
    },
  },
  ownerElsewhere: {
    status: 422,
    text: {
      en: "The owner must be a post of the organisation itself. Choose one of its posts.",
      fr: "Le responsable doit être un poste de l’organisation elle-même. Choisissez un de ses postes.",
      rw: "≈Ushinzwe igipimo agomba kuba umwanya w’urwo rwego ubwarwo. Hitamo umwe mu myanya yarwo.",
    },
  },
  periodTaken: {
    status: 409,
    text: {
      en: "There is already a figure for this period. Correct that one and say why.",
      fr: "Il existe déjà un chiffre pour cette période. Corrigez-le en disant pourquoi.",
      rw: "≈Hasanzwe hari umubare w’iki gihe. Wukosore uvuge impamvu.",
    },
  },
  otherVerifies: {
    status: 409,
    text: {
      en: "Whoever recorded a figure does not verify it. Another post must.",
      fr: "Qui a enregistré un chiffre ne le vérifie pas. Un autre poste doit le faire.",
      rw: "≈Uwanditse umubare si we uwugenzura. Bigomba gukorwa n’undi mwanya.",
    },
  },
  verifiedAlready: {
    status: 409,
    text: {
      en: "This figure is verified already.",
      fr: "Ce chiffre est déjà vérifié.",
      rw: "≈Uyu mubare waramaze kugenzurwa.",
    },
  },
  noReason: {
    status: 422,
    text: {
      en: "Say why the figure is corrected.",
      fr: "Dites pourquoi le chiffre est corrigé.",
      rw: "≈Vuga impamvu umubare ukosowe.",
    },
  },
  notYet: {
    status: 422,
    text: {
      en: "The period is not over yet. Enter the figure after its last day.",
      fr: "La période n’est pas terminée. Saisissez le chiffre après son dernier jour.",
      rw: "≈Igihe nticyararangira. Andika umubare nyuma y’umunsi wa nyuma.",
    },
  },
});
