/** A film of a QR code lying in front of a camera, for a browser whose camera plays a file (YUV4MPEG2, 4:2:0). */
import qrcode from "qrcode";

const WIDTH = 640;
const HEIGHT = 480;
/** Side of a module in pixels, and the white rim of four modules that the standard asks for (ISO/IEC 18004). */
const MODULE = 8;
const RIM = 4;
const FRAMES = 10;

/** A dim picture (the table), the white card with the code a little off the middle, moving by a pixel or two as a hand does. */
function frame(text: string, at: number): Uint8Array {
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: "M" }).modules;
  const light = new Uint8Array((WIDTH * HEIGHT * 3) / 2).fill(128).fill(90, 0, WIDTH * HEIGHT);
  const side = (size + 2 * RIM) * MODULE;
  const left = Math.floor((WIDTH - side) / 2) + 20 + (at % 3);
  const top = Math.floor((HEIGHT - side) / 2) - 6 + (at % 2);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const row = Math.floor(y / MODULE) - RIM;
      const column = Math.floor(x / MODULE) - RIM;
      const dark = row >= 0 && column >= 0 && row < size && column < size && data[row * size + column] === 1;
      light[(top + y) * WIDTH + left + x] = dark ? 40 : 215;
    }
  return light;
}

/** The film’s bytes; a browser plays it again and again. */
export function filmOf(text: string): Uint8Array {
  const mark = Buffer.from("FRAME\n");
  const frames = Array.from({ length: FRAMES }, (_, at) => Buffer.concat([mark, frame(text, at)]));
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), ...frames]);
}
