/** The words of a person's page about her own data, and of telling about an incident. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  title: { en: "My data", fr: "Mes données", rw: "≈Amakuru yanjye" },
  lead: {
    en: "What is held about you, why, and what you can ask.",
    fr: "Ce qui est détenu sur vous, pourquoi, et ce que vous pouvez demander.",
    rw: "≈Ibibitswe kuri wowe, impamvu, n’icyo ushobora gusaba.",
  },
  held: { en: "What is held about you", fr: "Ce qui est détenu sur vous", rw: "≈Ibibitswe kuri wowe" },
  why: { en: "Why, and for how long", fr: "Pourquoi et combien de temps", rw: "≈Impamvu n’igihe" },
  much: { en: "How much", fr: "Combien", rw: "≈Ingano" },
  can: { en: "What you can do", fr: "Ce que vous pouvez faire", rw: "≈Icyo ushobora gukora" },
  askText: {
    en: "See it, correct it, have it erased, take it elsewhere, object.",
    fr: "Voir, corriger, faire effacer, emporter, s’opposer.",
    rw: "≈Kureba, gukosora, gusibisha, kujyana ahandi, kwanga.",
  },
  partsHeld: { en: "{n, plural, one {one row} other {# rows}}", fr: "{n, plural, one {une ligne} other {# lignes}}", rw: "≈imirongo {n}" },
  seeAll: { en: "Read all of it", fr: "Tout lire", rw: "≈Soma byose" },
  take: { en: "Download as JSON", fr: "Télécharger en JSON", rw: "≈Manura nka JSON" },
  nothing: {
    en: "Nothing is held about you beside your account.",
    fr: "Rien n’est détenu sur vous en dehors de votre compte.",
    rw: "≈Nta kindi kibitswe kuri wowe uretse konti yawe.",
  },
  ask: { en: "Ask about my data", fr: "Demander au sujet de mes données", rw: "≈Baza ibyerekeye amakuru yanjye" },
  askLead: {
    en: "The data protection officer reads it and answers with reasons within {days} days. It costs nothing, and nobody at your work is told.",
    fr: "Le délégué à la protection des données le lit et répond avec ses raisons dans les {days} jours. C’est gratuit, et personne à votre travail n’en est informé.",
    rw: "≈Ushinzwe kurinda amakuru bwite arabisoma akagusubiza mu minsi {days} atanga impamvu. Nta kiguzi, kandi nta wo ku kazi ubimenyeshwa.",
  },
  askWhat: { en: "What do you ask for?", fr: "Que demandez-vous ?", rw: "≈Urasaba iki?" },
  askWords: { en: "Tell it in your own words", fr: "Dites-le avec vos mots", rw: "≈Bivuge mu magambo yawe" },
  askWordsHint: {
    en: "Which data, and what is wrong with it or what should happen. Write no other person’s secrets.",
    fr: "Quelles données, et ce qui ne va pas ou ce qui devrait se passer. N’écrivez pas les secrets d’autrui.",
    rw: "≈Ni ayahe makuru, ikibazo afite cyangwa icyakorwa. Ntiwandike amabanga y’abandi.",
  },
  send: { en: "Send my request", fr: "Envoyer ma demande", rw: "≈Ohereza icyifuzo" },
  yours: { en: "Your requests", fr: "Vos demandes", rw: "≈Ibyifuzo byawe" },
  noneYet: { en: "You have not asked anything yet.", fr: "Vous n’avez encore rien demandé.", rw: "≈Nta cyo urasaba." },
  sentOn: { en: "Sent on {day}", fr: "Envoyée le {day}", rw: "≈Byoherejwe ku wa {day}" },
  answerBy: { en: "You get an answer by {day}.", fr: "Vous recevrez une réponse avant le {day}.", rw: "≈Uzasubizwa bitarenze {day}." },
  answered: { en: "Answered on {day}", fr: "Réponse du {day}", rw: "≈Byasubijwe ku wa {day}" },
  notContent: {
    en: "If you do not agree, you can complain to the supervisory authority for personal data.",
    fr: "Si vous n’êtes pas d’accord, vous pouvez saisir l’autorité de contrôle des données personnelles.",
    rw: "≈Niba utabyemera, ushobora kuregera urwego rushinzwe kugenzura amakuru bwite.",
  },
  withdraw: { en: "Withdraw this request", fr: "Retirer cette demande", rw: "≈Kura iki cyifuzo" },
  officer: { en: "Whom to talk to", fr: "À qui parler", rw: "≈Uwo mwavugana" },
  noOfficer: {
    en: "The post of data protection officer is vacant. The Secretary General answers in the meantime.",
    fr: "Le poste de délégué à la protection des données est vacant. Le Secrétaire général répond en attendant.",
    rw: "≈Umwanya w’ushinzwe kurinda amakuru bwite nta muntu urimo. Umunyamabanga Mukuru ni we usubiza.",
  },
  incident: { en: "Tell about an incident", fr: "Signaler un incident", rw: "≈Menyesha ikibazo cyabaye" },
  incidentText: {
    en: "A lost phone, a list sent to the wrong person, a stranger on your account.",
    fr: "Un téléphone perdu, une liste envoyée au mauvais destinataire, un inconnu sur votre compte.",
    rw: "≈Telefone yatakaye, urutonde rwohererejwe undi, umuntu utazi kuri konti yawe.",
  },
  incidentLead: {
    en: "Tell at once, even when you are not sure and even when it was your own mistake. Telling early protects people; nobody is punished for telling.",
    fr: "Dites-le tout de suite, même sans certitude et même si c’est votre erreur. Dire tôt protège les gens ; personne n’est puni pour avoir signalé.",
    rw: "≈Bivuge ako kanya, kabone n’iyo utabizi neza cyangwa ari ikosa ryawe. Kubivuga hakiri kare birinda abantu; nta wuhanirwa kubivuga.",
  },
  what: { en: "What happened?", fr: "Que s’est-il passé ?", rw: "≈Byagenze bite?" },
  whatHint: {
    en: "For example: a phone with the attendance list was lost on the bus to Nyanza. Name no people.",
    fr: "Par exemple : un téléphone avec la liste de présence a été perdu dans le bus pour Nyanza. Ne nommez personne.",
    rw: "≈Urugero: telefone irimo urutonde rw’abitabiriye yatakariye muri bisi ijya i Nyanza. Ntuvuge amazina.",
  },
  day: { en: "Day it was noticed", fr: "Jour de la découverte", rw: "≈Umunsi byagaragayeho" },
  time: { en: "Hour, for example 08:30", fr: "Heure, par exemple 08:30", rw: "≈Isaha, urugero 08:30" },
  tell: {
    en: "Tell the data protection officer",
    fr: "Prévenir le délégué à la protection des données",
    rw: "≈Menyesha ushinzwe kurinda amakuru bwite",
  },
  told: {
    en: "Thank you. The data protection officer sees it now. If data can still be taken back (lock the phone, recall the message), do it now.",
    fr: "Merci. Le délégué à la protection des données le voit maintenant. Si les données peuvent encore être protégées (verrouiller le téléphone, rappeler le message), faites-le maintenant.",
    rw: "≈Murakoze. Ushinzwe kurinda amakuru bwite arabibona ubu. Niba amakuru agishobora kurindwa (funga telefone, garura ubutumwa), bikore nonaha.",
  },
});
