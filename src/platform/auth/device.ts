/** Says in two words what a browser calls itself, so that people recognise their own sessions; nothing that tells one phone from another. */

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bOPR\/|\bOPT\/|Opera Mini/, "Opera"],
  [/\bEdgA?\/|\bEdgiOS\//, "Edge"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/UCBrowser\//, "UC Browser"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bChrome\/|\bCriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/KAIOS/i, "KaiOS"],
  [/Android/, "Android"],
  [/iPhone|iPad|iPod/, "iOS"],
  [/Windows/, "Windows"],
  [/CrOS/, "ChromeOS"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

/** “Chrome, Android” from a User-Agent header; null when neither is known. */
export function deviceOf(userAgent: string | null): string | null {
  const find = (list: typeof BROWSERS): string | undefined => list.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1];
  const named = [find(BROWSERS), find(SYSTEMS)].filter((name) => name !== undefined);
  return named.length === 0 ? null : named.join(", ");
}
