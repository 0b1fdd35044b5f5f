/** Reads QR codes from the camera: a frame four times a second, small enough for a weak phone. */
import decodeQR from "qr/decode.js";

/** Longest side of a frame that is looked at. */
const SIDE = 480;
const EVERY_MS = 240;

/** The text of a QR code in a picture; null when there is none that can be read. */
export function readCode(picture: {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray | Uint8Array;
}): string | null {
  try {
    return decodeQR(picture as never);
  } catch {
    return null;
  }
}

/** Looks through the camera until the returned function is called. Rejects when there is no camera, or it may not be used. */
export async function look(video: HTMLVideoElement, found: (text: string) => void): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } }, audio: false });
  video.srcObject = stream;
  await video.play();
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const timer = setInterval(() => {
    const scale = Math.min(1, SIDE / Math.max(video.videoWidth, video.videoHeight));
    if (context === null || video.videoWidth === 0) return;
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const text = readCode(context.getImageData(0, 0, canvas.width, canvas.height));
    if (text !== null) found(text);
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
}

/** What a person is found by on this phone: the mark of the token that her code’s address ends with. */
export async function markOf(text: string): Promise<string> {
  const token = text.split(/[?#]/)[0]?.split("/").at(-1) ?? "";
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token)));
  return btoa(String.fromCharCode(...hash))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .slice(0, 16);
}
