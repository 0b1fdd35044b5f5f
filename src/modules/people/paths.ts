/** Every address of the module. */
import { addressOf } from "#platform/http/address.ts";
import type { Day } from "#kernel/calendar/day.ts";

export const paths = {
  people: (params: Readonly<Record<string, string | number | null | undefined>> = {}): string => addressOf("/people", params),
  organisation: (id: string, on?: Day): string => addressOf(`/people/organisations/${id}`, { on }),
  staffing: (id: string, params: Readonly<Record<string, string | undefined>> = {}): string =>
    addressOf(`/people/organisations/${id}/staffing`, params),
  staffingPrint: (id: string): string => `/people/organisations/${id}/staffing/print`,
  openSeat: (id: string): string => `/people/organisations/${id}/posts`,
  post: (id: string): string => `/people/posts/${id}`,
  fill: (id: string): string => `/people/posts/${id}/fill`,
  replace: (id: string, params: Readonly<Record<string, string | undefined>> = {}): string =>
    addressOf(`/people/posts/${id}/replace`, params),
  person: (id: string): string => `/people/persons/${id}`,
  groups: (): string => "/people/groups",
  group: (code: string, params: Readonly<Record<string, string | number | null | undefined>> = {}): string =>
    addressOf(`/people/groups/${code}`, params),
  handovers: (params: Readonly<Record<string, string | number | null | undefined>> = {}): string => addressOf("/people/handovers", params),
  handover: (id: string): string => `/people/handovers/${id}`,
  handoverStep: (id: string, step: "name" | "gaps" | "complete" | "meeting" | "sign" | "accept" | "refuse" | "check"): string =>
    `/people/handovers/${id}/${step}`,
  handoverPrint: (id: string): string => `/people/handovers/${id}/print`,
  imports: (): string => "/people/imports",
  newImport: (kind: string): string => `/people/imports/new/${kind}`,
  run: (id: string): string => `/people/imports/${id}`,
  runConfirm: (id: string): string => `/people/imports/${id}/confirm`,
  runDrop: (id: string): string => `/people/imports/${id}/drop`,
  rejected: (id: string): string => `/people/imports/${id}/rejected.csv`,
  matches: (params: Readonly<Record<string, string | number | null | undefined>> = {}): string => addressOf("/people/matches", params),
  match: (id: string): string => `/people/matches/${id}`,
} as const;
