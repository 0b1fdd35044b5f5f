/** Addresses of tests: lists, results of a session, typing in, and a person’s own. */

const session = (id: string): string => `/tests/sessions/${id}`;

export const paths = {
  tests: "/tests",
  files: "/tests/file",
  session,
  items: (id: string, kind = "post", of = "session"): string =>
    `${session(id)}/questions${kind === "post" && of === "session" ? "" : `?kind=${kind}&of=${of}`}`,
  evaluation: (id: string): string => `${session(id)}/evaluation`,
  /** `what` is results, questions, choices or opinions. */
  file: (id: string, what: string): string => `${session(id)}/file/${what}`,
  picture: (id: string): string => `${session(id)}/before-and-after.svg`,
  evaluationPicture: (id: string): string => `${session(id)}/evaluation.svg`,
  open: (id: string): string => `${session(id)}/open`,
  remind: (id: string, kind: string): string => `${session(id)}/remind/${kind}`,
  paper: (id: string, test: string, enrolment: string): string => `${session(id)}/paper/${test}/${enrolment}`,
  opinionPaper: (id: string): string => `${session(id)}/evaluation/paper`,
  takeBack: (result: string): string => `/tests/results/${result}/take-back`,
  record: (id: string): string => `/tests/records/${id}`,
  mine: "/my/tests",
  answer: (test: string): string => `/my/tests/${test}`,
  link: (token: string): string => `/my-tests/${token}`,
  linkAnswer: (token: string, test: string): string => `/my-tests/${token}/${test}`,
} as const;
