/** Every address of this module. */
import { addressOf } from "#platform/http/address.ts";

export const paths = {
  mine: "/learning",
  lacks: "/learning/lacks",
  lacksWith: (query: Readonly<Record<string, string | number | undefined>>): string => addressOf("/learning/lacks", query),
  portfolio: (person: string): string => `/learning/portfolio/${person}`,
  picture: (organisation: string): string => `/learning/organisations/${organisation}/picture`,
} as const;
