/** What the module refuses. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("account", {
  notYourPost: {
    status: 403,
    text: {
      en: "You do not hold this post today. Choose one of your own posts at the top of the page.",
      fr: "Vous n’occupez pas ce poste aujourd’hui. Choisissez l’un de vos postes en haut de la page.",
      rw: "≈Uyu munsi nturi muri uyu mwanya. Hitamo umwe mu myanya yawe hejuru kuri uru rupapuro.",
    },
  },
  linkOver: {
    status: 410,
    text: {
      en: "This link was used already or is older than two days. Ask the administrator for a new one.",
      fr: "Ce lien a déjà servi ou date de plus de deux jours. Demandez-en un nouveau à l’administrateur.",
      rw: "≈Iyi aderesi yarakoreshejwe cyangwa imaze iminsi irenga ibiri. Saba umuyobozi wa sisitemu indi nshya.",
    },
  },
  accountClosed: {
    status: 403,
    text: {
      en: "This account is closed. Ask the administrator of the association to open it again.",
      fr: "Ce compte est fermé. Demandez à l’administrateur de l’association de le rouvrir.",
      rw: "≈Iyi konti yarafunzwe. Saba umuyobozi wa sisitemu w’ihuriro kuyifungura.",
    },
  },
  notLinked: {
    status: 403,
    text: {
      en: "{provider} knows you, but no account here is linked to that sign-in. Sign in with your password, then link it on your account page.",
      fr: "{provider} vous reconnaît, mais aucun compte d’ici n’y est relié. Connectez-vous avec votre mot de passe, puis reliez-le depuis la page de votre compte.",
      rw: "≈{provider} irakuzi, ariko nta konti ya hano ihujwe na yo. Injiza ijambo ry’ibanga, hanyuma uyihuze ku rupapuro rwa konti yawe.",
    },
  },
  linkedElsewhere: {
    status: 409,
    text: {
      en: "This sign-in is linked to another account already. Ask the administrator if that is not right.",
      fr: "Cette connexion est déjà reliée à un autre compte. Si c’est une erreur, parlez-en à l’administrateur.",
      rw: "≈Ubu buryo bwo kwinjira busanzwe buhujwe n’indi konti. Baza umuyobozi wa sisitemu niba atari byo.",
    },
  },
  providerFailed: {
    status: 403,
    text: {
      en: "Signing in with {provider} was not completed, or took too long. Start again from the sign-in page.",
      fr: "La connexion avec {provider} n’a pas abouti ou a pris trop de temps. Recommencez depuis la page de connexion.",
      rw: "≈Kwinjira ukoresheje {provider} ntibyarangiye, cyangwa byatinze. Ongera utangirire ku rupapuro rwo kwinjira.",
    },
  },
  providerAway: {
    status: 503,
    text: {
      en: "{provider} does not answer at the moment. Sign in with your password, or try again in a few minutes.",
      fr: "{provider} ne répond pas pour le moment. Connectez-vous avec votre mot de passe ou réessayez dans quelques minutes.",
      rw: "≈{provider} ntirimo gusubiza. Injiza ijambo ry’ibanga, cyangwa wongere ugerageze mu minota mike.",
    },
  },
  notYourself: {
    status: 403,
    text: {
      en: "Nobody administers her own account. Ask another administrator, or use your own account page.",
      fr: "Personne n’administre son propre compte. Demandez à un autre administrateur ou utilisez la page de votre compte.",
      rw: "≈Nta wiyoborera konti ye. Saba undi muyobozi wa sisitemu, cyangwa ukoreshe urupapuro rwa konti yawe.",
    },
  },
  lastWayIn: {
    status: 409,
    text: {
      en: "This is your only way to sign in. Set a password or add another passkey first.",
      fr: "C’est votre seul moyen de connexion. Définissez d’abord un mot de passe ou ajoutez une autre clé d’accès.",
      rw: "≈Ubu ni bwo buryo bwonyine ufite bwo kwinjira. Banza ushyireho ijambo ry’ibanga cyangwa urundi rufunguzo.",
    },
  },
  passkeyOver: {
    status: 403,
    text: {
      en: "The passkey was not accepted. Open the page again and try once more, or sign in with your password.",
      fr: "La clé d’accès n’a pas été acceptée. Rouvrez la page et réessayez, ou connectez-vous avec votre mot de passe.",
      rw: "≈Urufunguzo ntirwemewe. Ongera ufungure urupapuro ugerageze, cyangwa ukoreshe ijambo ry’ibanga.",
    },
  },
});
