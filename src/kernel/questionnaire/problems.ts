/** Why a questionnaire or a sitting refuses. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("questionnaire", {
  noSitting: {
    status: 404,
    text: {
      en: "There are no such answers here.",
      fr: "Ces réponses n’existent pas ici.",
      rw: "≈Ibi bisubizo ntibiboneka hano.",
    },
  },
  noVersion: {
    status: 404,
    text: {
      en: "There is no such questionnaire here.",
      fr: "Ce questionnaire n’existe pas ici.",
      rw: "≈Iki kibazo ntikiboneka hano.",
    },
  },
  notOpen: {
    status: 409,
    text: {
      en: "These answers were sent in or taken back and cannot change any more. You can read them under “My answers”.",
      fr: "Ces réponses ont été envoyées ou retirées et ne peuvent plus changer. Vous pouvez les lire sous «\u202fMes réponses\u202f ».",
      rw: "≈Ibi bisubizo byoherejwe cyangwa byakuwemo, ntibishobora guhinduka. Ushobora kubisoma kuri “Ibisubizo byanjye”.",
    },
  },
  notComplete: {
    status: 409,
    text: {
      en: "{count, plural, one {One answer still needs} other {# answers still need}} a change before the questionnaire can be sent in.",
      fr: "{count, plural, one {Une réponse est encore à revoir} other {# réponses sont encore à revoir}} avant l’envoi du questionnaire.",
      rw: "≈Haracyari ibisubizo {count} bigomba gukosorwa mbere yo kohereza.",
    },
  },
  notSubmitted: {
    status: 409,
    text: {
      en: "Only answers that were sent in can be taken back.",
      fr: "Seules des réponses envoyées peuvent être retirées.",
      rw: "≈Ibisubizo byoherejwe ni byo byonyine bishobora gukurwamo.",
    },
  },
  notDraft: {
    status: 409,
    text: {
      en: "Only a draft without errors can be published. Correct the workbook and upload it again.",
      fr: "Seul un brouillon sans erreur peut être publié. Corrigez le classeur et téléversez-le de nouveau.",
      rw: "≈Umushinga udafite amakosa ni wo wonyine ushobora gutangazwa. Kosora dosiye wongere uyohereze.",
    },
  },
  tableMissing: {
    status: 409,
    text: {
      en: "The questionnaire needs the table {name}.csv. Attach it, then publish.",
      fr: "Le questionnaire a besoin de la table {name}.csv. Joignez-la, puis publiez.",
      rw: "≈Ibibazo bikeneye imbonerahamwe {name}.csv. Yongereho, hanyuma utangaze.",
    },
  },
  notPublished: {
    status: 409,
    text: {
      en: "Only a published version can be retired.",
      fr: "Seule une version publiée peut être retirée.",
      rw: "≈Verisiyo yatangajwe ni yo yonyine ishobora guhagarikwa.",
    },
  },
  codeTaken: {
    status: 409,
    text: {
      en: "A questionnaire with the code {code} exists already. Upload the workbook as its next version, or choose another code.",
      fr: "Un questionnaire porte déjà le code {code}. Téléversez le classeur comme version suivante, ou choisissez un autre code.",
      rw: "≈Hari ibibazo bisanzwe bifite kode {code}. Ohereza dosiye nka verisiyo ikurikira, cyangwa hitamo indi kode.",
    },
  },
  notRegistered: {
    status: 409,
    text: {
      en: "Nothing is asked here at present. Open “My answers” to see what waits for you.",
      fr: "Rien n’est demandé ici pour le moment. Ouvrez «\u202fMes réponses\u202f » pour voir ce qui vous attend.",
      rw: "≈Nta kibazo kibazwa hano ubu. Fungura “Ibisubizo byanjye” urebe ibigutegereje.",
    },
  },
  badPath: {
    status: 422,
    text: {
      en: "An answer names a question that this version does not ask.",
      fr: "Une réponse désigne une question que cette version ne pose pas.",
      rw: "≈Hari igisubizo cy’ikibazo kitabazwa muri iyi verisiyo.",
    },
  },
});
