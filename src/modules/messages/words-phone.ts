/** Words of the developer's telephone, of a mail shown as text, and of the page that ends mail. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  phoneTitle: { en: "Somebody’s telephone", fr: "Le téléphone de quelqu’un", rw: "≈Telefoni y’umuntu" },
  phoneLead: {
    en: "Nothing leaves this installation. Choose a person to see what would arrive, and answer as that telephone.",
    fr: "Rien ne quitte cette installation. Choisissez une personne pour voir ce qui arriverait, et répondez comme ce téléphone.",
    rw: "≈Nta kiva muri iyi sisitemu. Hitamo umuntu urebe icyamugeraho, unasubize nk’iyo telefoni.",
  },
  phoneLeadReal: {
    en: "No gateway for text messages is set up, so they are kept here. Choose a person to see what would arrive.",
    fr: "Aucune passerelle SMS n’est configurée : les messages restent ici. Choisissez une personne pour voir ce qui arriverait.",
    rw: "≈Nta nzira y’ubutumwa bugufi irashyirwaho, bityo bubikwa hano. Hitamo umuntu urebe icyamugeraho.",
  },
  phoneOf: { en: "Telephone of {name}", fr: "Téléphone de {name}", rw: "≈Telefoni ya {name}" },
  find: { en: "Name", fr: "Nom", rw: "≈Izina" },
  people: { en: "People", fr: "Personnes", rw: "≈Abantu" },
  person: { en: "Person", fr: "Personne", rw: "≈Umuntu" },
  phone: { en: "Telephone", fr: "Téléphone", rw: "≈Telefoni" },
  noPhone: { en: "no telephone written down", fr: "aucun téléphone noté", rw: "≈nta telefoni yanditswe" },
  shared: { en: "{phone}, shared", fr: "{phone}, partagé", rw: "≈{phone}, irasangiwe" },
  messages: { en: "Messages", fr: "Messages", rw: "≈Ubutumwa" },
  foundNone: {
    en: "Nobody with this name has a telephone or messages. Try another name.",
    fr: "Personne de ce nom n’a de téléphone ni de messages. Essayez un autre nom.",
    rw: "≈Nta muntu ufite iryo zina ufite telefoni cyangwa ubutumwa. Gerageza irindi.",
  },
  lastWritten: {
    en: "People written to last are shown.",
    fr: "Les dernières personnes contactées sont affichées.",
    rw: "≈Herekanwe abandikiwe bwa nyuma.",
  },
  conversation: {
    en: "On the screen, newest first",
    fr: "À l’écran, le plus récent d’abord",
    rw: "≈Ibyo telefoni yerekana, ibishya hejuru",
  },
  nothing: {
    en: "Nothing was said to this person yet. Invitations and reminders appear here.",
    fr: "Rien n’a encore été dit à cette personne. Les invitations et les rappels apparaîtront ici.",
    rw: "≈Nta kirabwirwa uyu muntu. Ubutumire n’inzibutso bizagaragara hano.",
  },
  fromUs: { en: "To the telephone, {state}", fr: "Vers le téléphone, {state}", rw: "≈Bijya kuri telefoni, {state}" },
  fromThem: { en: "From the telephone, {state}", fr: "Depuis le téléphone, {state}", rw: "≈Bivuye kuri telefoni, {state}" },
  mailArrived: { en: "E-mail: {title}", fr: "Courriel : {title}", rw: "≈Imeyili: {title}" },
  partCount: {
    en: "{parts, plural, one {# part} other {# parts}}, {alphabet, select, gsm {plain letters} other {special letters}}",
    fr: "{parts, plural, one {# partie} other {# parties}}, {alphabet, select, gsm {lettres simples} other {lettres spéciales}}",
    rw: "≈ibice {parts}, {alphabet, select, gsm {inyuguti zisanzwe} other {inyuguti zidasanzwe}}",
  },
  reply: { en: "Answer as this telephone", fr: "Répondre comme ce téléphone", rw: "≈Subiza nk’iyi telefoni" },
  replyLabel: { en: "Text of the message", fr: "Texte du message", rw: "≈Ibyanditswe mu butumwa" },
  replyHint: {
    en: "As one would type it: 1, 2, yego, oui, STOP.",
    fr: "Comme on le taperait : 1, 2, yego, oui, ARRÊT.",
    rw: "≈Nk’uko umuntu yabyandika: 1, 2, yego, HAGARIKA.",
  },
  replyMissing: {
    en: "Write what the telephone would send.",
    fr: "Écrivez ce que le téléphone enverrait.",
    rw: "≈Andika icyo telefoni yakohereza.",
  },
  send: { en: "Send", fr: "Envoyer", rw: "≈Ohereza" },
  another: { en: "Choose another person", fr: "Choisir une autre personne", rw: "≈Hitamo undi muntu" },

  mailTitle: { en: "E-mail", fr: "Courriel", rw: "≈Imeyili" },
  mailLead: {
    en: "As plain text, the way it is read.",
    fr: "En texte simple, tel qu’il est lu.",
    rw: "≈Mu nyandiko isanzwe, uko isomwa.",
  },
  mailTo: { en: "To", fr: "À", rw: "≈Kuri" },
  mailSubject: { en: "Subject", fr: "Objet", rw: "≈Ku birebana na" },
  mailDate: { en: "Date", fr: "Date", rw: "≈Itariki" },

  stopTitle: { en: "E-mails from {association}", fr: "Courriels de {association}", rw: "≈Imeyili za {association}" },
  stopTitleSms: { en: "Text messages from {association}", fr: "SMS de {association}", rw: "≈Ubutumwa bugufi bwa {association}" },
  stopLead: {
    en: "Messages come to {address}. You can end them here, and let them begin again.",
    fr: "Les messages arrivent à {address}. Vous pouvez les arrêter ici, et les reprendre.",
    rw: "≈Ubutumwa buza kuri {address}. Hano ushobora kubuhagarika cyangwa ukongera kubwakira.",
  },
  stopWarning: {
    en: "Invitations and reminders will not reach you there any more. What you have to do still stands on your page.",
    fr: "Les invitations et les rappels ne vous y parviendront plus. Ce que vous avez à faire reste sur votre page.",
    rw: "≈Ubutumire n’inzibutso ntibizongera kukugeraho. Ibyo ugomba gukora biguma ku rupapuro rwawe.",
  },
  stopButton: { en: "End these messages", fr: "Arrêter ces messages", rw: "≈Hagarika ubu butumwa" },
  stoppedNow: {
    en: "You get no more messages at {address}.",
    fr: "Vous ne recevez plus de messages à {address}.",
    rw: "≈Nta butumwa uzongera kubona kuri {address}.",
  },
  startButton: { en: "Get messages again", fr: "Recevoir à nouveau les messages", rw: "≈Ongera wakire ubutumwa" },
});
