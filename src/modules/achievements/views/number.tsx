/** A number as a link to the list it was counted from. */
import type { VNode } from "preact";
import { formatNumber } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import type { Shell } from "#kernel/access/shell.ts";

/** A count with its list; a zero has none and is only printed. */
export function Count({ shell, value, href }: { readonly shell: Shell; readonly value: number; readonly href: string }): VNode {
  const text = formatNumber(value, shell.language);
  return value === 0 ? <>{text}</> : <Link href={href}>{text}</Link>;
}
