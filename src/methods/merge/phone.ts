/** Telephone numbers in one form, however they were typed. */

/** How a country writes numbers: calling code without plus, trunk prefix, digits of a national number without it. */
export interface NumberingPlan {
  readonly callingCode: string;
  readonly trunk: string;
  readonly nationalLength: number;
}

/**
 * A number in the international form of ITU-T E.164 (+ and 8 to 15 digits), or null when it is none. Understands +CC, 00CC,
 * CC and trunk forms with any spaces, dots, dashes and brackets, and numbers whose leading zero a spreadsheet ate.
 */
export function normalisePhone(text: string, plan: NumberingPlan): string | null {
  if (/[^\d\s+().\u2010-\u2015\u00a0\u202f-]/u.test(text)) return null;
  const digits = text.replaceAll(/\D/gu, "");
  const international = text.trim().startsWith("+") || digits.startsWith("00");
  const bare = digits.replace(/^00/u, "");
  const { callingCode, trunk, nationalLength } = plan;
  const national = (rest: string): string | null => (rest.length === nationalLength ? `+${callingCode}${rest}` : null);
  if (international && !bare.startsWith(callingCode)) {
    return bare.length >= 8 && bare.length <= 15 && !bare.startsWith("0") ? `+${bare}` : null;
  }
  const withoutCode = bare.startsWith(callingCode) ? bare.slice(callingCode.length) : null;
  if (international) return national((withoutCode ?? "").replace(new RegExp(`^${trunk}`, "u"), ""));
  if (withoutCode?.length === nationalLength) return national(withoutCode);
  return national(bare.startsWith(trunk) ? bare.slice(trunk.length) : bare);
}

/** Every number in a cell that may hold several, parted by slashes, commas, semicolons or words; each once, in order. */
export function normalisePhones(text: string, plan: NumberingPlan): string[] {
  const numbers = text.split(/[/,;|&\p{L}\n]+/u).map((part) => normalisePhone(part, plan));
  return [...new Set(numbers.filter((number) => number !== null))];
}
