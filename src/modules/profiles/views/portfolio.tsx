/** A portfolio on A4: it goes with the person, whatever post she holds. */
import { ownName } from "#platform/i18n/own-names.ts";
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { Entry } from "#kernel/portfolio/portfolio.ts";
import { referenceOf } from "#platform/db/ids.ts";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { PrintFoot, PrintHead } from "#platform/ui/print.tsx";
import { w } from "../words.ts";
import { hoursOf, PortfolioTable } from "./parts.tsx";

export interface PortfolioProps {
  readonly shell: Shell;
  readonly person: string;
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly today: string;
}

export function PortfolioPrint({ shell, person, name, entries, today }: PortfolioProps): VNode {
  const { say, language, pack } = shell;
  const title = say(w.portfolioOf, { name });
  const reference = referenceOf(person);
  return (
    <Frame
      shell={shell}
      title={title}
      lead={say(w.portfolioSum, { count: entries.length, hours: formatNumber(hoursOf(entries), language, 1) })}
      current=""
      notice={
        <PrintHead
          say={say}
          issuer={say(pack.association.names)}
          title={title}
          reference={reference}
          date={formatDate(today)}
          language={ownName(language)}
        />
      }
    >
      <PortfolioTable shell={shell} entries={entries} hrefs={new Map()} />
      <p class="in-small">{say(w.printNote)}</p>
      <PrintFoot say={say} reference={reference} />
    </Frame>
  );
}
