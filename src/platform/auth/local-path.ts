/** Keeps a wish to go on to a page within this site. */

const ANYWHERE = "http://this.site";

/**
 * The path, query and fragment of `wish` when a browser would stay on this site, else `otherwise`.
 * `//other.site`, `/\other.site`, `https:…` and control characters (which browsers drop) all lead elsewhere and are refused.
 */
export function localPath(wish: string | null | undefined, otherwise: string): string {
  // oxlint-disable-next-line no-control-regex -- browsers drop tabs and line ends from an address before they read it
  if (!wish || wish.length > 2000 || !/^\/(?![/\\])/.test(wish) || /[\u0000-\u0020\u007f\\]/.test(wish)) return otherwise;
  if (!URL.canParse(wish, ANYWHERE)) return otherwise;
  const url = new URL(wish, ANYWHERE);
  // A path such as /.//other.site is normalised to //other.site, which is another site again.
  return url.origin === ANYWHERE && !url.pathname.startsWith("//") ? url.pathname + url.search + url.hash : otherwise;
}
