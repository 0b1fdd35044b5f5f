/** Sums of money by currency: amounts in the smallest unit, never added across currencies. */
import type { Pack } from "#kernel/pack/pack.ts";
import type { Language } from "#platform/i18n/text.ts";
import { formatMoney, formatMoneyShort } from "#platform/ui/format.ts";

/** An amount in minor units of a currency (ISO 4217). */
export interface Amount {
  readonly minor: number;
  readonly currency: string;
}

/** Amounts by currency, each a sum of its own. */
export type Sums = ReadonlyMap<string, number>;

/** Thrown when a sum leaves the whole numbers that a double holds exactly. */
function safe(minor: number): number {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not an exact amount of money: ${minor}`);
  return minor;
}

/** Sums by currency, in the order in which currencies first appear. */
export function sumsOf(amounts: Iterable<Amount>): Sums {
  const sums = new Map<string, number>();
  for (const { minor, currency } of amounts) sums.set(currency, safe((sums.get(currency) ?? 0) + safe(minor)));
  return sums;
}

/** What is left of some sums after others, by currency; a currency that only the second has becomes negative. */
export function lessThan(all: Sums, taken: Sums): Sums {
  const left = new Map(all);
  for (const [currency, minor] of taken) left.set(currency, safe((left.get(currency) ?? 0) - minor));
  return left;
}

/** The parts of some sums above zero: what is still to be found. */
export function owing(sums: Sums): Sums {
  return new Map([...sums].filter(([, minor]) => minor > 0));
}

const known = new Map<string, number>();

/** Minor digits of a currency: the pack's own as the pack says, others by ISO 4217. Throws `RangeError` for a code that is none. */
export function exponentOf(pack: Pick<Pack, "currency">, currency: string): number {
  if (currency === pack.currency.code) return pack.currency.exponent;
  const found = known.get(currency);
  if (found !== undefined) return found;
  const digits = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  known.set(currency, digits);
  return digits;
}

/** An amount as people write it: in full for tables, rounded to millions for running text. */
export function moneyText(pack: Pick<Pack, "currency">, language: Language, amount: Amount, style: "full" | "short" = "full"): string {
  const money = { minor: amount.minor, currency: amount.currency, exponent: exponentOf(pack, amount.currency) };
  return style === "full" ? formatMoney(money, language) : formatMoneyShort(money, language);
}

/** Sums as people write them, one currency after another; the pack’s own currency with nothing in it when there are none. */
export function sumsText(pack: Pick<Pack, "currency">, language: Language, sums: Sums, style: "full" | "short" = "full"): string {
  const shown = [...sums].filter(([, minor]) => minor !== 0);
  const list = shown.length === 0 ? [[pack.currency.code, 0] as const] : shown;
  return list.map(([currency, minor]) => moneyText(pack, language, { minor, currency }, style)).join(" + ");
}
