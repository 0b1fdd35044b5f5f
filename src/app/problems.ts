/** Why the house's own commands refuse. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("app", {
  holdsDemonstration: {
    status: 409,
    text: {
      en: "This data folder holds demonstration data. Start a clean association in another folder: INTEKO_DATA=/path/to/folder inteko start --clean",
      fr: "Ce dossier contient des données de démonstration. Démarrez une association vierge dans un autre dossier : INTEKO_DATA=/chemin/du/dossier inteko start --clean",
      rw: "≈Ubu bubiko burimo amakuru y’igerageza. Tangiza ihuriro rishya mu bundi bubiko: INTEKO_DATA=/inzira inteko start --clean",
    },
  },
  isClean: {
    status: 409,
    text: {
      en: "This is a clean association; invented people have no place in it. Make the demonstration in another folder: INTEKO_DATA=/path/to/folder inteko demo",
      fr: "Cette association est vierge ; des personnes inventées n’y ont pas leur place. Créez la démonstration dans un autre dossier : INTEKO_DATA=/chemin/du/dossier inteko demo",
      rw: "≈Iri huriro ni iry’ukuri; nta bantu b’ibihimbano bashyirwamo. Kora igerageza mu bundi bubiko: INTEKO_DATA=/inzira inteko demo",
    },
  },
  keyMissing: {
    status: 409,
    text: {
      en: "The journal of this association was signed with a key that is not in {folder}. Put that folder back and start again. If the key is lost for good, start with --new-key: a new key signs from now on, and what the old one signed stays checkable.",
      fr: "Le journal de cette association a été signé avec une clé qui n’est pas dans {folder}. Remettez ce dossier en place et redémarrez. Si la clé est perdue pour de bon, démarrez avec --new-key : une nouvelle clé signera désormais, et ce que l’ancienne a signé reste vérifiable.",
      rw: "≈Igitabo cy’iri huriro cyasinywe n’urufunguzo rutari muri {folder}. Subizaho ubwo bubiko wongere utangize. Niba urufunguzo rwatakaye burundu, tangiza na --new-key: urufunguzo rushya ruzasinya kuva ubu, kandi ibyo urwa kera rwasinye bikomeza kugenzurwa.",
    },
  },
  unreadable: {
    status: 400,
    text: {
      en: "What you sent broke off on the way. Open the page again and send it once more.",
      fr: "Votre envoi a été interrompu en chemin. Rouvrez la page et envoyez-le de nouveau.",
      rw: "≈Ibyo wohereje byacikiye mu nzira. Ongera ufungure urupapuro, ubyohereze bundi bushya.",
    },
  },
});
