/** The closed list of roles: a country pack says which post carries which, code says what a role may do. */

/** Every role a post can carry. Tier words (sector, cell, village) are the product’s English names for the first, second and third tier below a member. */
export const ROLES = [
  // The association
  "secretary_general",
  "deputy_secretary_general",
  "capacity_manager",
  "training_coordinator",
  "recruitment_manager",
  "advocacy_officer",
  "monitoring_officer",
  "data_protection_officer",
  "administrator",
  "executive_committee_member",
  "commission_member",
  "audit_committee_member",
  "conflict_committee_member",
  "assembly_delegate",
  // Members and their tiers
  "mayor",
  "vice_mayor",
  "executive_secretary",
  "council_president",
  "councillor",
  "council_affairs_officer",
  "hr_director",
  "planner",
  "finance_officer",
  "internal_auditor",
  "procurement_officer",
  "information_officer",
  "complaint_officer",
  "unit_director",
  "technical_officer",
  "health_director",
  "partner_forum_secretary",
  "governor",
  "sector_executive_secretary",
  "sector_officer",
  "cell_executive_secretary",
  "cell_officer",
  "village_head",
  "village_officer",
  // Everybody in a post of the association, a member or its tiers
  "respondent",
  "learner",
  // Other bodies
  "programme_manager",
  "adviser",
  "mentor",
  "trainer",
  "provider",
  "examiner",
  "jury_member",
  "evaluator",
  "funder",
  "civil_society_member",
  "oversight_officer",
] as const;

export type Role = (typeof ROLES)[number];

/** True for one of the closed list. */
export function isRole(value: unknown): value is Role {
  return ROLES.includes(value as Role);
}
