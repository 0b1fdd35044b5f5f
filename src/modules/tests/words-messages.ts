/** What people are written when a test waits for them, by e-mail and as text messages. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  preTitle: { en: "Test before: {session}", fr: "Test initial : {session}", rw: "≈Isuzuma rya mbere: {session}" },
  preBody: {
    en: "{name}, before “{session}” begins, answer a few questions. They show what the course should dwell on; your result is not a mark.\n\n{link}\n\nUntil {day}.\n\n{association}",
    fr: "{name}, avant le début de « {session} », répondez à quelques questions. Elles montrent ce que le cours doit approfondir ; votre résultat n’est pas une note.\n\n{link}\n\nJusqu’au {day}.\n\n{association}",
    rw: "≈{name}, mbere y’uko “{session}” itangira, subiza ibibazo bike. Byerekana ibyo amahugurwa agomba kwibandaho; si amanota.\n\n{link}\n\nBitarenze {day}.\n\n{association}",
  },
  preSms: {
    en: "Test before {session}, until {day}: {link}",
    fr: "Test initial, {session}, jusqu’au {day} : {link}",
    rw: "≈Isuzuma rya mbere, {session}, bitarenze {day}: {link}",
  },
  postTitle: { en: "Test after: {session}", fr: "Test final : {session}", rw: "≈Isuzuma rya nyuma: {session}" },
  postBody: {
    en: "{name}, you took part in “{session}”. Its test at the end waits for you:\n\n{link}\n\nUntil {day}. Without it there is no certificate.\n\n{association}",
    fr: "{name}, vous avez suivi « {session} ». Son test final vous attend :\n\n{link}\n\nJusqu’au {day}. Sans lui, pas d’attestation.\n\n{association}",
    rw: "≈{name}, witabiriye “{session}”. Isuzuma rya nyuma riragutegereje:\n\n{link}\n\nBitarenze {day}. Utarikoze ntahabwa icyemezo.\n\n{association}",
  },
  postSms: {
    en: "Test after {session}, until {day}: {link}",
    fr: "Test final, {session}, jusqu’au {day} : {link}",
    rw: "≈Isuzuma rya nyuma, {session}, bitarenze {day}: {link}",
  },
  retakeTitle: { en: "Once more: {session}", fr: "Une seconde fois : {session}", rw: "≈Bundi bushya: {session}" },
  retakeBody: {
    en: "{name}, you may take the test of “{session}” once more. The better result counts:\n\n{link}\n\nUntil {day}.\n\n{association}",
    fr: "{name}, vous pouvez repasser le test de « {session} ». Le meilleur résultat compte :\n\n{link}\n\nJusqu’au {day}.\n\n{association}",
    rw: "≈{name}, ushobora kongera gukora isuzuma rya “{session}”. Amanota meza ni yo abarwa:\n\n{link}\n\nBitarenze {day}.\n\n{association}",
  },
  retakeSms: {
    en: "Test of {session} once more, until {day}: {link}",
    fr: "Test de {session} à repasser jusqu’au {day} : {link}",
    rw: "≈Ongera isuzuma rya {session}, bitarenze {day}: {link}",
  },
  evaluationTitle: { en: "Your view: {session}", fr: "Votre avis : {session}", rw: "≈Igitekerezo cyawe: {session}" },
  evaluationBody: {
    en: "{name}, what was “{session}” worth to you? Your answers are kept without your name:\n\n{link}\n\nUntil {day}.\n\n{association}",
    fr: "{name}, que vous a apporté « {session} » ? Vos réponses sont gardées sans votre nom :\n\n{link}\n\nJusqu’au {day}.\n\n{association}",
    rw: "≈{name}, “{session}” yakumariye iki? Ibisubizo byawe bibikwa nta zina:\n\n{link}\n\nBitarenze {day}.\n\n{association}",
  },
  evaluationSms: {
    en: "Your view on {session}, without your name, until {day}: {link}",
    fr: "Votre avis sur {session}, sans votre nom, jusqu’au {day} : {link}",
    rw: "≈Igitekerezo cyawe kuri {session}, nta zina, bitarenze {day}: {link}",
  },
});
