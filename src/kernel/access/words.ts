/** Words around every page, and of signing in and acting as a post. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  demonstration: {
    en: "Demonstration data: invented people, figures",
    fr: "Données de démonstration : personnes et chiffres inventés",
    rw: "Amakuru y’igerageza, si ukuri",
  },
  strapline: {
    en: "{country}’s local governments, on the record",
    fr: "Les collectivités de {country}, preuves à l’appui",
    rw: "≈Inzego z’ibanze za {country}, mu nyandiko",
  },
  since: { en: "since {day}", fr: "depuis le {day}", rw: "≈kuva ku wa {day}" },
  actingUntil: { en: "acting until {day}", fr: "par intérim jusqu’au {day}", rw: "≈w’agateganyo kugeza ku wa {day}" },
  actingSince: { en: "acting since {day}", fr: "par intérim depuis le {day}", rw: "≈w’agateganyo kuva ku wa {day}" },
  myself: { en: "my own answers and learning", fr: "mes réponses et ma formation", rw: "≈ibisubizo n’amahugurwa byanjye" },
  account: { en: "Account", fr: "Compte", rw: "≈Konti" },
  signOut: { en: "Sign out", fr: "Se déconnecter", rw: "≈Sohoka" },
  signIn: { en: "Sign in", fr: "Se connecter", rw: "Injira" },
  today: { en: "Today", fr: "Aujourd’hui", rw: "Uyu munsi" },
  accessibility: { en: "Accessibility", fr: "Accessibilité", rw: "≈Uburyo bworohereza bose" },
  privacy: { en: "Privacy", fr: "Vie privée", rw: "≈Ubuzima bwite" },
  checked: { en: "How numbers are checked", fr: "Comment les chiffres sont vérifiés", rw: "≈Uko imibare igenzurwa" },
  openData: { en: "Data and feeds", fr: "Données et flux", rw: "≈Amakuru rusange" },
  sealed: {
    en: "Record sealed {at} at entry {entry}.",
    fr: "Registre scellé le {at} à l’entrée {entry}.",
    rw: "≈Inyandiko zafunzwe {at} ku nyandiko ya {entry}.",
  },
  checkIt: { en: "Check it yourself", fr: "Vérifiez-le vous-même", rw: "≈Bigenzure nawe" },
  wentWrong: { en: "This did not work", fr: "Cela n’a pas fonctionné", rw: "≈Ntibyakunze" },
  notHere: { en: "Nothing here", fr: "Rien ici", rw: "≈Nta kintu kiri hano" },
  notForThisPost: {
    en: "Not for the post you act as",
    fr: "Pas pour le poste au titre duquel vous agissez",
    rw: "≈Si iby’umwanya ukoresha",
  },
  firstPage: { en: "Go to the first page", fr: "Aller à la première page", rw: "≈Jya ku rupapuro rwa mbere" },
});
