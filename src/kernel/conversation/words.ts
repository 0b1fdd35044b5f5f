/** What the house itself says in messages: that one waits, help, stop and start, and why a message did not leave. */
import { defineWords, type Text } from "#platform/i18n/text.ts";

export const w = defineWords({
  waits: {
    en: "{association}: a message waits for a person who uses this telephone. Please sign in, or ask at your office.",
    fr: "{association} : un message attend une personne qui utilise ce téléphone. Connectez-vous, ou demandez à votre bureau.",
    rw: "≈{association}: hari ubutumwa bw’umwe mu bakoresha iyi telefoni. Injira muri sisitemu, cyangwa ubaze ku biro.",
  },
  helpTitle: { en: "We did not understand", fr: "Message non compris", rw: "≈Ntitwumvise ubutumwa" },
  help: {
    en: "{association}: we did not understand your message. A person will read it. To end all messages write STOP.",
    fr: "{association} : nous n’avons pas compris votre message. Quelqu’un va le lire. Pour ne plus rien recevoir, écrivez ARRET.",
    rw: "≈{association}: ntitwumvise ubutumwa bwawe. Hari umuntu ugiye kubusoma. Niba utagishaka ubutumwa andika HAGARIKA.",
  },
  helpOpen: {
    en: "{association}: we did not understand. About “{title}”: write 1 for yes or 2 for no, then {code}. Example: 1 {code}. A person will read your message too.",
    fr: "{association} : nous n’avons pas compris. Au sujet de « {title} » : écrivez 1 pour oui ou 2 pour non, puis {code}. Exemple : 1 {code}. Quelqu’un va aussi lire votre message.",
    rw: "≈{association}: ntitwumvise. Ku bijyanye na “{title}”: andika 1 niba ari yego cyangwa 2 niba ari oya, ukurikizeho {code}. Urugero: 1 {code}. Hari n’umuntu ugiye kubusoma.",
  },
  helpFree: {
    en: "{association}: we did not understand your answer about “{title}”. Read the question again and write the answer, then {code}. A person will read your message too.",
    fr: "{association} : nous n’avons pas compris votre réponse au sujet de « {title} ». Relisez la question et écrivez la réponse, puis {code}. Quelqu’un va aussi lire votre message.",
    rw: "≈{association}: ntitwumvise igisubizo cyawe kuri “{title}”. Ongera usome ikibazo, wandike igisubizo, ukurikizeho {code}. Hari n’umuntu ugiye kubusoma.",
  },
  whichTitle: { en: "Which question do you answer?", fr: "À quelle question répondez-vous ?", rw: "≈Usubije ikihe kibazo?" },
  which: {
    en: "{association}: you have more than one question open. Write your answer and then its number: {list}.",
    fr: "{association} : plusieurs questions vous attendent. Écrivez votre réponse, puis son numéro : {list}.",
    rw: "≈{association}: ufite ibibazo birenze kimwe. Andika igisubizo ukurikizeho nimero yacyo: {list}.",
  },
  stoppedTitle: { en: "No more messages", fr: "Plus de messages", rw: "≈Nta butumwa uzongera kubona" },
  stopped: {
    en: "{association}: you will get no more messages here. To get them again write START.",
    fr: "{association} : vous ne recevrez plus de messages ici. Pour en recevoir à nouveau, écrivez REPRENDRE.",
    rw: "≈{association}: nta butumwa uzongera kubona hano. Niba ushaka kongera kububona andika TANGIRA.",
  },
  startedTitle: { en: "Messages again", fr: "Reprise des messages", rw: "≈Ubutumwa burongeye" },
  started: {
    en: "{association}: you will get messages here again. To end them write STOP.",
    fr: "{association} : vous recevrez à nouveau des messages ici. Pour arrêter, écrivez ARRET.",
    rw: "≈{association}: uzongera kubona ubutumwa hano. Niba utagishaka ubutumwa andika HAGARIKA.",
  },
  answerTitle: { en: "About your answer", fr: "Au sujet de votre réponse", rw: "≈Ku gisubizo cyawe" },
  footer: {
    en: "Sent by {association} for your work.\nTo get no more of these e-mails: {stop}",
    fr: "Envoyé par {association} pour votre travail.\nPour ne plus recevoir ces courriels : {stop}",
    rw: "≈Byoherejwe na {association} ku bw’akazi kawe.\nNiba utagishaka kubona ubu butumwa: {stop}",
  },
});

/** Why a message did not leave or an answer was not understood, by the code kept with the message. */
export const reasons = defineWords({
  no_address: {
    en: "Nobody has written down a telephone number or an e-mail address for this person.",
    fr: "Aucun numéro de téléphone ni adresse électronique n’est connu pour cette personne.",
    rw: "≈Nta nimero ya telefoni cyangwa imeyili by’uyu muntu bizwi.",
  },
  bad_address: {
    en: "The address written down for this person cannot be reached as it stands. Correct it on the person’s page.",
    fr: "L’adresse notée pour cette personne est inutilisable. Corrigez-la sur la page de la personne.",
    rw: "≈Aderesi yanditswe y’uyu muntu ntikora uko iri. Yikosore ku rupapuro rwe.",
  },
  stopped: {
    en: "The person asked for no more messages at this address.",
    fr: "La personne a demandé à ne plus recevoir de messages à cette adresse.",
    rw: "≈Uyu muntu yasabye kutongera kohererezwa ubutumwa kuri iyi aderesi.",
  },
  unreachable: {
    en: "The server that sends could not be reached ({detail}).",
    fr: "Le serveur d’envoi n’a pas pu être joint ({detail}).",
    rw: "≈Seriveri yohereza ntiyabonetse ({detail}).",
  },
  busy: {
    en: "The server that sends asked us to come back later ({detail}).",
    fr: "Le serveur d’envoi a demandé de réessayer plus tard ({detail}).",
    rw: "≈Seriveri yohereza yasabye ko twongera nyuma ({detail}).",
  },
  sign_in: {
    en: "The server that sends refused our sign-in ({detail}). The administrator can correct the settings.",
    fr: "Le serveur d’envoi a refusé notre connexion ({detail}). L’administrateur peut corriger les réglages.",
    rw: "≈Seriveri yohereza yanze kutwinjiza ({detail}). Umuyobozi wa sisitemu yakosora igenamiterere.",
  },
  refused: {
    en: "The server that sends refused this message or its address ({detail}).",
    fr: "Le serveur d’envoi a refusé ce message ou son adresse ({detail}).",
    rw: "≈Seriveri yohereza yanze ubu butumwa cyangwa aderesi yabwo ({detail}).",
  },
  unknown: {
    en: "No question was open, and the text is no word we know.",
    fr: "Aucune question n’était ouverte, et le texte ne contient pas de mot connu.",
    rw: "≈Nta kibazo cyari gifunguye, kandi ayo magambo ntituyazi.",
  },
  no_answer: {
    en: "The text does not answer the question that was put.",
    fr: "Le texte ne répond pas à la question posée.",
    rw: "≈Aya magambo ntasubiza ikibazo cyabajijwe.",
  },
  which: {
    en: "Several questions were open, and the text does not say which one it answers.",
    fr: "Plusieurs questions étaient ouvertes, et le texte ne dit pas à laquelle il répond.",
    rw: "≈Hari ibibazo byinshi bifunguye, kandi ntiyavuze icyo asubije.",
  },
  declined: {
    en: "The answer was understood but could not be taken; the sender was told why.",
    fr: "La réponse a été comprise mais n’a pas pu être prise en compte ; l’expéditeur sait pourquoi.",
    rw: "≈Igisubizo cyumvikanye ariko nticyakiriwe; uwohereje yabwiwe impamvu.",
  },
  answered_later: {
    en: "A later message from the same address was understood.",
    fr: "Un message ultérieur de la même adresse a été compris.",
    rw: "≈Ubutumwa bwakurikiyeho buvuye kuri iyi aderesi bwumvikanye.",
  },
});

/** The codes of `reasons`. */
export type Reason = keyof typeof reasons;

/** The sentence for a kept code, or null. */
export function reasonText(code: string | null): Text | null {
  return code !== null && code in reasons ? reasons[code as Reason] : null;
}
