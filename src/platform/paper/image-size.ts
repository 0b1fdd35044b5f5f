/** Width and height of a PNG or JPEG in pixels, read from its head. */

/** What an image is and how large. Throws a RangeError for anything else. */
export function imageSize(bytes: Uint8Array): { readonly type: "png" | "jpg"; readonly width: number; readonly height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // PNG (W3C, 11.2.2): signature, then IHDR with width and height.
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47) return { type: "png", width: view.getUint32(16), height: view.getUint32(20) };
  if (bytes.length > 4 && view.getUint16(0) === 0xffd8) return jpegSize(view);
  throw new RangeError("an image on paper is a PNG or a JPEG");
}

/** JPEG (ITU-T T.81, B.2.2): segments until the start of a frame, which holds height and width. */
function jpegSize(view: DataView): { readonly type: "jpg"; readonly width: number; readonly height: number } {
  let at = 2;
  while (at + 9 < view.byteLength) {
    const marker = view.getUint16(at);
    const frame = marker >= 0xffc0 && marker <= 0xffcf && marker !== 0xffc4 && marker !== 0xffc8 && marker !== 0xffcc;
    if (frame) return { type: "jpg", height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  throw new RangeError("a JPEG without a frame");
}
