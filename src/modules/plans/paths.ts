/** Addresses of plans, in the workspace and on the portal. */

const plan = (id: string): string => `/plans/${id}`;
const line = (id: string): string => `/plans/lines/${id}`;

export const paths = {
  plans: "/plans",
  plansFile: "/plans/file",
  newPlan: "/plans/new",
  plan,
  picture: (id: string): string => `${plan(id)}/year.svg`,
  pool: (id: string): string => `${plan(id)}/pool`,
  poolFile: (id: string): string => `${plan(id)}/pool/file`,
  options: (id: string): string => `${plan(id)}/options`,
  way: (id: string, bundle: string): string => `${plan(id)}/options/${bundle}`,
  leaveOut: (id: string, bundle: string): string => `${plan(id)}/options/${bundle}/leave-out`,
  choose: (id: string, bundle: string): string => `${plan(id)}/options/${bundle}/choose`,
  lines: (id: string): string => `${plan(id)}/lines`,
  linesFile: (id: string): string => `${plan(id)}/lines/file`,
  /** A part of a line's form; `new` stands for a line that is not there yet. */
  edit: (id: string, lineId: string, part: string): string => `${plan(id)}/edit/${lineId}/${part}`,
  removeLine: (id: string, lineId: string): string => `${plan(id)}/edit/${lineId}/remove`,
  step: (id: string, step: string): string => `${plan(id)}/steps/${step}`,
  decide: (id: string, step: string): string => `${plan(id)}/decide/${step}`,
  decisionFile: (id: string, decision: string): string => `${plan(id)}/decisions/${decision}`,
  comments: (id: string): string => `${plan(id)}/comments`,
  answer: (id: string, comment: string): string => `${plan(id)}/comments/${comment}`,
  revision: (id: string): string => `${plan(id)}/revision`,
  undoChange: (id: string, lineId: string): string => `${plan(id)}/revision/${lineId}/undo`,
  wordings: (id: string): string => `${plan(id)}/words`,
  wording: (id: string, language: string): string => `${plan(id)}/words/${language}`,
  wordingStep: (id: string, language: string, step: string): string => `${plan(id)}/words/${language}/${step}`,
  money: (id: string): string => `${plan(id)}/money`,
  moneyPicture: (id: string): string => `${plan(id)}/money.svg`,
  print: (id: string): string => `${plan(id)}/print`,
  line,
  settle: (id: string): string => `${line(id)}/done`,
  account: (id: string): string => `${line(id)}/money`,
  calendar: "/calendar",
  calendarPicture: "/calendar.svg",
  feed: "/calendar.ics",
  data: "/calendar.json",
  event: (id: string): string => `/calendar/${id}.ics`,
} as const;
