/** All accounts: filtered, sorted, page by page, and as files. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { Shell } from "#kernel/access/shell.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { dayOf, formatDate } from "#platform/ui/format.ts";
import { Button } from "#platform/ui/forms.tsx";
import { ListPage, type Column } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { StatusTag, type Tone } from "#platform/ui/marks.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { ListedAccount } from "../queries-admin.ts";
import { w } from "../words-admin.ts";

/** How an account stands, as a tag. */
export function StateTag({ shell, state }: { readonly shell: Shell; readonly state: ListedAccount["state"] }): VNode {
  const tones: Record<ListedAccount["state"], Tone> = { open: "good", invited: "watch", closed: "rest" };
  return <StatusTag tone={tones[state]}>{shell.say(w[state])}</StatusTag>;
}

/** A post and its organisation in words. */
export function postText(shell: Shell, row: Pick<ListedAccount, "postType" | "organisation">): string {
  const { say, pack } = shell;
  return row.postType === null ? say(w.noPost) : `${say(postTypeOf(pack, row.postType).names)}, ${row.organisation ?? ""}`;
}

function columnsOf(shell: Shell): Column<ListedAccount>[] {
  const { say, pack } = shell;
  const day = (at: Date): string => formatDate(dayOf(at, pack.timeZone));
  return [
    { key: "name", head: say(w.person), sortable: true, cell: (row) => <Link href={paths.adminAccount(row.id)}>{row.name}</Link> },
    { key: "post", head: say(w.post), cell: (row) => postText(shell, row) },
    { key: "state", head: say(w.state), cell: (row) => <StateTag shell={shell} state={row.state} /> },
    { key: "code", head: say(w.code), cell: (row) => say(row.codeOn ? w.on : w.off) },
    { key: "seen", head: say(w.seen), sortable: true, cell: (row) => (row.signedInAt === null ? say(w.never) : day(row.signedInAt)) },
    { key: "made", head: say(w.made), sortable: true, cell: (row) => day(row.createdAt) },
  ];
}

export interface AccountsProps {
  readonly shell: Shell;
  readonly list: Listed<ListedAccount>;
}

/** The page of `/admin/accounts`. */
export function AccountsView({ shell, list }: AccountsProps): VNode {
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.accounts)}
      lead={say(w.lead)}
      current={paths.accounts}
      actions={
        <Button href={paths.invite} variant="secondary" size="small">
          {say(w.invite)}
        </Button>
      }
    >
      <ListPage
        say={say}
        {...list.around}
        table={{ ...list.table, caption: say(w.accounts), columns: columnsOf(shell), empty: <EmptyState>{say(w.none)}</EmptyState> }}
      />
    </Frame>
  );
}
