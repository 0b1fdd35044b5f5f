/** The words of states, verbs and refusals of requests and breaches. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  oversee: { en: "Oversee personal data", fr: "Surveiller les données personnelles", rw: "≈Kugenzura amakuru bwite" },
  wait: { en: "Ask for proof of identity", fr: "Demander une preuve d’identité", rw: "≈Gusaba icyemeza umwirondoro" },
  check: { en: "Note that identity was checked", fr: "Noter que l’identité est vérifiée", rw: "≈Kwandika ko umwirondoro wagenzuwe" },
  erase: { en: "Erase this person’s data", fr: "Effacer les données de cette personne", rw: "≈Gusiba amakuru y’uyu muntu" },
  answer: { en: "Answer the request", fr: "Répondre à la demande", rw: "≈Gusubiza icyifuzo" },
  withdraw: { en: "Note that it was withdrawn", fr: "Noter le retrait", rw: "≈Kwandika ko cyakuweho" },
  retain: {
    en: "Erase what may no longer be kept",
    fr: "Effacer ce qui ne peut plus être gardé",
    rw: "≈Gusiba ibitagomba gukomeza kubikwa",
  },
  breach: { en: "See the register of breaches", fr: "Voir le registre des violations", rw: "≈Kureba igitabo cy’amakuru yinjiriwe" },
  readAccesses: { en: "Read exceptional accesses", fr: "Lire les accès exceptionnels", rw: "≈Gusoma ibyarebwe mu buryo budasanzwe" },
  assess: { en: "Write down what is known", fr: "Noter ce que l’on sait", rw: "≈Kwandika ibizwi" },
  notify: { en: "Note that the authority was told", fr: "Noter la notification à l’autorité", rw: "≈Kwandika ko urwego rwamenyeshejwe" },
  tellPeople: {
    en: "Note that the people were told",
    fr: "Noter que les personnes sont informées",
    rw: "≈Kwandika ko abo bireba bamenyeshejwe",
  },
  closeBreach: { en: "Close the breach", fr: "Clore la violation", rw: "≈Gusoza" },
  received: { en: "Received", fr: "Reçue", rw: "≈Cyakiriwe" },
  waiting: { en: "Waits for the person", fr: "Attend la personne", rw: "≈Gitegereje nyir’ugusaba" },
  checked: { en: "Being worked on", fr: "En traitement", rw: "≈Kirimo gukorwa" },
  answered: { en: "Answered", fr: "Répondue", rw: "≈Cyasubijwe" },
  withdrawn: { en: "Withdrawn", fr: "Retirée", rw: "≈Cyakuweho" },
  open: { en: "Open", fr: "Ouverte", rw: "≈Birakurikiranwa" },
  notified: { en: "Authority told", fr: "Autorité informée", rw: "≈Urwego rwamenyeshejwe" },
  closed: { en: "Closed", fr: "Close", rw: "≈Byarangiye" },
  notAnErasure: {
    en: "Erasing is possible only when the person asked for it",
    fr: "L’effacement n’est possible que si la personne l’a demandé",
    rw: "≈Gusiba bishoboka gusa iyo nyir’ubwite yabisabye",
  },
  personUnknown: {
    en: "First say which person of the register it is, when you note that identity was checked",
    fr: "Indiquez d’abord de quelle personne du registre il s’agit, en notant l’identité vérifiée",
    rw: "≈Banza werekane umuntu wo mu bitabo igihe wandika ko umwirondoro wagenzuwe",
  },
  assessFirst: {
    en: "Possible once the data concerned and the measures taken are written down",
    fr: "Possible une fois notées les données concernées et les mesures prises",
    rw: "≈Bishoboka iyo amakuru areberwa n’ibyakozwe byanditswe",
  },
  riskFirst: {
    en: "Possible once the risk to people is judged",
    fr: "Possible une fois le risque évalué",
    rw: "≈Bishoboka iyo ingaruka ku bantu zasuzumwe",
  },
  notifyFirst: {
    en: "The risk is high: the authority must be told first",
    fr: "Le risque est élevé : l’autorité doit d’abord être informée",
    rw: "≈Ingaruka ni nini: urwego rugomba kubanza kumenyeshwa",
  },
  tellFirst: {
    en: "The risk is high: the people concerned must be told first",
    fr: "Le risque est élevé : les personnes concernées doivent d’abord être informées",
    rw: "≈Ingaruka ni nini: abo bireba bagomba kubanza kumenyeshwa",
  },
});
