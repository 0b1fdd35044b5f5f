/** The chain as a page of its own: the drawing, and every record in it. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { ChainCard, type ShownChain } from "#kernel/trace/chain-view.tsx";
import { w } from "#kernel/trace/words.ts";
import { Link } from "#platform/ui/link.tsx";
import { paths } from "../paths.ts";

export interface ChainViewProps {
  readonly shell: Shell;
  readonly start: { readonly kind: string; readonly id: string; readonly title: string; readonly href: string | null };
  readonly shown: ShownChain;
}

export function ChainView({ shell, start, shown }: ChainViewProps): VNode {
  const { say } = shell;
  return (
    <Frame shell={shell} title={say(w.chain)} lead={say(w.lead)} current="">
      <h2>{start.href === null ? start.title : <Link href={start.href}>{start.title}</Link>}</h2>
      <ChainCard say={say} shown={shown} whole />
      <p class="in-small">
        <Link href={`${paths.chain(start)}/data`}>{say(w.asData)}</Link>
      </p>
    </Frame>
  );
}
