/** The tables the module writes, and the forms it reads. */
import type { AccessTables } from "#kernel/access/tables.ts";
import type { RegistryTables } from "#kernel/registry/tables.ts";
import type { Form } from "#platform/http/form.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { w } from "./words-sign-in.ts";

/** Sign-in belongs to the kernel's `access`; people and posts to `registry`. */
export type AccountTables = AccessTables & RegistryTables;

/** A sign-in name as it is kept and looked for: without spaces around it, in small letters. */
export function loginOf(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}

/** What the sign-in form brings. */
export interface SignInForm {
  readonly login: string;
  readonly password: string;
}

/** The sign-in form, or which fields are empty. */
export function readSignIn(
  form: Form,
): { readonly ok: true; readonly value: SignInForm } | { readonly ok: false; readonly problems: FieldProblem[] } {
  const value = { login: loginOf(form.text("login")), password: form.text("password") };
  const problems: FieldProblem[] = [
    ...(value.login === "" ? [{ field: "login", text: w.loginMissing }] : []),
    ...(value.password === "" ? [{ field: "password", text: w.passwordMissing }] : []),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}
