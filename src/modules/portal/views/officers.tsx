/** Public offices with their holders. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { formatDate } from "#platform/ui/format.ts";
import { DataTable } from "#platform/ui/lists.tsx";
import { w } from "../words.ts";

/** One public office on a day. */
export interface Officer {
  readonly post: string;
  readonly postType: string;
  readonly name: string | null;
  readonly acting: boolean;
  readonly since: string | null;
}

export function OfficerList({ shell, officers }: { readonly shell: Shell; readonly officers: readonly Officer[] }): VNode {
  const { say, pack } = shell;
  return (
    <DataTable
      say={say}
      caption={say(w.officers)}
      rows={officers}
      columns={[
        { key: "post", head: say(w.post), cell: (row) => say(postTypeOf(pack, row.postType).names) },
        {
          key: "holder",
          head: say(w.holder),
          cell: (row) => (row.name === null ? say(w.vacant) : row.acting ? `${row.name} (${say(w.acting)})` : row.name),
        },
        { key: "since", head: say(w.since), cell: (row) => (row.since === null ? "–" : formatDate(row.since)) },
      ]}
    />
  );
}
