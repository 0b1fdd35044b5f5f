/** Why a gathering or a presence cannot be changed. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("gathering", {
  notFound: {
    status: 404,
    text: {
      en: "There is no such meeting here.",
      fr: "Cette rencontre n’existe pas ici.",
      rw: "≈Iyi nama ntiboneka hano.",
    },
  },
  noParts: {
    status: 422,
    text: {
      en: "A meeting has at least one half-day, and each ends after it begins.",
      fr: "Une rencontre a au moins une demi-journée, et chacune finit après avoir commencé.",
      rw: "≈Inama igira nibura igice kimwe cy’umunsi, kandi buri gice kirangira nyuma yo gutangira.",
    },
  },
  partTwice: {
    status: 422,
    text: {
      en: "One morning and one afternoon a day: {day} is there twice.",
      fr: "Une matinée et un après-midi par jour\u202f: le {day} figure deux fois.",
      rw: "≈Igitondo kimwe n’umugoroba umwe ku munsi: {day} yanditswe kabiri.",
    },
  },
  partUsed: {
    status: 409,
    text: {
      en: "On {day} names are already on the attendance list. Take them back there before you remove the half-day.",
      fr: "Le {day}, des noms figurent déjà sur la liste de présence. Retirez-les avant de supprimer la demi-journée.",
      rw: "≈Ku wa {day} hari amazina amaze kwandikwa ku rutonde rw’abitabiriye. Banza uyakureho.",
    },
  },
  closed: {
    status: 409,
    text: {
      en: "The attendance list is closed. Whoever runs the meeting can open it again and say why.",
      fr: "La liste de présence est clôturée. La personne qui conduit la rencontre peut la rouvrir en indiquant pourquoi.",
      rw: "≈Urutonde rw’abitabiriye rwarafunzwe. Uyobora inama ashobora kongera kurufungura avuga impamvu.",
    },
  },
});
