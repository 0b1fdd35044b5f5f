/** Addresses of needs assessment: rounds, needs, responses and service problems. */

const round = (id: string): string => `/needs/rounds/${id}`;
const organisation = (id: string, org: string): string => `${round(id)}/organisations/${org}`;
const need = (id: string): string => `/needs/${id}`;

export const paths = {
  needs: "/needs",
  need,
  respond: (id: string): string => `${need(id)}/respond`,
  refuse: (id: string): string => `${need(id)}/refuse`,
  answerContest: (id: string): string => `${need(id)}/contest`,
  meet: (id: string): string => `${need(id)}/met`,
  response: (id: string, response: string): string => `${need(id)}/responses/${response}`,
  report: "/needs/report",
  ofOrganisation: (org: string): string => `/needs/organisations/${org}`,
  rounds: "/needs/rounds",
  newRound: "/needs/rounds/new",
  round,
  design: (id: string, part: string): string => `${round(id)}/design/${part}`,
  launch: (id: string): string => `${round(id)}/launch`,
  step: (id: string, step: string): string => `${round(id)}/steps/${step}`,
  coverage: (id: string): string => `${round(id)}/coverage`,
  /** The posts that have not answered, as a file. */
  waiting: (id: string): string => `${round(id)}/coverage/waiting`,
  remind: (id: string): string => `${round(id)}/remind`,
  answer: (id: string): string => `${round(id)}/answer`,
  organisation,
  evidence: (id: string, org: string): string => `${organisation(id, org)}/evidence`,
  evidenceFile: (id: string, org: string, interview: string): string => `${organisation(id, org)}/evidence/${interview}`,
  validate: (id: string, org: string): string => `${organisation(id, org)}/validate`,
  moderate: (id: string, org: string, domain: string): string => `${organisation(id, org)}/moderate/${domain}`,
  reply: (id: string, org: string): string => `${organisation(id, org)}/reply`,
  /** A reply that was signed on paper: the form, and the scan. */
  paper: (id: string, org: string): string => `${organisation(id, org)}/paper`,
  paperScan: (id: string, org: string): string => `${organisation(id, org)}/paper/scan`,
  /** The pictures of a round’s results. */
  results: (id: string): string => `${round(id)}/results`,
  resultsOf: (id: string, org: string): string => `${round(id)}/results/${org}`,
} as const;
