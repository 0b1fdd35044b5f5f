/** What the web layer itself refuses. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("http", {
  notFound: {
    status: 404,
    text: {
      en: "There is no page at this address. Look at the address again, or start from the first page.",
      fr: "Il n’y a pas de page à cette adresse. Vérifiez l’adresse ou repartez de la première page.",
      rw: "≈Nta rupapuro ruri kuri iyi aderesi. Ongera urebe aderesi, cyangwa utangirire ku rupapuro rwa mbere.",
    },
  },
  forbidden: {
    status: 403,
    text: {
      en: "This page is for: {roles}. Choose another post at the top of the page if you hold one of these.",
      fr: "Cette page est réservée à : {roles}. Choisissez un autre poste en haut de la page si vous occupez l’un d’eux.",
      rw: "≈Uru rupapuro rugenewe: {roles}. Hitamo undi mwanya hejuru kuri uru rupapuro niba uwufite.",
    },
  },
  formTooOld: {
    status: 403,
    text: {
      en: "This form was opened before you signed in again, or it came from another site. Open the page again and send it once more.",
      fr: "Ce formulaire a été ouvert avant votre nouvelle connexion, ou vient d’un autre site. Rouvrez la page et envoyez-le de nouveau.",
      rw: "≈Iyi fomu yafunguwe mbere y’uko wongera kwinjira. Ongera ufungure urupapuro, wohereze bundi bushya.",
    },
  },
  tooLarge: {
    status: 413,
    text: {
      en: "What you sent is larger than {megabytes} MB. Send a smaller file, or split it.",
      fr: "Votre envoi dépasse {megabytes} Mo. Envoyez un fichier plus petit, ou divisez-le.",
      rw: "≈Ibyo wohereje birenze MB {megabytes}. Ohereza dosiye ntoya, cyangwa uyicemo ibice.",
    },
  },
  tooMany: {
    status: 429,
    text: {
      en: "Too many tries from here. Wait {minutes, plural, one {one minute} other {# minutes}} and try again.",
      fr: "Trop d’essais depuis cet endroit. Attendez {minutes, plural, one {une minute} other {# minutes}} puis réessayez.",
      rw: "≈Wagerageje inshuro nyinshi. Tegereza iminota {minutes} wongere ugerageze.",
    },
  },
  broken: {
    status: 500,
    text: {
      en: "Something went wrong on our side, and nothing was changed. Try again; if it happens twice, give this number to the administrator: {number}.",
      fr: "Une erreur s’est produite de notre côté, et rien n’a été modifié. Réessayez ; si cela se répète, donnez ce numéro à l’administrateur : {number}.",
      rw: "≈Habaye ikibazo ku ruhande rwacu, nta cyahindutse. Ongera ugerageze; nibyongera, haza umuyobozi wa sisitemu iyi nimero: {number}.",
    },
  },
});
