/** Every address of attendance. A participant’s own pages are named by the kernel, so that invitations can hold them. */
import { joinPath, personalPath } from "#kernel/gathering/addresses.ts";

const one = (id: string): string => `/attendance/${id}`;
const withPart = (path: string, part?: string): string => (part === undefined ? path : `${path}?part=${part}`);

export const paths = {
  list: "/attendance",
  file: "/attendance/file",
  one,
  sheetFile: (id: string) => `${one(id)}/file`,
  picture: (id: string) => `${one(id)}/presence.svg`,
  participant: (id: string, participant: string) => `${one(id)}/participant/${participant}`,
  door: (id: string, part?: string, find?: string) =>
    `${withPart(`${one(id)}/door`, part)}${find === undefined || find === "" ? "" : `${part === undefined ? "?" : "&"}find=${encodeURIComponent(find)}`}`,
  takeBack: (id: string) => `${one(id)}/take-back`,
  room: (id: string, part: string) => `${one(id)}/room/${part}`,
  ask: (id: string) => `${one(id)}/ask`,
  badges: (id: string) => `${one(id)}/badges`,
  paper: (id: string, part?: string) => withPart(`${one(id)}/paper`, part),
  typed: (id: string, part?: string) => withPart(`${one(id)}/typed`, part),
  scan: (id: string, evidence: string) => `${one(id)}/scan/${evidence}`,
  call: (id: string) => `${one(id)}/call`,
  log: (id: string, evidence: string) => `${one(id)}/call/${evidence}`,
  match: (id: string, evidence: string) => `${one(id)}/call/${evidence}/match`,
  take: (id: string, evidence: string) => `${one(id)}/call/${evidence}/take`,
  closing: (id: string) => `${one(id)}/closing`,
  decide: (id: string) => `${one(id)}/decide`,
  reopen: (id: string) => `${one(id)}/reopen`,
  perDiem: (id: string) => `${one(id)}/per-diem`,
  perDiemFile: (id: string) => `${one(id)}/per-diem/file`,
  personal: personalPath,
  pin: (token: string) => `${personalPath(token)}/pin`,
  join: joinPath,
  offline: "/offline/app#/door",
  rosters: "/offline/attendance",
  roster: (id: string) => `/offline/attendance/${id}`,
} as const;
