/** What to do about an answer in a form that cannot be taken. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  sayWhen: { en: "Say on which day", fr: "Indiquez le jour", rw: "≈Vuga umunsi" },
  chooseOne: { en: "Choose one", fr: "Choisissez-en un", rw: "≈Hitamo kimwe" },
  sayTitle: { en: "Give the round a title", fr: "Donnez un titre au cycle", rw: "≈Ha isuzuma umutwe" },
  chooseKind: { en: "Choose the kind of round", fr: "Choisissez le type de cycle", rw: "≈Hitamo ubwoko bw’isuzuma" },
  sayWhy: { en: "Say why the round is held", fr: "Indiquez pourquoi le cycle a lieu", rw: "≈Vuga impamvu y’isuzuma" },
  sayWhom: {
    en: "Say whose capacity it is about",
    fr: "Indiquez de quelle capacité il s’agit, et de qui",
    rw: "≈Vuga abo ubushobozi bwabo busuzumwa",
  },
  sayWhat: {
    en: "Say what they should be able to do",
    fr: "Indiquez ce qu’ils devraient savoir faire",
    rw: "≈Vuga ibyo bagombye gushobora gukora",
  },
  chooseScope: { en: "Choose whose capacity is assessed", fr: "Choisissez ce qui est évalué", rw: "≈Hitamo ibisuzumwa" },
  chooseGroups: {
    en: "Choose at least one group of posts",
    fr: "Choisissez au moins un groupe de postes",
    rw: "≈Hitamo nibura itsinda rimwe ry’imyanya",
  },
  chooseOrganisations: {
    en: "Choose at least one organisation, or say that all take part",
    fr: "Choisissez au moins une organisation, ou indiquez que toutes participent",
    rw: "≈Hitamo nibura urwego rumwe, cyangwa uvuge ko zose zibirimo",
  },
  chooseMethods: { en: "Choose at least one method", fr: "Choisissez au moins une méthode", rw: "≈Hitamo nibura uburyo bumwe" },
  chooseVersion: {
    en: "Choose the questionnaire that people answer",
    fr: "Choisissez le questionnaire",
    rw: "≈Hitamo urutonde rw’ibibazo",
  },
  sayOpens: { en: "Say on which day answers open", fr: "Indiquez le jour d’ouverture", rw: "≈Vuga umunsi bitangira" },
  sayCloses: { en: "Say on which day answers close", fr: "Indiquez le jour de clôture", rw: "≈Vuga umunsi bisozwa" },
  closesFirst: {
    en: "Answers close on {closes}, before they open. Choose a closing day after {opens}",
    fr: "Les réponses se terminent le {closes}, avant l’ouverture. Choisissez une clôture après le {opens}",
    rw: "≈Bisozwa ku wa {closes}, mbere yo gutangira. Hitamo umunsi uri nyuma ya {opens}",
  },
  closedAlready: {
    en: "This day is past. Choose today or later",
    fr: "Ce jour est passé. Choisissez aujourd’hui ou plus tard",
    rw: "≈Uyu munsi wararenze. Hitamo uyu munsi cyangwa nyuma yaho",
  },
  chooseLine: {
    en: "Write a gap between 0.1 and 4 levels, for example 1.5",
    fr: "Écrivez un écart entre 0,1 et 4 niveaux, par exemple 1,5",
    rw: "≈Andika icyuho kiri hagati ya 0.1 na 4, urugero 1.5",
  },
  chooseConsent: {
    en: "Choose who may see a result",
    fr: "Choisissez qui peut voir un résultat",
    rw: "≈Hitamo abashobora kubona ibyavuyemo",
  },
  sayReason: { en: "Say why", fr: "Dites pourquoi", rw: "≈Vuga impamvu" },
  sayPeople: {
    en: "Say how many people took part",
    fr: "Indiquez combien de personnes ont participé",
    rw: "≈Vuga umubare w’ababigizemo uruhare",
  },
  tooManyWomen: {
    en: "There were {people} people; write a number of women up to that",
    fr: "Il y avait {people} personnes ; indiquez au plus autant de femmes",
    rw: "≈Hari abantu {people}; andika umubare w’abagore utawurenza",
  },
  chooseMethod: { en: "Choose how it was learned", fr: "Choisissez la méthode", rw: "≈Hitamo uburyo byamenyekanye" },
  chooseSource: { en: "Choose what kind of evidence it is", fr: "Choisissez le type de preuve", rw: "≈Hitamo ubwoko bw’ikimenyetso" },
  agreed: {
    en: "Ask whether the people agree to be recorded, and tick the box. Without their agreement nothing is kept",
    fr: "Demandez aux personnes si elles acceptent l’enregistrement, puis cochez la case. Sans leur accord, rien n’est conservé",
    rw: "≈Baza abantu niba bemera ko byandikwa, hanyuma ushyireho akamenyetso",
  },
  rateSomething: {
    en: "Give the level now and the level wanted for at least one field",
    fr: "Indiquez le niveau actuel et le niveau souhaité pour au moins un domaine",
    rw: "≈Andika urwego ruriho n’urwifuzwa nibura ku ngingo imwe",
  },
  bothLevels: {
    en: "Give both levels for this field, or neither",
    fr: "Indiquez les deux niveaux pour ce domaine, ou aucun",
    rw: "≈Andika inzego zombi, cyangwa ntuzandike",
  },
  future: {
    en: "This day is still to come. Write a day that is past",
    fr: "Ce jour n’est pas encore venu. Indiquez un jour passé",
    rw: "≈Uyu munsi nturagera. Andika umunsi wararenze",
  },
  levelBetween: {
    en: "Write a level between 1 and 5, for example 2.5",
    fr: "Écrivez un niveau entre 1 et 5, par exemple 2,5",
    rw: "≈Andika urwego hagati ya 1 na 5, urugero 2.5",
  },
  chooseFile: {
    en: "This file cannot be kept. Attach a PDF, a picture, or a document of an office program",
    fr: "Ce fichier ne peut pas être conservé. Joignez un PDF, une image ou un document bureautique",
    rw: "≈Iyi dosiye ntishobora kubikwa. Shyiraho PDF, ifoto cyangwa inyandiko",
  },
  choosePlace: {
    en: "Find the village, cell or sector and choose it",
    fr: "Cherchez le village, la cellule ou le secteur et choisissez-le",
    rw: "≈Shakisha umudugudu, akagari cyangwa umurenge, uhitemo",
  },
  sayService: { en: "Name the service", fr: "Nommez le service", rw: "≈Vuga serivisi" },
  sayProblem: {
    en: "Say in one sentence what does not work",
    fr: "Dites en une phrase ce qui ne marche pas",
    rw: "≈Vuga mu nteruro imwe ibitagenda",
  },
  saySufferers: { en: "Say who suffers from it", fr: "Indiquez qui en souffre", rw: "≈Vuga abo bigiraho ingaruka" },
  sayMeasure: {
    en: "Say what is measured, for example days until a first answer",
    fr: "Indiquez ce qui est mesuré, par exemple les jours jusqu’à une première réponse",
    rw: "≈Vuga igipimwa, urugero iminsi kugeza ku gisubizo cya mbere",
  },
  sayUnit: {
    en: "Say the unit, for example days or litres",
    fr: "Indiquez l’unité, par exemple jours ou litres",
    rw: "≈Vuga igipimo, urugero iminsi cyangwa litiro",
  },
  sinceWhen: {
    en: "Say since when, for example 2023, 03/2024 or 14/03/2024",
    fr: "Indiquez depuis quand, par exemple 2023, 03/2024 ou 14/03/2024",
    rw: "≈Vuga kuva ryari, urugero 2023, 03/2024 cyangwa 14/03/2024",
  },
  chooseDomain: {
    en: "Choose the field of capacity it touches",
    fr: "Choisissez le domaine de capacité concerné",
    rw: "≈Hitamo ingingo y’ubushobozi bireba",
  },
  chooseCause: { en: "Choose the main cause", fr: "Choisissez la cause principale", rw: "≈Hitamo impamvu nyamukuru" },
  chooseType: { en: "Choose the kind of response", fr: "Choisissez le type de réponse", rw: "≈Hitamo ubwoko bw’igisubizo" },
  sayResponse: { en: "Say what will be done", fr: "Dites ce qui sera fait", rw: "≈Vuga ikizakorwa" },
  chooseOwner: { en: "Choose the post that answers for it", fr: "Choisissez le poste qui en répond", rw: "≈Hitamo umwanya ubishinzwe" },
  sayDue: { en: "Say by when", fr: "Indiquez l’échéance", rw: "≈Vuga igihe ntarengwa" },
  sayAddressee: {
    en: "Name the institution that the issue is addressed to",
    fr: "Nommez l’institution à laquelle la question est adressée",
    rw: "≈Vuga urwego ikibazo gishyikirijwe",
  },
  replyToEach: { en: "Accept or contest this need", fr: "Acceptez ou contestez ce besoin", rw: "≈Emera cyangwa wange iki gikenewe" },
  sayContest: {
    en: "Say what is not right about this need",
    fr: "Dites ce qui n’est pas juste dans ce besoin",
    rw: "≈Vuga ibitari ukuri kuri iki gikenewe",
  },
});
