/** Demonstration courses for councils and elected leaders: what each group can do afterwards, module by module. */
import type { DemoCourse } from "./demo-shapes.ts";

export const councils: readonly DemoCourse[] = [
  {
    code: "CLR-101",
    modality: "short_course",
    domain: "DEC",
    otherDomains: ["LDG", "PAR"],
    groups: ["district_councillors"],
    languages: ["rw", "en"],
    assessment: "test",
    test: "CLR",
    title: {
      en: "The councillor’s work: deciding, overseeing, reporting back",
      fr: "Le travail du conseiller : décider, contrôler, rendre compte",
      rw: "≈Umurimo w’Umujyanama: gufata ibyemezo, kugenzura no kubwira abamutoye",
    },
    summary: {
      en: "How a district council decides well, follows up what it decided, and tells citizens what came of it.",
      fr: "Comment un conseil de district décide bien, suit ses décisions et dit aux citoyens ce qu’il en est advenu.",
      rw: "≈Uko Inama Njyanama ifata ibyemezo neza, ikabikurikirana, ikabwira abaturage icyavuyemo.",
    },
    outcomes: [
      {
        en: "Reads a budget proposal and puts three questions that change the discussion",
        fr: "Lit un projet de budget et pose trois questions qui font avancer le débat",
        rw: "≈Asoma umushinga w’ingengo y’imari akabaza ibibazo bitatu bihindura ikiganiro",
      },
      {
        en: "Writes a council decision with who does what by when",
        fr: "Rédige une décision du conseil avec qui fait quoi et pour quand",
        rw: "≈Yandika icyemezo kivuga ukora iki n’igihe",
      },
      {
        en: "Follows up a decision until it is carried out or explained",
        fr: "Suit une décision jusqu’à son exécution ou son explication",
        rw: "≈Akurikirana icyemezo kugeza gishyizwe mu bikorwa cyangwa gisobanuwe",
      },
      {
        en: "Reports back to the voters of a sector in a quarter of an hour",
        fr: "Rend compte aux électeurs d’un secteur en un quart d’heure",
        rw: "≈Abwira abaturage ibyakozwe mu minota cumi n’itanu",
      },
    ],
    modules: [
      [
        {
          en: "The council, the executive and the law",
          fr: "Le conseil, l’exécutif et la loi",
          rw: "≈Inama Njyanama, Komite Nyobozi n’itegeko",
        },
        120,
        30,
        "discussion",
        {
          en: "Tell what the council decides from what the executive does.",
          fr: "Distinguer ce que décide le conseil de ce que fait l’exécutif.",
          rw: "≈Gutandukanya icyo Inama Njyanama yemeza n’icyo Komite Nyobozi ikora.",
        },
      ],
      [
        {
          en: "Reading a budget and an action plan",
          fr: "Lire un budget et un plan d’action",
          rw: "≈Gusoma ingengo y’imari na gahunda y’ibikorwa",
        },
        180,
        120,
        "exercise",
        {
          en: "Find in one’s own district’s budget what was promised and what is funded.",
          fr: "Trouver dans le budget de son district ce qui est promis et ce qui est financé.",
          rw: "≈Kumenya ibyasezeranyijwe n’ibifite amafaranga.",
        },
      ],
      [
        { en: "Decisions that can be followed up", fr: "Des décisions que l’on peut suivre", rw: "≈Ibyemezo bishobora gukurikiranwa" },
        150,
        120,
        "group_work",
        {
          en: "Write three real decisions anew with owner, date and measure.",
          fr: "Réécrire trois vraies décisions avec responsable, date et mesure.",
          rw: "≈Kongera kwandika ibyemezo bitatu bifite ubishinzwe, itariki n’igipimo.",
        },
      ],
      [
        { en: "Overseeing without running the office", fr: "Contrôler sans gérer", rw: "≈Kugenzura utayobora ibiro" },
        120,
        60,
        "case_study",
        {
          en: "Choose between a question, a visit and an inquiry.",
          fr: "Choisir entre une question, une visite et une enquête.",
          rw: "≈Guhitamo hagati y’ikibazo, gusura n’iperereza.",
        },
      ],
      [
        { en: "Reporting back to citizens", fr: "Rendre compte aux citoyens", rw: "≈Kubwira abaturage ibyakozwe" },
        150,
        120,
        "role_play",
        {
          en: "Hold a report-back meeting, with hard questions from the floor.",
          fr: "Tenir une réunion de compte rendu, avec des questions difficiles.",
          rw: "≈Kuyobora inama yo kubwira abaturage irimo ibibazo bikomeye.",
        },
      ],
    ],
  },
  {
    code: "CAO-101",
    modality: "short_course",
    domain: "DEC",
    otherDomains: ["TRN", "DIG"],
    groups: ["council_affairs_officers", "council_bureaus"],
    languages: ["en", "rw"],
    assessment: "test",
    test: "GOV",
    title: {
      en: "Minutes, decisions and their follow-up",
      fr: "Procès-verbaux, décisions et suivi",
      rw: "≈Inyandikomvugo, ibyemezo n’ikurikirana ryabyo",
    },
    summary: {
      en: "Everything a council meeting needs before, during and after it.",
      fr: "Tout ce qu’il faut à une séance du conseil avant, pendant et après.",
    },
    outcomes: [
      { en: "Sends papers so that councillors have read them", fr: "Envoie les documents à temps pour qu’ils soient lus" },
      {
        en: "Writes minutes that state each decision in one sentence",
        fr: "Rédige un procès-verbal où chaque décision tient en une phrase",
      },
      { en: "Keeps a register of decisions with owner and date", fr: "Tient un registre des décisions avec responsable et date" },
    ],
    modules: [
      [
        { en: "Before the sitting", fr: "Avant la séance" },
        90,
        60,
        "exercise",
        { en: "Make an agenda with times and papers.", fr: "Faire un ordre du jour avec horaires et documents." },
      ],
      [
        { en: "Minutes in one hour", fr: "Un procès-verbal en une heure" },
        150,
        135,
        "simulation",
        { en: "Write minutes of a recorded sitting.", fr: "Rédiger le procès-verbal d’une séance enregistrée." },
      ],
      [
        { en: "The register of decisions", fr: "Le registre des décisions" },
        120,
        90,
        "simulation",
        { en: "Enter a year’s decisions and find the late ones.", fr: "Saisir un an de décisions et trouver les retards." },
      ],
      [
        { en: "Telling citizens", fr: "Informer les citoyens" },
        90,
        60,
        "exercise",
        { en: "Write a one-page notice in plain words.", fr: "Écrire un avis d’une page en mots simples." },
      ],
    ],
  },
  {
    code: "ELD-101",
    modality: "induction",
    domain: "LDG",
    otherDomains: ["DEC", "BUD"],
    groups: ["elected_district_leaders", "district_councillors"],
    languages: ["rw", "en"],
    assessment: "test",
    test: "IND",
    title: {
      en: "Induction of elected district leaders",
      fr: "Intégration des élus de district",
      rw: "≈Kwinjiza mu nshingano abayobozi b’Akarere batowe",
    },
    summary: {
      en: "The first thirty days after swearing-in: mandate, money, people and the handover file.",
      fr: "Les trente jours après la prestation de serment : mandat, argent, équipe et dossier de passation.",
      rw: "≈Iminsi mirongo itatu ya mbere nyuma yo kurahira: manda, amafaranga, abakozi n’idosiye y’ihererekanyabubasha.",
    },
    outcomes: [
      { en: "Reads the handover file and asks for what is missing", fr: "Lit le dossier de passation et réclame ce qui manque" },
      {
        en: "Tells the council’s mandate from the executive committee’s",
        fr: "Distingue le mandat du conseil de celui du comité exécutif",
      },
      {
        en: "Chairs a first meeting with decisions, owners and dates",
        fr: "Préside une première réunion avec décisions, responsables et dates",
      },
    ],
    modules: [
      [
        { en: "The mandate and its limits", fr: "Le mandat et ses limites", rw: "≈Manda n’aho igarukira" },
        120,
        45,
        "discussion",
        { en: "Say what one may sign and what not.", fr: "Dire ce que l’on peut signer ou non." },
      ],
      [
        { en: "What was handed over", fr: "Ce qui a été remis", rw: "≈Ibyahererekanyijwe" },
        150,
        120,
        "exercise",
        { en: "Check a real handover file.", fr: "Contrôler un vrai dossier de passation." },
      ],
      [
        { en: "Money in the first quarter", fr: "L’argent du premier trimestre", rw: "≈Amafaranga y’igihembwe cya mbere" },
        150,
        90,
        "exercise",
        { en: "Read cash, commitments and arrears.", fr: "Lire trésorerie, engagements et arriérés." },
      ],
      [
        {
          en: "Working with council, staff and partners",
          fr: "Travailler avec le conseil, le personnel et les partenaires",
          rw: "≈Gukorana n’Inama Njyanama, abakozi n’abafatanyabikorwa",
        },
        120,
        75,
        "role_play",
        { en: "Hold a first meeting.", fr: "Tenir une première réunion." },
      ],
    ],
  },
];
