/** What may be done about follow-ups, and why not now. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  read: { en: "See what is applied at work", fr: "Voir ce qui est appliqué au travail", rw: "≈Reba ibishyirwa mu bikorwa ku kazi" },
  ask: { en: "Ask learners and supervisors", fr: "Interroger les apprenants et les supérieurs", rw: "≈Baza abahuguwe n’abakuriye akazi" },
});
