/** Words of replacing the holder of a post. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  replaceTitle: { en: "Replace the holder of a post", fr: "Remplacer le titulaire d’un poste", rw: "≈Gusimbuza uri mu mwanya" },
  replaceLead: {
    en: "{person} holds this post since {since}. Tasks, signatures and rights stay with the post and pass to the next person the same day.",
    fr: "{person} occupe ce poste depuis le {since}. Tâches, signatures et droits restent au poste et passent le jour même à la personne suivante.",
    rw: "≈{person} ari muri uyu mwanya kuva ku wa {since}. Imirimo, imikono n’uburenganzira biguma ku mwanya, bigahabwa ukurikiye uwo munsi.",
  },
  whyQuestion: {
    en: "Why does {person} leave this post?",
    fr: "Pourquoi {person} quitte-t-il ou quitte-t-elle ce poste ?",
    rw: "≈Kuki {person} ava muri uyu mwanya?",
  },
  lastDay: {
    en: "First day without {person} in the post",
    fr: "Premier jour sans {person} à ce poste",
    rw: "≈Umunsi wa mbere {person} atazaba ari mu mwanya",
  },
  lastDayHint: {
    en: "For example {day}. Access under this post ends on that day.",
    fr: "Par exemple {day}. L’accès au titre de ce poste prend fin ce jour-là.",
    rw: "≈Urugero {day}. Uburenganzira bwo gukora muri uyu mwanya burangira uwo munsi.",
  },
  absent: {
    en: "{person} cannot be reached: the supervisor completes the file",
    fr: "{person} est injoignable : le supérieur complète le dossier",
    rw: "≈{person} ntaboneka: umukuriye ni we wuzuza dosiye",
  },
  continue: { en: "Continue", fr: "Continuer", rw: "Komeza" },
  sayReason: { en: "Choose why the person leaves", fr: "Choisissez le motif du départ", rw: "≈Hitamo impamvu agenda" },
  sayDay: {
    en: "Write the day with day, month and year, for example {day}",
    fr: "Écrivez le jour avec jour, mois et année, par exemple {day}",
    rw: "≈Andika umunsi, ukwezi n’umwaka, urugero {day}",
  },
  dayBeforeStart: {
    en: "The day cannot lie before {since}, when {person} took the post",
    fr: "Le jour ne peut précéder le {since}, date de prise de poste de {person}",
    rw: "≈Umunsi ntushobora kuba mbere ya {since}, ubwo {person} yinjiraga mu mwanya",
  },
  whoQuestion: { en: "Who takes over on {day}?", fr: "Qui prend la suite le {day} ?", rw: "≈Ni nde usimbura ku wa {day}?" },
  whoLead: {
    en: "Naming an interim the same day keeps the work going. {n, plural, =0 {Nothing waits on this post now.} one {One task waits on this post; it moves with the post.} other {# tasks wait on this post; they move with it.}}",
    fr: "Désigner un intérim le jour même assure la continuité. {n, plural, =0 {Rien n’attend ce poste.} one {Une tâche attend ce poste ; elle le suit.} other {# tâches attendent ce poste ; elles le suivent.}}",
    rw: "≈Gushyiraho usigaraho uwo munsi bituma akazi gakomeza. Imirimo {n} itegereje uyu mwanya, izagendana na wo.",
  },
  takesOver: { en: "Person", fr: "Personne", rw: "≈Umuntu" },
  takesOverHint: {
    en: "Those who hold a post in {organisation} or above",
    fr: "Les titulaires d’un poste à {organisation} ou au-dessus",
    rw: "≈Abafite umwanya muri {organisation} cyangwa hejuru yayo",
  },
  nobodyYet: {
    en: "Not known yet: leave the post vacant",
    fr: "Pas encore connu : laisser le poste vacant",
    rw: "≈Ntaramenyekana: umwanya ube usigaye ubusa",
  },
  somebodyNew: { en: "Somebody who is not in the list", fr: "Quelqu’un qui n’est pas dans la liste", rw: "≈Undi utari ku rutonde" },
  newName: { en: "Full name", fr: "Nom complet", rw: "≈Amazina yose" },
  newPhone: { en: "Telephone (optional)", fr: "Téléphone (facultatif)", rw: "≈Telefoni (si ngombwa)" },
  how: { en: "In which way?", fr: "À quel titre ?", rw: "≈Mu buhe buryo?" },
  asInterim: { en: "As interim", fr: "Par intérim", rw: "W’agateganyo" },
  asHolder: { en: "As the new holder of the post", fr: "Comme nouveau titulaire", rw: "≈Nk’uwahawe umwanya burundu" },
  confirmReplace: { en: "Record the change", fr: "Enregistrer le changement", rw: "≈Andika impinduka" },
  chooseWho: {
    en: "Choose who takes over, or that it is not known yet",
    fr: "Choisissez qui prend la suite, ou que ce n’est pas encore connu",
    rw: "≈Hitamo usimbura, cyangwa ko ataramenyekana",
  },
  writeName: {
    en: "Write the full name of the new person",
    fr: "Écrivez le nom complet de la nouvelle personne",
    rw: "≈Andika amazina yose y’umuntu mushya",
  },
  wrongPhone: {
    en: "Write the telephone number in figures, for example 0788 000 143",
    fr: "Écrivez le numéro en chiffres, par exemple 0788 000 143",
    rw: "≈Andika nimero ya telefoni mu mibare, urugero 0788 000 143",
  },
  sameWho: {
    en: "The person who leaves cannot also take over",
    fr: "La personne qui part ne peut pas aussi prendre la suite",
    rw: "≈Ugenda ntashobora no kwisimbura",
  },
  movedNotice: {
    en: "{tasks, plural, =0 {No task} one {One task} other {# tasks}} and {signatures, plural, =0 {no signature} one {one signature} other {# signatures}} moved to {person}{acting, select, yes {, acting} other {}}.",
    fr: "{tasks, plural, =0 {Aucune tâche} one {Une tâche} other {# tâches}} et {signatures, plural, =0 {aucune signature} one {une signature} other {# signatures}} passent à {person}{acting, select, yes {, par intérim} other {}}.",
    rw: "≈Imirimo {tasks} n’imikono {signatures} byimukiye kuri {person}{acting, select, yes {, w’agateganyo} other {}}.",
  },
  movedKind: { en: "{kind}: {n}", fr: "{kind} : {n}", rw: "{kind}: {n}" },
  vacantNotice: {
    en: "The post is vacant from {day}. Name an interim today so that nothing waits.",
    fr: "Le poste est vacant à partir du {day}. Désignez un intérim aujourd’hui pour que rien n’attende.",
    rw: "≈Umwanya uzaba urimo ubusa kuva ku wa {day}. Shyiraho usigaraho uyu munsi.",
  },
});
