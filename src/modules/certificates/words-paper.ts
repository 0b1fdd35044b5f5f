/** What stands on a certificate, in three languages side by side. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  certificate: { en: "Certificate", fr: "Certificat", rw: "≈Impamyabushobozi" },
  certificates: { en: "Certificates", fr: "Certificats", rw: "≈Impamyabushobozi" },
  given: { en: "is given to", fr: "est délivré à", rw: "≈ihawe" },
  completed: {
    en: "who completed the training and reached its standard",
    fr: "qui a suivi la formation et en a atteint le niveau",
    rw: "≈warangije amahugurwa akagera ku rwego rusabwa",
  },
  when: {
    en: "{from, select, same {on {to}} other {from {from} to {to}}}, {hours, plural, one {# hour} other {# hours}}",
    fr: "{from, select, same {le {to}} other {du {from} au {to}}}, {hours, plural, one {# heure} other {# heures}}",
    rw: "≈{from, select, same {ku wa {to}} other {kuva ku wa {from} kugeza ku wa {to}}}, amasaha {hours}",
  },
  number: { en: "Number", fr: "Numéro", rw: "Nomero" },
  issuedOn: { en: "Issued on", fr: "Délivré le", rw: "≈Yatanzwe ku wa" },
  checkAt: { en: "Check it at", fr: "Vérifiez-le à l’adresse", rw: "≈Yigenzurire kuri" },
  withdrawn: { en: "Withdrawn", fr: "Retiré", rw: "≈Yambuwe agaciro" },
});
