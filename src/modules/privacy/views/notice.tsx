/** The notice of a breach to the authority, in the language chosen, ready to print and sign. */
import { ownName } from "#platform/i18n/own-names.ts";
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { referenceOf } from "#platform/db/ids.ts";
import { LANGUAGES, speak, type Language } from "#platform/i18n/text.ts";
import { dayOf, formatDate, formatDateTime, formatNumber } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { SummaryList } from "#platform/ui/lists.tsx";
import { MoreLinks } from "#platform/ui/parts.tsx";
import { PrintFoot, PrintHead, SignatureBlocks } from "#platform/ui/print.tsx";
import { paths } from "../paths.ts";
import type { BreachRow } from "../queries.ts";
import { w } from "../words-breach.ts";

export interface NoticeProps {
  readonly shell: Shell;
  readonly row: BreachRow;
  readonly language: Language;
  readonly now: Date;
  /** The officer who is named as contact, with her telephone when it is known. */
  readonly officer: { readonly name: string; readonly phone: string | null } | null;
}

/** The page of a breach's notice. */
export function NoticeView({ shell, row, language, now, officer }: NoticeProps): VNode {
  const { pack } = shell;
  const say = speak(language);
  const text = (value: string): string => (value === "" ? say(w.unknownYet) : value);
  const found = formatDateTime(row.foundAt, pack.timeZone);
  const contact = officer === null ? "" : [officer.name, say(w.officerPost), officer.phone].filter((part) => part !== null).join(", ");
  const date = formatDate(dayOf(now, pack.timeZone));
  return (
    <Frame
      shell={shell}
      title={say(w.noticeTitle)}
      lead={shell.say(w.noticeLead)}
      heading={<span lang={language}>{say(w.noticeTitle)}</span>}
      current={paths.console}
      width="reading"
      back={{ href: paths.breach(row.id) }}
    >
      <PrintHead
        say={say}
        issuer={row.organisationName}
        title={say(w.noticeTitle)}
        reference={referenceOf(row.id)}
        date={date}
        language={ownName(language)}
      />
      <div class="in-noprint">
        <MoreLinks>
          {shell.say(w.inLanguage)}
          {LANGUAGES.filter((other) => other !== language).map((other) => (
            <Link href={paths.breachNotice(row.id, other)}>{ownName(other)}</Link>
          ))}
        </MoreLinks>
      </div>
      <div lang={language}>
        <p>{say(w.opening, { organisation: row.organisationName, found })}</p>
        <SummaryList
          rows={[
            { key: say(w.what), value: row.what },
            { key: say(w.dataKinds), value: text(row.dataKinds) },
            { key: say(w.people), value: row.people === null ? say(w.unknownYet) : formatNumber(row.people, language) },
            { key: say(w.risk), value: say(w[row.risk]) },
            { key: say(w.consequences), value: text(row.consequences) },
            { key: say(w.measures), value: text(row.measures) },
            {
              key: say(w.told),
              value:
                row.toldAt === null
                  ? say(w.notTold)
                  : say(w.toldOn, { at: formatDateTime(row.toldAt, pack.timeZone), how: row.toldHow ?? "" }),
            },
            row.lateReason !== null && { key: say(w.lateReason), value: row.lateReason },
            { key: say(w.contact), value: contact },
          ]}
        />
        <p>{say(w.incomplete)}</p>
        <SignatureBlocks say={say} signatories={[{ post: say(w.officerPost), name: officer?.name }]} />
      </div>
      <PrintFoot say={say} reference={referenceOf(row.id)} />
    </Frame>
  );
}
