/** The tables of the schema "registry", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Generated } from "kysely";
import type { Json } from "#platform/db/json.ts";

export interface AssignmentTable {
  id: string;
  post: string;
  person: string;
  acting: Generated<boolean>;
  from_day: string;
  from_precision: Generated<string>;
  to_day: string | null;
  reason_left: string | null;
  recorded_at: Generated<Date>;
}

export interface BoundaryTable {
  territory: string;
  from_day: string;
  geometry: Json;
  source: string;
}

export interface ContactTable {
  id: string;
  person: string;
  kind: string;
  value: string;
  shared: Generated<boolean>;
  from_day: string;
  to_day: string | null;
}

export interface GovernsTable {
  organisation: string;
  territory: string;
  from_day: string;
  to_day: string | null;
}

export interface MembershipTable {
  association: string;
  member: string;
  via: string | null;
  legal_personality: boolean;
  from_day: string;
  to_day: string | null;
}

export interface OrganisationTable {
  id: string;
  kind: string;
  code: string;
  name: string;
  names: Json | null;
  short_name: string | null;
  tier: string | null;
  context_group: string | null;
  size_class: string | null;
  phone: string | null;
  email: string | null;
  from_day: string;
  to_day: string | null;
}

export interface PersonTable {
  id: string;
  full_name: string;
  given_name: string | null;
  sort_name: string;
  sex: string | null;
  birth_year: number | null;
  disability: boolean | null;
  language: Generated<string>;
  merged_into: string | null;
  recorded_at: Generated<Date>;
}

export interface PostTable {
  id: string;
  organisation: string;
  post_type: string;
  seat: Generated<number>;
  funded: Generated<boolean>;
  from_day: string;
  to_day: string | null;
}

export interface QualificationTable {
  id: string;
  person: string;
  level: string;
  field: string | null;
  title: string | null;
  year: number | null;
  certainty: string;
  source: string;
}

export interface TerritoryTable {
  id: string;
  tier: string;
}

export interface TerritoryVersionTable {
  territory: string;
  from_day: string;
  to_day: string | null;
  code: string;
  name: string;
  parent: string | null;
  population: number | null;
  households: number | null;
  source: string;
}

/** The tables of "registry" by their qualified names. */
export interface RegistryTables {
  "registry.assignment": AssignmentTable;
  "registry.boundary": BoundaryTable;
  "registry.contact": ContactTable;
  "registry.governs": GovernsTable;
  "registry.membership": MembershipTable;
  "registry.organisation": OrganisationTable;
  "registry.person": PersonTable;
  "registry.post": PostTable;
  "registry.qualification": QualificationTable;
  "registry.territory": TerritoryTable;
  "registry.territory_version": TerritoryVersionTable;
}
