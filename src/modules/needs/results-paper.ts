/** What a printed result carries besides its figures: a code to find it again and who signs. */
import QRCode from "qrcode";
import type { Day } from "#kernel/calendar/day.ts";
import { postTypesAt, postTypesWith } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Role } from "#kernel/pack/roles.ts";
import { organisationCode } from "#kernel/registry/bulk.ts";
import { referenceOf } from "#platform/db/ids.ts";

/** The dark modules of a QR code for an address, row by row (ISO/IEC 18004, error correction M). */
export function codeOf(address: string): boolean[][] {
  const { size, data } = QRCode.create(address, { errorCorrectionLevel: "M" }).modules;
  return Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => data[row * size + column] === 1));
}

/** The reference that people read aloud: of the round, and of the organisation in it. */
export function referenceFor(round: string, organisationCode: string | null = null): string {
  return organisationCode === null ? referenceOf(round) : `${referenceOf(round)}/${organisationCode}`;
}

/** The type of post that signs as a role: in an organisation the one that it has, in the association the first with the role; null when there is none. */
export function signerOf(pack: Pack, role: Role, organisation: string | null, day: Day): string | null {
  if (organisation === null) return postTypesWith(pack, role)[0]?.code ?? null;
  const unit = pack.units.find((one) => organisationCode(one.tier, one.code) === organisation);
  if (unit === undefined) return null;
  const types = postTypesAt(pack, unit.code, day);
  return (types.find((type) => type.roles.includes(role)) ?? types.find((type) => type.isHead))?.code ?? null;
}
