/** What a reminder to answer a round says, by e-mail and as a text message. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  title: {
    en: "Your answers are awaited: {round}",
    fr: "Vos réponses sont attendues : {round}",
    rw: "≈Ibisubizo byawe birategerejwe: {round}",
  },
  body: {
    en: "{name}, your post is invited to “{round}”. It takes a quarter of an hour, on a phone too, and closes on {day}. Nobody is shown what you said.\n\n{link}\n\n{association}",
    fr: "{name}, votre poste est invité à « {round} ». Il faut un quart d’heure, aussi sur un téléphone, et la clôture est le {day}. Personne ne voit ce que vous avez dit.\n\n{link}\n\n{association}",
    rw: "≈{name}, umwanya wawe watumiwe muri “{round}”. Bifata iminota cumi n’itanu, no kuri telefone, kandi bisozwa ku wa {day}. Nta wubona ibyo wavuze.\n\n{link}\n\n{association}",
  },
  sms: {
    en: "{association}: your answers to {round} are awaited until {day}. {link}",
    fr: "{association} : vos réponses à {round} sont attendues jusqu’au {day}. {link}",
    rw: "≈{association}: ibisubizo byawe kuri {round} birategerejwe kugeza ku wa {day}. {link}",
  },
});
