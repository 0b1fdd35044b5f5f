/** Every address of the module. */
import { addressOf } from "#platform/http/address.ts";

const certificate = (id: string): string => `/certificates/${id}`;
const session = (id: string): string => `/certificates/sessions/${id}`;

export const paths = {
  certificates: (params: Readonly<Record<string, string | number | null | undefined>> = {}): string => addressOf("/certificates", params),
  file: "/certificates/file",
  certificate,
  pdf: (id: string): string => `${certificate(id)}/pdf`,
  withdraw: (id: string): string => `${certificate(id)}/withdraw`,
  session,
  sessionFile: (id: string): string => `${session(id)}/file`,
  sessionPdf: (id: string): string => `${session(id)}/pdf`,
  decide: (id: string): string => `${session(id)}/decide`,
  except: (id: string, enrolment: string): string => `${session(id)}/except/${enrolment}`,
  exception: (id: string): string => `/certificates/exceptions/${id}`,
  verify: "/verify",
  verifyCode: (code: string): string => `/verify/${code}`,
  verifyData: (code: string): string => `/verify/${code}/data`,
} as const;
