/** What the demonstration tells: how wide gaps are by field and post, what causes them, and neutral things that people write. All invented. */

/** Mean gap in levels by field, then by type of post; other posts have the first figure. Shaped like an ordinary year, true of no district. */
export const GAPS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  PRC: { "*": 1.1, SES: 1.6, DPL: 1.2, DFN: 1.4, PRO: 2.4, CLR: 1.1 },
  CMP: { "*": 1.4, SES: 2.1, CES: 2.2, SED: 1.8, DHR: 0.8, CLR: 1.3 },
  PLN: { "*": 0.8, SES: 1.1, CES: 1.4, SED: 1.5, DPL: 0.7, DFN: 0.6, DHR: 0.7, CLR: 1.6 },
  BUD: { "*": 0.7, SES: 0.7, CES: 0.8, SED: 0.9, DPL: 0.5, DFN: 0.4, PRO: 0.6, CLR: 1.2 },
  SVC: { "*": 1.0, SES: 1.3, CES: 1.5, CLR: 0.9, DHR: 0.7 },
  LDG: { "*": 0.3, SES: 0.4, CLR: 0.2 },
};

/** How often each cause is named for a field. */
export const CAUSES: Readonly<Record<string, readonly (readonly [cause: string, weight: number])[]>> = {
  PRC: [
    ["knowledge_skill", 7],
    ["tools_system", 2],
    ["staffing", 1],
  ],
  CMP: [
    ["knowledge_skill", 4],
    ["staffing", 4],
    ["coordination", 2],
  ],
  PLN: [
    ["knowledge_skill", 6],
    ["tools_system", 2],
    ["coordination", 2],
  ],
  BUD: [
    ["money", 5],
    ["knowledge_skill", 3],
    ["mandate_law", 2],
  ],
  SVC: [
    ["tools_system", 5],
    ["staffing", 3],
    ["infrastructure", 2],
  ],
  LDG: [
    ["knowledge_skill", 5],
    ["incentive", 3],
    ["coordination", 2],
  ],
};

/** What respondents write about what holds a field back. */
export const BOTTLENECKS: Readonly<Record<string, readonly string[]>> = {
  PRC: [
    "The plan is agreed late, so tenders pile up in the last quarter",
    "One person prepares every file",
    "Contract dates are followed on paper",
  ],
  CMP: ["Complaints wait for a reply from another unit", "The register stays at the sector", "Nobody has time to call people back"],
  PLN: ["Figures from the cells come in different forms", "Plans are ready before the figures are"],
  BUD: ["Local revenue comes late in the year", "Transfers and plans have different dates"],
  SVC: ["One computer serves three desks", "The network is slow on market days"],
  LDG: ["Meetings leave little time with staff"],
};

/** Responses by kind of cause, with what is planned and an estimate in whole units of the currency. */
export const RESPONSES: Readonly<
  Record<string, readonly { readonly type: string; readonly what: string; readonly estimate: number | null; readonly addressee?: string }[]>
> = {
  knowledge_skill: [
    { type: "training", what: "Three-day course with cases from the district’s own files", estimate: 6_400_000 },
    { type: "mentor", what: "Six months with a colleague of a district that does this well", estimate: 1_200_000 },
    { type: "exchange", what: "Two days at a district of the same kind", estimate: 2_100_000 },
  ],
  staffing: [
    {
      type: "advocacy",
      what: "Ask that the post be opened in the next establishment",
      estimate: null,
      addressee: "Ministry of Public Service and Labour",
    },
  ],
  tools_system: [{ type: "equipment", what: "A second desk with a computer and the register in one place", estimate: 3_800_000 }],
  money: [
    {
      type: "advocacy",
      what: "Ask that transfers follow the calendar of plans",
      estimate: null,
      addressee: "Ministry of Finance and Economic Planning",
    },
  ],
  mandate_law: [
    { type: "advocacy", what: "Ask for a circular that says who decides", estimate: null, addressee: "Ministry of Local Government" },
  ],
  incentive: [{ type: "manual", what: "A short guide on recognising good work of teams", estimate: 600_000 }],
  coordination: [{ type: "manual", what: "One page per service: who passes what to whom, by when", estimate: 450_000 }],
  infrastructure: [{ type: "equipment", what: "Shared connection for the sector offices", estimate: 5_200_000 }],
};

/** Why some needs get no response from the association. */
export const REFUSALS = [
  "The district covers this from its own plan this year; the association would do it twice.",
  "A partner works on this with the district until June; the need is looked at again in the next round.",
];

/** The one objection of the demonstration: neutral, about when the answers were given. */
export const OBJECTION = "The answers were given before the new register was in use. The level of today is higher.";
export const OBJECTION_ANSWER = "The level stays as it was answered, with this objection beside it. The next round will show the change.";

/** Comments of organisations when they confirm who answered. */
export const COMMENTS = [
  "Two posts were between holders during the round.",
  "The councillors answered after their quarterly meeting, from one phone.",
  "Everybody who was in office has had the time to answer.",
];

/** Notes of interviews and checks, without names. */
export const NOTES = {
  document: ["The year’s tender files were read against the plan.", "The quarterly plans of two units were read side by side."],
  interview: ["The team walked through one file from request to answer.", "A talk with six officers about a usual week."],
} as const;

/** Reasons of moderation. */
export const REASONS = [
  "The files of the year show the step in use more often than the answers say.",
  "Two of the steps that the answers leave out are in the files.",
];

/** Service problems that districts report: neutral, with a figure that can be measured again. `days` is how long ago. */
export const PROBLEMS = [
  {
    district: "Huye",
    domain: "SVC",
    cause: "tools_system",
    service: "Civil registration",
    statement: "Families come back several times for one birth certificate",
    sufferers: "Families with newborn children",
    measure: "Visits until the certificate is given",
    value: 3,
    unit: "visits",
    since: "2024",
    days: 12,
    response: true,
  },
  {
    district: "Musanze",
    domain: "CMP",
    cause: "staffing",
    service: "Citizens’ issues",
    statement: "People wait long for a first answer to an issue",
    sufferers: "Residents of the market sectors",
    measure: "Working days until a first answer",
    value: 14,
    unit: "days",
    since: "03/2025",
    days: 118,
    response: false,
  },
  {
    district: "Rubavu",
    domain: "INFR",
    cause: "infrastructure",
    service: "Water points",
    statement: "The queue at the water point is long in the dry months",
    sufferers: "Households of two cells",
    measure: "Minutes in the queue at noon",
    value: 45,
    unit: "minutes",
    since: "06/2024",
    days: 110,
    response: false,
  },
  {
    district: "Rwamagana",
    domain: "LND",
    cause: "tools_system",
    service: "Land services",
    statement: "Papers move between desks by hand",
    sufferers: "People who transfer a plot",
    measure: "Days from request to signature",
    value: 11,
    unit: "days",
    since: "2024",
    days: 104,
    response: false,
  },
  {
    district: "Nyaruguru",
    domain: "HLT",
    cause: "coordination",
    service: "Health posts",
    statement: "The outreach day changes without notice",
    sufferers: "Mothers of young children",
    measure: "Outreach days held as announced, of ten",
    value: 6,
    unit: "days",
    since: "01/2025",
    days: 99,
    response: false,
  },
  {
    district: "Gasabo",
    domain: "SVC",
    cause: "staffing",
    service: "One-stop desk",
    statement: "The desk is full on Mondays and empty on Thursdays",
    sufferers: "People who come before work",
    measure: "Minutes at the desk on Monday morning",
    value: 52,
    unit: "minutes",
    since: "2025",
    days: 97,
    response: false,
  },
  {
    district: "Gisagara",
    domain: "AGR",
    cause: "knowledge_skill",
    service: "Seed distribution",
    statement: "The list of farmers is ready after the rains begin",
    sufferers: "Farmers of four sectors",
    measure: "Days between the first rain and the list",
    value: 9,
    unit: "days",
    since: "09/2024",
    days: 93,
    response: false,
  },
  {
    district: "Bugesera",
    domain: "DIG",
    cause: "tools_system",
    service: "Records",
    statement: "Old files are looked for by hand",
    sufferers: "People who need a copy of a decision",
    measure: "Days to find a file",
    value: 6,
    unit: "days",
    since: "2023",
    days: 34,
    response: true,
  },
] as const;
