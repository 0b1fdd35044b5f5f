/** What a printed result carries besides its figures: a code to find it again and who signs. */
import QRCode from "qrcode";
import { postTypesWith } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Role } from "#kernel/pack/roles.ts";
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

/** The type of post that signs as a role: the first that the pack gives it, or null. */
export function signerOf(pack: Pack, role: Role): string | null {
  return postTypesWith(pack, role)[0]?.code ?? null;
}
