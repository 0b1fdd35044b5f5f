/** The per-diem sheet: days present, money, and a line to sign on. */
import { ownName } from "#platform/i18n/own-names.ts";
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import type { Participant } from "#kernel/gathering/participants.ts";
import { fileLinks } from "#platform/http/list-file.ts";
import { addressOf } from "#platform/http/address.ts";
import { formatDate, formatMoney, formatNumber } from "#platform/ui/format.ts";
import { Button, Form, Input } from "#platform/ui/forms.tsx";
import { Details } from "#platform/ui/content.tsx";
import { Downloads } from "#platform/ui/lists.tsx";
import { Table } from "#platform/ui/tables.tsx";
import { PrintFoot, PrintHead, QrSlot, SignatureBlocks } from "#platform/ui/print.tsx";
import { paths } from "../paths.ts";
import type { PerDiemLine, SheetDay } from "../per-diem.ts";
import type { OpenList, Rate } from "../schema.ts";
import { w } from "../words-paper.ts";
import { ListFrame } from "./common.tsx";

export interface PerDiemProps {
  readonly shell: Shell;
  readonly list: OpenList;
  readonly days: readonly SheetDay[];
  readonly lines: readonly (PerDiemLine & { readonly who: Participant })[];
  readonly rate: Rate | null;
  readonly mayRate: boolean;
  readonly issuer: string;
  readonly today: string;
  readonly qr: readonly (readonly boolean[])[];
  readonly prepared: string;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly { readonly field: string; readonly text: string }[];
}

function RateForm({ props }: { readonly props: PerDiemProps }): VNode {
  const { shell, list, rate, values, errors } = props;
  const { say, pack } = shell;
  const errorOf = (field: string): string | undefined => errors.find((each) => each.field === field)?.text;
  const form = (
    <Form action={paths.perDiem(list.gathering.id)} csrf={shell.formToken}>
      <Input
        say={say}
        name="amount"
        label={say(w.rate, { currency: pack.currency.code })}
        inputmode="numeric"
        width={10}
        value={values["amount"]}
        error={errorOf("amount")}
      />
      <Input
        say={say}
        name="source"
        label={say(w.rateSource)}
        hint={say(w.rateSourceHint)}
        value={values["source"]}
        error={errorOf("source")}
      />
      <Button variant={rate === null ? undefined : "secondary"}>{say(w.setRate)}</Button>
    </Form>
  );
  return (
    <div class="in-noprint">
      {rate === null ? (
        form
      ) : (
        <Details summary={say(w.setRate)} open={errors.length > 0}>
          {form}
        </Details>
      )}
    </div>
  );
}

export function PerDiemView(props: PerDiemProps): VNode {
  const { shell, list, days, lines, rate, mayRate, errors } = props;
  const { say, language, pack } = shell;
  const { id } = list.gathering;
  const money = (minor: number): string => formatMoney({ minor, currency: pack.currency.code, exponent: pack.currency.exponent }, language);
  const count = lines.reduce((sum, line) => sum + line.count, 0);
  const total = lines.reduce((sum, line) => sum + (line.amount ?? 0), 0);
  const lead =
    rate === null
      ? say(w.perDiemNoRate, { people: lines.length, days: count })
      : say(w.perDiemLead, { people: lines.length, days: count, total: money(total) });
  return (
    <ListFrame
      shell={shell}
      list={list}
      title={say(w.perDiemTitle)}
      lead={lead}
      errors={errors.map((each) => ({ text: each.text, href: `#${each.field}` }))}
      notice={
        <PrintHead
          say={say}
          issuer={props.issuer}
          title={`${list.facts.title} · ${say(w.perDiemTitle)}`}
          reference={list.facts.reference}
          date={formatDate(props.today)}
          language={ownName(language)}
        />
      }
    >
      <p class="in-small">
        {say(w.perDiemRule)} {rate !== null && say(w.rateIs, { amount: money(rate.amount), source: rate.source })}
      </p>
      {mayRate && <RateForm props={props} />}
      <div class="in-scroll" tabIndex={0} role="region" aria-label={say(w.perDiemTitle)}>
        <Table
          class="in-attendance"
          caption={<span class="govuk-visually-hidden">{say(w.perDiemTitle)}</span>}
          head={[
            { text: say(w.number) },
            { text: say(w.name) },
            { text: say(w.office) },
            ...days.map((day) => ({ text: formatDate(day.day).slice(0, 5) })),
            { text: say(w.present), numeric: true },
            { text: say(w.amount), numeric: true },
            { text: say(w.signature) },
          ]}
          rows={[
            ...lines.map((line, index) => [
              { text: String(index + 1) },
              { text: line.who.name },
              { text: line.who.organisationName ?? "" },
              ...line.days.map((present) => ({ text: present ? "1" : "–" })),
              { text: formatNumber(line.count, language), numeric: true },
              { text: line.amount === null ? "" : money(line.amount), numeric: true },
              { text: "" },
            ]),
            [
              { text: "" },
              { text: <b>{say(w.sum)}</b> },
              { text: "" },
              ...days.map((_, index) => ({ text: formatNumber(lines.filter((line) => line.days[index]).length, language) })),
              { text: <b>{formatNumber(count, language)}</b>, numeric: true },
              { text: <b>{rate === null ? "" : money(total)}</b>, numeric: true },
              { text: "" },
            ],
          ]}
        />
      </div>
      <Downloads say={say} files={fileLinks((format) => addressOf(paths.perDiemFile(id), { format }), ["csv", "xlsx"])} />
      <SignatureBlocks say={say} signatories={[{ post: say(w.preparedBy, { post: props.prepared }) }, { post: say(w.approvedBy) }]} />
      <PrintFoot say={say} reference={list.facts.reference} code={<QrSlot label={list.facts.reference} modules={props.qr} />} />
    </ListFrame>
  );
}
