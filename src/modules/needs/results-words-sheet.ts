/** Words of one organisation’s sheet, of the printed summary, and of the page on how a gap is measured. */
import { defineWords } from "#platform/i18n/text.ts";

export const sheetWords = defineWords({
  origin: {
    en: "{answers} answers, {organisations, plural, one {one organisation} other {# organisations}}, {round}",
    fr: "{answers} réponses, {organisations, plural, one {une organisation} other {# organisations}}, {round}",
    rw: "≈abasubije {answers}, inzego {organisations}, {round}",
  },
  sheetTitle: {
    en: "{organisation}: what the round found",
    fr: "{organisation}\u202f: ce que le cycle a constaté",
    rw: "≈{organisation}: ibyavuye mu isuzuma",
  },
  sheetLead: {
    en: "{answered} of {invited} posts invited answered in {round}. {state}.",
    fr: "{answered} postes sur {invited} invités ont répondu au cycle {round}. {state}.",
    rw: "≈Imyanya {answered} muri {invited} yatumiwe yasubije muri {round}. {state}.",
  },
  printTitle: {
    en: "Capacity needs: summary of the round",
    fr: "Besoins de capacités\u202f: synthèse du cycle",
    rw: "≈Ubushobozi bukenewe: incamake y’isuzuma",
  },
  printAction: {
    en: "Print this page with your browser: it is laid out for A4.",
    fr: "Imprimez cette page depuis votre navigateur\u202f: elle est mise en page pour A4.",
    rw: "≈Capa uru rupapuro: ruteguye kuri A4.",
  },
  levelsHeading: { en: "Levels and gaps", fr: "Niveaux et écarts", rw: "≈Intera n’ibyuho" },
  levelsNote: {
    en: "Levels 1 to 5, means of what people answered. Beside them what moderation set instead, and the mean of places of the same kind.",
    fr: "Niveaux de 1 à 5, moyennes des réponses. À côté, ce que la modération a retenu et la moyenne des lieux du même type.",
    rw: "≈Intera kuva kuri 1 kugeza kuri 5, impuzandengo y’ibisubizo. Iruhande hari ibyemejwe mu kunoza, n’impuzandengo y’ahandi h’ubwoko bumwe.",
  },
  moderatedHead: { en: "After moderation", fr: "Après modération", rw: "≈Nyuma yo kunoza" },
  peersHead: { en: "Gap, same kind of place", fr: "Écart, même type de lieu", rw: "≈Icyuho, ahandi h’ubwoko bumwe" },
  moderationHeading: {
    en: "What moderation changed, and why",
    fr: "Ce que la modération a changé, et pourquoi",
    rw: "≈Ibyahinduwe mu kunoza, n’impamvu",
  },
  moderationLine: {
    en: "{field}: {own} became {moderated}. {reason}",
    fr: "{field}\u202f: {own} est devenu {moderated}. {reason}",
    rw: "≈{field}: {own} yabaye {moderated}. {reason}",
  },
  strengthsHeading: { en: "What goes well here", fr: "Ce qui va bien ici", rw: "≈Ibigenda neza hano" },
  strengthLine: {
    en: "{field}: level {level}{named, plural, =0 {} one {, named as a strength once} other {, named as a strength # times}}",
    fr: "{field}\u202f: niveau {level}{named, plural, =0 {} one {, cité une fois comme point fort} other {, cité # fois comme point fort}}",
    rw: "≈{field}: intera {level}{named, plural, =0 {} other {, byavuzwe ko ari imbaraga inshuro #}}",
  },
  noStrengths: {
    en: "No subject stood out as a strength in this round.",
    fr: "Aucun domaine ne s’est distingué comme point fort dans ce cycle.",
    rw: "≈Nta somo ryagaragaye nk’imbaraga muri iri suzuma.",
  },
  causesHeading: { en: "Why the gaps are there", fr: "Pourquoi ces écarts", rw: "≈Impamvu z’ibyuho" },
  causesAll: {
    en: "Causes named over all subjects that are shown",
    fr: "Causes citées dans tous les domaines affichés",
    rw: "≈Impamvu zavuzwe mu masomo yose agaragara",
  },
  needsHeading: {
    en: "Needs in order, with the reply",
    fr: "Besoins par ordre, avec la réponse",
    rw: "≈Ibikenewe bikurikiranye, n’igisubizo",
  },
  noNeedsHere: {
    en: "No gap of this organisation was wide enough to be a need.",
    fr: "Aucun écart de cette organisation n’était assez grand pour être un besoin.",
    rw: "≈Nta cyuho cy’uru rwego cyari kinini bihagije ngo kibe igikenewe.",
  },
  stateHead: { en: "Reply", fr: "Réponse de l’organisation", rw: "≈Igisubizo cy’urwego" },
  contestedBecause: { en: "Contested: {text}", fr: "Contesté\u202f: {text}", rw: "≈Ntibyemewe: {text}" },
  contestAnswered: {
    en: "The association answered: {text}",
    fr: "L’association a répondu\u202f: {text}",
    rw: "≈Ihuriro ryasubije: {text}",
  },
  replyHeading: {
    en: "What the organisation says about this result",
    fr: "Ce que l’organisation dit de ce résultat",
    rw: "≈Icyo urwego ruvuga kuri ibi",
  },
  noReply: { en: "No reply has been given yet.", fr: "Aucune réponse n’a encore été donnée.", rw: "≈Nta gisubizo kiratangwa." },
  replySigned: {
    en: "Each need was replied to and the reply signed; no comment was added.",
    fr: "Chaque besoin a reçu une réponse, et celle-ci est signée\u202f; aucun commentaire n’a été ajouté.",
    rw: "≈Buri gikenewe cyasubijwe kandi igisubizo cyarasinywe; nta kindi cyongeweho.",
  },
  moreNeeds: {
    en: "and {count, plural, one {one more need} other {# more needs}}, see the page that the code below opens",
    fr: "et {count, plural, one {un autre besoin} other {# autres besoins}}, voir la page qu’ouvre le code ci-dessous",
    rw: "≈n’ibindi bikenewe {count}, reba urupapuro rufungurwa na kode iri hepfo",
  },
  moreFields: {
    en: "and {count, plural, one {one more subject with a smaller gap} other {# more subjects with smaller gaps}}, see the page that the code below opens",
    fr: "et {count, plural, one {un autre domaine à l’écart plus petit} other {# autres domaines aux écarts plus petits}}, voir la page qu’ouvre le code ci-dessous",
    rw: "≈n’andi masomo {count} afite ibyuho bito, reba urupapuro rufungurwa na kode iri hepfo",
  },
  moreOnPage: {
    en: "Why the gaps are there, what goes well here, and why moderation changed a level: on the page that the code opens.",
    fr: "Pourquoi ces écarts, ce qui va bien ici, et pourquoi la modération a changé un niveau\u202f: sur la page qu’ouvre le code.",
    rw: "≈Impamvu z’ibyuho, ibigenda neza, n’impamvu intera yahinduwe: ku rupapuro rufungurwa na kode.",
  },
  repliedOn: { en: "Replied on {day}", fr: "Réponse du {day}", rw: "≈Byasubijwe ku wa {day}" },
  signHeading: { en: "Signatures", fr: "Signatures", rw: "≈Imikono" },
  turnoutHeading: { en: "Who answered", fr: "Qui a répondu", rw: "≈Abasubije" },
  measuredTitle: { en: "How a gap is measured", fr: "Comment un écart est mesuré", rw: "≈Uko icyuho gipimwa" },
  measuredGap: {
    en: "A gap is the level people want minus the level they see now, on a scale from 1 (absent) to 5 (improves and teaches others). A person who rates several capacities of a subject counts once, with her mean.",
    fr: "Un écart est le niveau souhaité moins le niveau constaté, sur une échelle de 1 (absent) à 5 (s’améliore et forme les autres). Qui note plusieurs capacités d’un domaine compte une fois, par sa moyenne.",
    rw: "≈Icyuho ni intera abantu bifuza ukuyemo iyo babona ubu, kuva kuri 1 (ntabuhari) kugeza kuri 5 (biranozwa kandi bikigishwa abandi). Uwasuzumye ubushobozi bwinshi bw’isomo abarwa rimwe, ku mpuzandengo ye.",
  },
  measuredHidden: {
    en: "A figure about fewer than {floor} people is hidden. A few larger figures are hidden with it where a subtraction would bring it back: total minus the others shown.",
    fr: "Un chiffre portant sur moins de {floor} personnes est masqué. Quelques chiffres plus grands le sont aussi lorsqu’une soustraction le révélerait.",
    rw: "≈Umubare uvuga abantu batageze kuri {floor} urahishwa. N’indi mibare mike irahishwa aho gukuramo byawugaragaza.",
  },
  measuredCorner: {
    en: "A cut corner means that the cause named most often is not knowledge or skill. Such a gap does not become a course.",
    fr: "Un coin coupé signifie que la cause la plus citée n’est ni le savoir ni la compétence. Un tel écart ne devient pas une formation.",
    rw: "≈Inguni ikase bivuga ko impamvu yavuzwe kenshi atari ubumenyi. Icyuho nk’icyo ntigihinduka amahugurwa.",
  },
  measuredRank: {
    en: "Needs are ranked by gap × importance × posts reached ÷ cost. A weight from 0 to 5 is the power of its part. The places beside a need are the best and the last that it takes over {grid} ways of dealing ten points out over the four parts.",
    fr: "Les besoins sont classés par écart × importance × postes concernés ÷ coût. Un poids de 0 à 5 est la puissance de sa part. Les places indiquées sont la meilleure et la dernière parmi {grid} façons de répartir dix points entre les quatre parts.",
    rw: "≈Ibikenewe bikurikirana: icyuho × akamaro × imyanya bireba ÷ ikiguzi. Imyanya iri iruhande ni iya mbere n’iya nyuma mu buryo {grid} bwo kugabanya amanota icumi.",
  },
  measuredInterval: {
    en: "A change is counted on organisations in both rounds, with a paired t interval. Estimates inside a kind of place are drawn towards their mean the more, the fewer answered (empirical Bayes). Limits of turnout are exact binomial limits.",
    fr: "Une évolution porte sur les organisations présentes aux deux cycles, avec un intervalle t apparié. Les estimations d’un groupe sont rapprochées de sa moyenne d’autant plus que les réponses sont peu nombreuses (Bayes empirique). Les limites de participation sont des limites binomiales exactes.",
    rw: "≈Impinduka ibarwa ku nzego zitabiriye amasuzuma yombi. Ibigereranyo byegerezwa impuzandengo y’icyiciro uko abasubije ari bake. Imbibi z’ubwitabire zibarwa ku buryo nyabwo.",
  },
  // Map
  mapTitle: { en: "Map of districts", fr: "Carte des districts", rw: "≈Ikarita y’uturere" },
  mapLead: {
    en: "Counts, never levels: who answered, and what was found to be needed.",
    fr: "Des comptes, jamais des niveaux\u202f: qui a répondu, et ce qui manque.",
    rw: "≈Imibare gusa, nta ntera: abasubije, n’ibyabonetse ko bikenewe.",
  },
  mapAnswers: { en: "Who answered", fr: "Qui a répondu", rw: "≈Abasubije" },
  mapCoverage: { en: "How many of those invited answered", fr: "Combien des invités ont répondu", rw: "≈Abasubije mu batumiwe" },
  mapRequests: { en: "Where needs were found", fr: "Où des besoins ont été constatés", rw: "≈Aho ibikenewe byabonetse" },
  mapRequestsField: {
    en: "Where {field} was found to be a need",
    fr: "Où un besoin a été constaté en {field}",
    rw: "≈Aho {field} yabonetse ko ikenewe",
  },
  mapAnswersUnit: {
    en: "People in post who answered. A count, not a score.",
    fr: "Titulaires de poste ayant répondu. Un compte, pas une note.",
    rw: "≈Abari mu myanya basubije. Ni umubare, si amanota.",
  },
  mapCoverageUnit: {
    en: "Share of invited posts that answered",
    fr: "Part des postes invités ayant répondu",
    rw: "≈Igice cy’imyanya yatumiwe yasubije",
  },
  mapRequestsUnit: {
    en: "Needs found. A count, not a score.",
    fr: "Besoins constatés. Un compte, pas une note.",
    rw: "≈Ibikenewe byabonetse. Ni umubare, si amanota.",
  },
  mapBorders: { en: "The same with borders", fr: "La même carte avec les limites", rw: "≈Ikarita imwe n’imbibi" },
  mapCount: { en: "Show", fr: "Afficher", rw: "≈Erekana" },
  outlined: {
    en: "Black outline: {member}, one member.",
    fr: "Contour noir\u202f: {member}, un seul membre.",
    rw: "≈Umuzenguruko w’umukara: {member}, umunyamuryango umwe.",
  },
  besideMap: { en: "{name} itself: {value}.", fr: "{name} même\u202f: {value}.", rw: "≈{name} ubwayo: {value}." },
  keyPeople: { en: "People", fr: "Personnes", rw: "≈Abantu" },
  keyShare: { en: "Share", fr: "Part", rw: "≈Igice" },
  keyNeeds: { en: "Needs", fr: "Besoins", rw: "≈Ibikenewe" },
  areaHead: { en: "Area", fr: "Zone", rw: "≈Agace" },
  under: { en: "under {value}", fr: "moins de {value}", rw: "≈munsi ya {value}" },
  fromUnder: { en: "{from} to under {to}", fr: "{from} à moins de {to}", rw: "≈kuva {from} kugeza munsi ya {to}" },
  orMore: { en: "{value} or more", fr: "{value} ou plus", rw: "≈{value} cyangwa hejuru" },
});
