/** Words of the chain from need to what was told. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  chain: { en: "From need to result", fr: "Du besoin au résultat", rw: "≈Kuva ku gikenewe kugera ku musaruro" },
  lead: {
    en: "Every place opens the record behind it; the dotted part is still to be proved.",
    fr: "Chaque étape ouvre le dossier correspondant ; la partie en pointillé reste à prouver.",
    rw: "≈Buri ntambwe ifungura inyandiko yayo; igice cy’utudomo kiracyakeneye kwemezwa.",
  },
  need: { en: "Need", fr: "Besoin", rw: "≈Igikenewe" },
  plan: { en: "Plan line", fr: "Ligne du plan", rw: "≈Umurongo w’igenamigambi" },
  session: { en: "Session", fr: "Session", rw: "≈Ihugurwa" },
  work: { en: "At work", fr: "Au travail", rw: "≈Mu kazi" },
  result: { en: "Result", fr: "Résultat", rw: "≈Umusaruro" },
  told: { en: "Told back", fr: "Rendu public", rw: "≈Kumenyesha abaturage" },
  nothingYet: { en: "Nothing yet", fr: "Rien pour l’instant", rw: "≈Nta kirakorwa" },
  passedOver: { en: "Not through this", fr: "Sans passer par là", rw: "≈Ntibyanyuze aha" },
  partOf: { en: "{part} of {whole}", fr: "{part} sur {whole}", rw: "≈{part} kuri {whole}" },
  severalRecords: {
    en: "{count, plural, one {# record} other {# records}}",
    fr: "{count, plural, one {# dossier} other {# dossiers}}",
    rw: "≈inyandiko {count}",
  },
  label: {
    en: "The chain from need to what was told: {filled} of {places} places are filled.",
    fr: "La chaîne du besoin au compte rendu : {filled} étapes remplies sur {places}.",
    rw: "≈Urunana kuva ku gikenewe kugera ku byatangajwe: intambwe {filled} kuri {places} zuzuye.",
  },
  unit: {
    en: "Records on file, from the need to what residents were told",
    fr: "Dossiers enregistrés, du besoin au compte rendu aux habitants",
    rw: "≈Inyandiko zibitswe, kuva ku gikenewe kugera ku byamenyeshejwe abaturage",
  },
  source: { en: "Records of this platform", fr: "Dossiers de la plateforme", rw: "≈Inyandiko z’uru rubuga" },
  behind: { en: "The records in each place", fr: "Les dossiers de chaque étape", rw: "≈Inyandiko za buri ntambwe" },
  hidden: {
    en: "{count, plural, one {One more record stands} other {# more records stand}} in this chain that you may not open.",
    fr: "{count, plural, one {Un autre dossier figure} other {# autres dossiers figurent}} dans cette chaîne ; vous ne pouvez pas {count, plural, one {l’ouvrir} other {les ouvrir}}.",
    rw: "≈Muri uru runana harimo izindi nyandiko {count} utemerewe gufungura.",
  },
  cut: {
    en: "More records stand in this chain than one drawing can hold. Begin at one of them to see the rest.",
    fr: "Cette chaîne compte plus de dossiers qu’un dessin ne peut en montrer. Partez de l’un d’eux pour voir la suite.",
    rw: "≈Uru runana rurimo inyandiko nyinshi kurusha izo igishushanyo kimwe cyerekana. Hera kuri imwe muri zo urebe izindi.",
  },
  whole: { en: "The whole chain", fr: "Toute la chaîne", rw: "≈Urunana rwose" },
  asData: { en: "As data (JSON)", fr: "En données (JSON)", rw: "≈Nk’amakuru (JSON)" },
  print: { en: "Print", fr: "Imprimer", rw: "≈Icapa" },
  contribution: {
    en: "A link says that one record led to another. It does not say that nothing else helped.",
    fr: "Un lien indique qu’un dossier a mené à un autre. Il ne dit pas que rien d’autre n’a aidé.",
    rw: "≈Ihuriro rivuga ko inyandiko imwe yavuyemo indi. Ntirivuga ko nta kindi cyafashije.",
  },
});
