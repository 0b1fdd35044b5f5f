/** The tables of the schema "gathering", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Generated } from "kysely";

export interface GatheringTable {
  id: string;
  kind: string;
  about: string;
  organisation: string;
  mode: string;
  place: string | null;
  territory: string | null;
  link: string | null;
  first_day: string;
  last_day: string;
  closed_at: Date | null;
}

export interface PartTable {
  id: string;
  gathering: string;
  position: number;
  day: string;
  half: string;
  starts_at: Date;
  ends_at: Date;
  pin: string;
}

export interface ParticipantTable {
  id: string;
  gathering: string;
  person: string;
  post: string | null;
  organisation: string | null;
  token: string;
  code: string;
  mode: string;
  state: string;
  recorded_at: Date;
}

export interface PresenceTable {
  id: string;
  gathering: string;
  part: string;
  participant: string;
  kind: string;
  method: string;
  mode: string;
  from_at: Date;
  to_at: Date | null;
  certainty: string;
  source: Generated<string>;
  post: string | null;
  device: string | null;
  voids: string | null;
  reason: string | null;
  recorded_at: Date;
}

/** The tables of "gathering" by their qualified names. */
export interface GatheringTables {
  "gathering.gathering": GatheringTable;
  "gathering.part": PartTable;
  "gathering.participant": ParticipantTable;
  "gathering.presence": PresenceTable;
}
