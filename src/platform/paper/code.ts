/** QR codes for paper: the dark squares of a text, and the same as a PNG for Word. */
import qrcode from "qrcode";

/** Dark squares of a QR code with error correction M, row by row. */
export function squares(content: string): readonly (readonly boolean[])[] {
  const { size, data } = qrcode.create(content, { errorCorrectionLevel: "M" }).modules;
  return Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => Boolean(data[row * size + column])));
}

/** The code as a PNG with its quiet zone of four squares (ISO/IEC 18004). */
export function codeImage(content: string): Promise<Buffer> {
  return qrcode.toBuffer(content, { errorCorrectionLevel: "M", margin: 4, scale: 6 });
}
