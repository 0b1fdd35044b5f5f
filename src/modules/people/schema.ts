/** Parses what people send with the forms of this module. */
import { isDay, type Day } from "#kernel/calendar/day.ts";
import { parsePartial } from "#kernel/calendar/partial.ts";
import { hasCode } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { isId } from "#platform/db/ids.ts";
import type { Form } from "#platform/http/form.ts";
import type { Say, Values } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import type { SummaryError } from "#platform/ui/forms.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { normalisePhone } from "#methods/merge/phone.ts";
import type { Successor } from "./handover-begin.ts";
import { w as replacing } from "./words-replace.ts";

/** What was read of a form, or what is wrong with it. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** A whole day as people write it (14/06/2025, 14.6.2025, 2025-06-14), or null. */
export function readDay(text: string): Day | null {
  const read = parsePartial(text);
  return read !== null && read.precision === "day" ? read.start : null;
}

/** A day of an address, or the one given instead. */
export function dayOr(text: string | null, otherwise: Day): Day {
  return isDay(text) ? text : otherwise;
}

/** A telephone number in international form by the pack’s plan, or null. */
export function readPhone(pack: Pack, text: string): string | null {
  const callingCode = pack.phone.prefix.replace(/\D/g, "");
  const international = normalisePhone(text, { callingCode, trunk: "0", nationalLength: 9 });
  if (international === null) return null;
  const national = international.slice(callingCode.length + 1);
  return international.startsWith(`+${callingCode}`) && !new RegExp(`^(?:${pack.phone.pattern})$`).test(national) ? null : international;
}

/** Problems for the summary at the top of a page. */
export function summaryOf(say: Say, problems: readonly FieldProblem[]): SummaryError[] {
  return problems.map((one) => ({ href: `#${one.field}`, text: say(one.text, one.values) }));
}

/** Problems beside their fields. */
export function textsOf(say: Say, problems: readonly FieldProblem[]): ReadonlyMap<string, string> {
  return new Map(problems.map((one) => [one.field, say(one.text, one.values)]));
}

/** Why and when a holder leaves. */
export interface LeavingEvent {
  readonly reason: string;
  readonly day: Day;
  readonly absent: boolean;
}

/** Reads why and when a holder leaves; `since` is her first day in the post. */
export function readEvent(
  pack: Pack,
  get: (name: string) => string,
  holder: { readonly since: Day | null; readonly name: string },
  today: Day,
): Read<LeavingEvent> {
  const problems: FieldProblem[] = [];
  const reason = get("reason");
  const day = readDay(get("day"));
  if (!hasCode(pack, "leaving_reason", reason, today)) problems.push({ field: "reason", text: replacing.sayReason });
  if (day === null) problems.push({ field: "day", text: replacing.sayDay, values: { day: formatDate(today) } });
  else if (holder.since !== null && day < holder.since) {
    const values: Values = { since: formatDate(holder.since), person: holder.name };
    problems.push({ field: "day", text: replacing.dayBeforeStart, values });
  }
  if (problems.length > 0 || day === null) return { ok: false, problems };
  return { ok: true, value: { reason, day, absent: get("absent") === "yes" } };
}

/** Reads who takes over. `leaver` cannot be the one; `nobody` says whether the post may stay vacant. */
export function readSuccessor(pack: Pack, form: Form, leaver: string | null, nobody: boolean): Read<Successor> {
  const person = form.text("person");
  const acting = form.text("how") !== "holder";
  if (nobody && person === "nobody") return { ok: true, value: { kind: "nobody" } };
  if (isId(person))
    return person === leaver
      ? { ok: false, problems: [{ field: "person", text: replacing.sameWho }] }
      : { ok: true, value: { kind: "known", person, acting } };
  const fullName = form.text("name").replaceAll(/\s+/g, " ");
  if (person !== "new" && fullName === "") return { ok: false, problems: [{ field: "person", text: replacing.chooseWho }] };
  if (fullName.length < 3 || fullName.length > 120) return { ok: false, problems: [{ field: "name", text: replacing.writeName }] };
  const phone = form.text("phone");
  const read = phone === "" ? null : readPhone(pack, phone);
  if (phone !== "" && read === null) return { ok: false, problems: [{ field: "phone", text: replacing.wrongPhone }] };
  return { ok: true, value: { kind: "new", fullName, phone: read, acting } };
}
