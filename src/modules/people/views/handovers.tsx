/** The list of handovers, and the printed pack of one. */
import { ownName } from "#platform/i18n/own-names.ts";
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { Sheet } from "#kernel/signature/sheet.ts";
import { dayOf, formatDate } from "#platform/ui/format.ts";
import { referenceOf } from "#platform/db/ids.ts";
import { Link } from "#platform/ui/link.tsx";
import { ListPage, SummaryList } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import { PrintFoot, PrintHead, QrSlot, SignatureBlocks } from "#platform/ui/print.tsx";
import { dueOf, type Handover } from "../handover-queries.ts";
import { handoverFlow } from "../handover-rules.ts";
import { paths } from "../paths.ts";
import { postName } from "../people-format.ts";
import { w } from "../words-handover.ts";
import { w as people } from "../words.ts";
import { reasonName } from "./handover.tsx";
import { CompiledParts, WrittenParts } from "./handover-parts.tsx";
import { partName } from "./handover-signatures.tsx";

export interface HandoversProps {
  readonly shell: Shell;
  readonly today: string;
  readonly list: Listed<Handover>;
}

export function HandoversPage({ shell, today, list }: HandoversProps): VNode {
  const { say, pack } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.handovers)}
      lead={say(w.handoversLead)}
      current="/people"
      breadcrumbs={[{ text: say(people.module), href: paths.people() }, { text: say(w.handovers) }]}
    >
      <ListPage
        say={say}
        {...list.around}
        table={{
          ...list.table,
          caption: say(w.handovers),
          columns: [
            {
              key: "organisation",
              head: say(people.post),
              sortable: true,
              cell: (row) => <Link href={paths.handover(row.id)}>{`${postName(pack, say, row)}, ${row.organisationName}`}</Link>,
            },
            { key: "from", head: say(w.from), cell: (row) => row.outgoingName },
            { key: "to", head: say(w.to), cell: (row) => row.incomingName ?? say(w.nobody) },
            {
              key: "state",
              head: say(w.state),
              cell: (row) => <StatusTag tone={handoverFlow.states[row.state].tone}>{say(handoverFlow.states[row.state].title)}</StatusTag>,
            },
            {
              key: "due",
              head: say(w.due),
              sortable: true,
              numeric: true,
              cell: (row) => {
                const due = dueOf(row);
                if (due === null) return "–";
                return due < today ? <StatusTag tone="late">{formatDate(due)}</StatusTag> : formatDate(due);
              },
            },
          ],
          empty: <EmptyState>{say(list.filtered ? w.handoversNone : w.handoversEmpty)}</EmptyState>,
        }}
      />
    </Frame>
  );
}

export interface PackProps {
  readonly shell: Shell;
  readonly handover: Handover;
  readonly sheet: Sheet | null;
  readonly code: readonly (readonly boolean[])[];
}

/** The pack on A4: everything in the file, the reservations, and blocks to sign. */
export function HandoverPack({ shell, handover, sheet, code }: PackProps): VNode {
  const { say, pack, language } = shell;
  const post = postName(pack, say, handover);
  const title = say(w.handoverOf, { post, organisation: handover.organisationName });
  const reference = referenceOf(handover.id);
  const names: Record<string, { post: string; name: string | null }> = {
    outgoing: { post: say(w.labelled, { label: partName(shell, "outgoing"), value: post }), name: handover.outgoingName },
    incoming: { post: say(w.labelled, { label: partName(shell, "incoming"), value: post }), name: handover.incomingName },
    witness: {
      post:
        handover.witnessType === null
          ? partName(shell, "witness")
          : say(w.labelled, { label: partName(shell, "witness"), value: postName(pack, say, { postType: handover.witnessType }) }),
      name: handover.witnessName,
    },
  };
  const signed = new Map((sheet?.places ?? []).map((place) => [place.part, place.signedAt]));
  // Paper must not look as if the absent person had signed: whoever signed instead is printed beside the name, with the reason.
  const nameOn = (part: string): string | undefined => {
    const name = names[part]?.name ?? undefined;
    const place = sheet?.places.find((one) => one.part === part);
    if (place === undefined || place.insteadBecause === null) return name;
    return `${name ?? ""} (${say(w.signedInstead, { by: place.signedByName ?? "–", because: place.insteadBecause })})`;
  };
  const when = (part: string): string | undefined => {
    const moment = signed.get(part) ?? null;
    return moment === null ? undefined : formatDate(dayOf(moment, pack.timeZone));
  };
  return (
    <Frame shell={shell} title={title} current="/people" back={{ href: paths.handover(handover.id) }}>
      <PrintHead
        say={say}
        issuer={handover.organisationName}
        title={title}
        reference={reference}
        date={formatDate(handover.compiled?.compiledOn ?? handover.eventDay)}
        language={ownName(language)}
      />
      <SummaryList
        rows={[
          { key: say(w.from), value: handover.outgoingName },
          { key: say(w.to), value: handover.incomingName ?? say(w.nobody) },
          { key: say(w.reason), value: reasonName(shell, handover.reason) },
          { key: say(w.day), value: formatDate(handover.eventDay) },
          handover.meetingDay !== null && {
            key: say(w.meetingTitle),
            value: say(w.meetingOn, { day: formatDate(handover.meetingDay), place: handover.meetingPlace ?? "" }),
          },
          handover.reservations !== null && { key: say(w.reservation), value: handover.reservations },
          sheet !== null && { key: say(w.contentHash), value: <code>{sheet.hash}</code> },
        ]}
      />
      <WrittenParts say={say} gaps={handover.gaps} />
      {handover.compiled !== null && <CompiledParts say={say} pack={pack} file={handover.compiled} paper />}
      <SignatureBlocks
        say={say}
        signatories={["outgoing", "incoming", "witness"].map((part) => ({
          post: names[part]?.post ?? part,
          name: nameOn(part),
          date: when(part),
        }))}
      />
      <PrintFoot say={say} reference={reference} code={<QrSlot label={reference} modules={code} />} />
    </Frame>
  );
}
