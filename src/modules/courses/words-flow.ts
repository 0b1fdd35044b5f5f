/** Words of what may be done with a course, of its states, and of why a step is refused. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  read: { en: "Read drafts of courses", fr: "Consulter les brouillons de cours", rw: "≈Gusoma imbanziriza z’amahugurwa" },
  edit: { en: "Write a course", fr: "Rédiger un cours", rw: "≈Kwandika amahugurwa" },
  ask: { en: "Ask for review", fr: "Demander la relecture", rw: "≈Saba ko asuzumwa" },
  takeBack: { en: "Take back to work on it", fr: "Reprendre pour modifier", rw: "≈Yisubize uyikoreho" },
  reviewContent: { en: "Review the content", fr: "Relire le contenu", rw: "≈Suzuma ibikubiyemo" },
  reviewLegal: { en: "Review the law", fr: "Relire le droit", rw: "≈Suzuma ibijyanye n’amategeko" },
  publish: { en: "Publish", fr: "Publier", rw: "≈Tangaza" },
  confirm: { en: "Confirm that it still holds", fr: "Confirmer qu’il reste valable", rw: "≈Emeza ko agifite agaciro" },
  revise: { en: "Begin a new version", fr: "Commencer une nouvelle version", rw: "≈Tangira verisiyo nshya" },
  drop: { en: "Drop this version", fr: "Abandonner cette version", rw: "≈Reka iyi verisiyo" },
  retire: { en: "Retire the course", fr: "Retirer le cours", rw: "≈Kura amahugurwa ku rutonde" },
  draft: { en: "Draft", fr: "Brouillon", rw: "≈Imbanziriza" },
  reviewed: { en: "Reviewed", fr: "Relu", rw: "≈Yasuzumwe" },
  published: { en: "Published", fr: "Publié", rw: "≈Yatangajwe" },
  revisionDue: { en: "Revision due", fr: "À réviser", rw: "≈Akeneye kuvugururwa" },
  retired: { en: "Retired", fr: "Retiré", rw: "≈Ntagikoreshwa" },
  notAsked: { en: "Nobody has asked for a review yet.", fr: "Personne n’a encore demandé de relecture.", rw: "≈Nta wurasaba ko asuzumwa." },
  alreadyAsked: {
    en: "It is with the reviewers. Take it back to change it.",
    fr: "Il est chez les relecteurs. Reprenez-le pour le modifier.",
    rw: "≈Ari mu basuzuma. Yisubize niba ushaka kuyahindura.",
  },
  alreadyReviewed: { en: "This review is done.", fr: "Cette relecture est faite.", rw: "≈Iri suzuma ryarakozwe." },
  twoPosts: {
    en: "Your post has done the other review. Content and law are reviewed by two different posts.",
    fr: "Votre poste a fait l’autre relecture. Le contenu et le droit sont relus par deux postes différents.",
    rw: "≈Umwanya wawe wakoze irindi suzuma. Ibikubiyemo n’amategeko bisuzumwa n’imyanya ibiri itandukanye.",
  },
  incomplete: {
    en: "{missing, plural, one {One part is} other {# parts are}} still missing. Complete every part first.",
    fr: "{missing, plural, one {Il manque une partie} other {Il manque # parties}}. Complétez d’abord chaque partie.",
    rw: "≈Habura ibice {missing}. Banza wuzuze ibice byose.",
  },
  versionInWork: {
    en: "A new version is being worked on already.",
    fr: "Une nouvelle version est déjà en préparation.",
    rw: "≈Hari verisiyo nshya irimo gutegurwa.",
  },
});
