/** Words of a reply that was signed on paper and typed in. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  title: { en: "Type in a reply from paper", fr: "Saisir une réponse sur papier", rw: "≈Andika igisubizo cyasinywe ku rupapuro" },
  lead: {
    en: "{organisation} signed its result on paper. Type in what stands there, with the scan; your post is kept as the one that typed it in.",
    fr: "{organisation} a signé son résultat sur papier. Saisissez ce qui y figure, avec la numérisation ; votre poste est consigné comme celui qui a saisi.",
    rw: "≈{organisation} yasinye ibyavuyemo ku rupapuro. Andika ibiruriho, ushyireho na kopi; umwanya wawe ubikwa nk’uwabyanditse.",
  },
  leadLate: {
    en: "The time to reply ended on {day}. Paper that {organisation} signed by that day still counts; needs that have a response by now keep it.",
    fr: "Le délai de réponse a pris fin le {day}. Un papier signé par {organisation} jusqu’à ce jour compte encore ; les besoins qui ont déjà une réponse la gardent.",
    rw: "≈Igihe cyo gusubiza cyarangiye ku wa {day}. Urupapuro {organisation} yasinye bitarenze uwo munsi ruracyemerwa; ibikenewe byamaze guhabwa igisubizo birakigumana.",
  },
  scan: {
    en: "Scan or photo of the signed sheet",
    fr: "Numérisation ou photo de la feuille signée",
    rw: "≈Kopi cyangwa ifoto y’urupapuro rwasinywe",
  },
  scanHint: {
    en: "PDF, JPEG or PNG, up to 8 MB. Put several pages into one PDF.",
    fr: "PDF, JPEG ou PNG, 8 Mo au plus. Réunissez plusieurs pages en un seul PDF.",
    rw: "≈PDF, JPEG cyangwa PNG, itarenze MB 8. Impapuro nyinshi zishyire muri PDF imwe.",
  },
  scanAgain: {
    en: "Choose the scan again: a file does not stay in a form that is shown again.",
    fr: "Choisissez à nouveau la numérisation : un fichier ne reste pas dans un formulaire réaffiché.",
    rw: "≈Ongera uhitemo kopi: dosiye ntiguma mu rupapuro rwongeye kwerekanwa.",
  },
  wrongScan: {
    en: "Attach the signed sheet as a PDF, JPEG or PNG file of at most 8 MB",
    fr: "Joignez la feuille signée en PDF, JPEG ou PNG, 8 Mo au plus",
    rw: "≈Shyiraho urupapuro rwasinywe muri PDF, JPEG cyangwa PNG itarenze MB 8",
  },
  signedOn: { en: "On which day was it signed?", fr: "Quel jour a-t-elle été signée ?", rw: "≈Rwasinywe ku wuhe munsi?" },
  signedOnHint: {
    en: "The day that stands on the paper, not today",
    fr: "Le jour inscrit sur le papier, non celui d’aujourd’hui",
    rw: "≈Umunsi wanditse ku rupapuro, si uyu munsi",
  },
  sayDay: {
    en: "Write the day that stands on the paper",
    fr: "Indiquez le jour inscrit sur le papier",
    rw: "≈Andika umunsi uri ku rupapuro",
  },
  dayFuture: {
    en: "This day is still to come. Write the day that stands on the paper",
    fr: "Ce jour n’est pas encore venu. Indiquez le jour inscrit sur le papier",
    rw: "≈Uyu munsi nturagera. Andika umunsi uri ku rupapuro",
  },
  dayBeforeShared: {
    en: "The result was shared on {shared}; it cannot have been signed before. Look at the day on the paper again",
    fr: "Le résultat a été communiqué le {shared} ; il n’a pu être signé avant. Vérifiez le jour sur le papier",
    rw: "≈Ibyavuyemo byamenyeshejwe ku wa {shared}; ntibyashoboraga gusinywa mbere. Ongera urebe umunsi uri ku rupapuro",
  },
  dayTooLate: {
    en: "The time to reply ended on {replyBy}. Only paper signed by that day can be typed in now",
    fr: "Le délai de réponse a pris fin le {replyBy}. Seul un papier signé jusqu’à ce jour peut encore être saisi",
    rw: "≈Igihe cyo gusubiza cyarangiye ku wa {replyBy}. Ubu handikwa gusa urupapuro rwasinywe bitarenze uwo munsi",
  },
  onPaper: { en: "What the paper says", fr: "Ce que dit le papier", rw: "≈Ibyanditse ku rupapuro" },
  comment: {
    en: "Comment on the paper, if there is one",
    fr: "Commentaire sur le papier, s’il y en a un",
    rw: "≈Igitekerezo kiri ku rupapuro, niba gihari",
  },
  keep: { en: "Keep the reply from paper", fr: "Conserver la réponse sur papier", rw: "≈Bika igisubizo cyo ku rupapuro" },
  typedAs: {
    en: "It is kept as “from paper, typed in by {post}”. You do not sign for {organisation}.",
    fr: "Elle est consignée « sur papier, saisie par {post} ». Vous ne signez pas pour {organisation}.",
    rw: "≈Kibikwa nk’“icyo ku rupapuro, cyanditswe na {post}”. Ntusinyira {organisation}.",
  },
  // On the page of the organisation.
  signed: {
    en: "Signed on paper by {post} on {day}. From paper, typed in on {typed} by {typist}.",
    fr: "Signé sur papier par {post} le {day}. Sur papier, saisi le {typed} par {typist}.",
    rw: "≈Byasinywe ku rupapuro na {post} ku wa {day}. Bivuye ku rupapuro, byanditswe ku wa {typed} na {typist}.",
  },
  content: { en: "Content {hash}", fr: "Contenu {hash}", rw: "≈Ibirimo {hash}" },
  openScan: { en: "Open the scan", fr: "Ouvrir la numérisation", rw: "≈Fungura kopi" },
});
