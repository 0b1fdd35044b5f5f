/** Words of the question whether an address is the right one. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  title: { en: "Is this your address?", fr: "Est-ce bien votre adresse ?", rw: "≈Iyi aderesi ni iyawe?" },
  body: {
    en: "Good morning {name},\n\n{association} writes to you here about training and what is due. Is this address yours?\n\nAnswer this e-mail with 1 for yes or 2 for no.",
    fr: "Bonjour {name},\n\n{association} vous écrit ici au sujet des formations et des échéances. Cette adresse est-elle la vôtre ?\n\nRépondez à ce courriel par 1 pour oui ou 2 pour non.",
    rw: "≈Mwaramutse {name},\n\n{association} izajya ikwandikira hano ku mahugurwa n’ibigomba gukorwa. Iyi aderesi ni iyawe?\n\nSubiza iyi imeyili wandika 1 niba ari yego cyangwa 2 niba ari oya.",
  },
  sms: {
    en: "{association}: is this the telephone of {name}? 1 yes, 2 no (or: 1 {code}). STOP ends all messages.",
    fr: "{association} : est-ce le téléphone de {name} ? 1 oui, 2 non (ou : 1 {code}). ARRET : plus de messages.",
    rw: "≈{association}: iyi ni telefoni ya {name}? 1 yego, 2 oya (cyangwa: 1 {code}). HAGARIKA: nta butumwa.",
  },
  shared: {
    en: "{association} writes to this telephone about training of local government. If you do not want that, answer STOP.",
    fr: "{association} écrit à ce téléphone au sujet de formations des collectivités. Si vous ne le souhaitez pas, répondez ARRET.",
    rw: "≈{association} yandikira kuri iyi telefoni ku mahugurwa y’inzego z’ibanze. Niba utabishaka subiza HAGARIKA.",
  },
  thanks: {
    en: "{association}: thank you, we write to you here.",
    fr: "{association} : merci, nous vous écrirons ici.",
    rw: "≈{association}: murakoze, tuzajya tubandikira hano.",
  },
  sorry: {
    en: "{association}: thank you, we will not write to this person here again.",
    fr: "{association} : merci, nous n’écrirons plus à cette personne ici.",
    rw: "≈{association}: murakoze, ntituzongera kwandikira uyu muntu hano.",
  },
});
