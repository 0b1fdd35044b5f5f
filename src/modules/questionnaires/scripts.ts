/** The module's scripts for browsers; addresses carry a hash of the content, so that browsers keep them. */
import { join } from "node:path";
import { appScript, hashOf, scriptOf } from "#kernel/offline/rooms.ts";
import { paths } from "./paths.ts";

/** The text of a bundled script. Throws when it does not build. */
export function scriptText(entry: string): Promise<string> {
  return scriptOf(join(import.meta.dirname, entry));
}

/** The app without signal, with every module's room in it. */
export function appText(): Promise<string> {
  return appScript(join(import.meta.dirname, "offline/app.client.ts"));
}

/** The address of the script that fills in the phone's position. */
export async function placeScriptAddress(): Promise<string> {
  return `${paths.placeScript}?v=${hashOf(await scriptText("place.client.ts"))}`;
}
