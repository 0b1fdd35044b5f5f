/** The invented indicators of the demonstration: what they count, where they begin, and what their course did to them. */
import type { Text } from "#platform/i18n/text.ts";
import type { Role } from "#kernel/pack/roles.ts";

/** One indicator and how its invented figures behave. Levels and changes are in its own unit. */
export interface DemoIndicator {
  readonly code: string;
  readonly names: Text;
  readonly definition: Text;
  readonly kind: "service" | "outcome";
  readonly unit: "days" | "percent";
  readonly better: "up" | "down";
  readonly frequency: "monthly" | "quarterly";
  readonly domain: string;
  readonly source: string;
  /** Which posts own it, the first that the organisation has. */
  readonly owners: readonly Role[];
  readonly course: string;
  readonly level: number;
  /** Between organisations, and between periods of one. */
  readonly spread: { readonly places: number; readonly periods: number };
  /** What a year changes everywhere, and what the course changes where people came, reached over three periods. */
  readonly drift: number;
  readonly effect: number;
  readonly target: number;
  /** People counted in a period; shares are of them. */
  readonly people: number | null;
  readonly bySex: boolean;
  readonly public: boolean;
  readonly aliases: readonly { readonly frame: string; readonly code: string; readonly name: string }[];
  readonly event: { readonly daysAgo: number; readonly text: string } | null;
}

const FUND = "Fund for local services, results frame";
const PROGRAMME = "Programme for accountable districts, log frame";

const plain = { frequency: "quarterly", kind: "service", people: null, bySex: false, public: true, aliases: [], event: null } as const;

export const INDICATORS: readonly DemoIndicator[] = [
  {
    ...plain,
    code: "CMP-DAYS",
    names: {
      en: "Days to a first answer to a complaint",
      fr: "Jours jusqu’à la première réponse à une plainte",
      rw: "≈Iminsi kugeza ku gisubizo cya mbere ku kirego",
    },
    definition: {
      en: "Median working days from the day a complaint is written down at a sector or the district until the complainant has a first answer. Complaints passed to a court are left out.",
      fr: "Médiane des jours ouvrables entre l’enregistrement d’une plainte au secteur ou au district et la première réponse au plaignant. Les plaintes transmises à un tribunal sont exclues.",
      rw: "≈Iminsi y’akazi yo hagati kuva ikirego cyanditswe ku Murenge cyangwa ku Karere kugeza uwareze abonye igisubizo cya mbere. Ibyoherejwe mu rukiko ntibibarwa.",
    },
    frequency: "monthly",
    unit: "days",
    better: "down",
    domain: "CMP",
    source: "Complaint registers of sectors and district",
    owners: ["complaint_officer", "unit_director", "planner"],
    course: "CMO-101",
    level: 20,
    spread: { places: 2.4, periods: 1.1 },
    drift: -1,
    effect: -9.5,
    target: 7,
    aliases: [
      { frame: FUND, code: "2.1.3", name: "Median response time to citizen complaints (days)" },
      { frame: PROGRAMME, code: "OC2-I4", name: "Working days to first reply to complainant" },
    ],
    event: { daysAgo: 190, text: "a new register of complaints" },
  },
  {
    ...plain,
    code: "CMP-TIME",
    names: { en: "Complaints answered in time", fr: "Plaintes traitées dans le délai", rw: "≈Ibirego byasubijwe ku gihe" },
    definition: {
      en: "Of all complaints due in the quarter, those answered within the legal time, by the sex of whoever complained.",
      fr: "Parmi les plaintes à traiter dans le trimestre, celles traitées dans le délai légal, selon le sexe du plaignant.",
      rw: "≈Mu birego byose byagombaga gusubizwa mu gihembwe, ibyasubijwe mu gihe giteganywa n’amategeko, hakurikijwe igitsina cy’uwareze.",
    },
    unit: "percent",
    better: "up",
    domain: "CMP",
    source: "Complaint registers of sectors and district",
    owners: ["complaint_officer", "unit_director", "planner"],
    course: "CMO-101",
    level: 52,
    spread: { places: 6, periods: 3 },
    drift: 3,
    effect: 14,
    target: 80,
    people: 180,
    bySex: true,
    aliases: [{ frame: PROGRAMME, code: "OC2-I5", name: "Share of complaints resolved on time" }],
  },
  {
    ...plain,
    code: "AUD-REC",
    names: {
      en: "Audit recommendations carried out",
      fr: "Recommandations d’audit appliquées",
      rw: "≈Inama z’abagenzuzi zashyizwe mu bikorwa",
    },
    definition: {
      en: "Of the recommendations of the last external audit, those carried out in full and confirmed by the internal auditor.",
      fr: "Parmi les recommandations du dernier audit externe, celles pleinement appliquées et confirmées par l’auditeur interne.",
      rw: "≈Mu nama zatanzwe n’ubugenzuzi bwo hanze buheruka, izashyizwe mu bikorwa byuzuye zikemezwa n’umugenzuzi w’imbere.",
    },
    kind: "outcome",
    unit: "percent",
    better: "up",
    domain: "ACC",
    source: "Follow-up table of the internal auditor",
    owners: ["internal_auditor", "planner"],
    course: "IAU-101",
    level: 58,
    spread: { places: 7, periods: 2.5 },
    drift: 4,
    effect: 9,
    target: 75,
    people: 24,
    aliases: [{ frame: FUND, code: "1.4.1", name: "Audit recommendations fully implemented (%)" }],
  },
  {
    ...plain,
    code: "PRC-DAYS",
    names: {
      en: "Days from tender notice to award",
      fr: "Jours de l’avis d’appel d’offres à l’attribution",
      rw: "≈Iminsi kuva isoko ritangajwe kugeza ritanzwe",
    },
    definition: {
      en: "Median days from the publication of a tender notice to the award, open tenders closed in the quarter.",
      fr: "Médiane des jours entre la publication de l’avis et l’attribution, appels d’offres ouverts clos dans le trimestre.",
      rw: "≈Iminsi yo hagati kuva itangazo ry’isoko risohotse kugeza ritanzwe, ku masoko afunguye yasojwe mu gihembwe.",
    },
    unit: "days",
    better: "down",
    domain: "PRC",
    source: "Export of the e-procurement system",
    owners: ["procurement_officer", "planner"],
    course: "PRO-101",
    level: 64,
    spread: { places: 6, periods: 4 },
    drift: -1,
    effect: 0,
    target: 45,
  },
  {
    ...plain,
    code: "REV-OWN",
    names: {
      en: "Own revenue collected, of what was planned",
      fr: "Recettes propres recouvrées, sur le prévu",
      rw: "≈Imisoro n’amahoro byinjijwe ugereranyije n’ibyateganyijwe",
    },
    definition: {
      en: "Own revenue collected since the start of the fiscal year, of the amount planned to that day.",
      fr: "Recettes propres recouvrées depuis le début de l’exercice, sur le montant prévu à cette date.",
      rw: "≈Amafaranga Akarere kinjije kuva umwaka w’ingengo y’imari utangiye, ugereranyije n’ayari ateganyijwe kugeza uwo munsi.",
    },
    kind: "outcome",
    unit: "percent",
    better: "up",
    domain: "BUD",
    source: "Export of the revenue system",
    owners: ["finance_officer", "planner"],
    course: "DFN-101",
    level: 78,
    spread: { places: 5, periods: 3 },
    drift: 2,
    effect: 3,
    target: 92,
    aliases: [{ frame: FUND, code: "1.2.2", name: "Own-source revenue outturn (%)" }],
  },
  {
    ...plain,
    code: "BIR-30",
    names: {
      en: "Births registered within 30 days",
      fr: "Naissances enregistrées dans les 30 jours",
      rw: "≈Abana banditswe mu minsi 30 bavutse",
    },
    definition: {
      en: "Of children born in the month, those entered in the civil register within 30 days, by the sex of the child.",
      fr: "Parmi les enfants nés dans le mois, ceux inscrits à l’état civil dans les 30 jours, selon le sexe de l’enfant.",
      rw: "≈Mu bana bavutse mu kwezi, abanditswe mu bitabo by’irangamimerere mu minsi 30, hakurikijwe igitsina cy’umwana.",
    },
    frequency: "monthly",
    unit: "percent",
    better: "up",
    domain: "SVC",
    source: "Export of the civil register",
    owners: ["planner", "unit_director"],
    course: "SES-101",
    level: 81,
    spread: { places: 4, periods: 1.6 },
    drift: 3,
    effect: 4,
    target: 95,
    people: 620,
    bySex: true,
  },
  {
    ...plain,
    code: "LND-DAYS",
    names: { en: "Days to transfer a plot of land", fr: "Jours pour le transfert d’une parcelle", rw: "≈Iminsi yo guhererekanya ubutaka" },
    definition: {
      en: "Median working days from a complete request for a transfer of land until it is signed.",
      fr: "Médiane des jours ouvrables entre une demande complète de transfert de parcelle et sa signature.",
      rw: "≈Iminsi y’akazi yo hagati kuva dosiye yuzuye yo guhererekanya ubutaka yakiriwe kugeza isinywe.",
    },
    unit: "days",
    better: "down",
    domain: "LND",
    source: "Register of the one-stop centre",
    owners: ["unit_director", "planner"],
    course: "LND-101",
    level: 17,
    spread: { places: 2, periods: 1.2 },
    drift: -0.5,
    effect: -2,
    target: 10,
    public: false,
  },
  {
    ...plain,
    code: "PLN-TIME",
    names: {
      en: "Quarterly reports handed in on time",
      fr: "Rapports trimestriels remis à temps",
      rw: "≈Raporo z’igihembwe zatangiwe ku gihe",
    },
    definition: {
      en: "Of the quarterly reports that offices of the district owe, those handed in by their day.",
      fr: "Parmi les rapports trimestriels dus par les services du district, ceux remis à la date prévue.",
      rw: "≈Muri raporo z’igihembwe amashami y’Akarere agomba gutanga, izatanzwe ku munsi wagenwe.",
    },
    kind: "outcome",
    unit: "percent",
    better: "up",
    domain: "PLN",
    source: "Log of the planning office",
    owners: ["planner"],
    course: "DPL-101",
    level: 70,
    spread: { places: 7, periods: 4 },
    drift: 2,
    effect: 6,
    target: 90,
    people: 34,
    public: false,
  },
];
