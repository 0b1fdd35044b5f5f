/** Addresses in one form: telephone numbers as E.164, e-mail addresses in lower case. */
import type { Pack } from "#kernel/pack/pack.ts";

/** The ways a message travels. */
export type Channel = "email" | "sms";

/** True for one of the channels, as a path or a form names it. */
export function isChannel(value: unknown): value is Channel {
  return value === "email" || value === "sms";
}

const MAIL = /^[^\s@<>()",;:\\[\]]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$/;

function phoneOf(pack: Pack, text: string): string | null {
  const written = text.trim();
  if (/[^\d\s+().\u00a0\u202f-]/u.test(written)) return null;
  const digits = written.replaceAll(/\D/gu, "").replace(/^00/u, "");
  const code = pack.phone.prefix.replaceAll(/\D/gu, "");
  const national = new RegExp(pack.phone.pattern, "u");
  const candidates = [digits.startsWith(code) ? digits.slice(code.length) : digits, digits].map((number) => number.replace(/^0/u, ""));
  const own = candidates.find((number) => national.test(number));
  if (own !== undefined) return `+${code}${own}`;
  const foreign = written.startsWith("+") || written.startsWith("00");
  return foreign && !digits.startsWith(code) && /^[1-9]\d{7,14}$/u.test(digits) ? `+${digits}` : null;
}

/** An address in its one form, or null when no message can reach it. Numbers without a country belong to the pack's. */
export function addressOf(pack: Pack, channel: Channel, text: string): string | null {
  if (channel === "sms") return phoneOf(pack, text);
  const mail = text.trim().toLowerCase();
  return mail.length <= 254 && MAIL.test(mail) ? mail : null;
}

/** An address that its owner knows again and nobody else can use: +250 ••• ••• 143, c•••@inteko.example. */
export function maskAddress(channel: Channel, address: string): string {
  if (channel === "email") {
    const at = address.lastIndexOf("@");
    return at < 1 ? "•••" : `${address.slice(0, 1)}•••${address.slice(at)}`;
  }
  return address.length < 8 ? address : `${address.slice(0, 4)} ••• ${address.slice(-3)}`;
}
