/** Why something about needs is refused, and what is allowed instead. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("needs", {
  noRound: {
    status: 404,
    text: { en: "There is no such round here.", fr: "Ce cycle n’existe pas ici.", rw: "≈Iri suzuma ntiriboneka hano." },
  },
  noNeed: {
    status: 404,
    text: { en: "There is no such need here.", fr: "Ce besoin n’existe pas ici.", rw: "≈Iki gikenewe ntikiboneka hano." },
  },
  noOrganisation: {
    status: 404,
    text: { en: "This organisation takes no part here.", fr: "Cette organisation ne participe pas ici.", rw: "≈Uru rwego ntirubirimo." },
  },
  notDesigning: {
    status: 409,
    text: {
      en: "This round has been launched; its design is fixed. Copy it into a new round, or change its dates.",
      fr: "Ce cycle est lancé ; sa conception est fixée. Copiez-le dans un nouveau cycle, ou changez ses dates.",
      rw: "≈Iri suzuma ryatangijwe; uko riteye ntibihinduka. Rikoporore mu rindi, cyangwa uhindure amatariki.",
    },
  },
  notOpen: {
    status: 409,
    text: {
      en: "This round takes no answers now. Ask the capacity-building manager of the association whether its dates can be moved.",
      fr: "Ce cycle ne reçoit pas de réponses actuellement. Demandez au responsable du renforcement des capacités de l’association si ses dates peuvent changer.",
      rw: "≈Iri suzuma ntiryakira ibisubizo ubu. Baza ushinzwe kongera ubushobozi mu ihuriro niba amatariki yahinduka.",
    },
  },
  notInvited: {
    status: 403,
    text: {
      en: "The post you act as is not invited to this round. Choose another post at the top of the page, or ask your HR director.",
      fr: "Le poste au titre duquel vous agissez n’est pas invité à ce cycle. Choisissez un autre poste en haut de la page, ou adressez-vous à votre directeur des ressources humaines.",
      rw: "≈Umwanya ukoresha ntiwatumiwe muri iri suzuma. Hitamo undi mwanya, cyangwa ubaze ushinzwe abakozi.",
    },
  },
  answeredAlready: {
    status: 409,
    text: {
      en: "This post has answered already. An answer counts once a post; the one who gave it can take it back while the round is open.",
      fr: "Ce poste a déjà répondu. Une réponse compte une fois par poste ; la personne qui l’a donnée peut la retirer tant que le cycle est ouvert.",
      rw: "≈Uyu mwanya wamaze gusubiza. Igisubizo kibarwa rimwe ku mwanya; uwagitanze ashobora kugisubirana isuzuma rigifunguye.",
    },
  },
  postChanged: {
    status: 409,
    text: {
      en: "You no longer hold this post. Its new holder answers for it; your draft stays with you.",
      fr: "Vous n’occupez plus ce poste. Son nouveau titulaire répond pour lui ; votre brouillon reste chez vous.",
      rw: "≈Ntukiri muri uyu mwanya. Uwawusimbuyemo ni we usubiza; ibyo wari watangiye bigumana nawe.",
    },
  },
  shownLater: {
    status: 403,
    text: {
      en: "The result is not shared yet. You see it here on the day it is.",
      fr: "Le résultat n’est pas encore communiqué. Vous le verrez ici le jour où il le sera.",
      rw: "≈Ibyavuyemo ntibiramenyeshwa. Uzabibona hano umunsi bizamenyeshwa.",
    },
  },
  notForCourse: {
    status: 409,
    text: {
      en: "A course does not close a gap whose main cause is not knowledge or skill.",
      fr: "Une formation ne comble pas un écart dont la cause principale n’est pas le savoir ou la compétence.",
      rw: "≈Amahugurwa ntakemura icyuho kidaterwa n’ubumenyi cyangwa ubushobozi.",
    },
  },
  notValidating: {
    status: 409,
    text: {
      en: "Evidence and moderation have their place between the closing of answers and the end of moderation.",
      fr: "Les preuves et la modération ont leur place entre la clôture des réponses et la fin de la modération.",
      rw: "≈Ibimenyetso no kunoza bikorwa hagati yo gusoza ibisubizo no kurangiza kunoza.",
    },
  },
  noEvidence: {
    status: 409,
    text: {
      en: "There is no level to moderate in this field. Record an interview or a document for it first.",
      fr: "Il n’y a pas de niveau à modérer dans ce domaine. Consignez d’abord un entretien ou un document.",
      rw: "≈Nta rwego ruhari rwo kunoza muri iyi ngingo. Banza wandike ikiganiro cyangwa inyandiko.",
    },
  },
  paperNotAwaited: {
    status: 409,
    text: {
      en: "No reply on paper can be typed in here now: the organisation has replied, or the paper was signed after the time to reply. Look at its page for what stands.",
      fr: "Aucune réponse sur papier ne peut être saisie ici : l’organisation a répondu, ou le papier a été signé après le délai. Voyez sur sa page ce qui est consigné.",
      rw: "≈Nta gisubizo cyo ku rupapuro gishobora kwandikwa hano ubu: urwego rwarasubije, cyangwa urupapuro rwasinywe igihe cyarangiye. Reba ku rupapuro rwarwo ibyanditswe.",
    },
  },
  replyNotAwaited: {
    status: 409,
    text: {
      en: "No reply is awaited here now: it was given, or its time is over.",
      fr: "Aucune réponse n’est attendue ici : elle a été donnée, ou le délai est passé.",
      rw: "≈Nta gisubizo gitegerejwe hano: cyatanzwe, cyangwa igihe cyararangiye.",
    },
  },
});
