/** What the module refuses, and what to do instead. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("messages", {
  incomingOff: {
    status: 503,
    text: {
      en: "This installation takes no messages in. The administrator can set INCOMING_SECRET.",
      fr: "Cette installation ne reçoit pas de messages. L’administrateur peut définir INCOMING_SECRET.",
      rw: "≈Iyi sisitemu ntiyakira ubutumwa. Umuyobozi wa sisitemu yashyiraho INCOMING_SECRET.",
    },
  },
  wrongSignature: {
    status: 403,
    text: {
      en: "The signature does not fit the message. Sign the bytes of the body with the shared secret (HMAC-SHA256) and send sha256=… in x-inteko-signature.",
      fr: "La signature ne correspond pas au message. Signez les octets du corps avec le secret partagé (HMAC-SHA256) et envoyez sha256=… dans x-inteko-signature.",
      rw: "≈Umukono ntuhuye n’ubutumwa. Sinya ibiri mu butumwa ukoresheje ibanga musangiye (HMAC-SHA256), wohereze sha256=… muri x-inteko-signature.",
    },
  },
  badIncoming: {
    status: 422,
    text: {
      en: "Send JSON with the texts id, from and text; the channel is sms or email.",
      fr: "Envoyez du JSON avec les textes id, from et text ; le canal est sms ou email.",
      rw: "≈Ohereza JSON irimo id, from na text; inzira ni sms cyangwa email.",
    },
  },
  badLink: {
    status: 404,
    text: {
      en: "This link is not complete or no longer holds. Open it again from the e-mail, or answer the e-mail with the word STOP.",
      fr: "Ce lien est incomplet ou n’est plus valable. Rouvrez-le depuis le courriel, ou répondez au courriel par le mot ARRÊT.",
      rw: "≈Uyu murongo ntiwuzuye cyangwa ntugikora. Ongera uwufungure uhereye mu butumwa, cyangwa usubize wandika HAGARIKA.",
    },
  },
  phoneClosed: {
    status: 404,
    text: {
      en: "A gateway for text messages is set up, so this page is closed: messages go to real telephones. Look at the list of messages instead.",
      fr: "Une passerelle SMS est configurée : cette page est fermée, car les messages partent vers de vrais téléphones. Consultez la liste des messages.",
      rw: "≈Ubutumwa bugufi busigaye bujya kuri telefoni nyazo, bityo uru rupapuro rurafunze. Reba urutonde rw’ubutumwa.",
    },
  },
  notInPerson: {
    status: 403,
    text: {
      en: "Answering as somebody is possible in a demonstration only: here these are real people, and their answers are theirs.",
      fr: "Répondre à la place de quelqu’un n’est possible que dans une démonstration : ici, ce sont de vraies personnes, et leurs réponses leur appartiennent.",
      rw: "≈Gusubiza mu mwanya w’undi bishoboka gusa mu igerageza: hano ni abantu nyabo, ibisubizo ni ibyabo.",
    },
  },
  remindedToday: {
    status: 409,
    text: {
      en: "{count, plural, one {This person was} other {All # people were}} reminded of this today already. The next reminder can go out tomorrow.",
      fr: "{count, plural, one {Cette personne a déjà reçu} other {Ces # personnes ont déjà reçu}} un rappel aujourd’hui. Le prochain pourra partir demain.",
      rw: "≈Uyu munsi bamaze kwibutswa ibi (abantu {count}). Ejo ni bwo bashobora kongera kwibutswa.",
    },
  },
  nobody: {
    status: 422,
    text: {
      en: "There is nobody to remind. Choose at least one person.",
      fr: "Il n’y a personne à qui envoyer un rappel. Choisissez au moins une personne.",
      rw: "≈Nta muntu wo kwibutsa uhari. Hitamo nibura umuntu umwe.",
    },
  },
});
