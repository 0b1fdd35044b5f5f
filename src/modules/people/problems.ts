/** Why something about posts and people is refused. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("people", {
  noOrganisation: {
    status: 404,
    text: { en: "There is no such organisation here.", fr: "Cet organisme n’existe pas ici.", rw: "≈Uru rwego ntirubaho hano." },
  },
  noPost: { status: 404, text: { en: "There is no such post here.", fr: "Ce poste n’existe pas ici.", rw: "≈Uyu mwanya ntubaho hano." } },
  noPerson: {
    status: 404,
    text: { en: "There is no such person here.", fr: "Cette personne ne figure pas ici.", rw: "≈Uyu muntu ntaboneka hano." },
  },
  noHandover: {
    status: 404,
    text: {
      en: "There is no such handover here.",
      fr: "Cette remise de service n’existe pas ici.",
      rw: "≈Iri hererekanyabubasha ntiribaho hano.",
    },
  },
  noRun: {
    status: 404,
    text: { en: "There is no such import here.", fr: "Cette importation n’existe pas ici.", rw: "≈Iri yinjiza ntiribaho hano." },
  },
  noMatch: {
    status: 404,
    text: { en: "There is no such suggestion here.", fr: "Cette suggestion n’existe pas ici.", rw: "≈Iki gitekerezo ntikibaho hano." },
  },
  noGroup: { status: 404, text: { en: "There is no such group.", fr: "Ce groupe n’existe pas.", rw: "≈Iri tsinda ntiribaho." } },
  holderChanged: {
    status: 409,
    text: {
      en: "Somebody else has changed the holder of this post since you opened the page. Look at the post again before you decide.",
      fr: "Quelqu’un d’autre a changé le titulaire de ce poste depuis que vous avez ouvert la page. Relisez le poste avant de décider.",
      rw: "≈Undi muntu yahinduye uri muri uyu mwanya kuva ufunguye urupapuro. Ongera urebe umwanya mbere yo gufata icyemezo.",
    },
  },
  runNotReady: {
    status: 409,
    text: {
      en: "This import has already been started or set aside. Look at it again.",
      fr: "Cette importation a déjà été lancée ou écartée. Relisez-la.",
      rw: "≈Iri yinjiza ryaratangiye cyangwa ryarahagaritswe. Ongera urirebe.",
    },
  },
  matchDecided: {
    status: 409,
    text: {
      en: "This suggestion has been decided already. Open it again to see how.",
      fr: "Cette suggestion est déjà tranchée. Rouvrez-la pour voir comment.",
      rw: "≈Iki gitekerezo cyafashweho icyemezo. Ongera ugifungure urebe.",
    },
  },
});
