/** The texts of the example questionnaire on capacity: six fields, the same questions about each. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  title: {
    en: "Capacity of our office, short form",
    fr: "Capacité de notre bureau, forme courte",
    rw: "≈Ubushobozi bw’ibiro byacu, ibibazo bigufi",
  },
  about: { en: "Before you begin", fr: "Avant de commencer", rw: "≈Mbere yo gutangira" },
  welcome: {
    en: "You are asked about six fields of work. No answer is wrong: say how things are today, not how they should be. It takes about ten minutes, and you can stop and go on later.",
    fr: "Six domaines de travail vous sont présentés. Aucune réponse n’est mauvaise\u202f: dites comment les choses sont aujourd’hui, non comment elles devraient être. Cela prend une dizaine de minutes, et vous pouvez interrompre et reprendre.",
    rw: "≈Urabazwa ku nzego esheshatu z’akazi. Nta gisubizo kibi kibaho: vuga uko bimeze uyu munsi, atari uko byagombye kuba. Bifata iminota nka cumi, kandi ushobora guhagarara ugakomeza nyuma.",
  },
  work: {
    en: "Which of these do you do yourself?",
    fr: "Lesquelles de ces tâches faites-vous vous-même\u202f?",
    rw: "≈Ni ibihe muri ibi ukora wowe ubwawe?",
  },
  workHint: { en: "Tick all that apply.", fr: "Cochez tout ce qui convient.", rw: "≈Hitamo ibyo byose bikureba." },
  workPlan: { en: "Plan and report", fr: "Planifier et rendre compte", rw: "≈Gutegura igenamigambi na raporo" },
  workServe: { en: "Serve residents", fr: "Servir les habitants", rw: "≈Guha abaturage serivisi" },
  workMoney: { en: "Handle money or purchases", fr: "Gérer l’argent ou les achats", rw: "≈Gucunga amafaranga cyangwa amasoko" },
  workLead: { en: "Lead other staff", fr: "Diriger d’autres agents", rw: "≈Kuyobora abandi bakozi" },
  ldg: {
    en: "How does your office guide and encourage its staff now?",
    fr: "Comment votre bureau guide-t-il et encourage-t-il son personnel aujourd’hui\u202f?",
    rw: "≈Ubu ibiro byanyu biyobora bite abakozi kandi bibatera bite umwete?",
  },
  pln: {
    en: "How does your office plan from figures and check what was reached now?",
    fr: "Comment votre bureau planifie-t-il à partir de chiffres et vérifie-t-il les résultats aujourd’hui\u202f?",
    rw: "≈Ubu ibiro byanyu bitegura bite igenamigambi rishingiye ku mibare kandi bigenzura bite ibyagezweho?",
  },
  bud: {
    en: "How does your office forecast and collect its revenue now?",
    fr: "Comment votre bureau prévoit-il et recouvre-t-il ses recettes aujourd’hui\u202f?",
    rw: "≈Ubu ibiro byanyu biteganya bite kandi bikusanya bite imisoro n’amahoro?",
  },
  prc: {
    en: "How does your office prepare and follow its purchasing plan now?",
    fr: "Comment votre bureau prépare-t-il et suit-il son plan de passation des marchés aujourd’hui\u202f?",
    rw: "≈Ubu ibiro byanyu bitegura bite kandi bikurikirana bite igenamigambi ry’amasoko?",
  },
  svc: {
    en: "How does your office keep the service times it has promised now?",
    fr: "Comment votre bureau tient-il les délais de service promis aujourd’hui\u202f?",
    rw: "≈Ubu ibiro byanyu byubahiriza bite igihe byasezeranyije cyo gutanga serivisi?",
  },
  cmp: {
    en: "How are residents’ complaints handled in your office now?",
    fr: "Comment les plaintes des habitants sont-elles traitées dans votre bureau aujourd’hui\u202f?",
    rw: "Ubu ibibazo by’abaturage bikemurwa bite?",
  },
  chooseOne: {
    en: "Choose one answer. No answer is wrong.",
    fr: "Choisissez une réponse. Aucune réponse n’est mauvaise.",
    rw: "Hitamo igisubizo kimwe. Nta gisubizo kibi kibaho.",
  },
  chooseLevel: {
    en: "Choose the level your office is at now",
    fr: "Choisissez le niveau où se trouve votre bureau aujourd’hui",
    rw: "≈Hitamo urwego ibiro byanyu biriho ubu",
  },
  desired: {
    en: "Which level should your office reach within two years?",
    fr: "Quel niveau votre bureau devrait-il atteindre d’ici deux ans\u202f?",
    rw: "≈Ni uruhe rwego ibiro byanyu byagombye kugeraho mu myaka ibiri?",
  },
  chooseDesired: {
    en: "Choose the level your office should reach",
    fr: "Choisissez le niveau que votre bureau devrait atteindre",
    rw: "≈Hitamo urwego ibiro byanyu byagombye kugeraho",
  },
  importance: {
    en: "How much does this matter for your work?",
    fr: "Quelle importance cela a-t-il pour votre travail\u202f?",
    rw: "≈Ibi bifite akahe gaciro mu kazi kawe?",
  },
  chooseImportance: {
    en: "Choose how much it matters",
    fr: "Choisissez l’importance",
    rw: "≈Hitamo akamaro bifite",
  },
  why: { en: "What stands in the way", fr: "Ce qui fait obstacle", rw: "≈Ibibangamira" },
  cause: {
    en: "What is the main reason for the difference?",
    fr: "Quelle est la raison principale de l’écart\u202f?",
    rw: "≈Ni iyihe mpamvu nyamukuru y’icyo cyuho?",
  },
  chooseCause: { en: "Choose the main reason", fr: "Choisissez la raison principale", rw: "≈Hitamo impamvu nyamukuru" },
  bottleneck: {
    en: "What would have to change first?",
    fr: "Qu’est-ce qui devrait changer en premier\u202f?",
    rw: "≈Ni iki cyagombye guhinduka mbere?",
  },
  bottleneckHint: {
    en: "One sentence is enough. Write no names of people.",
    fr: "Une phrase suffit. N’écrivez aucun nom de personne.",
    rw: "≈Interuro imwe irahagije. Ntukandike amazina y’abantu.",
  },
  evidence: {
    en: "Where can this be seen?",
    fr: "Où cela se voit-il\u202f?",
    rw: "≈Ibyo bigaragarira he?",
  },
  evidenceHint: {
    en: "A register, a report, a figure. Leave it empty if there is none.",
    fr: "Un registre, un rapport, un chiffre. Laissez vide s’il n’y en a pas.",
    rw: "≈Igitabo, raporo, umubare. Reka ahanditse ubusa niba ntacyo.",
  },
  confidence: {
    en: "How sure are you of your answers on this field?",
    fr: "À quel point êtes-vous sûr de vos réponses sur ce domaine\u202f?",
    rw: "≈Wizeye bingana iki ibisubizo byawe kuri uru rwego?",
  },
  strong: { en: "A strength to share", fr: "Un point fort à partager", rw: "≈Imbaraga zo gusangira" },
  strength: {
    en: "Could your office show another office how you do it?",
    fr: "Votre bureau pourrait-il montrer à un autre comment vous faites\u202f?",
    rw: "≈Ibiro byanyu byashobora kwereka ibindi biro uko mubikora?",
  },
  complaints: {
    en: "How many complaints did you write down last month?",
    fr: "Combien de plaintes avez-vous notées le mois dernier\u202f?",
    rw: "Mu kwezi gushize mwanditse ibibazo bingahe?",
  },
  complaintsHint: {
    en: "Look in the complaint register. Write only the number.",
    fr: "Regardez dans le registre des plaintes. Écrivez seulement le nombre.",
    rw: "Reba mu gitabo cy’ibibazo. Andika umubare gusa.",
  },
  complaintsRange: {
    en: "Write the number of complaints in figures, for example 14",
    fr: "Écrivez le nombre de plaintes en chiffres, par exemple 14",
    rw: "Andika umubare w’ibibazo mu mibare, urugero: 14",
  },
  close: { en: "Last questions", fr: "Dernières questions", rw: "≈Ibibazo bya nyuma" },
  formats: {
    en: "How would you rather learn?",
    fr: "Comment préférez-vous apprendre\u202f?",
    rw: "≈Wifuza kwiga ute?",
  },
  formatCourse: { en: "A course with others", fr: "Une formation avec d’autres", rw: "≈Amahugurwa hamwe n’abandi" },
  formatMentor: { en: "A mentor at my side", fr: "Un mentor à mes côtés", rw: "≈Umutoza umpora hafi" },
  formatVisit: { en: "A visit to another office", fr: "Une visite dans un autre bureau", rw: "≈Gusura ibindi biro" },
  formatManual: { en: "A manual to read", fr: "Un manuel à lire", rw: "≈Igitabo cyo gusoma" },
  anything: {
    en: "Is there anything else that the association should know?",
    fr: "Y a-t-il autre chose que l’association devrait savoir\u202f?",
    rw: "≈Hari ikindi ihuriro ryagombye kumenya?",
  },
  level1: { en: "It is not done", fr: "Cela ne se fait pas", rw: "Ntibikorwa" },
  level2: {
    en: "Now and then, in no fixed way",
    fr: "De temps en temps, sans méthode fixe",
    rw: "Bikorwa rimwe na rimwe, nta buryo buhoraho",
  },
  level3: {
    en: "There is a way, and it is written down",
    fr: "Il y a une méthode, et elle est écrite",
    rw: "Uburyo bwo kubikora burahari kandi bwanditse",
  },
  level4: {
    en: "The written way is always followed",
    fr: "La méthode écrite est toujours suivie",
    rw: "Uburyo bwanditse bukurikizwa buri gihe",
  },
  level5: {
    en: "It is followed, improved, and taught to others",
    fr: "Elle est suivie, améliorée et enseignée à d’autres",
    rw: "Burakurikizwa, bukanozwa, tukanabwigisha abandi",
  },
  yes: { en: "Yes", fr: "Oui", rw: "Yego" },
  no: { en: "No", fr: "Non", rw: "Oya" },
});
