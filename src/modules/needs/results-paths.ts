/** Addresses of the pictures of a round’s results; filters are part of the address, so that a picture can be sent to a colleague. */
import { paths } from "./paths.ts";

/** Choices that are part of an address; empty ones are left out. */
export type Choices = Readonly<Record<string, string | number | null | undefined>>;

/** An address with its choices. */
export function withChoices(path: string, choices: Choices): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(choices))
    if (value !== null && value !== undefined && value !== "") query.set(name, String(value));
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}

const below = (round: string, rest: string): string => `${paths.results(round)}/${rest}`;

export const resultPaths = {
  overview: paths.results,
  entity: paths.resultsOf,
  ranked: (round: string): string => below(round, "ranked"),
  spread: (round: string): string => below(round, "spread"),
  change: (round: string): string => below(round, "change"),
  map: (round: string): string => below(round, "map"),
  evidence: (round: string): string => below(round, "evidence"),
  print: (round: string): string => below(round, "print"),
  method: (round: string): string => below(round, "method"),
  /** `file` is a picture’s name with svg, csv or xlsx. */
  file: (round: string, file: string): string => below(round, `files/${file}`),
  json: (round: string): string => `${paths.results(round)}.json`,
} as const;
