/** What happened in this module, by kind of journal entry, as a sentence. */
import { defineWords } from "#platform/i18n/text.ts";

export const stories = defineWords({
  "registry.pack.installed": {
    en: "The country pack was installed.",
    fr: "Le paquet du pays a été installé.",
    rw: "≈Amakuru y’igihugu yashyizwemo.",
  },
  "registry.post.opened": {
    en: "{post} opened a seat: {what}.",
    fr: "{post} a ouvert un siège\u202f: {what}.",
    rw: "≈{post} yafunguye umwanya: {what}.",
  },
  "registry.post.assigned": {
    en: "{post} put somebody into a post: {what}.",
    fr: "{post} a pourvu un poste\u202f: {what}.",
    rw: "≈{post} yashyize umuntu mu mwanya: {what}.",
  },
  "registry.post.vacated": {
    en: "{post} recorded that a holder left: {what}.",
    fr: "{post} a consigné un départ\u202f: {what}.",
    rw: "≈{post} yanditse ko umuntu yavuye mu mwanya: {what}.",
  },
  "registry.person.added": {
    en: "{post} added a person: {what}.",
    fr: "{post} a ajouté une personne\u202f: {what}.",
    rw: "≈{post} yongeyemo umuntu: {what}.",
  },
  "registry.person.merged": {
    en: "{post} merged two records of {what}.",
    fr: "{post} a fusionné deux fiches de {what}.",
    rw: "≈{post} yahuje inyandiko ebyiri za {what}.",
  },
  "registry.person.parted": {
    en: "{post} parted a record again: {what}.",
    fr: "{post} a séparé de nouveau une fiche\u202f: {what}.",
    rw: "≈{post} yongeye gutandukanya inyandiko: {what}.",
  },
  "people.match.not_same": {
    en: "{post} decided that two records are not one person: {what}.",
    fr: "{post} a décidé que deux fiches ne sont pas la même personne\u202f: {what}.",
    rw: "≈{post} yemeje ko inyandiko ebyiri atari iz’umuntu umwe: {what}.",
  },
  "people.match.later": {
    en: "{post} put a decision about doubles off: {what}.",
    fr: "{post} a reporté une décision sur des doublons\u202f: {what}.",
    rw: "≈{post} yimuye icyemezo: {what}.",
  },
  "people.units.imported": {
    en: "Units of territory were imported.",
    fr: "Des unités territoriales ont été importées.",
    rw: "≈Inzego z’ubutegetsi zinjijwe.",
  },
  "people.boundaries.imported": { en: "Boundaries were imported.", fr: "Des limites ont été importées.", rw: "≈Imbibi zinjijwe." },
  "people.import.checked": {
    en: "{post} brought a list and had it checked.",
    fr: "{post} a apporté une liste et l’a fait vérifier.",
    rw: "≈{post} yazanye urutonde rurasuzumwa.",
  },
  "people.import.confirmed": {
    en: "{post} confirmed an import.",
    fr: "{post} a confirmé une importation.",
    rw: "≈{post} yemeje iyinjizwa.",
  },
  "people.import.dropped": {
    en: "{post} set a list aside.",
    fr: "{post} a écarté une liste.",
    rw: "≈{post} yashyize urutonde ku ruhande.",
  },
  "people.import.advanced": {
    en: "Rows of an import were taken.",
    fr: "Des lignes d’une importation ont été reprises.",
    rw: "≈Imirongo y’iyinjizwa yafashwe.",
  },
  "people.import.compared": {
    en: "The people of an import were compared with everybody else.",
    fr: "Les personnes d’une importation ont été comparées aux autres.",
    rw: "≈Abantu binjijwe bagereranyijwe n’abandi.",
  },
  "people.import.done": { en: "An import was finished.", fr: "Une importation est terminée.", rw: "≈Iyinjizwa ryarangiye." },
  "people.import.failed": { en: "An import stopped.", fr: "Une importation s’est arrêtée.", rw: "≈Iyinjizwa ryahagaze." },
  "people.handover.begun": {
    en: "{post} began a handover: {what}.",
    fr: "{post} a ouvert une remise de service\u202f: {what}.",
    rw: "≈{post} yatangije ihererekanyabubasha: {what}.",
  },
  "people.handover.named": {
    en: "{post} named who takes over: {what}.",
    fr: "{post} a désigné qui prend la suite\u202f: {what}.",
    rw: "≈{post} yashyizeho usimbura: {what}.",
  },
  "people.handover.written": {
    en: "{post} wrote into the file: {what}.",
    fr: "{post} a complété le dossier\u202f: {what}.",
    rw: "≈{post} yanditse muri dosiye: {what}.",
  },
  "people.handover.completed": {
    en: "{post} declared the file complete: {what}.",
    fr: "{post} a déclaré le dossier complet\u202f: {what}.",
    rw: "≈{post} yemeje ko dosiye yuzuye: {what}.",
  },
  "people.handover.meeting_set": {
    en: "{post} set the meeting: {what}.",
    fr: "{post} a fixé la réunion\u202f: {what}.",
    rw: "≈{post} yashyizeho inama: {what}.",
  },
  "people.handover.accepted": {
    en: "{post} accepted the handover: {what}.",
    fr: "{post} a accepté la remise\u202f: {what}.",
    rw: "≈{post} yemeye ihererekanyabubasha: {what}.",
  },
  "people.handover.refused": {
    en: "{post} sent the file back: {what}.",
    fr: "{post} a renvoyé le dossier\u202f: {what}.",
    rw: "≈{post} yasubije dosiye inyuma: {what}.",
  },
  "people.handover.closed": {
    en: "{post} checked and closed the handover: {what}.",
    fr: "{post} a contrôlé et clos la remise\u202f: {what}.",
    rw: "≈{post} yagenzuye asoza ihererekanyabubasha: {what}.",
  },
  "people.demonstration.made": {
    en: "Demonstration people were made.",
    fr: "Des personnes de démonstration ont été créées.",
    rw: "≈Abantu b’igerageza barakozwe.",
  },
  "signature.sheet.opened": {
    en: "{post} opened a sheet to sign: {what}.",
    fr: "{post} a ouvert une feuille à signer\u202f: {what}.",
    rw: "≈{post} yafunguye urupapuro rwo gusinya: {what}.",
  },
  "signature.place.signed": { en: "{post} signed: {what}.", fr: "{post} a signé\u202f: {what}.", rw: "≈{post} yasinye: {what}." },
  "signature.sheet.withdrawn": {
    en: "{post} withdrew a sheet: {what}.",
    fr: "{post} a retiré une feuille\u202f: {what}.",
    rw: "≈{post} yakuyeho urupapuro: {what}.",
  },
});
