/** The words of the app that answers without signal. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  title: { en: "Work without signal", fr: "Travailler sans réseau", rw: "≈Kora nta muyoboro" },
  lead: {
    en: "Questionnaires and attendance lists kept on this phone. What you enter goes out when the signal returns.",
    fr: "Questionnaires et listes de présence gardés sur ce téléphone. Vos saisies partent quand le réseau revient.",
    rw: "≈Ibibazo n’intonde z’abitabiriye bibitswe kuri iyi telefoni. Ibyo wanditse byoherezwa umuyoboro ugarutse.",
  },
  needsScript: {
    en: "This page needs a browser that runs scripts. Without one, answer under “My answers” while there is signal.",
    fr: "Cette page demande un navigateur qui exécute les scripts. Sinon, répondez sous «\u202fMes réponses\u202f » quand il y a du réseau.",
    rw: "≈Uru rupapuro rukeneye mushakisha ikoresha scripts. Bitabaye ibyo, subiriza kuri “Ibisubizo byanjye” igihe hari umuyoboro.",
  },
  kept: { en: "On this phone", fr: "Sur ce téléphone", rw: "≈Kuri iyi telefoni" },
  available: { en: "Can be kept on this phone", fr: "Peuvent être gardés sur ce téléphone", rw: "≈Byabikwa kuri iyi telefoni" },
  keep: {
    en: "Keep “{title}” on this phone",
    fr: "Garder «\u202f{title}\u202f » sur ce téléphone",
    rw: "≈Bika “{title}” kuri iyi telefoni",
  },
  nothing: {
    en: "No questionnaire is kept here yet. Start one under “My answers” while there is signal, then keep it on this phone.",
    fr: "Aucun questionnaire n’est gardé ici. Commencez-en un sous «\u202fMes réponses\u202f » quand il y a du réseau, puis gardez-le sur ce téléphone.",
    rw: "≈Nta bibazo bibitswe hano. Bitangirize kuri “Ibisubizo byanjye” igihe hari umuyoboro, ubibike kuri iyi telefoni.",
  },
  mine: { en: "My answers", fr: "Mes réponses", rw: "≈Ibisubizo byanjye" },
  answer: { en: "Answer", fr: "Répondre", rw: "≈Subiza" },
  until: { en: "Open until {day}", fr: "Ouvert jusqu’au {day}", rw: "≈Bifunguye kugeza {day}" },
  savedHere: {
    en: "Saved on this phone at {time}. It goes out when the signal returns.",
    fr: "Enregistré sur ce téléphone à {time}. L’envoi se fera au retour du réseau.",
    rw: "Ibyo wanditse byabitswe kuri iyi telefoni saa {time}. Bizoherezwa umuyoboro nugaruka.",
  },
  sentOut: {
    en: "Sent at {time}. Everything is also kept at the association.",
    fr: "Envoyé à {time}. Tout est aussi conservé à l’association.",
    rw: "≈Byoherejwe saa {time}. Byose bibitswe no mu ihuriro.",
  },
  waiting: {
    en: "{count, plural, one {One entry waits} other {# entries wait}} on this phone for the signal.",
    fr: "{count, plural, one {Une saisie attend} other {# saisies attendent}} le réseau sur ce téléphone.",
    rw: "≈Ibyanditswe {count} bitegereje umuyoboro kuri iyi telefoni.",
  },
  signIn: {
    en: "Your sign-in has ended. The answers stay on this phone; sign in again to send them.",
    fr: "Votre connexion a pris fin. Les réponses restent sur ce téléphone\u202f; reconnectez-vous pour les envoyer.",
    rw: "≈Igihe cyo kwinjira cyarangiye. Ibisubizo biguma kuri iyi telefoni; ongera winjire ubyohereze.",
  },
  signInAgain: { en: "Sign in again", fr: "Se reconnecter", rw: "≈Ongera winjire" },
  refused: {
    en: "The association could not take these answers: {reason} They stay on this phone until you remove them.",
    fr: "L’association n’a pas pu prendre ces réponses\u202f: {reason} Elles restent sur ce téléphone jusqu’à ce que vous les retiriez.",
    rw: "≈Ihuriro ntiryashoboye kwakira ibi bisubizo: {reason} Biguma kuri iyi telefoni kugeza ubikuyeho.",
  },
  remove: {
    en: "Remove everything of mine from this phone",
    fr: "Retirer tout ce qui est à moi de ce téléphone",
    rw: "≈Kura ibisubizo byanjye kuri iyi telefoni",
  },
  removeSure: {
    en: "Remove them, also {count, plural, one {the one} other {the #}} not sent yet",
    fr: "Les retirer, y compris {count, plural, one {celle qui n’est pas envoyée} other {les # qui ne sont pas envoyées}}",
    rw: "≈Bikureho, harimo n’{count} bitaroherezwa",
  },
  removeNote: {
    en: "What was sent stays at the association. On a phone that others use, remove your answers when you are done.",
    fr: "Ce qui a été envoyé reste à l’association. Sur un téléphone partagé, retirez vos réponses quand vous avez fini.",
    rw: "≈Ibyoherejwe biguma mu ihuriro. Kuri telefoni ikoreshwa n’abandi, kuraho ibisubizo byawe urangije.",
  },
  removed: {
    en: "Nothing of yours is left on this phone.",
    fr: "Il ne reste rien de vous sur ce téléphone.",
    rw: "≈Nta kintu cyawe gisigaye kuri iyi telefoni.",
  },
  sendHere: { en: "Send in my answers", fr: "Envoyer mes réponses", rw: "≈Ohereza ibisubizo byanjye" },
  sendWaiting: {
    en: "Your answers are complete. They are sent in as soon as there is signal.",
    fr: "Vos réponses sont complètes. Elles seront envoyées dès qu’il y aura du réseau.",
    rw: "≈Ibisubizo byawe biruzuye. Bizoherezwa umuyoboro nuboneka.",
  },
  sendDone: {
    en: "Your answers are in. Thank you.",
    fr: "Vos réponses sont envoyées. Merci.",
    rw: "≈Ibisubizo byawe byoherejwe. Murakoze.",
  },
  sendBack: {
    en: "Answers from another device changed something: some need another look before they can be sent in.",
    fr: "Des réponses d’un autre appareil ont changé quelque chose\u202f: certaines sont à revoir avant l’envoi.",
    rw: "≈Ibisubizo byo ku kindi gikoresho byahinduye ibintu: hari ibigomba kongera kurebwa mbere yo kohereza.",
  },
  fileLater: {
    en: "A picture or file is added under “My answers” when there is signal.",
    fr: "Une image ou un fichier s’ajoute sous «\u202fMes réponses\u202f » quand il y a du réseau.",
    rw: "≈Ifoto cyangwa dosiye yongerwa kuri “Ibisubizo byanjye” igihe hari umuyoboro.",
  },
  list: { en: "All questionnaires", fr: "Tous les questionnaires", rw: "≈Ibibazo byose" },
  step: { en: "Step {number} of {count}", fr: "Étape {number} sur {count}", rw: "≈Urupapuro rwa {number} muri {count}" },
  dateHint: {
    en: "Day/month/year, for example 28/11/2025",
    fr: "Jour/mois/année, par exemple 28/11/2025",
    rw: "≈Umunsi/ukwezi/umwaka, urugero 28/11/2025",
  },
  errorHead: { en: "Some answers need a change", fr: "Quelques réponses sont à revoir", rw: "Hari ibigomba gukosorwa" },
  language: { en: "Language", fr: "Langue", rw: "Ururimi" },
});
