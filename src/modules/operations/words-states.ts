/** The words of verbs and states. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  see: { en: "See how the installation is run", fr: "Voir le fonctionnement de l’installation", rw: "≈Kureba uko sisitemu ikora" },
  editCodes: { en: "Edit code lists", fr: "Modifier les listes de codes", rw: "≈Guhindura intonde z’amagambo" },
  propose: { en: "Propose a rule change", fr: "Proposer une modification de règle", rw: "≈Gusaba guhindura itegeko" },
  approve: {
    en: "Approve, as head of the association",
    fr: "Approuver, en qualité de responsable de l’association",
    rw: "≈Kwemeza, nk’umuyobozi w’ihuriro",
  },
  refuse: { en: "Refuse", fr: "Refuser", rw: "≈Kwanga" },
  withdraw: { en: "Withdraw the proposal", fr: "Retirer la proposition", rw: "≈Gukuraho icyifuzo" },
  run: { en: "Run the installation", fr: "Exploiter l’installation", rw: "≈Gukoresha sisitemu" },
  askExport: { en: "Ask for an export of everything", fr: "Demander une exportation complète", rw: "≈Gusaba gusohora amakuru yose" },
  decideExport: {
    en: "Decide on an export with personal data",
    fr: "Décider d’une exportation avec données personnelles",
    rw: "≈Gufata icyemezo ku gusohora amakuru bwite",
  },
  proposed: { en: "Awaits a decision", fr: "Attend une décision", rw: "≈Gitegereje icyemezo" },
  approved: { en: "Approved", fr: "Approuvée", rw: "≈Cyemejwe" },
  refused: { en: "Refused", fr: "Refusée", rw: "≈Cyanzwe" },
  withdrawn: { en: "Withdrawn", fr: "Retirée", rw: "≈Cyakuweho" },
  sameProposer: {
    en: "You proposed this change: another person decides",
    fr: "Vous avez proposé cette modification : une autre personne décide",
    rw: "≈Ni wowe wabisabye: undi muntu ni we ufata icyemezo",
  },
  asked: {
    en: "Awaits the data protection officer",
    fr: "Attend le délégué à la protection des données",
    rw: "≈Bitegereje ushinzwe kurinda amakuru bwite",
  },
  exportApproved: { en: "Waits for its turn", fr: "Attend son tour", rw: "≈Bitegereje" },
  running: { en: "Being written", fr: "En cours d’écriture", rw: "≈Birandikwa" },
  ready: { en: "Ready", fr: "Prête", rw: "≈Byarangiye" },
  failed: { en: "Stopped", fr: "Interrompue", rw: "≈Byahagaze" },
  expired: { en: "File removed after a week", fr: "Fichier retiré après une semaine", rw: "≈Dosiye yakuweho nyuma y’icyumweru" },
});
