/** Words of the second step, recovery codes and passkeys. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  codeTitle: {
    en: "A code from your phone at sign-in",
    fr: "Un code de votre téléphone à la connexion",
    rw: "≈Kode yo kuri telefoni igihe winjira",
  },
  codeLead: {
    en: "Somebody who learns your password still cannot sign in without your phone.",
    fr: "Qui apprend votre mot de passe ne peut pas se connecter sans votre téléphone.",
    rw: "≈Umenye ijambo ry’ibanga ryawe ntashobora kwinjira adafite telefoni yawe.",
  },
  step1: {
    en: "Open an authenticator app on your phone. If you have none, install one; any will do.",
    fr: "Ouvrez une application d’authentification sur votre téléphone. Si vous n’en avez pas, installez-en une ; toutes conviennent.",
    rw: "≈Fungura porogaramu itanga kode kuri telefoni yawe. Niba ntayo ufite, shyiramo imwe; iyo ari yo yose irakora.",
  },
  step2: {
    en: "Let it read this drawing, or type the key beneath it.",
    fr: "Faites-lui lire ce dessin, ou saisissez la clé qui se trouve dessous.",
    rw: "≈Yisomeshe iki gishushanyo, cyangwa wandikemo urufunguzo ruri munsi yacyo.",
  },
  step3: {
    en: "Write the six figures that the app shows now.",
    fr: "Écrivez les six chiffres que l’application affiche.",
    rw: "≈Andika imibare itandatu porogaramu igaragaza ubu.",
  },
  drawing: {
    en: "Drawing for the authenticator app",
    fr: "Dessin pour l’application d’authentification",
    rw: "≈Igishushanyo cya porogaramu itanga kode",
  },
  key: { en: "Key", fr: "Clé", rw: "≈Urufunguzo" },
  code: { en: "Code", fr: "Code", rw: "≈Kode" },
  turnOn: { en: "Turn the code on", fr: "Activer le code", rw: "≈Tangira gukoresha kode" },
  isOn: {
    en: "The code is on. You are asked for it after your password.",
    fr: "Le code est activé. Il vous est demandé après le mot de passe.",
    rw: "≈Kode irakora. Uyibazwa nyuma y’ijambo ry’ibanga.",
  },
  codesLeft: {
    en: "{left, plural, =0 {You have no recovery code left.} one {You have one recovery code left.} other {You have # recovery codes left.}}",
    fr: "{left, plural, =0 {Il ne vous reste plus de code de secours.} one {Il vous reste un code de secours.} other {Il vous reste # codes de secours.}}",
    rw: "≈Kode z’ingoboka usigaranye: {left}.",
  },
  newCodes: { en: "Make new recovery codes", fr: "Créer de nouveaux codes de secours", rw: "≈Kora kode nshya z’ingoboka" },
  newCodesNote: { en: "The old ones stop working.", fr: "Les anciens ne serviront plus.", rw: "≈Iza kera zirahita zireka gukora." },
  turnOff: { en: "Turn the code off", fr: "Désactiver le code", rw: "≈Hagarika kode" },
  turnOffTitle: {
    en: "Turn off the code from your phone?",
    fr: "Désactiver le code de votre téléphone ?",
    rw: "≈Guhagarika kode yo kuri telefoni?",
  },
  turnOffLead: {
    en: "Your password alone will then open your account. Recovery codes stop working too.",
    fr: "Votre mot de passe seul ouvrira alors votre compte. Les codes de secours ne serviront plus.",
    rw: "≈Ijambo ry’ibanga ryonyine rizaba rihagije ngo winjire. Kode z’ingoboka na zo zizareka gukora.",
  },
  recoveryTitle: { en: "Keep these recovery codes", fr: "Conservez ces codes de secours", rw: "≈Bika izi kode z’ingoboka" },
  recoveryLead: {
    en: "They are shown only now. Each opens your account once when your phone is not at hand.",
    fr: "Ils ne sont affichés que maintenant. Chacun ouvre votre compte une fois si votre téléphone n’est pas là.",
    rw: "≈Zigaragara ubu gusa. Buri imwe ifungura konti yawe rimwe igihe udafite telefoni.",
  },
  recoveryAdvice: {
    en: "Print the page or write them down. Do not keep them on the same phone.",
    fr: "Imprimez la page ou notez-les. Ne les gardez pas sur le même téléphone.",
    rw: "≈Andika uru rupapuro kuri printeri cyangwa uzandukure. Ntuzibike kuri iyo telefoni.",
  },
  keptThem: { en: "I have kept them", fr: "Je les ai conservés", rw: "≈Nazibitse" },
  passkeysTitle: { en: "Passkeys", fr: "Clés d’accès", rw: "≈Imfunguzo z’ibikoresho" },
  passkeysLead: {
    en: "Your phone or computer signs you in with its own lock: finger, face or PIN. No password to type or to lose.",
    fr: "Votre téléphone ou ordinateur vous connecte avec son propre verrou : doigt, visage ou code. Aucun mot de passe à saisir ni à perdre.",
    rw: "≈Telefoni cyangwa mudasobwa yawe ikwinjiza ikoresheje uko usanzwe uyifungura: urutoki, isura cyangwa PIN. Nta jambo ry’ibanga wandika.",
  },
  passkeyName: { en: "A name for this device", fr: "Un nom pour cet appareil", rw: "≈Izina ry’iki gikoresho" },
  passkeyNameHint: {
    en: "For example “my phone” or “office computer”",
    fr: "Par exemple « mon téléphone » ou « ordinateur du bureau »",
    rw: "≈Urugero: “telefoni yanjye” cyangwa “mudasobwa y’ibiro”",
  },
  passkeyNameMissing: { en: "Write a name for this device", fr: "Écrivez un nom pour cet appareil", rw: "≈Andika izina ry’iki gikoresho" },
  passkeyRefused: {
    en: "The device did not make a passkey, or it has one already. Try once more, or use another device",
    fr: "L’appareil n’a pas créé de clé d’accès, ou en a déjà une. Réessayez ou prenez un autre appareil",
    rw: "≈Igikoresho nticyakoze urufunguzo, cyangwa gisanzwe kirufite. Ongera ugerageze, cyangwa ukoreshe ikindi",
  },
  passkeySignInRefused: {
    en: "No passkey of this device opens an account here. Sign in with your password",
    fr: "Aucune clé d’accès de cet appareil n’ouvre un compte ici. Connectez-vous avec votre mot de passe",
    rw: "≈Nta rufunguzo rw’iki gikoresho rufungura konti hano. Injiza ijambo ry’ibanga",
  },
  addPasskey: { en: "Add a passkey", fr: "Ajouter une clé d’accès", rw: "≈Ongeraho urufunguzo" },
  needsScript: {
    en: "This browser cannot make passkeys. Open the page in a newer one.",
    fr: "Ce navigateur ne sait pas créer de clés d’accès. Ouvrez la page dans un navigateur plus récent.",
    rw: "≈Iyi porogaramu ya interineti ntishobora gukora imfunguzo. Fungura uru rupapuro mu yindi nshya.",
  },
  noPasskeys: {
    en: "Your passkeys would be listed here. You have none yet.",
    fr: "Vos clés d’accès figureraient ici. Vous n’en avez pas encore.",
    rw: "≈Imfunguzo zawe zagaragara hano. Nturagira urwo ari rwo rwose.",
  },
  device: { en: "Device", fr: "Appareil", rw: "≈Igikoresho" },
  added: { en: "Added", fr: "Ajoutée", rw: "≈Rwongeweho" },
  used: { en: "Last used", fr: "Dernière utilisation", rw: "≈Ruheruka gukoreshwa" },
  notUsed: { en: "not yet", fr: "pas encore", rw: "≈ntiruragakoreshwa" },
  act: { en: "Act", fr: "Action", rw: "≈Igikorwa" },
  remove: { en: "Remove", fr: "Retirer", rw: "≈Kuramo" },
});
