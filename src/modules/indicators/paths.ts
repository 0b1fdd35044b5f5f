/** Every address of indicators. */
import { addressOf } from "#platform/http/address.ts";

const one = (id: string): string => `/indicators/${id}`;

export const paths = {
  indicators: "/indicators",
  create: "/indicators/new",
  toVerify: "/indicators/to-verify",
  frames: "/indicators/frames",
  imports: "/indicators/imports",
  run: (id: string): string => `/indicators/imports/${id}`,
  takeRun: (id: string): string => `/indicators/imports/${id}/take`,
  dropRun: (id: string): string => `/indicators/imports/${id}/drop`,
  rejected: (id: string): string => `/indicators/imports/${id}/rejected`,
  one,
  ofPlace: (id: string, organisation: string | null, by: string | null = null): string => addressOf(one(id), { place: organisation, by }),
  picture: (id: string, organisation: string | null, by: string | null = null): string =>
    addressOf(`${one(id)}/picture`, { place: organisation, by }),
  each: (id: string): string => `${one(id)}/organisations`,
  figures: (id: string): string => `${one(id)}/figures`,
  record: (id: string): string => `${one(id)}/record`,
  verify: (id: string, figure: string): string => `${one(id)}/figures/${figure}/verify`,
  correct: (id: string, figure: string): string => `${one(id)}/figures/${figure}/correct`,
  targets: (id: string): string => `${one(id)}/targets`,
  owners: (id: string): string => `${one(id)}/owners`,
  needs: (id: string): string => `${one(id)}/needs`,
  agreement: (id: string): string => `${one(id)}/agreement`,
  events: (id: string): string => `${one(id)}/events`,
  comparison: (id: string): string => `${one(id)}/comparison`,
  names: (id: string): string => `${one(id)}/names`,
  shown: (id: string): string => `${one(id)}/shown`,
  public: "/service-results",
  publicOne: (id: string): string => `/service-results/${id}`,
  publicPicture: (id: string): string => `/service-results/${id}/picture`,
};
