/** Why something about sessions is refused. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("sessions", {
  noSession: {
    status: 404,
    text: { en: "There is no such session here.", fr: "Cette session n’existe pas ici.", rw: "≈Aya mahugurwa ntaboneka hano." },
  },
  noEnrolment: {
    status: 404,
    text: {
      en: "There is no such name on the list here.",
      fr: "Ce nom ne figure pas sur la liste ici.",
      rw: "≈Iri zina ntiriboneka ku rutonde hano.",
    },
  },
  notHeld: {
    status: 409,
    text: {
      en: "The session has not been held yet, so nothing can have come of it.",
      fr: "La session n’a pas encore eu lieu : elle ne peut avoir de résultat.",
      rw: "≈Amahugurwa ntaraba, bityo nta musaruro aratanga.",
    },
  },
  notEnrolled: {
    status: 409,
    text: {
      en: "Somebody in this list was not expected at the session. Look at the list of participants again.",
      fr: "Une personne de cette liste n’était pas attendue à la session. Relisez la liste des participants.",
      rw: "≈Hari uri kuri uru rutonde utari witezwe mu mahugurwa. Ongera urebe urutonde.",
    },
  },
  notThere: {
    status: 409,
    text: {
      en: "Only who attended can have applied it at work.",
      fr: "Seule une personne qui a participé peut l’avoir appliqué au travail.",
      rw: "≈Uwitabiriye wenyine ni we ushobora kubishyira mu bikorwa.",
    },
  },
  noMandate: {
    status: 422,
    text: {
      en: "Say why the session is held: choose a line of the plan, or state the mandate.",
      fr: "Dites pourquoi la session a lieu : choisissez une ligne du plan ou indiquez le mandat.",
      rw: "≈Vuga impamvu y’amahugurwa: hitamo umurongo w’igenamigambi cyangwa wandike impamvu.",
    },
  },
  datesWrong: {
    status: 422,
    text: {
      en: "The last day comes before the first.",
      fr: "Le dernier jour précède le premier.",
      rw: "≈Umunsi wa nyuma ubanziriza uwa mbere.",
    },
  },
  closesLate: {
    status: 422,
    text: {
      en: "Nominations must close before the first day.",
      fr: "Les désignations doivent se clore avant le premier jour.",
      rw: "≈Gutanga amazina bigomba gusozwa mbere y’umunsi wa mbere.",
    },
  },
  seatsUsed: {
    status: 409,
    text: {
      en: "{organisation} has named {named, plural, one {# person} other {# people}} already; its seats cannot go below that.",
      fr: "{organisation} a déjà désigné {named, plural, one {# personne} other {# personnes}} ; ses places ne peuvent descendre en dessous.",
      rw: "≈{organisation} yamaze gutanga amazina {named}; imyanya yayo ntishobora kujya munsi yayo.",
    },
  },
  tooManySeats: {
    status: 422,
    text: {
      en: "{seats} seats are given out, but there are {places} places. Take some back or raise the places.",
      fr: "{seats} places sont attribuées, mais il y en a {places}. Retirez-en ou augmentez les places.",
      rw: "≈Imyanya yatanzwe ni {seats} ariko ihari ni {places}.",
    },
  },
  notChangeable: {
    status: 409,
    text: {
      en: "The session has begun, was held or was cancelled: this cannot be changed any more.",
      fr: "La session a commencé, a eu lieu ou a été annulée : cela ne peut plus être modifié.",
      rw: "≈Amahugurwa yatangiye, yarabaye cyangwa yahagaritswe: ibi ntibigihinduka.",
    },
  },
  notOpenYet: {
    status: 409,
    text: {
      en: "Nominations are not open yet.",
      fr: "Les désignations ne sont pas encore ouvertes.",
      rw: "≈Gutanga amazina ntibiratangira.",
    },
  },
  namesClosed: {
    status: 409,
    text: {
      en: "Nominations closed on {day}. A person who cannot come can still be replaced; for anything else call the training coordinator.",
      fr: "Les désignations ont été closes le {day}. Une personne empêchée peut encore être remplacée ; pour le reste, appelez le coordinateur des formations.",
      rw: "≈Gutanga amazina byasojwe ku wa {day}. Utabonetse ashobora gusimburwa; ibindi hamagara umuhuzabikorwa w’amahugurwa.",
    },
  },
  noSeatsHere: {
    status: 409,
    text: {
      en: "Your organisation has no seats at this session. Ask the training coordinator.",
      fr: "Votre organisation n’a pas de place à cette session. Demandez au coordinateur des formations.",
      rw: "≈Urwego rwanyu nta mwanya rufite muri aya mahugurwa.",
    },
  },
  notInGroup: {
    status: 422,
    text: {
      en: "Choose people who hold a post of the session’s target groups in your organisation.",
      fr: "Choisissez des personnes qui occupent un poste des groupes cibles de la session dans votre organisation.",
      rw: "≈Hitamo abafite imyanya y’amatsinda amahugurwa agenewe mu rwego rwanyu.",
    },
  },
  alreadyNamed: {
    status: 409,
    text: {
      en: "{person} is on the list already.",
      fr: "{person} figure déjà sur la liste.",
      rw: "≈{person} asanzwe ku rutonde.",
    },
  },
  teaches: {
    status: 409,
    text: {
      en: "A trainer of the session cannot take part in it as well.",
      fr: "Un formateur de la session ne peut pas y participer aussi.",
      rw: "≈Uwigisha ntashobora no kuba uwiga muri aya mahugurwa.",
    },
  },
  learns: {
    status: 409,
    text: {
      en: "This person is on the list of participants, so she or he cannot teach the session as well.",
      fr: "Cette personne figure sur la liste des participants ; elle ne peut pas animer la session.",
      rw: "≈Uyu ari ku rutonde rw’abiga, ntashobora no kwigisha.",
    },
  },
  otherGroup: {
    status: 409,
    text: {
      en: "The seat stays in its target group: name somebody of the same group as the person who cannot come.",
      fr: "La place reste dans son groupe cible : désignez une personne du même groupe que celle qui ne vient pas.",
      rw: "≈Umwanya uguma mu itsinda ryawo: tanga undi wo mu itsinda rimwe n’utazaza.",
    },
  },
  nobodyToInvite: {
    status: 409,
    text: {
      en: "Everybody who is approved has an invitation already.",
      fr: "Toutes les personnes approuvées ont déjà une invitation.",
      rw: "≈Abemejwe bose bamaze gutumirwa.",
    },
  },
  nobodyToRemind: {
    status: 409,
    text: {
      en: "Everybody has answered, or was reminded today.",
      fr: "Tout le monde a répondu, ou a été relancé aujourd’hui.",
      rw: "≈Bose basubije cyangwa bibukijwe uyu munsi.",
    },
  },
  answerLate: {
    status: 409,
    text: {
      en: "This invitation takes no answer any more. Call the organisers.",
      fr: "Cette invitation n’accepte plus de réponse. Appelez les organisateurs.",
      rw: "≈Ubu butumire ntibugisubizwa. Hamagara ababiteguye.",
    },
  },
  seatTaken: {
    status: 409,
    text: {
      en: "Your seat has gone to somebody else in the meantime. Call the person who named you.",
      fr: "Votre place a été donnée à une autre personne entre-temps. Appelez la personne qui vous a désigné.",
      rw: "≈Umwanya wawe wahawe undi. Hamagara uwatanze izina ryawe.",
    },
  },
  noReason: {
    status: 422,
    text: {
      en: "Say why, in a sentence: everybody who was invited will read it.",
      fr: "Dites pourquoi, en une phrase : toutes les personnes invitées la liront.",
      rw: "≈Vuga impamvu mu nteruro imwe: abatumiwe bose bazayisoma.",
    },
  },
});
