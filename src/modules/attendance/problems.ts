/** Why something about attendance cannot be done. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("attendance", {
  notFound: {
    status: 404,
    text: {
      en: "There is no such attendance list here.",
      fr: "Cette liste de présence n’existe pas ici.",
      rw: "≈Uru rutonde rw’abitabiriye ntiruboneka hano.",
    },
  },
  badLink: {
    status: 404,
    text: {
      en: "This link is not complete. Open it again from the message you were sent, or give your name at the door.",
      fr: "Ce lien est incomplet. Ouvrez-le à nouveau depuis le message reçu, ou donnez votre nom à l’entrée.",
      rw: "≈Uyu muyoboro ntiwuzuye. Wongere uwufungure mu butumwa wohererejwe, cyangwa uvuge izina ryawe ku muryango.",
    },
  },
  notHeld: {
    status: 409,
    text: {
      en: "This meeting is not being held, so nobody can be noted as present.",
      fr: "Cette rencontre n’a pas lieu\u202f: personne ne peut y être noté présent.",
      rw: "≈Iyi nama ntikiriho, bityo nta wushobora kwandikwa ko yitabiriye.",
    },
  },
  rowNotFound: {
    status: 404,
    text: {
      en: "This entry is not on the list, or it has been taken back already.",
      fr: "Cette inscription n’est pas sur la liste, ou elle a déjà été retirée.",
      rw: "≈Ibi ntibiri ku rutonde, cyangwa byamaze gukurwaho.",
    },
  },
  undecided: {
    status: 409,
    text: {
      en: "{count, plural, one {One name needs} other {# names need}} a decision before the list can be closed: here or absent.",
      fr: "{count, plural, one {Un nom demande} other {# noms demandent}} une décision avant la clôture\u202f: présent ou absent.",
      rw: "≈Amazina {count} akeneye kwemezwa mbere yo gufunga urutonde: yitabiriye cyangwa yasibye.",
    },
  },
  notOver: {
    status: 409,
    text: {
      en: "The list can be closed once the last half-day is over, on {day} at {time}.",
      fr: "La liste peut être clôturée après la dernière demi-journée, le {day} à {time}.",
      rw: "≈Urutonde rushobora gufungwa igice cya nyuma kirangiye, ku wa {day} saa {time}.",
    },
  },
  notYetOver: {
    status: 409,
    text: {
      en: "The list can be closed once the last half-day is over.",
      fr: "La liste peut être clôturée une fois la dernière demi-journée terminée.",
      rw: "≈Urutonde rushobora gufungwa igice cya nyuma cy’umunsi kirangiye.",
    },
  },
  alreadyClosed: {
    status: 409,
    text: {
      en: "The list is closed already.",
      fr: "La liste est déjà clôturée.",
      rw: "≈Urutonde rwamaze gufungwa.",
    },
  },
  alreadyTaken: {
    status: 409,
    text: {
      en: "This log has already been taken over or dropped.",
      fr: "Ce journal a déjà été repris ou abandonné.",
      rw: "≈Uru rutonde rw’inama rwamaze kwinjizwa cyangwa kurekwa.",
    },
  },
  noLink: {
    status: 409,
    text: {
      en: "The link into the call is not known yet. Ask whoever invited you.",
      fr: "Le lien vers l’appel n’est pas encore connu. Demandez à la personne qui vous a invité.",
      rw: "≈Umuyoboro winjira mu nama nturamenyekana. Baza uwagutumiye.",
    },
  },
  noHalfDay: {
    status: 409,
    text: {
      en: "No half-day is under way now. The link opens {minutes} minutes before the next one.",
      fr: "Aucune demi-journée n’est en cours. Le lien s’ouvre {minutes} minutes avant la prochaine.",
      rw: "≈Nta gice cy’umunsi kirimo kuba ubu. Umuyoboro ufunguka iminota {minutes} mbere y’igikurikira.",
    },
  },
  wrongPin: {
    status: 422,
    text: {
      en: "This is not the number shown in the room. Look at it again; it has four digits and changes every half-day.",
      fr: "Ce n’est pas le nombre affiché dans la salle. Vérifiez-le\u202f: il a quatre chiffres et change chaque demi-journée.",
      rw: "≈Uyu si wo mubare werekanwa mu cyumba. Ongera uwurebe: ugira imibare ine kandi uhinduka buri gice cy’umunsi.",
    },
  },
  tooOften: {
    status: 429,
    text: {
      en: "Too many wrong numbers. Wait a quarter of an hour, or give your name at the door.",
      fr: "Trop de nombres erronés. Attendez un quart d’heure, ou donnez votre nom à l’entrée.",
      rw: "≈Imibare itari yo ibaye myinshi. Tegereza iminota cumi n’itanu, cyangwa uvuge izina ryawe ku muryango.",
    },
  },
  unreadable: {
    status: 400,
    text: {
      en: "What the phone sent cannot be read. Open the page without signal again; nothing on the phone is lost.",
      fr: "L’envoi du téléphone est illisible. Rouvrez la page sans réseau\u202f; rien n’est perdu sur le téléphone.",
      rw: "≈Ibyo telefoni yohereje ntibisomeka. Ongera ufungure urupapuro rudakoresha umuyoboro; nta cyatakaye kuri telefoni.",
    },
  },
});
