/** Every address of the module. */
import { addressOf } from "#platform/http/address.ts";

type Params = Readonly<Record<string, string | number | null | undefined>>;
const session = (id: string): string => `/followups/sessions/${id}`;
const task = (id: string): string => `/followups/tasks/${id}`;

export const paths = {
  followups: (params: Params = {}): string => addressOf("/followups", params),
  file: "/followups/file",
  picture: "/followups/picture",
  asked: "/followups/asked",
  mine: "/my/tasks",
  mineWrite: (enrolment: string): string => `/my/tasks/${enrolment}`,
  session,
  sessionFile: (id: string): string => `${session(id)}/file`,
  sessionPicture: (id: string): string => `${session(id)}/picture`,
  askTasks: (id: string): string => `${session(id)}/ask`,
  askSupervisors: (id: string): string => `${session(id)}/remind`,
  type: (id: string, enrolment: string): string => `${session(id)}/type/${enrolment}`,
  task,
  evidence: (id: string): string => `${task(id)}/evidence`,
  evidenceFile: (id: string, evidence: string): string => `${task(id)}/evidence/${evidence}`,
  answer: (id: string, reading: string): string => `${task(id)}/answer/${reading}`,
  /** A person’s own links, without an account: where she writes her task, and where a question is answered. */
  write: (token: string): string => `/task/${token}`,
  question: (token: string): string => `/task-check/${token}`,
} as const;
