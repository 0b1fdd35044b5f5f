/** The names of the roles. */
import type { Text } from "#platform/i18n/text.ts";
import type { Role } from "./roles.ts";

function text(en: string, fr: string, rw: string): Text {
  return { en, fr, rw };
}

/** Each role’s name in the three languages. */
export const roleNames: Readonly<Record<Role, Text>> = {
  secretary_general: text("Secretary General", "Secrétaire général", "≈Umunyamabanga Mukuru"),
  deputy_secretary_general: text("Deputy Secretary General", "Secrétaire général adjoint", "≈Umunyamabanga Mukuru wungirije"),
  capacity_manager: text("Capacity-building manager", "Responsable du renforcement des capacités", "≈Ushinzwe kongera ubushobozi"),
  training_coordinator: text("Training coordinator", "Coordinateur des formations", "≈Umuhuzabikorwa w’amahugurwa"),
  recruitment_manager: text("Recruitment manager", "Responsable du recrutement", "≈Ushinzwe gushaka abakozi"),
  advocacy_officer: text("Advocacy and research officer", "Chargé du plaidoyer et de la recherche", "≈Ushinzwe ubuvugizi n’ubushakashatsi"),
  monitoring_officer: text(
    "Planning, monitoring and evaluation officer",
    "Chargé de la planification et du suivi-évaluation",
    "≈Ushinzwe igenamigambi n’isuzumabikorwa",
  ),
  data_protection_officer: text("Data protection officer", "Délégué à la protection des données", "≈Ushinzwe kurinda amakuru bwite"),
  administrator: text("System administrator", "Administrateur du système", "≈Ushinzwe sisitemu"),
  executive_committee_member: text("Member of the Executive Committee", "Membre du comité exécutif", "≈Ugize Komite Nyobozi"),
  commission_member: text("Member of a commission", "Membre d’une commission", "≈Ugize komisiyo"),
  audit_committee_member: text("Member of the Audit Committee", "Membre du comité d’audit", "≈Ugize Komite Ngenzuzi"),
  conflict_committee_member: text(
    "Member of the Conflict Resolution Committee",
    "Membre du comité de résolution des conflits",
    "≈Ugize Komite ikemura amakimbirane",
  ),
  assembly_delegate: text("Delegate to the General Assembly", "Délégué à l’assemblée générale", "≈Uhagarariye mu Nteko Rusange"),
  mayor: text("Mayor", "Maire", "Umuyobozi w’Akarere (Meya)"),
  vice_mayor: text("Vice Mayor", "Vice-maire", "≈Umuyobozi wungirije"),
  executive_secretary: text("Executive Secretary", "Secrétaire exécutif", "Umunyamabanga Nshingwabikorwa"),
  council_president: text("President of the council", "Président du conseil", "Perezida w’Inama Njyanama"),
  councillor: text("Councillor", "Conseiller", "Umujyanama"),
  council_affairs_officer: text("Council affairs officer", "Chargé des affaires du conseil", "≈Ushinzwe ibikorwa by’Inama Njyanama"),
  hr_director: text("Director of human resources", "Directeur des ressources humaines", "≈Umuyobozi ushinzwe abakozi"),
  planner: text("Planner", "Planificateur", "≈Ushinzwe igenamigambi"),
  finance_officer: text("Finance officer", "Chargé des finances", "≈Ushinzwe imari"),
  internal_auditor: text("Internal auditor", "Auditeur interne", "≈Umugenzuzi w’imari"),
  procurement_officer: text("Procurement officer", "Chargé des marchés publics", "Ushinzwe amasoko"),
  information_officer: text("Information officer", "Chargé de l’information", "≈Ushinzwe gutanga amakuru"),
  complaint_officer: text("Complaint officer", "Chargé des plaintes", "≈Ushinzwe gukemura ibibazo by’abaturage"),
  unit_director: text("Director of a unit", "Directeur d’unité", "≈Umuyobozi w’ishami"),
  technical_officer: text("Technical officer", "Agent technique", "≈Umukozi wa tekiniki"),
  health_director: text("Director of health", "Directeur de la santé", "≈Umuyobozi ushinzwe ubuzima"),
  partner_forum_secretary: text(
    "Secretary of the partners’ forum",
    "Secrétaire du forum des partenaires",
    "≈Umunyamabanga w’ihuriro ry’abafatanyabikorwa",
  ),
  governor: text("Governor", "Gouverneur", "Guverineri"),
  sector_executive_secretary: text(
    "Sector Executive Secretary",
    "Secrétaire exécutif du secteur",
    "Umunyamabanga Nshingwabikorwa w’Umurenge",
  ),
  sector_officer: text("Sector officer", "Agent du secteur", "≈Umukozi w’Umurenge"),
  cell_executive_secretary: text(
    "Cell Executive Secretary",
    "Secrétaire exécutif de la cellule",
    "Umunyamabanga Nshingwabikorwa w’Akagari",
  ),
  cell_officer: text("Cell officer", "Agent de la cellule", "≈Umukozi w’Akagari"),
  village_head: text("Village head", "Chef du village", "Umukuru w’Umudugudu"),
  village_officer: text("Village officer", "Responsable au village", "≈Ushinzwe imirimo mu Mudugudu"),
  respondent: text("Respondent", "Répondant", "≈Usubiza ibibazo"),
  learner: text("Learner", "Apprenant", "≈Uhugurwa"),
  programme_manager: text("Programme manager", "Responsable de programme", "≈Umuyobozi wa porogaramu"),
  adviser: text("Embedded adviser", "Conseiller technique intégré", "≈Impuguke ikorera mu karere"),
  mentor: text("Mentor", "Mentor", "≈Umutoza"),
  trainer: text("Trainer", "Formateur", "≈Umuhugura"),
  provider: text("Service provider", "Prestataire de services", "≈Utanga serivisi"),
  examiner: text("Examiner", "Examinateur", "≈Utanga ikizamini"),
  jury_member: text("Member of a jury", "Membre d’un jury", "≈Ugize akanama nkemurampaka"),
  evaluator: text("External evaluator", "Évaluateur externe", "≈Umusuzumyi wigenga"),
  funder: text("Funder", "Bailleur de fonds", "≈Umuterankunga"),
  civil_society_member: text(
    "Member of a civil-society organisation",
    "Membre d’une organisation de la société civile",
    "≈Ugize umuryango utari uwa Leta",
  ),
  oversight_officer: text("Officer of an oversight body", "Agent d’un organe de contrôle", "≈Umukozi w’urwego rugenzura"),
};
