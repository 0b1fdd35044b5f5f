/** The list of messages with its filters and sums. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { Shell } from "#kernel/access/shell.ts";
import type { PartPrice } from "#kernel/conversation/rules.ts";
import { formatDateTime } from "#platform/ui/format.ts";
import { ListPage } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { MessageSums } from "../queries.ts";
import { TONES } from "../rules.ts";
import { headOf, moneyOf, wayOf, type ShownMessage } from "../show.ts";
import { w } from "../words.ts";

export interface MessagesProps {
  readonly shell: Shell;
  readonly list: Listed<ShownMessage>;
  readonly sums: MessageSums;
  readonly price: PartPrice | null;
  readonly phoneOpen: boolean;
}

function columnsOf({ shell, list: { rows } }: MessagesProps) {
  const { say, language, pack } = shell;
  const about = {
    key: "about",
    head: say(w.about),
    cell: (row: ShownMessage) => {
      const named = row.subject === null ? undefined : row.about.get(row.subject);
      return named === undefined ? "–" : named.href === null ? named.title : <Link href={named.href}>{named.title}</Link>;
    },
  };
  const cost = {
    key: "cost",
    head: say(w.cost),
    numeric: true,
    sortable: true,
    cell: (row: ShownMessage) => (row.cost === null ? "–" : moneyOf(row.cost, pack, language)),
  };
  return [
    {
      key: "what",
      head: say(w.what),
      cell: (row: ShownMessage) => <Link href={paths.message(row.id)}>{headOf(row, row.about, say, language) || "–"}</Link>,
    },
    { key: "whom", head: say(w.whom), cell: (row: ShownMessage) => wayOf(row, say) },
    // A column of dashes tells nothing, and on a telephone each dash is a line.
    ...(rows.some((row) => row.about.size > 0) ? [about] : []),
    { key: "state", head: say(w.state), cell: (row: ShownMessage) => <StatusTag tone={TONES[row.state]}>{say(w[row.state])}</StatusTag> },
    ...(rows.some((row) => row.cost !== null) ? [cost] : []),
    { key: "when", head: say(w.when), sortable: true, cell: (row: ShownMessage) => formatDateTime(row.at, pack.timeZone) },
  ];
}

/** What the messages of the list cost, what is not in that sum, and how sure its price is. */
function Sums({ shell, sums, price }: MessagesProps): VNode | null {
  const { say, language, pack } = shell;
  const money = (minor: number): string => moneyOf(minor, pack, language);
  const sentences = [
    sums.parts > 0 && say(w.sums, { parts: sums.parts, cost: sums.cost === null ? say(w.noPrice) : money(sums.cost) }),
    sums.wouldCost !== null && say(w.wouldCost, { cost: money(sums.wouldCost) }),
    sums.cost !== null && sums.unpriced > 0 && say(w.unpriced, { n: sums.unpriced }),
    price === null && say(w.priceMissing),
    price?.unconfirmed && say(w.unconfirmed, { price: money(price.minor) }),
  ].filter((sentence) => typeof sentence === "string");
  return sentences.length === 0 ? null : <p class="in-small">{sentences.join(" ")}</p>;
}

export function MessagesView(props: MessagesProps): VNode {
  const { shell, list, sums, phoneOpen } = props;
  const { say } = shell;
  const empty = <EmptyState>{say(sums.all === 0 ? w.none : w.noneShown)}</EmptyState>;
  return (
    <Frame shell={shell} title={say(w.title)} lead={say(w.lead)} current={paths.list}>
      <ListPage
        say={say}
        {...list.around}
        table={{ ...list.table, caption: say(w.title), columns: columnsOf(props), empty }}
        moreLinks={phoneOpen && <Link href={paths.phone()}>{say(w.toPhone)}</Link>}
      >
        <Sums {...props} />
      </ListPage>
    </Frame>
  );
}
