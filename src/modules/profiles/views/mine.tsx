/** A person’s own learning: what her post asks for, what she took part in, what she still owes. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { Link } from "#platform/ui/link.tsx";
import { MoreLinks } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { w } from "../words.ts";

export interface MineProps {
  readonly shell: Shell;
  /** What every module shows of this person’s learning. */
  readonly panels: readonly VNode[];
  readonly mayList: boolean;
}

export function MineView({ shell, panels, mayList }: MineProps): VNode {
  const { say } = shell;
  return (
    <Frame shell={shell} title={say(w.mine)} lead={say(w.mineLead)} current={paths.mine}>
      {mayList && (
        <MoreLinks>
          <Link href={paths.lacks}>{say(w.whoLacks)}</Link>
        </MoreLinks>
      )}
      {panels}
    </Frame>
  );
}
