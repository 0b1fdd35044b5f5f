/** What each figure means; frozen with every release, so that a number never parts from its meaning. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  people: { en: "People reached", fr: "Personnes atteintes", rw: "≈Abagezweho" },
  peopleMeans: {
    en: "Different people who took part in at least one activity that ended within the period. Somebody on several lists counts once; two records of one person that were joined count once.",
    fr: "Personnes différentes ayant participé à au moins une activité achevée durant la période. Qui figure sur plusieurs listes compte une fois ; deux fiches réunies d’une même personne comptent une fois.",
    rw: "≈Abantu batandukanye bitabiriye nibura igikorwa kimwe cyarangiye muri icyo gihe. Uri ku ntonde nyinshi abarwa rimwe; inyandiko ebyiri z’umuntu umwe zahujwe zibarwa rimwe.",
  },
  certainty: { en: "Verified, claimed, imported", fr: "Vérifié, déclaré, importé", rw: "≈Byagenzuwe, byavuzwe, byinjijwe" },
  certaintyMeans: {
    en: "Verified: the attendance was recorded here and closed. Claimed: somebody says so and nobody else has confirmed it. Imported: a list from before says so. A person counts once, under the surest of what is known.",
    fr: "Vérifié : la présence a été consignée ici et close. Déclaré : quelqu’un le dit et personne d’autre ne l’a confirmé. Importé : une liste d’avant le dit. Une personne compte une fois, sous le plus sûr de ce qui est connu.",
    rw: "≈Byagenzuwe: ubwitabire bwanditswe hano bukemezwa. Byavuzwe: hari ubivuga ariko nta wundi urabyemeza. Byinjijwe: byavuye ku rutonde rwa kera. Umuntu abarwa rimwe, ku cyizewe kurusha ibindi.",
  },
  participations: { en: "Participations", fr: "Participations", rw: "≈Inshuro zo kwitabira" },
  participationsMeans: {
    en: "How often somebody took part: a person in three activities stands three times here.",
    fr: "Combien de fois quelqu’un a participé : une personne à trois activités compte ici trois fois.",
    rw: "≈Inshuro umuntu yitabiriye: uwitabiriye ibikorwa bitatu abarwa gatatu hano.",
  },
  competent: { en: "Passed", fr: "Réussites", rw: "≈Abatsinze" },
  competentMeans: {
    en: "Participations that ended with enough attendance and a passed assessment, by the rules of the course. Imported lists do not say who passed and are left out of the share.",
    fr: "Participations achevées avec une présence suffisante et une évaluation réussie, selon les règles du cours. Les listes importées ne disent pas qui a réussi et ne comptent pas dans la part.",
    rw: "≈Abitabiriye bihagije kandi batsinze isuzuma, hakurikijwe amategeko y’amahugurwa. Intonde zinjijwe ntizivuga abatsinze, ntizibarwa muri iki gice.",
  },
  sessions: { en: "Sessions held", fr: "Sessions tenues", rw: "≈Amahugurwa yabaye" },
  sessionsMeans: {
    en: "Sessions recorded here in which at least one of these people took part.",
    fr: "Sessions consignées ici auxquelles au moins une de ces personnes a participé.",
    rw: "≈Amahugurwa yanditswe hano nibura umwe muri aba bantu yitabiriye.",
  },
  applied: { en: "Applied at work", fr: "Appliqué au travail", rw: "≈Byashyizwe mu bikorwa" },
  appliedMeans: {
    en: "Tasks that people took back to work and that another post confirmed as done, of all tasks.",
    fr: "Tâches emportées au travail et confirmées comme faites par un autre poste, sur toutes les tâches.",
    rw: "≈Imirimo abantu bajyanye mu kazi undi mwanya ukemeza ko yakozwe, mu mirimo yose.",
  },
  gain: { en: "Learned more", fr: "Appris davantage", rw: "≈Ubumenyi bwiyongereye" },
  gainMeans: {
    en: "Average result of the test after less that of the test before, for those who sat both, in percentage points.",
    fr: "Résultat moyen du test d’après moins celui d’avant, pour ceux qui ont passé les deux, en points de pourcentage.",
    rw: "≈Impuzandengo y’ikizamini cya nyuma ukuyemo icya mbere, ku bakoze byombi.",
  },
  paid: { en: "Paid", fr: "Payé", rw: "≈Ibyishyuwe" },
  paidMeans: {
    en: "Payments within the period against the cost lines of capacity-building plans; corrections are subtracted.",
    fr: "Paiements de la période sur les lignes de dépense des plans de renforcement des capacités ; les corrections sont déduites.",
    rw: "≈Amafaranga yishyuwe muri icyo gihe ku mirongo y’amagenamigambi yo kongera ubushobozi; ibyakosowe bivanwamo.",
  },
  inducted: { en: "Inducted", fr: "Intégrés", rw: "≈Abahuguwe binjira mu kazi" },
  inductedMeans: {
    en: "New people whose time for induction ended within the period, and how many of them were inducted.",
    fr: "Nouvelles personnes dont le délai d’intégration s’achevait durant la période, et combien d’entre elles ont été intégrées.",
    rw: "≈Abashya igihe cyo guhugurwa cyarangiye muri icyo gihe, n’umubare w’abahuguwe muri bo.",
  },
  place: { en: "District, tier, sex", fr: "District, échelon, sexe", rw: "≈Akarere, urwego, igitsina" },
  placeMeans: {
    en: "District and tier are those of the latest activity that names one. Sex is as the person or the list gave it.",
    fr: "District et échelon sont ceux de la dernière activité qui en nomme un. Le sexe est celui donné par la personne ou la liste.",
    rw: "≈Akarere n’urwego ni ibivugwa n’igikorwa giheruka. Igitsina ni icyo umuntu cyangwa urutonde byatanze.",
  },
  hidden: { en: "Hidden small numbers", fr: "Petits nombres masqués", rw: "≈Imibare mito ihishwe" },
  hiddenMeans: {
    en: "A number of fewer than {floor} people is not printed, nor are others from which it could be worked out. It is counted in the totals.",
    fr: "Un nombre de moins de {floor} personnes n’est pas imprimé, ni d’autres dont on pourrait le déduire. Il est compté dans les totaux.",
    rw: "≈Umubare w’abantu bari munsi ya {floor} ntusohorwa, kimwe n’indi yawugaragaza. Ubarwa mu giteranyo.",
  },
});
