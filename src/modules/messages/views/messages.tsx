/** The list of messages with its filters and sums. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { PartPrice } from "#kernel/conversation/rules.ts";
import { fileLinks } from "#platform/http/list-file.ts";
import { formatDateTime, formatNumber } from "#platform/ui/format.ts";
import { ListPage } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { ListedMessage, MessageSums } from "../queries.ts";
import { STATES, TONES } from "../rules.ts";
import type { MessagesQuestion } from "../schema.ts";
import { headOf, moneyOf, wayOf, type Subjects } from "../show.ts";
import { w } from "../words.ts";

export interface MessagesProps {
  readonly shell: Shell;
  readonly ask: MessagesQuestion;
  readonly rows: readonly ListedMessage[];
  readonly subjects: Subjects;
  readonly sums: MessageSums;
  readonly price: PartPrice | null;
  readonly page: number;
  readonly last: number;
  readonly address: (change: Readonly<Record<string, string>>, path?: string) => string;
  readonly phoneOpen: boolean;
}

function columnsOf({ shell, rows, subjects }: MessagesProps) {
  const { say, language, pack } = shell;
  const about = {
    key: "about",
    head: say(w.about),
    cell: (row: ListedMessage) => {
      const named = row.subject === null ? undefined : subjects.get(row.subject);
      return named === undefined ? "–" : named.href === null ? named.title : <Link href={named.href}>{named.title}</Link>;
    },
  };
  const cost = {
    key: "cost",
    head: say(w.cost),
    numeric: true,
    sortable: true,
    cell: (row: ListedMessage) => (row.cost === null ? "–" : moneyOf(row.cost, pack, language)),
  };
  return [
    {
      key: "what",
      head: say(w.what),
      cell: (row: ListedMessage) => <Link href={paths.message(row.id)}>{headOf(row, subjects, say, language) || "–"}</Link>,
    },
    { key: "whom", head: say(w.whom), cell: (row: ListedMessage) => wayOf(row, say) },
    // A column of dashes tells nothing, and on a telephone each dash is a line.
    ...(subjects.size > 0 ? [about] : []),
    { key: "state", head: say(w.state), cell: (row: ListedMessage) => <StatusTag tone={TONES[row.state]}>{say(w[row.state])}</StatusTag> },
    ...(rows.some((row) => row.cost !== null) ? [cost] : []),
    { key: "when", head: say(w.when), sortable: true, cell: (row: ListedMessage) => formatDateTime(row.at, pack.timeZone) },
  ];
}

function filtersOf({ shell, ask, sums }: MessagesProps) {
  const { say, language } = shell;
  const set =
    ask.direction !== null || ask.state !== null || ask.channel !== null || ask.words !== "" || ask.from !== null || ask.to !== null;
  const any = { value: "", text: say(w.all) };
  return {
    action: paths.list,
    fields: [
      {
        name: "direction",
        label: say(w.direction),
        value: ask.direction ?? "",
        options: [any, { value: "out", text: say(w.out) }, { value: "in", text: say(w.in) }],
      },
      {
        name: "state",
        label: say(w.state),
        value: ask.state ?? "",
        options: [any, ...STATES.map((state) => ({ value: state, text: say(w[state]) }))],
      },
      {
        name: "channel",
        label: say(w.channel),
        value: ask.channel ?? "",
        options: [any, { value: "email", text: say(w.email) }, { value: "sms", text: say(w.sms) }],
      },
      { name: "q", label: say(w.words), type: "search" as const, value: ask.words },
    ],
    more: [
      { name: "from", label: say(w.from), type: "date" as const, value: ask.from ?? "" },
      { name: "to", label: say(w.to), type: "date" as const, value: ask.to ?? "" },
    ],
    result: say(w.result, { shown: sums.shown, all: sums.all }).replaceAll(/\d{4,}/g, (digits) => formatNumber(Number(digits), language)),
    ...(set && { clearHref: paths.list }),
    keep: { sort: ask.sort === "when" ? undefined : ask.sort, down: ask.descending ? undefined : "0" },
  };
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
  const { shell, ask, rows, sums, page, last, address, phoneOpen } = props;
  const { say } = shell;
  const empty = <EmptyState>{say(sums.all === 0 ? w.none : w.noneShown)}</EmptyState>;
  return (
    <Frame shell={shell} title={say(w.title)} lead={say(w.lead)} current={paths.list}>
      <ListPage
        say={say}
        filters={filtersOf(props)}
        table={{
          caption: say(w.title),
          columns: columnsOf(props),
          rows,
          sort: { key: ask.sort, descending: ask.descending },
          sortHref: (sort) => address({ sort: sort.key === "cost" ? "cost" : "", down: sort.descending ? "" : "0", page: "" }),
          empty,
        }}
        pages={{ current: page, last, href: (number) => address({ page: String(number) }) }}
        downloads={fileLinks((format) => address({ format, page: "" }, paths.file))}
        moreLinks={phoneOpen && <Link href={paths.phone()}>{say(w.toPhone)}</Link>}
      >
        <Sums {...props} />
      </ListPage>
    </Frame>
  );
}
