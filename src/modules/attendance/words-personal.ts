/** The words of a participant’s own page, of the number shown in the room and of the way into the call. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  lead: {
    en: "Show this code at the door, or type the number shown in the room.",
    fr: "Montrez ce code à la porte, ou tapez le nombre affiché dans la salle.",
    rw: "≈Erekana iyi kode ku muryango, cyangwa wandike umubare werekanwa mu cyumba.",
  },
  code: { en: "Your code", fr: "Votre code", rw: "≈Kode yawe" },
  qr: { en: "QR code of {name}, {code}", fr: "Code QR de {name}, {code}", rw: "≈Kode ya QR ya {name}, {code}" },
  pin: { en: "Number shown in the room", fr: "Nombre affiché dans la salle", rw: "≈Umubare werekanwa mu cyumba" },
  pinHint: {
    en: "Four digits; it changes every half-day.",
    fr: "Quatre chiffres\u202f; il change chaque demi-journée.",
    rw: "≈Imibare ine; ihinduka buri gice cy’umunsi.",
  },
  iAmHere: { en: "I am here", fr: "Je suis là", rw: "≈Ndahari" },
  hereSince: {
    en: "You are noted as present since {time}. Nothing more to do this half-day.",
    fr: "Votre présence est notée depuis {time}. Rien d’autre à faire cette demi-journée.",
    rw: "≈Wanditswe ko uhari kuva saa {time}. Nta kindi gikenewe muri iki gice cy’umunsi.",
  },
  opens: {
    en: "You can note your arrival from {time} on {day}.",
    fr: "Vous pourrez noter votre présence à partir de {time}, le {day}.",
    rw: "≈Ushobora kwiyandikisha guhera saa {time} ku wa {day}.",
  },
  over: { en: "This meeting is over.", fr: "Cette rencontre est terminée.", rw: "≈Iyi nama yararangiye." },
  mine: { en: "Your half-days", fr: "Vos demi-journées", rw: "≈Ibice byawe by’umunsi" },
  state: { en: "Noted", fr: "Noté", rw: "≈Byanditswe" },
  join: { en: "Go into the call", fr: "Rejoindre l’appel", rw: "≈Injira mu nama" },
  joinLead: {
    en: "One press notes your arrival and takes you into the call.",
    fr: "Une pression note votre arrivée et vous mène à l’appel.",
    rw: "≈Ukanda rimwe: kuhagera kwawe kwandikwa, ukinjira mu nama.",
  },
  joined: {
    en: "Your arrival is noted at {time}. The call is open:",
    fr: "Votre arrivée est notée à {time}. L’appel est ouvert\u202f:",
    rw: "≈Kuhagera kwawe kwanditswe saa {time}. Inama irafunguye:",
  },
  ownPage: { en: "My half-days", fr: "Mes demi-journées", rw: "≈Ibice byanjye by’umunsi" },
  openCall: { en: "Open the call", fr: "Ouvrir l’appel", rw: "≈Fungura inama" },
  roomTitle: { en: "Number for the room", fr: "Nombre pour la salle", rw: "≈Umubare wo mu cyumba" },
  roomLead: {
    en: "Open your own link from the invitation and type this number.",
    fr: "Ouvrez votre lien personnel de l’invitation et tapez ce nombre.",
    rw: "≈Fungura umuyoboro wawe wo mu butumire wandike uyu mubare.",
  },
  askTitle: { en: "Ask by text message", fr: "Demander par SMS", rw: "≈Baza ukoresheje ubutumwa bugufi" },
  askNote: {
    en: "{count, plural, one {One person} other {# people}} expected in the room can answer a text message with the number.",
    fr: "{count, plural, one {Une personne attendue} other {# personnes attendues}} en salle peuvent répondre à un SMS avec le nombre.",
    rw: "≈Abantu {count} bategerejwe bashobora gusubiza ubutumwa bugufi bakoresheje uwo mubare.",
  },
  ask: { en: "Send the text messages", fr: "Envoyer les SMS", rw: "≈Ohereza ubutumwa bugufi" },
  smsTitle: { en: "Sign in at your meeting", fr: "Votre présence à la rencontre", rw: "≈Kwiyandikisha mu nama" },
  smsBody: {
    en: "Dear {name}, when you are in the room of “{title}”, answer this message with the four digits shown there: {code} and the digits. Or open {link}",
    fr: "Bonjour {name}, une fois dans la salle de «\u202f{title}\u202f», répondez à ce message par les quatre chiffres affichés\u202f: {code} puis les chiffres. Ou ouvrez {link}",
    rw: "≈Mwaramutse {name}, nimugera mu cyumba cya “{title}”, musubize ubu butumwa mukoresheje imibare ine yerekanwa: {code} n’iyo mibare. Cyangwa mufungure {link}",
  },
  sms: {
    en: "{association}: in the room? Answer {code} and the 4 digits shown there. {title}",
    fr: "{association}, présence. Dans la salle, répondez {code} et les 4 chiffres affichés. {title}",
    rw: "≈{association}: mugeze mu cyumba? Subiza {code} n’imibare 4 yerekanwa. {title}",
  },
  smsHelp: {
    en: "Answer with {code} and the four digits shown in the room.",
    fr: "Répondez par {code} et les quatre chiffres affichés dans la salle.",
    rw: "≈Subiza {code} n’imibare ine yerekanwa mu cyumba.",
  },
  smsThanks: { en: "You are noted as present. Thank you.", fr: "Votre présence est notée. Merci.", rw: "≈Wanditswe ko uhari. Murakoze." },
});
