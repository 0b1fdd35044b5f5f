/** Demonstration courses for the offices that bring a district together: what each group can do afterwards, module by module. */
import type { DemoCourse } from "./demo-shapes.ts";

export const districts: readonly DemoCourse[] = [
  {
    code: "JPS-101",
    modality: "short_course",
    domain: "PAR",
    otherDomains: ["PLN", "TRN"],
    groups: ["jadf_permanent_secretaries"],
    languages: ["en", "rw"],
    assessment: "test",
    test: "JPS",
    programme: "Accountable Partnerships",
    title: {
      en: "Making the joint action development forum work",
      fr: "Faire vivre le forum d’action conjointe pour le développement",
      rw: "≈Gutuma JADF ikora neza",
    },
    summary: {
      en: "How a permanent secretary brings partners, plans and accountability days together.",
      fr: "Comment un secrétaire permanent réunit partenaires, plans et journées de redevabilité.",
      rw: "≈Uko umunyamabanga uhoraho ahuza abafatanyabikorwa, igenamigambi n’iminsi yo kumurika ibikorwa.",
    },
    outcomes: [
      { en: "Maps who works where in the district and finds two overlaps", fr: "Recense qui travaille où et trouve deux doublons" },
      {
        en: "Prepares an accountability day with figures that were checked",
        fr: "Prépare une journée de redevabilité avec des chiffres vérifiés",
      },
      { en: "Joins partners’ plans to the district’s own plan", fr: "Relie les plans des partenaires à celui du district" },
      { en: "Follows up commitments of partners every quarter", fr: "Suit chaque trimestre les engagements des partenaires" },
    ],
    modules: [
      [
        {
          en: "The forum, its organs and its calendar",
          fr: "Le forum, ses organes et son calendrier",
          rw: "≈Ihuriro, inzego zaryo na gahunda y’umwaka",
        },
        90,
        30,
        "discussion",
        { en: "Say who convenes, who decides and who reports.", fr: "Dire qui convoque, qui décide et qui rend compte." },
      ],
      [
        { en: "A map of partners", fr: "Une carte des partenaires", rw: "≈Ikarita y’abafatanyabikorwa" },
        150,
        120,
        "exercise",
        { en: "Build a map of partners from real reports.", fr: "Établir une carte des partenaires à partir de vrais rapports." },
      ],
      [
        { en: "Joint planning", fr: "La planification conjointe", rw: "≈Igenamigambi rihuriweho" },
        150,
        90,
        "group_work",
        {
          en: "Fit three partners’ activities to district targets.",
          fr: "Rattacher les activités de trois partenaires aux objectifs du district.",
        },
      ],
      [
        { en: "The accountability day", fr: "La journée de redevabilité", rw: "≈Umunsi wo kumurika ibikorwa" },
        120,
        75,
        "simulation",
        {
          en: "Rehearse stands, questions and the record of promises.",
          fr: "Répéter les stands, les questions et le relevé des promesses.",
        },
      ],
      [
        { en: "Figures that hold", fr: "Des chiffres solides" },
        120,
        90,
        "case_study",
        { en: "Check a partner’s figure against its source.", fr: "Vérifier le chiffre d’un partenaire à sa source." },
      ],
    ],
  },
  {
    code: "DES-101",
    modality: "certificate_programme",
    domain: "LDG",
    otherDomains: ["PLN", "HRM"],
    groups: ["district_executive_secretaries"],
    languages: ["en", "fr"],
    assessment: "practical_task",
    test: null,
    title: { en: "The chief of staff of a district", fr: "Le chef de l’administration d’un district", rw: "≈Guhuza imirimo y’Akarere" },
    summary: {
      en: "Coordination, delegation and handover for district executive secretaries.",
      fr: "Coordination, délégation et passation pour les secrétaires exécutifs.",
    },
    outcomes: [
      { en: "Runs coordination by a list of decisions instead of minutes", fr: "Coordonne par une liste de décisions" },
      { en: "Delegates with a written mandate", fr: "Délègue par un mandat écrit" },
      { en: "Keeps a handover file that is ready on any day", fr: "Tient un dossier de passation prêt chaque jour" },
    ],
    modules: [
      [
        { en: "A week that works", fr: "Une semaine qui fonctionne" },
        120,
        90,
        "exercise",
        { en: "Redesign one’s own calendar.", fr: "Refaire son propre agenda." },
      ],
      [{ en: "Delegation", fr: "La délégation" }, 120, 75, "role_play", { en: "Delegate three matters.", fr: "Déléguer trois affaires." }],
      [
        { en: "Risk and audit on the chief’s desk", fr: "Risques et audit sur le bureau du chef" },
        120,
        60,
        "case_study",
        { en: "Answer an audit report.", fr: "Répondre à un rapport d’audit." },
      ],
      [
        { en: "The handover file", fr: "Le dossier de passation" },
        120,
        105,
        "simulation",
        { en: "Prepare one’s own file.", fr: "Préparer son dossier." },
      ],
    ],
  },
];
