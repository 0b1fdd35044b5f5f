/** Demonstration courses for sectors and cells: what each group can do afterwards, module by module. */
import type { DemoCourse } from "./demo-shapes.ts";

export const offices: readonly DemoCourse[] = [
  {
    code: "SES-101",
    modality: "short_course",
    domain: "SVC",
    otherDomains: ["PLN", "CMP"],
    groups: ["sector_executive_secretaries"],
    languages: ["rw", "en"],
    assessment: "test",
    test: "SES",
    title: {
      en: "Leading a sector: service, plan and people",
      fr: "Diriger un secteur : service, plan et équipe",
      rw: "≈Kuyobora Umurenge: serivisi, igenamigambi n’abakozi",
    },
    summary: {
      en: "The week of a sector executive secretary: the desk that citizens meet, the targets of the year, and a small team.",
      fr: "La semaine d’un secrétaire exécutif de secteur : le guichet, les objectifs de l’année et une petite équipe.",
      rw: "≈Icyumweru cy’Umunyamabanga Nshingwabikorwa w’Umurenge: aho abaturage bakirirwa, intego z’umwaka n’itsinda rito.",
    },
    outcomes: [
      {
        en: "Measures how long three services take and takes one step out",
        fr: "Mesure la durée de trois services et supprime une étape",
        rw: "≈Apima igihe serivisi eshatu zimara akavanamo intambwe imwe",
      },
      {
        en: "Breaks a yearly target down to weeks and names who does it",
        fr: "Décline un objectif annuel par semaine et nomme le responsable",
        rw: "≈Agabanya intego y’umwaka mo ibyumweru akavuga ubishinzwe",
      },
      {
        en: "Runs a short Monday meeting that ends with a list of tasks",
        fr: "Anime une courte réunion du lundi qui finit par une liste de tâches",
        rw: "≈Ayobora inama ngufi yo ku wa mbere irangira hari urutonde rw’ibikorwa",
      },
      {
        en: "Answers a citizen’s problem on record within the time the rule gives",
        fr: "Répond par écrit au problème d’un citoyen dans le délai de la règle",
        rw: "≈Asubiza mu nyandiko ikibazo cy’umuturage mu gihe giteganyijwe",
      },
    ],
    modules: [
      [
        {
          en: "Where citizens wait: measuring service times",
          fr: "Où les citoyens attendent : mesurer les délais",
          rw: "≈Aho abaturage bategereza: gupima igihe cya serivisi",
        },
        150,
        105,
        "exercise",
        {
          en: "Time three services in one’s own sector from door to answer.",
          fr: "Chronométrer trois services de son secteur, de la porte à la réponse.",
          rw: "≈Gupima serivisi eshatu kuva ku muryango kugeza ku gisubizo.",
        },
      ],
      [
        { en: "From imihigo to this week", fr: "De l’imihigo à cette semaine", rw: "≈Kuva ku mihigo kugeza kuri iki cyumweru" },
        150,
        90,
        "exercise",
        {
          en: "Turn a yearly target into tasks of a week.",
          fr: "Transformer un objectif annuel en tâches de la semaine.",
          rw: "≈Guhindura intego y’umwaka ibikorwa by’icyumweru.",
        },
      ],
      [
        { en: "Leading a small team", fr: "Diriger une petite équipe", rw: "≈Kuyobora itsinda rito" },
        120,
        75,
        "role_play",
        {
          en: "Give feedback that a colleague can act on.",
          fr: "Donner un retour qu’un collègue peut suivre.",
          rw: "≈Gutanga igitekerezo mugenzi wawe yakurikiza.",
        },
      ],
      [
        { en: "Problems of citizens, on record", fr: "Les problèmes des citoyens, par écrit", rw: "≈Ibibazo by’abaturage, mu nyandiko" },
        120,
        75,
        "case_study",
        {
          en: "Record, route and close a problem, and tell the citizen.",
          fr: "Consigner, orienter et clore un problème, et le dire au citoyen.",
          rw: "≈Kwandika, kohereza no gusoza ikibazo, ukabwira umuturage.",
        },
      ],
      [
        {
          en: "My sector’s first thirty days",
          fr: "Les trente premiers jours de mon secteur",
          rw: "≈Iminsi mirongo itatu ya mbere y’Umurenge wanjye",
        },
        90,
        90,
        "action_plan",
        {
          en: "Leave with three changes, each with a date.",
          fr: "Repartir avec trois changements, chacun daté.",
          rw: "≈Gutahana impinduka eshatu, buri imwe ifite itariki.",
        },
      ],
    ],
  },
  {
    code: "CES-101",
    modality: "short_course",
    domain: "CMP",
    otherDomains: ["SVC", "PAR"],
    groups: ["cell_executive_secretaries"],
    languages: ["rw"],
    assessment: "test",
    test: "CES",
    title: { en: "Serving citizens at the cell", fr: "Servir les citoyens à la cellule", rw: "≈Guha abaturage serivisi nziza ku Kagari" },
    summary: {
      en: "Citizens’ problems, community work and records, for the office closest to them.",
      fr: "Problèmes des citoyens, travaux communautaires et registres, au plus près d’eux.",
      rw: "≈Ibibazo by’abaturage, umuganda n’ibitabo, ku biro bibegereye kurusha ibindi.",
    },
    outcomes: [
      {
        en: "Listens to a problem, writes it down and reads it back",
        fr: "Écoute un problème, l’écrit et le relit à haute voix",
        rw: "≈Atega amatwi ikibazo, akacyandika, akagisubiramo",
      },
      {
        en: "Sends a problem to the right office on the same day",
        fr: "Envoie un problème au bon service le jour même",
        rw: "≈Yohereza ikibazo ku rwego kireba uwo munsi",
      },
      {
        en: "Chairs a cell meeting at which women and young people speak",
        fr: "Préside une réunion où femmes et jeunes prennent la parole",
        rw: "≈Ayobora inama y’Akagari abagore n’urubyiruko bavugamo",
      },
      {
        en: "Keeps a register that the next holder can use",
        fr: "Tient un registre que le successeur peut utiliser",
        rw: "≈Abika igitabo uzamusimbura ashobora gukoresha",
      },
    ],
    modules: [
      [
        { en: "Receiving somebody with a problem", fr: "Recevoir une personne qui a un problème", rw: "≈Kwakira umuturage ufite ikibazo" },
        120,
        90,
        "role_play",
        {
          en: "Listen, write, read back, and say what happens next.",
          fr: "Écouter, écrire, relire et dire la suite.",
          rw: "≈Gutega amatwi, kwandika, gusubiramo no kuvuga igikurikira.",
        },
      ],
      [
        { en: "What is mine, what goes on", fr: "Ce que je règle, ce que je transmets", rw: "≈Ibyo nkemura n’ibyo nohereza" },
        120,
        60,
        "case_study",
        {
          en: "Sort twelve real cases by who decides.",
          fr: "Trier douze cas réels selon qui décide.",
          rw: "≈Gutandukanya ibibazo cumi na bibiri hakurikijwe ubifataho icyemezo.",
        },
      ],
      [
        { en: "Mediation and its limits", fr: "La médiation et ses limites", rw: "≈Ubuhuza n’aho bugarukira" },
        120,
        75,
        "role_play",
        {
          en: "Mediate a boundary quarrel; know when not to mediate.",
          fr: "Concilier un litige de limite ; savoir quand ne pas concilier.",
          rw: "≈Guhuza abapfa imbibi; kumenya igihe bidakwiye guhuza.",
        },
      ],
      [
        { en: "Meetings where everyone is heard", fr: "Des réunions où chacun est entendu", rw: "≈Inama bose bavugamo" },
        90,
        60,
        "simulation",
        {
          en: "Chair a meeting and keep its minutes.",
          fr: "Présider une réunion et en tenir le procès-verbal.",
          rw: "≈Kuyobora inama no kwandika inyandikomvugo.",
        },
      ],
      [
        { en: "Registers and handover", fr: "Registres et passation", rw: "≈Ibitabo n’ihererekanyabubasha" },
        90,
        75,
        "simulation",
        {
          en: "Fill in the registers and hand them over.",
          fr: "Remplir les registres et les transmettre.",
          rw: "≈Kuzuza ibitabo no kubihererekanya.",
        },
      ],
    ],
  },
];
