/** Words of signing in, acting as a post, and setting a password. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  signIn: { en: "Sign in", fr: "Se connecter", rw: "Injira" },
  signInLead: {
    en: "For people who hold a post, and for partners of the association.",
    fr: "Pour les personnes qui occupent un poste et les partenaires de l’association.",
    rw: "≈Ku bari mu myanya no ku bafatanyabikorwa b’ihuriro.",
  },
  login: { en: "Sign-in name", fr: "Nom de connexion", rw: "≈Izina ryo kwinjiriraho" },
  password: { en: "Password", fr: "Mot de passe", rw: "≈Ijambo ry’ibanga" },
  loginMissing: { en: "Write your sign-in name", fr: "Écrivez votre nom de connexion", rw: "≈Andika izina ryo kwinjiriraho" },
  passwordMissing: { en: "Write your password", fr: "Écrivez votre mot de passe", rw: "≈Andika ijambo ry’ibanga" },
  notRight: {
    en: "The name or the password is not right. Look at both and try again",
    fr: "Le nom ou le mot de passe n’est pas le bon. Vérifiez les deux et réessayez",
    rw: "≈Izina cyangwa ijambo ry’ibanga si byo. Ongera urebe byombi, ugerageze",
  },
  otherWays: { en: "Other ways to sign in", fr: "Autres moyens de connexion", rw: "≈Ubundi buryo bwo kwinjira" },
  withProvider: { en: "Sign in with {provider}", fr: "Se connecter avec {provider}", rw: "≈Injira ukoresheje {provider}" },
  withPasskey: { en: "Sign in with a passkey", fr: "Se connecter avec une clé d’accès", rw: "≈Injira ukoresheje urufunguzo rw’igikoresho" },
  forgotten: { en: "I have forgotten my password", fr: "J’ai oublié mon mot de passe", rw: "≈Nibagiwe ijambo ry’ibanga" },
  forgottenHelp: {
    en: "The administrator of the association gives you a link with which you choose a new one. The link works once, for two days.",
    fr: "L’administrateur de l’association vous donne un lien pour en choisir un nouveau. Le lien sert une fois, pendant deux jours.",
    rw: "≈Umuyobozi wa sisitemu w’ihuriro aguha aderesi uhitiramo irishya. Ikora rimwe gusa, mu minsi ibiri.",
  },
  passwordSet: {
    en: "Your password is set. Sign in with it.",
    fr: "Votre mot de passe est enregistré. Connectez-vous avec lui.",
    rw: "≈Ijambo ry’ibanga ryabitswe. Injira urikoresheje.",
  },
  code: { en: "Code from your phone", fr: "Code de votre téléphone", rw: "≈Kode yo kuri telefoni yawe" },
  codeLead: {
    en: "Open the authenticator app and write the six figures it shows now.",
    fr: "Ouvrez l’application d’authentification et écrivez les six chiffres affichés.",
    rw: "≈Fungura porogaramu itanga kode, wandike imibare itandatu igaragaza ubu.",
  },
  codeHint: {
    en: "Without your phone, write one of your recovery codes instead",
    fr: "Sans votre téléphone, écrivez un de vos codes de secours",
    rw: "≈Niba udafite telefoni, andika imwe muri kode zawe z’ingoboka",
  },
  codeMissing: { en: "Write the code", fr: "Écrivez le code", rw: "≈Andika kode" },
  codeWrong: {
    en: "This code is not right or was used before. Wait for the next one and write it",
    fr: "Ce code n’est pas le bon ou a déjà servi. Attendez le suivant et écrivez-le",
    rw: "≈Iyi kode si yo cyangwa yarakoreshejwe. Tegereza ikurikira uyandike",
  },
  stepOver: {
    en: "Signing in took more than ten minutes. Start again",
    fr: "La connexion a pris plus de dix minutes. Recommencez",
    rw: "≈Kwinjira byarengeje iminota icumi. Ongera utangire",
  },
  continue: { en: "Continue", fr: "Continuer", rw: "Komeza" },
  startAgain: { en: "Start again", fr: "Recommencer", rw: "≈Ongera utangire" },
  whoToday: { en: "Who are you acting as today?", fr: "En quelle qualité agissez-vous aujourd’hui ?", rw: "≈Uyu munsi urakora nka nde?" },
  whoTodayHint: {
    en: "You can change this at the top of every page.",
    fr: "Vous pouvez en changer en haut de chaque page.",
    rw: "≈Ushobora kubihindura hejuru kuri buri rupapuro.",
  },
  chooseOne: { en: "Choose one", fr: "Choisissez-en une", rw: "≈Hitamo kimwe" },
  myself: {
    en: "Myself: my own answers and learning",
    fr: "Moi-même : mes réponses et ma formation",
    rw: "≈Jyewe ubwanjye: ibisubizo n’amahugurwa byanjye",
  },
  choosePassword: { en: "Choose a password", fr: "Choisissez un mot de passe", rw: "≈Hitamo ijambo ry’ibanga" },
  choosePasswordLead: {
    en: "At least {least} characters. Three or four words that only you would put together are easy to keep.",
    fr: "Au moins {least} caractères. Trois ou quatre mots que vous seul réuniriez se retiennent bien.",
    rw: "≈Nibura inyuguti {least}. Amagambo atatu cyangwa ane ahurijwe nawe gusa aroroha kwibuka.",
  },
  forName: { en: "Your sign-in name is", fr: "Votre nom de connexion est", rw: "≈Izina ryawe ryo kwinjiriraho ni" },
  newPassword: { en: "New password", fr: "Nouveau mot de passe", rw: "≈Ijambo ry’ibanga rishya" },
  newAgain: { en: "The same once more", fr: "Le même encore une fois", rw: "≈Ongera wandike iryo" },
  savePassword: { en: "Save the password", fr: "Enregistrer le mot de passe", rw: "≈Bika ijambo ry’ibanga" },
  tooShort: {
    en: "Write at least {least} characters",
    fr: "Écrivez au moins {least} caractères",
    rw: "≈Andika nibura inyuguti {least}",
  },
  tooLong: { en: "Write at most {most} characters", fr: "Écrivez au plus {most} caractères", rw: "≈Andika inyuguti zitarenze {most}" },
  tooKnown: {
    en: "Many people know this password. Choose another",
    fr: "Beaucoup de gens connaissent ce mot de passe. Choisissez-en un autre",
    rw: "≈Iri jambo ry’ibanga rizwi na benshi. Hitamo irindi",
  },
  likeName: {
    en: "Choose a password without your name in it",
    fr: "Choisissez un mot de passe sans votre nom",
    rw: "≈Hitamo ijambo ry’ibanga ritarimo izina ryawe",
  },
  notTheSame: {
    en: "The two passwords differ. Write the same twice",
    fr: "Les deux mots de passe diffèrent. Écrivez deux fois le même",
    rw: "≈Amagambo y’ibanga abiri aratandukanye. Andika rimwe kabiri",
  },
});
