/** Addresses of sessions: the calendar, one session, names, invitations and trainers. */

const session = (id: string): string => `/sessions/${id}`;
const enrolment = (id: string): string => `/sessions/enrolments/${id}`;

export const paths = {
  sessions: "/sessions",
  files: "/sessions/file",
  calendar: "/sessions/calendar",
  drawing: "/sessions/calendar.svg",
  feed: "/sessions/calendar.ics",
  newSession: "/sessions/new",
  mine: "/my/sessions",
  session,
  edit: (id: string, part: string): string => `${session(id)}/edit/${part}`,
  step: (id: string, step: string): string => `${session(id)}/steps/${step}`,
  trainers: (id: string): string => `${session(id)}/trainers`,
  trainerStep: (id: string, trainer: string, step: string): string => `${session(id)}/trainers/${trainer}/${step}`,
  nominate: (id: string, organisation: string): string => `${session(id)}/names/${organisation}`,
  approve: (id: string, organisation: string): string => `${session(id)}/approval/${organisation}`,
  invite: (id: string): string => `${session(id)}/invite`,
  remind: (id: string): string => `${session(id)}/remind`,
  people: (id: string): string => `${session(id)}/people`,
  event: (id: string): string => `${session(id)}/calendar.ics`,
  enrolment,
  withdraw: (id: string): string => `${enrolment(id)}/withdraw`,
  replace: (id: string): string => `${enrolment(id)}/replace`,
  /** A person's own link: her invitation, and the event for her calendar. */
  invitation: (token: string): string => `/invitation/${token}`,
  invitationEvent: (token: string): string => `/invitation/${token}/calendar.ics`,
  trainer: (token: string): string => `/trainer/${token}`,
  public: "/public/sessions",
  publicFeed: "/public/sessions.ics",
  publicFile: "/public/sessions/file",
} as const;
