/** The password of every demonstration account; it opens nothing where no demonstration is. */
export const DEMO_PASSWORD = "Igerageza-2025-Inteko";
